#include "assessment/reports/format.hpp"

namespace shift311::reports {

Format format_named(std::string_view word) {
    if (word == "html") return Format::html;
    if (word == "json") return Format::json;
    if (word == "csv") return Format::csv;
    if (word == "pdf") return Format::pdf;
    throw BadFormat("There is no report format \"" + std::string(word) + "\"; there are html, pdf, csv and json.");
}

}  // namespace shift311::reports
