#include "assessment/reports/agreement_report.hpp"

#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

RatedContact rated(const std::string& rater, int number, bool trainer, bool machine, int mark, int suggested,
                   bool blind = true) {
    RatedContact out;
    out.attempt = "4f2c91aa-0000-4000-8000-" + std::to_string(100'000'000'000 + number);
    out.contact = 1;
    out.rater = "id-" + rater;
    out.rater_name = rater;
    out.at = "2026-11-21T08:00:00Z";
    out.blind = blind;
    out.trainer_passed = trainer;
    out.machine_passed = machine;
    out.marks["listening"] = {mark, suggested};
    out.marks["courtesy"] = {std::min(mark + number % 2, 7), suggested};
    return out;
}

standing::Report rating(const std::string& rater, const std::string& attempt, std::uint32_t contact,
                        std::optional<bool> passed, const std::map<std::string, int>& marks, bool blind = true,
                        const std::string& at = "2026-11-21T08:00:00Z") {
    standing::Report out;
    out.rater = "id-" + rater;
    out.rater_name = rater;
    out.trainee_name = "Dana Reyes";
    out.attempt = attempt;
    out.contact = contact;
    out.passed = passed;
    out.blind = blind;
    out.at = at;
    for (const auto& [competency, value] : marks)
        out.marks[competency] = {standing::Mark::Kind::number, value, 0, {}};
    return out;
}

std::string page_of(const AgreementReport& report) {
    return html_of(agreement_document(report));
}

/// 40 blind ratings by two trainers: Ana as the machine, Sam passes much of what it fails.
std::vector<RatedContact> two_trainers() {
    std::vector<RatedContact> out;
    for (int i = 0; i < 20; ++i) {
        const bool machine = i % 2 == 0;
        const int suggested = 2 + i % 5;
        out.push_back(rated("Ana", i, machine, machine, suggested, suggested));
        out.push_back(rated("Sam", 100 + i, machine || i % 4 != 3, machine, std::min(suggested + 2, 7), suggested));
    }
    for (int i = 20; i < 26; ++i)
        out.push_back(rated("Sam", 100 + i, true, false, 5, 3));
    return out;
}

}  // namespace

TEST_CASE("Nobody has rated: the report says so", "[reports]") {
    const AgreementReport report =
        agreement_report(std::vector<RatedContact>{}, {}, calibration(std::vector<standing::Report>{}));
    CHECK(report.trainers == 0);
    CHECK_THAT(seen(page_of(report)), Contains("No trainer has rated a contact"));
    const json it = json::parse(agreement_json(report));
    CHECK(it["blind"]["kappa"].is_null());
    CHECK(it["raters"].empty());
    CHECK(it["bar"].empty());
    CHECK(csv_rows(agreement_csv(report)).size() == 1);
}

TEST_CASE("One trainer: counts, and no statistic", "[reports]") {
    std::vector<RatedContact> all = two_trainers();
    all.erase(std::remove_if(all.begin(), all.end(), [](const RatedContact& one) { return one.rater_name == "Ana"; }),
              all.end());
    const AgreementReport report = agreement_report(all, {}, {});
    CHECK(report.trainers == 1);
    CHECK(report.blind.decided == 26);
    CHECK_FALSE(report.blind.kappa);
    CHECK_FALSE(report.blind.weighted);
    CHECK_FALSE(report.blind.icc);
    CHECK_FALSE(report.blind.standardized);
    REQUIRE(report.raters.size() == 1);
    CHECK(report.raters.front().out_of_line.empty());
    CHECK_FALSE(report.raters.front().agreement.kappa);
    CHECK(json::parse(agreement_json(report))["raters"][0]["sign_p"].is_null());
    CHECK_THAT(seen(page_of(report)), Contains("One trainer only"));
}

TEST_CASE("Trainer against machine: kappa, marks, and who is out of line", "[reports]") {
    standing::Override change;
    change.by = "id-Sam";
    change.by_name = "Sam";
    change.machine_points = 0;
    change.points = 200;
    change.possible = 200;
    const AgreementReport report = agreement_report(two_trainers(), {change}, {}, "2026-11-22T09:00:00Z");
    CHECK(report.trainers == 2);
    CHECK(report.blind.decided == 46);
    CHECK(report.blind.machine_only == 0);
    CHECK(report.blind.trainer_only == 11);
    REQUIRE(report.blind.kappa);
    // By hand: (35/46 - pe) / (1 - pe), pe = (31 * 20 + 15 * 26) / 46^2.
    const double pe = (31.0 * 20 + 15 * 26) / (46 * 46);
    CHECK(report.blind.kappa->kappa == Approx((35.0 / 46 - pe) / (1 - pe)));
    REQUIRE(report.blind.weighted);
    CHECK(report.blind.marks == 92);
    REQUIRE(report.blind.icc);
    CHECK(*report.blind.mean_difference > 0);
    REQUIRE(report.raters.size() == 2);
    CHECK(report.raters[0].name == "Ana");
    CHECK(report.raters[0].out_of_line.empty());
    CHECK(report.raters[0].agreement.kappa->kappa == Approx(1));
    CHECK(report.raters[1].sign == Approx(2.0 / 2048));
    CHECK_THAT(report.raters[1].out_of_line,
               Contains("Sam is milder") && Contains("11 passed what the machine failed"));
    CHECK(report.raters[1].raised == 1);
    CHECK_FALSE(report.bar.empty());
    const std::string page = page_of(report);
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page), Contains("Who is out of line") && Contains("Sam is milder") && Contains("practice values"));
    const auto rows = csv_rows(agreement_csv(report));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].size() == rows[0].size());
}

