#include "sim/script/yardstick.hpp"
#include "sim/shift/conversation_view.hpp"
#include "sim/shift/form_view.hpp"
#include "sim/shift/screen.hpp"

#include <algorithm>
#include <cstdio>

namespace shift311::shift {
namespace {

bool open_stage(Stage stage) {
    return stage == Stage::talking || stage == Stage::on_hold || stage == Stage::transferring ||
           stage == Stage::connected;
}

std::string story_clock(const Floor& floor, Millis at) {
    const Millis seconds = at / 1000 + static_cast<Millis>(floor.plan.starts_at_minute) * 60;
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(seconds / 3600 % 24),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text;
}

std::string name_of(const Contact& contact) {
    switch (contact.channel) {
        case Channel::email:
            return contact.subject.empty() ? contact.from : contact.subject;
        case Channel::fax:
        case Channel::web:
            return contact.subject.empty() ? "Web form" : contact.subject;
        case Channel::walk_in:
            return contact.from.empty() ? "Walk-in" : contact.from;
        default:
            return contact.from.empty() ? "Number withheld" : contact.from;
    }
}

std::string status_of(const Contact& contact) {
    const bool mail = written(contact.channel);
    const bool counter = contact.channel == Channel::walk_in;
    switch (contact.stage) {
        case Stage::waiting:
            return mail ? "In the inbox" : counter ? "Waiting at the counter" : "Ringing";
        case Stage::talking: {
            if (!mail) return counter ? "At the counter" : "On the line";
            return field_value(contact, "reply").empty() ? "E-mail, open" : "E-mail, reply started";
        }
        case Stage::on_hold:
            return counter ? "Asked to wait" : "On hold";
        case Stage::transferring:
            return "Transferring";
        case Stage::connected:
            return "Three on the line";
        case Stage::wrap_up:
            return "Wrap-up";
        case Stage::done:
            return "Done";
        case Stage::abandoned:
            return "Gave up waiting";
    }
    return {};
}

Millis timer_of(const Contact& contact, Millis at) {
    switch (contact.stage) {
        case Stage::waiting:
            return at - contact.arrived;
        case Stage::on_hold:
            return at - contact.hold_since;
        case Stage::talking:
        case Stage::transferring:
        case Stage::connected:
            return at - contact.answered;
        case Stage::wrap_up:
            return at - contact.ended;
        case Stage::done:
            return contact.ended - contact.answered;
        case Stage::abandoned:
            return contact.ended - contact.arrived;
    }
    return 0;
}

void fill_counts(const Floor& floor, const State& state, Millis at, Screen& screen) {
    screen.service_level_percent = floor.plan.service_level_percent;
    screen.service_level_within = floor.plan.service_level_within;
    for (const Contact& contact : state.contacts) {
        if (contact.stage == Stage::abandoned) ++screen.abandoned;
        if (contact.stage == Stage::waiting) {
            ++screen.waiting;
            if (!written(contact.channel)) screen.longest_wait = std::max(screen.longest_wait, at - contact.arrived);
        }
        if (contact.answered >= 0 && !written(contact.channel)) {
            ++screen.answered;
            if (contact.answered - contact.arrived <= floor.plan.service_level_within) ++screen.answered_in_time;
        }
    }
    // A shift that was broken off after a call or two is measured by nothing.
    const auto met = static_cast<std::size_t>(screen.answered + screen.abandoned);
    if (!state.over || met < script::kFewestCallers) return;
    screen.yardstick = yardstick(floor);
    // Who gave up is left out of the service level, and is not left out of this.
    if (!screen.yardstick.empty())
        screen.yardstick += " You answered " + std::to_string(screen.answered_in_time) + " of " + std::to_string(met) +
                            " in that time.";
}

void fill_contacts(const Floor& floor, const State& state, Millis at, Screen& screen) {
    const auto row = [&](const Contact& contact) {
        ContactRow made;
        made.id = contact.id;
        made.channel = contact.channel;
        made.name = name_of(contact);
        made.status = status_of(contact);
        made.stage = contact.stage;
        made.timer = std::max<Millis>(0, timer_of(contact, at));
        made.active = contact.id == state.active;
        made.urgent = (contact.stage == Stage::waiting && !written(contact.channel) &&
                       made.timer > floor.plan.service_level_within) ||
                      (contact.stage == Stage::on_hold && made.timer > 60'000);
        screen.contacts.push_back(std::move(made));
    };
    for (const Contact& contact : state.contacts)
        if (contact.stage != Stage::done && contact.stage != Stage::abandoned) row(contact);
    for (const Contact& contact : state.contacts)
        if (contact.stage == Stage::done || contact.stage == Stage::abandoned) row(contact);
}

ActView allowed(const Floor& floor, const State& state, const Intent& intent, Millis at) {
    const Decision decision = decide(floor, state, intent, at);
    ActView act;
    act.enabled = !decision.refusal;
    if (decision.refusal) act.why_not = sentence(*decision.refusal);
    return act;
}

void fill_acts(const Floor& floor, const State& state, Millis at, Screen& screen) {
    screen.answer = allowed(floor, state, Answer{}, at);
    screen.hold = allowed(floor, state, Hold{}, at);
    screen.resume = allowed(floor, state, Resume{}, at);
    const std::string anyone = floor.city.directory.empty() ? std::string{} : floor.city.directory.front().id;
    screen.transfer = allowed(floor, state, Transfer{anyone, false}, at);
    screen.end = allowed(floor, state, End{}, at);
    screen.file = allowed(floor, state, File{}, at);
    screen.wrap = allowed(floor, state, Wrap{"end"}, at);
    screen.say = allowed(floor, state, Say{"x", {}}, at);
    screen.reply = allowed(floor, state, Reply{}, at);
}

}  // namespace

Screen view(const Floor& floor, const State& state, Millis at) {
    at = std::max(at, state.at);
    Screen screen;
    screen.title = floor.plan.title;
    screen.trainee = floor.trainee;
    screen.level = floor.level;
    screen.practice = floor.level < 4;
    screen.clock = story_clock(floor, at);
    screen.at = at;
    screen.acd = state.acd;
    screen.over = state.over;
    fill_counts(floor, state, at, screen);
    fill_contacts(floor, state, at, screen);
    fill_acts(floor, state, at, screen);
    const bool talking = std::any_of(state.contacts.begin(), state.contacts.end(), [](const Contact& contact) {
        return !written(contact.channel) && open_stage(contact.stage) && contact.stage != Stage::on_hold;
    });
    screen.ringing = !talking && std::any_of(state.contacts.begin(), state.contacts.end(), [](const Contact& contact) {
        return contact.channel == Channel::phone && contact.stage == Stage::waiting;
    });
    if (const Contact* contact = active_contact(state)) {
        screen.active = contact->id;
        screen.stage = contact->stage;
        screen.channel = contact->channel;
        screen.from = contact->from;
        screen.subject = contact->subject;
        screen.body = contact->body;
        screen.written = written(contact->channel);
        screen.timer = std::max<Millis>(0, timer_of(*contact, at));
        fill_conversation(floor, *contact, at, screen);
        screen.form = form_view(floor, state, *contact);
    }
    return screen;
}

Millis next_change(const Floor& floor, const State& state, Millis at) {
    at = std::max(at, state.at);
    Millis next = at - at % 1000 + 1000;  // the clock's second
    if (const Contact* contact = active_contact(state))
        for (const Line& line : contact->lines)
            if (line.at + line.lasts > at) next = std::min(next, at + 100);  // words appear as they are spoken
    if (const auto coming = due(floor, state)) next = std::min(next, std::max(at, coming->at));
    return next;
}

}  // namespace shift311::shift
