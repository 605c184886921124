#include "sim/desk/call/conversation.hpp"

#include "sim/desk/call/channel_icon.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kTimeColumn = 52;

Tone mood_tone(const std::string& mood) {
    if (mood == "furious" || mood == "angry") return Tone::bad;
    if (mood == "annoyed" || mood == "uneasy") return Tone::careful;
    return Tone::good;
}

struct Bubble {
    Rect box;
    float below = 0;  ///< height of the line under the box
};

/// One line of the conversation at this height; returns the height used.
float bubble(Ui& ui, const shift::Utterance& said, float x, float y, float wide) {
    const Theme& t = ui.theme();
    const Font &font = ui.fonts().text, &tiny = ui.fonts().tiny;
    const bool mine = said.who == shift::Line::Who::trainee;
    const bool other_end = said.who == shift::Line::Who::target;
    const std::string words = said.hidden ? "Said, and faded. Ask the caller to repeat it." : said.text;
    const float pad = ui.px(12), time_wide = ui.px(kTimeColumn);
    const float most = (wide - time_wide) * 0.88F - 2 * pad;
    const auto lines = wrap(words, font, most);
    float text_wide = 0;
    for (const TextLine& line : lines)
        text_wide = std::max(text_wide, line.width);
    const float name_high = other_end ? tiny.line : 0;
    if (other_end) text_wide = std::max(text_wide, paint::width(tiny, said.speaker));
    const Rect box{mine ? x + wide - std::ceil(text_wide) - 2 * pad : x + time_wide, y, std::ceil(text_wide) + 2 * pad,
                   static_cast<float>(lines.size()) * font.line + ui.px(14) + name_high};

    const std::string time = time_text(said.at);
    paint::text(ui, {x, y + ui.px(7), time_wide, font.line}, ui.fonts().mono_small, t.dim, time);
    const Color ground = mine ? t.selected : other_end ? t.accent_ground : t.raised;
    paint::fill(ui, box, ground, ui.px(measure::kCardCorner));
    if (said.hidden) paint::outline(ui, box, t.line, ui.px(measure::kCardCorner));
    float top = box.y + ui.px(7);
    if (other_end) {
        paint::text(ui, {box.x + pad, top, box.w, tiny.line}, tiny, t.accent, said.speaker);
        top += tiny.line;
    }
    for (const TextLine& line : lines) {
        paint::text_at(ui, box.x + pad, top + (font.line - font.size) / 2, font, said.hidden ? t.dim : t.text,
                       std::string_view(words).substr(line.begin, line.end - line.begin));
        top += font.line;
    }
    ui.note(Role::text, said.speaker + ", " + time, box, words);

    float used = box.h;
    if (!said.heard_as.empty()) {
        const bool lost = said.heard_as.rfind("not understood", 0) == 0;
        const auto under = wrap(said.heard_as, tiny, wide - time_wide);
        for (const TextLine& line : under) {
            const std::string_view part = std::string_view(said.heard_as).substr(line.begin, line.end - line.begin);
            paint::text(ui, {x + time_wide, y + used + ui.px(3), wide - time_wide, tiny.line}, tiny,
                        lost ? t.careful : t.dim, part, paint::Align::right);
            used += tiny.line;
        }
        ui.note(Role::text, said.heard_as, {x + time_wide, y + box.h + ui.px(3), wide - time_wide, used - box.h});
        used += ui.px(3);
    }
    return used;
}

}  // namespace

