#include "sim/desk/office/office.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/tabs.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/certification_page.hpp"
#include "sim/desk/office/day_report_page.hpp"
#include "sim/desk/office/disputes_page.hpp"
#include "sim/desk/office/people_page.hpp"
#include "sim/desk/office/progress_page.hpp"
#include "sim/desk/office/results_page.hpp"
#include "sim/desk/office/review_page.hpp"
#include "sim/desk/office/roster_page.hpp"
#include "sim/desk/office/trainee_page.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr Key kSectionKeys[] = {Key::f1, Key::f2, Key::f3, Key::f4, Key::f5, Key::f6, Key::f7};

}  // namespace

Office::Office(OfficeHost& host, Seated me, Section first, bool alone)
    : access_(host, std::move(me)), alone_(alone), sections_(sections_of(access_.me().role)) {
    if (alone_) sections_ = {Section::practice, Section::progress};
    const auto found = std::find(sections_.begin(), sections_.end(), first);
    if (found != sections_.end()) section_ = static_cast<std::size_t>(found - sections_.begin());
    open(sections_[section_]);
}

Office::~Office() = default;

void Office::open(Section section) {
    pages_.clear();
    access_.tell(Tone::plain, "");
    switch (section) {
        case Section::roster:
            pages_.push_back(std::make_unique<RosterPage>(access_));
            break;
        case Section::disputes:
            pages_.push_back(std::make_unique<DisputesPage>(access_));
            break;
        case Section::certification:
            pages_.push_back(std::make_unique<CertificationPage>(access_));
            break;
        case Section::people:
            pages_.push_back(std::make_unique<PeoplePage>(access_));
            break;
        case Section::progress:
            pages_.push_back(std::make_unique<ProgressPage>(access_, alone_));
            break;
        case Section::results:
            pages_.push_back(std::make_unique<ResultsPage>(access_));
            break;
        case Section::practice:
            break;
    }
}

std::string Office::screen() const {
    return pages_.empty() ? "practice" : pages_.back()->name();
}

std::optional<Millis> Office::next_due() const {
    return pages_.empty() ? std::nullopt : pages_.back()->next_due();
}

void Office::follow(Deed& deed) {
    const Wish wish = std::exchange(access_.wish, {});
    switch (wish.kind) {
        case Wish::Kind::none:
            return;
        case Wish::Kind::back:
            if (pages_.size() > 1) {
                pages_.pop_back();
                pages_.back()->reload();
            }
            return;
        case Wish::Kind::trainee:
            pages_.push_back(std::make_unique<TraineePage>(access_, wish.what));
            return;
        case Wish::Kind::review:
        case Wish::Kind::blind:
            access_.act(
                [&] {
                    pages_.push_back(std::make_unique<ReviewPage>(access_, wish.what, wish.contact, wish.criterion,
                                                                  wish.kind == Wish::Kind::blind));
                },
                "");
            return;
        case Wish::Kind::day_report:
            access_.act([&] { pages_.push_back(std::make_unique<DayReportPage>(access_, wish.what)); }, "");
            return;
        case Wish::Kind::practice:
            deed.practice = true;
            return;
        case Wish::Kind::play:
            deed.play = wish.what;
            return;
        case Wish::Kind::debrief:
            deed.debrief = wish.what;
            deed.contact = wish.contact;
            return;
    }
}

void Office::message(Ui& ui, Rect& window) {
    if (access_.sentence().empty()) return;
    const Font& font = ui.fonts().text;
    const float wide = window.w - ui.px(16) - ui.px(32) - ui.px(110);
    const float high = std::max(ui.px(40), paragraph_height(font, wide, access_.sentence()) + ui.px(20));
    Rect strip = window.cut_top(high + ui.px(8)).inset(ui.px(8), 0);
    strip.cut_top(ui.px(8));
    notice(ui, strip, access_.tone());
    Rect inside = strip.inset(ui.px(16), 0);
    const Button close{.label = "Dismiss", .kind = ButtonKind::quiet};
    if (button(ui, inside.cut_right(button_width(ui, close)).inset(0, ui.px(4)), close)) {
        access_.tell(Tone::plain, "");
        return;
    }
    draw_icon(ui, access_.tone() == Tone::bad ? Icon::warning : Icon::check, inside.cut_left(ui.px(16)), ui.px(15),
              ink(ui.theme(), access_.tone()));
    inside.cut_left(ui.px(10));
    paragraph(ui, inside.x, inside.y + ui.px(10), wide, font, Tone::plain, access_.sentence());
}

