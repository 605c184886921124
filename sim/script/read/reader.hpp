// Reads content files strictly: every mistake is reported at once with its place, and nothing half-read is used.
#pragma once

#include "sim/script/library.hpp"

#include <string>
#include <vector>

namespace shift311::script::read {

struct Issue {
    enum class Severity { error, warning };
    std::string file;
    int line = 0;    ///< 1-based, 0: the whole file
    int column = 0;  ///< 1-based
    Severity severity = Severity::error;
    std::string path;        ///< place in the document: "facts.location.told_by[0]"
    std::string message;     ///< one sentence
    std::string suggestion;  ///< "did you mean `ask_location`?" or empty
};

/// "scenarios/x.yaml:12:1: error: unknown key `openning` (openning); did you mean `opening`?"
std::string text(const Issue& issue);
bool has_errors(const std::vector<Issue>& issues);

struct Reading {
    Library library;
    std::vector<Issue> issues;  ///< by file, line, column
};

/// Read a content root (folder with common/ and one folder a city) and check all of it, cross references included.
Reading read_library(const std::string& root);
/// Check files or folders; whatever they refer to is read from the content root they lie in (or `root`).
std::vector<Issue> lint(const std::vector<std::string>& paths, const std::string& root);
/// The core phrases alone.
std::vector<Phrase> read_phrases(const std::string& file, std::vector<Issue>& issues);
/// One script from text, for fuzzers and previews: syntax and shape only.
Script read_script(const std::string& text, const std::string& file, std::vector<Issue>& issues);

}  // namespace shift311::script::read
