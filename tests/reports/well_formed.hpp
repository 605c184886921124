// Is a page sound? Every tag closed in turn, nothing fetched, nothing run.
#pragma once

#include <string>
#include <vector>

namespace shift311::reports::tests {

/// What is wrong with the page, one sentence each; empty when it is sound.
std::vector<std::string> faults_of(const std::string& page);
/// The page without tags, style and references: what a reader sees, white space collapsed.
std::string seen(const std::string& page);
/// Comma-separated text taken apart as RFC 4180 has it.
std::vector<std::vector<std::string>> csv_rows(const std::string& text);

}  // namespace shift311::reports::tests
