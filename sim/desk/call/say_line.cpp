#include "sim/desk/call/say_line.hpp"

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/popup.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/fuzzy.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr std::size_t kMost = 5;
constexpr std::size_t kMostBrowsed = 8;
constexpr float kLine = 44;
constexpr float kRow = 36;

std::string spaced(std::string id) {
    std::replace(id.begin(), id.end(), '_', ' ');
    return id;
}

std::size_t word_count(const std::string& text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++count;
        inside = c != ' ';
    }
    return count;
}

bool blank(const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
}

}  // namespace

void SayLine::find(const Seat& seat) {
    const std::string key = std::to_string(seat.screen().active) + (browsing_ ? "+" : "-") + words_;
    if (key == found_for_) return;
    found_for_ = key;
    chosen_ = 0;
    in_view_.reset();
    choices_.clear();
    if (blank(words_) && !browsing_) return;
    struct Found {
        int score = 0;
        Choice choice;
    };
    std::vector<Found> found;
    for (const script::Phrase* phrase : seat.run().phrases()) {
        if (phrase->avoid) continue;
        const std::string name = spaced(phrase->id);
        Choice choice{phrase->id, phrase->label, name, {}};
        if (const auto by_label = fuzzy(words_, phrase->label)) {
            choice.strong = by_label->letters;
            found.push_back({by_label->score + 40, std::move(choice)});
        } else if (const auto by_name = fuzzy(words_, name)) {
            found.push_back({by_name->score, std::move(choice)});
        }
    }
    if (!blank(words_))
        std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.score > b.score; });
    const std::size_t most = browsing_ && blank(words_) ? found.size() : kMost - 1;
    for (Found& f : found) {
        if (choices_.size() == most) break;
        choices_.push_back(std::move(f.choice));
    }
    if (blank(words_)) return;
    // A sentence is meant as it stands; a word or two is a way to find a phrase.
    Choice free{"", words_, "say these words", {}};
    if (word_count(words_) >= 4 || choices_.empty()) {
        choices_.insert(choices_.begin(), std::move(free));
    } else {
        choices_.push_back(std::move(free));
    }
}

float SayLine::height(Ui& ui, const Seat& seat, float wide) {
    if (contact_ != seat.screen().active) {
        contact_ = seat.screen().active;
        words_.clear();
        browsing_ = false;
    }
    float high = ui.px(kLine);
    if (low_) return high;
    if (ui.has_focus("Say")) {
        find(seat);
        const std::size_t rows = std::min(choices_.size(), kMostBrowsed);
        if (rows > 0) high += ui.px(8) + static_cast<float>(rows) * ui.px(kRow);
    }
    const auto& next = seat.screen().next_steps;
    if (!next.empty()) {
        std::string text = "Next: ";
        for (const std::string& step : next)
            text += (&step == &next.front() ? "" : "  \u00b7  ") + step;
        high += paragraph_height(ui.fonts().small, wide - ui.px(8), text) + ui.px(10);
    }
    return high;
}

void SayLine::say(Ui& ui, Seat& seat, const Choice& choice) {
    const bool done = choice.phrase.empty() ? seat.say(ui, choice.shown) : seat.say_phrase(ui, choice.phrase);
    if (!done) return;
    words_.clear();
    browsing_ = false;
    found_for_.clear();
    choices_.clear();
}

