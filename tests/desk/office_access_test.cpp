#include "tests/desk/desk_game.hpp"
#include "tests/desk/office_fake.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace shift311;
using namespace shift311::desk;
using records::may;
using records::Right;
using support::FakeOffice;

namespace {

struct Center {
    explicit Center(int trainees = 12, float wide = 1600, float high = 900, Look look = {})
        : desk((support::with_people(host, {}), support::furnish(office, trainees), host), {}, &office),
          ui(desk, wide, high, look) {}

    void sign_in(const std::string& name, const std::string& secret) {
        ui.keys(name);
        ui.press(Key::enter);
        ui.frame();
        ui.keys(secret);
        ui.press(Key::enter);
        ui.frame();
        ui.frame();
    }
    void sign_in(records::Role role) {
        switch (role) {
            case records::Role::trainee:
                return sign_in("Dana Reyes", "1111");
            case records::Role::trainer:
                return sign_in("Marisol Ortiz", "2468");
            case records::Role::hr:
                return sign_in("Helen Rhee", "1357");
            case records::Role::administrator:
                return sign_in("Ada Byrne", "12345678");
        }
    }

    support::PracticeHost host;
    FakeOffice office;
    desk::Desk desk;
    support::DeskDriver ui;
};

}  // namespace

TEST_CASE("every role has the screens its rights give, and no other", "[desk][office][roles]") {
    const auto expected = [](records::Role role) {
        std::set<Section> out;
        if (may(role, Right::practice)) out.insert(Section::practice);
        if (may(role, Right::answer_own)) out.insert({Section::progress, Section::results});
        if (may(role, Right::rate)) out.insert(Section::roster);
        if (may(role, Right::read_all) && !may(role, Right::rate)) out.insert(Section::certification);
        if (may(role, Right::answer_dispute)) out.insert(Section::disputes);
        if (may(role, Right::manage_people)) out.insert(Section::people);
        return out;
    };
    const Section all[] = {Section::practice, Section::progress,      Section::results, Section::roster,
                           Section::disputes, Section::certification, Section::people};
    for (const records::Role role : records::kRoles) {
        const auto list = sections_of(role);
        CHECK(std::set<Section>(list.begin(), list.end()) == expected(role));
        // On the screen: the tabs of an office, or the doors of the practice desk.
        Center center;
        center.sign_in(role);
        for (const Section section : all) {
            if (section == Section::practice) continue;
            INFO(records::label(role) << ", " << title_of(section));
            CHECK(center.ui.shows(title_of(section)) == (expected(role).count(section) > 0));
        }
        CHECK(center.ui.duplicates().empty());
    }
    CHECK(sections_of(records::Role::trainee) == std::vector<Section>{Section::practice, Section::progress, Section::results});
    CHECK(sections_of(records::Role::trainer).front() == Section::roster);
    CHECK(sections_of(records::Role::hr) == std::vector<Section>{Section::certification});
}

TEST_CASE("a trainee's file shows each role only the acts that are theirs", "[desk][office][roles]") {
    struct Act {
        const char* label;
        Right right;
    };
    const Act acts[] = {{"Sign off", Right::sign_off},
                        {"Daily report", Right::rate},
                        {"Rate it blind", Right::rate},
                        {"HTML report", Right::read_all}};
    for (const records::Role role : {records::Role::trainer, records::Role::hr, records::Role::administrator}) {
        Center center;
        for (auto& [name, file] : center.office.files)
            file = support::file_of(name, standing::State::exam_under_way);
        center.sign_in(role);
        center.ui.press(Key::enter);  // the first one has the focus: chosen or opened
        center.ui.frame();
        if (center.desk.screen() != "trainee") center.ui.click("Open the file");
        center.ui.frame();
        REQUIRE(center.desk.screen() == "trainee");
        for (const Act& act : acts) {
            INFO(records::label(role) << ", " << act.label);
            CHECK(center.ui.shows(act.label) == may(role, act.right));
        }
        // A key without its button does nothing.
        for (const Key key : {Key::s, Key::x, Key::e, Key::d, Key::b})
            if (!may(role, Right::rate)) center.ui.press(chord(key));
        if (!may(role, Right::rate)) CHECK(center.desk.screen() == "trainee");
        CHECK(center.office.acts.empty());
    }
}

TEST_CASE("whoever may watch but not rate finds neither marks nor overrides in a review", "[desk][office][roles]") {
    Center center;
    support::play_for_review(center.office, center.host);
    center.sign_in(records::Role::hr);
    center.ui.click("Open the file");
    center.ui.frame();
    center.ui.press(Key::enter);
    center.ui.frame();
    REQUIRE(center.desk.screen() == "review");
    CHECK_FALSE(center.ui.shows("Rate this contact"));
    CHECK_FALSE(center.ui.shows("Override"));
    center.ui.press(chord(Key::o));
    center.ui.press(chord(Key::r));
    CHECK_FALSE(center.ui.shows("Sign"));
}

