#include "sim/desk/call/request_form.hpp"

#include "sim/desk/call/compare.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr float kGap = 10;

shift::Edit edit_of(const std::string& field, const Edit& e) {
    return {field, e.value, e.inserted, e.insert_keys, e.erase_keys, e.pasted};
}

}  // namespace

std::string RequestForm::first_open(const Seat& seat) {
    if (seat.form().service.empty()) return "Service";
    for (const shift::FieldView& field : seat.form().fields) {
        if (!field.value.empty()) continue;
        if (field.choices.empty()) return field.label;
        return field.label + ": " + field.choices.front().name;
    }
    return seat.form().fields.empty() ? "Service" : seat.form().fields.front().label;
}

void RequestForm::service(Ui& ui, Seat& seat, const Columns& c, float& y) {
    const shift::FormView& form = seat.form();
    std::vector<PickerOption> options;
    std::optional<std::size_t> now;
    for (const city::Service& s : seat.floor().city.services) {
        if (s.code == form.service) now = options.size();
        std::string words;
        for (const std::string& word : s.keywords)
            words += word + " ";
        options.push_back({s.name, s.group, words});
    }
    const std::string due = form.service.empty()    ? ""
                            : form.due_rule.empty() ? form.department
                            : form.due.empty()      ? form.department + " \u00b7 " + form.due_rule
                                                    : form.department + " \u00b7 due in " + form.due_rule;
    if (c.name > 0)
        paint::text(ui, {c.x - c.name, y, c.name - ui.px(14), ui.px(measure::kField)}, ui.fonts().text, ui.theme().dim,
                    "Service", paint::Align::right);
    const Rect place{c.x, y, c.wide, ui.px(measure::kField)};
    const auto picked = picker(ui, place,
                               {.label = "Service",
                                .options = &options,
                                .chosen = now,
                                .hint = "What is it about? Type to find it",
                                .remark = due,
                                .remark_tone = form.due.empty() ? Tone::dim : Tone::careful,
                                .enabled = form.can_edit && seat.screen().active != 0},
                               pickers_["service"]);
    if (picked) {
        if (seat.act(ui, shift::ChooseService{seat.floor().city.services[*picked].code})) ui.focus("Location");
    }
    y += ui.px(measure::kField + kGap);
    // Which department and by when is what the caller asks: said below where there is no room beside the name.
    if (now && !ui.has_focus("Service"))
        y += remark_below(ui, place,
                          {.label = "Service",
                           .value = options[*now].name,
                           .remark = due,
                           .remark_tone = form.due.empty() ? Tone::dim : Tone::careful,
                           .trailing = Icon::chevron_down});
}

void RequestForm::notes(Ui& ui, Seat& seat, const Columns& c, float& y) {
    const float high = ui.px(64);
    if (c.name > 0) {
        Rect place{c.x - c.name, y, c.name - ui.px(14), ui.px(measure::kField)};
        paint::text(ui, place, ui.fonts().text, ui.theme().dim, "Notes", paint::Align::right);
        const float cap_wide = key_cap_width(ui, "F12");
        key_cap(ui, place.right() - cap_wide, y + ui.px(measure::kField) + ui.px(8), "F12");
    } else {
        paint::text(ui, {c.x, y, c.wide, ui.fonts().small.line}, ui.fonts().small, ui.theme().dim, "Notes");
        y += ui.fonts().small.line + ui.px(2);
    }
    const bool open = seat.screen().stage != shift::Stage::done && seat.screen().active != 0;
    const FieldTouch touch = text_area(ui, {c.x, y, c.wide, high},
                                       {.label = "Notes",
                                        .value = seat.form().notes,
                                        .hint = "For yourself and the next call taker",
                                        .enabled = open});
    if (touch.edit) seat.act(ui, edit_of("notes", *touch.edit));
    y += high + ui.px(kGap);
}

void RequestForm::near(Ui& ui, Seat& seat, const Rect& rect) {
    const auto& near = seat.form().near;
    notice(ui, rect, Tone::careful);
    Rect inside = rect.inset(ui.px(16), ui.px(8));
    const Button compare{.label = "Compare", .chord = chord(Key::f7)};
    const float wide = button_width(ui, compare);
    if (button(ui, Rect{inside.right() - wide, rect.middle() - ui.px(18), wide, ui.px(36)}, compare))
        look_near(ui, seat);
    inside.cut_right(wide + ui.px(12));
    const std::string head = near.size() == 1 ? "1 open request at or near this place"
                                              : std::to_string(near.size()) + " open requests at or near this place";
    label(ui, inside.cut_top(ui.fonts().strong.line), ui.fonts().strong, Tone::careful, head);
    const shift::NearRow& first = near.front();
    Rect line = inside.cut_top(ui.px(22));
    const float number = paint::width(ui.fonts().mono, first.reference);
    label(ui, line.cut_left(std::min(number, line.w)), ui.fonts().mono, Tone::plain, first.reference);
    line.cut_left(ui.px(10));
    label(ui, line, ui.fonts().text, Tone::dim, first.service + ", " + first.address + ", " + first.age);
}

