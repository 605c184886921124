#include "sim/listen/listener.hpp"

#include "tests/listen/heard.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

using shift311::listen::Listener;
using shift311::listen::Understanding;
using shift311::script::Phrase;
using shift311::tests::core_listener;
using shift311::tests::heard;

namespace {

std::string core(std::string_view words) {
    return heard(core_listener(), words);
}

Phrase own(const std::string& id, std::vector<std::string> english, std::vector<std::string> spanish = {}) {
    return {id, id, "details", english.front(), std::move(english), std::move(spanish), false};
}

}  // namespace

TEST_CASE("one phrase is heard however it is put", "[listen]") {
    CHECK(core("where is it") == "ask_location");
    CHECK(core("um, so, whats teh adress please") == "ask_location");
    CHECK(core("the address, can you give it to me?") == "ask_location");
    CHECK(core("WHERE IS IT LOCATED") == "ask_location");
    CHECK(core("\xC2\xBF"
               "D\xC3\xB3nde queda?") == "ask_location");
    CHECK(core("donde esta") == "ask_location");
    CHECK(core("This is Marguerite with 311") == "greet");
    CHECK(core("yor referense numbr is 44556677") == "give_reference");
}

TEST_CASE("a name alone is a greeting, and no word of it is taken for one of the other language", "[listen]") {
    for (const char* words : {"this is dana", "This is Marcus.", "hi, Dana here", "Hello, Keisha here.", "Dana here",
                              "my name is Dana Reyes", "This is Dana Reyes", "hello this is dana reyes",
                              "good afternoon this is sam", "hola habla dana reyes", "soy Dana", "hola, habla Marcos"}) {
        INFO(words);
        CHECK(core(words) == "greet");
    }
    // "here" is no form of "heridos", and where something is, nobody gives a name.
    for (const char* words : {"hole here", "right here", "The hole is here", "This is Spruce Street"}) {
        INFO(words);
        CHECK(core(words).empty());
    }
    CHECK(core("anyone here hurt?") == "ask_anyone_hurt");
    CHECK(core("\xC2\xBFHay heridos?") == "ask_anyone_hurt");
}

TEST_CASE("several phrases in one breath are heard in order", "[listen]") {
    CHECK(core("Thank you for calling 311, this is Dana. I'm sorry about your tire. Where is the pothole?") ==
          "greet,empathise,ask_location");
    CHECK(core("thank you for calling 311 this is dana im sorry to hear that where is it located") ==
          "greet,empathise,ask_location");
    CHECK(core("How big is it, and which lane is it in?") == "ask_size,ask_which_lane");
    CHECK(core("Your reference number is 123456 and we expect it to be done by January 28.") ==
          "give_reference,give_due_date");
    CHECK(core("Lo siento mucho. \xC2\xBF"
               "Cu\xC3\xA1l es la direcci\xC3\xB3n?") == "apologise,ask_location");
    CHECK(core("Gracias por llamar al 311, habla Dana. How can I help you?") == "greet,ask_how_help");
}

TEST_CASE("the same phrase said twice running is one", "[listen]") {
    CHECK(core("Where is it? What's the address?") == "ask_location");
}

TEST_CASE("asking, offering, announcing and telling are told apart", "[listen]") {
    CHECK(core("What is your reference number?") == "ask_reference");
    CHECK(core("Your reference number is 55512345.") == "give_reference");
    CHECK(core("Would you like me to transfer you to the Water Department?") == "offer_transfer");
    CHECK(core("I'm transferring you to the Water Department now.") == "announce_transfer");
    CHECK(core("May I put you on hold?") == "ask_hold");
    CHECK(core("Thanks for holding.") == "thank_hold");
    CHECK(core("We expect it to be done by Friday.") == "give_due_date");
    CHECK(core("I promise it will be done by Friday.") == "promise_date");
    CHECK(core("I can't give you a date.") == "no_date_possible");
    CHECK(core("I can't tell you who reported it.") == "decline_private");
    CHECK(core("It was your neighbor who reported it.") == "disclose_private");
    CHECK(core("I understand you're upset.") == "empathise");
    CHECK(core("You need to calm down.") == "calm_down");
}

TEST_CASE("an open example takes whatever follows", "[listen]") {
    CHECK(core("So what you're telling me is that the truck skipped your whole block twice.") == "paraphrase");
    CHECK(core("I promise they will be at your door before breakfast.") == "promise_date");
}

TEST_CASE("what means nothing is not understood", "[listen]") {
    for (const std::string_view words : {"", "   ", "?", "um", "asdf jkl", "my cat plays the violin",
                                         "la vaca toca el piano", "the", "7", "215-555-0142"}) {
        INFO(words);
        const Understanding understood = core_listener().understand(words);
        CHECK(understood.heard.empty());
        CHECK(understood.best.empty());
        CHECK(understood.score == 0);
    }
    CHECK(core("Where is it? My cat plays the violin on the moon.") == "ask_location");
}

TEST_CASE("the runner-up is what the same words came nearest to otherwise", "[listen]") {
    const Understanding sure = core_listener().understand("Where is it?");
    CHECK(sure.best == "ask_location");
    CHECK(sure.score == 1000);
    CHECK(!sure.runner_up.empty());
    CHECK(sure.runner_up != sure.best);
    CHECK(sure.runner_up_score < sure.score);
    const Understanding none = core_listener().understand("the address book fell behind the violin");
    CHECK(none.best.empty());
    CHECK(!none.runner_up.empty());
    CHECK(none.runner_up_score > 0);
}

