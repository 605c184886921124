// What came of a drill: the figures with their definitions, and what went wrong, to look at again.
#include "assessment/scoring/typing_test.hpp"
#include "assessment/text/align.hpp"
#include "sim/desk/bars.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/drill/drill_screen.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

Tone tone_of(drill::Line::Mark mark) {
    switch (mark) {
        case drill::Line::Mark::good:
            return Tone::good;
        case drill::Line::Mark::careful:
            return Tone::careful;
        case drill::Line::Mark::bad:
            return Tone::bad;
        case drill::Line::Mark::plain:
            break;
    }
    return Tone::plain;
}

}  // namespace

float DrillScreen::figures(Ui& ui, const Rect& rect) const {
    float y = rect.y;
    for (const drill::Line& line : lines_) {
        const Font& font = ui.fonts().text;
        const float value_wide = std::min(paint::width(ui.fonts().mono, line.value) + ui.px(4), rect.w * 0.5F);
        paint::text(ui, {rect.x, y, rect.w - value_wide - ui.px(12), font.line}, font, ui.theme().text, line.label);
        label(ui, {rect.right() - value_wide, y, value_wide, font.line}, ui.fonts().mono, tone_of(line.mark),
              line.value, paint::Align::right, line.label);
        y += font.line + ui.px(2);
        y += paragraph(ui, rect.x, y, rect.w - ui.px(24), ui.fonts().small, Tone::dim, line.definition) + ui.px(14);
    }
    return y - rect.y;
}

float DrillScreen::review(Ui& ui, const Rect& rect) const {
    float y = rect.y;
    const Font& font = ui.fonts().text;
    if (triage()) {
        if (run_->plan().exam) {
            y +=
                paragraph(ui, rect.x, y, rect.w, font, Tone::dim,
                          "This was part of an exam; its answers are not shown. Your trainer goes over the result with "
                          "you.");
            return y - rect.y;
        }
        if (wrong_.empty())
            y += paragraph(ui, rect.x, y, rect.w, font, Tone::good, "Everything you answered was right.");
        for (const drill::Wrong& wrong : wrong_) {
            const auto name = [&](const std::string& id) {
                const drill::Answer* answer = run_->plan().answer(id);
                return answer == nullptr ? id : answer->name;
            };
            y += paragraph(ui, rect.x, y, rect.w, font, Tone::plain, "\u201c" + wrong.text + "\u201d") + ui.px(4);
            y += paragraph(ui, rect.x, y, rect.w, ui.fonts().small, wrong.missed ? Tone::bad : Tone::careful,
                           (wrong.missed ? "Emergency missed. You: " : "You: ") + name(wrong.given) +
                               ". Right: " + name(wrong.meant) + ".") +
                 ui.px(4);
            for (const script::Vignette& one : run_->plan().vignettes)
                if (one.text == wrong.text) y += paragraph(ui, rect.x, y, rect.w, ui.fonts().small, Tone::dim, one.why);
            y += ui.px(16);
        }
        return y - rect.y;
    }
    if (copying()) {
        std::vector<Mark> marks;
        for (const auto& [begin, end] : extra_)
            marks.push_back({begin, end, Mark::Kind::bad});
        for (const auto& [begin, end] : missing_)
            marks.push_back({begin, end, Mark::Kind::careful});
        if (compared_.empty()) return paragraph(ui, rect.x, y, rect.w, font, Tone::dim, "Nothing was typed.");
        y +=
            paragraph(ui, rect.x, y, rect.w, ui.fonts().small, Tone::dim,
                      marks.empty() ? "What you typed has no errors."
                                    : "Red: you typed it, and it is not in the text. Yellow in [ ]: it is in the text, "
                                      "and you did not type it.") +
            ui.px(10);
        y += marked_paragraph(ui, rect.x, y, rect.w, font, Tone::plain, compared_, marks);
        return y - rect.y;
    }
    for (const drill::Field& field : run_->plan().fields) {
        const auto found = card_->fields.find(field.code);
        if (found == card_->fields.end()) continue;
        const scoring::FieldResult& one = found->second;
        const Tone tone = one.credit == 100 ? Tone::good : one.credit == 50 ? Tone::careful : Tone::bad;
        const char* word = one.credit == 100 ? "Right" : one.credit == 50 ? "Half right" : "Wrong";
        y += paragraph(ui, rect.x, y, rect.w, ui.fonts().small, Tone::dim, field.label);
        y += paragraph(ui, rect.x, y, rect.w, font, Tone::plain,
                       one.written.empty() ? std::string("(empty)") : one.written);
        y += paragraph(ui, rect.x, y, rect.w, ui.fonts().small, tone,
                       one.credit == 100 ? std::string(word) : std::string(word) + ". It was: " + one.expected) +
             ui.px(12);
    }
    return y - rect.y;
}

