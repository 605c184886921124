#include "sim/desk/office/rating_form.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/debrief/story.hpp"
#include "sim/desk/office/scale.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr float kTwoColumns = 760;

}  // namespace

float RatingForm::mark(Ui& ui, float x, float y, float wide, const std::string& word) {
    standing::Mark& mark = report_.marks[word];
    const std::string name = competency_label(word);
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    const float top = y;
    Rect head{x, y, wide, font.line + ui.px(4)};
    const bool wants = wants_comment(mark);
    const bool open = wants || !mark.comment.empty() || commented_.count(word) > 0;
    if (!open && mark.kind != standing::Mark::Kind::not_observed) {
        const std::string full = "Comment on " + name;
        const Button more{.label = full, .kind = ButtonKind::quiet, .shown = "+ comment"};
        if (button(ui, head.cut_right(button_width(ui, more)), more)) {
            commented_.insert(word);
            wanted_ = full + ", words";
        }
    }
    std::string words = mark_words(mark);
    if (mark.suggested > 0 && mark.value != mark.suggested)
        words += "; evidence suggests " + std::to_string(mark.suggested) +
                 (mark.evidence.empty() ? "" : " (" + mark.evidence + ")");
    paint::text(ui, head.cut_left(std::min(ui.px(96), head.w * 0.4F)), font, ui.theme().text, name);
    label(ui, head, small,
          mark.kind == standing::Mark::Kind::not_observed && mark.suggested == 0 ? Tone::faint : Tone::dim, words,
          paint::Align::left, name + ", mark");
    y += font.line + ui.px(8);
    if (scale(ui, {x, y, wide, ui.px(32)}, name, mark)) touched_ = true;
    y += ui.px(32);
    if (open) {
        y += ui.px(8);
        const std::string field = "Comment on " + name + ", words";
        const FieldTouch touch = text_field(ui, {x, y, wide, ui.px(measure::kField)},
                                            {.label = field,
                                             .value = mark.comment,
                                             .hint = wants ? "Why? A mark like this needs a word" : "Comment",
                                             .most = 400});
        if (touch.edit) mark.comment = touch.edit->value, touched_ = true;
        y += ui.px(measure::kField);
    }
    return y + ui.px(16) - top;
}

RatingForm::Deed RatingForm::frame(Ui& ui, const Rect& rect, std::string_view leave) {
    Deed deed = Deed::none;
    if (!wanted_.empty()) ui.focus(std::exchange(wanted_, {}));
    const std::vector<std::string> faults = standing::faults(report_);
    Rect body = rect;
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    // The foot: what is missing, and the signature.
    const float inner = rect.w - ui.px(32);
    const std::string missing = faults.empty() ? "" : faults.front();
    const float told = missing.empty() ? 0 : paragraph_height(small, inner, missing) + ui.px(8);
    Rect foot = body.cut_bottom(ui.px(measure::kButton + 28) + told);
    paint::rule_above(ui, foot, ui.theme().line);
    foot = foot.inset(ui.px(16), ui.px(14));
    if (!missing.empty()) foot.cut_top(paragraph(ui, foot.x, foot.y, foot.w, small, Tone::careful, missing) + ui.px(8));
    const Button sign{
        .label = "Sign", .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = faults.empty()};
    Rect acts = foot.cut_top(ui.px(measure::kButton));
    if (button(ui, acts.cut_left(button_width(ui, sign) + ui.px(20)), sign)) deed = Deed::sign;
    acts.cut_left(ui.px(8));
    if (!leave.empty()) {
        const Button other{.label = leave, .kind = ButtonKind::quiet};
        if (button(ui, acts.cut_left(button_width(ui, other)), other)) deed = Deed::leave;
    }
    label(ui, acts, small, Tone::dim, report_.rater_name, paint::Align::right, "Rater");

    Scroll scroll(ui, "rating", body);
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    float y = c.y + ui.px(14);
    if (report_.contact != 0) {
        const Choice pass{
            .label = "Would you pass this contact",
            .options = {"Pass", "Do not pass"},
            .chosen = report_.passed ? std::make_optional<std::size_t>(*report_.passed ? 0 : 1) : std::nullopt};
        label(ui, {x, y, wide, font.line}, font, Tone::plain, "Would you pass this contact?");
        y += font.line + ui.px(8);
        const float high = choice_height(ui, wide, pass);
        if (const auto chosen = choice(ui, {x, y, wide, high}, pass)) report_.passed = *chosen == 0, touched_ = true;
        y += high + ui.px(18);
    }
    const bool two = wide >= ui.px(kTwoColumns);
    const float gap = ui.px(32), column = two ? std::floor((wide - gap) / 2) : wide;
    float left = y, right = y;
    std::size_t place = 0;
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const std::string word{scoring::word(competency)};
        const bool second = two && place++ >= scoring::kCompetencies.size() / 2;
        float& at = second ? right : left;
        at += mark(ui, second ? x + column + gap : x, at, column, word);
    }
    y = std::max(left, right) + ui.px(2);
    const auto words = [&](const char* name, std::string& value, float at, float top) {
        label(ui, {at, top, column, small.line}, small, Tone::dim, name);
        const FieldTouch touch = text_area(ui, {at, top + small.line + ui.px(6), column, ui.px(72)},
                                           {.label = name, .value = value, .most = 800});
        if (touch.edit) value = touch.edit->value, touched_ = true;
    };
    const float block = small.line + ui.px(6 + 72 + 14);
    words("Most acceptable performance", report_.most, x, y);
    words("Least acceptable performance", report_.least, two ? x + column + gap : x, two ? y : y + block);
    y += two ? block : 2 * block;
    scroll.used(y - c.y);
    return deed;
}

}  // namespace shift311::desk
