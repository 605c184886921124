// The fields of the request form: text with what the desk knows about it, and lists to choose from.
#include "sim/desk/call/request_form.hpp"
#include "sim/desk/controls/checks.hpp"
#include "sim/desk/controls/chips.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/popup.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr float kGap = 10;

/// The keys of a list value: "bags, tires".
std::vector<std::string> parts(const std::string& value) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find_first_of(",;", at), value.size());
        std::string one = value.substr(at, end - at);
        while (!one.empty() && one.front() == ' ')
            one.erase(one.begin());
        while (!one.empty() && one.back() == ' ')
            one.pop_back();
        if (!one.empty()) out.push_back(std::move(one));
        at = end + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& keys) {
    std::string out;
    for (const std::string& key : keys)
        out += (out.empty() ? "" : ", ") + key;
    return out;
}

std::vector<std::string> names(const shift::FieldView& field) {
    std::vector<std::string> out;
    for (const shift::Choice& choice : field.choices)
        out.push_back(choice.name);
    return out;
}

std::optional<std::size_t> chosen(const shift::FieldView& field) {
    for (std::size_t i = 0; i < field.choices.size(); ++i)
        if (field.choices[i].key == field.value || field.choices[i].name == field.value) return i;
    return std::nullopt;
}

bool as_chips(const Ui& ui, float wide, const shift::FieldView& field) {
    const auto places = chip_places(ui, wide, names(field));
    return !places.empty() && places.back().bottom() <= ui.px(2 * measure::kField + 8);
}

bool is_phone(const shift::FieldView& field) {
    return field.code == "callback" || field.code == "phone";
}

shift::Edit edit_of(const std::string& field, const Edit& e) {
    return {field, e.value, e.inserted, e.insert_keys, e.erase_keys, e.pasted};
}

TextField line_of(const shift::FieldView& field, bool enabled) {
    const bool good = field.check == shift::FieldView::Check::good;
    const bool careful = field.check == shift::FieldView::Check::careful;
    return {.label = field.label,
            .value = field.value,
            .hint = field.hint,
            .remark = field.says,
            .remark_tone = good      ? Tone::good
                           : careful ? Tone::careful
                                     : Tone::dim,
            .remark_icon = good      ? Icon::check
                           : careful ? Icon::warning
                                     : Icon::none,
            .mono = is_phone(field),
            .enabled = enabled};
}

/// A value taken from a list is not typed.
shift::Edit taken(const std::string& field, const std::string& value) {
    return {field, value, value, 0, 0, true};
}

}  // namespace

void RequestForm::text(Ui& ui, Seat& seat, const Rect& place, const shift::FieldView& field) {
    const bool open = seat.form().can_edit;
    if (field.long_text) {
        const FieldTouch touch =
            text_area(ui, place, {.label = field.label, .value = field.value, .hint = field.hint, .enabled = open});
        if (touch.edit) seat.act(ui, edit_of(field.code, *touch.edit));
        return;
    }
    const bool focused = ui.has_focus(field.label);
    // While the suggestions are open, the keys that choose among them are theirs.
    const bool offering =
        focused && !field.suggestions.empty() && !field.value.empty() && open && dismissed_ != field.value;
    if (offering && suggesting_ != field.code) {
        suggesting_ = field.code;
        suggestion_.reset();
    }
    std::optional<std::size_t> take;
    if (offering) {
        const std::size_t last = field.suggestions.size() - 1;
        if (ui.pressed(chord(Key::down))) suggestion_ = suggestion_ ? std::min(*suggestion_ + 1, last) : 0;
        if (ui.pressed(chord(Key::up)) && suggestion_)
            suggestion_ = *suggestion_ == 0 ? std::nullopt : std::make_optional(*suggestion_ - 1);
        if (suggestion_ && ui.leaving()) take = std::min(*suggestion_, last);
        if (ui.pressed(chord(Key::escape))) dismissed_ = field.value;
    } else if (suggesting_ == field.code) {
        suggesting_.clear();
        suggestion_.reset();
    }
    const FieldTouch touch = text_field(ui, place, line_of(field, open));
    if (touch.edit) {
        suggestion_.reset();
        seat.act(ui, edit_of(field.code, *touch.edit));
        return;
    }
    if (!offering) return;
    if (touch.submitted && suggestion_) take = suggestion_;
    std::vector<PopupItem> items;
    for (const std::string& s : field.suggestions)
        items.push_back({s, "", {}});
    if (const auto clicked = popup_list(ui, place, field.label, items, suggestion_)) take = clicked;
    if (take && *take < field.suggestions.size()) {
        const std::string value = field.suggestions[*take];
        dismissed_ = value;
        seat.act(ui, taken(field.code, value));
    }
}

