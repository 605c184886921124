#include "sim/desk/icon.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace shift311::desk {

namespace {

struct Point {
    float x, y;
};

/// A pen over a square of 16 by 16 units.
class Pen {
  public:
    Pen(ImDrawList& list, float x, float y, float size, ImU32 color)
        : list_(list), x_(x), y_(y), unit_(size / 16), color_(color), thick_(std::max(1.25F, size / 16 * 1.5F)) {}

    void stroke(std::initializer_list<Point> points, bool closed = false) {
        for (const Point p : points)
            list_.PathLineTo(at(p));
        list_.PathStroke(color_, closed ? ImDrawFlags_Closed : 0, thick_);
    }
    void shape(std::initializer_list<Point> points) {
        for (const Point p : points)
            list_.PathLineTo(at(p));
        list_.PathFillConvex(color_);
    }
    void circle(Point c, float r) { list_.AddCircle(at(c), r * unit_, color_, 0, thick_); }
    void disc(Point c, float r) { list_.AddCircleFilled(at(c), r * unit_, color_); }
    void box(Point a, Point b, float corner) { list_.AddRect(at(a), at(b), color_, corner * unit_, 0, thick_); }
    void block(Point a, Point b, float corner) { list_.AddRectFilled(at(a), at(b), color_, corner * unit_); }
    void arc(Point c, float r, float from, float to) {
        list_.PathArcTo(at(c), r * unit_, from, to);
        list_.PathStroke(color_, 0, thick_);
    }
    void curve(Point a, Point b, Point c, Point d) {
        list_.PathLineTo(at(a));
        list_.PathBezierCubicCurveTo(at(b), at(c), at(d));
        list_.PathStroke(color_, 0, thick_);
    }

  private:
    ImVec2 at(Point p) const { return {x_ + p.x * unit_, y_ + p.y * unit_}; }
    ImDrawList& list_;
    float x_, y_, unit_;
    ImU32 color_;
    float thick_;
};

constexpr float kTurn = 6.2831853F;

void handset(Pen& pen, bool lying) {
    if (lying) {  // the receiver put down
        pen.curve({2, 9.5F}, {2, 5}, {14, 5}, {14, 9.5F});
        pen.stroke({{2, 9.5F}, {2, 11}, {5.4F, 11}, {5.4F, 8.6F}});
        pen.stroke({{14, 9.5F}, {14, 11}, {10.6F, 11}, {10.6F, 8.6F}});
        return;
    }
    pen.stroke({{3, 2.5F}, {5.6F, 2}, {7, 5.2F}, {5.3F, 6.6F}});
    pen.curve({5.3F, 6.6F}, {6, 8.6F}, {7.4F, 10}, {9.4F, 10.7F});
    pen.stroke({{9.4F, 10.7F}, {10.8F, 9}, {14, 10.4F}, {13.5F, 13}});
    pen.curve({13.5F, 13}, {13, 14.6F}, {8, 13.8F}, {5.1F, 10.9F});
    pen.curve({5.1F, 10.9F}, {2.2F, 8}, {1.4F, 3.2F}, {3, 2.5F});
}

}  // namespace

