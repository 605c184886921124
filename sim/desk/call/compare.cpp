#include "sim/desk/call/compare.hpp"

#include "sim/desk/call/look_up.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

std::string value_of(const shift::FormView& form, const std::string& code) {
    for (const shift::FieldView& field : form.fields)
        if (field.code == code) return field.value;
    return {};
}

/// One column of the comparison.
void column(Ui& ui, const Rect& rect, std::string_view head,
            const std::vector<std::pair<std::string, std::string>>& facts) {
    paint::fill(ui, rect, ui.theme().raised, ui.px(measure::kCardCorner));
    const Rect inside = rect.inset(ui.px(14), ui.px(12));
    heading(ui, {inside.x, inside.y, inside.w, ui.px(20)}, head);
    float y = inside.y + ui.px(28);
    for (const auto& [name, value] : facts) {
        paint::text(ui, {inside.x, y, inside.w, ui.fonts().tiny.line}, ui.fonts().tiny, ui.theme().dim, name);
        y += ui.fonts().tiny.line;
        const std::string shown = value.empty() ? "\u2013" : value;
        y += paragraph(ui, inside.x, y, inside.w, ui.fonts().text, value.empty() ? Tone::dim : Tone::plain, shown) +
             ui.px(8);
    }
}

}  // namespace

void look_near(Ui& ui, Seat& seat) {
    if (seat.screen().active == 0) return;
    const std::string place = value_of(seat.form(), "location");
    if (place.empty()) {
        seat.tell(ui, "Write the location into the form first; then what is on file there can be found.",
                  Tone::careful);
        seat.open(ui, Side::request, seat.form().service.empty() ? "Service" : "Location");
        return;
    }
    if (seat.act(ui, shift::LookUp{journal::Catalog::near, place, seat.run().find_near()}))
        seat.open(ui, Side::compare);
}

void CompareView::show(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::FormView& form = seat.form();
    Scroll all(ui, "compare", rect);
    Rect body = all.at_least(ui.px(form.near.empty() ? 120 : 500)).inset(ui.px(16), ui.px(12));
    if (contact_ != seat.screen().active) {
        contact_ = seat.screen().active;
        open_.clear();
    }
    if (!ui.typing() && ui.pressed(chord(Key::escape))) {
        seat.open(ui, Side::request);
        return;
    }
    title(ui, body.cut_top(ui.px(32)), "Is it the same thing?");
    if (form.near.empty()) {
        paragraph(ui, body.x, body.y + ui.px(8), body.w, ui.fonts().text, Tone::dim,
                  "Nothing is on file at or near the place in the form.");
        const Button back{.label = "Back to the form", .chord = chord(Key::escape)};
        if (button(ui, {body.x, body.y + ui.px(48), button_width(ui, back), ui.px(measure::kButton)}, back))
            seat.open(ui, Side::request);
        return;
    }
    const auto known = [&](const std::string& reference) {
        return std::any_of(form.near.begin(), form.near.end(), [&](const auto& n) { return n.reference == reference; });
    };
    if (!known(open_)) {
        open_ = form.near.front().reference;
        seat.act(ui, shift::Open{journal::Catalog::requests, open_});
        if (!ui.typing()) ui.focus("Request " + open_);
    }
    const float line = ui.px(52);
    const float list = std::min(line * static_cast<float>(form.near.size()), body.h * 0.34F);
    Rect rows = body.cut_top(list);
    {
        Scroll scroll(ui, "near", rows);
        const Rect c = scroll.content();
        float y = c.y;
        ui.begin_group("near");
        for (const shift::NearRow& near : form.near) {
            const std::string name = "Request " + near.reference, second = near.address + " \u00b7 " + near.age;
            const Row spec{.title = near.service,
                           .second = second,
                           .right = near.reference,
                           .icon = near.same_service ? Icon::warning : Icon::request,
                           .icon_tone = near.same_service ? Tone::careful : Tone::dim,
                           .selected = near.reference == open_,
                           .label = name};
            const RowTouch touch = row(ui, {c.x, y, c.w, line}, spec);
            y += line;
            if ((touch.clicked || touch.moved) && near.reference != open_) {
                open_ = near.reference;
                seat.act(ui, shift::Open{journal::Catalog::requests, open_});
            }
        }
        ui.end_group();
        scroll.used(y - c.y);
    }
    body.cut_top(ui.px(12));
    Rect foot = body.cut_bottom(ui.px(measure::kButton));
    body.cut_bottom(ui.px(12));
    const auto request = shift::request_view(seat.floor(), seat.state(), open_);
    if (request) {
        const Rect left = body.cut_left((body.w - ui.px(12)) / 2);
        body.cut_left(ui.px(12));
        column(ui, left, "This caller",
               {{"Service", form.service_name},
                {"Where", value_of(form, "location")},
                {"Cross street", value_of(form, "cross_street")},
                {"What", value_of(form, "narrative")}});
        column(ui, body, "On file " + open_,
               {{"Service", request->row.service},
                {"Where", request->row.address},
                {"Opened", request->opened + ", " + request->row.age},
                {"What", request->row.description},
                {"Expected", request->expected}});
    }
    const Button add{.label = "Same: add the caller",
                     .kind = ButtonKind::primary,
                     .chord = ctrl(Key::enter),
                     .enabled = request && request->row.status == "open"};
    const Button back{.label = "Not the same", .chord = chord(Key::escape)};
    if (button(ui, foot.cut_left(std::min(foot.w, button_width(ui, add))), add) &&
        seat.act(ui, shift::ChangeRequest{open_, "added"})) {
        seat.tell(ui, "The caller was added to " + open_ + ". Give the number.", Tone::good, 10'000);
        seat.open(ui, Side::request, "Say");
        return;
    }
    foot.cut_left(ui.px(8));
    if (button(ui, foot.cut_left(std::min(foot.w, button_width(ui, back))), back)) seat.open(ui, Side::request);
}

}  // namespace shift311::desk
