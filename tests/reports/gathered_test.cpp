// The reports over many people, from a records file as desks write it.
#include "assessment/journal/codec.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/reports/agreement_report.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/impact_report.hpp"
#include "assessment/reports/item_report.hpp"
#include "assessment/reports/xapi.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/reports/stored.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;

namespace {

/// The made-up shift played by somebody, judged and finished.
std::string play(records::Store& store, const std::string& trainee, const std::string& why = "finished",
                 const std::string& purpose = "") {
    const Stored stored = stored_shift(false, trainee);
    auto head = stored.journal.head;
    head.attempt.clear();
    head.purpose = purpose;
    const std::string id = store.begin(head, {{1, stored.keys.at(1)}, {2, stored.keys.at(2)}});
    store.append(id, stored.journal.events);
    for (const auto& card : stored.cards)
        store.add_scorecard(id, card.contact, card.card);
    store.finish(id, why);
    return id;
}

standing::Report rating(const records::Person& trainee, const records::Person& rater, const std::string& attempt,
                        bool passed, int mark) {
    standing::Report out;
    out.trainee = trainee.id;
    out.trainee_name = trainee.name;
    out.rater = rater.id;
    out.rater_name = rater.name;
    out.attempt = attempt;
    out.contact = 1;
    out.blind = true;
    out.passed = passed;
    out.marks["listening"] = {standing::Mark::Kind::number, mark, 0, "Heard what was said."};
    out.marks["procedure"] = {standing::Mark::Kind::number, mark, 0, "Kept to the order."};
    return out;
}

}  // namespace

TEST_CASE("Items from the records: what was set aside is left out", "[reports]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    CHECK(item_report(store).parts.empty());
    play(store, "Dana Reyes");
    play(store, "Dana Reyes");
    play(store, "Sam O'Neill");
    play(store, "Sam O'Neill", "set_aside");
    const ItemReport report = item_report(store, "2026-11-22T09:00:00Z");
    REQUIRE(report.parts.size() == 1);
    const ItemPart& part = report.parts.front();
    CHECK(part.people == 2);
    CHECK(part.plays == 6);
    REQUIRE(part.items.size() == 2);
    CHECK(part.items[1].script == "pothole-tire");
    CHECK(part.items[1].title == "A pothole took out a tire");
    CHECK(part.items[1].plays == 3);
    CHECK(part.items[1].people == 2);
    const Stored stored = stored_shift();
    CHECK(part.items[1].points == 2 * stored.cards.front().card.points);
    std::size_t judged = 0;
    for (const scoring::Finding& finding : stored.cards.front().card.findings)
        judged += finding.possible > 0 ? 1 : 0;
    std::int64_t chances = 0;
    for (const CriterionLoss& loss : part.items[1].losses)
        chances += loss.chances;
    CHECK(chances == static_cast<std::int64_t>(3 * judged));
}

TEST_CASE("Trainer against machine from the records", "[reports]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    CHECK(agreement_report(store).trainers == 0);
    CHECK(calibration(store).contacts.empty());
    const std::string attempt = play(store, "Dana Reyes");
    const records::Person dana = *store.person("Dana Reyes");
    const records::Person ana = store.add_person("Ana Silva"), ben = store.add_person("Ben Ortiz");
    records::add_report(store, rating(dana, ana, attempt, true, 5));
    records::add_report(store, rating(dana, ben, attempt, false, 2));
    standing::Report day;  // a daily report is no rating of a contact
    day.trainee = dana.id;
    day.rater = ana.id;
    day.day = "2026-11-21";
    day.most = "Calm throughout.";
    records::add_report(store, day);
    standing::Override change;
    change.attempt = attempt;
    change.contact = 1;
    change.criterion = "step.greet";
    change.by = ana.id;
    change.by_name = ana.name;
    change.why = "The greeting was there, in Spanish.";
    change.points = 200;
    change.possible = 200;
    records::add_override(store, dana.id, change);
    const AgreementReport report = agreement_report(store);
    CHECK(report.trainers == 2);
    CHECK(report.blind.decided == 2);
    CHECK(report.blind.marks == 4);  // the machine's marks are drafted from the scorecard
    REQUIRE(report.raters.size() == 2);
    CHECK(report.raters[0].name == "Ana Silva");
    CHECK(report.raters[0].overrides == 1);
    CHECK(report.raters[0].raised == 1);
    CHECK(report.calibration.contacts.size() == 1);
    CHECK(calibration(store, attempt).pairs.size() == 1);
    CHECK(calibration(store, "another").contacts.empty());
}

