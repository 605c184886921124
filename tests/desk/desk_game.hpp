// A desk in a test's hands: the practice host, the desk over it, and a driver that works it by labels.
#pragma once

#include "sim/desk/desk.hpp"
#include "tests/desk/practice_host.hpp"
#include "tests/support/desk_driver.hpp"

#include <string>
#include <utility>
#include <vector>

namespace shift311::support {

inline PracticeHost& with_people(PracticeHost& host, std::vector<std::string> names) {
    host.names = std::move(names);
    host.plans = {plan_of("tour", "First call", {{1, "pothole-tire"}}, 1, true),
                  plan_of("pair", "Two callers", {{1, "pothole-tire"}, {20, "missed-trash"}}),
                  plan_of("exam", "Exam", {{1, "pothole-tire"}, {20, "missed-trash"}}, 4),
                  plan_of("busy", "Four callers",
                          {{1, "pothole-tire"}, {2, "missed-trash"}, {3, "sidewalk-snow"}, {4, "water-in-street"}}, 3)};
    for (const std::string& name : host.names)
        host.kept[name].tour_done = true;
    return host;
}

struct DeskGame {
    explicit DeskGame(desk::Desk::Options options, float wide = 1600, float high = 900, desk::Look look = {},
                      std::vector<std::string> names = {"Dana Reyes"})
        : desk(with_people(host, std::move(names)), std::move(options)), ui(desk, wide, high, look) {}

    template <class Act>
    std::vector<Act> acts() const {
        std::vector<Act> out;
        for (const journal::Event& event : host.run().events())
            if (const auto* act = std::get_if<Act>(&event.act)) out.push_back(*act);
        return out;
    }
    const shift::Contact& contact(std::size_t number = 1) const { return host.run().state().contacts.at(number - 1); }
    journal::Millis clock() const { return host.run().state().at; }
    std::string expected(const std::string& field, std::size_t number = 1) const {
        for (const scoring::FieldKey& f : host.run().floor().casts.at(number - 1).key.fields)
            if (f.field == field) return f.expected;
        return {};
    }
    void answer() {
        ui.pass(2500);
        ui.press(desk::Key::f1);
        ui.pass(1000);
    }
    /// The first service that fits the words; the keys are then in its location.
    void choose_service(const std::string& words) {
        ui.press(desk::Key::f5);
        ui.keys(words);
        ui.press(desk::Key::enter);
        ui.frame();
    }
    /// Speaks free words and hears the answer.
    void say(const std::string& words) {
        ui.press(desk::ctrl(desk::Key::slash));
        ui.keys(words);
        ui.press(desk::Key::enter);
        ui.pass(9000);
    }

    PracticeHost host;
    desk::Desk desk;
    DeskDriver ui;
};

/// Turns the wheel over one place until the control comes into sight, and lets some frames pass.
inline void wheel_to(DeskGame& game, const std::string& over, const std::string& label) {
    const desk::Rect place = game.ui.must(over).visible;
    for (int i = 0; i < 60 && !game.ui.shows(label); ++i) {
        game.ui.stage().input().push(desk::MouseMoved{place.x + place.w / 2, place.middle(), game.ui.now()});
        game.ui.stage().input().push(desk::Wheel{-1, game.ui.now()});
        game.ui.frame();
        game.ui.frame();
    }
    game.ui.frame();
    game.ui.frame();
}

inline desk::Desk::Options playing(const std::string& shift, int level = 0) {
    return {"Dana Reyes", shift, level};
}

}  // namespace shift311::support
