// What can go wrong with the records file: a kind to decide by, and one plain sentence to show.
#pragma once

#include <stdexcept>
#include <string>

namespace shift311::records {

/// `what()` is one sentence that names the file and says what to do.
struct Trouble : std::runtime_error {
    enum class Kind { locked, damaged, newer, read_only, full, unwritable, missing };

    Trouble(Kind its_kind, const std::string& sentence) : std::runtime_error(sentence), kind(its_kind) {}

    Kind kind;
};

/// Somebody asked for an attempt, a person or a name that the records do not hold or cannot take; `what()` is one
/// sentence.
struct NotFound : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace shift311::records
