#include "sim/listen/places.hpp"

#include <string_view>

namespace shift311::listen {

namespace {

bool follows(const std::vector<Spoken>& words, std::size_t i, std::string_view word) {
    return i > 0 && words[i].before == Pause::none && words[i - 1].word == word;
}

}  // namespace

bool name_place(const std::vector<Spoken>& words, std::size_t i) {
    if (follows(words, i, "is") && i > 1 && (words[i - 2].word == "this" || words[i - 2].word == "name")) return true;
    if (follows(words, i, "with") && i > 1 && words[i - 2].word == "speaking") return true;
    for (const std::string_view word : {"soy", "habla", "atiende", "con", "llamo"}) {
        if (follows(words, i, word)) return true;
    }
    if (follows(words, i, "es") && i > 1 && words[i - 2].word == "nombre") return true;
    if (i + 1 == words.size() || words[i + 1].before != Pause::none) return false;
    if (words[i + 1].word == "speaking") return true;
    // "Dana here", and nothing more: who says more says where something is.
    const bool alone =
        (i == 0 || words[i].before != Pause::none) && (i + 2 == words.size() || words[i + 2].before != Pause::none);
    return alone && words[i + 1].word == "here";
}

bool titled(const std::vector<Spoken>& words, std::size_t i) {
    for (const std::string_view word : {"mr", "mrs", "ms", "miss", "dr", "senor", "senora", "sr", "sra"}) {
        if (i > 0 && words[i].before != Pause::sentence && words[i - 1].word == word) return true;
    }
    return false;
}

}  // namespace shift311::listen
