#include "sim/desk/debrief/debrief_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/call/channel_icon.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/debrief/finding_view.hpp"
#include "sim/desk/debrief/timeline.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr int kPlaySpeed = 3;

std::string title_of(const scoring::Finding& finding) {
    return finding.title.empty() ? finding.why : finding.title;
}

}  // namespace

DebriefScreen::DebriefScreen(std::vector<Debrief> debriefs, std::size_t at, std::string next)
    : debriefs_(std::move(debriefs)), next_(std::move(next)) {
    if (!debriefs_.empty()) open(std::min(at, debriefs_.size() - 1));
}

void DebriefScreen::open(std::size_t index) {
    index_ = index;
    story_ = story_of(now());
    lost_ = lost_points(now().card);
    by_moment_ = false;
    playing_ = false;
    at_ = story_.begin;
    moment_ = 0;
    selected_ = 0;
    if (!lost_.empty()) select(0);
}

void DebriefScreen::select(std::size_t place) {
    selected_ = place;
    by_moment_ = false;
    playing_ = false;
    const scoring::Finding& finding = now().card.findings[lost_[place]];
    for (const journal::Seq seq : finding.evidence) {
        if (const Moment* moment = moment_of(story_, seq)) {
            at_ = moment->from;
            moment_ = static_cast<std::size_t>(moment - story_.moments.data());
            moved_ = true;
            return;
        }
    }
}

void DebriefScreen::step_moment(int by) {
    if (story_.moments.empty()) return;
    playing_ = false;
    const auto last = static_cast<int>(story_.moments.size()) - 1;
    moment_ = static_cast<std::size_t>(std::clamp(static_cast<int>(moment_) + by, 0, last));
    at_ = story_.moments[moment_].from;
    by_moment_ = true;
    moved_ = true;
}

std::optional<Millis> DebriefScreen::next_due() const {
    if (playing_) return played_at_ + 50;
    return std::nullopt;
}

void DebriefScreen::keys(Ui& ui) {
    if (ui.pressed(chord(Key::left))) step_moment(-1);
    if (ui.pressed(chord(Key::right))) step_moment(1);
    // With the focus among the findings, Up and Down move it, and the finding with it.
    if (ui.anything_focused()) return;
    if (ui.pressed(chord(Key::up)) && selected_ > 0) select(selected_ - 1);
    if (ui.pressed(chord(Key::down)) && selected_ + 1 < lost_.size()) select(selected_ + 1);
}

void DebriefScreen::happened(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const std::string span = "0:00 to " + time_text(story_.end);
    Rect body = card_head(ui, rect, "What happened", span).inset(ui.px(16), ui.px(6));
    std::vector<journal::Seq> marked;
    if (!by_moment_ && !lost_.empty()) marked = now().card.findings[lost_[selected_]].evidence;
    if (playing_) {
        const Millis passed = std::clamp<Millis>(ui.now() - played_at_, 0, 250);
        played_at_ = ui.now();
        at_ += passed * kPlaySpeed;
        if (at_ >= story_.end) {
            at_ = story_.end;
            playing_ = false;
            ui.animate();  // one more picture: the button says Replay again
        }
        for (std::size_t i = 0; i < story_.moments.size(); ++i)
            if (story_.moments[i].from <= at_ && i > moment_) moment_ = i, moved_ = true;
        by_moment_ = true;
    }
    if (const auto clicked = timeline(ui, body, story_, at_, marked)) {
        moment_ = *clicked;
        moved_ = true;
        at_ = story_.moments[moment_].from;
        by_moment_ = true;
        playing_ = false;
    }
}

void DebriefScreen::detail(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const scoring::Scorecard& card = now().card;
    if (by_moment_ && moment_ < story_.moments.size()) {
        const Moment& m = story_.moments[moment_];
        Rect body = card_head(ui, rect, "At " + time_text(m.from)).inset(ui.px(16), ui.px(12));
        Scroll scroll(ui, "moment", body);
        const Rect c = scroll.content();
        // The moment, and what came right before it.
        float y = c.y;
        const std::size_t first = moment_ >= 3 ? moment_ - 3 : 0;
        for (std::size_t i = first; i <= moment_; ++i)
            y += moment_view(ui, {c.x, y, c.w, c.h}, story_.moments[i]);
        scroll.used(y - c.y);
        return;
    }
    if (lost_.empty()) {
        const Rect body = card_head(ui, rect, "Nothing to mend").inset(ui.px(16), ui.px(12));
        paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim,
                  "Every point was earned. \u2190 and \u2192 go through the moments of the contact.");
        return;
    }
    const scoring::Finding& finding = card.findings[lost_[selected_]];
    Rect body = card_head(ui, rect, title_of(finding), scoring::label(finding.competency)).inset(ui.px(16), ui.px(14));
    Scroll scroll(ui, "finding " + std::to_string(selected_), body);
    const Rect c = scroll.content();
    scroll.used(finding_view(ui, c, now(), story_, finding));
}

