#include "assessment/records/account.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/reports/certificate.hpp"
#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_report.hpp"
#include "assessment/reports/rule_odds.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/reports/sample.hpp"
#include "tests/reports/stored.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

TEST_CASE("Error rates of the rule as published", "[reports][competency]") {
    struct Row {
        double skill, single, rule, mean;
    };
    constexpr std::array kPublished{Row{.60, .0036, .0044, 20.5}, Row{.65, .0121, .0159, 21.1},
                                    Row{.70, .0355, .0499, 22.0}, Row{.75, .0913, .1346, 23.2},
                                    Row{.80, .2061, .3067, 24.2}, Row{.85, .4049, .5729, 24.2},
                                    Row{.90, .6769, .8482, 22.8}, Row{.92, .7879, .9255, 21.9},
                                    Row{.95, .9245, .9869, 20.7}, Row{.97, .9790, .9985, 20.2}};
    const auto odds = call_odds(3);
    REQUIRE(odds.size() == kPublished.size());
    for (std::size_t i = 0; i < odds.size(); ++i) {
        INFO(kPublished[i].skill);
        CHECK(odds[i].skill == kPublished[i].skill);
        CHECK(odds[i].single == Approx(kPublished[i].single).margin(.00005));
        CHECK(odds[i].rule == Approx(kPublished[i].rule).margin(.00005));
        CHECK(odds[i].mean_contacts == Approx(kPublished[i].mean).margin(.05));
        CHECK(odds[i].within_tries >= odds[i].rule);
    }
    // Single stage, three tries: 10.3 percent at .70, 1.1 at .60.
    CHECK(1 - (1 - odds[2].single) * (1 - odds[2].single) * (1 - odds[2].single) == Approx(.103).margin(.0005));
    const auto emergencies = emergency_odds();
    constexpr std::array kEmergencies{.972, .906, .728, .287, .048};
    REQUIRE(emergencies.size() == kEmergencies.size());
    for (std::size_t i = 0; i < kEmergencies.size(); ++i)
        CHECK(emergencies[i].passes == Approx(kEmergencies[i]).margin(.0005));
    CHECK(rule_curve().size() == 51);
}

TEST_CASE("No miss is no proof: the bound that is printed", "[reports][competency]") {
    struct Row {
        int shown;
        double most;
    };
    for (const Row& row : {Row{8, .312}, Row{12, .221}, Row{20, .139}, Row{29, .098}, Row{30, .095}, Row{59, .0495}}) {
        standing::History history;
        standing::TriageFact block;
        block.purpose = standing::Purpose::exam;
        block.form = "f";
        block.shown = 2 * row.shown;
        block.emergencies = row.shown;
        history.triage.push_back(block);
        const EmergencyCount count = emergency_count(history, "f");
        CHECK(count.most == Approx(row.most).margin(.0005));
        CHECK(count.others == row.shown);
        CHECK(emergency_count(history, {}).shown == 0);
        CHECK(emergency_count(history, {}).most == 1);
    }
}

TEST_CASE("Means bear an error from two contacts on, and floors are held in whole numbers", "[reports][competency]") {
    standing::ContactFact one;
    one.competencies["listening"] = {750, 1000};
    standing::ContactFact two = one;
    two.competencies["listening"] = {1000, 1000};
    two.competencies["tempo"] = {0, 0};
    const auto single = competency_means({&one}, {{"listening", 75}});
    REQUIRE(single.size() == 1);
    CHECK_FALSE(single[0].error.has_value());
    CHECK(single[0].met);
    CHECK_FALSE(competency_means({&one}, {{"listening", 76}})[0].met);
    const auto both = competency_means({&one, &two}, {{"writing", 70}});
    REQUIRE(both.size() == 2);
    CHECK(both[0].competency == "listening");
    CHECK(both[0].mean == Approx(87.5));
    CHECK(*both[0].error == Approx(12.5));  // s = 17.678, over the root of 2
    CHECK(both[1].competency == "writing");
    CHECK(both[1].contacts == 0);
    CHECK(competency_means({}, {}).empty());
}