void SayLine::show(Ui& ui, Seat& seat, Rect rect) {
    const shift::Screen& s = seat.screen();
    const Theme& t = ui.theme();
    if (!s.next_steps.empty() && !low_) {
        std::string text = "Next: ";
        for (const std::string& step : s.next_steps)
            text += (&step == &s.next_steps.front() ? "" : "  \u00b7  ") + step;
        const float used =
            paragraph(ui, rect.x + ui.px(4), rect.y, rect.w - ui.px(8), ui.fonts().small, Tone::accent, text);
        rect.cut_top(used + ui.px(10));
    }
    const bool focused = ui.has_focus("Say");
    const Rect line = rect.cut_top(ui.px(kLine));
    std::string say_hint = "Say something: type words, or a few letters of a phrase";
    if (!s.say.enabled) say_hint = s.say.why_not;
    const FieldTouch touch = text_field(ui, line,
                                        {.label = "Say",
                                         .value = words_,
                                         .hint = say_hint,
                                         .remark = focused ? "Enter says it" : "",
                                         .lead = "/",
                                         .trailing = Icon::chevron_down,
                                         .enabled = s.say.enabled,
                                         .most = 400});
    if (touch.edit) {
        // The key that brings one here may be pressed once too often.
        words_ = words_.empty() && touch.edit->value == "/" ? "" : touch.edit->value;
        if (!words_.empty()) browsing_ = false;
    }
    if (!touch.focused) {
        browsing_ = false;
        return;
    }
    // Who has no hand at the keys opens the whole list by a click.
    if (touch.clicked && words_.empty()) browsing_ = !browsing_;
    find(seat);
    if (ui.pressed(chord(Key::down))) {
        if (choices_.empty()) {
            browsing_ = true;
            find(seat);
        } else {
            chosen_ = std::min(chosen_ + 1, choices_.size() - 1);
        }
    }
    if (ui.pressed(chord(Key::up))) chosen_ = chosen_ == 0 ? 0 : chosen_ - 1;
    if (ui.pressed(chord(Key::escape))) {
        if (words_.empty() && !browsing_) ui.unfocus();
        words_.clear();
        browsing_ = false;
    }
    std::optional<Choice> said;
    if (touch.submitted && !choices_.empty()) said = choices_[std::min(chosen_, choices_.size() - 1)];

    if (!choices_.empty() && low_) {
        // No room for the list in its place: it hangs over the conversation.
        std::vector<PopupItem> items;
        for (const Choice& choice : choices_)
            items.push_back({choice.shown, choice.note, choice.strong});
        if (const auto clicked = popup_list(ui, line, "Say", items, std::min(chosen_, choices_.size() - 1)))
            said = choices_[*clicked];
    } else if (!choices_.empty()) {
        rect.cut_top(ui.px(8));
        const float high = ui.px(kRow);
        const std::size_t fit = std::max<std::size_t>(1, static_cast<std::size_t>(rect.h / high));
        const Rect box{rect.x, rect.y, rect.w, static_cast<float>(std::min(choices_.size(), fit)) * high};
        paint::fill(ui, box, t.field, ui.px(measure::kControlCorner));
        Scroll scroll(ui, "phrases", box);
        const Rect c = scroll.content();
        if (!in_view_ && chosen_ == 0) scroll.to_top();
        float y = c.y;
        for (std::size_t i = 0; i < choices_.size(); ++i, y += high) {
            const Choice& choice = choices_[i];
            const std::string name = choice.phrase.empty() ? "Say these words" : "Say: " + choice.shown;
            const Row line_spec{.title = choice.shown,
                                .right = choice.note,
                                .right_tone = Tone::dim,
                                .right_mono = false,
                                .selected = i == chosen_,
                                .focusable = false,
                                .strong = choice.strong,
                                .label = name};
            const Rect place{c.x, y, c.w, high};
            if (row(ui, place, line_spec).clicked) said = choice;
            // Followed when it moves; else the wheel could never leave it.
            if (i == chosen_ && in_view_ != chosen_ && place.y < box.y) scroll.by(place.y - box.y);
            if (i == chosen_ && in_view_ != chosen_ && place.bottom() > box.bottom())
                scroll.by(place.bottom() - box.bottom());
        }
        in_view_ = chosen_;
        scroll.used(y - c.y);
    }
    if (said) {
        const Choice choice = *said;
        say(ui, seat, choice);
    }
}

}  // namespace shift311::desk
