#include "sim/script/blanks.hpp"

#include <algorithm>

namespace shift311::script {
namespace {

bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

constexpr std::array<std::string_view, 3> kNameParts{"first", "last", "spelled"};
constexpr std::array<std::string_view, 9> kBlockParts{
    "address", "spoken", "street", "street.spoken", "number", "cross", "cross.spoken", "neighborhood", "maintained_by"};
constexpr std::array<std::string_view, 10> kRequestParts{"reference", "spoken",         "wrong",    "wrong.spoken",
                                                         "address",   "address.spoken", "reporter", "status_note",
                                                         "opened",    "expected"};
constexpr std::array<std::string_view, 1> kPhoneParts{"spoken"};

}  // namespace

Blanks blanks_in(std::string_view text) {
    Blanks blanks;
    std::size_t i = 0;
    while ((i = text.find_first_of("{}", i)) != std::string_view::npos) {
        std::size_t end = i + 1;
        if (text[i] == '{') {
            while (end < text.size() && is_name_char(text[end]))
                ++end;
        }
        if (text[i] == '}' || end == text.size() || text[end] != '}' || end == i + 1) {
            blanks.whole = false;
            i += 1;
            continue;
        }
        blanks.names.push_back(text.substr(i + 1, end - i - 1));
        i = end + 1;
    }
    return blanks;
}

bool is_line_blank(std::string_view name) {
    return std::find(kLineBlanks.begin(), kLineBlanks.end(), name) != kLineBlanks.end();
}

std::span<const std::string_view> parts_of(Vary::From from) {
    switch (from) {
        case Vary::From::name:
            return kNameParts;
        case Vary::From::block:
            return kBlockParts;
        case Vary::From::request:
            return kRequestParts;
        case Vary::From::phone:
            return kPhoneParts;
        case Vary::From::one_of:
        case Vary::From::number:
            break;
    }
    return {};
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& drawn) {
    std::string filled;
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t open = text.find('{', i);
        if (open == std::string_view::npos) break;
        filled += text.substr(i, open - i);
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            i = open;
            break;
        }
        const auto found = drawn.find(std::string(text.substr(open + 1, close - open - 1)));
        if (found == drawn.end()) {
            filled += '{';
            i = open + 1;
        } else {
            filled += found->second;
            i = close + 1;
        }
    }
    return filled += text.substr(i);
}

}  // namespace shift311::script