TEST_CASE("A full report says everything, as a page, on paper and as data", "[reports][competency]") {
    const CompetencyReport report = sample_report();
    REQUIRE(report.standing.state == standing::State::certified);
    const std::string page = html_of(competency_document(report));
    CHECK(faults_of(page) == std::vector<std::string>{});
    const std::string text = seen(page);
    for (const char* said : {"Certified",
                             "Valid through",
                             "CERT-20/30, version 6J55-2026-1",
                             "5.0 %",
                             "1.3 %",
                             "26 of 30 passed",
                             "14 of 20 passed",
                             "not observed",
                             "With 95 % confidence the true rate of misses is below 8.4 %",
                             "practice value",
                             "The smell of gas was not sent to 911",
                             "The caller&#39;s own address",
                             "0:44",
                             "Raters and machine disagree on pass or fail in 1",
                             "Forgot twice to look for duplicates",
                             "NO",
                             "0 of 2",
                             "The address was read back in other words",
                             "Disputes",
                             "Upheld",
                             "Text at 150 percent",
                             "Remediation planned",
                             "Civil Service Commission",
                             "Practice (does not count)",
                             "To be signed by hand",
                             "89e6c98d92887913cadf06b2adb97f26cde4849b89e6c98d92887913cadf06b2",
                             "Fewer than 10 contacts"}) {
        INFO(said);
        CHECK_THAT(text,
                   Contains(said == std::string("The caller&#39;s own address") ? "The caller's own address" : said));
    }
    CHECK(text.find("Practice (does not count)") > text.find("Signatures"));
    const std::string paper = competency_text(report, Format::pdf);
    CHECK(paper.compare(0, 5, "%PDF-") == 0);
    CHECK(paper == competency_text(report, Format::pdf));

    const json it = json::parse(competency_json(report));
    const json old = json::parse(trainee_json(report.practice));
    for (const auto& [key, value] : old.items()) {
        INFO(key);
        CHECK(it.at(key) == value);
    }
    CHECK(it["standing"]["state"] == "certified");
    CHECK(it["exams"].size() == 2);
    CHECK(it["exams"][1]["contacts"].size() == 30);
    CHECK(it["exams"][1]["emergency_bound"]["miss_rate_at_most_95"].get<double>() == Approx(.0843).margin(.0001));
    CHECK(it["clauses"].size() == report.program.clauses.size());
    CHECK(it["rule"]["contact_block"][2]["passes"].get<double>() == Approx(.0499).margin(.0001));
    CHECK(it["counted"] == 18);  // exams are in no sum of practice
    const auto rows = csv_rows(competency_csv(report));
    for (const auto& row : rows)
        REQUIRE(row.size() == 5);
    CHECK(rows.size() > 200);
}

TEST_CASE("Enrolled today: nothing is claimed", "[reports][competency]") {
    const CompetencyReport report = newcomer_report();
    const std::string text = seen(html_of(competency_document(report)));
    CHECK_THAT(text, Contains("No exam has been opened") && Contains("No typing test has been taken") &&
                         Contains("No attempt yet") && Contains("In training"));
    CHECK(text.find("±") == std::string::npos);
    CHECK(pdf_of(competency_document(report)).size() > 1000);
    const json it = json::parse(competency_json(report));
    CHECK(it["exams"].empty());
    CHECK(it["emergencies_in_practice"]["miss_rate_at_most_95"].is_null());
    CHECK_THAT(certificate_refusal(report), Contains("Dana Reyes is not certified (In training)"));
    CHECK_THROWS_AS(certificate_document(report), std::invalid_argument);
}

TEST_CASE("Until a blind rating is made, nobody reads what the machine said of that contact", "[reports][competency]") {
    CompetencyReport report = sample_report();
    standing::ExamResult& exam = report.standing.exams.back();
    REQUIRE_FALSE(exam.second.empty());
    exam.second.front().ratings = 0;
    exam.second.front().needed = 1;
    CHECK_THAT(seen(html_of(competency_document(report))), Contains("withheld until rated"));
    const json it = json::parse(competency_json(report));
    int hidden = 0;
    for (const json& contact : it["exams"].back()["contacts"])
        hidden += contact.value("withheld", false) ? 1 : 0;
    CHECK(hidden == 1);
    CHECK_THAT(competency_csv(report), Contains("until rated"));
}

