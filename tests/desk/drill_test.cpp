// The drills at the desk, worked by keyboard and by labels.
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "sim/desk/desk.hpp"
#include "sim/desk/drill/drill_screen.hpp"
#include "sim/desk/face.hpp"
#include "sim/drill/plan.hpp"
#include "tests/desk/practice_host.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"
#include "tests/support/desk_driver.hpp"

#include <memory>

using namespace shift311;
using namespace shift311::desk;

namespace {

class MemoryHost final : public DrillHost {
  public:
    drill::Run& begin_drill(const std::string&, const std::string& script, bool counts) override {
        if (full_disk) throw std::runtime_error("The disk is full.");
        qualification = counts;
        const script::Drills& drills = *script::find_drills(tests::content(), "philadelphia");
        const city::City& city = *script::find_city(tests::content(), "philadelphia");
        drill::Plan plan = script == scoring::kCopyTest    ? drill::copy_plan(drills, city, "snow-day", 1)
                           : script == scoring::kDictation ? drill::dictation_plan(drills, city, "pothole-spruce", 1)
                                                           : drill::practice_plan(drills, city, 4, 1);
        run = std::make_unique<drill::Run>(std::make_shared<const drill::Plan>(std::move(plan)));
        return *run;
    }
    bool is_block(const std::string& plan) const override { return plan == "block"; }
    drill::Run& sit_block(const std::string&, const std::string&) override {
        const script::Drills& drills = *script::find_drills(tests::content(), "philadelphia");
        const city::City& city = *script::find_city(tests::content(), "philadelphia");
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < 3; ++i)
            ids.push_back(drills.vignettes.at(i).id);
        run = std::make_unique<drill::Run>(
            std::make_shared<const drill::Plan>(drill::triage_plan(drills, city, ids, true)));
        return *run;
    }
    std::optional<OpenDrill> open_drill(const std::string&, const std::string&) override { return open; }
    drill::Run& resume_drill(const std::string&) override {
        run->submit(drill::Pause{"interrupted", 0}, run->state().at);
        return *run;
    }
    void set_drill_aside(const std::string&) override { aside = true; }
    std::optional<scoring::Scorecard> drill_scorecard() override {
        return scoring::assess(run->plan().key, {{}, run->events()}, drill::kContact);
    }
    void leave_drill() override {}

    std::unique_ptr<drill::Run> run;
    std::optional<OpenDrill> open;
    bool qualification = false, aside = false, full_disk = false;
};

class DrillFace final : public Face {
  public:
    DrillFace(DrillHost& host, std::string_view script) : screen(host, "Dana Reyes", std::string(script)) {}
    void frame(Ui& ui) override { left = screen.frame(ui, settings) == DrillScreen::Deed::leave || left; }
    std::optional<Millis> next_due() const override { return screen.next_due(); }
    DrillScreen screen;
    Settings settings;
    bool left = false;
};

struct Game {
    explicit Game(std::string_view script, float wide = 1600, float high = 900, Look look = {})
        : face(host, script), ui(face, wide, high, look) {}
    const drill::State& state() const { return host.run->state(); }
    /// The right answer to what is shown.
    const script::Vignette& shown() const { return host.run->plan().vignettes.at(state().shown - 1); }
    MemoryHost host;
    DrillFace face;
    support::DeskDriver ui;
};

}  // namespace

TEST_CASE("a block of vignettes is answered by keys, with the why after each answer", "[desk][drill]") {
    Game game(scoring::kTriage);
    CHECK(game.ui.focused() == "Begin");
    game.ui.press(Key::enter);
    game.ui.frame();
    REQUIRE(game.state().shown == 1);
    int right = 0;
    for (int i = 0; i < 4; ++i) {
        const script::Vignette one = game.shown();
        CHECK(game.ui.reads(one.text));
        // Digits are letters to the keyboard: they come as text.
        game.ui.keys(i == 0 ? "9" : i == 1 ? "1" : "2");
        game.ui.frame();
        REQUIRE_FALSE(game.state().waiting);
        CHECK(game.state().given.back() == (i < 2 ? "911" : "311"));
        right += game.state().given.back() == one.answer ? 1 : 0;
        CHECK(game.ui.reads(one.why));
        CHECK_FALSE(game.ui.must("911").enabled);
        game.ui.press(Key::enter);
        game.ui.frame();
    }
    CHECK(game.state().over);
    CHECK(scoring::triage_result(*game.host.drill_scorecard()).right == right);
    CHECK(game.ui.value("Right") == std::to_string(right) + " of 4");
    CHECK(game.ui.reads("How well emergencies are told from the rest"));
    game.ui.press(ctrl(Key::enter));
    CHECK(game.face.left);
}

