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
    for (char& c : text) {
        if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == '.' || c == '!' || c == '?') begins = true;
        else if (c != ' ' && c != '"' && c != '\'') begins = false;
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
