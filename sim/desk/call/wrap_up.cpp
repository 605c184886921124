#include "sim/desk/call/wrap_up.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/text.hpp"

#include <array>
#include <string>

namespace shift311::desk {

namespace {

struct Outcome {
    const char* id;
    const char* shown;
};
constexpr std::array kOutcomes{Outcome{"file", "Request filed"}, Outcome{"add_to_existing", "Added to a request"},
                               Outcome{"inform", "Information given"}, Outcome{"transfer", "Transferred"},
                               Outcome{"end", "Ended without action"}};

Choice choice_of(std::optional<std::size_t> chosen) {
    Choice choice{.label = "Outcome", .options = {}, .chosen = chosen};
    for (const Outcome& outcome : kOutcomes)
        choice.options.emplace_back(outcome.shown);
    return choice;
}

}  // namespace

float WrapUp::height(Ui& ui, float wide) const {
    return ui.px(28) + choice_height(ui, wide, choice_of(chosen_)) + ui.px(12 + measure::kButton);
}

void WrapUp::show(Ui& ui, Seat& seat, Rect rect) {
    if (contact_ != seat.screen().active) {
        contact_ = seat.screen().active;
        chosen_.reset();
        // The keys go on to where the work is: choosing how it came out.
        // A reply that was sent is no field to type in any more.
        if (!ui.typing() || ui.has_focus("Reply")) ui.focus("Outcome: Request filed");
    }
    heading(ui, rect.cut_top(ui.px(28)), "How did this contact come out?");
    const Choice outcomes = choice_of(chosen_);
    const float high = choice_height(ui, rect.w, outcomes);
    if (const auto chosen = choice(ui, rect.cut_top(high), outcomes)) chosen_ = *chosen;
    rect.cut_top(ui.px(12));
    Rect foot = rect.cut_top(ui.px(measure::kButton));
    const Button finish{.label = "Finish contact",
                        .kind = ButtonKind::primary,
                        .chord = chord(Key::f4),
                        .enabled = chosen_.has_value()};
    const bool pressed = button(ui, foot.cut_left(button_width(ui, finish)), finish);
    foot.cut_left(ui.px(12));
    if (!chosen_) {
        label(ui, foot, ui.fonts().small, Tone::dim, "Arrow keys and Space choose.");
        if (ui.pressed(chord(Key::f4))) seat.tell(ui, "Choose how the contact came out first.", Tone::careful);
    }
    if (pressed && chosen_) seat.act(ui, shift::Wrap{kOutcomes[*chosen_].id});
}

}  // namespace shift311::desk
