// Draws the screens by role over a made-up training center and writes a picture of each: for the eye, not for ctest.
//   desk_office_screens FOLDER [dark|light] [width] [height] [text scale] [screen] [empty]
#include "sim/desk/desk.hpp"
#include "sim/desk/utf8.hpp"
#include "sim/window/window.hpp"
#include "tests/desk/office_fake.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

using namespace shift311;
using desk::Key;

namespace {

class Shown final : public desk::Face {
  public:
    Shown(desk::Desk& desk, window::Window& window, float wide, float high)
        : desk_(desk), window_(window), wide_(wide), high_(high) {}

    void frame(desk::Ui& ui) override { desk_.frame(ui); }
    std::optional<desk::Millis> next_due() const override { return 0; }
    bool finished() const override { return taken_ && window_.screenshot_done(); }

    void turn(desk::Millis time = 20) {
        now_ += time;
        window_.stage().frame(*this, now_, wide_, high_);
    }
    void key(Key k, desk::Mods mods = {}) {
        window_.stage().input().push(desk::KeyPress{k, mods, now_, true, false});
        window_.stage().input().push(desk::KeyPress{k, mods, now_, false, false});
        turn();
        turn();
    }
    void type(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) {
            window_.stage().input().push(desk::Typed{desk::decode(text, at), now_});
            turn();
        }
    }
    void sign_in(const std::string& name, const std::string& secret) {
        type(name);
        key(Key::enter);
        turn();
        type(secret);
        key(Key::enter);
        turn();
        turn();
    }
    void take(const std::string& picture) {
        turn();
        turn();
        taken_ = true;
        window_.screenshot(picture);
        window_.show(*this, now_);
    }

  private:
    desk::Desk& desk_;
    window::Window& window_;
    float wide_, high_;
    desk::Millis now_ = 1000;
    bool taken_ = false;
};

}  // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int i, const char* otherwise) { return std::string(argc > i ? argv[i] : otherwise); };
    const std::string folder = argument(1, "."), mode = argument(2, "dark"), only = argument(6, "");
    const int wide = std::atoi(argument(3, "1600").c_str()), high = std::atoi(argument(4, "900").c_str());
    const int scale = std::atoi(argument(5, "100").c_str());
    const bool empty = argument(7, "") == "empty";

    struct Scene {
        std::string name;
        std::function<void(Shown&, support::FakeOffice&)> play;
        bool alone = false;
    };
    const auto trainer = [](Shown& s) { s.sign_in("Marisol", "2468"); };
    const auto trainee = [](Shown& s) { s.sign_in("Dana Reyes", "1111"); };
    const auto review = [&](Shown& s) {
        trainer(s);
        s.key(Key::enter);
        s.turn();
    };
    const std::vector<Scene> scenes{
        {"sign-in", [](Shown& s, auto&) { s.sign_in("Marisol", "wrong"); }},
        {"first-administrator",
         [](Shown& s, auto&) {
             for (int i = 0; i < 40; ++i)
                 s.key(Key::tab);
         },
         true},
        {"start-alone", [](Shown& s, auto&) { s.turn(); }, true},
        {"start-signed-in", [&](Shown& s, auto&) { trainee(s); }},
        {"progress", [&](Shown& s, auto&) { trainee(s), s.key(Key::f2); }},
        {"results",
         [&](Shown& s, auto&) {
             trainee(s);
             s.key(Key::f3);
         }},
        {"dispute",
         [&](Shown& s, auto&) {
             trainee(s);
             s.key(Key::f3);
             s.type("d");
             s.turn();
             s.type("The caller said 4208 only after I had sent it.");
         }},
        {"roster", [&](Shown& s, auto&) { trainer(s); }},
        {"trainee", [&](Shown& s, auto&) { review(s); }},
        {"exam-missing",
         [&](Shown& s, auto& office) {
             for (auto& [name, file] : office.files)
                 file.missing = {"The blueprint wants 4 unseen water contacts; the library has 1.",
                                 "The emergency block wants 30 emergencies kept for exams; there are 22."};
             review(s);
             s.type("x");
             s.turn();
         }},
        {"sign-off",
         [&](Shown& s, auto& office) {
             for (auto& [name, file] : office.files)
                 file = support::file_of(name, standing::State::exam_under_way);
             review(s);
             s.type("s");
             s.turn();
         }},
        {"day-report",
         [&](Shown& s, auto&) {
             review(s);
             s.type("d");
             s.turn();
         }},
        {"review",
         [&](Shown& s, auto&) {
             review(s);
             s.key(Key::enter);
             s.turn();
         }},
        {"review-blind",
         [&](Shown& s, auto&) {
             review(s);
             s.type("b");
             s.turn();
             s.type(" 8");
             for (int i = 0; i < 30; ++i)
                 s.turn(100);
         }},
        {"override",
         [&](Shown& s, auto&) {
             review(s);
             s.key(Key::enter);
             s.turn();
             s.type("o");
             s.turn();
             s.type("The number was said over the hold tone; nobody could hear it.");
         }},
        {"disputes", [&](Shown& s, auto&) { trainer(s), s.key(Key::f2); }},
        {"certification", [&](Shown& s, auto&) { s.sign_in("Helen", "1357"), s.type("h"); }},
        {"people", [&](Shown& s, auto&) { s.sign_in("Ada", "12345678"), s.key(Key::f2); }},
    };
    try {
        window::Options options;
        options.wide = static_cast<unsigned>(wide);
        options.high = static_cast<unsigned>(high);
        options.look = {mode == "light" ? desk::Mode::light : desk::Mode::dark, scale, 1};
        for (const Scene& scene : scenes) {
            if (!only.empty() && scene.name != only) continue;
            support::PracticeHost host;
            host.plans = {support::plan_of("tour", "First call", {{1, "pothole-tire"}}, 1, true)};
            support::FakeOffice office;
            if (!scene.alone) {
                support::furnish(office, empty ? 0 : 60);
                if (empty) {
                    office.add("Dana Reyes", records::Role::trainee, "1111");
                    desk::RosterLine line;
                    line.name = "Dana Reyes";
                    office.lines.push_back(line);
                }
            }
            if (!empty) support::play_for_review(office, host);
            for (const desk::Member& member : office.people)
                host.kept[member.name] = {scale, mode != "light", true, true};
            if (scene.alone) host.names = {"Dana Reyes"};
            host.kept["Dana Reyes"] = {scale, mode != "light", true, true};
            window::Window window(options);
            desk::Desk desk(host, {}, &office);
            Shown shown(desk, window, static_cast<float>(wide), static_cast<float>(high));
            shown.turn();
            shown.turn();
            scene.play(shown, office);
            shown.take(folder + "/" + scene.name + "-" + mode + ".png");
            std::printf("%s: %s\n", scene.name.c_str(), desk.screen().c_str());
        }
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 1;
    }
    return 0;
}
