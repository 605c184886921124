#include "assessment/reports/html_text.hpp"

#include "assessment/text/align.hpp"
#include "assessment/text/normal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {

std::string html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    const std::string sound = text::valid_utf8(text) ? std::string() : text::utf8(text::code_points(text));
    for (const char c : sound.empty() ? text : std::string_view(sound)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '\n':
            case '\t':
                out += c;
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += c;
                }
        }
    }
    return out;
}

std::string html_lines(std::string_view text) {
    std::string out;
    for (const char c : html(text)) {
        if (c == '\n') {
            out += "<br>";
        } else {
            out += c;
        }
    }
    return out;
}

std::string html_name(std::string_view text) {
    return "<bdi>" + html(text) + "</bdi>";
}

std::string css_string(std::string_view text) {
    std::string out;
    for (const char32_t point : text::code_points(text)) {
        const bool plain = (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') ||
                           (point >= U'0' && point <= U'9') || point == U' ';
        if (plain) {
            out += static_cast<char>(point);
        } else {
            out += fmt::format("\\{:06x} ", static_cast<unsigned>(point < 0x20 ? 0xfffd : point));
        }
    }
    return out;
}

std::string html_diff(std::string_view expected, std::string_view written) {
    const auto parts = text::diff(expected, written);
    std::size_t same = 0;
    for (const text::DiffPart& part : parts) {
        if (part.kind == text::DiffPart::Kind::same) same += part.text.size();
    }
    // Two different words share letters by chance; picking those out would only confuse.
    if (same * 2 < std::max(expected.size(), written.size())) return "<ins>" + html(written) + "</ins>";
    std::string out;
    for (const text::DiffPart& part : parts) {
        const char* tag = part.kind == text::DiffPart::Kind::missing ? "del"
                          : part.kind == text::DiffPart::Kind::extra ? "ins"
                                                                     : "";
        out += *tag ? fmt::format("<{0}>{1}</{0}>", tag, html(part.text)) : html(part.text);
    }
    return out;
}

}  // namespace shift311::reports
