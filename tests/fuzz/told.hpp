// What every mistake of a file has to be: at a place in the file, and one readable line.
#pragma once

#include "assessment/text/normal.hpp"
#include "sim/script/read/reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::fuzz {

inline void require_told(const std::vector<script::read::Issue>& issues, std::string_view file) {
    const auto lines = std::count(file.begin(), file.end(), '\n') + 1;
    for (const script::read::Issue& issue : issues) {
        if (issue.message.empty() || issue.line < 1 || issue.line > lines || issue.column < 1) std::abort();
        const std::string said = script::read::text(issue);
        if (!text::valid_utf8(said) || said.find('\n') != std::string::npos) std::abort();
    }
}

}  // namespace shift311::fuzz
