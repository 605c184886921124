#include "sim/desk/call/seat.hpp"

#include "assessment/journal/journal.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace shift311::desk {

std::string time_text(journal::Millis time) {
    return journal::clock_text(std::max<journal::Millis>(0, time));
}

journal::Millis Seat::time_of(const Ui& ui) const {
    return std::max(run_->state().at, clock_.at(ui.event_time()));
}

void Seat::refresh() {
    if (!trouble_) {
        try {
            if (const Millis lost = clock_.take_lost(); lost > 0 && !run_->state().over)
                run_->submit(shift::Pause{"clock_jumped", lost}, std::max(run_->state().at, clock_.at()));
            run_->advance(clock_.at());
        } catch (const std::runtime_error& fault) {
            trouble_ = Trouble{fault.what(), [this] { run_->advance(clock_.at()); }};
        }
    }
    screen_ = run_->screen(std::max(run_->state().at, clock_.at()));
}

bool Seat::accepted(Ui& ui, const std::optional<shift::Refusal>& refusal) {
    if (!refusal) return true;
    tell(ui, shift::sentence(*refusal), Tone::careful);
    if (!refusal->control.empty() && !ui.typing()) ui.focus(refusal->control);
    return false;
}

bool Seat::guarded(Ui& ui, const std::function<std::optional<shift::Refusal>()>& deed, std::function<void()> again) {
    if (trouble_) return false;
    try {
        return accepted(ui, deed());
    } catch (const std::runtime_error& fault) {
        trouble_ = Trouble{fault.what(), std::move(again)};
        return false;
    }
}

bool Seat::act(Ui& ui, const shift::Intent& intent) {
    const journal::Millis at = time_of(ui);
    return guarded(
        ui, [&] { return run_->submit(intent, at); },
        [this, intent] { run_->submit(intent, std::max(run_->state().at, clock_.at())); });
}

bool Seat::say(Ui& ui, const std::string& words) {
    const journal::Millis at = time_of(ui);
    return guarded(
        ui, [&] { return run_->say(words, at); },
        [this, words] { run_->say(words, std::max(run_->state().at, clock_.at())); });
}

bool Seat::say_phrase(Ui& ui, const std::string& phrase) {
    const journal::Millis at = time_of(ui);
    return guarded(
        ui, [&] { return run_->say_phrase(phrase, at); },
        [this, phrase] { run_->say_phrase(phrase, std::max(run_->state().at, clock_.at())); });
}

bool Seat::reply(Ui& ui) {
    const journal::Millis at = time_of(ui);
    return guarded(
        ui, [&] { return run_->reply(at); }, [this] { run_->reply(std::max(run_->state().at, clock_.at())); });
}

void Seat::try_again() {
    if (!trouble_) return;
    const Trouble before = std::move(*trouble_);
    trouble_.reset();
    try {
        before.again();
    } catch (const std::runtime_error& fault) {
        trouble_ = Trouble{fault.what(), before.again};
    }
}

void Seat::tell(const Ui& ui, std::string text, Tone tone, Millis lasts) {
    notice_ = {std::move(text), tone, ui.now() + lasts};
}

const Notice* Seat::notice(const Ui& ui) const {
    return !notice_.text.empty() && ui.now() < notice_.until ? &notice_ : nullptr;
}

std::optional<Millis> Seat::notice_until() const {
    if (notice_.text.empty()) return std::nullopt;
    return notice_.until;
}

void Seat::open(Ui& ui, Side side, std::string_view focus) {
    side_ = side;
    if (!focus.empty()) ui.focus(focus);
}

bool Seat::quiet() const {
    return std::none_of(screen_.conversation.begin(), screen_.conversation.end(),
                        [](const shift::Utterance& u) { return u.speaking; });
}

}  // namespace shift311::desk
