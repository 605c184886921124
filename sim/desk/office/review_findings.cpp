// The sides of the review: findings at the left, one finding or the rating form at the right, and the override.
#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/checks.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/debrief/finding_view.hpp"
#include "sim/desk/office/review_page.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

using records::Right;

namespace {

std::string title_of(const scoring::Finding& finding) {
    return finding.title.empty() ? finding.why : finding.title;
}

const standing::Override* change_of(const ReviewContact& contact, const scoring::Finding& finding) {
    const standing::Override* last = nullptr;
    for (const standing::Override& o : contact.changes)
        if (o.criterion == finding.criterion) last = &o;
    return last;
}

/// "8", "7.5", "7.50" as hundredths; nothing for anything else.
std::optional<scoring::Points> read_points(const std::string& text) {
    scoring::Points whole = 0, part = 0;
    int decimals = -1;
    if (text.empty() || text.size() > 8) return std::nullopt;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
        } else if (c >= '0' && c <= '9' && decimals < 2) {
            if (decimals < 0) {
                whole = whole * 10 + (c - '0');
            } else {
                part = part * 10 + (c - '0');
                ++decimals;
            }
        } else {
            return std::nullopt;
        }
    }
    if (decimals == 1) part *= 10;
    return whole * 100 + part;
}

}  // namespace

float ReviewPage::head(Ui& ui, const Rect& c) {
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font& font = ui.fonts().text;
    float y = c.y;
    if (review_.contacts.size() > 1) {
        Rect line{c.x, y, c.w, ui.px(48)};
        paint::rule_below(ui, line, ui.theme().line);
        y += line.h;
        line = line.inset(ui.px(12), ui.px(6));
        const float side = ui.px(36);
        if (button(ui, line.cut_left(side),
                   {.label = "Contact before", .icon = Icon::chevron_left, .enabled = index_ > 0, .only_icon = true})) {
            open(index_ - 1);
            return y - c.y;
        }
        if (button(ui, line.cut_right(side),
                   {.label = "Contact after",
                    .icon = Icon::chevron_right,
                    .enabled = index_ + 1 < review_.contacts.size(),
                    .only_icon = true})) {
            open(index_ + 1);
            return y - c.y;
        }
        label(ui, line.inset(ui.px(10), 0), font, Tone::plain,
              std::to_string(index_ + 1) + " of " + std::to_string(review_.contacts.size()) + ": " +
                  now().debrief.key.title,
              paint::Align::center, "Contact");
    }
    y += ui.px(14);
    if (now().blind) {
        const std::string why =
            now().rate_blind.empty() ? "You asked to rate without seeing the machine's scores." : now().rate_blind;
        const std::string hidden = "The machine's findings and scores are shown after you have signed.";
        const float inner = wide - ui.px(32);
        const float high = ui.px(26) + ui.fonts().strong.line + ui.px(4) + paragraph_height(font, inner, why) +
                           ui.px(6) + paragraph_height(font, inner, hidden);
        notice(ui, {x, y, wide, high}, Tone::accent);
        float at = y + ui.px(12);
        draw_icon(ui, Icon::lock, {x + ui.px(16), at, ui.px(16), ui.fonts().strong.line}, ui.px(14), ui.theme().accent);
        label(ui, {x + ui.px(40), at, inner - ui.px(24), ui.fonts().strong.line}, ui.fonts().strong, Tone::accent,
              "Rated blind");
        at += ui.fonts().strong.line + ui.px(4);
        at += paragraph(ui, x + ui.px(16), at, inner, font, Tone::plain, why) + ui.px(6);
        paragraph(ui, x + ui.px(16), at, inner, font, Tone::dim, hidden);
        return y + high + ui.px(16) - c.y;
    }
    const scoring::Scorecard& card = now().debrief.card;
    const std::string percent = std::to_string(scoring::percent(card.points, card.possible));
    const Font& huge = ui.fonts().huge;
    const float number = paint::width(huge, percent);
    label(ui, {x, y, number, huge.line}, huge, Tone::plain, percent, paint::Align::left, "Score");
    const float beside = x + number + ui.px(18), room = c.right() - ui.px(16) - beside;
    draw_icon(ui, card.passed ? Icon::check : Icon::cross, {beside, y + ui.px(6), ui.px(18), font.line}, ui.px(15),
              ink(ui.theme(), card.passed ? Tone::good : Tone::bad));
    label(ui, {beside + ui.px(24), y + ui.px(6), room - ui.px(24), font.line}, ui.fonts().strong,
          card.passed ? Tone::good : Tone::bad, card.passed ? "Passed" : "Not passed");
    label(ui, {beside, y + ui.px(8) + font.line, room, ui.fonts().small.line}, ui.fonts().small, Tone::dim,
          points_text(card.points) + " of " + points_text(card.possible));
    y += huge.line + ui.px(10);
    for (const standing::Report& r : now().ratings) {
        const std::string words = r.rater_name + (r.blind ? ", blind: " : ": ") +
                                  (r.passed ? *r.passed ? "would pass it" : "would not pass it" : "rated") + ".";
        draw_icon(ui, Icon::person, {x, y, ui.px(16), font.line}, ui.px(14),
                  ink(ui.theme(), r.passed && *r.passed == card.passed ? Tone::good : Tone::careful));
        y += paragraph(ui, x + ui.px(26), y, wide - ui.px(26), font, Tone::plain, words) + ui.px(6);
    }
    for (const standing::Dispute& d : now().disputes) {
        if (!d.disputed) continue;
        draw_icon(ui, Icon::flag, {x, y, ui.px(16), font.line}, ui.px(14), ui.theme().careful);
        y += paragraph(
                 ui, x + ui.px(26), y, wide - ui.px(26), font, d.answer.empty() ? Tone::careful : Tone::dim,
                 "Disputed: \u201c" + d.words + "\u201d" + (d.answer.empty() ? "" : " Answered: " + d.answer + ".")) +
             ui.px(6);
    }
    return y + ui.px(6) - c.y;
}