void draw_icon(const Ui& ui, Icon icon, const Rect& rect, float size, Color color) {
    if (icon == Icon::none) return;
    Pen pen(ui.draw(), std::round(rect.x + (rect.w - size) / 2), std::round(rect.middle() - size / 2), size,
            packed(color));
    switch (icon) {
        case Icon::none:
            break;
        case Icon::phone:
            handset(pen, false);
            break;
        case Icon::hang_up:
            handset(pen, true);
            break;
        case Icon::mail:
            pen.box({1.5F, 3}, {14.5F, 13}, 1.5F);
            pen.stroke({{2, 4}, {8, 9}, {14, 4}});
            break;
        case Icon::person:
            pen.circle({8, 5}, 2.8F);
            pen.arc({8, 14.5F}, 5.6F, kTurn * 0.53F, kTurn * 0.97F);
            break;
        case Icon::fax:
            pen.stroke({{4, 6}, {4, 2}, {12, 2}, {12, 6}});
            pen.box({1.5F, 6}, {14.5F, 12}, 1);
            pen.stroke({{4, 10}, {4, 14}, {12, 14}, {12, 10}}, true);
            break;
        case Icon::web:
            pen.circle({8, 8}, 6.2F);
            pen.stroke({{1.8F, 8}, {14.2F, 8}});
            pen.curve({8, 1.8F}, {4.5F, 5}, {4.5F, 11}, {8, 14.2F});
            pen.curve({8, 1.8F}, {11.5F, 5}, {11.5F, 11}, {8, 14.2F});
            break;
        case Icon::radio:
            pen.box({3, 5.5F}, {13, 14}, 1.5F);
            pen.stroke({{5.5F, 5.5F}, {5.5F, 1.5F}});
            pen.circle({8, 10.5F}, 1.8F);
            break;
        case Icon::warning:
            pen.shape({{8, 2}, {14, 8}, {8, 14}, {2, 8}});
            break;
        case Icon::check:
            pen.stroke({{2.5F, 8.5F}, {6.2F, 12.2F}, {13.5F, 4}});
            break;
        case Icon::cross:
            pen.stroke({{3.5F, 3.5F}, {12.5F, 12.5F}});
            pen.stroke({{12.5F, 3.5F}, {3.5F, 12.5F}});
            break;
        case Icon::hold:
            pen.block({4, 3}, {6.6F, 13}, 0.8F);
            pen.block({9.4F, 3}, {12, 13}, 0.8F);
            break;
        case Icon::transfer:
            pen.stroke({{2, 8}, {13.4F, 8}});
            pen.stroke({{9, 3.6F}, {13.6F, 8}, {9, 12.4F}});
            break;
        case Icon::search:
            pen.circle({7, 7}, 4.4F);
            pen.stroke({{10.3F, 10.3F}, {14, 14}});
            break;
        case Icon::chevron_down:
            pen.stroke({{3.5F, 6}, {8, 10.5F}, {12.5F, 6}});
            break;
        case Icon::chevron_right:
            pen.stroke({{6, 3.5F}, {10.5F, 8}, {6, 12.5F}});
            break;
        case Icon::chevron_left:
            pen.stroke({{10, 3.5F}, {5.5F, 8}, {10, 12.5F}});
            break;
        case Icon::clock:
            pen.circle({8, 8}, 6.2F);
            pen.stroke({{8, 4.4F}, {8, 8}, {10.6F, 9.6F}});
            break;
        case Icon::note:
            pen.stroke({{9.5F, 1.8F}, {3, 1.8F}, {3, 14.2F}, {13, 14.2F}, {13, 5.2F}}, false);
            pen.stroke({{9.5F, 1.8F}, {9.5F, 5.2F}, {13, 5.2F}, {9.5F, 1.8F}});
            pen.stroke({{5.5F, 8.2F}, {10.5F, 8.2F}});
            pen.stroke({{5.5F, 11}, {9, 11}});
            break;
        case Icon::book:
            pen.stroke({{8, 4}, {8, 14}});
            pen.stroke({{8, 4}, {6, 2.6F}, {1.8F, 2.6F}, {1.8F, 12.6F}, {6, 12.6F}, {8, 14}});
            pen.stroke({{8, 4}, {10, 2.6F}, {14.2F, 2.6F}, {14.2F, 12.6F}, {10, 12.6F}, {8, 14}});
            break;
        case Icon::pin:
            pen.arc({8, 6.4F}, 4.6F, kTurn * 0.43F, kTurn * 1.07F);
            pen.stroke({{3.9F, 8.4F}, {8, 14.6F}, {12.1F, 8.4F}});
            pen.disc({8, 6.4F}, 1.5F);
            break;
        case Icon::request:
            pen.box({3, 2}, {13, 14.4F}, 1.5F);
            pen.stroke({{5.8F, 6}, {10.2F, 6}});
            pen.stroke({{5.8F, 8.8F}, {10.2F, 8.8F}});
            pen.stroke({{5.8F, 11.6F}, {8.4F, 11.6F}});
            break;
        case Icon::history:
            pen.arc({8, 8}, 5.8F, kTurn * 0.55F, kTurn * 1.38F);
            pen.stroke({{2, 2.6F}, {2.4F, 6.2F}, {6, 5.8F}});
            pen.stroke({{8, 5}, {8, 8.2F}, {10.4F, 9.4F}});
            break;
        case Icon::star:
            pen.stroke({{8, 1.8F},
                        {9.9F, 5.9F},
                        {14.3F, 6.4F},
                        {11, 9.4F},
                        {11.9F, 13.8F},
                        {8, 11.6F},
                        {4.1F, 13.8F},
                        {5, 9.4F},
                        {1.7F, 6.4F},
                        {6.1F, 5.9F}},
                       true);
            break;
        case Icon::plus:
            pen.stroke({{8, 3}, {8, 13}});
            pen.stroke({{3, 8}, {13, 8}});
            break;
        case Icon::lock:
            pen.box({3, 7}, {13, 14}, 1.5F);
            pen.stroke({{5.2F, 7}, {5.2F, 4.6F}});
            pen.stroke({{10.8F, 7}, {10.8F, 4.6F}});
            pen.arc({8, 4.8F}, 2.8F, kTurn * 0.5F, kTurn);
            break;
        case Icon::sound:
            pen.stroke({{2, 6}, {4.6F, 6}, {8, 3}, {8, 13}, {4.6F, 10}, {2, 10}}, true);
            pen.arc({8.4F, 8}, 3, -kTurn * 0.13F, kTurn * 0.13F);
            pen.arc({8.4F, 8}, 5.6F, -kTurn * 0.13F, kTurn * 0.13F);
            break;
        case Icon::flag:
            pen.stroke({{3.5F, 14.5F}, {3.5F, 2}, {12.5F, 2}, {10.4F, 5.2F}, {12.5F, 8.4F}, {3.5F, 8.4F}});
            break;
        case Icon::dot:
            pen.disc({8, 8}, 4);
            break;
    }
}

}  // namespace shift311::desk
