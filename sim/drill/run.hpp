// A drill being played: takes intents, keeps the journal, moves the state. The one write path of every face.
#pragma once

#include "sim/drill/engine.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace shift311::drill {

class Run {
  public:
    /// Called before the events take effect; durable when it returns. When it throws, nothing has happened.
    using Sink = std::function<void(std::span<const Event>)>;
    /// Called after each event has taken effect.
    using Applied = std::function<void(const Event&)>;

    explicit Run(std::shared_ptr<const Plan> plan, Sink sink = {}, Applied applied = {});

    /// Take up a journal that was written before.
    void resume(const std::vector<Event>& events);
    /// Lets everything happen that is due up to `at`, then the intent. A refused intent writes nothing.
    Refusal submit(const Intent& intent, Millis at);
    void advance(Millis to);
    std::optional<Millis> next_due() const;

    Screen screen(Millis at) const { return view(*plan_, state_, at); }
    const Plan& plan() const { return *plan_; }
    const State& state() const { return state_; }
    const std::vector<Event>& events() const { return events_; }

  private:
    void append(std::vector<Event> events);
    std::shared_ptr<const Plan> plan_;
    Sink sink_;
    Applied applied_;
    State state_;
    std::vector<Event> events_;
};

}  // namespace shift311::drill
