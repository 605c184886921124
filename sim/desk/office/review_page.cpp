#include "sim/desk/office/review_page.hpp"

#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/debrief/timeline.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/scrub.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace shift311::desk {

using records::Right;

namespace {

constexpr std::array kSpeeds{1, 2, 4, 8};
constexpr Millis kLongFrame = 250;  // a frame that took longer is not caught up with

}  // namespace

ReviewPage::ReviewPage(Access& access, std::string attempt, journal::ContactId contact, const std::string& criterion,
                       bool blind)
    : access_(access), attempt_(std::move(attempt)), blind_(blind) {
    load();
    if (review_.contacts.empty())
        throw std::runtime_error("No contact of this attempt was brought to its end, so there is nothing to watch.");
    for (std::size_t i = 0; i < review_.contacts.size(); ++i)
        if (review_.contacts[i].debrief.contact == contact) index_ = i;
    open(index_);
    for (std::size_t i = 0; i < lost_.size(); ++i)
        if (!criterion.empty() && now().debrief.card.findings[lost_[i]].criterion == criterion) select(i);
}

void ReviewPage::load() {
    review_ = access_.host().review(attempt_, blind_);
}

std::string ReviewPage::heading() const {
    return review_.trainee_name + ": " + review_.title + ", " + review_.when;
}

std::vector<KeyHint> ReviewPage::keys() const {
    std::vector<KeyHint> hints{{"Space", "play"}, {"1 2 4 8", "speed"}, {"\u2190 \u2192", "moment"}};
    if (now().blind) {
        hints.push_back({"Tab", "to the marks"});
        hints.push_back({"Ctrl Enter", "sign"});
    } else {
        hints.push_back({"\u2191 \u2193", "finding"});
        if (access_.may(Right::rate)) hints.push_back({"R", "rate"});
        if (access_.may(Right::rate)) hints.push_back({"O", "override"});
    }
    hints.push_back({"Esc", "back"});
    return hints;
}

void ReviewPage::open(std::size_t index) {
    index_ = index;
    story_ = story_of(now().debrief);
    lost_ = now().blind ? std::vector<std::size_t>{} : lost_points(now().debrief.card);
    playing_ = false;
    at_ = story_.begin;
    selected_ = 0;
    form_.reset();
    if (!lost_.empty()) select(0);
    if (now().blind && access_.may(Right::rate)) rate();
}

void ReviewPage::rate() {
    access_.act(
        [&] {
            form_ = std::make_unique<RatingForm>(
                access_.host().draft_contact(attempt_, now().debrief.contact, now().blind));
        },
        "");
}

void ReviewPage::to(journal::Millis at) {
    at_ = std::clamp(at, story_.begin, story_.end);
}

void ReviewPage::select(std::size_t place) {
    selected_ = place;
    playing_ = false;
    for (const journal::Seq seq : now().debrief.card.findings[lost_[place]].evidence)
        if (const Moment* moment = moment_of(story_, seq)) return to(moment->from);
}

void ReviewPage::jump(int by) {
    playing_ = false;
    const Moment* best = nullptr;
    for (const Moment& m : story_.moments) {
        if (by > 0 && m.from > at_) {
            best = &m;
            break;
        }
        if (by < 0 && m.from < at_) best = &m;
    }
    if (best != nullptr) to(best->from);
}

std::optional<Millis> ReviewPage::next_due() const {
    return playing_ ? std::make_optional(played_at_ + 40) : std::nullopt;
}

void ReviewPage::toggle(Ui& ui) {
    playing_ = !playing_;
    if (playing_ && at_ >= story_.end) at_ = story_.begin;
    played_at_ = ui.now();
}

void ReviewPage::play(Ui& ui) {
    // Before any row with the focus takes the space bar for itself.
    if (ui.pressed(chord(Key::space))) toggle(ui);
    if (!playing_) return;
    at_ += std::clamp<Millis>(ui.now() - played_at_, 0, kLongFrame) * speed_;
    played_at_ = ui.now();
    if (at_ >= story_.end) {
        at_ = story_.end;
        playing_ = false;
        ui.animate();
    }
}

