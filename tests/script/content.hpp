// A small content folder in a place of its own, in which a test makes one mistake and reads what is said about it.
#pragma once

#include "sim/script/read/reader.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace shift311::script::testing {

class Content {
  public:
    Content();
    ~Content();
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;

    std::string root() const { return root_.string(); }
    std::string path(const std::string& file) const { return (root_ / file).string(); }
    std::string bytes(const std::string& file) const;
    void write(const std::string& file, const std::string& bytes) const;
    /// Replaces `from`, which must stand in the file exactly once.
    void change(const std::string& file, const std::string& from, const std::string& to) const;
    void remove(const std::string& file) const;

    read::Reading read() const { return read::read_library(root()); }
    /// What the check prints, with file names relative to the root.
    std::vector<std::string> issues() const;
    std::vector<std::string> shown(const std::vector<read::Issue>& issues) const;

  private:
    std::filesystem::path root_;
};

/// One mistake made in good content, and what must be said of it.
struct Mistake {
    const char* file;
    const char* from;
    const char* to;
    std::vector<std::string> issues;  ///< beginning with a line number: in the same file
};

/// What the check says of content with this mistake in it.
std::vector<std::string> told(const Mistake& mistake);
/// The issues of the mistake, each with its file.
std::vector<std::string> wanted(const Mistake& mistake);

}  // namespace shift311::script::testing