TEST_CASE("the surest of several is the best", "[listen]") {
    const Understanding both = core_listener().understand("about how large might that be. Where is it?");
    REQUIRE(both.heard.size() == 2);
    CHECK(both.heard[0].phrase == "ask_size");
    CHECK(both.best == "ask_location");
    CHECK(both.score == both.heard[1].score);
}

TEST_CASE("a script's own phrases are heard beside the core ones", "[listen]") {
    const Listener with = core_listener().with(
        {own("ask_set_out", {"When did you set the trash out?", "What time did the trash go to the curb?"},
             {"\xC2\xBF"
              "A qu\xC3\xA9 hora sac\xC3\xB3 la basura?"}),
         own("ask_smell", {"Do you smell gas?", "Is there a smell of gas?"})});
    CHECK(heard(with, "What time did you set the trash out?") == "ask_set_out");
    CHECK(heard(with, "a que hora saco usted la basura") == "ask_set_out");
    CHECK(heard(with, "When did it happen?") == "ask_when");
    CHECK(heard(with, "Where is it? And when did you set it out?") == "ask_location,ask_set_out");
    // Said by a core phrase too: the script's own is meant.
    CHECK(core("Do you smell gas?") == "ask_hazard");
    CHECK(heard(with, "Do you smell gas?") == "ask_smell");
    CHECK(with.understand("Do you smell gas?").score == 1000);
    // The listener it came from is as it was.
    CHECK(core("What time did you set the trash out?") != "ask_set_out");
}

TEST_CASE("an own phrase with a known id adds its wordings", "[listen]") {
    const Listener with = core_listener().with({own("ask_location", {"Which manhole would that be?"})});
    CHECK(heard(with, "which manhole would that be") == "ask_location");
    CHECK(heard(with, "where is it") == "ask_location");
    CHECK(with.phrases().size() == core_listener().phrases().size());
}

TEST_CASE("a listener with few phrases does not take everything for one of them", "[listen]") {
    const Listener small({own("ask_color", {"What color is it?", "Which color was the car?"})});
    CHECK(heard(small, "what color is the car") == "ask_color");
    CHECK(heard(small, "where exactly did this happen").empty());
    CHECK(heard(small, "hello there").empty());
    CHECK(heard(Listener({}), "where is it").empty());
}

TEST_CASE("the same words mean the same, every time and to every copy", "[listen]") {
    const Listener copy = core_listener();
    const Listener again(shift311::tests::core_phrases());
    for (const auto& wording : shift311::tests::wordings("dev.tsv")) {
        const Understanding first = core_listener().understand(wording.words);
        CHECK(first == copy.understand(wording.words));
        CHECK(first == again.understand(wording.words));
    }
}

TEST_CASE("reading back gives nothing away and asks for nothing again", "[listen]") {
    for (const char* words :
         {"So I have the pothole at 4208 Spruce, in the driving lane, your name is Angela Harmon, and the callback is "
          "215-555-0150.",
          "Let me read that back: 4208 Spruce Street, pothole in the parking lane, about a foot wide.",
          "So that's 1390 North 13th Street near Jefferson, in the driving lane, fifteen inches."}) {
        INFO(words);
        CHECK(heard(core_listener(), words) == "read_back");
    }
    // The next sentence is another thing again, and so is a question.
    CHECK(
        heard(core_listener(), "Let me read that back: 4208 Spruce Street. The lady who reported you is Rosa Diaz.") ==
        "read_back,disclose_private");
    CHECK(heard(core_listener(), "Just to confirm, 4208 Spruce Street, and what is your name?") ==
          "read_back,ask_name");
}

TEST_CASE("who says what cannot be promised has promised nothing", "[listen]") {
    for (const char* words :
         {"I can't promise that they will come tomorrow", "I cannot promise you it will be done tomorrow",
          "I can't guarantee it will be done by Friday", "well, we cannot promise that it'll be fixed this week",
          "no le puedo garantizar que vengan mañana", "no le puedo prometer que lo arreglen el lunes"}) {
        INFO(words);
        CHECK(heard(core_listener(), words) == "no_date_possible");
    }
    for (const char* words : {"I promise they will come tomorrow", "I guarantee it will be done by Friday",
                              "le garantizo que van a venir mañana", "it will be done by tomorrow, no question"}) {
        INFO(words);
        CHECK(heard(core_listener(), words) == "promise_date");
    }
}

TEST_CASE("long talk and any bytes are survived", "[listen]") {
    std::string lines;
    for (int i = 0; i < 60; ++i)
        lines += "please just go on talking about whatever without a stop ";
    CHECK_NOTHROW(core_listener().understand(lines));
    CHECK_NOTHROW(core_listener().understand(std::string(5000, 'a')));
    CHECK(core(lines + ". Where is it?").find("ask_location") != std::string::npos);
    std::uint32_t seed = 7;
    for (int round = 0; round < shift311::tests::effort(500); ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            seed = seed * 1664525u + 1013904223u;
            text += static_cast<char>(seed >> 24);
        }
        for (const auto& one : core_listener().understand(text).heard)
            CHECK((one.score > 0 && one.score <= 1000));
    }
}
