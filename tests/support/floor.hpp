// A shift under a test's hands: the run, its clock and shorthands for what a trainee does.
#pragma once

#include "sim/listen/listener.hpp"
#include "sim/shift/floor.hpp"
#include "sim/shift/pace.hpp"
#include "sim/shift/run.hpp"
#include "tests/support/content.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shift311::tests {

/// No listener: free words are understood as the phrase ids they spell out.
inline std::vector<std::string> spelled_out(const std::string& words, const std::string&) {
    std::vector<std::string> ids;
    std::string id;
    for (const char c : words + " ") {
        if (c != ' ') {
            id += c;
            continue;
        }
        if (!id.empty() && script::find_phrase(content(), id)) ids.push_back(id);
        id.clear();
    }
    return ids;
}

/// The real listener, with each script's own phrases.
inline std::vector<std::string> understood(const std::string& words, const std::string& script) {
    static std::map<std::string, listen::Listener> listeners;
    static const listen::Listener core(content().phrases);
    auto own = listeners.find(script);
    if (own == listeners.end()) own = listeners.emplace(script, core.with(script_named(script).phrases)).first;
    std::vector<std::string> ids;
    for (const listen::Heard& heard : own->second.understand(words).heard)
        ids.push_back(heard.phrase);
    return ids;
}

inline script::ShiftPlan plan_of(std::vector<std::pair<shift::Millis, std::string>> contacts) {
    script::ShiftPlan plan = shift::plan_for(script_named(contacts.front().second));
    plan.id = "test";
    plan.contacts.clear();
    for (auto& [at, id] : contacts) {
        script::Arrival arrival;
        arrival.at = at;
        arrival.script = id;
        plan.contacts.push_back(arrival);
    }
    return plan;
}

/// The cities of the project's content on their days, each made once a test program.
inline shift::Grounds& grounds() {
    static shift::Grounds made;
    return made;
}

struct Desk {
    explicit Desk(const script::ShiftPlan& plan, std::uint64_t seed = 7, int level = 1)
        : run(
              shift::make_floor(content(), plan, seed, level, "Dana Reyes", &grounds()),
              [this](std::span<const shift::Event> events) {
                  stored.insert(stored.end(), events.begin(), events.end());
              },
              spelled_out) {}

    std::optional<shift::Refusal::Why> act(const shift::Intent& intent) {
        const auto refusal = run.submit(intent, now);
        if (refusal) return refusal->why;
        return std::nullopt;
    }
    void wait(shift::Millis time) { run.advance(now += time); }
    void say(const std::string& phrase) {
        if (!run.say_phrase(phrase, now)) now = shift::listen(run, now);
    }
    const shift::Contact& contact(journal::ContactId id = 1) const { return *shift::find_contact(run.state(), id); }
    std::string last_line(journal::ContactId id = 1) const {
        return contact(id).lines.empty() ? "" : contact(id).lines.back().text;
    }

    std::vector<shift::Event> stored;
    shift::Run run;
    shift::Millis now = 0;
};

}  // namespace shift311::tests