TEST_CASE("Software skills are what the scorecards credit, and no list that fits everybody", "[reports]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    const std::string first = play(store, "Dana Reyes");
    play(store, "Dana Reyes");
    play(store, "Sam O'Neill");
    play(store, "Dana Reyes", "set_aside");
    play(store, "Dana Reyes", "finished", "exam");  // of an exam that is not known here: how it went is not told
    CompetencyReport report;
    report.practice.person = *store.person("Dana Reyes");
    const auto one_of = [](const std::vector<SkillUse>& all, const std::string& name) {
        for (const SkillUse& it : all)
            if (it.skill == name) return it;
        FAIL(name);
        return SkillUse{};
    };
    // By hand from the cards: how many of the contacts hold such a finding, and in how many it earned something.
    std::int64_t asked = 0, used = 0;
    for (const auto& stored : store.scorecards(first)) {
        bool form = false, written = false;
        for (const auto& finding : stored.card.findings) {
            if (finding.criterion.rfind("field.", 0) != 0 || finding.possible == 0) continue;
            form = true;
            written = written || finding.points > 0;
        }
        asked += form ? 1 : 0;
        used += written ? 1 : 0;
    }
    REQUIRE(asked > 0);
    const auto all = software_skills(store, report, {});
    CHECK(one_of(all, "request form").asked == 2 * asked);
    CHECK(one_of(all, "request form").used == 2 * used);
    CHECK(one_of(all, "typing tests").used == 0);
    CHECK(one_of(software_skills(store, report, {first}), "request form").asked == asked);
    report.practice.person = *store.person("Sam O'Neill");
    CHECK(one_of(software_skills(store, report, {}), "request form").asked == asked);

    CHECK(skills_text({}) == "none observed yet");
    CHECK(skills_text({{"request form", 0, 0, false}, {"typing tests", 0, 0, true}}) == "none observed yet");
    CHECK(skills_text({{"request form", 41, 43, false},
                       {"directory", 0, 5, false},
                       {"written replies", 0, 0, false},
                       {"typing tests", 6, 0, true},
                       {"blocks of vignettes", 0, 0, true}}) ==
          "Used, in so many of the contacts that asked for it: request form 41 of 43. Finished: 6 typing tests. Not "
          "finished: blocks of vignettes. Asked for and not credited: directory (5 contacts). Nothing that was judged "
          "asked for: written replies. Counted "
          "from the scorecards; what else was opened stands in the journals.");
}

TEST_CASE("Second raters of an exam are no exercise of trainers", "[reports]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    const std::string exam = play(store, "Dana Reyes", "finished", "exam");
    const std::string exercise = play(store, "Dana Reyes");
    const records::Person dana = *store.person("Dana Reyes");
    const records::Person ana = store.add_person("Ana Silva"), ben = store.add_person("Ben Ortiz");
    for (const std::string& attempt : {exam, exercise}) {
        records::add_report(store, rating(dana, ana, attempt, true, 5));
        records::add_report(store, rating(dana, ben, attempt, attempt != exam, 2));
    }
    for (const Calibration& all : {calibration(store), agreement_report(store).calibration}) {
        REQUIRE(all.contacts.size() == 1);
        CHECK(all.contacts.front().attempt == exercise);
        CHECK_THAT(all.notes.back(), Catch::Matchers::StartsWith("One exam contact with more than one rater is left"));
    }
    CHECK(agreement_report(store).blind.decided == 4);  // against the machine every blind rating counts
    CHECK(calibration(store, exam).contacts.size() == 1);
    // Exam contacts are chosen for being hard to decide, and the report says what that does to its figures.
    const AgreementReport report = agreement_report(store, "2026-11-22T08:00:00Z");
    CHECK(report.exam_ratings == 2);
    const std::string page = html_of(agreement_document(report));
    CHECK(page.find("Exam contacts are no fair sample") != std::string::npos);
    CHECK(exam_sample_sentence(report).find("2 of the blind ratings are of exam contacts") == 0);
    CHECK(exam_sample_sentence(report).find("a drawn 20") != std::string::npos);
    CHECK(exam_sample_sentence(AgreementReport()).empty());
}

