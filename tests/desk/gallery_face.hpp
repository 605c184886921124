// Every control on one screen: for the tests, and for the eye.
#pragma once

#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/progress.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/tabs.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/face.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::support {

class GalleryFace : public desk::Face {
  public:
    std::string caller, address = "4208 SPRUCE ST", phone = "215-555-0142";
    std::string narrative =
        "Pothole in driving lane, took out caller\u2019s tire. Caller waits at the corner of Spruce and S 42nd and "
        "asks "
        "when somebody will come.";
    std::optional<std::size_t> lane = 0;
    std::size_t tab = 0, row = 0;
    bool dialog = false, held = false, done = false;
    int pressed = 0, filed = 0;
    std::vector<desk::Edit> edits;
    int submitted = 0;
    std::string ask_focus;  ///< label to be focused in the next frame

    void frame(desk::Ui& ui) override {
        using namespace desk;
        if (!ask_focus.empty()) {
            ui.focus(ask_focus);
            ask_focus.clear();
        }
        const Theme& t = ui.theme();
        Rect all = ui.window();
        bar(ui, all.cut_top(ui.px(measure::kTopBar)));
        Rect hints = all.cut_bottom(ui.px(measure::kBottomBar));
        paint::fill(ui, hints, t.panel);
        paint::rule_above(ui, hints, t.line);
        float x = ui.px(16);
        for (const auto& [cap, word] : {std::pair{"F1", "answer"}, {"F2", "hold"}, {"/", "say"}, {"Tab", "next field"}})
            x += key_hint(ui, x, hints.middle(), cap, word) + ui.px(20);

        all = all.inset(ui.px(8));
        const float column = std::min(ui.px(288), all.w * 0.24F);
        Rect left = all.cut_left(column);
        all.cut_left(ui.px(8));
        Rect middle = all.cut_left(all.w * 0.44F);
        all.cut_left(ui.px(8));
        contacts(ui, left);
        talk(ui, middle);
        form(ui, all);
        if (dialog) ask(ui);
        if (ui.pressed(chord(Key::f12))) ++pressed;
    }
    bool finished() const override { return done; }
    void close_asked() override { done = true; }

  private:
    void bar(desk::Ui& ui, const desk::Rect& all) {
        using namespace desk;
        paint::fill(ui, all, ui.theme().panel);
        paint::rule_below(ui, all, ui.theme().line);
        Rect r = all.inset(ui.px(16), 0);
        const float name = paint::width(ui.fonts().strong, "shift");
        paint::text(ui, r, ui.fonts().strong, ui.theme().text, "shift");
        paint::text_at(ui, r.x + name, r.middle() - ui.fonts().strong.size / 2, ui.fonts().strong, ui.theme().accent,
                       "311");
        r.cut_left(ui.px(82));
        r.cut_left(badge(ui, r.x, r.middle(), {.text = "PRACTICE", .tone = Tone::careful}) + ui.px(24));
        label(ui, r.cut_left(ui.px(140)), ui.fonts().text, Tone::plain, "Monday morning");
        label(ui, r.cut_left(ui.px(90)), ui.fonts().mono, Tone::plain, "08:14:32", paint::Align::left, "Clock");
        r.cut_right(badge(ui, r.right() - ui.px(110), r.middle(),
                          {.text = "On contact", .tone = Tone::good, .icon = Icon::dot, .what = "State"}));
    }