void RequestForm::foot(Ui& ui, Seat& seat, Rect rect) {
    const shift::FormView& form = seat.form();
    paint::rule_above(ui, rect, ui.theme().line);
    Rect line = rect.inset(ui.px(16), 0);
    line = {line.x, rect.middle() - ui.px(measure::kButton) / 2, line.w, ui.px(measure::kButton)};
    if (!form.filed.empty()) {
        draw_icon(ui, Icon::check, line.cut_left(ui.px(20)), ui.px(18), ui.theme().good);
        line.cut_left(ui.px(8));
        const std::string filed = "Filed";
        label(ui, line.cut_left(paint::width(ui.fonts().strong, filed)), ui.fonts().strong, Tone::good, filed);
        line.cut_left(ui.px(12));
        const float number = paint::width(ui.fonts().mono_big, form.filed);
        label(ui, line.cut_left(std::min(number, line.w)), ui.fonts().mono_big, Tone::plain, form.filed,
              paint::Align::left, "Reference");
        line.cut_left(ui.px(16));
        label(ui, line, ui.fonts().text, Tone::dim, form.due.empty() ? form.due_rule : "due " + form.due,
              paint::Align::left, "Due");
        return;
    }
    const bool writing = ui.has_focus("Reply");
    const Button file{.label = "File request",
                      .kind = ButtonKind::primary,
                      .chord = writing ? std::nullopt : std::optional(ctrl(Key::enter)),
                      .enabled = seat.screen().file.enabled};
    const float wide = button_width(ui, {.label = "File request", .chord = ctrl(Key::enter)});
    if (button(ui, line.cut_left(wide), file)) {
        if (seat.act(ui, shift::File{})) {
            const shift::Contact* contact = shift::active_contact(seat.state());
            if (contact != nullptr)
                seat.tell(ui,
                          "Filed as " + contact->filed + ". Give the caller the number" +
                              (contact->due.empty() ? "." : " and the date."),
                          Tone::good, 10'000);
        }
    } else if (!seat.screen().file.enabled && !writing && ui.pressed(ctrl(Key::enter))) {
        seat.tell(ui, seat.screen().file.why_not, Tone::careful);
    }
    line.cut_left(ui.px(16));
    std::string missing;
    for (const std::string& field : form.missing)
        missing += (missing.empty() ? "" : ", ") + field;
    std::string says;
    if (form.service.empty()) {
        says = "The service decides what the form asks.";
    } else if (!missing.empty()) {
        says = "Still needed: " + missing;
    } else {
        says = form.due.empty() ? "No date can be given" : "Due " + form.due;
    }
    label(ui, line, ui.fonts().small, Tone::dim, says, paint::Align::left, "Filing");
}

void RequestForm::show(Ui& ui, Seat& seat, const Rect& rect) {
    const shift::FormView& form = seat.form();
    if (seat.screen().active == 0) {
        const float middle = rect.y + rect.h * 0.42F;
        draw_icon(ui, Icon::request, {rect.x, middle - ui.px(60), rect.w, ui.px(40)}, ui.px(32), ui.theme().faint);
        label(ui, {rect.x + ui.px(24), middle, rect.w - ui.px(48), ui.fonts().text.line}, ui.fonts().text, Tone::dim,
              "The request form opens with the next contact.", paint::Align::center);
        return;
    }
    Rect body = rect;
    foot(ui, seat, body.cut_bottom(ui.px(rect.h > ui.px(420) ? 64 : 52)));
    if (!form.near.empty() && form.filed.empty() && rect.h > ui.px(300)) {
        const Rect strip = body.cut_bottom(ui.px(60 + 12));
        near(ui, seat, Rect{strip.x + ui.px(16), strip.y, strip.w - ui.px(32), ui.px(60)});
    }
    Scroll scroll(ui, "form " + std::to_string(seat.screen().active), body);
    const Rect c = scroll.content();
    Columns columns;
    const bool beside = c.w >= ui.px(440);
    columns.name = beside ? ui.px(148) : 0;
    columns.x = c.x + ui.px(16) + columns.name;
    columns.wide = c.w - ui.px(32) - columns.name;
    float y = c.y + ui.px(14);
    ui.push_scope("contact " + std::to_string(seat.screen().active));
    service(ui, seat, columns, y);
    for (const shift::FieldView& f : form.fields)
        field(ui, seat, columns, y, f);
    if (form.service.empty()) {
        const std::string about = "Choose the service first; the form then shows what it asks.";
        y += paragraph(ui, columns.x, y, columns.wide, ui.fonts().small, Tone::dim, about) + ui.px(12);
    }
    notes(ui, seat, columns, y);
    ui.pop_scope();
    scroll.used(y - c.y);
}

}  // namespace shift311::desk