TEST_CASE("a block of an exam waits for who sits it, tells nothing, and ends recorded", "[desk][drill]") {
    MemoryHost host;
    drill::Run& run = host.sit_block("Dana Reyes", "block");
    struct Face final : desk::Face {
        Face(MemoryHost& host, drill::Run& run) : screen(host, "Dana Reyes", run.plan().script, &run) {}
        void frame(Ui& ui) override { screen.frame(ui, settings); }
        std::optional<Millis> next_due() const override { return screen.next_due(); }
        DrillScreen screen;
        Settings settings;
    } face(host, run);
    support::DeskDriver ui(face, 1600, 900, {});
    ui.frame();
    CHECK(ui.reads("This is a part of your exam."));
    CHECK(ui.focused() == "Begin");
    CHECK_FALSE(ui.shows("Qualification test"));
    CHECK(run.state().shown == 0);
    ui.press(Key::enter);
    ui.frame();
    for (int i = 0; i < 3; ++i) {
        const script::Vignette& one = run.plan().vignettes.at(run.state().shown - 1);
        CHECK(ui.reads(one.text));
        ui.keys("2");
        ui.frame();
        CHECK_FALSE(ui.reads(one.why));
        if (!run.state().over && !run.state().waiting) {
            ui.press(Key::enter);
            ui.frame();
        }
    }
    CHECK(run.state().over);
    CHECK(ui.reads("The block is over and recorded."));
    CHECK(ui.reads("its answers are not shown"));
    CHECK_FALSE(ui.reads("Figures"));
    // One that broke off goes on.
    drill::Run& broken = host.sit_block("Dana Reyes", "block");
    broken.submit(drill::Next{}, 0);
    Face later(host, broken);
    support::DeskDriver again(later, 1600, 900, {});
    again.frame();
    CHECK(again.focused() == "Go on");
}

TEST_CASE("an agency is found by a few letters and sent to", "[desk][drill]") {
    Game game(scoring::kTriage);
    game.ui.click("Begin");
    game.ui.frame();
    game.ui.keys("3");
    game.ui.frame();
    game.ui.frame();
    CHECK(game.ui.focused() == "Agency");
    game.ui.keys("parking");
    game.ui.press(Key::enter);
    game.ui.frame();
    game.ui.frame();
    CHECK(game.ui.focused() == "Send to Philadelphia Parking Authority (PPA)");
    CHECK(game.state().waiting);
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK_FALSE(game.state().waiting);
    CHECK(game.state().given.back() == "ppa");
}

TEST_CASE("Escape closes the list of agencies, and only then leaves the drill", "[desk][drill]") {
    Game game(scoring::kTriage);
    game.ui.click("Begin");
    game.ui.frame();
    game.ui.keys("3");
    game.ui.frame();
    game.ui.frame();
    REQUIRE(game.ui.focused() == "Agency");
    game.ui.keys("wat");
    game.ui.press(Key::escape);
    game.ui.frame();
    CHECK_FALSE(game.face.left);
    CHECK(game.state().waiting);
    game.ui.press(Key::escape);
    CHECK(game.face.left);
}

TEST_CASE("the next caller is read from the beginning, with large letters too", "[desk][drill]") {
    Game game(scoring::kTriage, 1000, 560, {Mode::dark, 200, 1});
    game.ui.press(Key::enter);
    game.ui.frame();
    for (int i = 1; i <= 3; ++i) {
        for (int frame = 0; frame < 8; ++frame)
            game.ui.frame();
        const Control head = game.ui.must("Caller " + std::to_string(i));
        CHECK(head.visible.h >= head.rect.h - 1);
        game.ui.keys("1");
        for (int frame = 0; frame < 8; ++frame)
            game.ui.frame();
        CHECK(game.ui.must("Next").visible.h > 20);
        game.ui.press(Key::enter);
    }
}

TEST_CASE("one Enter too many does not leave the result unread", "[desk][drill]") {
    Game game(scoring::kTriage);
    game.ui.click("Begin");
    game.ui.frame();
    for (int i = 0; i < 4; ++i) {
        game.ui.keys("2");
        game.ui.frame();
        game.ui.press(Key::enter);
        game.ui.frame();
    }
    REQUIRE(game.state().over);
    game.ui.press(Key::enter);
    game.ui.press(Key::enter);
    CHECK_FALSE(game.face.left);
    game.ui.tab();
    CHECK_FALSE(game.ui.focused().empty());
    game.ui.press(ctrl(Key::enter));
    CHECK(game.face.left);
}

