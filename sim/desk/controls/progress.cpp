#include "sim/desk/controls/progress.hpp"

#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

void progress(Ui& ui, const Rect& rect, const Progress& bar) {
    const Theme& t = ui.theme();
    const float high = std::min(ui.px(8), rect.h);
    const Rect track{rect.x, std::round(rect.middle() - high / 2), rect.w, high};
    const float corner = high / 2;
    paint::fill(ui, track, t.mode == Mode::dark ? t.raised : t.ground, corner);
    paint::outline(ui, track, t.line, corner);
    const float filled = std::round(track.w * static_cast<float>(std::clamp(bar.part, 0, 1000)) / 1000);
    if (filled > 0) {
        // Rounded as the track, cut where the part ends.
        ui.draw().PushClipRect(ImVec2(track.x, track.y), ImVec2(track.x + filled, track.bottom()), true);
        paint::fill(ui, track, ink(t, bar.tone), corner);
        ui.draw().PopClipRect();
    }
    ui.note(Role::progress, bar.label, rect, bar.value);
}

}  // namespace shift311::desk
