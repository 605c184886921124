// The core phrases themselves: all there, well made, and each example heard as what it stands for.
#include "assessment/text/normal.hpp"
#include "tests/listen/heard.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>

using shift311::script::Phrase;
using shift311::tests::core_listener;
using shift311::tests::core_phrases;

namespace {

const std::set<std::string> kIds{"greet",
                                 "thank_for_calling",
                                 "ask_how_help",
                                 "ask_name",
                                 "ask_spelling",
                                 "ask_callback",
                                 "ask_email",
                                 "ask_location",
                                 "ask_cross_street",
                                 "ask_landmark",
                                 "ask_unit",
                                 "ask_when",
                                 "ask_how_long",
                                 "ask_details",
                                 "ask_which_lane",
                                 "ask_size",
                                 "ask_hazard",
                                 "ask_anyone_hurt",
                                 "ask_emergency_now",
                                 "ask_safe_place",
                                 "ask_access",
                                 "ask_owner",
                                 "ask_reference",
                                 "ask_repeat",
                                 "ask_language",
                                 "paraphrase",
                                 "read_back",
                                 "empathise",
                                 "apologise",
                                 "reassure",
                                 "acknowledge",
                                 "decline_private",
                                 "explain_policy",
                                 "explain_process",
                                 "give_reference",
                                 "give_due_date",
                                 "no_date_possible",
                                 "give_number",
                                 "offer_transfer",
                                 "announce_transfer",
                                 "ask_hold",
                                 "thank_hold",
                                 "offer_supervisor",
                                 "warn_language",
                                 "offer_interpreter",
                                 "anything_else",
                                 "close",
                                 "promise_date",
                                 "blame_caller",
                                 "calm_down",
                                 "interrupt",
                                 "disclose_private",
                                 "give_opinion"};

std::string with_blanks_filled(std::string say) {
    const std::map<std::string, std::string> values{{"{trainee}", "Dana"},        {"{reference}", "17346520"},
                                                    {"{due_date}", "January 28"}, {"{target}", "the Water Department"},
                                                    {"{number}", "215-685-6300"}, {"{address}", "4208 Spruce Street"}};
    for (const auto& [blank, value] : values) {
        for (std::size_t at = say.find(blank); at != std::string::npos; at = say.find(blank))
            say.replace(at, blank.size(), value);
    }
    return say;
}

}  // namespace

TEST_CASE("all core phrases are there, and no others", "[listen][phrases]") {
    std::set<std::string> ids;
    for (const Phrase& phrase : core_phrases())
        ids.insert(phrase.id);
    CHECK(ids == kIds);
    CHECK(core_phrases().size() == kIds.size());
}

TEST_CASE("each core phrase has a label of its own and enough wordings", "[listen][phrases]") {
    std::set<std::string> labels;
    std::map<std::string, std::string> meant;  // a wording stands for one phrase
    for (const Phrase& phrase : core_phrases()) {
        INFO(phrase.id);
        CHECK(labels.insert(phrase.label).second);
        CHECK(phrase.label.size() <= 48);
        CHECK(phrase.say.size() > 0);
        CHECK(phrase.english.size() >= 8);
        CHECK(phrase.english.size() <= 20);
        CHECK(phrase.spanish.size() >= 4);
        CHECK(phrase.spanish.size() <= 10);
        CHECK(phrase.avoid == (phrase.group == "avoid"));
        for (const auto* wordings : {&phrase.english, &phrase.spanish}) {
            for (const std::string& wording : *wordings) {
                INFO(wording);
                CHECK(meant.emplace(shift311::text::plain(wording), phrase.id).second);
            }
        }
    }
}

TEST_CASE("each example is heard as its phrase", "[listen][phrases]") {
    int examples = 0;
    int right = 0;
    for (const Phrase& phrase : core_phrases()) {
        for (const auto* wordings : {&phrase.english, &phrase.spanish}) {
            for (const std::string& wording : *wordings) {
                ++examples;
                const auto understood = core_listener().understand(wording);
                bool found = false;
                for (const auto& one : understood.heard)
                    found = found || one.phrase == phrase.id;
                UNSCOPED_INFO((found ? "" : "missed: " + phrase.id + " <- " + wording));
                right += found ? 1 : 0;
            }
        }
    }
    CHECK(right == examples);
}

TEST_CASE("what is spoken for a phrase is heard as that phrase", "[listen][phrases]") {
    for (const Phrase& phrase : core_phrases()) {
        const std::string said = with_blanks_filled(phrase.say);
        INFO(said);
        CHECK(said.find('{') == std::string::npos);
        CHECK(core_listener().understand(said).best == phrase.id);
    }
}