    void contacts(desk::Ui& ui, const desk::Rect& all) {
        using namespace desk;
        card(ui, all);
        Rect body = card_head(ui, all, "Contacts", "4");
        struct Line {
            const char *title, *second, *time;
            Icon icon;
            Tone tone;
        };
        static const Line kLines[] = {
            {"215-555-0142", "On the line", "1:12", Icon::phone, Tone::plain},
            {"267-555-0119", "Ringing", "0:42", Icon::phone, Tone::careful},
            {"Missed recycling, Tasker Street", "E-mail, reply started", "6:05", Icon::mail, Tone::plain},
            {"Counter: sidewalk permit", "Walk-in", "0:10", Icon::person, Tone::plain}};
        ui.begin_group("contacts");
        std::size_t i = 0;
        for (const Line& l : kLines) {
            const Row line{.title = l.title,
                           .second = l.second,
                           .right = l.time,
                           .right_tone = l.tone,
                           .icon = l.icon,
                           .selected = row == i,
                           .wrap_title = true};
            const auto touch = desk::row(ui, body.cut_top(row_height(ui, body.w, line)), line);
            if (touch.clicked || touch.moved) row = i;
            ++i;
        }
        ui.end_group();
        Rect phone_box = body.cut_bottom(ui.px(128)).inset(ui.px(12));
        const float half = (phone_box.w - ui.px(8)) / 2;
        Rect top = phone_box.cut_top(ui.px(measure::kButton));
        phone_box.cut_top(ui.px(8));
        if (button(ui, top.cut_left(half),
                   {.label = held ? "Resume" : "Hold", .chord = chord(Key::f2), .name = "hold", .on = held}))
            held = !held;
        top.cut_left(ui.px(8));
        if (button(ui, top, {.label = "Transfer", .chord = chord(Key::f3)})) dialog = true;
        Rect low = phone_box.cut_top(ui.px(measure::kButton));
        if (button(ui, low.cut_left(half), {.label = "Answer", .kind = ButtonKind::primary, .chord = chord(Key::f1)}))
            ++pressed;
        low.cut_left(ui.px(8));
        button(ui, low, {.label = "End", .kind = ButtonKind::danger, .chord = chord(Key::f4)});

        Rect icons = body.cut_bottom(ui.px(56)).inset(ui.px(12), ui.px(8));
        for (int k = 1; k <= static_cast<int>(Icon::dot); ++k) {
            const float s = ui.px(20);
            draw_icon(
                ui, static_cast<Icon>(k),
                {icons.x + static_cast<float>((k - 1) % 14) * s, icons.y + static_cast<float>((k - 1) / 14) * s, s, s},
                ui.px(16), ui.theme().dim);
        }
    }

    void talk(desk::Ui& ui, const desk::Rect& all) {
        using namespace desk;
        card(ui, all);
        Rect body = card_head(ui, all, "Conversation").inset(ui.px(16), ui.px(12));
        Rect bars = body.cut_bottom(ui.px(160));
        {
            Scroll scroll(ui, "talk", body, true);
            const Rect c = scroll.content();
            float y = c.y;
            for (int i = 0; i < 6; ++i) {
                const std::string said = i % 2 == 0
                                             ? "It\u2019s forty-two oh eight Spruce, right before the light."
                                             : "Is that Spruce Street, and what\u2019s the nearest cross street?";
                y += marked_paragraph(
                         ui, c.x, y, c.w, ui.fonts().text, Tone::plain, said,
                         i % 2 == 0 ? std::vector<Mark>{{7, 29, Mark::Kind::behind}} : std::vector<Mark>{}) +
                     ui.px(4);
                y += paragraph(ui, c.x, y, c.w, ui.fonts().tiny, Tone::dim, "heard as: ask cross street") + ui.px(12);
            }
            scroll.used(y - c.y);
        }
        struct Bar {
            const char* name;
            int part;
            Tone tone;
            const char* value;
        };
        for (const Bar& b : {Bar{"Referral", 1000, Tone::accent, "20/20"},
                             Bar{"Recording", 600, Tone::careful, "12/20"}, Bar{"Typing", 35, Tone::bad, "1/8"}}) {
            Rect line = bars.cut_top(ui.px(28));
            paint::text(ui, line.cut_left(ui.px(100)), ui.fonts().text, ui.theme().dim, b.name);
            label(ui, line.cut_right(ui.px(60)), ui.fonts().mono, Tone::plain, b.value, paint::Align::right,
                  std::string(b.name) + ", points");
            line.cut_right(ui.px(12));
            progress(ui, line, {.label = b.name, .part = b.part, .tone = b.tone, .value = b.value});
        }
        Rect box = bars.cut_top(ui.px(60));
        notice(ui, box, Tone::careful);
        label(ui, box.inset(ui.px(16), ui.px(8)).cut_top(ui.px(20)), ui.fonts().strong, Tone::careful,
              "2 open requests within a block");
    }

