// Plays the desk headless to a few telling moments and writes a picture of each: for the eye, not for ctest.
//   screens FOLDER [dark|light] [width] [height] [text scale] [moment]
#include "sim/desk/desk.hpp"
#include "sim/desk/utf8.hpp"
#include "sim/window/display.hpp"
#include "sim/window/window.hpp"
#include "tests/desk/practice_host.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace shift311;

namespace {

/// A face that plays a list of acts at the desk with a clock of its own, then has its picture taken.
class Played final : public desk::Face {
  public:
    Played(desk::Desk& desk, window::Window& window, std::string picture)
        : desk_(desk), window_(window), picture_(std::move(picture)) {}

    std::vector<std::function<void(Played&)>> acts;
    desk::Millis now = 1000;

    void frame(desk::Ui& ui) override {
        ui_ = &ui;
        desk_.frame(ui);
    }
    std::optional<desk::Millis> next_due() const override { return 0; }
    bool finished() const override { return shot_ && window_.screenshot_done(); }

    void turn(desk::Millis time) {
        now += time;
        window_.stage().frame(*this, now, static_cast<float>(wide), static_cast<float>(high));
    }
    void pass(desk::Millis time) {
        for (; time > 0; time -= 250)
            turn(std::min<desk::Millis>(time, 250));
    }
    void key(desk::Key k, desk::Mods mods = {}) {
        window_.stage().input().push(desk::KeyPress{k, mods, now, true, false});
        window_.stage().input().push(desk::KeyPress{k, mods, now, false, false});
        turn(20);
        turn(20);
    }
    void type(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            window_.stage().input().push(desk::Typed{desk::decode(text, at), now});
            turn(120);
        }
    }
    void say(const std::string& text) {
        key(desk::Key::slash, {.ctrl = true});
        type(text);
        key(desk::Key::enter);
        pass(6000);
    }
    void take() {
        turn(20);
        turn(20);
        shot_ = true;
        window_.screenshot(picture_);
        window_.show(*this, now);
    }
    unsigned wide = 1600, high = 900;

  private:
    desk::Desk& desk_;
    window::Window& window_;
    std::string picture_;
    desk::Ui* ui_ = nullptr;
    bool shot_ = false;
};