TEST_CASE("The certificate is one sheet for the certified", "[reports][competency]") {
    const CompetencyReport report = sample_report("Zoë Łukasz-van der Berg");
    REQUIRE(certificate_refusal(report).empty());
    const Document document = certificate_document(report);
    const std::string text = seen(html_of(document));
    CHECK(faults_of(html_of(document)) == std::vector<std::string>{});
    CHECK_THAT(text, Contains("Certificate of Competence") && Contains("Zoë Łukasz-van der Berg") &&
                         Contains("26 of 30") && Contains("Kim Lee") && Contains("Nov 21, 2028"));
    const std::string paper = pdf_of(document);
    CHECK_THAT(paper, Contains("/Count 1"));
    CompetencyReport expired = report;
    expired.standing.state = standing::State::expired;
    CHECK_THAT(certificate_refusal(expired), Contains("ran out on Nov 21, 2028"));
}

TEST_CASE("The cohort shows where everybody stands", "[reports][competency]") {
    records::Tally dana;
    dana.person = {"p1", "Dana Reyes", ""};
    records::Tally sam = dana;
    sam.person = {"p2", "Sam", ""};
    CohortReport report{{dana, sam}, "2026-11-22T09:00:00Z", {}, {}};
    CohortStanding& standing = report.standings["p1"];
    standing.program = "6J55";
    standing.state = standing::State::certified;
    standing.certified_until = "2028-11-21T10:00:00Z";
    const json it = json::parse(cohort_json(report));
    CHECK(it["trainees"][0]["standing"]["state"] == "certified");
    CHECK(it["trainees"][1]["standing"].is_null());
    const std::string text = seen(cohort_html(report));
    CHECK(faults_of(cohort_html(report)) == std::vector<std::string>{});
    CHECK_THAT(text, Contains("Certified") && Contains("not enrolled") && Contains("Nov 21, 2028"));
    CHECK(cohort_text(report, Format::pdf).compare(0, 5, "%PDF-") == 0);
    CHECK_THAT(seen(cohort_html({{}, "", {}, "6J55"})), Contains("Nobody is enrolled in program 6J55"));
}

