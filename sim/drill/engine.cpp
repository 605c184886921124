#include "sim/drill/engine.hpp"

#include "assessment/text/normal.hpp"
#include "sim/shift/engine.hpp"

#include <algorithm>
#include <utility>

namespace shift311::drill {
namespace {

Event made(Millis at, journal::Act act) {
    Event event;
    event.at = at;
    event.contact =
        std::holds_alternative<journal::ShiftEnded>(act) || std::holds_alternative<journal::Paused>(act) ? 0 : kContact;
    event.act = std::move(act);
    return event;
}

Event vignette(const Plan& plan, std::size_t index, Millis at) {
    const script::Vignette& one = plan.vignettes[index];
    return made(at, journal::VignetteShown{one.id, one.text, static_cast<int>(index) + 1});
}

Event line(const Plan& plan, std::size_t index, Millis at) {
    const script::Dictation::Line& one = plan.dictation.lines[index];
    return made(at, journal::PromptShown{plan.dictation.id, one.say, one.field, shift::speech_time(one.say)});
}

std::size_t length(const std::string& text) {
    return text::code_points(text).size();
}

/// The whole text stands, give or take what a slip of the last words may leave out.
bool copied(const Plan& plan, const State& state) {
    constexpr std::size_t kSlack = 10;
    const auto value = state.values.find("copy");
    return value != state.values.end() && length(value->second) + kSlack >= length(plan.copy.text);
}

struct Decider {
    const Plan& plan;
    const State& state;
    Millis at;

    static Decision no(Refusal refusal) {
        Decision decision;
        decision.refusal = refusal;
        return decision;
    }
    static Decision yes(std::vector<Event> events) {
        Decision decision;
        decision.events = std::move(events);
        return decision;
    }
    Event ended(const char* why) const { return made(at, journal::ShiftEnded{why}); }

    Decision operator()(const Choose& choose) const {
        if (!plan.triage()) return no(Refusal::no_vignette);
        if (state.shown == 0) return no(Refusal::not_begun);
        if (!state.waiting) return no(Refusal::no_vignette);
        if (plan.answer(choose.answer) == nullptr) return no(Refusal::unknown_answer);
        const script::Vignette& one = plan.vignettes[state.shown - 1];
        std::vector<Event> events{
            made(at, journal::VignetteAnswered{one.id, choose.answer, plan.exam ? std::string{} : one.why})};
        if (plan.exam) events.push_back(follows());
        return yes(std::move(events));
    }
    Event follows() const {
        return state.shown < plan.vignettes.size() ? vignette(plan, state.shown, at) : ended("finished");
    }
    Decision operator()(const Next&) const {
        if (plan.triage()) {
            if (state.waiting) return no(Refusal::answer_first);
            return yes({follows()});
        }
        if (plan.copying()) {
            if (state.prompts == 0)
                return yes({made(at, journal::PromptShown{plan.copy.id, plan.copy.text, "copy", plan.limit})});
            if (!copied(plan, state)) return no(Refusal::not_done);
            return yes({ended("finished")});
        }
        return yes({next_line()});
    }
    Event next_line() const {
        return state.prompts < plan.dictation.lines.size() ? line(plan, state.prompts, at) : ended("finished");
    }
    Decision operator()(const Edit& edit) const {
        if (plan.triage()) return no(Refusal::unknown_field);
        if (state.prompts == 0) return no(Refusal::not_begun);
        const bool known = plan.copying() ? edit.field == "copy"
                                          : std::any_of(plan.fields.begin(), plan.fields.end(),
                                                        [&](const Field& field) { return field.code == edit.field; });
        if (!known) return no(Refusal::unknown_field);
        return yes({made(
            at, journal::FieldEdited{edit.field, edit.value, edit.inserted, edit.keys, edit.erased, edit.pasted})});
    }
    Decision operator()(const Pause& pause) const { return yes({made(at, journal::Paused{pause.why, pause.lost})}); }
    Decision operator()(const Stop&) const { return yes({ended("quit")}); }
};

struct Mover {
    State& state;
    const Event& event;

