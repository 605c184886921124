#include "assessment/journal/codec.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace shift311::journal;

namespace {

/// xorshift64: the same numbers on every machine.
struct Dice {
    std::uint64_t state;
    std::uint64_t operator()(std::uint64_t sides) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return state % sides;
    }
    std::string text() {
        static const std::vector<std::string> kPieces{"",
                                                      "a",
                                                      " ",
                                                      "\"",
                                                      "\\",
                                                      "\n",
                                                      "\r\n",
                                                      "\t",
                                                      std::string(1, '\0'),
                                                      "\x7f",
                                                      "{",
                                                      "}",
                                                      ",",
                                                      "ñ",
                                                      "é",
                                                      "\u2028",
                                                      "\xF0\x9F\x9A\xA7",
                                                      "Calle 9½",
                                                      "0",
                                                      "null",
                                                      "e\u0301",
                                                      "\u202E",
                                                      "</script>"};
        std::string text;
        for (std::uint64_t n = (*this)(6); n > 0; --n)
            text += kPieces[(*this)(kPieces.size())];
        return text;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> list;
        for (std::uint64_t n = (*this)(4); n > 0; --n)
            list.push_back(text());
        return list;
    }
    Millis millis() { return static_cast<Millis>((*this)(1ULL << (1 + (*this)(62)))); }
    bool coin() { return (*this)(2) == 1; }
    template <class Enum>
    Enum any(Enum last) {
        return static_cast<Enum>((*this)(static_cast<std::uint64_t>(last) + 1));
    }
    Act act(std::size_t kind) {
        const auto mood = [this] { return any(Mood::content); };
        switch (kind) {
            case 0:
                return AcdChanged{any(AcdState::on_break)};
            case 1:
                return Paused{text(), millis()};
            case 2:
                return ShiftEnded{text()};
            case 3:
                return Arrived{text(), text(), any(Channel::radio), text(), text(), text(), texts(), mood(), text()};
            case 4:
                return Answered{};
            case 5:
                return Abandoned{};
            case 6:
                return Taken{};
            case 7:
                return Ended{text(), text()};
            case 8:
                return Wrapped{text()};
            case 9:
                return CallerSaid{text(), millis(), text(), text(), texts(), text(), text(), coin(), coin()};
            case 10:
                return TraineeSaid{text(), millis(), texts(), coin()};
            case 11:
                return MoodChanged{mood(), mood(), text(), text(), text()};
            case 12:
                return ServiceChosen{text()};
            case 13:
                return FieldEdited{text(), text(), text(), static_cast<int>((*this)(1U << 31U)), 3, coin()};
            case 14:
                return LookedUp{any(Catalog::directory), text(), texts()};
            case 15:
                return Opened{any(Catalog::directory), text()};
            case 16:
                return HoldBegan{};
            case 17:
                return HoldEnded{};
            case 18:
                return TransferBegan{text(), coin()};
            case 19:
                return TransferAnswered{text(), text(), millis()};
            case 20:
                return Filed{text(), text(), {{text(), text()}, {text(), text()}}, text()};
            case 21:
                return RequestChanged{text(), text()};
            case 22:
                return Replied{text(), texts()};
            case 23:
                return VignetteShown{text(), text(), static_cast<int>((*this)(1U << 31U))};
            case 24:
                return VignetteAnswered{text(), text(), text()};
            default:
                return PromptShown{text(), text(), text(), millis()};
        }
    }
    Head head() {
        return Head{kFormat,
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    static_cast<int>((*this)(1440)),
                    static_cast<int>((*this)(5)),
                    (*this)(~0ULL),
                    coin() ? "exam" : "",
                    coin() ? "form-1" : "",
                    text(),
                    text(),
                    text(),
                    text()};
    }
};

const std::string kHead =
    R"({"attempt":"0b6e","began":"2026-11-21T19:49:31Z","city":"philadelphia","city_hash":"c1","content_hash":"c2",)"
    R"("date":"2026-11-24","format":1,"level":2,"program":"0.1.0","seed":18446744073709551615,"shift":"tuesday",)"
    R"("starts_at_minute":480,"station":"desk-4","title":"Tuesday morning","trainee":"Dana R."})";

const std::string kRinging = R"({"act":"answered","at":5,"contact":1,"seq":1})";

