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

/// Stands for a byte that is left out so that the rest of a file can be read; no file may hold it.
inline constexpr char kLeftOut = '\x7F';
/// What is wrong at one byte of a file.
struct Fault {
    std::size_t offset = 0;
    std::string message;
};
/// Broken UTF-8 and control characters (the parser takes 0x04 for the end of the file), the first of every line that
/// has any; all of them become kLeftOut.
std::vector<Fault> leave_out_bad_bytes(std::string& bytes);

/// The lines, 1-based, that are indented with a tab.
std::vector<int> tab_indented_lines(std::string_view bytes);
/// Turns the tabs that indent lines into spaces, one for one.
void untab(std::string& bytes);

}  // namespace shift311::script::read
