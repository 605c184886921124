// What the criteria of talk, writing and several contacts at once give and take.
#include "assessment/scoring/changes.hpp"
#include "assessment/scoring/spell_check.hpp"
#include "assessment/text/spelling.hpp"
#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey with_narrative() {
    AnswerKey key;
    key.narrative = {{"the tire", {"tire"}, {"no damage"}, {"driving too fast", "careless"}},
                     {"the lane", {"driving lane"}, {"parking lane"}, {}}};
    return key;
}

Points narrative_of(const std::string& text, int fact = 0) {
    JournalBuilder builder;
    builder.rings().answered().chooses("notes", text);
    const Scorecard card = assess(with_narrative(), builder.journal(), 1);
    if (fact > 0) return finding(card, "narrative." + std::to_string(fact)).points;
    return finding(card, "narrative.1").points + finding(card, "narrative.2").points;
}

JournalBuilder talk() {
    JournalBuilder builder;
    builder.rings().at(2000).answered();
    return builder;
}

void say(JournalBuilder& builder, journal::Millis at, const std::string& text, bool over = false) {
    builder.at(at).act(journal::TraineeSaid{text, 1000, {}, over});
}

}  // namespace

TEST_CASE("narrative: coverage, less half for each contradiction, less a tenth for each thing out of place") {
    // 400 points in all. Reference, section 2.3: max(0, coverage - 0.5 contradicted - 0.1 forbidden).
    CHECK(narrative_of("A tire blew in the driving lane.") == 400);
    CHECK(narrative_of("A tire blew.") == 200);
    CHECK(narrative_of("A tire blew in the driving lane. There is no damage.") == 300);
    CHECK(narrative_of("A tire blew in the driving lane. She was driving too fast.") == 360);
    CHECK(narrative_of("A tire blew in the driving lane. She was driving too fast and careless.") == 320);
    CHECK(narrative_of("A tire blew in the driving lane, no damage, driving too fast, in the parking lane.") == 160);
    // What a fact that was not written cannot lose, the other one does.
    CHECK(narrative_of("A tire blew in the parking lane.") == 100);
    CHECK(narrative_of("A tire blew in the parking lane.", 1) == 100);
    CHECK(narrative_of("Parking lane, no damage.") == 0);
    JournalBuilder builder;
    builder.rings().answered().chooses("notes", "A tire blew. There is no damage.");
    const Finding lost = finding(assess(with_narrative(), builder.journal(), 1), "narrative.1");
    CHECK(lost.title == "Contradicted in the narrative: the tire");
    CHECK(lost.why == "The notes mention the tire. The narrative also says the opposite: \"no damage\".");
    CHECK(lost.evidence == std::vector<journal::Seq>{3});
}

TEST_CASE("an answer that is contradicted in the same breath earns half") {
    AnswerKey key;
    key.reply = {{"how far ahead", {"four business days"}, {"two business days"}, {}}};
    JournalBuilder builder = talk();
    say(builder, 5000, "You apply four business days ahead. Or two business days.");
    const Finding reply = finding(assess(key, builder.journal(), 1), "reply.1");
    CHECK(reply.points == 150);
    CHECK(reply.competency == Competency::knowledge);
}

