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

namespace {

/// Length of the character at `at`; 0 when no character of UTF-8 begins there.
std::size_t character_at(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return at + length <= bytes.size() && text::valid_utf8(bytes.substr(at, length)) ? length : 0;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

}  // namespace

std::vector<Fault> leave_out_bad_bytes(std::string& bytes) {
    std::vector<Fault> faults;
    if (std::none_of(bytes.begin(), bytes.end(), is_control) && text::valid_utf8(bytes)) return faults;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        faults.push_back({0, "the file is not valid UTF-8 but UTF-16: save it with the encoding UTF-8"});
        bytes.clear();
        return faults;
    }
    constexpr std::size_t kMost = 50;
    bool told = false;
    for (std::size_t i = 0; i < bytes.size();) {
        if (bytes[i] == '\n') told = false;
        const std::size_t length = character_at(bytes, i);
        if (length > 0 && !is_control(bytes[i])) {
            i += length;
            continue;
        }
        if (!told && faults.size() < kMost) {
            char code[8];
            std::snprintf(code, sizeof code, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[i])));
            faults.push_back({i, length > 0
                                     ? std::string("the file holds a control character (") + code + "): delete it"
                                     : "the file is not valid UTF-8 here: save it with the encoding UTF-8"});
        }
        told = true;
        bytes[i++] = kLeftOut;
    }
    return faults;
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

namespace {

/// The bytes at which lines begin.
template <typename Use>
void for_each_line(std::string_view bytes, const Use& use) {
    for (std::size_t begin = 0; begin < bytes.size();) {
        use(begin);
        const std::size_t end = bytes.find('\n', begin);
        if (end == std::string_view::npos) break;
        begin = end + 1;
    }
}

}  // namespace

std::vector<int> tab_indented_lines(std::string_view bytes) {
    std::vector<int> lines;
    int line = 0;
    for_each_line(bytes, [&](std::size_t begin) {
        ++line;
        const std::size_t text = std::min(bytes.find_first_not_of(" \t", begin), bytes.size());
        const bool empty = text == bytes.size() || bytes[text] == '\n' || bytes[text] == '\r';
        if (!empty && bytes.substr(begin, text - begin).find('\t') != std::string_view::npos) lines.push_back(line);
    });
    return lines;
}

void untab(std::string& bytes) {
    for_each_line(bytes, [&](std::size_t begin) {
        for (std::size_t i = begin; i < bytes.size() && (bytes[i] == ' ' || bytes[i] == '\t'); ++i)
            bytes[i] = ' ';
    });
}

}  // namespace shift311::script::read
