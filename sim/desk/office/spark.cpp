#include "sim/desk/office/spark.hpp"

#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

/// Single contacts jump up and down; the line shows the mean of this many, and the dots show them as they are.
constexpr std::size_t kMean = 5;

}  // namespace

void spark(Ui& ui, const Rect& rect, const Spark& s) {
    const Theme& t = ui.theme();
    ui.note(Role::progress, s.label, rect, s.value);
    const std::vector<int>& all = *s.percents;
    const Rect plot = rect.inset(ui.px(4), ui.px(4));
    paint::fill(ui, {rect.x, rect.bottom() - 1, rect.w, 1}, t.line);
    if (all.empty()) return;
    int low = s.floor > 0 ? s.floor : 100;
    for (const int percent : all)
        low = std::min(low, percent);
    low = std::max(0, low - 8);
    const auto y_of = [&](float percent) {
        const float part =
            std::clamp((percent - static_cast<float>(low)) / static_cast<float>(std::max(1, 100 - low)), 0.0F, 1.0F);
        return plot.bottom() - part * plot.h;
    };
    const auto x_of = [&](std::size_t i) {
        return all.size() == 1 ? plot.x + plot.w / 2
                               : plot.x + plot.w * static_cast<float>(i) / static_cast<float>(all.size() - 1);
    };
    if (s.floor > 0) {
        const float y = std::round(y_of(static_cast<float>(s.floor)));
        for (float x = plot.x; x < plot.right(); x += ui.px(8))
            paint::fill(ui, {x, y, std::min(ui.px(4), plot.right() - x), 1}, t.careful_line);
    }
    std::vector<ImVec2> line;
    float sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        sum += static_cast<float>(all[i]);
        if (i >= kMean) sum -= static_cast<float>(all[i - kMean]);
        line.emplace_back(x_of(i), y_of(sum / static_cast<float>(std::min(i + 1, kMean))));
        ui.draw().AddCircleFilled(ImVec2(x_of(i), y_of(static_cast<float>(all[i]))), ui.px(1.6F),
                                  packed(clear(t.dim, 150)), 8);
    }
    if (line.size() > 1)
        ui.draw().AddPolyline(line.data(), static_cast<int>(line.size()), packed(t.accent), 0, ui.px(2));
    ui.draw().AddCircleFilled(line.back(), ui.px(3.5F), packed(t.accent), 12);
}

}  // namespace shift311::desk
