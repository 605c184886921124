#include "sim/desk/office/day_report_page.hpp"

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/scale.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

DayReportPage::DayReportPage(Access& access, const std::string& trainee)
    : access_(access), file_(access.host().file(trainee)), form_(access.host().draft_day(trainee)) {}

std::vector<KeyHint> DayReportPage::keys() const {
    return {{"1 \u2026 7", "mark"}, {"N", "not observed"},  {"R", "not responding"},
            {"Tab", "next"},        {"Ctrl Enter", "sign"}, {"Esc", "back"}};
}

void DayReportPage::evidence(Ui& ui, const Rect& rect) const {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Latest attempts").inset(1, 0);
    Scroll scroll(ui, "evidence", body);
    scroll.by_keys("Latest attempts, to the end");
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    float y = c.y + ui.px(14);
    const auto suggested = std::count_if(form_.report().marks.begin(), form_.report().marks.end(),
                                         [](const auto& m) { return m.second.suggested > 0; });
    y += paragraph(ui, x, y, wide, font, Tone::dim,
                   suggested == 0 ? "No contact was judged on " + form_.report().day +
                                        ", so nothing is suggested. Mark what you saw yourself."
                                  : "Suggestions stand beside the marks. They come from the contacts of " +
                                        form_.report().day + "; the number that counts is yours.") +
         ui.px(14);
    for (const WorkLine& line : file_.attempts) {
        if (y > c.y + ui.px(900)) break;
        // What the machine says of a contact that waits for a second rating stays hidden here too.
        const bool hide = !line.rate_blind.empty() || !line.finished;
        const bool critical = line.critical > 0 && !hide;
        const std::string second = line.purpose + ", " + line.when + (critical ? ", critical error" : "");
        const std::string score = hide ? "\u2013" : std::to_string(line.percent);
        label(ui, {x, y, wide - ui.px(48), font.line}, font, Tone::plain, line.title);
        label(ui, {x + wide - ui.px(44), y, ui.px(44), font.line}, ui.fonts().mono,
              hide          ? Tone::dim
              : line.passed ? Tone::good
                            : Tone::careful,
              score, paint::Align::right, line.title + ", score");
        label(ui, {x, y + font.line, wide, small.line}, small, critical ? Tone::bad : Tone::dim, second);
        y += font.line + small.line + ui.px(12);
    }
    scroll.used(y + ui.px(8) - c.y);
}

void DayReportPage::frame(Ui& ui, Rect window) {
    const float gap = ui.px(kPaneGap);
    Rect all = page_middle(ui, window, 1360);
    if (all.w >= ui.px(900)) {
        evidence(ui, all.cut_right(std::clamp(std::round(all.w * 0.28F), ui.px(260), ui.px(380))));
        all.cut_right(gap);
    }
    card(ui, all);
    const std::string day = form_.report().day;
    const Rect body = card_head(ui, all, file_.name, day).inset(1, 0);
    if (form_.frame(ui, body, "") == RatingForm::Deed::sign &&
        access_.act([&] { access_.host().sign(form_.report()); }, "The report of " + day + " is signed."))
        access_.wish = {.kind = Wish::Kind::back};
}

}  // namespace shift311::desk
