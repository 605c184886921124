#include "sim/script/read/bytes.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <cstdio>

namespace shift311::script::read {

Issue issue_at(const std::string& file, int line, int column, std::string message) {
    Issue issue;
    issue.file = file;
    issue.line = line;
    issue.column = column;
    issue.message = std::move(message);
    return issue;
}

std::pair<int, int> position(std::string_view bytes, std::size_t offset) {
    int line = 1;
    int column = 1;
    for (std::size_t i = 0; i < offset; ++i) {
        if (bytes[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(bytes[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    return {line, column};
}

bool check_bytes(const std::string& bytes, const std::string& file, std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) {
            const auto [line, column] = position(bytes, i);
            char code[8];
            std::snprintf(code, sizeof code, "0x%02X", static_cast<unsigned>(c));
            issues.push_back(issue_at(file, line, column,
                                      std::string("the file holds a control character (") + code + "): delete it"));
            return false;
        }
    }
    if (text::valid_utf8(bytes)) return true;
    // Only broken files pay for finding the place: the line in which the first bad byte stands.
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        std::size_t end = bytes.find('\n', begin);
        if (end == std::string::npos) end = bytes.size();
        const std::string_view line = std::string_view(bytes).substr(begin, end - begin);
        if (!text::valid_utf8(line)) {
            std::size_t good = 0;
            for (std::size_t n = 1; n <= line.size(); ++n) {
                if (text::valid_utf8(line.substr(0, n)))
                    good = n;
                else if (n - good >= 4)
                    break;
            }
            const auto [row, column] = position(bytes, begin + good);
            issues.push_back(
                issue_at(file, row, column, "the file is not valid UTF-8 here: save it with the encoding UTF-8"));
            return false;
        }
        begin = end + 1;
    }
    return false;
}

std::size_t offset_of(std::string_view bytes, int line, int column) {
    std::size_t begin = 0;
    for (int i = 1; i < line; ++i) {
        const std::size_t end = bytes.find('\n', begin);
        if (end == std::string_view::npos) return bytes.size();
        begin = end + 1;
    }
    return std::min(bytes.size(), begin + static_cast<std::size_t>(column - 1));
}

int tab_indented_line(std::string_view bytes, int last) {
    int line = 1;
    std::size_t begin = 0;
    while (begin < bytes.size() && line <= last) {
        std::size_t i = begin;
        while (i < bytes.size() && (bytes[i] == ' ' || bytes[i] == '\t')) {
            if (bytes[i] == '\t') return line;
            ++i;
        }
        const std::size_t end = bytes.find('\n', begin);
        if (end == std::string_view::npos) break;
        begin = end + 1;
        ++line;
    }
    return 0;
}

}  // namespace shift311::script::read