void RequestForm::list(Ui& ui, Seat& seat, const Rect& place, const shift::FieldView& field) {
    const bool open = seat.form().can_edit;
    if (field.several) {
        std::vector<std::string> keys = parts(field.value);
        Checks spec{.label = field.label, .options = names(field), .on = {}, .enabled = open};
        for (const shift::Choice& choice : field.choices)
            spec.on.push_back(std::find(keys.begin(), keys.end(), choice.key) != keys.end());
        if (const auto switched = checks(ui, place, spec)) {
            std::vector<std::string> now;
            for (std::size_t i = 0; i < field.choices.size(); ++i)
                if (spec.on[i] != (i == *switched)) now.push_back(field.choices[i].key);
            seat.act(ui, taken(field.code, joined(now)));
        }
        return;
    }
    if (as_chips(ui, place.w, field)) {
        const Choice spec{.label = field.label, .options = names(field), .chosen = chosen(field), .enabled = open};
        if (const auto picked = choice(ui, place, spec)) seat.act(ui, taken(field.code, field.choices[*picked].key));
        return;
    }
    std::vector<PickerOption> options;
    for (const shift::Choice& choice : field.choices)
        options.push_back({choice.name, "", ""});
    if (const auto picked = picker(
            ui, place,
            {.label = field.label, .options = &options, .chosen = chosen(field), .hint = field.hint, .enabled = open},
            pickers_[field.code]))
        seat.act(ui, taken(field.code, field.choices[*picked].key));
}

void RequestForm::field(Ui& ui, Seat& seat, const Columns& c, float& y, const shift::FieldView& field) {
    const Theme& t = ui.theme();
    const float line = ui.px(measure::kField);
    const std::string& name = field.label;
    if (c.name > 0) {
        Rect place{c.x - c.name, y, c.name - ui.px(14), line};
        if (field.required && field.value.empty()) {
            const Rect dot = place.cut_right(ui.px(8));
            place.cut_right(ui.px(5));
            ui.draw().AddCircleFilled(ImVec2(dot.x + dot.w / 2, dot.middle()), ui.px(2.5F), packed(t.accent));
        }
        paint::text(ui, place, ui.fonts().text, t.dim, name, paint::Align::right);
    } else {
        paint::text(ui, {c.x, y, c.wide, ui.fonts().small.line}, ui.fonts().small, t.dim, name);
        y += ui.fonts().small.line + ui.px(2);
    }
    float high = line;
    if (field.long_text) {
        high = ui.px(84);
    } else if (field.several) {
        high = checks_height(ui, c.wide, {.label = field.label, .options = names(field), .on = {}});
    } else if (!field.choices.empty() && as_chips(ui, c.wide, field)) {
        high = choice_height(ui, c.wide, {.label = field.label, .options = names(field), .chosen = {}});
    }
    const Rect place{c.x, y, c.wide, high};
    if (field.choices.empty()) {
        text(ui, seat, place, field);
        // What is right or wrong with it is told in any case: behind the value, or below it.
        if (!field.long_text && field.check != shift::FieldView::Check::none)
            high += remark_below(ui, place, line_of(field, seat.form().can_edit));
    } else {
        list(ui, seat, place, field);
        // What to ask stands beside the chips if there is room, since a chip has no place for it.
        const float used = as_chips(ui, c.wide, field) || field.several
                               ? chip_places(ui, c.wide, names(field), field.several ? ui.px(24) : 0).back().right()
                               : c.wide;
        const float hint = paint::width(ui.fonts().small, field.hint);
        if (!field.hint.empty() && field.value.empty() && used + hint + ui.px(14) < c.wide)
            label(ui, {c.x + used + ui.px(14), y + high - line, hint, line}, ui.fonts().small, Tone::faint, field.hint);
    }
    y += high + ui.px(kGap);
}

}  // namespace shift311::desk