TEST_CASE("signing in: dots, a refusal with its sentence, and the way in", "[desk][office][sign-in]") {
    Center center;
    CHECK(center.desk.screen() == "sign-in");
    CHECK(center.ui.focused() == "Your name");
    CHECK_FALSE(center.ui.must("Sign in").enabled);
    center.sign_in("Marisol", "9999");
    CHECK(center.desk.screen() == "sign-in");
    CHECK(center.ui.reads("That is not the PIN or passphrase of Marisol Ortiz."));
    CHECK(center.ui.focused() == "PIN or passphrase");
    center.ui.keys("24680");
    CHECK(center.ui.value("PIN or passphrase") == "\u2022\u2022\u2022\u2022\u2022");
    CHECK(center.ui.json().find("2468") == std::string::npos);
    center.ui.press(ctrl(Key::a));
    center.ui.press(ctrl(Key::c));
    CHECK(center.ui.clipboard.empty());
    center.ui.press(Key::backspace);
    center.ui.press(Key::enter);
    center.ui.frame();
    CHECK(center.desk.screen() == "roster");
    center.ui.press(ctrl(Key::l));
    center.ui.frame();
    CHECK(center.desk.screen() == "sign-in");
    CHECK_FALSE(center.office.now);
    for (int i = 0; i < 5; ++i)
        center.office.failures = 5;
    center.sign_in("Marisol", "2468");
    CHECK(center.ui.reads("Locked after five wrong tries."));
    CHECK(center.desk.screen() == "sign-in");
}

TEST_CASE("signing in as on any other page: name, Tab, secret, Enter", "[desk][office][sign-in]") {
    Center center;
    center.ui.keys("Marisol");
    center.ui.tab();
    center.ui.frame();
    CHECK(center.ui.focused() == "PIN or passphrase");
    center.ui.keys("2468");
    center.ui.press(Key::enter);
    center.ui.frame();
    CHECK(center.desk.screen() == "roster");
}

TEST_CASE("without accounts the desk stays as it was, with a quiet way to set them up", "[desk][office][sign-in]") {
    support::PracticeHost host;
    support::with_people(host, {"Dana Reyes"});
    FakeOffice office;
    desk::Desk desk(host, {}, &office);
    support::DeskDriver ui(desk);
    CHECK(desk.screen() == "start");
    CHECK(ui.shows("Your name"));
    CHECK_FALSE(ui.shows("Sign out"));
    ui.click("Set up accounts");
    ui.frame();
    CHECK(desk.screen() == "sign-in");
    ui.press(Key::escape);
    ui.frame();
    CHECK(desk.screen() == "start");
    ui.click("Set up accounts");
    ui.frame();
    ui.type("Your name", "Ada Byrne");
    ui.click("PIN or passphrase");
    ui.keys("12345678");
    ui.click("The same again");
    ui.keys("12345679");
    ui.press(Key::enter);
    ui.frame();
    CHECK(ui.reads("The two do not match."));
    CHECK_FALSE(office.guarded());
    ui.click("The same again");
    ui.keys("12345678");
    ui.press(Key::enter);
    ui.frame();
    ui.frame();
    CHECK(office.guarded());
    CHECK(ui.shows("People"));
}

TEST_CASE("a signed-in trainee sees nobody else at the practice desk", "[desk][office][roles]") {
    Center center;
    center.host.names = {"Dana Reyes", "Luis Reyes"};
    center.sign_in(records::Role::trainee);
    CHECK(center.desk.screen() == "start");
    CHECK(center.ui.reads("Dana Reyes"));
    CHECK_FALSE(center.ui.reads("Luis Reyes"));
    CHECK_FALSE(center.ui.shows("Add name"));
    center.ui.press(Key::f2);
    center.ui.frame();
    CHECK(center.desk.screen() == "progress");
    CHECK_FALSE(center.ui.reads("Luis Reyes"));
    center.ui.press(Key::f1);
    center.ui.frame();
    CHECK(center.desk.screen() == "start");
}

TEST_CASE("an administrator adds people and gives roles; a mismatch keeps what was typed", "[desk][office][people]") {
    Center center(3);
    center.sign_in(records::Role::administrator);
    center.ui.press(Key::f2);
    center.ui.frame();
    REQUIRE(center.desk.screen() == "people");
    center.ui.press(chord(Key::n));
    center.ui.frame();
    center.ui.keys("Noor Haddad");
    center.ui.click("Role: Trainer");
    center.ui.click("PIN or passphrase");
    center.ui.keys("7777");
    center.ui.click("The same again");
    center.ui.keys("7778");
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    CHECK(center.ui.reads("The two do not match."));
    CHECK(center.ui.value("Full name") == "Noor Haddad");
    center.ui.click("The same again");
    center.ui.keys("7777");
    center.ui.press(ctrl(Key::enter));
    center.ui.frame();
    CHECK(center.office.acts == std::vector<std::string>{"member Noor Haddad trainer"});
    CHECK(center.ui.reads("Noor Haddad was added as Trainer."));
}

TEST_CASE("every screen by role holds at every size and scale, with every label its own", "[desk][office][layout]") {
    struct Size {
        float wide, high;
        int scale;
    };
    for (const Size size : {Size{1280, 720, 100}, Size{2560, 1440, 100}, Size{1280, 720, 200}}) {
        for (const records::Role role : records::kRoles) {
            Look look;
            look.text_scale = size.scale;
            Center center(60, size.wide, size.high, look);
            for (const auto& m : center.office.people)
                center.host.kept[m.name].text_scale = size.scale;
            center.sign_in(role);
            const auto sections = sections_of(role);
            for (std::size_t i = 0; i < sections.size(); ++i) {
                center.ui.press(static_cast<Key>(static_cast<int>(Key::f1) + static_cast<int>(i)));
                center.ui.frame();
                center.ui.frame();
                INFO(records::label(role) << ", " << center.desk.screen() << " at " << size.wide << ", " << size.scale);
                CHECK(center.ui.duplicates() == std::vector<std::string>{});
                CHECK_FALSE(center.ui.focused().empty());
            }
        }
    }
}
