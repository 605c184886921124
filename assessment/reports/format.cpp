#include "assessment/reports/format.hpp"

namespace shift311::reports {

Format format_named(std::string_view word) {
    if (word == "html") return Format::html;
    if (word == "json") return Format::json;
    if (word == "csv") return Format::csv;
    if (word == "pdf") {
        throw BadFormat(
            "This version makes no PDF; ask for html and print it to PDF from a browser, or for json or csv.");
    }
    throw BadFormat("There is no report format \"" + std::string(word) + "\"; there are html, json and csv.");
}

}  // namespace shift311::reports