void Conversation::head(Ui& ui, const Seat& seat, const Rect& rect) const {
    const shift::Screen& s = seat.screen();
    const Theme& t = ui.theme();
    Rect inside = rect.inset(ui.px(16), 0);
    const float round = ui.px(40);
    const Rect face = inside.cut_left(round);
    if (rect.w > ui.px(300)) {
        const Rect disc{face.x, rect.middle() - round / 2, round, round};
        paint::fill(ui, disc, t.selected, round / 2);
        draw_icon(ui, channel_icon(s.channel), disc, ui.px(18), t.text);
        inside.cut_left(ui.px(12));
    }
    const std::string time = time_text(s.timer);
    const Font& big = ui.fonts().mono_big;
    label(ui, inside.cut_right(paint::width(big, time)), big, Tone::plain, time, paint::Align::right, "Time");
    inside.cut_right(ui.px(12));
    if (!s.mood.empty()) {
        const Badge mood{.text = s.mood, .tone = mood_tone(s.mood), .what = "Mood"};
        const float wide = badge_width(ui, mood);
        if (wide + ui.px(120) < inside.w) {
            badge(ui, inside.cut_right(wide).x, rect.middle(), mood);
            inside.cut_right(ui.px(12));
        }
    }
    const std::string name = s.written && !s.subject.empty() ? s.subject : s.speaker_name;
    const Font &strong = ui.fonts().strong, &small = ui.fonts().small;
    const float top = rect.middle() - (strong.line + small.line) / 2;
    const std::string& city = seat.floor().city.name;
    const std::string from = s.from.empty() ? city : s.from + " \u00b7 " + city;
    label(ui, {inside.x, top, inside.w, strong.line}, strong, Tone::plain, name);
    label(ui, {inside.x, top + strong.line, inside.w, small.line}, small, Tone::dim, from, paint::Align::left, "From");
}

void Conversation::transcript(Ui& ui, const Seat& seat, const Rect& rect) {
    const shift::Screen& s = seat.screen();
    Scroll scroll(ui, "transcript " + std::to_string(s.active), rect, true);
    // Who has read further up and then speaks wants to see what comes of it.
    const auto mine = static_cast<std::size_t>(
        std::count_if(s.conversation.begin(), s.conversation.end(),
                      [](const shift::Utterance& said) { return said.who == shift::Line::Who::trainee; }));
    if (s.active == spoke_on_ && mine > spoken_) scroll.to_end();
    spoke_on_ = s.active;
    spoken_ = mine;
    const Rect c = scroll.content();
    float y = c.y + ui.px(12);
    const float wide = c.w - ui.px(32);
    for (const shift::Utterance& said : s.conversation) {
        if (said.text.empty() && !said.hidden) continue;
        y += bubble(ui, said, c.x + ui.px(16), y, wide) + ui.px(12);
    }
    if (!s.mood_trace.empty())
        y += paragraph(ui, c.x + ui.px(16 + kTimeColumn), y, wide - ui.px(kTimeColumn), ui.fonts().tiny, Tone::dim,
                       s.mood_trace) +
             ui.px(8);
    scroll.used(y - c.y);
    // In a long text these keys move through the text.
    if (ui.typing() && !ui.has_focus("Say")) return;
    if (ui.pressed(chord(Key::page_up))) scroll.by(-rect.h * 0.8F);
    if (ui.pressed(chord(Key::page_down))) scroll.by(rect.h * 0.8F);
}

void Conversation::message(Ui& ui, Seat& seat, Rect rect) {
    const shift::Screen& s = seat.screen();
    const bool open = s.stage == shift::Stage::talking;
    Rect below = rect.cut_bottom(std::min(rect.h * 0.5F, ui.px(280))).inset(ui.px(12));
    {
        Scroll scroll(ui, "message " + std::to_string(s.active), rect);
        const Rect c = scroll.content();
        float y = c.y + ui.px(16);
        y += paragraph(ui, c.x + ui.px(16), y, c.w - ui.px(32), ui.fonts().text, Tone::plain, s.body);
        scroll.used(y + ui.px(16) - c.y);
    }
    if (s.stage == shift::Stage::wrap_up) {
        wrap_.show(ui, seat, below);
        return;
    }
    Rect foot = below.cut_bottom(ui.px(measure::kButton));
    below.cut_bottom(ui.px(8));
    const bool writing = ui.has_focus("Reply");
    ui.push_scope("contact " + std::to_string(s.active));
    const FieldTouch reply =
        text_area(ui, below,
                  {.label = "Reply",
                   .value = seat.form().reply,
                   .hint = "Write the reply here. It is judged as writing, and typed as you would.",
                   .enabled = open});
    ui.pop_scope();
    if (reply.edit) {
        const Edit& e = *reply.edit;
        seat.act(ui, shift::Edit{"reply", e.value, e.inserted, e.insert_keys, e.erase_keys, e.pasted});
    }
    // Ctrl+Enter sends what the hands are at: the reply while it is being written, else the request.
    const Button send{.label = "Send reply",
                      .kind = ButtonKind::primary,
                      .chord = writing ? std::optional(ctrl(Key::enter)) : std::nullopt,
                      .enabled = s.reply.enabled};
    const float wide = button_width(ui, {.label = "Send reply", .chord = ctrl(Key::enter)});
    if (button(ui, foot.cut_left(std::min(wide, foot.w)), send)) seat.reply(ui);
    foot.cut_left(ui.px(12));
    if (!s.reply.enabled && !s.reply.why_not.empty()) label(ui, foot, ui.fonts().small, Tone::dim, s.reply.why_not);
}

