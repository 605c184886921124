#include "assessment/scoring/rounding.hpp"
#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

TEST_CASE("rounding is half up, and nothing divided by nothing is nothing") {
    CHECK(half_up(1, 2) == 1);
    CHECK(half_up(1, 3) == 0);
    CHECK(half_up(2, 3) == 1);
    CHECK(half_up(5, 2) == 3);
    CHECK(half_up(0, 5) == 0);
    CHECK(half_up(7, 0) == 0);
    CHECK(half_up(INT64_MAX, INT64_MAX) == 1);
    CHECK(within_limit(300, 20, 20) == 300);
    CHECK(within_limit(300, 21, 20) == 150);
    CHECK(within_limit(300, 40, 20) == 150);
    CHECK(within_limit(300, 41, 20) == 0);
    CHECK(within_limit(300, 0, 0) == 300);
    CHECK(within_limit(300, 1, 0) == 0);
    CHECK(within_limit(300, INT64_MAX, INT64_MAX) == 300);
    CHECK(percent(1, 2) == 50);
    CHECK(percent(845, 1000) == 85);
    CHECK(percent(0, 0) == 100);
}

TEST_CASE("every competency has its word and its label") {
    CHECK(word(Competency::listening) == "listening");
    CHECK(word(Competency::tempo) == "tempo");
    CHECK(label(Competency::knowledge) == "Knowledge");
    for (const Competency competency : kCompetencies) {
        CHECK(word(competency).size() == label(competency).size());
        CHECK(word(competency).substr(1) == label(competency).substr(1));
    }
}

namespace {

AnswerKey whole_key() {
    AnswerKey key;
    key.script = "pothole-tire";
    key.title = "A pothole took out a tire";
    key.disposition = "file";
    key.service = "street-defect";
    key.fields = {{"location", "Location", text::FieldKind::address, "4208 SPRUCE ST", {}, {}, "location", true}};
    key.steps = {{"greet", "Greet the caller"}, {"close", "Say goodbye"}};
    key.never = {{"calm_down", "Tell the caller to calm down"}};
    key.secrets = {"Marisol Vega"};
    key.articles = {"potholes"};
    key.chances = {{"opening", {"empathise"}}};
    key.facts_asked = {"location"};
    key.reply = {{"the claim form", {"claim form"}}};
    return key;
}

}  // namespace