void ReviewPage::hotkeys(Ui& ui) {
    if (ui.pressed(chord(Key::left))) jump(-1);
    if (ui.pressed(chord(Key::right))) jump(1);
    if (ui.typing()) return;
    for (const int speed : kSpeeds)
        if (ui.pressed(chord(static_cast<Key>(static_cast<int>(Key::digit0) + speed)))) speed_ = speed;
    // Up and Down belong to the list of findings while it has the focus.
    if (ui.anything_focused() || lost_.empty()) return;
    if (ui.pressed(chord(Key::up)) && selected_ > 0) select(selected_ - 1);
    if (ui.pressed(chord(Key::down)) && selected_ + 1 < lost_.size()) select(selected_ + 1);
}

void ReviewPage::transport(Ui& ui, Rect rect) {
    const float high = rect.h;
    const Button play{.label = playing_ ? "Pause" : "Play", .chord = chord(Key::space), .name = "play"};
    Button widest = play;
    widest.label = "Pause";
    if (button(ui, rect.cut_left(button_width(ui, widest)), play)) toggle(ui);
    rect.cut_left(ui.px(8));
    Choice speeds{.label = "Speed", .options = {}, .chosen = std::nullopt};
    float wide = 0;
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        speeds.options.push_back(std::to_string(kSpeeds[i]) + "x");
        if (kSpeeds[i] == speed_) speeds.chosen = i;
        wide += paint::width(ui.fonts().text, speeds.options.back()) + ui.px(34);
    }
    if (wide + ui.px(160) <= rect.w) {
        if (const auto chosen = choice(ui, {rect.x, rect.y, wide, high}, speeds)) speed_ = kSpeeds[*chosen];
        rect.cut_left(wide + ui.px(8));
    }
    const std::string now_at = time_text(std::max<journal::Millis>(0, at_));
    std::string where = now_at + " / " + time_text(story_.end);
    // The end stands in the head of the card too; the moment itself never gives way.
    if (paint::width(ui.fonts().mono, where) + ui.px(120) > rect.w) where = now_at;
    const float where_wide = paint::width(ui.fonts().mono, where);
    if (where_wide + ui.px(60) <= rect.w) {
        label(ui, rect.cut_right(where_wide), ui.fonts().mono, Tone::plain, where, paint::Align::right, "Moment");
        rect.cut_right(ui.px(12));
    }
    std::vector<Notch> notches;
    for (const std::size_t i : lost_) {
        const scoring::Finding& f = now().debrief.card.findings[i];
        for (const journal::Seq seq : f.evidence) {
            if (const Moment* m = moment_of(story_, seq)) {
                notches.push_back({m->from, f.critical ? Tone::bad : Tone::careful});
                break;
            }
        }
    }
    if (const auto chosen = scrub(ui, rect, story_.begin, story_.end, at_, notches)) {
        playing_ = false;
        to(*chosen);
    }
}

void ReviewPage::time(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = card_head(ui, rect, "What happened", "0:00 to " + time_text(story_.end)).inset(ui.px(16), ui.px(6));
    transport(ui, body.cut_bottom(ui.px(measure::kField + 6)).inset(0, ui.px(3)));
    body.cut_bottom(ui.px(2));
    std::vector<journal::Seq> marked;
    if (!lost_.empty()) marked = now().debrief.card.findings[lost_[selected_]].evidence;
    if (const auto clicked = timeline(ui, body, story_, at_, marked)) {
        playing_ = false;
        to(story_.moments[*clicked].from);
    }
}

void ReviewPage::conversation(Ui& ui, const Rect& rect, const Stood& stood) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Said so far", stood.line).inset(1, 0);
    Scroll scroll(ui, "said " + std::to_string(index_), body);
    scroll.by_keys("Said so far, to the end");
    const Rect c = scroll.content();
    const Theme& t = ui.theme();
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    const float pad = ui.px(16), times = ui.px(52), wide = c.w - 2 * pad - times;
    float y = c.y + ui.px(10);
    if (stood.said.empty()) y += paragraph(ui, c.x + pad, y, c.w - 2 * pad, font, Tone::dim, "Nobody has spoken yet.");
    for (const SaidLine& line : stood.said) {
        const float x = c.x + pad + times;
        const char* who = line.lane == Lane::caller ? "Caller" : line.lane == Lane::you ? "Trainee" : "";
        const float name = *who == '\0' ? 0 : small.line;
        const float high = name + paragraph_height(font, wide, line.text) + ui.px(10);
        if (line.now) paint::fill(ui, {c.x, y - ui.px(4), c.w, high}, t.selected);
        paint::text(ui, {c.x + pad, y, times, small.line}, ui.fonts().mono_small, t.dim,
                    line.at < 0 ? "\u2212" + time_text(-line.at) : time_text(line.at));
        if (name > 0) paint::text(ui, {x, y, wide, small.line}, small, line.lane == Lane::you ? t.accent : t.dim, who);
        paragraph(ui, x, y + name, wide, font, line.lane == Lane::phone ? Tone::dim : line.tone, line.text);
        y += high;
    }
    scroll.used(y - c.y);
    if (stood.said.size() != said_) {
        said_ = stood.said.size();
        scroll.by(100'000);
    }
}