void Conversation::empty(Ui& ui, Seat& seat, const Rect& rect) const {
    const shift::Screen& s = seat.screen();
    const Theme& t = ui.theme();
    const float middle = rect.y + rect.h * 0.42F;
    const bool waiting = s.waiting > 0;
    draw_icon(ui, waiting ? Icon::phone : Icon::clock, {rect.x, middle - ui.px(60), rect.w, ui.px(40)}, ui.px(32),
              waiting ? t.accent : t.faint);
    const Rect line{rect.x + ui.px(24), middle, rect.w - ui.px(48), ui.fonts().title.line};
    const std::string head = waiting ? s.ringing ? "The phone is ringing" : "Somebody is waiting" : "You are available";
    label(ui, line, ui.fonts().title, Tone::plain, head, paint::Align::center);
    const Rect under{line.x, line.bottom() + ui.px(4), line.w, ui.fonts().text.line};
    label(ui, under, ui.fonts().text, Tone::dim,
          waiting ? "Press F1 to take whoever has waited longest." : "The next contact will appear by itself.",
          paint::Align::center);
}

void Conversation::show(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::Screen& s = seat.screen();
    card(ui, rect);
    if (s.active == 0) {
        empty(ui, seat, rect);
        return;
    }
    Rect body = rect;
    const bool low = rect.h < ui.px(260);
    line_.low(low);
    if (!low) {
        const Rect top = body.cut_top(ui.px(body.h > ui.px(400) ? 72 : 52));
        head(ui, seat, top);
        paint::rule_below(ui, top, ui.theme().line);
    }
    body = body.inset(1);
    if (!s.phone_status.empty() && !(low && s.stage == shift::Stage::wrap_up)) {
        const float wide = body.w - ui.px(24 + 32);
        const float high = paragraph_height(ui.fonts().text, wide, s.phone_status) + ui.px(16);
        const Rect box = body.cut_top(high + ui.px(18)).inset(ui.px(12), 0).moved(0, ui.px(10));
        const Rect tight{box.x, box.y, box.w, high};
        const bool urgent = s.stage == shift::Stage::connected || s.stage == shift::Stage::transferring;
        notice(ui, tight, urgent ? Tone::accent : Tone::careful);
        paragraph(ui, tight.x + ui.px(16), tight.y + ui.px(8), wide, ui.fonts().text, Tone::plain, s.phone_status);
    }
    if (s.written) {
        Scroll all(ui, "written " + std::to_string(s.active), body);
        message(ui, seat, all.at_least(ui.px(360)));
        return;
    }
    if (s.stage == shift::Stage::wrap_up && low) {
        Scroll all(ui, "wrap-up", body);
        wrap_.show(ui, seat, all.at_least(wrap_.height(ui, body.w - ui.px(40)) + ui.px(24)).inset(ui.px(12)));
        return;
    }
    if (s.stage == shift::Stage::wrap_up) {
        const Rect below = body.cut_bottom(std::min(body.h * 0.7F, wrap_.height(ui, body.w - ui.px(24)) + ui.px(24)));
        transcript(ui, seat, body);
        wrap_.show(ui, seat, below.inset(ui.px(12)));
        return;
    }
    const float line = std::min(body.h * 0.75F, line_.height(ui, seat, body.w - ui.px(24)) + ui.px(24));
    const Rect below = body.cut_bottom(line);
    transcript(ui, seat, body);
    line_.show(ui, seat, below.inset(ui.px(12)));
}

}  // namespace shift311::desk