TEST_CASE("points are summed by competency, and the sums agree with the findings") {
    JournalBuilder builder;
    builder.rings().at(3000).answered().at(6000).opening("A pothole at forty-two oh eight Spruce!", {"location"});
    builder.at(9000).says({"greet", "empathise"}).at(20'000).act(journal::ServiceChosen{"street-defect"});
    builder.chooses("location", "4208 SPRUCE ST").files("18000001", "street-defect", {{"location", "4208 SPRUCE ST"}});
    builder.at(60'000).says({"close"}, "You will need a claim form.").ends().at(70'000).wraps("file");
    const Scorecard card = assess(whole_key(), builder.journal(), 1);
    Points points = 0, possible = 0, by_competency = 0;
    for (const Finding& finding : card.findings) {
        points += finding.points;
        possible += finding.possible;
        CHECK(finding.points >= 0);
        CHECK(finding.points <= finding.possible);
        CHECK_FALSE(finding.title.empty());
        CHECK((finding.why.ends_with('.') || finding.why.ends_with('"')));
    }
    for (const auto& [name, sum] : card.competencies)
        by_competency += sum.possible;
    CHECK(card.points == points);
    CHECK(card.possible == possible);
    CHECK(by_competency == possible);
    CHECK(card.competencies.at("recording").points == 800);
    CHECK(card.competencies.count("typing") == 0);
    CHECK(card.competencies.count("writing") == 0);
    CHECK(card.disposition == "file");
    CHECK(card.script == "pothole-tire");
    CHECK(card.rubric == "practice-2");
    CHECK(card.possible - card.points == 800);  // the article was never read, and nobody spoke for half a minute
    CHECK(finding(card, "knowledge.article").points == 0);
    CHECK(finding(card, "courtesy.dead_air").points == 0);
    CHECK(card.passed);
    CHECK(card.strength == "Location: right, as the caller said it at 0:03; it was written 0:14 later.");
    CHECK(card.next == "Read the article before you answer, even when you think you know.");
}

TEST_CASE("a contact that nobody answered earns nothing, once for every criterion") {
    JournalBuilder builder;
    builder.rings().at(95'000).act(journal::Abandoned{});
    const Scorecard card = assess(whole_key(), builder.journal(), 1);
    CHECK(card.points == 0);
    CHECK(card.possible > 3000);
    CHECK_FALSE(card.passed);
    CHECK(card.critical.empty());
    CHECK(card.strength.empty());
    CHECK(card.next == "Answer: a caller who gives up has not been helped.");
    for (const Finding& finding : card.findings) {
        CHECK(finding.points == 0);
        CHECK(finding.why == "The caller gave up before anyone answered.");
        CHECK(finding.evidence == std::vector<journal::Seq>{1, 2});
    }
    // The same criteria as for a contact that was answered and did everything but type.
    JournalBuilder answered;
    answered.rings().answered();
    CHECK(assess(whole_key(), answered.journal(), 1).possible == card.possible);
}

TEST_CASE("a contact that is not in the journal is one that nobody answered") {
    const Scorecard card = assess(whole_key(), journal::Journal{}, 3);
    CHECK(card.points == 0);
    CHECK_FALSE(card.passed);
    CHECK(card.findings.front().evidence.empty());
    CHECK_FALSE(assess(AnswerKey{}, journal::Journal{}, 1).passed);
}

TEST_CASE("only the events of the contact count") {
    JournalBuilder builder;
    builder.rings().answered().of(2).rings().answered().says({"greet"}).of(1).says({"close"});
    const Scorecard card = assess(whole_key(), builder.journal(), 1);
    CHECK(finding(card, "step.greet").points == 0);
    CHECK(finding(card, "step.close").points == 200);
}

TEST_CASE("the percentage that is shown decides, and a critical error overrules it") {
    AnswerKey key;
    key.steps = {{"greet", "Greet the caller"}};
    Rubric rubric;
    for (const RubricValue& value : rubric_values()) {
        if (value.group != "limits") rubric.*(value.member) = 0;
    }
    rubric.step = 100;
    JournalBuilder builder;
    builder.rings().answered().says({"greet"});
    CHECK(assess(key, builder.journal(), 1, rubric).passed);
    builder.says({"abuse"});
    CHECK(assess(key, builder.journal(), 1, rubric).points == 100);
    CHECK_FALSE(assess(key, builder.journal(), 1, rubric).passed);
    CHECK_FALSE(assess(key, JournalBuilder().rings().answered().journal(), 1, rubric).passed);
}

TEST_CASE("without a wrap-up the deed names the outcome") {
    JournalBuilder filed;
    filed.rings().answered().files("18000001", "x", {});
    CHECK(assess({}, filed.journal(), 1).disposition == "file");
    JournalBuilder transferred;
    transferred.rings().answered().act(journal::TransferBegan{"911", false});
    CHECK(assess({}, transferred.journal(), 1).disposition == "transfer");
    CHECK(assess({}, JournalBuilder().rings().journal(), 1).disposition.empty());
}

TEST_CASE("what to practice next is the gravest thing first") {
    AnswerKey key = whole_key();
    JournalBuilder builder;
    builder.rings().answered().at(4000).opening("Forty-two oh eight Spruce.", {"location"});
    builder.chooses("location", "4280 SPRUCE ST").files("18000001", "street-defect", {{"location", "4280 SPRUCE ST"}});
    builder.says({"close"}).ends().wraps("file");
    CHECK(assess(key, builder.journal(), 1).next ==
          "Read the location back to the caller, figure by figure, before you file.");
    builder.says({}, "Marisol Vega.");
    // Of two critical errors the one that lost more points.
    CHECK(assess(key, builder.journal(), 1).next ==
          "Read the location back to the caller, figure by figure, before you file.");
}
