#include "assessment/reports/csv.hpp"

#include "assessment/text/normal.hpp"

#include <fmt/format.h>

namespace shift311::reports {

void Csv::next_cell() {
    if (!first_) out_ += ',';
    first_ = false;
}

Csv& Csv::text(std::string_view cell) {
    next_cell();
    std::string sound = text::valid_utf8(cell) ? std::string(cell) : text::utf8(text::code_points(cell));
    for (char& c : sound) {
        if (c == '\0') c = ' ';
    }
    constexpr std::string_view kStartsFormula = "=+-@\t\r\n";
    if (!sound.empty() && kStartsFormula.find(sound.front()) != std::string_view::npos) sound.insert(0, "'");
    if (sound.find_first_of(",\"\r\n") == std::string::npos) {
        out_ += sound;
        return *this;
    }
    out_ += '"';
    for (const char c : sound) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    out_ += '"';
    return *this;
}

Csv& Csv::number(std::int64_t cell) {
    next_cell();
    out_ += std::to_string(cell);
    return *this;
}

Csv& Csv::points(std::int64_t hundredths) {
    next_cell();
    const bool negative = hundredths < 0;
    const auto size = negative ? -hundredths : hundredths;
    out_ += fmt::format("{}{}.{:02}", negative ? "-" : "", size / 100, size % 100);
    return *this;
}

Csv& Csv::nothing() {
    next_cell();
    return *this;
}

void Csv::end_line() {
    out_ += "\r\n";
    first_ = true;
}

}  // namespace shift311::reports