void mid_call(Played& p, support::PracticeHost& host, bool to_end) {
    using desk::Key;
    p.pass(3000);
    p.key(Key::f1);
    p.pass(9000);
    p.say("Thank you for calling 311, this is Dana. I'm sorry about your tire. Where is it?");
    p.pass(8000);
    const auto value = [&](const std::string& field) {
        for (const auto& f : host.run().floor().casts[0].key.fields)
            if (f.field == field) return f.expected;
        return std::string();
    };
    p.key(Key::f5);
    p.type("pothole");
    p.key(Key::enter);
    p.type(value("location"));
    p.say("What is the nearest cross street?");
    p.key(Key::f5);
    p.key(Key::tab);
    p.type(value("cross_street"));
    p.key(Key::tab);
    p.key(Key::home);
    p.key(Key::tab);
    p.key(Key::home);
    p.say("Which lane is it in, and how big is it?");
    if (!to_end) {
        p.key(Key::slash, {.ctrl = true});
        p.type("hurt");
        return;
    }
    p.key(Key::enter, {.ctrl = true});
    p.say("Your number is on its way.");
    p.say("Anything else I can do for you?");
    p.say("Thank you for calling, goodbye.");
    p.key(Key::f4);
    p.pass(500);
    p.type(" ");
    p.key(Key::f4);
    p.pass(500);
}

}  // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int i, const char* otherwise) { return std::string(argc > i ? argv[i] : otherwise); };
    const std::string folder = argument(1, "."), mode = argument(2, "dark");
    const unsigned wide = static_cast<unsigned>(std::atoi(argument(3, "1600").c_str()));
    const unsigned high = static_cast<unsigned>(std::atoi(argument(4, "900").c_str()));
    const int scale = std::atoi(argument(5, "100").c_str());
    const std::string only = argument(6, "");
    using desk::Key;

    struct Scene {
        std::string name;
        std::function<void(Played&, support::PracticeHost&)> play;
        bool at_start = false;
        std::string shift = "overlap";
        bool tour_done = true;
    };
    const std::vector<Scene> scenes{
        {"start-empty", [](Played& p, auto&) { p.turn(20); }, true, "", true},
        {"start",
         [](Played& p, auto& host) {
             host.names = {"Dana Reyes", "Marguerite Oyelaran-Fitzgerald", "Luis Ortega"};
             p.turn(20);
         },
         true, "", true},
        {"available", [](Played& p, auto&) { p.pass(500); }, false, "late", true},
        {"ringing", [](Played& p, auto&) { p.pass(3500); }},
        {"call", [](Played& p, auto& host) { mid_call(p, host, false); }},
        {"emergency",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(9000);
             p.say("Thank you for calling 311, this is Dana. Where is it?");
             p.pass(9000);
             p.key(Key::f3);
             p.type("911");
             p.key(Key::enter);
         },
         false, "script:pothole-gas"},
        {"transferring",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(9000);
             p.key(Key::f3);
             p.type("911");
             p.key(Key::enter);
             p.key(Key::enter);
             p.pass(9000);
         },
         false, "script:pothole-gas"},
        {"history",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(2000);
             p.key(Key::f6);
             p.type("pothole");
             p.key(Key::enter);
         }},
        {"knowledge",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(2000);
             p.key(Key::f8);
             p.type("claim");
             p.key(Key::enter);
         }},
        {"directory",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(2000);
             p.key(Key::f9);
             p.type("gas");
             p.key(Key::enter);
         }},
        {"compare",
         [](Played& p, auto& host) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(2000);
             const shift::Floor& floor = host.run().floor();
             for (const city::Request& request : floor.city.requests) {
                 if (request.reference != floor.casts[0].key.reference) continue;
                 p.key(Key::f5);
                 p.type(city::find_service(floor.city, request.service)->name);
                 p.key(Key::enter);
                 p.type(request.address);
             }
             p.key(Key::f7);
         },
         false, "script:duplicate-request"},
        {"email",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(2000);
             p.key(Key::slash, {.ctrl = true});
             p.type("Dear Sir or Madam, thank you for writing to 311. ");
         },
         false, "script:email-dumping"},
        {"wrap-up",
         [](Played& p, auto&) {
             p.pass(2000);
             p.key(Key::f1);
             p.pass(5000);
             p.key(Key::f4);
             p.pass(600);
         }},
        {"debrief", [](Played& p, auto& host) { mid_call(p, host, true); }, false, "script:pothole-tire"},
        {"help",
         [](Played& p, auto&) {
             p.pass(1000);
             p.type("?");
         }},
        {"menu",
         [](Played& p, auto&) {
             p.pass(1000);
             p.key(Key::f10);
         }},
        {"tour",
         [](Played& p, auto&) {
             p.pass(1000);
             p.key(Key::enter);
             p.pass(3000);
             p.key(Key::f1);
             p.pass(3000);
         },
         false, "tour", false},
        {"trouble",
         [](Played& p, auto& host) {
             p.pass(2000);
             host.full_disk = true;
             p.key(Key::f1);
         }},
        {"summary",
         [](Played& p, auto& host) {
             mid_call(p, host, true);
             p.key(Key::enter, {.ctrl = true});
             p.pass(500);
             p.key(Key::f10);
             for (int i = 0; i < 4; ++i)
                 p.key(Key::tab);
             p.key(Key::enter);
             p.pass(500);
         }},
    };
    try {
        window::Options options;
        options.wide = wide;
        options.high = high;
        options.look = {mode == "light" ? desk::Mode::light : desk::Mode::dark, scale, 1};
        for (const Scene& scene : scenes) {
            if (!only.empty() && scene.name != only) continue;
            support::PracticeHost host;
            host.plans = {
                support::plan_of("tour", "First call", {{1, "pothole-tire"}}, 1, true),
                support::plan_of("late", "Quiet morning", {{60, "pothole-tire"}}),
                support::plan_of(
                    "overlap", "Monday morning",
                    {{1, "pothole-tire"}, {3, "email-dumping"}, {4, "walkin-sidewalk"}, {30, "missed-trash"}})};
            desk::Settings settings{scale, mode != "light", true, scene.tour_done};
            host.kept["Dana Reyes"] = settings;
            desk::Desk::Options wanted;
            if (!scene.at_start) {
                host.names = {"Dana Reyes"};
                wanted = {"Dana Reyes", scene.shift, 0};
            } else if (scene.name == "start") {
                host.names = {"Dana Reyes", "Marguerite Oyelaran-Fitzgerald", "Luis Ortega"};
                wanted.trainee = "Dana Reyes";
                shift::Run& before = host.start("Dana Reyes", "script:pothole-tire", 0);
                before.submit(shift::Quit{}, 5000);
                shift::Run& open = host.start("Dana Reyes", "overlap", 0);
                open.advance(95'000);
                host.leave_shift();
            }
            window::Window window(options);
            desk::Desk desk(host, wanted);
            Played played(desk, window, folder + "/" + scene.name + "-" + mode + ".png");
            played.wide = wide;
            played.high = high;
            played.turn(20);
            scene.play(played, host);
            played.take();
            std::printf("%s\n", scene.name.c_str());
        }
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 1;
    }
    return 0;
}
