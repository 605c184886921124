#include "assessment/standing/rating.hpp"

#include "tests/standing/people.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::standing;
using namespace shift311::standing::people;

namespace {

Report daily() {
    Report report;
    report.trainee = "person-trainee";
    report.rater = "person-trainer";
    report.day = "2026-03-09";
    report.marks["courtesy"] = {Mark::Kind::number, 4, 0, ""};
    return report;
}

}  // namespace

TEST_CASE("marks of 3 and below, of 6 and above, and not responding want a comment") {
    for (int value = -1; value <= 9; ++value) {
        Report report = daily();
        report.marks["courtesy"].value = value;
        INFO("a mark of " << value);
        CHECK(faults(report).empty() == (value == 4 || value == 5));
        report.marks["courtesy"].comment = " \n";
        CHECK(faults(report).empty() == (value == 4 || value == 5));
        report.marks["courtesy"].comment = "Met the caller's anger with a calm word.";
        CHECK(faults(report).empty() == (value >= 1 && value <= 7));
    }
    Report report = daily();
    report.marks["courtesy"].kind = Mark::Kind::not_responding;
    CHECK(faults(report) == std::vector<std::string>{"Courtesy: not responding to training wants a comment."});
    report.marks["courtesy"].comment = "Told three times this week.";
    CHECK(faults(report).empty());
    report.marks["courtesy"].value = 0;
    CHECK(faults(report).size() == 1);
    report = daily();
    report.marks["typing"] = {};  // not observed: nothing is asked
    CHECK(faults(report).empty());
    report.marks["charm"] = {Mark::Kind::number, 4, 0, ""};
    CHECK(faults(report) == std::vector<std::string>{"There is no competency \"charm\"."});
}

TEST_CASE("a report says whom, by whom and of which day, and is not blank") {
    CHECK(faults(daily()).empty());
    Report report = daily();
    report.trainee.clear();
    CHECK(faults(report).size() == 1);
    report = daily();
    report.rater = report.trainee;
    CHECK(faults(report) == std::vector<std::string>{"Nobody rates their own work."});
    report = daily();
    report.day = "2026-02-30";
    CHECK(faults(report).size() == 1);
    report = daily();
    report.at = "2026-11-21T22:00:00Z";
    for (const char* past : {"2026-11-21", "2026-11-22", "2026-08-03"}) {  // the 22nd has begun where the sun is ahead
        report.day = past;
        CHECK(faults(report).empty());
    }
    report.day = "2026-11-23";
    CHECK(faults(report) ==
          std::vector<std::string>{"The day 2026-11-23 is still to come; a report is about a day that was observed."});
    report = daily();
    report.marks.clear();
    CHECK(faults(report).size() == 1);
    report.least = "The trainee was out sick.";
    CHECK(faults(report).empty());
    CHECK(faults({}).size() == 4);
}

TEST_CASE("the rating of one contact says which, and whether it passed") {
    Report report;
    report.trainee = "person-trainee";
    report.rater = "person-trainer";
    report.attempt = "attempt-1";
    CHECK(faults(report).size() == 2);
    report.contact = 1;
    report.passed = false;
    CHECK(faults(report).empty());
}

TEST_CASE("a draft suggests by bands around the cut, never a 7, and leaves the number to the trainer") {
    const Program rule = program();
    const auto suggested = [&](shift311::scoring::Points points) {
        ContactFact contact = practice("pothole", at(1));
        contact.competencies["courtesy"] = {points, 10'000};
        return draft({contact}, rule).at("courtesy").suggested;
    };
    CHECK(suggested(0) == 1);
    CHECK(suggested(7'479) == 1);
    CHECK(suggested(7'480) == 2);
    CHECK(suggested(7'990) == 3);
    CHECK(suggested(8'500) == 4);
    CHECK(suggested(9'010) == 5);
    CHECK(suggested(9'520) == 6);
    CHECK(suggested(10'000) == 6);

    ContactFact first = practice("pothole", at(1)), second = first;
    first.competencies["recording"] = {5'000, 5'000};
    second.competencies["recording"] = {3'500, 5'000};
    const auto marks = draft({first, second}, rule);
    CHECK(marks.size() == 10);
    CHECK(marks.at("recording").suggested == 4);
    CHECK(marks.at("recording").kind == Mark::Kind::number);
    CHECK(marks.at("recording").evidence == "85 % of the points in 2 contacts");
    CHECK(marks.at("recording").value == 0);
    CHECK(marks.at("courtesy").kind == Mark::Kind::not_observed);
    CHECK(marks.at("courtesy").suggested == 0);
    Report report = daily();
    report.marks = marks;
    CHECK(faults(report) ==
          std::vector<std::string>{"Recording: choose a number from 1 to 7, or mark it as not observed."});
    CHECK(draft({}, rule).at("tempo").kind == Mark::Kind::not_observed);
}