void Office::leaving(std::function<void(Deed&)> go, Deed& deed) {
    if (!pages_.empty() && pages_.back()->unsaved()) {
        going_ = std::move(go);
    } else {
        go(deed);
    }
}

void Office::confirm(Ui& ui, Deed& deed) {
    if (!going_) return;
    Dialog dialog(ui, "Leave this page?", ui.px(480), ui.px(200));
    Rect body = dialog.content();
    Rect acts = body.cut_bottom(ui.px(measure::kButton));
    paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::plain,
              "What you marked and wrote here is not signed or sent yet, and would be lost.");
    const Button stay{.label = "Stay", .kind = ButtonKind::primary, .chord = chord(Key::escape)};
    const Button leave{.label = "Leave", .kind = ButtonKind::danger};
    const bool stays = button(ui, acts.cut_right(button_width(ui, stay) + ui.px(12)), stay);
    acts.cut_right(ui.px(8));
    const bool goes = button(ui, acts.cut_right(button_width(ui, leave) + ui.px(12)), leave);
    if (goes) std::exchange(going_, nullptr)(deed);
    if (stays || dialog.dismissed()) going_ = nullptr;
}

Office::Deed Office::frame(Ui& ui, Settings& settings) {
    Deed deed;
    deed.settings_changed = settings_keys(ui, settings);
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    if (alone_) {
        const Button back{.label = "Back", .chord = chord(Key::escape)};
        if (button(ui, bar.cut_right(button_width(ui, back)).inset(0, ui.px(6)), back)) deed.practice = true;
        bar.cut_right(ui.px(12));
    } else if (pages_.size() > 1) {
        const Button back{.label = "Back", .chord = chord(Key::escape), .icon = Icon::chevron_left};
        if (button(ui, bar.cut_left(button_width(ui, back)).inset(0, ui.px(6)), back))
            leaving([this](Deed&) { access_.wish = {.kind = Wish::Kind::back}; }, deed);
        bar.cut_left(ui.px(14));
        label(ui, bar, ui.fonts().strong, Tone::plain, pages_.back()->heading());
    }
    if (!alone_ && pages_.size() <= 1) {
        const Button out{.label = "Sign out", .kind = ButtonKind::quiet, .chord = ctrl(Key::l)};
        if (button(ui, bar.cut_right(button_width(ui, out)).inset(0, ui.px(6)), out))
            leaving([](Deed& d) { d.sign_out = true; }, deed);
        bar.cut_right(ui.px(12));
        const std::string who = access_.me().name + ", " + std::string(records::label(access_.me().role));
        std::vector<Tab> list;
        float needed = 0;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            list.push_back({title_of(sections_[i]), chord(kSectionKeys[i])});
            needed += paint::width(ui.fonts().text, list.back().label) + ui.px(64);
        }
        const float who_wide = paint::width(ui.fonts().text, who);
        if (needed + who_wide + ui.px(24) <= bar.w) {
            label(ui, bar.cut_right(who_wide), ui.fonts().text, Tone::dim, who, paint::Align::right);
            bar.cut_right(ui.px(24));
        }
        if (const auto chosen = tabs(ui, bar, list, section_)) {
            leaving(
                [this, &ui, to = *chosen](Deed& d) {
                    if (sections_[to] == Section::practice) {
                        d.practice = true;
                        return;
                    }
                    section_ = to;
                    open(sections_[section_]);
                    ui.unfocus();
                    ui.animate();
                },
                deed);
        }
    } else if (alone_) {
        label(ui, bar, ui.fonts().text, Tone::plain,
              access_.me().name + ": " + (pages_.empty() ? "" : pages_.back()->heading()));
    }
    if (pages_.empty()) return deed;
    if (window.h > ui.px(400)) bottom_bar(ui, window, pages_.back()->keys());
    message(ui, window);
    pages_.back()->frame(ui, window);
    confirm(ui, deed);
    const std::size_t depth = pages_.size();
    follow(deed);
    if (pages_.size() != depth) {
        ui.unfocus();
        ui.animate();
    }
    return deed;
}

}  // namespace shift311::desk