DrillScreen::Deed DrillScreen::result(Ui& ui, Rect window) {
    if (!card_) {
        card_ = host_.drill_scorecard();
        if (!card_) {
            paragraph(ui, window.x + ui.px(24), window.y + ui.px(24), window.w - ui.px(48), ui.fonts().text, Tone::bad,
                      trouble_.empty() ? "The result could not be read; what was done is kept." : trouble_);
            return Deed::none;
        }
        lines_ = drill::result_lines(*card_, run_->events());
        wrong_ = drill::wrong_ones(*card_);
        if (const auto copy = card_->fields.find("copy"); copying() && copy != card_->fields.end()) {
            for (const text::DiffPart& part : text::diff(copy->second.expected, copy->second.written)) {
                const std::size_t begin = compared_.size();
                const bool missing = part.kind == text::DiffPart::Kind::missing;
                compared_ += missing ? "[" + part.text + "]" : part.text;
                if (part.kind == text::DiffPart::Kind::extra) extra_.emplace_back(begin, compared_.size());
                if (missing) missing_.emplace_back(begin, compared_.size());
            }
        }
        // Nothing has the focus that Enter would press: who hurried through the drill still sees what came of it.
        ui.unfocus();
    }
    if (window.h > ui.px(360))
        bottom_bar(ui, window, {{"Tab", "next"}, {"\u2191 \u2193", "scroll"}, {"Ctrl Enter", "back to the start"}});
    const float gap = ui.px(8);
    window = window.inset(gap);
    const float wide = std::min(window.w, ui.px(1300));
    window = {std::round(window.x + (window.w - wide) / 2), window.y, wide, window.h};
    const std::string verdict =
        run_->plan().exam && triage() ? "The block is over and recorded." : drill::verdict(*card_, qualification_);
    const Tone tone = card_->passed ? Tone::good : Tone::careful;
    const float head = paragraph_height(ui.fonts().strong, window.w - ui.px(40), verdict) + ui.px(28);
    const Rect top = window.cut_top(head);
    notice(ui, top, run_->plan().exam ? Tone::accent : tone);
    paragraph(ui, top.x + ui.px(20), top.y + ui.px(14), top.w - ui.px(40), ui.fonts().strong,
              run_->plan().exam ? Tone::accent : tone, verdict);
    window.cut_top(gap);
    const bool exam = run_->plan().exam;
    const char* heading_right = triage() ? "To look at again" : copying() ? "What you typed" : "The form";
    if (window.w >= ui.px(860)) {
        if (!exam) {
            const Rect left = window.cut_left(std::floor((window.w - gap) * 0.46F));
            window.cut_left(gap);
            card(ui, left);
            const Rect body = card_head(ui, left, "Figures").inset(1, 0);
            Scroll scroll(ui, "figures", body);
            scroll.by_keys("Figures, to the end");
            const Rect c = scroll.content().inset(ui.px(16), 0);
            scroll.used(figures(ui, {c.x, scroll.content().y + ui.px(12), c.w, 0}) + ui.px(24));
        }
        card(ui, window);
        const Rect body = card_head(ui, window, heading_right).inset(1, 0);
        Scroll scroll(ui, "review", body);
        scroll.by_keys(std::string(heading_right) + ", to the end");
        const Rect c = scroll.content().inset(ui.px(16), 0);
        scroll.used(review(ui, {c.x, scroll.content().y + ui.px(12), c.w, 0}) + ui.px(24));
        return Deed::none;
    }
    card(ui, window);
    Scroll scroll(ui, "result", window.inset(1));
    scroll.by_keys("The result, to the end");
    const Rect c = scroll.content().inset(ui.px(16), 0);
    float y = scroll.content().y + ui.px(12);
    if (!exam) {
        heading(ui, {c.x, y, c.w, ui.px(28)}, "Figures");
        y += ui.px(32);
        y += figures(ui, {c.x, y, c.w, 0}) + ui.px(16);
    }
    heading(ui, {c.x, y, c.w, ui.px(28)}, heading_right);
    y += ui.px(32);
    y += review(ui, {c.x, y, c.w, 0});
    scroll.used(y + ui.px(16) - scroll.content().y);
    return Deed::none;
}

}  // namespace shift311::desk
