// The screens by role over real records: who may ask for what, and what is kept.
#include "assessment/records/entry.hpp"
#include "sim/app/office_host.hpp"
#include "sim/app/session.hpp"
#include "sim/rehearse/agent.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace shift311;
using records::Role;

namespace {

struct Folder {
    Folder() {
        char name[] = "/tmp/shift311-office-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path, none);
    }
    std::filesystem::path path;
};

const app::Ear& ear() {
    static const app::Ear ear(tests::content());
    return ear;
}

/// A center with one of each role; Dana has played one call.
struct Center {
    Folder folder;
    app::PlayOptions options;
    records::Store store = records::Store::open((folder.path / "records.db").string());
    app::DeskHost practice{tests::content(), ear(), store, options};
    app::OfficeHost office{tests::content(), ear(), store, practice};
    std::string attempt;

    Center() {
        REQUIRE_FALSE(office.guarded());
        REQUIRE(office.make_first_administrator("Ada Byrne", "12345678").seated);
        office.set_member("Marisol Ortiz", Role::trainer, "24682468");
        office.set_member("Helen Rhee", Role::hr, "13571357");
        office.set_member("Dana Reyes", Role::trainee, "11112222");
        office.sign_out();
        app::Session session(tests::content(), ear(), &store, app::find_plan(tests::content(), "script:pothole-tire"),
                             "Dana Reyes", 5, 0);
        rehearse::Agent(session.run(), {}).play_shift();
        attempt = session.attempt();
    }
    void as(const std::string& name, const std::string& secret) { REQUIRE(office.sign_in(name, secret).seated); }
};

}  // namespace

TEST_CASE("nobody signed in may ask for anything but names", "[app][office]") {
    Center center;
    CHECK(center.office.guarded());
    for (const desk::Member& member : center.office.members()) {
        CHECK_FALSE(member.secret);
        CHECK(member.role == Role::trainee);
    }
    CHECK_THROWS(center.office.roster());
    CHECK_THROWS(center.office.file("Dana Reyes"));
    CHECK_THROWS(center.office.review(center.attempt, false));
    CHECK_THROWS(center.office.disputes());
    CHECK_THROWS(center.office.set_member("Eve", Role::administrator, "12345678"));
    CHECK_THROWS(center.office.write_report("Dana Reyes", desk::ReportFormat::html));
    CHECK_FALSE(center.office.sign_in("Dana Reyes", "wrong").seated);
    CHECK_FALSE(center.office.sign_in("Dana Reyes", "wrong").refusal.empty());
}

TEST_CASE("every role is refused what is not its own, whatever a screen shows", "[app][office]") {
    Center center;
    center.as("Dana Reyes", "11112222");
    CHECK(center.office.file("Dana Reyes").attempts.size() == 1);
    CHECK_THROWS(center.office.file("Marisol Ortiz"));
    CHECK_THROWS(center.office.roster());
    CHECK_THROWS(center.office.review(center.attempt, false));
    CHECK_THROWS(center.office.enroll("Dana Reyes", "6J55"));
    CHECK_THROWS(center.office.draft_day("Dana Reyes"));
    center.as("Helen Rhee", "13571357");
    CHECK(center.office.roster().size() == 1);
    CHECK(center.office.review(center.attempt, true).contacts.size() == 1);
    CHECK_FALSE(center.office.review(center.attempt, true).contacts[0].blind);  // HR rates nothing, and hides nothing
    CHECK_THROWS(center.office.draft_contact(center.attempt, 1, true));
    CHECK_THROWS(center.office.override_finding("Dana Reyes", {}));
    CHECK_THROWS(center.office.answer_dispute("x", "upheld", "words"));
    CHECK_THROWS(center.office.sign_off("Dana Reyes", "certified", "", "13571357"));
    center.as("Ada Byrne", "12345678");
    CHECK_THROWS(center.office.enroll("Dana Reyes", "6J55"));
    CHECK_THROWS(center.office.open_exam("Dana Reyes"));
}

TEST_CASE("a trainer enrolls, rates blind, and finds the machine's judgment only afterwards", "[app][office]") {
    Center center;
    center.as("Marisol Ortiz", "24682468");
    REQUIRE_FALSE(tests::content().programs.empty());
    const standing::Program& program = tests::content().programs.front();
    CHECK(center.office.file("Dana Reyes").program.empty());
    center.office.enroll("Dana Reyes", program.id);
    CHECK_THROWS(center.office.enroll("Dana Reyes", program.id));
    const desk::File file = center.office.file("Dana Reyes");
    CHECK(file.program.find(program.id) != std::string::npos);
    CHECK_FALSE(file.standing.eligibility.empty());
    CHECK_FALSE(file.missing.empty());  // nobody is ready after one call, and the file says why
    CHECK_FALSE(file.next.empty());

    desk::Review blind = center.office.review(center.attempt, true);
    REQUIRE(blind.contacts.size() == 1);
    CHECK(blind.contacts[0].blind);
    CHECK(blind.contacts[0].debrief.card.findings.empty());
    CHECK(blind.contacts[0].debrief.card.possible == 0);
    standing::Report report = center.office.draft_contact(center.attempt, 1, true);
    for (const auto& [word, mark] : report.marks)
        CHECK(mark.suggested == 0);
    report.passed = true;
    report.marks["listening"] = {standing::Mark::Kind::number, 4, 0, ""};
    report.most = "Listens well.";
    report.least = "Reads back too fast.";
    INFO((standing::faults(report).empty() ? "" : standing::faults(report).front()));
    center.office.sign(report);
    const desk::Review open = center.office.review(center.attempt, true);
    CHECK_FALSE(open.contacts[0].blind);
    CHECK(open.contacts[0].debrief.card.possible > 0);
    REQUIRE(open.contacts[0].ratings.size() == 1);
    CHECK(open.contacts[0].ratings[0].rater_name == "Marisol Ortiz");
    CHECK(records::reports_of(center.store, file.id).size() == 1);
}

TEST_CASE("HR has a report written to a file, and is told where", "[app][office]") {
    Center center;
    center.as("Helen Rhee", "13571357");
    CHECK_THROWS(center.office.write_report("Dana Reyes", desk::ReportFormat::html));  // in no program: nothing to say
    center.as("Marisol Ortiz", "24682468");
    center.office.enroll("Dana Reyes", tests::content().programs.front().id);
    center.as("Helen Rhee", "13571357");
    const std::string path = center.office.write_report("Dana Reyes", desk::ReportFormat::html);
    std::ifstream file(path);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    CHECK(text.find("Dana Reyes") != std::string::npos);
    const std::string paper = center.office.write_report("Dana Reyes", desk::ReportFormat::pdf);
    CHECK(std::filesystem::file_size(paper) > 1000);
}
