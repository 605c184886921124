#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey with_facts() {
    AnswerKey key;
    key.facts_asked = {"location", "cross"};
    key.fields = {{"cross_street", "Cross street", text::FieldKind::address, "S 42ND ST", {}, {}, "cross", false}};
    return key;
}

JournalBuilder begun() {
    JournalBuilder builder;
    builder.rings().at(2000).answered().at(14'000).caller("At Forty-second.", {"cross"});
    return builder;
}

}  // namespace

TEST_CASE("listening: every needless question costs 100, and the sentence names its moments") {
    JournalBuilder builder = begun();
    CHECK(finding(assess(with_facts(), builder.journal(), 1), "listening.repeat").points == 300);
    builder.at(60'000).again("Forty-second, I said.", {"cross"}, "ask_cross_street");
    const Finding once = finding(assess(with_facts(), builder.journal(), 1), "listening.repeat");
    CHECK(once.points == 200);
    CHECK(once.title == "Asked again for the cross street");
    CHECK(once.why == "You asked for the cross street at 0:58, although the caller had said it at 0:12.");
    CHECK(once.evidence == std::vector<journal::Seq>{3, 4});
    builder.again("Still Forty-second!", {"cross"}, "ask_cross_street");
    const Finding thrice = finding(assess(with_facts(), builder.journal(), 1), "listening.repeat");
    CHECK(thrice.points == 100);
    CHECK(thrice.title == "Asked for the cross street twice");
    CHECK(thrice.why == "You asked for the cross street twice: 0:58 and 0:58. The caller had said it at 0:12.");
    builder.again("Spruce.", {"location"}, "ask_location").again("A foot.", {"size"}, "").again("Me.", {}, "ask_name");
    const Finding many = finding(assess(with_facts(), builder.journal(), 1), "listening.repeat");
    CHECK(many.points == 0);
    CHECK(many.title == "Asked again for name, cross street, location and size");
}

TEST_CASE("listening: the question that was right is one of the times it was asked") {
    AnswerKey key = with_facts();
    key.fields.front().label = "Address";
    key.fields.front().fact = "location";
    JournalBuilder builder;
    builder.rings().at(2000).answered().at(20'000).opening("4208 Spruce, there is a hole!", {"location"});
    builder.at(33'000)
        .says({"ask_location"})
        .at(34'000)
        .again("Like I said: 4208 Spruce.", {"location"}, "ask_location");
    builder.at(74'000).says({"ask_location"}).at(75'000).again("4208!", {"location"}, "ask_location");
    const Finding twice = finding(assess(key, builder.journal(), 1), "listening.repeat");
    CHECK(twice.why == "You asked for the address twice: 0:31 and 1:12. The caller had said it at 0:18.");
    CHECK(twice.points == 100);
    CHECK(twice.evidence == std::vector<journal::Seq>{3, 4, 6});
}

TEST_CASE("listening: everything that the form needs comes to light, asked or not") {
    AnswerKey key = with_facts();
    key.fields.push_back({"callback", "Callback number", text::FieldKind::phone, "2155550142", {}, {}, "tel", false});
    key.fields.push_back({"size", "Size", text::FieldKind::text, "a foot", {}, {}, "size", false});
    JournalBuilder builder = begun();
    const Finding some = finding(assess(key, builder.journal(), 1), "listening.questions");
    CHECK(some.points == 100);
    CHECK(some.why == "The form needs the callback number and size, and you never asked for them.");
    builder.caller("215-555-0142, and it is a foot wide.", {"tel", "size"});
    CHECK(finding(assess(key, builder.journal(), 1), "listening.questions").points == 300);
    key.channel = journal::Channel::email;
    CHECK(find(assess(key, builder.journal(), 1), "listening.questions") == nullptr);
}

TEST_CASE("listening: asking the caller to say it again is never counted") {
    JournalBuilder builder = begun();
    builder.again("At Forty-second.", {"cross"}, "ask_repeat");
    CHECK(finding(assess(with_facts(), builder.journal(), 1), "listening.repeat").points == 300);
}

TEST_CASE("listening: no chance in a letter, nor where there is nothing to tell") {
    AnswerKey letter = with_facts();
    letter.channel = journal::Channel::email;
    CHECK(find(assess(letter, begun().journal(), 1), "listening.repeat") == nullptr);
    CHECK(find(assess({}, begun().journal(), 1), "listening.repeat") == nullptr);
}

TEST_CASE("privacy: a secret spoken or written to the caller is critical") {
    AnswerKey key;
    key.secrets = {"Marisol Vega"};
    JournalBuilder builder = begun();
    builder.says({"decline_private"}, "I cannot tell you who called, and a vega is a star.");
    Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "privacy.secrets").points == 500);
    CHECK(card.critical.empty());
    builder.at(32'000).says({}, "It was MARISOL  VEGA, next door.");
    card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "privacy.secrets").points == 0);
    CHECK(finding(card, "privacy.secrets").critical);
    CHECK(card.critical ==
          std::vector<std::string>{"Private data disclosed at 0:30: \"It was MARISOL  VEGA, next door.\""});
    JournalBuilder letter;
    letter.rings(journal::Channel::email).answered().act(journal::Replied{"Marisol Vega reported it.", {}});
    CHECK(assess(key, letter.journal(), 1).critical.size() == 1);
    // The notes are not the caller's.
    JournalBuilder notes;
    notes.rings().answered().chooses("notes", "reported by Marisol Vega");
    CHECK(assess(key, notes.journal(), 1).critical.empty());
}

TEST_CASE("privacy: giving things away fails a contact that holds no secret, and its silence earns nothing") {
    JournalBuilder builder = begun();
    CHECK(find(assess({}, builder.journal(), 1), "privacy.secrets") == nullptr);
    builder.says({"disclose_private"});
    const Finding told = finding(assess({}, builder.journal(), 1), "privacy.secrets");
    CHECK(told.critical);
    CHECK(told.possible == 0);
    AnswerKey key;
    key.never = {{"disclose_private", "Reveal private information"}};
    const Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "privacy.secrets").possible == 500);
    CHECK(find(card, "never.disclose_private") == nullptr);
}

