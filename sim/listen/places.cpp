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
    return i + 1 < words.size() && words[i + 1].before == Pause::none && words[i + 1].word == "speaking";
}

bool titled(const std::vector<Spoken>& words, std::size_t i) {
    for (const std::string_view word : {"mr", "mrs", "ms", "miss", "dr", "senor", "senora", "sr", "sra"}) {
        if (i > 0 && words[i].before != Pause::sentence && words[i - 1].word == word) return true;
    }
    return false;
}

}  // namespace shift311::listen
