// Plays a face without a window: what a person does, by the labels of the controls.
#pragma once

#include "sim/desk/control_tree.hpp"
#include "sim/desk/stage.hpp"
#include "sim/desk/utf8.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::support {

class DeskDriver {
  public:
    explicit DeskDriver(desk::Face& face, float wide = 1600, float high = 900, desk::Look look = {})
        : face_(face),
          wide_(wide),
          high_(high),
          stage_(desk::system_fonts(), look,
                 {
                     [this] { return clipboard; },
                     [this](const std::string& text) { clipboard = text; },
                 }) {
        frame();
        frame();
    }

    std::string clipboard;
    desk::Stage& stage() { return stage_; }
    desk::Millis now() const { return now_; }

    /// One turn of the window's loop: everything pending, then the picture.
    void frame() {
        now_ += 16;
        stage_.frame(face_, now_, wide_, high_);
    }
    void wait(desk::Millis time) {
        now_ += time;
        frame();
    }
    /// Lets time pass as it does for a person who watches: a frame every half second.
    void pass(desk::Millis time) {
        for (; time > 0; time -= 500)
            wait(std::min<desk::Millis>(time, 500));
    }
    void resize(float wide, float high) {
        wide_ = wide, high_ = high;
        frame();
        frame();
    }

    void press(desk::Key key, desk::Mods mods = {}) {
        key_down(key, mods);
        stage_.input().push(desk::KeyPress{key, mods, now_, false, false});
        frame();
    }
    void press(const desk::Chord& chord) {
        if (const char32_t c = desk::written(chord.key); c != 0 && !chord.mods.ctrl && !chord.mods.alt) {
            stage_.input().push(desk::Typed{c, now_});
            frame();
        } else {
            press(chord.key, chord.mods);
        }
    }
    void key_down(desk::Key key, desk::Mods mods = {}) {
        stage_.input().push(desk::KeyPress{key, mods, now_, true, false});
        frame();
    }
    void key_up(desk::Key key) {
        stage_.input().push(desk::KeyPress{key, {}, now_, false, false});
        frame();
    }
    void tab(bool back = false) { press(desk::Key::tab, {.ctrl = false, .shift = back, .alt = false}); }
    /// Types where the focus is, a key every 16 ms.
    void keys(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            stage_.input().push(desk::Typed{desk::decode(text, at), now_});
            frame();
        }
    }

    /// A mouse click in the middle of what can be seen of the control.
    void click(std::string_view label) {
        const desk::Control c = must(label);
        if (c.visible.empty()) throw std::runtime_error("not visible: " + std::string(label));
        click_at(c.visible.x + c.visible.w / 2, c.visible.y + c.visible.h / 2);
    }
    void click_at(float x, float y) {
        stage_.input().push(desk::MouseMoved{x, y, now_});
        frame();
        stage_.input().push(desk::MouseButton{x, y, 0, true, {}, now_});
        frame();
        stage_.input().push(desk::MouseButton{x, y, 0, false, {}, now_});
        frame();
        now_ += 500;  // two clicks in a row are no double click
    }
    /// Clicks into the text control, replaces what it holds.
    void type(std::string_view label, std::string_view text) {
        click(label);
        press(desk::ctrl(desk::Key::a));
        if (!must(label).value.empty()) press(desk::Key::backspace);
        keys(text);
    }
    void scroll(std::string_view over, float steps) {
        const desk::Control c = must(over);
        stage_.input().push(desk::MouseMoved{c.visible.x + 2, c.visible.y + 2, now_});
        stage_.input().push(desk::Wheel{steps, now_});
        frame();
        frame();
    }

    const desk::Control* find(std::string_view label) const {
        const auto& all = stage_.ui().controls();
        // What can be acted on comes before words of the same name.
        const desk::Control* found = nullptr;
        for (const desk::Control& c : all) {
            if (c.label != label) continue;
            if (desk::interactive(c.role)) return &c;
            if (found == nullptr) found = &c;
        }
        return found;
    }
    bool shows(std::string_view label) const {
        const desk::Control* c = find(label);
        return c != nullptr && !c->visible.empty();
    }
    /// Whether any control's label or value holds these words.
    bool reads(std::string_view words) const {
        const auto& all = stage_.ui().controls();
        return std::any_of(all.begin(), all.end(), [&](const desk::Control& c) {
            return c.label.find(words) != std::string::npos || c.value.find(words) != std::string::npos;
        });
    }
    desk::Control must(std::string_view label) const {
        const desk::Control* c = find(label);
        if (c == nullptr) throw std::runtime_error("no control \"" + std::string(label) + "\" in\n" + tree());
        return *c;
    }
    std::string value(std::string_view label) const { return must(label).value; }
    std::string focused() const {
        for (const desk::Control& c : stage_.ui().controls())
            if (c.focused) return c.label;
        return {};
    }
    /// Labels in the order in which Tab reaches them, from wherever the focus is until it comes round.
    std::vector<std::string> tab_order(std::size_t most = 200) {
        std::vector<std::string> order;
        while (order.size() < most) {
            tab();
            const std::string here = focused();
            if (!order.empty() && here == order.front()) break;
            order.push_back(here);
        }
        return order;
    }
    std::vector<std::string> duplicates() const { return desk::duplicate_labels(stage_.ui().controls()); }
    /// Labels of visible controls whose words had to be cut.
    std::vector<std::string> cut_labels() const {
        std::vector<std::string> out;
        for (const desk::Control& c : stage_.ui().controls())
            if (!c.fits && !c.visible.empty()) out.push_back(c.label);
        return out;
    }

    std::string json() const { return desk::tree_json(stage_.ui().controls()); }
    /// The visible controls, one a line: role "label" = value [focused] [disabled].
    std::string tree() const {
        std::string out;
        for (const desk::Control& c : stage_.ui().controls()) {
            if (c.visible.empty()) continue;
            out += std::string(desk::role_name(c.role)) + " \"" + c.label + "\"";
            if (!c.value.empty()) out += " = " + c.value;
            if (c.focused) out += " [focused]";
            if (!c.enabled) out += " [disabled]";
            out += '\n';
        }
        return out;
    }

  private:
    desk::Face& face_;
    float wide_, high_;
    desk::Millis now_ = 1000;
    mutable desk::Stage stage_;
};

}  // namespace shift311::support
