#include "sim/script/read/report.hpp"

#include "assessment/text/distance.hpp"
#include "sim/script/read/bytes.hpp"

#include <algorithm>

namespace shift311::script::read {
void Report::add(Issue::Severity severity, const Node& at, const std::string& message, const std::string& suggestion) {
    if (at.told || ++count_ > kMostIssues) return;
    Issue issue;
    issue.file = document_.file;
    issue.line = at.line;
    // The parser counts bytes; people count characters.
    issue.column = position(document_.bytes, offset_of(document_.bytes, at.line, at.column)).second;
    if (count_ == kMostIssues) {
        issue.message =
            "there are more than " + std::to_string(kMostIssues - 1) + " mistakes in this file; the rest is not shown";
        issues_.push_back(std::move(issue));
        return;
    }
    issue.severity = severity;
    issue.path = path_of(at);
    issue.message = message;
    issue.suggestion = suggestion;
    issues_.push_back(std::move(issue));
}

void Report::error(const Node& at, const std::string& message, const std::string& suggestion) {
    add(Issue::Severity::error, at, message, suggestion);
}

void Report::unread(const Node& at, const std::string& message, const std::string& suggestion) {
    at.unread = true;
    error(at, message, suggestion);
}

void Report::warning(const Node& at, const std::string& message, const std::string& suggestion) {
    add(Issue::Severity::warning, at, message, suggestion);
}

script::Place Report::place(const Node& node) const {
    return {document_.file, node.line, node.column};
}

std::string_view nearest(std::string_view given, const std::vector<std::string_view>& known) {
    if (given.empty() || given.size() > 60) return {};
    const std::size_t limit = given.size() <= 3 ? 1 : given.size() <= 8 ? 2 : 3;
    std::size_t best = limit + 1;
    std::string_view found;
    for (const std::string_view candidate : known) {
        const std::size_t longer = std::max(candidate.size(), given.size());
        const std::size_t shorter = std::min(candidate.size(), given.size());
        if (longer - shorter >= best) continue;
        const std::size_t distance = text::osa(given, candidate);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::string did_you_mean(std::string_view given, const std::vector<std::string_view>& known) {
    const std::string_view found = nearest(given, known);
    return found.empty() ? std::string() : "did you mean " + named(found) + "?";
}

std::string one_of_words(const std::vector<std::string_view>& words) {
    std::string line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) line += i + 1 == words.size() ? " or " : ", ";
        line += named(words[i]);
    }
    return line;
}

std::string named(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::size_t cut = std::min(text.size(), kLongest);
    // Never cut a character in two.
    while (cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U)
        --cut;
    std::string shown = "`";
    for (const char c : text.substr(0, cut))
        shown += c == kLeftOut ? '?' : static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (cut < text.size()) shown += "...";
    return shown + "`";
}

std::string text(const Issue& issue) {
    std::string line = issue.file;
    if (issue.line > 0) line += ":" + std::to_string(issue.line) + ":" + std::to_string(issue.column);
    line += issue.severity == Issue::Severity::error ? ": error: " : ": warning: ";
    line += issue.message;
    if (!issue.path.empty()) line += " (" + issue.path + ")";
    if (!issue.suggestion.empty()) line += "; " + issue.suggestion;
    return line;
}

bool has_errors(const std::vector<Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue& issue) { return issue.severity == Issue::Severity::error; });
}

}  // namespace shift311::script::read
