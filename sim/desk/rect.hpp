// A rectangle in window pixels, and how to cut one into pieces: all the layout the desk needs.
#pragma once

#include <algorithm>

namespace shift311::desk {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float middle() const { return y + h / 2; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }

    Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
    }
    Rect inset(float d) const { return inset(d, d); }
    Rect grown(float d) const { return {x - d, y - d, w + 2 * d, h + 2 * d}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

    Rect meet(const Rect& o) const {
        const float l = std::max(x, o.x), t = std::max(y, o.y);
        return {l, t, std::max(0.0F, std::min(right(), o.right()) - l),
                std::max(0.0F, std::min(bottom(), o.bottom()) - t)};
    }

    // Each of these takes a strip off this rectangle and returns it; what is left stays here.
    Rect cut_top(float d) {
        d = std::clamp(d, 0.0F, h);
        const Rect strip{x, y, w, d};
        y += d;
        h -= d;
        return strip;
    }
    Rect cut_bottom(float d) {
        d = std::clamp(d, 0.0F, h);
        h -= d;
        return {x, y + h, w, d};
    }
    Rect cut_left(float d) {
        d = std::clamp(d, 0.0F, w);
        const Rect strip{x, y, d, h};
        x += d;
        w -= d;
        return strip;
    }
    Rect cut_right(float d) {
        d = std::clamp(d, 0.0F, w);
        w -= d;
        return {x + w, y, d, h};
    }

    bool operator==(const Rect&) const = default;
};

}  // namespace shift311::desk
