// The competency report where judges set the pass mark: who they were, and how far they differ.
#include "assessment/reports/competency_report.hpp"
#include "tests/reports/sample.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <array>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

TEST_CASE("A report says who set the cut, where judges did", "[reports][competency]") {
    CompetencyReport report = sample_report();
    const std::string without = seen(html_of(competency_document(report)));
    CHECK_THAT(without, !Contains("judge on") && !Contains("Who set the"));
    CHECK(json::parse(competency_json(report))["rule"]["pass_judges"].is_null());
    // The reference's example, each call type drawn as often as any other: 3.35, 3.20 and 3.25 of 4.
    standing::Program& program = report.program;
    program.blueprint.clear();
    for (const char* id : {"streets", "records", "answers", "emergencies"})
        program.blueprint.push_back({id, id, {id}, 1, 0});
    program.pass_percent = 82;
    program.pass_sheet = {"2026-09-01", 2, 0, {}};
    const auto judge = [&](const char* name, bool incumbent, std::array<int, 4> of) {
        program.pass_sheet.judges.push_back(
            {name, incumbent, {{"streets", of[0]}, {"records", of[1]}, {"answers", of[2]}, {"emergencies", of[3]}}});
    };
    judge("Intake supervisor", false, {90, 80, 85, 80});
    judge("Trainer", false, {80, 80, 80, 80});
    judge("Desk 4", true, {85, 75, 85, 80});
    const std::string page = html_of(competency_document(report));
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page),
               Contains("Set by 3 judges on Sep 1, 2026, in two rounds: 81.67 %, standard error 1.10 percentage "
                        "points; their sheet is kept with the program.") &&
                   Contains("Who set the 82 %") && Contains("83.75 %") && Contains("Desk 4") && Contains("Lowest"));
    const json cut = json::parse(competency_json(report))["rule"]["pass_judges"];
    CHECK(cut["cut_percent"].get<double>() == Approx(81.666667));
    CHECK(cut["judges_sem_percent"].get<double>() == Approx(1.102396).margin(1e-6));
    CHECK(cut["judges"][2]["incumbent"] == true);
    CHECK(cut["judges"][0]["estimates"]["streets"] == 90);
    CHECK(cut["judges"][0]["cut_percent"].get<double>() == Approx(83.75));
    CHECK(cut["cells"][0]["lowest_percent"] == 80);
    CHECK_THAT(competency_csv(report), Contains("rule,cut,standard_error,1.1024"));
    program.pass_sheet.less_errors = 1;
    CHECK_THAT(seen(html_of(competency_document(report))),
               Contains("less one standard error, as was laid down before the exam, 80.56 %"));
    // Before the judges were asked an exam had been opened already.
    program.pass_sheet.asked_on = "2027-01-01";
    CHECK_THAT(seen(html_of(competency_document(report))), Contains("before the judges were last asked"));
    // One judge bears no standard error, and none is printed.
    program.pass_sheet.judges.resize(1);
    program.pass_sheet.less_errors = 0;
    CHECK_THAT(seen(html_of(competency_document(report))), Contains("Set by 1 judge") &&
                                                               Contains("one judge bears no standard error") &&
                                                               !Contains("standard error 0"));
    CHECK(json::parse(competency_json(report))["rule"]["pass_judges"]["judges_sem_percent"].is_null());
    CHECK(pdf_of(competency_document(report)).size() > 1000);
}
