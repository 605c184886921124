// Cards, notices, and the part of a card that scrolls.
#pragma once

#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

/// A card: panel ground, a line around it, corners of 8.
void card(const Ui& ui, const Rect& rect);
/// The head of a card, with its heading at the left and a number at the right; returns what is left below it.
Rect card_head(Ui& ui, const Rect& card, std::string_view heading, std::string_view right = {});
/// A box in the quiet color of its meaning.
void notice(const Ui& ui, const Rect& rect, Tone tone);

/// From construction to destruction, what is drawn scrolls inside the rectangle when it is taller.
class Scroll {
  public:
    /// `follow`: stay at the end while new lines come, unless the person has scrolled up.
    Scroll(Ui& ui, std::string_view name, const Rect& rect, bool follow = false);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    /// Where to draw: its top moves with the scrolling, its width leaves room for the bar.
    Rect content() const { return content_; }
    /// The content at least this tall: it fills the rectangle, and scrolls where the rectangle is lower than that.
    Rect at_least(float height);
    /// How tall what was drawn is; without it there is nothing to scroll.
    void used(float height) { height_ = height; }
    void to_top();
    /// Follows from now on, wherever the person had scrolled to.
    void to_end() { at_end_ = true; }
    void by(float pixels);
    /// What is only read can be scrolled by the keyboard too: where it is taller than its place, Tab stops at it, and
    /// arrows, Page Up and Down, Home and End move it. To be called before anything is drawn into it.
    void by_keys(std::string_view label);

  private:
    Ui& ui_;
    Rect rect_, content_;
    float height_ = 0;
    bool follow_;
    bool at_end_ = false;
};

}  // namespace shift311::desk
