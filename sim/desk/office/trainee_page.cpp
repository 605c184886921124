#include "sim/desk/office/trainee_page.hpp"

#include "assessment/standing/calendar.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/standing_view.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

using records::Right;
using standing::State;

namespace {

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{{.title = "Attempt", .least = 190},
                                              {.title = "", .wide = 146, .rank = 1},
                                              {.title = "Level", .wide = 44, .rank = 2, .align = paint::Align::right},
                                              {.title = "Score", .wide = 52, .align = paint::Align::right}};
    return kColumns;
}

std::string row_name(const WorkLine& line, std::size_t at) {
    return "Attempt " + std::to_string(at + 1) + ": " + line.title;
}

Cell remark(const WorkLine& line) {
    if (!line.rate_blind.empty())
        return {.text = "Second rating", .tone = Tone::accent, .icon = Icon::flag, .badge = true};
    if (!line.finished) return {.text = "Not finished", .tone = Tone::dim, .badge = true};
    if (line.critical > 0) return {.text = "Critical error", .tone = Tone::bad, .icon = Icon::warning, .badge = true};
    return {};
}

}  // namespace

TraineePage::TraineePage(Access& access, std::string trainee) : access_(access), trainee_(std::move(trainee)) {
    reload();
}

void TraineePage::reload() {
    file_ = access_.ask<File>([&] { return access_.host().file(trainee_); });
    selected_ = std::min(selected_, file_.attempts.empty() ? 0 : file_.attempts.size() - 1);
    fresh_ = true;
}

std::vector<KeyHint> TraineePage::keys() const {
    std::vector<KeyHint> hints;
    const bool any = !file_.attempts.empty();
    if (any) hints.push_back({"\u2191 \u2193", "attempt"});
    if (any && access_.may(Right::review)) hints.push_back({"Enter", "watch it"});
    if (any && access_.may(Right::rate)) hints.push_back({"B", "rate it blind"});
    hints.push_back({"Tab", "next"});
    hints.push_back({"Esc", "back"});
    return hints;
}

void TraineePage::ask(Ui& ui, Asking asking) {
    asking_ = asking;
    words_.clear();
    secret_.clear();
    choice_.reset();
    access_.tell(Tone::plain, "");
    ui.animate();
}

void TraineePage::write(ReportFormat format) {
    std::string path;
    if (access_.act([&] { path = access_.host().write_report(trainee_, format); }, ""))
        access_.tell(Tone::good, "The report of " + trainee_ + " was written to " + path + ".");
}

float TraineePage::acts(Ui& ui, const Rect& rect) {
    struct Act {
        Button spec;
        bool shown;
        std::function<void()> deed;
    };
    const auto& s = file_.standing;
    const bool enrolled = !file_.program.empty();
    const bool waits = s.exam && s.exam->outcome.empty() && !file_.exam_open;
    const auto open = [&](Asking asking) { return [this, &ui, asking] { ask(ui, asking); }; };
    const std::vector<Act> all{
        {{.label = "Enroll", .kind = ButtonKind::primary, .chord = chord(Key::e)},
         !enrolled && access_.may(Right::enroll),
         open(Asking::enroll)},
        {{.label = "Sign off", .kind = ButtonKind::primary, .chord = chord(Key::s)},
         waits && access_.may(Right::sign_off),
         open(Asking::sign_off)},
        {{.label = "Start an exam",
          .kind = s.state == State::ready_for_exam ? ButtonKind::primary : ButtonKind::plain,
          .chord = chord(Key::x)},
         enrolled && !file_.exam_open && !waits && access_.may(Right::start_exam),
         open(Asking::exam)},
        {{.label = "Close the exam",
          .kind = file_.exam_whole ? ButtonKind::primary : ButtonKind::plain,
          .chord = chord(Key::c)},
         file_.exam_open && access_.may(Right::start_exam),
         open(Asking::close)},
        {{.label = "Remediation", .chord = chord(Key::m)},
         enrolled && s.remediation_due && access_.may(Right::enroll),
         open(Asking::plan)},
        {{.label = "Daily report", .chord = chord(Key::d)},
         access_.may(Right::rate),
         [this] { access_.wish = {.kind = Wish::Kind::day_report, .what = trainee_}; }},
        {{.label = "HTML report", .chord = chord(Key::h)},
         access_.may(Right::read_all),
         [this] { write(ReportFormat::html); }},
        {{.label = "PDF report", .chord = chord(Key::p)},
         access_.may(Right::read_all),
         [this] { write(ReportFormat::pdf); }},
    };
    const float gap = ui.px(8), high = ui.px(measure::kField);
    float x = rect.x, y = rect.y;
    for (const Act& act : all) {
        if (!act.shown) continue;
        const float wide = std::min(button_width(ui, act.spec), rect.w);
        if (x > rect.x && x + wide > rect.right()) x = rect.x, y += high + gap;
        if (button(ui, {x, y, wide, high}, act.spec)) act.deed();
        x += wide + gap;
    }
    return y + high - rect.y;
}

void TraineePage::standing(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "Standing").inset(1, 0);
    const Rect foot = body.cut_bottom(std::max(acts_high_, ui.px(measure::kField)) + ui.px(28));
    paint::rule_above(ui, foot, ui.theme().line);
    acts_high_ = acts(ui, foot.inset(ui.px(16), ui.px(14)));
    Scroll scroll(ui, "standing", body);
    scroll.by_keys("Standing, to the end");
    scroll.used(standing_view(ui, scroll.content(), file_, false));
}

