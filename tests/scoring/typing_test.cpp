#include "assessment/scoring/typing.hpp"

#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

TEST_CASE("typing: the full stream of the quick brown fox") {
    const TypingFacts facts = typing_facts("the quick brown fox", "teh\b\bhe quicj\bk brown foz");
    CHECK(facts.correct == 18);
    CHECK(facts.uncorrected == 1);
    CHECK(facts.corrected == 3);
    CHECK(facts.fixes == 3);
    CHECK(facts.written == 19);
    CHECK(facts.pressed == 25);
    CHECK(facts.uncorrected_permille() == 45);  // 4.5455 %
    CHECK(facts.corrected_permille() == 136);   // 13.6364 %
    CHECK(facts.total_permille() == 182);       // 18.1818 %
    CHECK(facts.keystrokes_per_character_permille() == 1316);
    CHECK(facts.correction_efficiency_permille() == 1000);
    CHECK(facts.conscientiousness_permille() == 750);
    CHECK(facts.utilized_permille() == 720);
    CHECK(per_hour(facts.pressed, 12'000) == 7500);
    CHECK(per_hour(facts.correct, 12'000) == 5400);
    CHECK(wpm_hundredths(facts.written - 1, 12'000) == 1800);
}

TEST_CASE("typing: nothing typed, and nothing but backspaces") {
    const TypingFacts nothing = typing_facts("abc", "");
    CHECK(nothing.correct == 0);
    CHECK(nothing.uncorrected == 3);
    CHECK(nothing.uncorrected_permille() == 1000);
    CHECK(nothing.keystrokes_per_character_permille() == 0);
    const TypingFacts erased = typing_facts("", "\b\b");
    CHECK(erased.fixes == 2);
    CHECK(erased.corrected == 0);
    CHECK(erased.total_permille() == 0);
    CHECK(erased.correction_efficiency_permille() == 0);
}

TEST_CASE("typing: words a minute as published") {
    CHECK(wpm_hundredths(3, 1000) == 3600);
    CHECK(wpm_hundredths(2, 1000) == 2400);
    CHECK(wpm_hundredths(1, 1000) == 1200);
    CHECK(wpm_hundredths(5, 1000) == 6000);
    CHECK(wpm_hundredths(100, 30'000) == 4000);
    CHECK(wpm_hundredths(104 + 3 + 1, 30'000) == 4320);
    CHECK(wpm_hundredths(100, 60'000) == 2000);
    CHECK(wpm_hundredths(108, 60'000) == 2160);
    CHECK(wpm_hundredths(5, 0) == 0);
    CHECK(per_hour(5, 0) == 0);
}

namespace {

Typing measured(const AnswerKey& key, const journal::Journal& journal) {
    const ContactEvents events(journal, 1);
    return measured_typing(key, events, Rubric{});
}

AnswerKey fox_key(std::string expected) {
    AnswerKey key;
    FieldKey field;
    field.field = "phrase";
    field.label = "Phrase";
    field.expected = std::move(expected);
    key.fields.push_back(field);
    return key;
}

}  // namespace

TEST_CASE("typing: the same stream measured from a journal") {
    JournalBuilder builder;
    builder.rings().answered().at(1000).types("phrase", "teh\b\bhe quicj\bk brown foz", 500);
    // 25 keystrokes, 24 gaps of half a second.
    const Typing typing = measured(fox_key("the quick brown fox"), builder.journal());
    CHECK(typing.keys == 22);
    CHECK(typing.erased == 3);
    CHECK(typing.active == 12'000);
    CHECK(typing.uncorrected_permille == 45);
    CHECK(typing.ksph_gross == 6600);  // 22 inserting keystrokes
    CHECK(typing.ksph_net == 5400);
    CHECK(typing.wpm == 18);
}

TEST_CASE("typing: a pause is no typing time") {
    JournalBuilder builder;
    builder.answered().types("notes", "ab", 1000).at(7000).types("notes", "cd", 1000);
    CHECK(measured({}, builder.journal()).active == 2000);  // 0 to 1 s, then 6 s of silence, then 7 to 8 s
    JournalBuilder five;
    five.answered().types("notes", "abc", 5000);
    CHECK(measured({}, five.journal()).active == 10'000);
    JournalBuilder longer;
    longer.answered().types("notes", "abc", 5001);
    CHECK(measured({}, longer.journal()).active == 0);
}

TEST_CASE("typing: what was pasted or chosen is nobody's keystroke") {
    JournalBuilder builder;
    builder.answered().chooses("lane", "driving lane").at(500);
    builder.act(journal::FieldEdited{"notes", "from the clipboard", "from the clipboard", 0, 0, true});
    const Typing typing = measured({}, builder.journal());
    CHECK(typing.keys == 0);
    CHECK(typing.active == 0);
    CHECK(typing.ksph_gross == 0);
}

TEST_CASE("typing: edits in the middle of a text keep count of which characters were typed") {
    JournalBuilder builder;
    builder.answered();
    builder.act(journal::FieldEdited{"notes", "deep hole", "deep hole", 0, 0, true});
    builder.at(100).act(journal::FieldEdited{"notes", "deep wide hole", "wide ", 5, 0, false});
    // Half of the typed part is taken out again, then a pasted character.
    builder.at(300).act(journal::FieldEdited{"notes", "deep wihole", "", 0, 3, false});
    const Typing typing = measured({}, builder.journal());
    CHECK(typing.keys == 5);
    CHECK(typing.active == 200);
    CHECK(typing.ksph_net == per_hour(2, 200));
    CHECK(typing.uncorrected_permille == 0);
}

TEST_CASE("typing: errors of a keyed field are those that change its meaning") {
    AnswerKey key = fox_key("4208 SPRUCE ST");
    key.fields[0].kind = text::FieldKind::address;
    JournalBuilder same;
    same.answered().types("phrase", "4208 Spruce Street");
    CHECK(measured(key, same.journal()).uncorrected_permille == 0);
    JournalBuilder wrong;
    wrong.answered().types("phrase", "4280 spruce st");
    const Typing typing = measured(key, wrong.journal());
    CHECK(typing.uncorrected_permille == 143);  // 2 of 14 characters
    CHECK(typing.ksph_net == per_hour(12, 13 * 200));
    // What is missing was not typed wrong.
    JournalBuilder half;
    half.answered().types("phrase", "4208 spr");
    CHECK(measured(key, half.journal()).uncorrected_permille == 0);
    // Errors in what was pasted are not typing errors.
    JournalBuilder pasted;
    pasted.answered().chooses("phrase", "4280 SPRUCE ST");
    CHECK(measured(key, pasted.journal()).uncorrected_permille == 0);
}

TEST_CASE("typing: judged from 20 keystrokes on") {
    AnswerKey key;
    JournalBuilder few;
    few.rings().answered().types("notes", "nineteen characters");
    CHECK(find(assess(key, few.journal(), 1), "typing.speed") == nullptr);
    JournalBuilder enough;
    enough.rings().answered().types("notes", "twenty characters it");
    const Scorecard card = assess(key, enough.journal(), 1);
    CHECK(finding(card, "typing.speed").points == 300);
    CHECK(finding(card, "typing.accuracy").points == 300);
    CHECK(card.typing.ksph_net == per_hour(20, 19 * 200));
    JournalBuilder slow;
    slow.rings().answered().types("notes", "twenty characters it", 2000);
    CHECK(finding(assess(key, slow.journal(), 1), "typing.speed").points == 150);  // 1,895 an hour: more than half
    JournalBuilder slower;
    slower.rings().answered().types("notes", "twenty characters it", 4000);
    CHECK(finding(assess(key, slower.journal(), 1), "typing.speed").points == 0);
}
