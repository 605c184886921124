#include "tests/records/made_up.hpp"

#include <utility>

namespace shift311::records::tests {

using namespace journal;

Head made_up_head(const std::string& trainee) {
    Head head;
    head.trainee = trainee;
    head.shift = "first-shift";
    head.title = "First shift";
    head.city = "philadelphia";
    head.date = "2026-11-24";
    head.level = 2;
    head.seed = 18'446'744'073'709'551'615ULL;
    head.content_hash = "6f1ed002ab5595859014ebf0951522d9";
    head.city_hash = "aa12cc7b0f5e4d3c9b8a7f6e5d4c3b2a";
    head.began = "2026-11-21T19:49:31Z";
    return head;
}

scoring::AnswerKey pothole_key() {
    scoring::AnswerKey key;
    key.script = "pothole-tire";
    key.title = "A pothole took out a tire";
    key.level = 2;
    key.duties = {"6J55-08", "1322-03"};
    key.disposition = "file";
    key.service = "street-defect";
    key.fields = {{"location", "Location", text::FieldKind::address, "4208 SPRUCE ST", {}, {}, "location", true},
                  {"cross_street", "Cross street", text::FieldKind::address, "S 42ND ST", {}, {}, "cross", false},
                  {"lane", "Lane", text::FieldKind::choice, "driving lane", {}, {}, "lane", false}};
    key.steps = {{"greet", "Greet the caller"},
                 {"ask_location", "Ask where it is"},
                 {"read_back", "Read the request back"},
                 {"check_duplicates", "Look for a request that is open already"},
                 {"give_reference", "Give the reference number"},
                 {"close", "Close the call"}};
    key.never = {{"promise_date", "Promise a date"}, {"blame_caller", "Blame the caller"}};
    key.chances = {{"opening", {"empathise", "apologise"}}};
    key.facts_asked = {"location", "cross", "lane"};
    key.due = "2027-02-02";
    return key;
}

scoring::AnswerKey permit_key() {
    scoring::AnswerKey key;
    key.script = "permit-email";
    key.title = "Does a fence need a permit?";
    key.channel = Channel::email;
    key.level = 2;
    key.disposition = "inform";
    key.articles = {"fence-permit"};
    key.reply = {{"fences up to 6 feet need no permit", {"6 feet", "six feet"}}};
    return key;
}

namespace {

// Field by field, so that a field which events gain later starts as its default here.
Arrived arrived(const char* script, const char* title, Channel channel, const char* from) {
    Arrived it;
    it.script = script;
    it.title = title;
    it.channel = channel;
    it.from = from;
    return it;
}

CallerSaid said(const char* text, Millis lasts, const char* answers, std::vector<std::string> tells) {
    CallerSaid it;
    it.text = text;
    it.lasts = lasts;
    it.why = *answers ? "answer" : "opening";
    it.answers = answers;
    it.tells = std::move(tells);
    return it;
}

}  // namespace

std::vector<Event> made_up_events() {
    std::vector<Event> out;
    MoodChanged better;
    better.from = Mood::annoyed;
    better.to = Mood::uneasy;
    better.why = "You said that you were sorry about the tire.";
    Arrived letter =
        arrived("permit-email", "Does a fence need a permit?", Channel::email, "renée.o'neill@example.org");
    letter.subject = "Fence permit?";
    letter.body = "Hello,\nI want to put up a fence of 5 feet. Do I need a permit?\nRenée";
    const auto add = [&](Millis at, ContactId contact, Act act) {
        out.push_back({static_cast<Seq>(out.size() + 1), at, contact, std::move(act)});
    };
    add(0, 0, AcdChanged{AcdState::available});
    Arrived call = arrived("pothole-tire", "A pothole took out a tire", Channel::phone, "215-555-0142");
    call.mood = Mood::annoyed;
    add(2'000, 1, call);
    add(6'500, 1, Answered{});
    add(7'000, 1, TraineeSaid{"Thank you for calling 311, how can I help?", 3'200, {"greet", "ask_how_help"}, false});
    add(10'400, 1,
        said("Hi, yeah, I just blew a tire on a pothole and I want somebody to fix it. <Really> & \"now\"!", 6'000, "",
             {}));
    add(17'000, 1, TraineeSaid{"I'm sorry about your tire. Where is it?", 3'000, {"empathise", "ask_location"}, false});
    add(20'200, 1, better);
    add(20'300, 1,
        said("It's forty-two oh eight Spruce, right before the light.", 4'000, "ask_location", {"location"}));
    add(26'000, 1, ServiceChosen{"street-defect"});
    add(29'000, 1, FieldEdited{"location", "4280", "4280", 4, 0, false});
    add(31'500, 1, FieldEdited{"location", "4280 SPRUCE ST", " SPRUCE ST", 10, 0, false});
    add(34'000, 1,
        TraineeSaid{"What is the cross street, and which lane?", 3'000, {"ask_cross_street", "ask_which_lane"}, false});
    add(37'200, 1,
        said("The nearest corner is South 42nd. Right in the lane I drive in.", 4'500, "ask_cross_street",
             {"cross", "lane"}));
    add(40'000, 2, letter);
    add(44'000, 1, FieldEdited{"cross_street", "S 42ND ST", "S 42ND ST", 9, 1, false});
    add(46'000, 1, FieldEdited{"lane", "driving lane", "driving lane", 0, 0, true});
    add(48'000, 1, LookedUp{Catalog::near, "4280 SPRUCE ST", {}});
    add(55'000, 1,
        Filed{"18104512",
              "street-defect",
              {{"location", "4280 SPRUCE ST"}, {"cross_street", "S 42ND ST"}, {"lane", "driving lane"}},
              "2027-02-02"});
    add(58'000, 1,
        TraineeSaid{
            "Your reference number is 18104512. Anything else?", 6'000, {"give_reference", "anything_else"}, false});
    add(64'500, 1, said("No, that's it.", 1'200, "anything_else", {}));
    add(66'000, 1, TraineeSaid{"Thank you for calling, goodbye.", 2'000, {"close"}, false});
    add(68'500, 1, Ended{"trainee", "closed"});
    add(75'000, 1, Wrapped{"file"});
    add(76'000, 2, Answered{});
    add(76'100, 2, Taken{});
    add(80'000, 2, LookedUp{Catalog::articles, "fence permit", {"fence-permit", "deck-permit"}});
    add(82'000, 2, Opened{Catalog::articles, "fence-permit"});
    add(120'000, 2,
        FieldEdited{"reply", "Dear Renée, a fence up to 6 feet needs no permit.",
                    "Dear Renée, a fence up to 6 feet needs no permit.", 49, 3, false});
    add(122'000, 2, Replied{"Dear Renée, a fence up to 6 feet needs no permit.", {"explain_policy"}});
    add(122'100, 2, Ended{"trainee", "replied"});
    add(125'000, 2, Wrapped{"inform"});
    add(126'000, 0, ShiftEnded{"finished"});
    return out;
}

std::vector<Event> notes(Seq first, Seq count) {
    std::vector<Event> out;
    for (Seq seq = first; seq < first + count; ++seq) {
        const std::string word = "note " + std::to_string(seq) + " ";
        out.push_back(
            {seq, Millis{seq} * 250, 1, FieldEdited{"notes", word, word, static_cast<int>(word.size()), 0, false}});
    }
    return out;
}

}  // namespace shift311::records::tests
