#include "assessment/scoring/triage.hpp"

#include "assessment/scoring/assess.hpp"
#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

/// `urgent` vignettes e1, e2 ... that are emergencies, `others` o1, o2 ... that belong to 311.
AnswerKey block(int urgent, int others, std::string_view script = kTriage) {
    AnswerKey key;
    key.script = script;
    key.title = "Emergency vignettes";
    key.steps = {{"911", "911"}, {"311", "311"}, {"pgw", "PGW gas emergency"}};
    for (int i = 1; i <= urgent + others; ++i) {
        FieldKey field;
        const bool emergency = i <= urgent;
        field.field = (emergency ? "e" : "o") + std::to_string(emergency ? i : i - urgent);
        field.label = "Text of " + field.field + ".";
        field.kind = text::FieldKind::choice;
        field.expected = emergency ? "911" : "311";
        key.fields.push_back(field);
    }
    return key;
}

/// Everything is shown and answered rightly, but for what `wrong` says.
JournalBuilder played(const AnswerKey& key, const std::map<std::string, std::string>& wrong = {}) {
    JournalBuilder journal;
    journal::Millis at = 0;
    int number = 0;
    for (const FieldKey& field : key.fields) {
        journal.at(at).act(journal::VignetteShown{field.field, field.label, ++number});
        const auto other = wrong.find(field.field);
        const std::string answer = other == wrong.end() ? field.expected : other->second;
        at += 2000;
        if (!answer.empty()) journal.at(at).act(journal::VignetteAnswered{field.field, answer, "Because."});
    }
    return journal;
}

}  // namespace

TEST_CASE("triage: a clean block") {
    const AnswerKey key = block(30, 30);
    const Scorecard card = assess(key, played(key).journal(), 1);
    const TriageResult result = triage_result(card);
    CHECK(result.planned == 60);
    CHECK(result.shown == 60);
    CHECK(result.answered == 60);
    CHECK(result.emergencies == 30);
    CHECK(result.others == 30);
    CHECK(result.misses == 0);
    CHECK(result.false_transfers == 0);
    CHECK(result.finished);
    CHECK(result.clean);
    CHECK(result.block == 1);
    CHECK(result.time == 120'000);
    CHECK(card.passed);
    CHECK(card.critical.empty());
    CHECK(card.points == card.possible);
    CHECK(card.findings.size() == 60);
    CHECK(to_json(card_from_json(to_json(card))) == to_json(card));
}

TEST_CASE("triage: every miss is a critical error and is told with its text") {
    const AnswerKey key = block(30, 30, kSecondLook);
    const Scorecard card = assess(key, played(key, {{"e7", "pgw"}, {"e9", "311"}, {"o1", "pgw"}}).journal(), 1);
    const TriageResult result = triage_result(card);
    CHECK(result.block == 2);
    CHECK(result.misses == 2);
    CHECK(result.wrong_agency == 1);
    CHECK(result.false_transfers == 0);
    CHECK(result.missed == std::vector<std::string>{"Text of e7.", "Text of e9."});
    CHECK_FALSE(card.passed);
    REQUIRE(card.critical.size() == 2);
    CHECK(card.critical[0] == "You sent \"Text of e7.\" to PGW gas emergency; it belongs to 911. Because.");
    const Finding missed = finding(card, "vignette.e7");
    CHECK(missed.critical);
    CHECK(missed.points == 0);
    CHECK(missed.evidence.size() == 2);
    CHECK_FALSE(finding(card, "vignette.o1").critical);
}

TEST_CASE("triage: three of thirty others may go to 911, four may not") {
    const AnswerKey key = block(30, 30);
    std::map<std::string, std::string> wrong{{"o1", "911"}, {"o2", "911"}, {"o3", "911"}};
    CHECK(assess(key, played(key, wrong).journal(), 1).passed);
    wrong["o4"] = "911";
    const Scorecard card = assess(key, played(key, wrong).journal(), 1);
    CHECK(triage_result(card).false_transfers == 4);
    CHECK_FALSE(card.passed);
    // In proportion for a shorter block: none of nine, one of ten.
    const AnswerKey nine = block(9, 9), ten = block(10, 10);
    CHECK_FALSE(assess(nine, played(nine, {{"o1", "911"}}).journal(), 1).passed);
    CHECK(assess(ten, played(ten, {{"o1", "911"}}).journal(), 1).passed);
}

TEST_CASE("triage: a block that was broken off is not finished, and what is unanswered is neither right nor wrong") {
    const AnswerKey key = block(2, 2);
    const Scorecard card = assess(key, played(key, {{"e2", ""}, {"o2", ""}}).journal(), 1);
    const TriageResult result = triage_result(card);
    CHECK(result.answered == 2);
    CHECK(result.misses == 0);
    CHECK_FALSE(result.finished);
    CHECK_FALSE(card.passed);
    CHECK(finding(card, "triage.unanswered").possible == 200);
    const Scorecard nothing = assess(key, JournalBuilder().journal(), 1);
    CHECK(triage_result(nothing).shown == 0);
    CHECK_FALSE(nothing.passed);
    CHECK_FALSE(assess(block(0, 0), JournalBuilder().journal(), 1).passed);
}

TEST_CASE("triage: only the first answer to what was shown counts") {
    const AnswerKey key = block(1, 1);
    JournalBuilder journal;
    journal.act(journal::VignetteAnswered{"o1", "911", ""});  // before it was shown
    journal.act(journal::VignetteShown{"e1", "Text of e1.", 1});
    journal.act(journal::VignetteAnswered{"e1", "311", ""});
    journal.act(journal::VignetteAnswered{"e1", "911", ""});  // too late
    journal.act(journal::VignetteShown{"stray", "Nobody asked.", 2});
    journal.act(journal::VignetteAnswered{"stray", "911", ""});
    const TriageResult result = triage_result(assess(key, journal.journal(), 1));
    CHECK(result.misses == 1);
    CHECK(result.answered == 1);
    CHECK(result.planned == 2);
}

TEST_CASE("triage: an accepted answer is right") {
    AnswerKey key = block(0, 2);
    key.fields[0].accept = {"pgw"};
    const TriageResult result = triage_result(assess(key, played(key, {{"o1", "pgw"}, {"o2", "pgw"}}).journal(), 1));
    CHECK(result.right == 1);
    CHECK(result.wrong_agency == 1);
}

TEST_CASE("triage: a journal cut anywhere still scores, and one more right answer never lowers the score") {
    const AnswerKey key = block(4, 4);
    const journal::Journal whole = played(key, {{"e3", "311"}, {"o2", "911"}}).journal();
    Points before = 0;
    for (std::size_t length = 0; length <= whole.events.size(); ++length) {
        journal::Journal part = whole;
        part.events.resize(length);
        const Scorecard card = assess(key, part, 1);
        CHECK(card.possible == 800);
        CHECK(card.points >= before);
        before = card.points;
    }
    CHECK(before == 600);
}