std::string complaint(std::string_view line) {
    try {
        event_from_json(line);
    } catch (const BadJournal& bad) {
        return bad.what();
    }
    return "accepted";
}

std::string complaint_about_lines(const std::string& text) {
    try {
        from_json_lines(text);
    } catch (const BadJournal& bad) {
        return bad.what();
    }
    return "accepted";
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every kind of event has these bytes") {
    // Every member holds something else than its default, so that a member forgotten by the codec shows.
    const std::vector<std::pair<Act, std::string>> kinds{
        {AcdChanged{AcdState::wrap_up}, R"("act":"acd_changed","at":7,"contact":2,"seq":9,"state":"wrap_up")"},
        {Paused{"break", 1234}, R"("act":"paused","at":7,"contact":2,"lost":1234,"seq":9,"why":"break")"},
        {ShiftEnded{"quit"}, R"("act":"shift_ended","at":7,"contact":2,"seq":9,"why":"quit")"},
        {Arrived{"tree", "A tree", Channel::walk_in, "counter", "Re: tree", "Hi", {"where"}, Mood::angry, "wire"},
         R"("act":"arrived","at":7,"body":"Hi","channel":"walk_in","contact":2,"cue":"wire","from":"counter",)"
         R"("mood":"angry","script":"tree","seq":9,"subject":"Re: tree","tells":["where"],"title":"A tree")"},
        {Answered{}, R"("act":"answered","at":7,"contact":2,"seq":9)"},
        {Abandoned{}, R"("act":"abandoned","at":7,"contact":2,"seq":9)"},
        {Taken{}, R"("act":"taken","at":7,"contact":2,"seq":9)"},
        {Ended{"caller", "gave_up"}, R"("act":"ended","at":7,"by":"caller","contact":2,"seq":9,"why":"gave_up")"},
        {Wrapped{"file"}, R"("act":"wrapped","at":7,"contact":2,"disposition":"file","seq":9)"},
        {CallerSaid{"Hello?", 900, "beat", "b1", {"lane", "size"}, "ask_size", "gas", true, true},
         R"("act":"caller_said","again":true,"answers":"ask_size","at":7,"beat":"b1","contact":2,"cue":"gas",)"
         R"("hangs_up":true,"lasts":900,"seq":9,"tells":["lane","size"],"text":"Hello?","why":"beat")"},
        {TraineeSaid{"Hi", 400, {"greet"}, true},
         R"("act":"trainee_said","at":7,"contact":2,"heard":["greet"],"lasts":400,"over_caller":true,"seq":9,"text":"Hi")"},
        {MoodChanged{Mood::annoyed, Mood::uneasy, "Sorry helps.", "b2", "apologise"},
         R"("act":"mood_changed","answers":"apologise","at":7,"beat":"b2","contact":2,"from":"annoyed","seq":9,"to":"uneasy","why":"Sorry helps.")"},
        {ServiceChosen{"pothole"}, R"("act":"service_chosen","at":7,"contact":2,"seq":9,"service":"pothole")"},
        {FieldEdited{"cross", "S 42", "2", 1, 3, true},
         R"("act":"field_edited","at":7,"contact":2,"erased":3,"field":"cross","inserted":"2","keys":1,"pasted":true,)"
         R"("seq":9,"value":"S 42")"},
        {LookedUp{Catalog::near, "4208 SPRUCE ST", {"17"}},
         R"("act":"looked_up","at":7,"contact":2,"found":["17"],"query":"4208 SPRUCE ST","seq":9,"where":"near")"},
        {Opened{Catalog::articles, "noise"},
         R"("act":"opened","at":7,"contact":2,"id":"noise","seq":9,"where":"articles")"},
        {HoldBegan{}, R"("act":"hold_began","at":7,"contact":2,"seq":9)"},
        {HoldEnded{}, R"("act":"hold_ended","at":7,"contact":2,"seq":9)"},
        {TransferBegan{"911", true}, R"("act":"transfer_began","at":7,"contact":2,"seq":9,"target":"911","warm":true)"},
        {TransferAnswered{"911", "911.", 600},
         R"("act":"transfer_answered","at":7,"contact":2,"lasts":600,"seq":9,"target":"911","text":"911.")"},
        {Filed{"17", "pothole", {{"b", "2"}, {"a", "1"}}, "2027-01-28"},
         R"("act":"filed","at":7,"contact":2,"due":"2027-01-28","fields":{"a":"1","b":"2"},"reference":"17","seq":9,)"
         R"("service":"pothole")"},
        {RequestChanged{"17", "added"},
         R"("act":"request_changed","at":7,"contact":2,"how":"added","reference":"17","seq":9)"},
        {Replied{"Dear Ms. Peña", {"greet"}},
         R"("act":"replied","at":7,"contact":2,"heard":["greet"],"seq":9,"text":"Dear Ms. Peña")"},
        {VignetteShown{"smoke", "There's smoke.", 3},
         R"("act":"vignette_shown","at":7,"contact":2,"id":"smoke","number":3,"seq":9,"text":"There's smoke.")"},
        {VignetteAnswered{"smoke", "911", "Smoke is fire."},
         R"("act":"vignette_answered","answer":"911","at":7,"contact":2,"id":"smoke","seq":9,"told":"Smoke is fire.")"},
        {PromptShown{"broad-street", "Broad Street runs", "copy", 300'000},
         R"("act":"prompt_shown","at":7,"contact":2,"field":"copy","id":"broad-street","lasts":300000,"seq":9,)"
         R"("text":"Broad Street runs")"}};
    REQUIRE(kinds.size() == std::variant_size_v<ActKinds>);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        CHECK(kinds[i].first.index() == i);
        const std::string line = "{" + kinds[i].second + "}";
        CHECK(to_json(Event{9, 7, 2, kinds[i].first}) == line);
        CHECK(to_json(event_from_json(line)) == line);
    }
}

TEST_CASE("the head has these bytes") {
    const Head head = head_from_json(kHead);
    CHECK(head.seed == std::numeric_limits<std::uint64_t>::max());
    CHECK(head.trainee == "Dana R.");
    CHECK(head.level == 2);
    CHECK(to_json(head) == kHead);
}

TEST_CASE("whatever is written is read back the same") {
    Dice dice{0x5eed311};
    for (int round = 0; round < shift311::tests::effort(60); ++round) {
        Journal journal;
        journal.head = dice.head();
        Millis at = 0;
        for (std::size_t kind = 0; kind < std::variant_size_v<ActKinds>; ++kind) {
            at += static_cast<Millis>(dice(5000));
            journal.events.push_back({static_cast<Seq>(kind + 1), at, static_cast<ContactId>(dice(4)), dice.act(kind)});
            REQUIRE(journal.events.back().act.index() == kind);
        }
        const std::string text = to_json_lines(journal);
        REQUIRE(std::count(text.begin(), text.end(), '\n') == static_cast<std::ptrdiff_t>(journal.events.size() + 1));
        REQUIRE(to_json_lines(from_json_lines(text)) == text);
    }
}

TEST_CASE("an event that is not exactly one of ours is refused in one sentence") {
    CHECK(complaint(kRinging) == "accepted");
    CHECK(complaint(R"({"act":"sang","at":5,"contact":1,"seq":1})") == R"(Event: the act "sang" is unknown.)");
    CHECK(complaint(R"({"act":"answered","contact":1,"seq":1})") == R"(Event: "at" is missing.)");
    CHECK(complaint(R"({"act":"wrapped","at":5,"contact":1,"seq":1})") == R"(Event: "disposition" is missing.)");
    CHECK(complaint(R"({"act":"answered","at":"5","contact":1,"seq":1})") ==
          R"(Event: "at" should be a whole number.)");
    CHECK(complaint(R"({"act":"answered","at":5.0,"contact":1,"seq":1})") ==
          R"(Event: "at" should be a whole number.)");
    CHECK(holds(complaint(R"({"act":"answered","at":-5,"contact":1,"seq":1})"), "\"at\" should lie between 0"));
    CHECK(holds(complaint(R"({"act":"answered","at":18446744073709551615,"contact":1,"seq":1})"), "\"at\""));
    CHECK(holds(complaint(R"({"act":"answered","at":5,"contact":4294967296,"seq":1})"), "4294967295"));
    CHECK(holds(complaint(R"({"act":"answered","at":5,"contact":1,"seq":0})"), "\"seq\" should lie between 1"));
    CHECK(complaint(R"({"act":"answered","at":5,"contact":1,"seq":1,"tone":"x"})") ==
          R"(Event: the key "tone" is unknown here.)");
    CHECK(complaint(R"({"act":"answered","at":5,"at":6,"contact":1,"seq":1})") ==
          R"(Event: the key "at" stands there twice.)");
    CHECK(complaint(R"({"act":"acd_changed","at":5,"contact":0,"seq":1,"state":"lunch"})") ==
          R"(Event: "state" cannot be "lunch".)");
    CHECK(complaint(R"({"act":"trainee_said","at":5,"contact":1,"heard":["a",1],"lasts":1,"over_caller":false,)"
                    R"("seq":1,"text":""})") == R"(Event: "heard" should be a list of texts.)");
    CHECK(complaint(R"({"act":"trainee_said","at":5,"contact":1,"heard":[],"lasts":1,"over_caller":0,)"
                    R"("seq":1,"text":""})") == R"(Event: "over_caller" should be true or false.)");
    CHECK(complaint("{\"act\":\"wrapped\",\"at\":5,\"contact\":1,\"disposition\":\"\xFF\",\"seq\":1}") ==
          "Event: the text is not valid UTF-8.");
    CHECK(complaint(R"([1,2])") == "Event: this is JSON, but not an object.");
    CHECK(holds(complaint(""), "not JSON"));
    CHECK(holds(complaint("{\"act\":\"wrapped\",\"at\":5,\"contact\":1,\"disposition\":\"\\ud800\",\"seq\":1}"),
                "not JSON"));
    CHECK(holds(complaint(R"({"act":"answered","at":1e999,"contact":1,"seq":1})"), "Event: "));
    CHECK(holds(complaint(kRinging + "x"), "not JSON"));
}

TEST_CASE("a text that is not UTF-8 is never written") {
    CHECK_THROWS_AS(to_json(Event{1, 0, 1, Wrapped{"\xC3"}}), BadJournal);
}

TEST_CASE("a journal with a fault names the line") {
    const std::string later = R"({"act":"taken","at":4,"contact":1,"seq":2})";
    const std::string third = R"({"act":"taken","at":9,"contact":1,"seq":3})";
    CHECK(complaint_about_lines(kHead + "\n" + kRinging + "\n") == "accepted");
    CHECK(complaint_about_lines(kHead + "\n" + kRinging) == "accepted");
    CHECK(complaint_about_lines(kHead) == "accepted");
    CHECK(complaint_about_lines("") == "Line 1: the journal is empty.");
    CHECK(holds(complaint_about_lines(kHead + "\n\n" + kRinging), "Line 2: this is not JSON"));
    CHECK(complaint_about_lines(kHead + "\n" + kRinging + "\n" + later) == "Line 3: time goes back from 5 to 4 ms.");
    CHECK(complaint_about_lines(kHead + "\n" + kRinging + "\n" + third) ==
          "Line 3: event number 3 stands where 2 belongs.");
    CHECK(holds(complaint_about_lines(kHead + "\n" + kRinging.substr(0, 30)), "Line 2: this is not JSON"));
    std::string newer = kHead;
    newer.replace(newer.find("\"format\":1"), 10, "\"format\":2,\"shape\":3");
    CHECK(complaint_about_lines(newer) == "Line 1: the journal has format 2, and this program reads up to 1.");
    std::string never = kHead;
    never.replace(never.find("\"format\":1"), 10, "\"format\":0");
    CHECK(complaint_about_lines(never) == "Line 1: the journal has format 0, which never was.");
}

TEST_CASE("a damaged journal is refused or read, but never more than that") {
    Dice dice{99};
    Journal journal;
    journal.head = dice.head();
    for (std::size_t kind = 0; kind < std::variant_size_v<ActKinds>; ++kind) {
        journal.events.push_back({static_cast<Seq>(kind + 1), 0, 1, dice.act(kind)});
    }
    const std::string whole = to_json_lines(journal);
    for (int round = 0; round < shift311::tests::effort(3000); ++round) {
        std::string text = whole;
        for (std::uint64_t n = 1 + dice(3); n > 0; --n) {
            const auto at = static_cast<std::size_t>(dice(text.size()));
            if (dice.coin()) {
                text[at] = static_cast<char>(dice(256));
            } else {
                text.erase(at, 1 + dice(40));
            }
        }
        try {
            const Journal read = from_json_lines(text);
            CHECK(to_json_lines(from_json_lines(to_json_lines(read))) == to_json_lines(read));
        } catch (const BadJournal& bad) {
            CHECK(std::string_view(bad.what()).starts_with("Line "));
        }
    }
}