float ReviewPage::findings_list(Ui& ui, const Rect& c) {
    const scoring::Scorecard& card = now().debrief.card;
    float y = c.y;
    Rect head{c.x, y, c.w, ui.px(40)};
    paint::rule_above(ui, head, ui.theme().line);
    paint::rule_below(ui, head, ui.theme().line);
    desk::heading(ui, head.inset(ui.px(16), 0), lost_.empty() ? "No points were lost" : "Where points were lost");
    y += head.h;
    ui.begin_group("findings");
    for (std::size_t i = 0; i < lost_.size(); ++i) {
        const scoring::Finding& f = card.findings[lost_[i]];
        const standing::Override* changed = change_of(now(), f);
        std::string second{scoring::label(f.competency)};
        for (const journal::Seq seq : f.evidence) {
            const Moment* moment = moment_of(story_, seq);
            if (moment == nullptr) continue;
            second += ", " + time_text(std::max<journal::Millis>(0, moment->from));
            break;
        }
        if (changed != nullptr) second += "; changed to " + points_text(changed->points) + " by " + changed->by_name;
        const std::string points = points_text(f.points - f.possible);
        const std::string words = title_of(f);
        const std::string name = "Finding " + std::to_string(i + 1) + ": " + words;
        const Row line{.title = words,
                       .second = second,
                       .right = points,
                       .right_tone = changed != nullptr ? Tone::dim : Tone::plain,
                       .icon = changed != nullptr ? Icon::check
                               : f.critical       ? Icon::cross
                                                  : Icon::warning,
                       .icon_tone = changed != nullptr ? Tone::accent
                                    : f.critical       ? Tone::bad
                                                       : Tone::careful,
                       .selected = i == selected_ && !form_,
                       .label = name,
                       .wrap_title = true};
        const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
        y += place.h;
        const RowTouch touch = row(ui, place, line);
        if ((touch.clicked || touch.moved)) select(i);
    }
    ui.end_group();
    return y - c.y;
}

