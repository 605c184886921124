#include "assessment/standing/withheld.hpp"
#include "sim/desk/office/as_it_stood.hpp"
#include "sim/desk/office/scale.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "tests/desk/desk_game.hpp"
#include "tests/desk/office_fake.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::desk;
using support::FakeOffice;

namespace {

struct Center {
    explicit Center(const std::string& name, const std::string& secret, bool second_due = false)
        : desk((support::with_people(host, {}), support::furnish(office, 12), support::play_for_review(office, host),
                host),
               {}, &office),
          ui(desk) {
        office.second_due = second_due;
        ui.keys(name);
        ui.press(Key::enter);
        ui.frame();
        ui.keys(secret);
        ui.press(Key::enter);
        ui.frame();
        ui.frame();
    }
    void open_first_trainee() {
        ui.press(Key::enter);
        ui.frame();
        ui.frame();
        REQUIRE(desk.screen() == "trainee");
    }
    void open_review() {
        open_first_trainee();
        ui.press(Key::enter);
        ui.frame();
        ui.frame();
        REQUIRE(desk.screen() == "review");
    }

    support::PracticeHost host;
    FakeOffice office;
    desk::Desk desk;
    support::DeskDriver ui;
};

}  // namespace

TEST_CASE("a contact is folded to any moment: what was said, what stood on the form, how the line was",
          "[desk][office][fold]") {
    Debrief d;
    d.contact = 1;
    d.answered = 10'000;
    d.key.fields.push_back({});
    d.key.fields.back().field = "location";
    d.key.fields.back().label = "Location";
    journal::Seq seq = 0;
    const auto add = [&](journal::Millis at, journal::Act act) { d.events.push_back({++seq, at, 1, std::move(act)}); };
    add(10'000, journal::Answered{});
    journal::CallerSaid said;
    said.text = "It's 4208 Spruce.";
    said.lasts = 3000;
    add(12'000, said);
    journal::FieldEdited edit;
    edit.field = "location";
    edit.value = "4280";
    add(20'000, edit);
    add(25'000, journal::HoldBegan{});
    edit.value = "4208";
    add(30'000, edit);
    add(35'000, journal::HoldEnded{});
    journal::Filed filed;
    filed.reference = "26-00012345";
    add(40'000, filed);
    add(41'000, journal::Ended{"trainee", "closed"});

    Stood at = as_it_stood(d, -1);
    CHECK(at.said.empty());
    CHECK(at.line == "Waiting");
    at = as_it_stood(d, 3000);
    REQUIRE(at.said.size() == 1);
    CHECK(at.said[0].now);
    CHECK(at.line == "On the line");
    CHECK(at.fields[0].label == "Location");
    CHECK(at.fields[0].value.empty());
    at = as_it_stood(d, 10'500);
    CHECK(at.fields[0].value == "4280");
    CHECK(at.fields[0].now);
    CHECK_FALSE(at.said[0].now);
    at = as_it_stood(d, 16'000);
    CHECK(at.line == "On hold");
    CHECK(at.fields[0].value == "4280");
    CHECK_FALSE(at.fields[0].now);
    at = as_it_stood(d, 100'000);
    CHECK(at.fields[0].value == "4208");
    CHECK(at.line == "Over");
    CHECK(at.done == std::vector<std::string>{"Filed as 26-00012345"});
}

TEST_CASE("the replay plays at the speed chosen, stops at the end, and can be dragged", "[desk][office][review]") {
    Center center("Marisol", "2468");
    center.open_review();
    center.ui.click("Time");
    center.ui.press(Key::home);
    center.ui.frame();
    CHECK(center.ui.value("Time").rfind("0:00 of ", 0) == 0);
    const auto at = [&] {
        const std::string text = center.ui.value("Moment");
        return (text[0] - '0') * 60 + (text[2] - '0') * 10 + (text[3] - '0');
    };
    center.ui.press(chord(Key::space));
    CHECK(center.ui.shows("Pause"));
    REQUIRE(center.desk.next_due());
    for (int i = 0; i < 30; ++i)
        center.ui.wait(100);
    CHECK(at() == 3);
    center.ui.press(chord(Key::digit8));
    CHECK(center.ui.value("Speed: 8x") == "on");
    for (int i = 0; i < 10; ++i)
        center.ui.wait(100);
    CHECK(at() >= 10);
    CHECK(at() <= 13);
    for (int i = 0; i < 200 && center.desk.next_due(); ++i)
        center.ui.wait(200);
    CHECK_FALSE(center.desk.next_due());
    CHECK(center.ui.reads("Thank you for calling 311, this is Dana. Where is it?"));
    const Control bar = center.ui.must("Time");
    center.ui.click_at(bar.rect.x + bar.rect.w / 2, bar.rect.y + bar.rect.h / 2);
    center.ui.frame();
    const std::string half = center.ui.value("Time");
    center.ui.press(Key::right);
    center.ui.frame();
    CHECK(center.ui.value("Time") != half);
}

TEST_CASE("a blind rating shows nothing of the machine's judgment until it is signed", "[desk][office][blind]") {
    Center center("Marisol", "2468", true);
    const scoring::Scorecard card = center.office.shown.contacts[0].debrief.card;
    center.open_review();
    const auto tells = [&] {
        std::string any = center.ui.shows("Score") || center.ui.shows("Override") ? "score" : "";
        for (const scoring::Finding& f : card.findings)
            for (const std::string& words : {f.title, f.why})
                if (f.points < f.possible && !words.empty() && center.ui.reads(words)) any = words;
        return any;
    };
    CHECK(center.ui.reads("Rated blind"));
    CHECK(tells() == "");
    CHECK_FALSE(center.ui.reads("evidence suggests"));
    CHECK_FALSE(center.ui.must("Sign").enabled);
    center.ui.click("Would you pass this contact: Do not pass");
    center.ui.click("Listening: 2");
    CHECK_FALSE(center.ui.must("Sign").enabled);  // a 2 needs a word
    CHECK(tells() == "");
    // Esc asks before marks are lost.
    center.ui.press(Key::escape);
    center.ui.frame();
    CHECK(center.ui.shows("Stay"));
    center.ui.click("Stay");
    center.ui.frame();
    REQUIRE(center.desk.screen() == "review");
    center.ui.click("Comment on Listening, words");
    center.ui.keys("Asked for the street twice.");
    center.ui.frame();
    INFO(center.ui.tree());
    if (!center.ui.must("Sign").enabled) {
        // Whatever else the form of this center wants is said beside the signature.
        const auto faults = standing::faults(center.office.draft_contact("a", 1, true));
        CHECK_FALSE(faults.empty());
    }
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.office.signed_reports.size() == 1);
    const standing::Report& signed_report = center.office.signed_reports[0];
    CHECK(signed_report.blind);
    CHECK(signed_report.passed == false);
    CHECK(signed_report.marks.at("listening").value == 2);
    CHECK(signed_report.marks.at("listening").comment == "Asked for the street twice.");
    CHECK(tells() != "");
}

TEST_CASE("an override wants a reason, and the machine's value stays beside it", "[desk][office][override]") {
    Center center("Marisol", "2468");
    center.open_review();
    center.ui.press(chord(Key::o));
    center.ui.frame();
    CHECK_FALSE(center.ui.must("Sign the override").enabled);
    center.ui.type("Points", "nine");
    center.ui.click("Reason");
    center.ui.keys("Said over the hold tone.");
    CHECK_FALSE(center.ui.must("Sign the override").enabled);
    center.ui.type("Points", "0.5");
    CHECK(center.ui.must("Sign the override").enabled);
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.office.overrides.size() == 1);
    const standing::Override& made = center.office.overrides[0];
    CHECK(made.points == 50);
    CHECK(made.why == "Said over the hold tone.");
    CHECK(center.ui.reads("Changed to 0.50"));
    CHECK(center.ui.reads("The machine's value stays: " + points_text(made.machine_points)));
}

TEST_CASE("marks: numbers, not observed, not responding, and when a word is due", "[desk][office][rating]") {
    using standing::Mark;
    for (int n = 1; n <= 7; ++n)
        CHECK(wants_comment({Mark::Kind::number, n, 0, ""}) == (n <= 3 || n >= 6));
    CHECK_FALSE(wants_comment({Mark::Kind::not_observed, 0, 0, ""}));
    CHECK(wants_comment({Mark::Kind::not_responding, 4, 0, ""}));
    CHECK(mark_words({Mark::Kind::number, 4, 0, ""}) == "4, acceptable");
    CHECK(mark_words({Mark::Kind::not_responding, 2, 0, ""}) == "2, poor, not responding to training");
    CHECK(mark_words({}) == "not observed");
}

TEST_CASE("the daily report is drafted from evidence, and marked by the keyboard alone", "[desk][office][rating]") {
    Center center("Marisol", "2468");
    center.open_first_trainee();
    center.ui.press(chord(Key::d));
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.desk.screen() == "day-report");
    CHECK(center.ui.reads("evidence suggests 5"));
    for (int i = 0; i < 40 && center.ui.focused().rfind("Listening: ", 0) != 0; ++i)
        center.ui.tab();
    REQUIRE(center.ui.focused().rfind("Listening: ", 0) == 0);
    center.ui.keys("6");
    center.ui.frame();
    CHECK(center.ui.value("Listening, mark") == "6, very good; evidence suggests 5");
    CHECK(center.ui.shows("Comment on Listening, words"));
    center.ui.keys("r");
    center.ui.frame();
    CHECK(center.ui.value("Listening: not responding to training") == "on");
    center.ui.keys("n");
    center.ui.frame();
    CHECK(center.ui.value("Listening: not observed") == "on");
}

TEST_CASE("an exam that cannot start says all that is missing", "[desk][office][exam]") {
    Center center("Marisol", "2468");
    for (auto& [name, file] : center.office.files) {
        file.standing.state = standing::State::ready_for_exam;
        file.standing.exam.reset();
        file.missing = {"The blueprint wants 4 unseen water contacts; the library has 1.",
                        "There are 22 emergencies kept for exams; 30 are needed."};
    }
    center.open_first_trainee();
    center.ui.press(chord(Key::x));
    center.ui.frame();
    for (const char* sentence : {"The blueprint wants 4 unseen water contacts; the library has 1.",
                                 "There are 22 emergencies kept for exams; 30 are needed."})
        CHECK(center.ui.reads(sentence));
    CHECK_FALSE(center.ui.shows("Open the exam"));
    center.ui.press(Key::escape);
    center.ui.frame();
    CHECK(center.desk.screen() == "trainee");
    for (auto& [name, file] : center.office.files)
        file.missing.clear();
    center.ui.press(Key::escape);
    center.ui.frame();
    center.ui.frame();
    center.open_first_trainee();
    center.ui.press(chord(Key::x));
    center.ui.frame();
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    REQUIRE(center.office.acts.size() == 1);
    CHECK(center.office.acts[0].rfind("exam ", 0) == 0);
}

TEST_CASE("a sign-off wants the signature, and a reason when it goes against the rule", "[desk][office][sign-off]") {
    Center center("Marisol", "2468");
    for (auto& [name, file] : center.office.files)
        file = support::file_of(name, standing::State::exam_under_way);
    center.open_first_trainee();
    center.ui.press(chord(Key::s));
    center.ui.frame();
    CHECK(center.ui.reads("By the rule: certified."));
    center.ui.click("Outcome: Not yet competent");
    center.ui.click("Signature");
    center.ui.keys("2469");
    CHECK_FALSE(center.ui.must("Sign").enabled);
    CHECK(center.ui.reads("This is not what the rule says."));
    center.ui.click("Reason");
    center.ui.keys("Helped by a colleague in sitting 3.");
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    CHECK(center.office.acts.empty());
    CHECK(center.ui.reads("That is not your PIN or passphrase. Nothing was signed."));
    CHECK(center.ui.value("Reason") == "Helped by a colleague in sitting 3.");  // nothing is lost
    center.ui.click("Signature");
    center.ui.keys("2468");
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    REQUIRE(center.office.acts.size() == 1);
    CHECK(center.office.acts[0].find("not_yet Helped by a colleague in sitting 3.") != std::string::npos);
}

TEST_CASE("how an exam went is told nowhere while a contact of it waits for a blind rating",
          "[desk][office][sign-off]") {
    Center center("Marisol", "2468");
    for (auto& [name, file] : center.office.files) {
        file = support::file_of(name, standing::State::exam_under_way);
        file.standing.exam->second[0].ratings = 0;
        file.standing.exam->rated = false;
    }
    center.open_first_trainee();
    CHECK(center.ui.reads(standing::kSumsWithheld));
    CHECK(center.ui.value("Exam, Contacts taken") == "20");
    CHECK_FALSE(center.ui.shows("Exam, Contacts passed"));
    center.ui.press(chord(Key::s));
    center.ui.frame();
    CHECK(center.ui.reads("How it went is withheld until it is rated."));
    CHECK_FALSE(center.ui.reads("18 of 20 contacts passed; 18 are needed."));
    CHECK_FALSE(center.ui.must("Sign").enabled);
}

TEST_CASE("a trainee starts what is suggested, acknowledges, and disputes one finding", "[desk][office][trainee]") {
    Center center("Dana Reyes", "1111");
    center.ui.press(Key::f2);
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.desk.screen() == "progress");
    CHECK(center.ui.reads("You have failed 2 of your last 5 water-leak calls."));
    CHECK(center.ui.value("Practice water and sewer calls, done") == "2 of 4");
    CHECK(center.ui.focused() == "Start it");
    center.ui.press(Key::f3);
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.desk.screen() == "results");
    center.ui.press(chord(Key::a));
    center.ui.frame();
    REQUIRE(center.office.said.size() == 1);
    CHECK_FALSE(center.office.said[0].disputed);
    center.ui.click("Result 2: Monday morning");
    center.ui.frame();
    center.ui.press(chord(Key::d));
    center.ui.frame();
    center.ui.frame();
    CHECK_FALSE(center.ui.must("Send the dispute").enabled);
    center.ui.keys("She said it after I had filed.");
    center.ui.click("What you dispute");
    center.ui.keys("house");
    center.ui.press(Key::enter);
    center.ui.frame();
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    REQUIRE(center.office.said.size() == 2);
    CHECK(center.office.said[1].disputed);
    CHECK(center.office.said[1].criterion == "field.location");
    CHECK(center.office.said[1].words == "She said it after I had filed.");
    center.ui.press(Key::f2);
    center.ui.frame();
    center.ui.frame();
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    center.ui.frame();
    CHECK(center.desk.screen() == "shift");
    CHECK(center.host.run().floor().casts.size() == 1);
}

TEST_CASE("disputes are answered with words, the oldest open one first", "[desk][office][disputes]") {
    Center center("Marisol", "2468");
    center.ui.press(Key::f2);
    center.ui.frame();
    center.ui.frame();
    REQUIRE(center.desk.screen() == "disputes");
    CHECK(center.ui.focused().rfind("Dispute 1: ", 0) == 0);
    CHECK_FALSE(center.ui.must("Answer and sign").enabled);
    center.ui.click("Answer: The result stands");
    center.ui.click("Your words");
    center.ui.keys("She says it at 0:18.");
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    CHECK(center.office.acts == std::vector<std::string>{"answer d0 upheld"});
}

TEST_CASE("HR opens a report and is told where it is; nothing there edits", "[desk][office][hr]") {
    Center center("Helen", "1357");
    REQUIRE(center.desk.screen() == "certification");
    center.ui.press(chord(Key::p));
    center.ui.frame();
    CHECK(center.ui.reads(".pdf."));
    center.ui.press(chord(Key::slash));
    center.ui.frame();
    center.ui.keys("margue");
    center.ui.frame();
    CHECK(center.ui.shows("Marguerite Reyes"));
    CHECK_FALSE(center.ui.shows("Dana Reyes"));
    center.office.refuse = "The folder reports cannot be made: no space is left.";
    center.ui.click("HTML report");
    center.ui.frame();
    CHECK(center.ui.reads("The folder reports cannot be made: no space is left."));
}
