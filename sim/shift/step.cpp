#include "sim/shift/state.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace shift311::shift {
namespace {

Contact* contact_of(State& state, ContactId id) {
    if (id == 0 || id > state.contacts.size()) return nullptr;
    return &state.contacts[id - 1];
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

void learn(Contact& contact, const std::vector<std::string>& facts) {
    for (const std::string& fact : facts)
        if (!contains(contact.known, fact)) contact.known.push_back(fact);
}

/// What has been reacted to waits no longer.
void settle(Contact& contact, const std::string& trigger) {
    auto& pending = contact.pending;
    pending.erase(std::remove(pending.begin(), pending.end(), trigger), pending.end());
}

Touched& touch(State& state, const std::string& reference) {
    for (Touched& touched : state.touched)
        if (touched.reference == reference) return touched;
    state.touched.emplace_back();
    state.touched.back().reference = reference;
    return state.touched.back();
}

std::string field(const std::map<std::string, std::string>& fields, const std::string& code) {
    const auto found = fields.find(code);
    return found == fields.end() ? std::string{} : found->second;
}

/// Moves one event into the state. `contact` is the event's contact or null.
struct Mover {
    State& state;
    const Event& event;
    Contact* contact;

    void operator()(const journal::AcdChanged& act) const { state.acd = act.state; }
    void operator()(const journal::Paused&) const {}
    void operator()(const journal::ShiftEnded& act) const {
        state.over = true;
        state.over_why = act.why;
    }
    void operator()(const journal::Arrived& act) const {
        if (event.contact != state.contacts.size() + 1) return;
        Contact arrived;
        arrived.id = event.contact;
        arrived.script = act.script;
        arrived.title = act.title;
        arrived.channel = act.channel;
        arrived.from = act.from;
        arrived.subject = act.subject;
        arrived.body = act.body;
        arrived.mood = act.mood;
        arrived.arrived = event.at;
        arrived.opened = written(act.channel);
        arrived.cue_heard = !act.cue.empty();
        learn(arrived, act.tells);
        state.contacts.push_back(std::move(arrived));
    }
    void operator()(const journal::Answered&) const {
        if (!contact) return;
        contact->stage = Stage::talking;
        contact->answered = event.at;
        state.active = contact->id;
    }
    void operator()(const journal::Abandoned&) const {
        if (!contact) return;
        contact->stage = Stage::abandoned;
        contact->ended = event.at;
        contact->ended_why = "gave_up";
    }
    void operator()(const journal::Taken&) const {
        if (contact) state.active = contact->id;
    }
    void operator()(const journal::Ended& act) const {
        if (!contact) return;
        contact->stage = Stage::wrap_up;
        contact->ended = event.at;
        contact->ended_why = act.why;
        contact->hold_since = -1;
        contact->pending.clear();
        contact->hangs_up = false;
    }
    void operator()(const journal::Wrapped& act) const {
        if (!contact) return;
        contact->stage = Stage::done;
        contact->wrapped = event.at;
        contact->disposition = act.disposition;
        if (state.active == contact->id) state.active = 0;
    }
    void operator()(const journal::CallerSaid& act) const {
        if (!contact) return;
        contact->caller_until = event.at + act.lasts;
        contact->lines.push_back({event.seq, event.at, act.lasts, Line::Who::caller, act.text, {}, act.tells});
        learn(*contact, act.tells);
        if (act.why == "opening") {
            contact->opened = true;
            // The opening is the answer to whatever a call taker says first.
            for (const char* hello : {"greet", "thank_for_calling", "ask_how_help", "not_understood"})
                settle(*contact, hello);
        }
        if (!act.cue.empty()) contact->cue_heard = true;
        if (!act.beat.empty()) ++contact->beats[act.beat];
        if (act.why == "still_there") ++contact->silences;
        if (!act.answers.empty()) {
            contact->replied = true;
            settle(*contact, act.answers);
        }
        if (act.hangs_up) contact->hangs_up = true;
    }
    void operator()(const journal::TraineeSaid& act) const {
        if (!contact) return;
        contact->trainee_until = event.at + act.lasts;
        contact->lines.push_back({event.seq, event.at, act.lasts, Line::Who::trainee, act.text, act.heard, {}});
        contact->said.insert(contact->said.end(), act.heard.begin(), act.heard.end());
        contact->replied = false;
        contact->silences = 0;
        // What was left unanswered before has passed; acts still wait for their reaction.
        auto& pending = contact->pending;
        pending.erase(std::remove_if(pending.begin(), pending.end(),
                                     [](const std::string& what) { return what.rfind("act:", 0) != 0; }),
                      pending.end());
        for (const std::string& phrase : act.heard)
            if (!contains(pending, phrase)) pending.push_back(phrase);
        if (act.heard.empty()) pending.push_back("not_understood");
    }
    void operator()(const journal::MoodChanged& act) const {
        if (!contact) return;
        contact->mood = act.to;
        if (act.from != act.to) contact->mood_why = act.why;
        if (!act.beat.empty()) ++contact->beats[act.beat];
        settle(*contact, act.answers);
    }
    void operator()(const journal::ServiceChosen& act) const {
        if (contact) contact->service = act.service;
    }
    void operator()(const journal::FieldEdited& act) const {
        if (contact) contact->fields[act.field] = act.value;
    }
    void operator()(const journal::LookedUp& act) const {
        if (contact && (act.where == journal::Catalog::near || act.where == journal::Catalog::requests))
            contact->looked_for_duplicates = true;
    }
    void operator()(const journal::Opened& act) const {
        if (!contact) return;
        if (act.where == journal::Catalog::articles) contact->opened_article = act.id;
        if (act.where == journal::Catalog::requests) contact->opened_request = act.id;
    }
    void operator()(const journal::HoldBegan&) const {
        if (!contact) return;
        contact->stage = Stage::on_hold;
        contact->hold_since = event.at;
        contact->pending.push_back("act:hold");
    }
    void operator()(const journal::HoldEnded&) const {
        if (!contact) return;
        contact->stage = Stage::talking;
        contact->hold_since = -1;
        contact->caller_until = std::max(contact->caller_until, event.at);
        contact->pending.push_back("act:resumed");
    }
    void operator()(const journal::TransferBegan& act) const {
        if (!contact) return;
        contact->transfer_target = act.target;
        contact->transfer_warm = act.warm;
        contact->transfer_began = event.at;
        if (act.warm) contact->stage = Stage::transferring;
        contact->pending.push_back("act:transfer");
    }
    void operator()(const journal::TransferAnswered& act) const {
        if (!contact) return;
        contact->stage = Stage::connected;
        contact->target_until = event.at + act.lasts;
        contact->lines.push_back({event.seq, event.at, act.lasts, Line::Who::target, act.text, {}, {}});
    }
    void operator()(const journal::Filed& act) const {
        Touched& touched = touch(state, act.reference);
        touched.service = act.service;
        touched.address = field(act.fields, "location");
        touched.description = field(act.fields, "narrative");
        touched.due = act.due;
        touched.filed_here = true;
        touched.contact = event.contact;
        if (!contact) return;
        contact->filed = act.reference;
        contact->due = act.due;
        contact->pending.push_back("act:filed");
    }
    void operator()(const journal::RequestChanged& act) const {
        Touched& touched = touch(state, act.reference);
        touched.contact = event.contact;
        if (act.how == "closed") touched.status = "closed";
        if (act.how == "reopened") touched.status = "open";
        if (act.how == "added") touched.status_note = "Another caller was added today.";
        if (act.how == "forwarded") touched.status_note = "Sent on for more action today.";
        if (!contact) return;
        contact->changed.push_back(act.reference);
        if (act.how == "added") contact->pending.push_back("act:added");
    }
    void operator()(const journal::Replied& act) const {
        if (!contact) return;
        contact->lines.push_back({event.seq, event.at, 0, Line::Who::trainee, act.text, act.heard, {}});
        contact->said.insert(contact->said.end(), act.heard.begin(), act.heard.end());
    }
    // Drills are no shift; their events change nothing on the floor.
    void operator()(const journal::VignetteShown&) const {}
    void operator()(const journal::VignetteAnswered&) const {}
    void operator()(const journal::PromptShown&) const {}
};

}  // namespace

void apply(State& state, const Event& event) {
    state.at = std::max(state.at, event.at);
    state.last = event.seq;
    std::visit(Mover{state, event, contact_of(state, event.contact)}, event.act);
}

State step(State state, const Event& event) {
    apply(state, event);
    return state;
}

const Contact* find_contact(const State& state, ContactId id) {
    if (id == 0 || id > state.contacts.size()) return nullptr;
    return &state.contacts[id - 1];
}

const Contact* active_contact(const State& state) {
    return find_contact(state, state.active);
}

std::string field_value(const Contact& contact, const std::string& field) {
    const auto found = contact.fields.find(field);
    return found == contact.fields.end() ? std::string{} : found->second;
}

bool written(Channel channel) {
    return channel == Channel::email || channel == Channel::fax || channel == Channel::web;
}

}  // namespace shift311::shift