void ReviewPage::findings(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Scroll scroll(ui, "findings " + std::to_string(index_), rect.inset(1));
    const Rect c = scroll.content();
    const std::size_t before = index_;
    float y = c.y + head(ui, c);
    if (index_ != before) return;
    if (!now().blind) {
        y += findings_list(ui, {c.x, y, c.w, c.h});
        scroll.used(y - c.y);
        return;
    }
    // What the contact asked for: the rater judges against it, not against the machine.
    const scoring::AnswerKey& key = now().debrief.key;
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    paint::fill(ui, {c.x, y - ui.px(6), c.w, 1}, ui.theme().line);
    desk::heading(ui, {x, y, wide, ui.px(28)}, "What the contact asked for");
    y += ui.px(32);
    for (const scoring::FieldKey& f : key.fields) {
        label(ui, {x, y, wide, small.line}, small, Tone::dim, f.label.empty() ? f.field : f.label);
        y += small.line;
        y += paragraph(ui, x, y, wide, font, Tone::plain, now().debrief.words.value(f.field, f.expected)) + ui.px(8);
    }
    if (!key.steps.empty()) {
        label(ui, {x, y, wide, small.line}, small, Tone::dim, "Steps");
        y += small.line + ui.px(2);
        for (const scoring::Step& step : key.steps)
            y += paragraph(ui, x, y, wide, font, Tone::plain, step.label.empty() ? step.id : step.label) + ui.px(2);
    }
    scroll.used(y + ui.px(12) - c.y);
}

void ReviewPage::side(Ui& ui, const Rect& rect) {
    if (form_) {
        card(ui, rect);
        const Rect body = card_head(ui, rect, now().blind ? "Your rating, blind" : "Your rating").inset(1, 0);
        const RatingForm::Deed deed = form_->frame(ui, body, now().blind ? "" : "Leave it");
        if (deed == RatingForm::Deed::leave) form_.reset();
        if (deed == RatingForm::Deed::sign) {
            const standing::Report report = form_->report();
            if (access_.act([&] { access_.host().sign(report); }, "Your rating is signed.")) {
                form_.reset();
                access_.act([&] { load(); }, "");
                open(index_);
            }
        }
        return;
    }
    finding_detail(ui, rect);
}

float ReviewPage::human_words(Ui& ui, const Rect& rect, const scoring::Finding& finding) {
    float y = rect.y;
    for (const standing::Override& o : now().changes) {
        if (o.criterion != finding.criterion) continue;
        const std::string head = "Changed to " + points_text(o.points) + " of " + points_text(o.possible) +
                                 (o.machine_critical && !o.critical ? ", not critical"
                                  : o.critical                      ? ", critical"
                                                                    : "") +
                                 " by " + o.by_name;
        const std::string words = "\u201c" + o.why +
                                  "\u201d The machine's value stays: " + points_text(o.machine_points) +
                                  (o.machine_critical ? ", critical." : ".");
        const float inner = rect.w - ui.px(32);
        const float high = ui.px(24) + paragraph_height(ui.fonts().strong, inner, head) +
                           paragraph_height(ui.fonts().text, inner, words);
        notice(ui, {rect.x, y, rect.w, high}, Tone::accent);
        const float head_high =
            paragraph(ui, rect.x + ui.px(16), y + ui.px(12), inner, ui.fonts().strong, Tone::accent, head);
        paragraph(ui, rect.x + ui.px(16), y + ui.px(12) + head_high, inner, ui.fonts().text, Tone::plain, words);
        y += high + ui.px(12);
    }
    return y - rect.y;
}

void ReviewPage::finding_detail(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const bool rates = access_.may(Right::rate);
    const scoring::Finding* finding = lost_.empty() ? nullptr : &now().debrief.card.findings[lost_[selected_]];
    Rect body = card_head(ui, rect, finding == nullptr ? "Nothing to mend" : title_of(*finding));
    if (rates) {
        Rect foot = body.cut_bottom(ui.px(measure::kButton + 28));
        paint::rule_above(ui, foot, ui.theme().line);
        foot = foot.inset(ui.px(16), ui.px(14));
        const Button rate_it{.label = "Rate this contact", .chord = chord(Key::r)};
        if (button(ui, foot.cut_left(std::min(foot.w, button_width(ui, rate_it))), rate_it)) rate();
        foot.cut_left(ui.px(8));
        const Button change{.label = "Override", .chord = chord(Key::o), .enabled = finding != nullptr};
        if (button(ui, foot.cut_left(std::min(foot.w, button_width(ui, change))), change)) {
            overriding_ = true;
            points_ = points_text(finding->possible);
            critical_ = false;
            why_.clear();
            access_.tell(Tone::plain, "");
            ui.focus("Reason");
        }
    }
    body = body.inset(ui.px(16), ui.px(14));
    if (finding == nullptr) {
        paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim,
                  "Every point was earned. Play it, or drag through it.");
        return;
    }
    Scroll scroll(ui, "finding " + std::to_string(index_) + " " + std::to_string(selected_), body);
    scroll.by_keys("The finding, to the end");
    const Rect c = scroll.content();
    float y = c.y + human_words(ui, c, *finding);
    y += finding_view(ui, {c.x, y, c.w, c.h}, now().debrief, story_, *finding);
    scroll.used(y - c.y);
}

