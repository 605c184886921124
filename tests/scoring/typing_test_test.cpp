#include "assessment/scoring/typing_test.hpp"

#include "assessment/scoring/assess.hpp"
#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

const std::string kFox = "the quick brown fox";

AnswerKey copy_key(const std::string& text, journal::Millis limit = 300'000) {
    AnswerKey key;
    key.script = kCopyTest;
    key.title = "Copy test";
    key.limits.handle = limit;
    FieldKey field;
    field.field = "copy";
    field.label = "A text";
    field.expected = text;
    key.fields.push_back(field);
    return key;
}

std::vector<journal::FieldEdited> edits_of(const JournalBuilder& builder) {
    std::vector<journal::FieldEdited> edits;
    for (const journal::Event& event : builder.journal().events)
        if (const auto* edit = std::get_if<journal::FieldEdited>(&event.act)) edits.push_back(*edit);
    return edits;
}

}  // namespace

TEST_CASE("copy: the published stream, as the classes of Soukoreff and MacKenzie") {
    JournalBuilder builder;
    builder.types("copy", "teh\b\bhe quicj\bk brown foz", 500);
    const TypingFigures figures = typing_figures(kFox, edits_of(builder), 12'000);
    CHECK(figures.facts.correct == 18);
    CHECK(figures.facts.uncorrected == 1);
    CHECK(figures.facts.corrected == 3);
    CHECK(figures.facts.fixes == 3);
    CHECK(figures.facts.written == 19);
    CHECK(figures.facts.pressed == 25);
    CHECK(figures.msd == 1);
    CHECK(figures.facts.uncorrected_permille() == 45);
    CHECK(figures.facts.corrected_permille() == 136);
    CHECK(figures.facts.keystrokes_per_character_permille() == 1316);
    CHECK(figures.ksph_net == 5400);
    CHECK(figures.ksph_gross == 6600);  // 22 that put text in; the reference's 7,500 counts the erasing ones too
    CHECK(per_hour(figures.facts.pressed, 12'000) == 7500);
    CHECK(text_entry_wpm_hundredths(figures.facts.written, 12'000) == 1800);
    // Their speed adjusted for uncorrected errors, 17.1818, from the parts that are kept.
    const auto kept = static_cast<double>(figures.facts.correct + figures.facts.uncorrected + figures.facts.corrected);
    CHECK(18.0 * (1 - static_cast<double>(figures.facts.uncorrected) / kept) == Approx(17.1818).margin(6e-5));
    CHECK(static_cast<double>(figures.facts.pressed) / static_cast<double>(figures.facts.written) ==
          Approx(1.3158).margin(6e-5));
    // 300 keystrokes an hour are one word a minute.
    CHECK(figures.wpm_gross == 2200);
    CHECK(figures.wpm_net == 1800);
    CHECK(figures.wpm_errors_out == 1700);    // one error in a fifth of a minute: five a minute
    CHECK(figures.wpm_two_an_error == 2000);  // two words a minute for each
}

TEST_CASE("copy: published minimum string distances") {
    const auto msd = [](const std::string& text, const std::string& typed) {
        JournalBuilder builder;
        builder.types("copy", typed);
        return typing_figures(text, edits_of(builder), 1000).msd;
    };
    CHECK(msd("quickly", "qucehkly") == 3);
    CHECK(msd("golfers", "gofpiers") == 3);
}

TEST_CASE("copy: a text that was not reached to its end is compared with its beginning") {
    CHECK(presented_part(kFox, "the quick b") == "the quick b");
    CHECK(presented_part(kFox, "the quikc b") == "the quick b");
    CHECK(presented_part(kFox, "the quickbrown") == "the quick brown");
    CHECK(presented_part(kFox, "") == "");
    CHECK(presented_part("", "abc") == "");
    CHECK(presented_part(kFox, kFox + " and more") == kFox);
    CHECK(presented_part("na\u00efve caf\u00e9", "na\u00efve") == "na\u00efve");
}

TEST_CASE("copy: five minutes from the first key on, whatever was done before") {
    const AnswerKey key = copy_key(kFox);
    JournalBuilder builder;
    builder.at(0).act(journal::PromptShown{"fox", kFox, "copy", 300'000});
    builder.at(60'000).types("copy", "the quick", 1000);
    builder.at(360'000).act(journal::ShiftEnded{"finished"});
    const Scorecard card = assess(key, builder.journal(), 1);
    const TypingResult result = typing_result(card);
    CHECK(result.finished);
    CHECK(result.seconds == 300);
    CHECK(result.wpm_net == 0);  // nine characters in five minutes: 0.36 words a minute
    CHECK(figure(card, "wpm_net") == 36);
    CHECK(figure(card, "elapsed") == 8000);
    CHECK(figure(card, "active") == 300'000);
    CHECK(card.fields.at("copy").expected == "the quick");
    CHECK(to_json(card_from_json(to_json(card))) == to_json(card));
    for (const Figure& one : figures_of(card)) {
        INFO(one.id);
        CHECK_FALSE(one.label.empty());
        CHECK_FALSE(one.value.empty());
        CHECK(one.definition.size() > 12);
    }
}

TEST_CASE("copy: the goal in words a minute") {
    // 875 right characters in five minutes are 35 words a minute.
    const std::string text(2000, 'a');
    const auto card_of = [&](std::size_t typed) {
        JournalBuilder builder;
        journal::FieldEdited edit;
        edit.field = "copy";
        edit.value = std::string(typed, 'a');
        edit.inserted = edit.value;
        edit.keys = static_cast<int>(typed);
        builder.at(1000).act(edit).at(301'000).act(journal::ShiftEnded{"finished"});
        return assess(copy_key(text), builder.journal(), 1);
    };
    CHECK(typing_result(card_of(875)).wpm_net == 35);
    CHECK(card_of(875).passed);
    CHECK(figure(card_of(874), "wpm_net") == 3496);
    CHECK_FALSE(card_of(874).passed);
    CHECK(finding(card_of(874), "copy.speed").points == 150);
    CHECK(finding(card_of(400), "copy.speed").points == 0);
}

TEST_CASE("copy: pasted text never counts, and a test with any is none") {
    JournalBuilder builder;
    builder.at(1000).types("copy", "the ", 200);
    builder.act(journal::FieldEdited{"copy", kFox, "quick brown fox", 0, 0, true});
    builder.at(301'000).act(journal::ShiftEnded{"finished"});
    const Scorecard card = assess(copy_key(kFox), builder.journal(), 1);
    CHECK_FALSE(typing_result(card).finished);
    CHECK_FALSE(card.passed);
    CHECK(figure(card, "pasted") == 15);
    CHECK(card.typing.keys == 4);
    CHECK(figure(card, "ksph_net") == per_hour(4, 300'000));
}

TEST_CASE("copy: broken off, interrupted or empty does not count") {
    JournalBuilder broken;
    broken.at(1000).types("copy", kFox, 200).at(9000).act(journal::ShiftEnded{"quit"});
    CHECK_FALSE(typing_result(assess(copy_key(kFox), broken.journal(), 1)).finished);
    JournalBuilder paused;
    paused.at(1000).types("copy", kFox, 200).act(journal::Paused{"interrupted", 0});
    paused.at(301'000).act(journal::ShiftEnded{"finished"});
    CHECK_FALSE(typing_result(assess(copy_key(kFox), paused.journal(), 1)).finished);
    JournalBuilder empty;
    empty.at(301'000).act(journal::ShiftEnded{"finished"});
    const Scorecard nothing = assess(copy_key(kFox), empty.journal(), 1);
    CHECK_FALSE(typing_result(nothing).finished);
    CHECK(nothing.points == 0);
    AnswerKey bare;
    bare.script = kCopyTest;
    CHECK_FALSE(assess(bare, empty.journal(), 1).passed);
}

TEST_CASE("dictation: fields by their meaning, typing by its keys, and never mixed with the copy test") {
    AnswerKey key;
    key.script = kDictation;
    key.title = "Dictation";
    FieldKey place;
    place.field = "location";
    place.label = "Location";
    place.kind = text::FieldKind::address;
    place.expected = "4208 SPRUCE ST";
    FieldKey phone;
    phone.field = "callback";
    phone.label = "Call back";
    phone.kind = text::FieldKind::phone;
    phone.expected = "215-555-0142";
    key.fields = {place, phone};
    JournalBuilder builder;
    builder.at(0).act(journal::PromptShown{"d", "It's at forty-two oh eight Spruce Street.", "location", 2800});
    builder.at(3000).types("location", "4208 Spruce Street", 200);
    builder.at(20'000).act(journal::PromptShown{"d", "Call me.", "callback", 800});
    builder.types("callback", "215 555 0124", 200);
    builder.at(60'000).act(journal::ShiftEnded{"finished"});
    const Scorecard card = assess(key, builder.journal(), 1);
    const TypingResult result = typing_result(card);
    CHECK(result.dictation);
    CHECK(result.finished);
    CHECK(card.fields.at("location").credit == 100);
    CHECK(card.fields.at("location").said == 1);
    CHECK(card.fields.at("callback").credit == 0);
    CHECK(card.typing.keys == 30);
    CHECK(card.typing.active == 17 * 200 + 11 * 200);
    CHECK(result.ksph_gross == per_hour(30, 5600));
    CHECK(figure(card, "elapsed") > card.typing.active);
    CHECK(card.competencies.count("typing") == 1);
    CHECK(card.competencies.count("recording") == 1);
    CHECK(to_json(card_from_json(to_json(card))) == to_json(card));
}

TEST_CASE("dictation: a form with gaps is no measure, however quick the rest was") {
    AnswerKey key;
    key.script = kDictation;
    for (const char* name : {"size", "narrative"}) {
        FieldKey field;
        field.field = field.label = name;
        field.expected = "a hand deep";
        key.fields.push_back(field);
    }
    JournalBuilder gap;
    gap.types("size", "a hand deep", 50).act(journal::ShiftEnded{"finished"});
    CHECK_FALSE(typing_result(assess(key, gap.journal(), 1)).finished);
    JournalBuilder whole;
    whole.types("size", "a hand deep", 50).types("narrative", "something", 50).act(journal::ShiftEnded{"finished"});
    CHECK(typing_result(assess(key, whole.journal(), 1)).finished);
}

TEST_CASE("drills: a figure that is no number is nothing") {
    Scorecard card;
    CHECK(figure(card, "wpm_net") == 0);
    card.fields["figure.wpm_net"].written = "12x";
    CHECK(figure(card, "wpm_net") == 0);
    card.fields["figure.wpm_net"].written = "99999999999999999999999999";
    CHECK(figure(card, "wpm_net") == 0);
    CHECK(is_drill(kSecondLook));
    CHECK_FALSE(is_drill("drill:other"));
    CHECK_FALSE(is_drill(""));
}