TEST_CASE("From the records: enrolled, practiced, reported", "[reports][competency]") {
    const records::tests::TempFolder folder;
    auto store = records::Store::open(folder / "records.db");
    const Stored stored = stored_shift();
    auto head = stored.journal.head;
    head.attempt.clear();
    const std::string id = store.begin(head, {{1, stored.keys.at(1)}, {2, stored.keys.at(2)}});
    store.append(id, stored.journal.events);
    for (const auto& card : stored.cards)
        store.add_scorecard(id, card.contact, card.card);
    store.finish(id, "finished");
    const records::Person dana = *store.person("Dana Reyes");
    CHECK_FALSE(program_of(store, dana.id, {sample_program()}).has_value());
    standing::Event enrolled;
    enrolled.kind = "enrolled";
    enrolled.at = "2026-11-01T08:00:00Z";
    enrolled.program = "6J55";
    enrolled.why = "First day.";
    records::add_event(store, dana.id, enrolled);
    CHECK_FALSE(program_of(store, dana.id, {}).has_value());
    const auto program = program_of(store, dana.id, {sample_program()});
    REQUIRE(program.has_value());
    const CompetencyReport report = competency_report(store, *program, "dana reyes", "2026-11-22T09:00:00Z");
    CHECK(report.standing.state == standing::State::in_training);
    CHECK(report.history.contacts.size() == 2);
    CHECK_FALSE(report.chain_head.empty());
    CHECK(report.desk_time == stored.journal.events.back().at);
    CHECK(report.desk_time > 60'000);
    CHECK_THAT(seen(html_of(competency_document(report))), Contains("1 attempt at the desk on 1 day, "));
    CHECK(json::parse(competency_json(report))["desk_time_ms"] == report.desk_time);
    std::size_t critical = 0;
    for (const auto& card : stored.cards)
        critical += card.card.critical.size();
    CHECK(report.critical.size() == critical);
    for (const CriticalError& error : report.critical)
        CHECK_FALSE(error.excerpt.empty());
    const json cohort = json::parse(cohort_json(cohort_report(store, "2026-11-22T09:00:00Z", {sample_program()})));
    CHECK(cohort["trainees"][0]["standing"]["state"] == "in_training");

    // Who has an account and no training is no trainee; a trainee who has not begun is one.
    const records::Effort little{1, 8192};
    const records::Account ada = records::make_first_administrator(store, "Ada Byrne", "12345678", little);
    records::set_account(store, ada, "Helen Reed", records::Role::hr, "12345678", little);
    records::set_account(store, ada, "Sam Ortiz", records::Role::trainee, "12345678", little);
    enrolled.kind = "remediation_planned";
    enrolled.by = store.add_person("Kim Lee").id;
    records::add_event(store, dana.id, enrolled);
    const auto names = [&](const std::string& of) {
        std::vector<std::string> out;
        for (const records::Tally& one : cohort_report(store, "2026-11-22T09:00:00Z", {sample_program()}, of).trainees)
            out.push_back(one.person.name);
        return out;
    };
    CHECK(names("") == std::vector<std::string>{"Dana Reyes", "Sam Ortiz"});
    CHECK(names("6J55") == std::vector<std::string>{"Dana Reyes"});
    CHECK_THROWS_WITH(names("6J5"),
                      "Nobody in these records was ever enrolled in a program \"6J5\"; there is enrollment in 6J55.");
    CHECK_THROWS_AS(competency_report(store, *program, "Nobody", ""), records::NotFound);
}

TEST_CASE("Whoever acts on a result reads first that some of it is still disputed", "[reports][competency]") {
    CompetencyReport report = sample_report();
    CHECK(seen(html_of(competency_document(report))).find("open dispute") == std::string::npos);
    REQUIRE_FALSE(report.disputes.empty());
    report.disputes.front().answer.clear();
    const std::string one = seen(html_of(competency_document(report)));
    CHECK(one.find("1 open dispute") < one.find("Scope"));
    CHECK_THAT(one, Contains("an exam rests on it"));
    standing::Dispute of_practice = report.disputes.front();
    const auto& contacts = report.history.contacts;
    const auto practice = std::find_if(contacts.begin(), contacts.end(), [](const standing::ContactFact& fact) {
        return fact.purpose == standing::Purpose::practice;
    });
    REQUIRE(practice != contacts.end());
    of_practice.attempt = practice->attempt;
    report.disputes.push_back(of_practice);
    CHECK_THAT(seen(html_of(competency_document(report))),
               Contains("2 open disputes") && Contains("an exam rests on 1 of them"));
    report.disputes.erase(report.disputes.begin());
    CHECK_THAT(seen(html_of(competency_document(report))), Contains("none of it concerns an exam"));
}

TEST_CASE("A note on where a value comes from goes on in its sentence", "[reports][competency]") {
    CompetencyReport report = sample_report();
    report.program.pass_basis = {standing::Basis::From::practice_value, "To be set by the center's own experts."};
    report.program.floors_basis = {standing::Basis::From::center, "Philadelphia's own, of 2026."};
    const std::string text = seen(html_of(competency_document(report)));
    CHECK_THAT(text, Contains("not set by the center; to be set by the center's own experts)"));
    CHECK_THAT(text, Contains("own rule; Philadelphia's own, of 2026)"));
}

TEST_CASE("Emergencies missed are counted in words that are words", "[reports][competency]") {
    CompetencyReport report = sample_report();
    standing::ExamResult& exam = report.standing.exams.back();
    for (const int misses : {1, 2}) {
        exam.misses = misses;
        const std::string text = seen(html_of(competency_document(report)));
        CHECK_THAT(text, Contains(std::to_string(misses) + " missed"));
        CHECK(text.find("misss") == std::string::npos);
    }
}

TEST_CASE("A typing test is evidence for the clauses that its program names", "[reports][competency]") {
    standing::Program program;
    program.clauses = {{"X-1", "Types fast enough"}, {"X-2", "Keeps calm"}};
    program.typing.clauses = {"X-1"};
    standing::History history;
    standing::TypingFact test;
    test.finished = true;
    test.purpose = standing::Purpose::qualification;
    test.wpm_net = 35;
    test.at = "2026-11-03T09:00:00Z";
    history.typing.push_back(test);
    test.wpm_net = 34;
    history.typing.push_back(test);
    test.dictation = true;
    test.ksph_net = 3000;
    history.typing.push_back(test);
    test.purpose = standing::Purpose::drill;  // practice of typing proves nothing
    history.typing.push_back(test);
    test.finished = false;
    test.purpose = standing::Purpose::qualification;
    history.typing.push_back(test);
    const std::vector<ClauseEvidence> evidence = clause_evidence(program, history);
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].tests == 3);
    CHECK(evidence[0].tests_passed == 2);
    CHECK(evidence[0].observed());
    CHECK(evidence[0].last == "2026-11-03T09:00:00Z");
    CHECK_FALSE(evidence[1].observed());
}