void ReviewPage::override_dialog(Ui& ui) {
    const scoring::Finding& f = now().debrief.card.findings[lost_[selected_]];
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    Dialog dialog(ui, "Override a finding", ui.px(580), ui.px(f.critical ? 500 : 440));
    Rect body = dialog.content();
    body.cut_top(paragraph(ui, body.x, body.y, body.w, font, Tone::plain, title_of(f)) + ui.px(6));
    body.cut_top(paragraph(ui, body.x, body.y, body.w, font, Tone::dim,
                           "The machine gave " + points_text(f.points) + " of " + points_text(f.possible) +
                               (f.critical ? ", critical" : "") + ". Its value stays visible beside yours.") +
                 ui.px(14));
    label(ui, body.cut_top(small.line), small, Tone::dim, "Points, of " + points_text(f.possible));
    body.cut_top(ui.px(6));
    const auto points = read_points(points_);
    const bool right = points && *points <= f.possible;
    const FieldTouch amount = text_field(ui, body.cut_top(ui.px(measure::kField)),
                                         {.label = "Points",
                                          .value = points_,
                                          .remark = right ? "" : "a number from 0 to " + points_text(f.possible),
                                          .remark_tone = Tone::careful,
                                          .mono = true,
                                          .most = 8});
    if (amount.edit) points_ = amount.edit->value;
    body.cut_top(ui.px(12));
    if (f.critical) {
        const Checks boxes{.label = "Weight", .options = {"Still a critical error"}, .on = {critical_}};
        if (checks(ui, body.cut_top(checks_height(ui, body.w, boxes)), boxes)) critical_ = !critical_;
        body.cut_top(ui.px(12));
    }
    label(ui, body.cut_top(small.line), small, Tone::dim, "Reason: what the machine could not know");
    body.cut_top(ui.px(6));
    Rect acts = body.cut_bottom(ui.px(measure::kButton));
    body.cut_bottom(ui.px(14));
    const FieldTouch why = text_area(ui, body, {.label = "Reason", .value = why_});
    if (why.edit) why_ = why.edit->value;
    const bool ready = right && why_.find_first_not_of(" \n") != std::string::npos;
    const Button keep{
        .label = "Sign the override", .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = ready};
    if (button(ui, acts.cut_right(std::min(acts.w, button_width(ui, keep) + ui.px(12))), keep)) {
        standing::Override change;
        change.attempt = attempt_;
        change.contact = now().debrief.contact;
        change.criterion = f.criterion;
        change.machine_points = f.points;
        change.possible = f.possible;
        change.machine_critical = f.critical;
        change.points = *points;
        change.critical = f.critical && critical_;
        change.why = why_;
        const std::size_t place = selected_;
        if (access_.act([&] { access_.host().override_finding(review_.trainee, change); }, "The override is signed.")) {
            overriding_ = false;
            const journal::Millis at = at_;
            access_.act([&] { load(); }, "");
            open(index_);
            selected_ = std::min(place, lost_.empty() ? 0 : lost_.size() - 1);
            to(at);
            return;
        }
    }
    acts.cut_right(ui.px(8));
    const Button leave{.label = "Cancel", .kind = ButtonKind::quiet, .chord = chord(Key::escape)};
    if (button(ui, acts.cut_right(button_width(ui, leave)), leave) || dialog.dismissed()) overriding_ = false;
    acts.cut_right(ui.px(12));
    if (access_.tone() == Tone::bad && !access_.sentence().empty())
        paragraph(ui, acts.x, acts.y, acts.w, small, Tone::bad, access_.sentence());
}

}  // namespace shift311::desk
