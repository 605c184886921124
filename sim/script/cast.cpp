#include "sim/script/cast.hpp"

#include "sim/script/blanks.hpp"
#include "sim/script/draw.hpp"
#include "sim/script/each_text.hpp"
#include "sim/script/key.hpp"
#include "sim/script/random.hpp"

#include <algorithm>

namespace shift311::script {
namespace {

/// A blank may stand first in a sentence: "fifty-eight ..." is then written "Fifty-eight ...".
void begin_sentences(std::string& text) {
    bool begins = true;
    std::size_t letters = 0;  // of the word before: "a.m. on" ends no sentence
    for (std::size_t i = 0; i < text.size(); ++i) {
        char& c = text[i];
        const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
        if (begins && lower) c = static_cast<char>(c - 'a' + 'A');
        if (lower || upper) {
            begins = false;
            ++letters;
            continue;
        }
        const bool stop = (c == '.' && letters > 2) || c == '!' || c == '?';
        if (stop && i + 1 < text.size() && text[i + 1] == ' ') begins = true;
        else if (c != ' ' && c != '"' && c != '\'') begins = false;
        letters = 0;
    }
}

}  // namespace

Cast cast(const Script& script, const city::City& city, const city::AddressBook& book, city::Date date,
          std::uint64_t seed) {
    Random random(seed);
    Cast cast;
    cast.script = script;
    cast.drawn = draw(script, city, book, date, random);
    for (Fact& fact : cast.script.facts) {
        if (fact.say.size() > 1) fact.say = {fact.say[static_cast<std::size_t>(random.below(fact.say.size()))]};
    }
    for_each_text(cast.script, [&](std::string& text) {
        if (text.find('{') != std::string::npos) text = fill(text, cast.drawn);
    });
    for (Fact& fact : cast.script.facts) {
        for (std::string& say : fact.say) begin_sentences(say);
    }
    cast.script.vary.clear();
    cast.key = key_of(cast.script, city, book, date);
    return cast;
}

}  // namespace shift311::script