void DebriefScreen::lines(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Theme& t = ui.theme();
    const Rect body = card_head(ui, rect, "Everything said and done").inset(1, 0);
    Scroll scroll(ui, "lines " + std::to_string(index_), body);
    const Rect c = scroll.content();
    const Font &font = ui.fonts().small, &mono = ui.fonts().mono_small;
    const float times = ui.px(56), names = ui.px(58), pad = ui.px(16);
    static constexpr std::array kNames{"Caller", "You", "Form", "Phone"};
    float y = c.y + ui.px(6);
    for (std::size_t i = 0; i < story_.moments.size(); ++i) {
        const Moment& m = story_.moments[i];
        const float x = c.x + pad + times + names, wide = c.right() - pad - x;
        const float high = paragraph_height(font, wide, m.told) + ui.px(8);
        const Rect line{c.x, y, c.w, high};
        const bool here = i == moment_;
        ImGui::SetCursorScreenPos(ImVec2(line.x, line.y));
        ImGui::PushID(static_cast<int>(i));
        const bool clicked = ImGui::InvisibleButton("##line", ImVec2(line.w, line.h));
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        if (here || hovered) paint::fill(ui, line, here ? t.selected : t.hover);
        if (here) paint::fill(ui, {line.x, line.y, ui.px(3), line.h}, t.accent);
        const float top = y + ui.px(4);
        paint::text(ui, {c.x + pad, top, times, font.line}, mono, t.dim, time_text(m.from));
        paint::text(ui, {c.x + pad + times, top, names, font.line}, font, t.dim,
                    kNames[static_cast<std::size_t>(m.lane)]);
        paragraph(ui, x, top, wide, font, m.tone, m.told);
        if (clicked) {
            moment_ = i;
            at_ = m.from;
            by_moment_ = true;
            playing_ = false;
        }
        if (here && moved_) {
            moved_ = false;
            if (line.y < body.y) scroll.by(line.y - body.y - ui.px(40));
            if (line.bottom() > body.bottom()) scroll.by(line.bottom() - body.bottom() + ui.px(40));
        }
        y += high;
    }
    scroll.used(y + ui.px(6) - c.y);
}

bool DebriefScreen::frame(Ui& ui) {
    bool go_on = false;
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    const Button next{.label = next_, .kind = ButtonKind::primary, .chord = ctrl(Key::enter)};
    if (button(ui, bar.cut_right(button_width(ui, next)).inset(0, ui.px(6)), next)) go_on = true;
    bar.cut_right(ui.px(12));
    if (debriefs_.empty()) {
        label(ui, bar, ui.fonts().text, Tone::plain, "Debrief");
        const Rect middle{window.x, window.middle() - ui.px(20), window.w, ui.px(40)};
        label(ui, middle, ui.fonts().text, Tone::dim,
              "No contact of this shift was finished, so there is nothing to show.", paint::Align::center);
        return go_on;
    }
    const Button play{.label = playing_ ? "Stop" : "Replay", .chord = chord(Key::space), .name = "replay"};
    const float play_wide = button_width(ui, play);
    if (play_wide + ui.px(200) < bar.w) {
        if (button(ui, bar.cut_right(play_wide).inset(0, ui.px(6)), play)) {
            playing_ = !playing_;
            if (playing_ && at_ >= story_.end - 500) at_ = story_.begin, moment_ = 0;
            played_at_ = ui.now();
        }
        bar.cut_right(ui.px(16));
    }
    draw_icon(ui, channel_icon(now().key.channel), bar.cut_left(ui.px(18)), ui.px(16), ui.theme().dim);
    bar.cut_left(ui.px(8));
    label(ui, bar, ui.fonts().text, Tone::plain, "Debrief: " + now().card.title);

    if (window.h > ui.px(400))
        bottom_bar(ui, window,
                   {{"\u2191 \u2193", "finding"},
                    {"\u2190 \u2192", "moment"},
                    {"Space", "replay"},
                    {"Tab", "next"},
                    {"Ctrl Enter", next_ == "Back" ? "back" : "go on"}});
    const float gap = ui.px(8);
    flat_ = window.w < ui.px(900);
    if (!flat_) {
        Rect all = window.inset(gap);
        const Rect left = all.cut_left(std::clamp(std::round(all.w * 0.29F), ui.px(330), ui.px(460)));
        all.cut_left(gap);
        const Rect top = all.cut_top(std::clamp(all.h * 0.4F, ui.px(200), ui.px(300)));
        all.cut_top(gap);
        score(ui, left);
        happened(ui, top);
        if (all.w >= ui.px(800)) {
            lines(ui, all.cut_right(std::round(all.w * 0.42F)));
            all.cut_right(gap);
        }
        detail(ui, all);
    } else {
        Scroll scroll(ui, "debrief", window);
        const Rect c = scroll.content().inset(gap, 0);
        float y = scroll.content().y + gap;
        const auto part = [&](float high) {
            const Rect place{c.x, y, c.w, ui.px(high)};
            y += place.h + gap;
            return place;
        };
        const Rect place{c.x, y, c.w, score_high_};
        y += score_high_ + gap;
        score(ui, place);
        happened(ui, part(220));
        detail(ui, part(260));
        lines(ui, part(300));
        scroll.used(y - scroll.content().y);
    }
    keys(ui);
    return go_on;
}

}  // namespace shift311::desk