TEST_CASE("courtesy: each phrase not to be said loses its own points") {
    AnswerKey key;
    key.never = {{"calm_down", "Tell the caller to calm down"}, {"promise_date", "Promise a date"}};
    JournalBuilder builder = begun();
    builder.at(40'000).says({"acknowledge", "calm_down"}, "OK, calm down, sir.").says({"calm_down"});
    const Scorecard card = assess(key, builder.journal(), 1);
    const Finding calm = finding(card, "never.calm_down");
    CHECK(calm.points == 0);
    CHECK(calm.possible == 300);
    CHECK(calm.evidence == std::vector<journal::Seq>{4, 5});
    CHECK(calm.why == "At 0:38 you said: \"OK, calm down, sir.\" That is to be avoided: tell the caller to calm down.");
    CHECK(finding(card, "never.promise_date").points == 300);
}

TEST_CASE("courtesy: speaking over the caller is an interruption") {
    AnswerKey key;
    key.never = {{"interrupt", "Cut the caller off"}};
    JournalBuilder builder = begun();
    builder.act(journal::TraineeSaid{"And the number?", 900, {"ask_callback"}, true});
    const Scorecard card = assess(key, builder.journal(), 1);
    CHECK(find(card, "never.interrupt") == nullptr);
    CHECK(finding(card, "courtesy.interrupting").points == 200);
    CHECK(finding(card, "courtesy.interrupting").title == "Spoke over the caller");
    CHECK(finding(card, "courtesy.interrupting").evidence == std::vector<journal::Seq>{4});
    for (int i = 0; i < 3; ++i)
        builder.says({"interrupt"});
    CHECK(finding(assess({}, builder.journal(), 1), "courtesy.interrupting").points == 0);
}

TEST_CASE("courtesy: abuse, dangerous advice and hanging up fail the contact") {
    JournalBuilder abuse = begun();
    abuse.says({"abuse"}, "You idiot.");
    CHECK(finding(assess({}, abuse.journal(), 1), "courtesy.abuse").critical);
    JournalBuilder advice = begun();
    advice.says({"unsafe_advice"}, "Just relight it.");
    CHECK(finding(assess({}, advice.journal(), 1), "safety.advice").critical);
    JournalBuilder hung = begun();
    hung.at(20'000).ends("hung_up");
    const Scorecard card = assess({}, hung.journal(), 1);
    CHECK(card.critical == std::vector<std::string>{"Hung up on the caller at 0:18 without closing the conversation."});
    JournalBuilder gave_up = begun();
    gave_up.ends("hung_up", "caller");
    CHECK(assess({}, gave_up.journal(), 1).critical.empty());
}

TEST_CASE("courtesy: a feeling wants its word within 15 s of the caller's last") {
    AnswerKey key;
    key.chances = {{"opening", {"empathise", "apologise"}}, {"second_tire", {"empathise"}}};
    const auto points = [&key](journal::Millis after, const std::string& phrase) {
        JournalBuilder builder;
        builder.rings().answered().at(3000).opening("I just blew a tire!");  // lasts 2 s
        builder.at(5000 + after).says({phrase});
        return finding(assess(key, builder.journal(), 1), "chance.opening").points;
    };
    CHECK(points(0, "apologise") == 300);
    CHECK(points(15'000, "empathise") == 300);
    CHECK(points(15'001, "empathise") == 0);
    CHECK(points(1000, "ask_location") == 0);

    JournalBuilder early;
    early.rings().answered().says({"empathise"}).at(3000).opening("I just blew a tire!");
    const Scorecard card = assess(key, early.journal(), 1);
    CHECK(finding(card, "chance.opening").points == 0);
    CHECK(finding(card, "chance.opening").why.find("empathize or apologize") != std::string::npos);
    CHECK(find(card, "chance.second_tire") == nullptr);  // the beat never came
}

TEST_CASE("courtesy: a beat is a chance once it has been played, with words or without") {
    AnswerKey key;
    key.chances = {{"broken_promise", {"apologise"}}};
    JournalBuilder spoken = begun();
    journal::CallerSaid said;
    said.beat = "broken_promise";
    said.text = "You promised me last week!";
    spoken.at(30'000).act(said).at(34'000).says({"apologise"}, "I am sorry.");
    CHECK(finding(assess(key, spoken.journal(), 1), "chance.broken_promise").points == 300);
    JournalBuilder felt = begun();
    felt.at(30'000).act(
        journal::MoodChanged{journal::Mood::calm, journal::Mood::angry, "The hold was long.", "broken_promise", ""});
    CHECK(finding(assess(key, felt.journal(), 1), "chance.broken_promise").points == 0);
}

TEST_CASE("courtesy: a letter's feeling may be met anywhere in the reply") {
    AnswerKey key;
    key.channel = journal::Channel::email;
    key.chances = {{"opening", {"apologise"}}};
    JournalBuilder builder;
    builder.rings(journal::Channel::email)
        .at(400'000)
        .answered()
        .at(900'000)
        .act(journal::Replied{"Sorry.", {"apologise"}});
    CHECK(finding(assess(key, builder.journal(), 1), "chance.opening").points == 300);
}

TEST_CASE("knowledge: the article is opened, the right request is found and added to") {
    AnswerKey key;
    key.articles = {"dumpster-permit", "street-closure"};
    key.reference = "17346520";
    key.disposition = "add_to_existing";
    JournalBuilder builder = begun();
    builder.act(journal::LookedUp{journal::Catalog::articles, "permit", {"dumpster-permit"}});
    builder.act(journal::Opened{journal::Catalog::requests, "dumpster-permit"});
    Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "knowledge.article").points == 0);
    CHECK(finding(card, "knowledge.request").points == 0);
    builder.act(journal::Opened{journal::Catalog::articles, "street-closure"});
    builder.act(journal::Opened{journal::Catalog::near, "17346520"});
    card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "knowledge.article").points == 500);
    CHECK(finding(card, "knowledge.request").points == 400);
    builder.act(journal::RequestChanged{"17346520", "added"});
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.request").points == 800);
    builder.act(journal::RequestChanged{"17346521", "added"});
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.request").points == 400);
}

TEST_CASE("knowledge: a status inquiry needs the request found, not changed") {
    AnswerKey key;
    key.reference = "17346520";
    key.disposition = "inform";
    JournalBuilder builder = begun();
    builder.act(journal::Opened{journal::Catalog::requests, "17346520"});
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.request").points == 800);
}

TEST_CASE("writing: a reply is searched for its facts, word by word") {
    AnswerKey key;
    key.channel = journal::Channel::email;
    key.reply = {{"the two-business-day window", {"two business days", "2 business days"}},
                 {"the number", {"17346520"}}};
    JournalBuilder builder;
    builder.rings(journal::Channel::email).answered();
    Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "reply.1").why == "No reply was sent, so nobody was told about the two-business-day window.");
    builder.chooses("reply", "It takes two business days.");
    CHECK(finding(assess(key, builder.journal(), 1), "reply.1").points == 0);  // written, but not sent
    builder.act(journal::Replied{"It takes Two-Business-Days.", {}});
    card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "reply.1").points == 300);
    CHECK(finding(card, "reply.1").competency == Competency::writing);
    CHECK(finding(card, "reply.2").points == 0);
}