void TraineePage::work(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "Attempts", file_.attempts.empty() ? "" : std::to_string(file_.attempts.size()))
                    .inset(1, 0);
    if (file_.attempts.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "No shift was played yet.");
        return;
    }
    if (access_.may(Right::rate) && selected_ < file_.attempts.size() && file_.attempts[selected_].finished) {
        Rect foot = body.cut_bottom(ui.px(measure::kField + 24));
        paint::rule_above(ui, foot, ui.theme().line);
        foot = foot.inset(ui.px(16), ui.px(12));
        const Button blind{.label = "Rate it blind", .chord = chord(Key::b), .icon = Icon::lock};
        if (button(ui, foot.cut_left(std::min(foot.w, button_width(ui, blind))), blind))
            access_.wish = {.kind = Wish::Kind::blind, .what = file_.attempts[selected_].attempt};
        foot.cut_left(ui.px(14));
        const std::string& due = file_.attempts[selected_].rate_blind;
        label(ui, foot, ui.fonts().small, due.empty() ? Tone::dim : Tone::accent,
              due.empty() ? "Without seeing the machine's scores first." : due);
    }
    table_head(ui, body.cut_top(ui.px(32)), columns());
    Scroll scroll(ui, "attempts", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("attempts");
    for (std::size_t i = 0; i < file_.attempts.size(); ++i) {
        const WorkLine& line = file_.attempts[i];
        // The score of what waits for a second rating stays hidden: it would steer the rater.
        const bool hide = !line.rate_blind.empty() || !line.finished;
        const TableRow shown{.label = row_name(line, i),
                             .cells = {{.text = line.title, .second = line.purpose + ", " + line.when},
                                       remark(line),
                                       {.text = std::to_string(line.level), .tone = Tone::dim, .mono = true},
                                       {.text = hide ? "\u2013" : std::to_string(line.percent),
                                        .tone = hide          ? Tone::dim
                                                : line.passed ? Tone::good
                                                              : Tone::careful,
                                        .mono = true}},
                             .selected = i == selected_};
        const Rect place{c.x, y, c.w, table_row_height(ui, shown)};
        y += place.h;
        const RowTouch touch = table_row(ui, place, columns(), shown);
        if (touch.moved || touch.clicked) selected_ = i;
        if (touch.clicked && access_.may(Right::review))
            access_.wish = {.kind = Wish::Kind::review, .what = line.attempt};
    }
    ui.end_group();
    scroll.used(y - c.y);
}

void TraineePage::competencies(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Competencies").inset(1, 0);
    if (file_.competencies.empty()) {
        paragraph(ui, body.x + ui.px(16), body.y + ui.px(16), body.w - ui.px(32), ui.fonts().text, Tone::dim,
                  "Nothing to show yet. After the first contacts each competency has its line here.");
        return;
    }
    Scroll scroll(ui, "competencies", body);
    scroll.by_keys("Competencies, to the end");
    const Rect c = scroll.content();
    scroll.used(competencies_view(ui, c, file_.competencies));
}

void TraineePage::decisions(Ui& ui, const Rect& rect) const {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Decisions and reports").inset(1, 0);
    Scroll scroll(ui, "decisions", body);
    scroll.by_keys("Decisions and reports, to the end");
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    float y = c.y + ui.px(12);
    struct Entry {
        std::string at, head, words;
    };
    std::vector<Entry> entries;
    for (const standing::Transition& t : file_.standing.transitions)
        entries.push_back(
            {t.at, std::string(standing::label(t.to)) + ", by " + (t.by == "rule" ? "the rule" : t.by), t.why});
    for (const standing::Report& r : file_.reports)
        entries.push_back({r.at,
                           r.contact != 0 ? (r.blind ? "Blind rating, " : "Rating, ") + r.rater_name +
                                                (r.passed ? *r.passed ? ": passed" : ": not passed" : "")
                                          : "Daily report, " + r.rater_name,
                           !r.least.empty() ? r.least : r.most});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at > b.at; });
    if (entries.empty()) y += paragraph(ui, x, y, wide, font, Tone::dim, "Nothing was decided or signed yet.");
    for (const Entry& e : entries) {
        const std::string day = standing::date_words(e.at);
        y += paragraph(ui, x, y, wide, font, Tone::plain, e.head);
        y += paragraph(ui, x, y, wide, small, Tone::dim, day + (e.words.empty() ? "" : ": " + e.words)) + ui.px(12);
    }
    scroll.used(y + ui.px(4) - c.y);
}

void TraineePage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        if (!ui.anything_focused()) {
            if (!file_.attempts.empty()) {
                ui.focus(row_name(file_.attempts[selected_], selected_));
            } else if (file_.program.empty() && access_.may(Right::enroll)) {
                ui.focus("Enroll");
            } else if (access_.may(Right::read_all)) {
                ui.focus("HTML report");
            }
        }
    }
    const float gap = ui.px(kPaneGap);
    if (window.w >= ui.px(980)) {
        Rect all = page_middle(ui, window, 1640);
        const Rect left = all.cut_left(std::clamp(std::round(all.w * 0.28F), ui.px(300), ui.px(430)));
        all.cut_left(gap);
        Rect right = all.cut_right(std::clamp(std::round(all.w * 0.44F), ui.px(300), ui.px(460)));
        all.cut_right(gap);
        standing(ui, left);
        work(ui, all);
        // All competencies where they find room, and the rest for what was decided.
        const float wanted = ui.px(40 + 4) + competencies_height(ui, file_.competencies.size());
        const Rect above = right.cut_top(std::clamp(wanted, right.h * 0.4F, right.h * 0.68F));
        right.cut_top(gap);
        competencies(ui, above);
        decisions(ui, right);
    } else {
        Stack stack(ui, "trainee", window);
        standing(ui, stack.next(420));
        work(ui, stack.next(380));
        competencies(ui, stack.next(380));
        decisions(ui, stack.next(260));
    }
    dialogs(ui);
}

}  // namespace shift311::desk