TEST_CASE("dead air: the longest silence of the line, holds and ringing left out") {
    JournalBuilder builder = talk();
    say(builder, 3000, "Hello.");
    builder.at(6000).opening("There is a hole.");  // until 0:08
    say(builder, 20'000, "Where?");
    builder.at(22'000).act(journal::HoldBegan{}).at(80'000).act(journal::HoldEnded{});
    say(builder, 81'000, "Thanks.");
    JournalBuilder quick = builder;
    quick.at(90'000).ends();
    const Finding in_time = finding(assess({}, quick.journal(), 1), "courtesy.dead_air");
    CHECK(in_time.points == 300);
    CHECK(in_time.title == "Longest silence 12 s, limit 20 s");
    say(builder, 107'000, "Still here.");
    builder.at(110'000).ends();
    const Finding late = finding(assess({}, builder.journal(), 1), "courtesy.dead_air");
    CHECK(late.points == 150);
    CHECK(late.why ==
          "From 1:20 on nobody spoke for 25 s; say what you are doing while you search or type, at least "
          "every 20 s.");
    AnswerKey letter;
    letter.channel = journal::Channel::email;
    CHECK(find(assess(letter, builder.journal(), 1), "courtesy.dead_air") == nullptr);
}

TEST_CASE("interrupting: each time costs, but nobody is blamed for cutting in on an emergency") {
    AnswerKey key;
    key.emergency = Emergency{"gas", "911", 20'000, true};
    JournalBuilder builder = talk();
    say(builder, 4000, "Wait.", true);
    builder.at(6000).caller("I smell gas!", {}, "gas");
    say(builder, 6500, "Get out of there now.", true);
    CHECK(finding(assess(key, builder.journal(), 1), "courtesy.interrupting").points == 200);
    CHECK(finding(assess({}, builder.journal(), 1), "courtesy.interrupting").points == 100);
}

TEST_CASE("holds: asked, back in time, thanked; nothing where nobody was put on hold") {
    JournalBuilder good = talk();
    good.at(5000).says({"ask_hold"}).at(8000).act(journal::HoldBegan{}).at(40'000).act(journal::HoldEnded{});
    good.at(41'000).says({"thank_hold"});
    Scorecard card = assess({}, good.journal(), 1);
    CHECK(finding(card, "hold.asked").points == 200);
    CHECK(finding(card, "hold.returned").points == 200);
    CHECK(finding(card, "hold.thanked").points == 200);
    JournalBuilder rude = talk();
    rude.at(8000).act(journal::HoldBegan{}).at(40'000).act(journal::HoldEnded{});
    card = assess({}, rude.journal(), 1);
    CHECK(finding(card, "hold.asked").points == 0);
    CHECK(finding(card, "hold.asked").why ==
          "Put on hold without asking (on hold at 0:06): ask first, say why, and wait for the answer.");
    CHECK(finding(card, "hold.thanked").points == 0);
    CHECK(find(assess({}, talk().journal(), 1), "hold.asked") == nullptr);
}

TEST_CASE("wrong safety information and abuse fail the contact") {
    AnswerKey key;
    key.unsafe = {{"play_down", "Say that it is nothing"}};
    JournalBuilder builder = talk();
    CHECK(finding(assess(key, builder.journal(), 1), "safety.advice").points == 300);
    builder.at(9000).says({"play_down"}, "That smell is nothing.");
    const Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "safety.advice").critical);
    CHECK(card.critical == std::vector<std::string>{"Wrong safety information at 0:07: \"That smell is nothing.\""});
    JournalBuilder abuse = talk();
    say(abuse, 9000, "You're an idiot, sir.");
    CHECK(finding(assess({}, abuse.journal(), 1), "courtesy.abuse").critical);
    JournalBuilder quoted = talk();
    say(quoted, 9000, "The house is shut up and nobody is an idiot for asking.");
    CHECK(find(assess({}, quoted.journal(), 1), "courtesy.abuse") == nullptr);
}

TEST_CASE("read back: the place must be the caller's, in figures or in words") {
    AnswerKey key;
    key.fields = {{"location", "Location", text::FieldKind::address, "4208 SPRUCE ST", {}, {}, "location", true}};
    key.steps = {{"read_back", "Read it back"}};
    const auto points = [&key](const std::string& words) {
        JournalBuilder builder = talk();
        builder.at(9000).says({"read_back"}, words);
        return finding(assess(key, builder.journal(), 1), "read_back.correct").points;
    };
    CHECK(points("So that is 4208 Spruce Street.") == 200);
    CHECK(points("So that is forty-two oh eight Spruce Street.") == 200);
    CHECK(points("So that is 4280 Spruce Street.") == 0);
    CHECK(points("So that is 4208 Pine Street.") == 0);
    CHECK(points("Let me read that back.") == 0);
}

TEST_CASE("writing: spelling is what the card keeps, grammar is read from the text") {
    AnswerKey key;
    key.channel = journal::Channel::email;
    JournalBuilder builder;
    builder.rings(journal::Channel::email).answered();
    builder.act(journal::Replied{"We recieved you're note. it is is on its way.", {}}).ends("replied");
    CHECK(find(assess(key, builder.journal(), 1), "writing.spelling") == nullptr);
    Spelling spelling;
    spelling.dictionary = "en_US 0123456789abcdef";
    spelling.misspelled = {"elsewhere", "recieved"};
    const Scorecard card = assess(key, builder.journal(), 1, {}, spelling);
    CHECK(finding(card, "writing.spelling").points == 200);
    CHECK(finding(card, "writing.spelling").why == "Look this word up before you send or file: \"recieved\".");
    CHECK(finding(card, "writing.grammar").points == 100);
    CHECK(finding(card, "writing.grammar").title == "2 slips of grammar or punctuation");
    CHECK(card.spelling.misspelled == spelling.misspelled);
    // Judged again with what the card keeps: the same card, whatever this machine has installed.
    CHECK(to_json(assess(key, builder.journal(), 1, {}, card_from_json(to_json(card)).spelling)) == to_json(card));
}

TEST_CASE("spelling: the words of the contact are known, a missing apostrophe is no misspelling") {
    const text::Speller english("en_US");
    if (!english.available()) {
        WARN("no English dictionary on this machine: hunspell-en-us is not installed");
        return;
    }
    AnswerKey key;
    key.narrative = {{"the tire", {"tire"}}};
    key.fields = {{"location", "Location", text::FieldKind::address, "2100 E PASSYUNK AVE", {}, {}, "x", true}};
    JournalBuilder builder;
    builder.rings().answered().chooses("notes", "A tire blew on Passyunk near Zzyqwrt. They dont recieve calls.");
    const Spelling spelling = spell_checked(key, builder.journal(), 1, {&english, nullptr});
    CHECK(spelling.misspelled == std::vector<std::string>{"Zzyqwrt", "recieve"});
    CHECK(spelling.dictionary == english.name());
    CHECK(spell_checked(key, builder.journal(), 1, {}).dictionary.empty());
}

TEST_CASE("tempo: a contact is taken up once there is a hand free, and none is forgotten") {
    JournalBuilder builder;
    builder.of(1).rings().at(2000).answered();
    builder.of(2).at(10'000).rings();
    builder.of(1).at(100'000).ends().at(105'000).wraps("end");
    JournalBuilder soon = builder;
    soon.of(2).at(110'000).answered().at(120'000).ends().wraps("end");
    Scorecard card = assess({}, soon.journal(), 2);
    CHECK(finding(card, "tempo.concurrent").points == 200);
    CHECK(finding(card, "tempo.concurrent").title == "Waited 0:05 while you were free, goal 0:30");
    CHECK(finding(card, "tempo.forgotten").points == 200);
    JournalBuilder late = builder;
    late.of(2).at(145'000).answered().of(0).at(200'000).act(journal::ShiftEnded{"finished"});
    card = assess({}, late.journal(), 2);
    CHECK(finding(card, "tempo.concurrent").points == 100);
    CHECK(finding(card, "tempo.forgotten").points == 0);
    CHECK(finding(card, "tempo.forgotten").why.find("still open when the shift ended") != std::string::npos);
    CHECK(find(assess({}, talk().journal(), 1), "tempo.concurrent") == nullptr);
}

TEST_CASE("from said to written, and how often it was changed") {
    AnswerKey key;
    key.fields = {{"size", "Size", text::FieldKind::text, "a foot", {}, {}, "size", false}};
    JournalBuilder builder = talk();
    builder.at(10'000).caller("A foot.", {"size"});
    builder.at(13'000).chooses("size", "a").at(14'000).chooses("size", "two feet").at(19'000).chooses("size", "a foot");
    const FieldResult result = assess(key, builder.journal(), 1).fields.at("size");
    CHECK(result.begun_after == 3000);
    CHECK(result.written_after == 9000);
    CHECK(result.revisions == 2);
}

TEST_CASE("a rubric decides what is judged where") {
    Rubric rubric;
    rubric.applies["tempo.handle"] = {journal::Channel::email};
    rubric.applies["courtesy.hung_up"] = {journal::Channel::email};
    JournalBuilder builder = talk();
    builder.at(9000).ends("hung_up");
    const Scorecard card = assess({}, builder.journal(), 1, rubric);
    CHECK(find(card, "tempo.handle") == nullptr);
    CHECK(card.critical.size() == 1);  // a critical error stays one
    CHECK(find(assess({}, builder.journal(), 1), "tempo.handle") != nullptr);
    CHECK(card.rubric_hash == rubric.hash);
}

TEST_CASE("what a second judging changed, criterion by criterion") {
    AnswerKey key;
    key.steps = {{"greet", "Greet"}, {"close", "Say goodbye"}};
    JournalBuilder builder = talk();
    builder.at(4000).says({"greet"}).at(9000).ends();
    const Scorecard before = assess(key, builder.journal(), 1);
    Rubric rubric;
    rubric.step = 400;
    rubric.applies["procedure.order"] = {journal::Channel::email};
    const std::vector<Change> all = changes(before, assess(key, builder.journal(), 1, rubric));
    REQUIRE(all.size() == 3);
    CHECK(all[0].criterion == "step.greet");
    CHECK(all[0].before == 200);
    CHECK(all[0].now == 400);
    CHECK(all[0].why == "Greet: done at 0:02. The same was found before; the rules value it differently.");
    CHECK(all[1].criterion == "step.close");
    CHECK(all[2].criterion == "procedure.order");
    CHECK(all[2].possible_now == 0);
    CHECK(changes(before, before).empty());
}

TEST_CASE("scorecards and keys of earlier versions are read, and keys keep their bytes") {
    // As version practice-1 wrote them.
    const std::string card =
        R"({"competencies":{"tempo":{"points":200,"possible":200}},"critical":[],"disposition":"end","fields":{"size":{"credit":100,"expected":"a foot","label":"Size","said":2,"written":"a foot","written_at":3}},"findings":[{"competency":"tempo","criterion":"tempo.hold","critical":false,"evidence":[],"points":200,"possible":200,"title":"Nobody left on hold","why":"The caller was never on hold."}],"next":"","passed":true,"points":200,"possible":200,"rubric":"practice-1","script":"x","strength":"","times":{"answer_ms":0,"handle_ms":0,"hold_ms":0,"wrap_ms":0},"title":"X","typing":{"active_ms":0,"erased":0,"keys":0,"ksph_gross":0,"ksph_net":0,"uncorrected_permille":0,"wpm":0}})";
    const Scorecard read = card_from_json(card);
    CHECK(read.rubric == "practice-1");
    CHECK(read.rubric_hash.empty());
    CHECK(read.spelling.dictionary.empty());
    CHECK(read.fields.at("size").written_after == -1);
    CHECK(read.typing.elapsed == 0);
    const std::string key =
        R"({"articles":[],"chances":[],"channel":"phone","disposition":"end","due":"","duties":[],"facts_asked":[],"fields":[],"level":1,"limits":{"answer":20000,"handle":360000,"hold":60000,"wrap":60000},"narrative":[{"any":["tire"],"what":"the tire"}],"never":[],"reference":"","reply":[],"script":"x","secrets":[],"service":"","steps":[],"target":"","title":"X","warm":false})";
    CHECK(to_json(key_from_json(key)) == key);
    AnswerKey fresh = key_from_json(key);
    fresh.language = "spanish";
    fresh.unsafe = {{"play_down", "Play it down"}};
    fresh.narrative.front().contradicts = {"no damage"};
    fresh.narrative.front().forbidden = {"careless"};
    CHECK(to_json(key_from_json(to_json(fresh))) == to_json(fresh));
    CHECK(to_json(fresh) != key);
}