TEST_CASE("tempo: answer, handle and wrap, and the longest hold, each in full, half or not at all") {
    JournalBuilder builder;
    builder.at(1000).rings().at(26'000).answered();
    builder.at(60'000).act(journal::HoldBegan{}).at(100'000).act(journal::HoldEnded{});
    builder.at(110'000).act(journal::HoldBegan{}).at(180'000).act(journal::HoldEnded{});
    builder.at(380'000).says({"close"}).ends().at(600'000).wraps("end");
    const Scorecard card = assess({}, builder.journal(), 1);
    CHECK(card.times.answer == 25'000);
    CHECK(card.times.handle == 354'000);
    CHECK(card.times.hold == 110'000);
    CHECK(card.times.wrap == 220'000);
    CHECK(finding(card, "tempo.answer").points == 100);  // 25 s, goal 20 s
    CHECK(finding(card, "tempo.handle").points == 200);
    CHECK(finding(card, "hold.returned").points == 100);  // the longer hold: 70 s
    CHECK(finding(card, "hold.returned").title == "Longest hold 1:10, limit 1:00");
    CHECK(finding(card, "tempo.wrap").points == 0);
}

TEST_CASE("tempo: a time past its limit never reads as the limit") {
    for (const auto& [at, title] :
         {std::pair{21'000, "Answered after 0:20, goal 0:20"}, std::pair{21'300, "Answered after 0:21, goal 0:20"},
          std::pair{22'000, "Answered after 0:21, goal 0:20"}}) {
        JournalBuilder builder;
        builder.at(1000).rings().at(at).answered().at(30'000).says({"close"}).ends().wraps("end");
        const Scorecard card = assess({}, builder.journal(), 1);
        CHECK(finding(card, "tempo.answer").title == title);
        CHECK((finding(card, "tempo.answer").points == 200) == (at == 21'000));
    }
}

TEST_CASE("tempo: a letter rings nowhere, and a hold without end lasts to the end") {
    AnswerKey letter;
    letter.channel = journal::Channel::email;
    JournalBuilder mail;
    mail.rings(journal::Channel::email).at(900'000).answered().ends("replied").wraps("inform");
    const Scorecard card = assess(letter, mail.journal(), 1);
    CHECK(find(card, "tempo.answer") == nullptr);
    CHECK(find(card, "hold.returned") == nullptr);
    CHECK(finding(card, "tempo.handle").points == 200);
    JournalBuilder left = begun();
    left.at(20'000).act(journal::HoldBegan{}).at(150'000).ends("gave_up", "caller");
    CHECK(assess({}, left.journal(), 1).times.hold == 130'000);
    const Finding never = finding(assess({}, left.journal(), 1), "hold.returned");
    CHECK(never.points == 0);
    CHECK(never.title == "Never came back from a hold");
}
