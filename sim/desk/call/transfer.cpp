#include "sim/desk/call/transfer.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <vector>

namespace shift311::desk {

void TransferView::forget() {
    query_.clear();
    target_.clear();
    how_.reset();
}

void TransferView::show(Ui& ui, Seat& seat, const Rect& rect) {
    if (contact_ != seat.screen().active) {
        contact_ = seat.screen().active;
        forget();
    }
    const bool back = ui.typing() ? false : ui.pressed(chord(Key::escape));
    Scroll all(ui, "transfer", rect);
    Rect body = all.at_least(ui.px(430)).inset(ui.px(16), ui.px(12));
    Rect foot = body.cut_bottom(ui.px(measure::kButton));
    body.cut_bottom(ui.px(12));
    const std::string about =
        "Warm: you stay on the line until they answer and tell them what they need. Cold: the caller is gone at once.";
    const float about_high = paragraph_height(ui.fonts().small, body.w, about);
    Rect how = body.cut_bottom(ui.px(28 + measure::kField + 8) + about_high);
    body.cut_bottom(ui.px(8));

    title(ui, body.cut_top(ui.px(32)), "Transfer");
    body.cut_top(ui.px(4));
    const FieldTouch field = text_field(ui, body.cut_top(ui.px(measure::kField)),
                                        {.label = "Transfer to",
                                         .value = query_,
                                         .hint = "Department, agency, or what they handle",
                                         .icon = Icon::search,
                                         .most = 80});
    if (field.edit) query_ = field.edit->value;
    body.cut_top(ui.px(8));

    const city::City& city = seat.floor().city;
    std::vector<std::string> found = seat.run().find_destinations(query_);
    if (query_.empty()) {
        // Emergencies first: seconds count there.
        for (const bool emergency : {true, false})
            for (const city::Destination& entry : city.directory)
                if (entry.emergency == emergency) found.push_back(entry.id);
    }
    // Only what is in sight can be the choice.
    if (std::find(found.begin(), found.end(), target_) == found.end()) target_.clear();
    const auto choose = [&](const std::string& id) { target_ = id; };
    if (field.submitted && !found.empty()) {
        choose(found.front());
        ui.focus(how_ ? "Transfer now" : "How: Warm");
    }
    if (field.focused && !found.empty() && ui.pressed(chord(Key::down))) {
        const city::Destination* first = city::find_destination(city, found.front());
        if (first != nullptr) ui.focus(first->name);
    }
    paint::outline(ui, body, ui.theme().line, ui.px(measure::kControlCorner));
    {
        Scroll scroll(ui, "targets", body.inset(1));
        const Rect c = scroll.content();
        float y = c.y;
        ui.begin_group("targets");
        for (const std::string& id : found) {
            const city::Destination* entry = city::find_destination(city, id);
            if (entry == nullptr) continue;
            const Row line{.title = entry->name,
                           .second = entry->handles,
                           .right = entry->number,
                           .right_tone = Tone::dim,
                           .icon = entry->emergency ? Icon::warning : Icon::none,
                           .icon_tone = Tone::bad,
                           .selected = id == target_,
                           .wrap_title = true,
                           .wrap_second = true};
            const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
            y += place.h;
            const RowTouch touch = row(ui, place, line);
            if (touch.clicked || touch.moved) choose(id);
        }
        ui.end_group();
        if (found.empty())
            y += paragraph(ui, c.x + ui.px(16), y + ui.px(12), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                           "Nobody in the directory fits. Try what they handle.") +
                 ui.px(24);
        scroll.used(y - c.y);
    }

    heading(ui, how.cut_top(ui.px(28)), "How?");
    if (const auto chosen = choice(ui, how.cut_top(ui.px(measure::kField)),
                                   {.label = "How", .options = {"Warm", "Cold"}, .chosen = how_}))
        how_ = *chosen;
    how.cut_top(ui.px(8));
    paragraph(ui, how.x, how.y, how.w, ui.fonts().small, Tone::dim, about);

    const bool ready = !target_.empty() && how_.has_value() && seat.screen().transfer.enabled;
    const Button go{.label = "Transfer now", .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = ready};
    const Button stay{.label = "Do not transfer", .chord = chord(Key::escape)};
    if (button(ui, foot.cut_left(button_width(ui, go)), go) && ready &&
        seat.act(ui, shift::Transfer{target_, *how_ == 0})) {
        forget();
        seat.open(ui, Side::request, seat.screen().written ? "" : "Say");
        return;
    }
    if (!ready && ui.pressed(*go.chord)) {
        const shift::ActView& can = seat.screen().transfer;
        seat.tell(ui,
                  !can.enabled      ? can.why_not
                  : target_.empty() ? "Choose whom to transfer to first."
                                    : "Choose first how: warm or cold.",
                  Tone::careful);
        if (can.enabled) ui.focus(target_.empty() ? "Transfer to" : "How: Warm");
    }
    foot.cut_left(ui.px(8));
    if (button(ui, foot.cut_left(button_width(ui, stay)), stay) || back) seat.open(ui, Side::request);
}

}  // namespace shift311::desk