    void form(desk::Ui& ui, const desk::Rect& all) {
        using namespace desk;
        card(ui, all);
        Rect body = all;
        if (const auto chosen = tabs(ui, body.cut_top(ui.px(48)).inset(ui.px(8), 0),
                                     {{"Request", chord(Key::f5)},
                                      {"History", chord(Key::f6)},
                                      {"Knowledge", chord(Key::f8)},
                                      {"Directory", chord(Key::f9), false}},
                                     tab))
            tab = *chosen;
        body = body.inset(ui.px(16));
        const float names = ui.px(110);
        const auto named = [&](const char* name, float high) {
            Rect line = body.cut_top(high);
            body.cut_top(ui.px(10));
            const Rect place = line.cut_left(names);
            paint::text(ui, {place.x, place.y, place.w - ui.px(12), ui.px(measure::kField)}, ui.fonts().text,
                        ui.theme().dim, name, paint::Align::right);
            return line;
        };
        const auto take = [&](const FieldTouch& touch, std::string& value) {
            if (touch.edit) {
                edits.push_back(*touch.edit);
                value = touch.edit->value;
            }
            if (touch.submitted) ++submitted;
        };
        const float field = ui.px(measure::kField);
        take(text_field(ui, named("Location", field),
                        {.label = "Location",
                         .value = address,
                         .remark = "block 4200, city street",
                         .remark_tone = Tone::good,
                         .remark_icon = Icon::check}),
             address);
        take(text_field(ui, named("Caller", field),
                        {.label = "Caller", .value = caller, .hint = "name, or \u201cdeclined\u201d"}),
             caller);
        take(text_field(ui, named("Call back", field), {.label = "Call back", .value = phone, .mono = true}), phone);
        text_field(ui, named("Reference", field),
                   {.label = "Reference", .value = "17346520", .mono = true, .enabled = false});
        Choice lanes{.label = "Lane", .options = {"Driving", "Parking", "Bike", "Crosswalk"}, .chosen = lane};
        const Rect place = named("Lane", choice_height(ui, body.w - names, lanes));
        if (const auto chosen = choice(ui, place, lanes)) lane = chosen;
        take(text_area(ui, named("Narrative", ui.px(84)), {.label = "Narrative", .value = narrative}), narrative);
        Rect foot = body.cut_bottom(ui.px(measure::kButton));
        const Button file{.label = "File request", .kind = ButtonKind::primary, .chord = ctrl(Key::enter)};
        if (button(ui, foot.cut_left(button_width(ui, file)), file)) ++filed;
        foot.cut_left(ui.px(12));
        const Button off{.label = "Add to it", .chord = chord(Key::f7), .icon = Icon::plus, .enabled = false};
        button(ui, foot.cut_left(button_width(ui, off)), off);
        foot.cut_left(ui.px(12));
        const Button quiet{.label = "All keys", .kind = ButtonKind::quiet};
        if (button(ui, foot.cut_left(button_width(ui, quiet)), quiet)) dialog = true;
        if (!body.empty()) title(ui, body.cut_top(ui.px(32)), "Whose shift is it?");
        label(ui, body.cut_top(ui.px(32)), ui.fonts().mono_big, Tone::plain, "4208 SPRUCE", paint::Align::left, "Said");
        label(ui, body.cut_top(ui.px(56)), ui.fonts().huge, Tone::plain, "86", paint::Align::left, "Score");
    }

    void ask(desk::Ui& ui) {
        using namespace desk;
        Dialog box(ui, "Transfer the call", ui.px(520), ui.px(240));
        Rect c = box.content();
        c.cut_top(paragraph(ui, c.x, c.y, c.w, ui.fonts().text, Tone::dim,
                            "You stay on the line until 911 answers. Say the location first."));
        c.cut_top(ui.px(12));
        const FieldTouch who = text_field(ui, c.cut_top(ui.px(measure::kField)),
                                          {.label = "Transfer to", .value = target_, .icon = Icon::search});
        if (who.edit) target_ = who.edit->value;
        Rect foot = c.cut_bottom(ui.px(measure::kButton));
        const Button go{.label = "Transfer now", .kind = ButtonKind::primary};
        const Button stay{.label = "Stay", .chord = chord(Key::escape)};
        if (button(ui, foot.cut_right(button_width(ui, go)), go)) dialog = false, ++pressed;
        foot.cut_right(ui.px(8));
        if (button(ui, foot.cut_right(button_width(ui, stay)), stay) || box.dismissed()) dialog = false;
    }

    std::string target_;
};

}  // namespace shift311::support
