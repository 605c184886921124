#include "sim/desk/debrief/timeline.hpp"

#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr std::array kLanes{"Caller", "You", "Form", "Phone"};
constexpr float kNames = 76;
constexpr float kLeastPerSecond = 9;  // pixels; a longer call slides under the line

journal::Millis tick_for(float per_second, float room) {
    for (const journal::Millis tick : {5'000, 10'000, 15'000, 30'000, 60'000, 120'000, 300'000, 600'000})
        if (static_cast<float>(tick) / 1000 * per_second >= room) return tick;
    return 1'200'000;
}

}  // namespace

std::optional<std::size_t> timeline(Ui& ui, const Rect& rect, const Story& story, journal::Millis at,
                                    const std::vector<journal::Seq>& marked) {
    const Theme& t = ui.theme();
    std::optional<std::size_t> clicked;
    Rect body = rect;
    const Rect names = body.cut_left(ui.px(kNames));
    const Rect scale = body.cut_bottom(ui.px(24));
    const float lane_high = body.h / static_cast<float>(kLanes.size());
    for (std::size_t i = 0; i < kLanes.size(); ++i) {
        const Rect line{names.x, body.y + lane_high * static_cast<float>(i), names.w, lane_high};
        paint::text(ui, line, ui.fonts().small, t.dim, kLanes[i]);
    }
    paint::fill(ui, {body.x - 1, body.y, 1, body.h}, t.line);

    // Some room at the end, so that the words of the last moments can be read.
    const float seconds = static_cast<float>(story.end - story.begin) / 1000;
    const float tail = ui.px(96);
    const float per_second = std::max((body.w - tail) / seconds, ui.px(kLeastPerSecond));
    const float total = per_second * seconds + tail;
    const auto along = [&](journal::Millis time) { return static_cast<float>(time - story.begin) / 1000 * per_second; };
    const float slide = std::clamp(along(at) - body.w / 2, 0.0F, std::max(0.0F, total - body.w));
    const auto x_of = [&](journal::Millis time) { return std::round(body.x + along(time) - slide); };

    ui.draw().PushClipRect(ImVec2(body.x, rect.y), ImVec2(body.right(), rect.bottom()), true);
    const journal::Millis tick = tick_for(per_second, ui.px(90));
    for (journal::Millis time = story.begin < 0 ? story.begin / tick * tick : 0; time <= story.end + 2000;
         time += tick) {
        const float x = x_of(time);
        if (x < body.x - ui.px(40) || x > body.right()) continue;
        paint::fill(ui, {x, body.y, 1, body.h}, clear(t.line, 110));
        paint::text_at(ui, x + ui.px(3), scale.middle() - ui.fonts().mono_small.size / 2, ui.fonts().mono_small, t.dim,
                       time < 0 ? "\u2212" + time_text(-time) : time_text(time));
    }
    // Where the next bar of the same lane begins, a bar must end.
    std::vector<float> limit(story.moments.size(), body.x + total);
    std::array<float, kLanes.size()> next;
    next.fill(body.x + total - slide);
    for (std::size_t i = story.moments.size(); i-- > 0;) {
        const auto lane = static_cast<std::size_t>(story.moments[i].lane);
        limit[i] = next[lane];
        next[lane] = std::min(next[lane], x_of(story.moments[i].from));
    }
    const float high = std::min(lane_high - ui.px(8), ui.px(26)), corner = ui.px(measure::kCapCorner);
    for (std::size_t i = 0; i < story.moments.size(); ++i) {
        const Moment& m = story.moments[i];
        const auto lane = static_cast<float>(static_cast<int>(m.lane));
        const float left = x_of(m.from);
        const float words = paint::width(ui.fonts().tiny, m.text) + ui.px(14);
        const float lasting = x_of(m.to) - left;
        const float wide = std::max(ui.px(6), std::min(std::max(lasting, words), limit[i] - left - ui.px(3)));
        const Rect box{left, std::round(body.y + lane_high * (lane + 0.5F) - high / 2), wide, high};
        if (box.right() < body.x || box.x > body.right()) continue;
        const bool on = std::any_of(marked.begin(), marked.end(), [&](journal::Seq s) { return m.holds(s); });
        const bool here = at >= m.from && (at < m.to || at == m.from);
        const Rect seen = box.meet(body);
        if (!seen.empty()) {
            ImGui::SetCursorScreenPos(ImVec2(seen.x, seen.y));
            ImGui::PushID(static_cast<int>(i));
            if (ImGui::InvisibleButton("##moment", ImVec2(std::max(1.0F, seen.w), std::max(1.0F, seen.h)))) clicked = i;
            ImGui::PopID();
        }
        const Color ground = m.lane == Lane::you     ? t.selected
                             : m.tone == Tone::plain ? t.raised
                                                     : quiet_ground(t, m.tone);
        paint::fill(ui, box, ground, corner);
        paint::outline(ui, box,
                       on     ? ink(t, m.tone == Tone::plain ? Tone::accent : m.tone)
                       : here ? t.dim
                              : quiet_line(t, m.tone),
                       corner, on ? ui.px(2) : 1);
        const float room = wide - ui.px(12);
        if (room > ui.px(14))
            paint::text(ui, {box.x + ui.px(6), box.y, room, box.h}, ui.fonts().tiny,
                        m.tone == Tone::plain ? t.text : ink(t, m.tone), m.text);
    }
    const float line = x_of(at);
    paint::fill(ui, {line - ui.px(1), body.y - ui.px(2), ui.px(2), body.h + ui.px(4)}, t.accent);
    ui.draw().PopClipRect();
    return clicked;
}

}  // namespace shift311::desk
