// The raw bytes of a content file: where a place in them is, and what no content file may hold.
#pragma once

#include "sim/script/read/reader.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::script::read {

Issue issue_at(const std::string& file, int line, int column, std::string message);
/// Line and column of a byte; the column counts characters.
std::pair<int, int> position(std::string_view bytes, std::size_t offset);
/// The byte at which a line and a column in bytes, both 1-based, stand.
std::size_t offset_of(std::string_view bytes, int line, int column);
/// False, and reported, for broken UTF-8 and control characters (the parser takes 0x04 for the end of the file).
bool check_bytes(const std::string& bytes, const std::string& file, std::vector<Issue>& issues);
/// First line, up to `last` (1-based), that is indented with a tab; 0 when none is.
int tab_indented_line(std::string_view bytes, int last);

}  // namespace shift311::script::read