TEST_CASE("Only blind ratings count; an edited draft proves nothing", "[reports]") {
    std::vector<RatedContact> all = two_trainers();
    for (RatedContact& one : all)
        one.blind = false;
    const AgreementReport report = agreement_report(all, {}, {});
    CHECK(report.blind.decided == 0);
    CHECK(report.open.decided == 46);
    CHECK_THAT(report.bar.front(), Contains("Open"));
    CHECK(report.raters[1].out_of_line.empty());
    CHECK_THAT(seen(page_of(report)), Contains("No contact has been rated blind yet") &&
                                          Contains("Rated with the machine\u2019s judgment in sight"));
}

TEST_CASE("A rating given again counts once, the newest", "[reports]") {
    std::vector<RatedContact> all{rated("Ana", 1, false, true, 3, 3), rated("Ana", 1, true, true, 3, 3),
                                  rated("Sam", 1, true, true, 3, 3)};
    all[1].at = "2026-11-21T09:00:00Z";
    const AgreementReport report = agreement_report(all, {}, {});
    CHECK(report.blind.decided == 2);
    CHECK(report.blind.both_passed == 2);
    CHECK_FALSE(report.blind.kappa);  // two contacts
    CHECK_THAT(seen(page_of(report)), Contains("No kappa: it takes 10 contacts"));
}

TEST_CASE("Calibration: three trainers, one contact, blind", "[reports]") {
    const std::vector<standing::Report> ratings{
        rating("Ana", "aaaa", 1, true,
               {{"listening", 4}, {"courtesy", 5}, {"typing", 4}, {"privacy", 6}, {"tempo", 2}}),
        rating("Ben", "aaaa", 1, true,
               {{"listening", 5}, {"courtesy", 5}, {"typing", 4}, {"privacy", 6}, {"tempo", 3}}),
        rating("Eve", "aaaa", 1, false,
               {{"listening", 2}, {"courtesy", 4}, {"typing", 3}, {"privacy", 5}, {"tempo", 1}}),
        rating("Fay", "aaaa", 1, true, {{"listening", 7}}, false),  // had seen the machine's
        rating("Ana", "bbbb", 1, true, {{"listening", 4}})};        // nobody else rated it
    const Calibration it = calibration(ratings, "2026-11-22T09:00:00Z");
    CHECK(it.raters == std::vector<std::string>{"Ana", "Ben", "Eve"});
    REQUIRE(it.contacts.size() == 1);
    CHECK(it.contacts[0].passes == 2);
    CHECK(it.contacts[0].fails == 1);
    REQUIRE(it.pairs.size() == 3);
    CHECK(it.pairs[0].one == "Ana");
    CHECK(it.pairs[0].other == "Ben");
    CHECK(it.pairs[0].same == 1);
    CHECK(*it.pairs[0].mean_apart == Approx(.4));
    CHECK_FALSE(it.pairs[0].kappa);  // one contact bears none
    CHECK_FALSE(it.pairs[0].weighted);
    CHECK_FALSE(it.fleiss);
    REQUIRE(it.icc);
    CHECK(it.icc_targets == 5);
    CHECK(it.icc_raters == 3);
    CHECK(it.icc->icc > .5);
    REQUIRE(it.spread.size() == 5);
    CHECK(it.spread[0].competency == "listening");
    CHECK(it.spread[0].widest == 3);
    CHECK(it.spread[0].lowest == 2);
    CHECK(it.spread[0].highest == 5);
    CHECK_FALSE(it.weighted);
    const std::string page = html_of(calibration_document(it));
    CHECK(faults_of(page) == std::vector<std::string>{});
    CHECK_THAT(seen(page), Contains("Ana and Eve") && Contains("Listening") && Contains("ICC(2,1)"));
    CHECK(json::parse(calibration_json(it))["pairs"].size() == 3);
    CHECK(csv_rows(calibration_csv(it)).size() == 4);
}

TEST_CASE("Calibration over many contacts: Fleiss and pairs", "[reports]") {
    std::vector<standing::Report> ratings;
    for (int i = 0; i < 12; ++i) {
        const std::string attempt = "attempt-" + std::to_string(10 + i);
        const bool good = i % 3 != 0;
        const int mark = 2 + i % 5;
        ratings.push_back(rating("Ana", attempt, 1, good, {{"listening", mark}, {"tempo", 7 - mark}}));
        ratings.push_back(rating("Ben", attempt, 1, good, {{"listening", mark}, {"tempo", 7 - mark}}));
    }
    const Calibration it = calibration(ratings);
    REQUIRE(it.fleiss);
    CHECK(*it.fleiss == Approx(1));
    CHECK(it.fleiss_contacts == 12);
    CHECK(it.fleiss_raters == 2);
    REQUIRE(it.pairs.size() == 1);
    CHECK(*it.pairs[0].kappa == Approx(1));
    CHECK(*it.pairs[0].weighted == Approx(1));
    CHECK(*it.weighted == Approx(1));
    CHECK(it.icc->icc == Approx(1));
    CHECK_FALSE(it.icc->interval);  // no difference at all has no interval
    CHECK(html_of(calibration_document(it)).find("nan") == std::string::npos);
}

TEST_CASE("Calibration with one trainer, or nobody, says so", "[reports]") {
    const Calibration none = calibration(std::vector<standing::Report>{});
    CHECK_THAT(seen(html_of(calibration_document(none))), Contains("Nothing to compare yet"));
    const Calibration one = calibration({rating("Ana", "aaaa", 1, true, {{"listening", 4}})});
    CHECK(one.contacts.empty());
    CHECK(one.pairs.empty());
    CHECK_FALSE(one.icc);
    CHECK_THAT(one.notes.front(), Contains("two trainers or more"));
}
