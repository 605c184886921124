#include "sim/app/spelling.hpp"

#include "assessment/text/spelling.hpp"
#include "sim/script/known_words.hpp"

#include <map>
#include <memory>
#include <string>

namespace shift311::app {
namespace {

struct Desk {
    text::Speller english{"en_US"};
    text::Speller spanish{"es"};
};

const Desk& desk_of(const city::City& city) {
    static std::map<std::string, std::unique_ptr<Desk>> desks;
    std::unique_ptr<Desk>& desk = desks[city.id + " " + city.hash];
    if (!desk) {
        desk = std::make_unique<Desk>();
        const std::vector<std::string> words = script::known_words(city);
        desk->english.know(words);
        desk->spanish.know(words);
    }
    return *desk;
}

}  // namespace

scoring::Spelling spelling_of(const city::City& city, const scoring::AnswerKey& key, const journal::Journal& journal,
                              journal::ContactId contact) {
    const Desk& desk = desk_of(city);
    return scoring::spell_checked(key, journal, contact, {&desk.english, &desk.spanish});
}

}  // namespace shift311::app