TEST_CASE("An attempt that cannot be read is named, and the rest is reported", "[reports]") {
    const records::tests::TempFolder folder;
    const std::string path = folder / "records.db";
    std::string damaged, whole;
    {
        auto store = records::Store::open(path);
        damaged = play(store, "Dana Reyes");
        whole = play(store, "Dana Reyes");
        const records::Person ana = store.add_person("Ana Silva");
        for (const std::string& attempt : {damaged, whole})
            records::add_report(store, rating(*store.person("Dana Reyes"), ana, attempt, true, 5));
    }
    const auto reads = [&](const std::string& attempt) {
        const auto store = records::Store::open_read_only(path);
        try {
            store.journal(attempt);
            store.scorecards(attempt);
            return true;
        } catch (const records::Trouble&) {
            return false;
        }
    };
    // Both attempts hold the same line; where each of them lies in the file is SQLite's to say.
    const auto spoil = [&](const std::string& line) {
        const std::string bytes = records::tests::bytes_of(path);
        for (std::size_t at = bytes.find(line); at != std::string::npos; at = bytes.find(line, at + 1)) {
            std::string spoiled = bytes;
            spoiled[at] = '!';
            records::tests::write_bytes(path, spoiled);
            if (!reads(damaged)) break;
        }
        REQUIRE_FALSE(reads(damaged));
        REQUIRE(reads(whole));
    };
    const std::string named = "Attempt " + records::short_id(damaged);
    standing::Program program;
    program.id = "6J55";

    SECTION("a journal") {
        spoil(journal::to_json(stored_shift().journal.events.at(4)).substr(0, 40));
        const auto store = records::Store::open_read_only(path);
        std::vector<std::string> set_aside;
        const std::string lines = export_xapi(store, {}, kXapiHome, &set_aside);
        CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
        REQUIRE(set_aside.size() == 1);
        CHECK_THAT(set_aside.front(), Catch::Matchers::StartsWith(named));
        CHECK_THROWS_AS(export_xapi(store, damaged), records::Trouble);
        const CompetencyReport report = competency_report(store, program, "Dana Reyes", "2026-11-22T09:00:00Z");
        CHECK(report.set_aside == set_aside);  // once, however many errors it holds
        std::size_t without = 0;
        for (const CriticalError& error : report.critical) {
            CHECK_FALSE(error.sentence.empty());
            CHECK(error.excerpt.empty() == (error.attempt == damaged));
            without += error.attempt == damaged ? 1U : 0U;
        }
        CHECK(without >= 1);
        for (const Format format : {Format::html, Format::csv, Format::json})
            CHECK_THAT(competency_text(report, format), Catch::Matchers::Contains(named));
    }
    SECTION("a scorecard") {
        spoil(scoring::to_json(stored_shift().cards.front().card).substr(0, 60));
        const auto store = records::Store::open_read_only(path);
        const AgreementReport report = agreement_report(store);
        CHECK(report.blind.decided == 1);
        REQUIRE(report.set_aside.size() == 1);
        CHECK_THAT(html_of(agreement_document(report)), Catch::Matchers::Contains(named));
    }
}

TEST_CASE("Adverse impact from the records: the newest signed outcome counts, and nothing of the file is kept",
          "[reports]") {
    const records::tests::TempFolder folder;
    const std::string path = folder / "records.db";
    Demographics file;
    file.attributes = {"sex"};
    {
        auto store = records::Store::open(path);
        CHECK(impact_report(store, file).outcomes == 0);
        for (int i = 0; i < 40; ++i) {
            const std::string name = "Trainee " + std::to_string(100 + i);
            const records::Person person = store.add_person(name);
            standing::Event signed_off;
            signed_off.kind = "signed_off";
            signed_off.program = "6J55";
            signed_off.outcome = "not_yet";
            signed_off.at = "2026-11-01T08:00:00Z";
            records::add_event(store, person.id, signed_off);
            if (i % 4 != 0) {
                signed_off.outcome = "certified";
                signed_off.at = "2026-11-02T08:00:00Z";
                records::add_event(store, person.id, signed_off);
            }
            file.rows.push_back({i + 2, i % 3 == 0 ? name : person.id, {{"sex", i % 2 == 0 ? "QZF" : "QZM"}}});
        }
        store.add_person("Nobody Yet");
        const ImpactReport report = impact_report(store, file, "6J55");
        CHECK(report.outcomes == 40);
        CHECK(impact_report(store, file, "1322").outcomes == 0);
        // All 10 who were not certified are among the 20 of one group: the other has none, and neither can be shown.
        REQUIRE(report.tables.size() == 1);
        CHECK(report.tables.front().groups.empty());
        REQUIRE(report.tables.front().total);
        CHECK(report.tables.front().total->certified == 30);
    }
    CHECK(records::tests::bytes_of(path).find("QZF") == std::string::npos);
}
