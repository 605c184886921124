#include "sim/desk/typed/line.hpp"

#include "assessment/text/normal.hpp"

namespace shift311::desk::typed {

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string readable(const std::string& line) {
    std::u32string kept;
    for (const char32_t point : text::code_points(line)) {
        if (point >= U' ' && point != U'\x7F') kept.push_back(point);
        if (point == U'\t') kept.push_back(U' ');
    }
    return text::utf8(kept);
}

std::string first_word(std::string& rest) {
    const std::size_t end = rest.find_first_of(" \t");
    const std::string word = rest.substr(0, end);
    rest = end == std::string::npos ? std::string{} : trimmed(rest.substr(end));
    return word;
}

bool number(const std::string& text, long& value) {
    if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string::npos) return false;
    value = std::stol(text);
    return true;
}

}  // namespace shift311::desk::typed