TEST_CASE("the copy test counts keys, refuses what is pasted, and ends after five minutes", "[desk][drill]") {
    Game game(scoring::kCopyTest);
    game.ui.click("Qualification test");
    CHECK(game.host.qualification);
    game.ui.frame();
    CHECK(game.ui.focused() == "Your copy");
    CHECK(game.ui.value("Time left") == "5:00");
    game.ui.pass(20'000);
    CHECK(game.ui.value("Time left") == "5:00");  // nobody has typed yet
    game.ui.keys("The snow began");
    CHECK(game.state().values.at("copy") == "The snow began");
    game.ui.pass(10'000);
    CHECK(game.ui.value("Time left") != "5:00");
    for (int i = 0; i < 30; ++i)
        game.ui.pass(10'000);
    CHECK(game.state().over);
    CHECK(game.state().over_why == "finished");
    const scoring::TypingResult result = scoring::typing_result(*game.host.drill_scorecard());
    CHECK(result.finished);
    CHECK(result.seconds == 300);
    CHECK(game.ui.reads("What you typed has no errors."));
    CHECK(game.ui.reads("Right characters that stand at the end; five are a word, a minute."));
}

TEST_CASE("a dictation is typed into its fields; Enter asks for the next line", "[desk][drill]") {
    Game game(scoring::kDictation);
    game.ui.click("Begin");
    game.ui.frame();
    CHECK(game.ui.focused() == "Location");
    CHECK(game.state().prompts == 1);
    game.ui.pass(8000);
    CHECK(game.ui.reads("It's at forty-two oh eight Spruce Street."));
    game.ui.keys("4208 spruce st");
    game.ui.press(Key::enter);
    game.ui.frame();
    CHECK(game.state().prompts == 2);
    game.ui.tab();
    game.ui.keys("s 42nd st");
    CHECK(game.state().values.at("cross_street") == "s 42nd st");
    game.ui.pass(10'000);  // the pause after typing brings the next line
    CHECK(game.state().prompts == 3);
}

TEST_CASE("an interrupted drill is offered first, and one that cannot be written says so", "[desk][drill]") {
    Game game(scoring::kDictation);
    game.ui.click("Begin");
    game.ui.frame();
    game.ui.press(Key::escape);
    CHECK(game.face.left);
    game.host.open = OpenDrill{"a", "Dictation", "Sat Nov 21, 19:49"};
    DrillFace again(game.host, scoring::kDictation);
    support::DeskDriver ui(again, 1280, 720);
    CHECK(ui.focused() == "Go on");
    ui.press(Key::enter);
    ui.frame();
    CHECK(game.state().prompts == 1);
    Game full(scoring::kTriage);
    full.host.full_disk = true;
    full.ui.click("Begin");
    full.ui.frame();
    CHECK(full.ui.reads("The disk is full."));
}

TEST_CASE("the desk opens a drill and goes back to the start", "[desk][drill]") {
    MemoryHost drills;
    support::PracticeHost host;
    host.names = {"Dana Reyes"};
    Desk::Options options{"Dana Reyes", std::string(scoring::kTriage)};
    options.drills = &drills;
    Desk desk(host, options);
    support::DeskDriver ui(desk, 1600, 900);
    ui.frame();
    CHECK(desk.screen() == "drill");
    ui.click("Begin");
    ui.frame();
    CHECK(drills.run->state().shown == 1);
    ui.press(Key::escape);
    ui.frame();
    CHECK(desk.screen() == "start");
}

TEST_CASE("the drills fit small windows and large letters", "[desk][drill]") {
    for (const std::string_view script : {scoring::kTriage, scoring::kCopyTest, scoring::kDictation}) {
        for (const int scale : {100, 200}) {
            INFO(script << " at " << scale << " %");
            Game game(script, 1280, 720, {Mode::light, scale, 1});
            CHECK(duplicate_labels(game.ui.stage().ui().controls()).empty());
            game.ui.click("Begin");
            game.ui.frame();
            CHECK(duplicate_labels(game.ui.stage().ui().controls()).empty());
            if (script == scoring::kTriage) CHECK(game.ui.must("911").visible.h > 20);
            if (script == scoring::kCopyTest) CHECK(game.ui.must("Your copy").visible.h > 60);
            if (script == scoring::kDictation) CHECK(game.ui.must("Location").visible.h > 20);
        }
    }
}