void ReviewPage::form_as_it_stood(Ui& ui, const Rect& rect, const Stood& stood) {
    card(ui, rect);
    const Rect body = card_head(ui, rect, "Form at that moment").inset(1, 0);
    Scroll scroll(ui, "form " + std::to_string(index_), body);
    scroll.by_keys("Form at that moment, to the end");
    const Rect c = scroll.content();
    const Theme& t = ui.theme();
    const Font &font = ui.fonts().text, &small = ui.fonts().small;
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    float y = c.y + ui.px(12);
    const auto field = [&](const std::string& name, const std::string& value, bool fresh) {
        const std::string shown = value.empty() ? "\u2013" : value;
        const float high = paragraph_height(font, wide, shown);
        if (fresh) paint::fill(ui, {c.x, y - ui.px(4), c.w, small.line + high + ui.px(8)}, t.selected);
        paint::text(ui, {x, y, wide, small.line}, small, t.dim, name);
        ui.note(Role::text, name + " then", {x, y + small.line, wide, high}, value);
        paragraph(ui, x, y + small.line, wide, font, value.empty() ? Tone::faint : Tone::plain, shown);
        y += small.line + high + ui.px(10);
    };
    if (!stood.mood.empty()) field("Mood of the caller", stood.mood, false);
    if (!stood.drill) field("Service", stood.service, false);
    if (stood.drill && stood.fields.empty())
        y += paragraph(ui, x, y, wide, font, Tone::dim, "A block of vignettes has no form.");
    for (const StoodField& f : stood.fields)
        field(f.label, f.value, f.now);
    if (!stood.done.empty()) {
        desk::heading(ui, {x, y, wide, ui.px(24)}, "Done by then");
        y += ui.px(26);
        for (const std::string& done : stood.done)
            y += paragraph(ui, x, y, wide, small, Tone::dim, done) + ui.px(4);
    }
    scroll.used(y + ui.px(6) - c.y);
}

void ReviewPage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        ui.focus(lost_.empty() ? "Time" : "Finding 1: " + now().debrief.card.findings[lost_[0]].title);
    }
    play(ui);
    const Stood stood = as_it_stood(now().debrief, at_);
    const float gap = ui.px(kPaneGap);
    if (window.w >= ui.px(1000)) {
        Rect all = window.inset(gap);
        const Rect left = all.cut_left(std::clamp(std::round(all.w * 0.24F), ui.px(270), ui.px(400)));
        all.cut_left(gap);
        const Rect right = all.cut_right(std::clamp(std::round(all.w * 0.30F), ui.px(412), ui.px(480)));
        all.cut_right(gap);
        const Rect top = all.cut_top(std::clamp(all.h * 0.42F, ui.px(230), ui.px(330)));
        all.cut_top(gap);
        findings(ui, left);
        time(ui, top);
        const Rect form = all.cut_right(std::round(all.w * 0.42F));
        all.cut_right(gap);
        conversation(ui, all, stood);
        form_as_it_stood(ui, form, stood);
        side(ui, right);
    } else {
        Stack stack(ui, "review", window);
        findings(ui, stack.next(300));
        time(ui, stack.next(270));
        conversation(ui, stack.next(300), stood);
        form_as_it_stood(ui, stack.next(300), stood);
        side(ui, stack.next(form_ ? 620 : 380));
    }
    hotkeys(ui);
    if (overriding_) override_dialog(ui);
}

}  // namespace shift311::desk
