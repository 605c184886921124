#include "sim/listen/reading.hpp"

#include <initializer_list>

namespace shift311::listen {

namespace {

/// " Counted: where, is." for the words of these kinds; nothing when there are none.
std::string listed(const Reading& reading, const std::string& title, std::initializer_list<WordAccount::As> kinds) {
    std::string out;
    for (const WordAccount& account : reading.accounts) {
        for (const WordAccount::As kind : kinds) {
            if (account.as == kind) out += (out.empty() ? " " + title + ": " : ", ") + account.said;
        }
    }
    return out.empty() ? out : out + ".";
}

}  // namespace

std::string told(const Reading& reading) {
    using As = WordAccount::As;
    std::string out = "\"" + reading.words + "\": ";
    if (reading.phrase.empty()) return out + "not understood.";
    out += reading.accepted ? "" : "not understood; nearest is ";
    out += reading.phrase + " (" + std::to_string(reading.score) + "), like \"" + reading.example + "\".";
    out += listed(reading, "The same", {As::same, As::name});
    out += listed(reading, "Taken for a misspelling", {As::spelling});
    out += listed(reading, "Of like meaning", {As::meaning});
    out += listed(reading, "In other wordings of it", {As::elsewhere});
    out += listed(reading, "No help", {As::no_help, As::topic});
    out += listed(reading, "Unknown", {As::unknown});
    if (!reading.runner_up.empty()) {
        out += " Next: " + reading.runner_up + " (" + std::to_string(reading.runner_up_score) + ").";
    }
    return out;
}

}  // namespace shift311::listen
