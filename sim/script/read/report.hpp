// Collects the mistakes of one document, each with its place and, where one is near, what was probably meant.
#pragma once

#include "sim/script/read/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

class Report {
  public:
    Report(const Document& document, std::vector<Issue>& issues) : document_(document), issues_(issues) {}

    /// Nothing is added where the mistake of the value is told already.
    void error(const Node& at, const std::string& message, const std::string& suggestion = {});
    /// The same for a value that could not be read: nothing may be judged by it afterwards.
    void unread(const Node& at, const std::string& message, const std::string& suggestion = {});
    void warning(const Node& at, const std::string& message, const std::string& suggestion = {});
    const std::string& file() const { return document_.file; }
    const Document& document() const { return document_; }
    script::Place place(const Node& node) const;
    /// True once so much is wrong that more would help nobody.
    bool full() const { return count_ >= kMostIssues; }

  private:
    void add(Issue::Severity severity, const Node& at, const std::string& message, const std::string& suggestion);
    static constexpr int kMostIssues = 501;
    const Document& document_;
    std::vector<Issue>& issues_;
    int count_ = 0;
};

/// The one of `known` that is near enough to `given` to be meant; else empty.
std::string_view nearest(std::string_view given, const std::vector<std::string_view>& known);
/// "did you mean `ask_location`?" when one of `known` is near enough to `given`; else empty.
std::string did_you_mean(std::string_view given, const std::vector<std::string_view>& known);
/// "`a`, `b` or `c`".
std::string one_of_words(const std::vector<std::string_view>& words);
/// "`word`"; long or broken texts are cut, so that a message stays one readable line.
std::string named(std::string_view text);

}  // namespace shift311::script::read
