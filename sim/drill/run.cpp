#include "sim/drill/run.hpp"

#include <utility>

namespace shift311::drill {

Run::Run(std::shared_ptr<const Plan> plan, Sink sink, Applied applied)
    : plan_(std::move(plan)), sink_(std::move(sink)), applied_(std::move(applied)) {}

void Run::resume(const std::vector<Event>& events) {
    for (const Event& event : events) {
        apply(state_, event);
        events_.push_back(event);
    }
}

void Run::append(std::vector<Event> events) {
    Seq seq = state_.last;
    for (Event& event : events)
        event.seq = ++seq;
    if (sink_) sink_(events);
    for (const Event& event : events) {
        apply(state_, event);
        events_.push_back(event);
        if (applied_) applied_(event);
    }
}

void Run::advance(Millis to) {
    while (const auto coming = due(*plan_, state_)) {
        if (coming->at > to) return;
        append(coming->events);
    }
}

std::optional<Millis> Run::next_due() const {
    const auto coming = due(*plan_, state_);
    return coming ? std::make_optional(coming->at) : std::nullopt;
}

Refusal Run::submit(const Intent& intent, Millis at) {
    advance(at);
    Decision decision = decide(*plan_, state_, intent, at);
    if (decision.refusal != Refusal::none) return decision.refusal;
    append(std::move(decision.events));
    return Refusal::none;
}

}  // namespace shift311::drill