    void operator()(const journal::VignetteShown&) const {
        ++state.shown;
        state.waiting = true;
        state.told.clear();
    }
    void operator()(const journal::VignetteAnswered& act) const {
        state.waiting = false;
        state.given.push_back(act.answer);
        state.told = act.told;
    }
    void operator()(const journal::PromptShown& act) const {
        ++state.prompts;
        state.prompted = event.at;
        state.spoken = event.at + std::min<Millis>(act.lasts, 3'600'000);
    }
    void operator()(const journal::FieldEdited& act) const {
        state.values[act.field] = act.value;
        if (state.first_key < 0) state.first_key = event.at;
        state.last_key = event.at;
    }
    void operator()(const journal::ShiftEnded& act) const {
        state.over = true;
        state.over_why = act.why;
        state.waiting = false;
    }
    template <class Other>
    void operator()(const Other&) const {}
};

}  // namespace

void apply(State& state, const Event& event) {
    state.at = std::max(state.at, event.at);
    state.last = event.seq;
    std::visit(Mover{state, event}, event.act);
}

State step(State state, const Event& event) {
    apply(state, event);
    return state;
}

std::string sentence(Refusal refusal) {
    switch (refusal) {
        case Refusal::none:
            return {};
        case Refusal::over:
            return "The drill is over.";
        case Refusal::not_begun:
            return "The drill has not begun yet.";
        case Refusal::answer_first:
            return "Answer first: 911, 311 or an agency.";
        case Refusal::no_vignette:
            return "There is nothing to answer now.";
        case Refusal::unknown_answer:
            return "There is no such agency in the directory.";
        case Refusal::unknown_field:
            return "There is no such field here.";
        case Refusal::not_done:
            return "The test ends by itself after five minutes, or here when the whole text is typed.";
    }
    return {};
}

Decision decide(const Plan& plan, const State& state, const Intent& intent, Millis at) {
    if (state.over) return Decider::no(Refusal::over);
    return std::visit(Decider{plan, state, std::max(at, state.at)}, intent);
}

std::optional<Due> due(const Plan& plan, const State& state) {
    if (state.over || plan.triage() || state.prompts == 0) return std::nullopt;
    if (plan.copying()) {
        if (state.first_key < 0) return std::nullopt;
        const Millis at = std::max(state.at, state.first_key + plan.limit);
        return Due{at, {made(at, journal::ShiftEnded{"finished"})}};
    }
    if (state.prompts > plan.dictation.lines.size()) return std::nullopt;
    const script::Dictation::Line& current = plan.dictation.lines[state.prompts - 1];
    const auto value = state.values.find(current.field);
    const bool filled = value != state.values.end() && !value->second.empty() && state.last_key >= state.prompted;
    const Millis quiet = std::max(state.spoken, state.last_key);
    Millis at = quiet + (filled ? kPause : kSilence);
    at = std::max(at, state.at);
    const bool more = state.prompts < plan.dictation.lines.size();
    // The end is not hurried: whoever is done says so, and everybody else may still read over what stands.
    if (!more) at = std::max(state.at, quiet + kSilence);
    return Due{at, {more ? line(plan, state.prompts, at) : made(at, journal::ShiftEnded{"finished"})}};
}

Screen view(const Plan& plan, const State& state, Millis at) {
    Screen screen;
    screen.over = state.over;
    screen.over_why = state.over_why;
    screen.values = state.values;
    if (plan.triage()) {
        screen.total = static_cast<int>(plan.vignettes.size());
        screen.begun = state.shown > 0;
        screen.number = static_cast<int>(state.shown);
        if (state.shown == 0 || state.shown > plan.vignettes.size()) return screen;
        const script::Vignette& one = plan.vignettes[state.shown - 1];
        screen.text = one.text;
        screen.answered = !state.waiting && !state.over;
        if (state.waiting || plan.exam || state.given.empty()) return screen;
        const std::string& given = state.given.back();
        screen.right =
            given == one.answer || std::find(one.accept.begin(), one.accept.end(), given) != one.accept.end();
        const auto name = [&](const std::string& id) {
            const Answer* answer = plan.answer(id);
            return answer == nullptr ? id : answer->name;
        };
        screen.given = name(given);
        screen.meant = name(one.answer);
        screen.told = state.told;
        return screen;
    }
    screen.begun = state.prompts > 0;
    if (plan.copying()) {
        screen.total = 1;
        screen.number = static_cast<int>(state.prompts);
        screen.text = plan.copy.text;
        screen.running = state.first_key >= 0 && !state.over;
        screen.left = state.first_key < 0
                          ? plan.limit
                          : std::clamp<Millis>(state.first_key + plan.limit - std::max(at, state.at), 0, plan.limit);
        screen.can_finish = !state.over && copied(plan, state);
        return screen;
    }
    screen.total = static_cast<int>(plan.dictation.lines.size());
    screen.number = static_cast<int>(state.prompts);
    for (std::size_t i = 0; i < std::min(state.prompts, plan.dictation.lines.size()); ++i) {
        Heard heard{plan.dictation.lines[i].say, plan.dictation.lines[i].say.size()};
        if (i + 1 == state.prompts && !state.over && at < state.spoken) {
            // A word is heard when it begins: 400 ms each, as speech_time reckons.
            std::size_t words = static_cast<std::size_t>(std::max<Millis>(0, at - state.prompted) / 400) + 1;
            heard.bytes = 0;
            while (words > 0 && heard.bytes < heard.text.size()) {
                const std::size_t space = heard.text.find(' ', heard.bytes + 1);
                heard.bytes = space == std::string::npos ? heard.text.size() : space;
                --words;
            }
        }
        screen.field = plan.dictation.lines[i].field;
        screen.lines.push_back(std::move(heard));
    }
    return screen;
}

}  // namespace shift311::drill
