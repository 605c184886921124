// The seat at the desk: the shift being played, what there is to see of it now, and the one way to act on it.
#pragma once

#include "sim/desk/shift_clock.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"
#include "sim/shift/run.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

/// What the person is told at the foot of the desk, for a while.
struct Notice {
    std::string text;
    Tone tone = Tone::plain;
    Millis until = 0;  ///< of the monotonic clock
};

/// The records could not take an event down: nothing has happened, and it can be tried again.
struct Trouble {
    std::string sentence;
    std::function<void()> again;
};

/// The views that share the right side of the desk; `talk` only where the conversation has no column of its own.
enum class Side { talk, request, history, knowledge, directory, transfer, compare };

class Seat {
  public:
    explicit Seat(shift::Run& run) : run_(&run) {}

    shift::Run& run() const { return *run_; }
    const shift::Floor& floor() const { return run_->floor(); }
    const shift::State& state() const { return run_->state(); }
    /// As it is at this moment; made anew by `refresh`.
    const shift::Screen& screen() const { return screen_; }
    const shift::FormView& form() const { return screen_.form; }
    ShiftClock& clock() { return clock_; }
    const ShiftClock& clock() const { return clock_; }

    /// Lets happen what is due, and looks again.
    void refresh();

    /// Each says whether it was accepted; if not, the reason stands in the notice and the focus goes to where it can be
    /// mended. The time is that of the key or click.
    bool act(Ui& ui, const shift::Intent& intent);
    bool say(Ui& ui, const std::string& words);
    bool say_phrase(Ui& ui, const std::string& phrase);
    bool reply(Ui& ui);

    void tell(const Ui& ui, std::string text, Tone tone = Tone::plain, Millis lasts = 6000);
    const Notice* notice(const Ui& ui) const;
    std::optional<Millis> notice_until() const;

    const std::optional<Trouble>& trouble() const { return trouble_; }
    void try_again();

    /// What stands at the right; and which control of it then has the focus.
    Side side() const { return side_; }
    void open(Ui& ui, Side side, std::string_view focus = {});

    /// Nothing of importance is waiting, being said or running out: the tour may stop the clock.
    bool quiet() const;

  private:
    journal::Millis time_of(const Ui& ui) const;
    bool guarded(Ui& ui, const std::function<std::optional<shift::Refusal>()>& deed, std::function<void()> again);
    bool accepted(Ui& ui, const std::optional<shift::Refusal>& refusal);

    shift::Run* run_;
    shift::Screen screen_;
    ShiftClock clock_;
    Notice notice_;
    std::optional<Trouble> trouble_;
    Side side_ = Side::request;
};

/// Time as the desk writes it: "0:42", "12:05".
std::string time_text(journal::Millis time);

}  // namespace shift311::desk
