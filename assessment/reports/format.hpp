// The forms in which a report can be had.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace shift311::reports {

enum class Format { html, pdf, csv, json };

/// A word that names no form we offer; `what()` is one sentence.
struct BadFormat : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// "html", "pdf", "csv" or "json". Throws BadFormat.
Format format_named(std::string_view word);

}  // namespace shift311::reports
