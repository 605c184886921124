#include "sim/shift/engine.hpp"
#include "sim/shift/reaction.hpp"

#include <algorithm>
#include <variant>

namespace shift311::shift {
namespace {

constexpr Millis kOpensAfter = 3'000;       ///< a caller who hears nothing begins to speak
constexpr Millis kThinks = 400;             ///< between the call taker's last word and the answer
constexpr Millis kBreath = 300;             ///< between two lines of the caller
constexpr Millis kStillThere = 25'000;      ///< dead air after which a caller asks whether anyone is there
constexpr Millis kStillThereBusy = 45'000;  ///< the same after "one moment, please"
constexpr int kGivesUpAfter = 4;            ///< this many times

Event event(Millis at, ContactId contact, journal::Act act) {
    Event made;
    made.at = at;
    made.contact = contact;
    made.act = std::move(act);
    return made;
}

/// Keeps the earliest thing; of equal times the first offered, so that the order of offers is the order of events.
class Earliest {
  public:
    /// Nothing is due before what has already happened: what fell due during a hold comes now.
    explicit Earliest(Millis not_before) : not_before_(not_before) {}
    void offer(Millis at, ContactId contact, std::vector<journal::Act> acts) {
        at = std::max(at, not_before_);
        if (best_ && best_->at <= at) return;
        Due due;
        due.at = at;
        for (journal::Act& act : acts) {
            // The state is of the call taker, not of a contact.
            const ContactId of = std::holds_alternative<journal::AcdChanged>(act) ? 0 : contact;
            due.events.push_back(event(at, of, std::move(act)));
        }
        best_ = std::move(due);
    }
    std::optional<Due> take() { return std::move(best_); }

  private:
    Millis not_before_;
    std::optional<Due> best_;
};

journal::Arrived arrival(const script::Cast& cast) {
    const script::Script& script = cast.script;
    journal::Arrived arrived;
    arrived.script = script.id;
    arrived.title = script.title;
    arrived.channel = script.channel;
    arrived.mood = script.caller.mood;
    switch (script.channel) {
        case Channel::email:
            arrived.from = script.caller.email;
            break;
        case Channel::walk_in:
            arrived.from = script.caller.stands_at;
            break;
        default:
            arrived.from = script.caller.phone;
            break;
    }
    if (written(script.channel)) {
        arrived.subject = script.subject;
        arrived.body = script.opening;
        arrived.tells = script.opening_tells;
        arrived.cue = script.opening_cue;
    }
    return arrived;
}

bool said_any(const Contact& contact, std::initializer_list<const char*> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const char* phrase) {
        return std::find(contact.said.begin(), contact.said.end(), phrase) != contact.said.end();
    });
}

/// The end of the last word from anyone.
Millis quiet_since(const Contact& contact) {
    return std::max({contact.caller_until, contact.trainee_until, contact.target_until, contact.answered});
}

std::vector<journal::Act> acts_of(Reaction reaction) {
    return std::move(reaction.acts);
}

void offer_opening(const Floor& floor, const Contact& contact, Earliest& earliest) {
    const script::Cast& cast = floor.casts[contact.id - 1];
    journal::CallerSaid said;
    said.text = cast.script.opening;
    said.lasts = speech_time(said.text);
    said.why = "opening";
    said.tells = cast.script.opening_tells;
    said.cue = cast.script.opening_cue;
    const Millis at = contact.said.empty() && contact.trainee_until == 0 ? contact.answered + kOpensAfter
                                                                         : contact.trainee_until + kThinks;
    earliest.offer(at, contact.id, {std::move(said)});
}

/// The caller hangs up. That leaves the call taker in wrap-up, unless another contact is being worked on meanwhile.
std::vector<journal::Act> gone(const State& state, const Contact& contact) {
    std::vector<journal::Act> acts{journal::Ended{"caller", "gave_up"}};
    if (state.active == contact.id && state.acd != AcdState::wrap_up)
        acts.emplace_back(journal::AcdChanged{AcdState::wrap_up});
    return acts;
}

void offer_talk(const Floor& floor, const State& state, const Contact& contact, Earliest& earliest) {
    const script::Cast& cast = floor.casts[contact.id - 1];
    if (contact.hangs_up) {
        earliest.offer(contact.caller_until, contact.id, gone(state, contact));
        return;
    }
    if (!contact.opened) {
        offer_opening(floor, contact, earliest);
        return;
    }
    const Millis quiet = quiet_since(contact);
    const Millis free_at = std::max(contact.trainee_until + kThinks, contact.caller_until + kBreath);
    if (auto reaction = react(cast, floor.manners, contact))
        earliest.offer(free_at, contact.id, acts_of(std::move(*reaction)));

    for (const script::Beat& beat : cast.script.beats) {
        if (!may_play(beat, contact)) continue;
        const bool played = contact.beats.count(beat.id) != 0;
        if (beat.after && !played)
            earliest.offer(std::max(contact.answered + *beat.after, quiet + kBreath), contact.id,
                           acts_of(play(beat, contact)));
        // A beat without words would not break the silence, and so would come again at once.
        if (beat.silence && (!beat.say.empty() || !played))
            earliest.offer(quiet + *beat.silence, contact.id, acts_of(play(beat, contact)));
        if (beat.mood_at && contact.mood <= *beat.mood_at && !played)
            earliest.offer(free_at, contact.id, acts_of(play(beat, contact)));
    }

    const bool asked_to_wait = !contact.said.empty() && contact.said.back() == "ask_hold";
    const bool goodbye = said_any(contact, {"close"});
    const Millis patience = asked_to_wait || goodbye ? kStillThereBusy : kStillThere;
    if (goodbye || contact.stage != Stage::talking) return;
    if (auto still_there =
            manner(cast, floor.manners, contact.silences + 1 >= kGivesUpAfter ? "gives_up" : "still_there",
                   static_cast<std::size_t>(contact.silences))) {
        std::vector<journal::Act> acts;
        still_there->why = "still_there";
        if (contact.silences + 1 >= kGivesUpAfter) still_there->hangs_up = true;
        if (contact.silences > 0)
            acts.emplace_back(
                journal::MoodChanged{contact.mood, moved(contact.mood, -1), "Nobody spoke for a long time.", "", ""});
        acts.emplace_back(std::move(*still_there));
        earliest.offer(quiet + patience, contact.id, std::move(acts));
    }
}

void offer_hold(const Floor& floor, const State& state, const Contact& contact, Earliest& earliest) {
    const script::Cast& cast = floor.casts[contact.id - 1];
    for (const script::Beat& beat : cast.script.beats) {
        // A caller on hold is not heard: only what he feels, or that he has gone, comes through.
        if (!beat.on_hold || contact.beats.count(beat.id) != 0 || !may_play(beat, contact)) continue;
        std::vector<journal::Act> acts;
        acts.emplace_back(journal::MoodChanged{contact.mood, moved(contact.mood, beat.mood.value_or(-1)),
                                               beat.mood_why.empty() ? "The hold went on too long." : beat.mood_why,
                                               beat.id, ""});
        earliest.offer(contact.hold_since + *beat.on_hold, contact.id, std::move(acts));
    }
    earliest.offer(contact.hold_since + cast.script.caller.hold_patience, contact.id, gone(state, contact));
}

void offer_pickup(const Floor& floor, const Contact& contact, Earliest& earliest) {
    const city::Destination* target = city::find_destination(floor.city, contact.transfer_target);
    const Millis rings = 1000 * static_cast<Millis>(target ? target->answers_in_s : 8);
    journal::TransferAnswered answered;
    answered.target = contact.transfer_target;
    answered.text = target && target->emergency
                        ? target->name + ". What is the address of the emergency?"
                        : (target ? target->name : contact.transfer_target) + ", how can I help?";
    answered.lasts = speech_time(answered.text);
    earliest.offer(contact.transfer_began + rings, contact.id, {std::move(answered)});
}

void offer_contact(const Floor& floor, const State& state, const Contact& contact, Earliest& earliest) {
    const script::Script& script = floor.casts[contact.id - 1].script;
    switch (contact.stage) {
        case Stage::waiting:
            if (!written(contact.channel))
                earliest.offer(contact.arrived + script.caller.patience, contact.id, {journal::Abandoned{}});
            break;
        case Stage::talking:
            if (!written(contact.channel)) offer_talk(floor, state, contact, earliest);
            break;
        case Stage::on_hold:
            offer_hold(floor, state, contact, earliest);
            break;
        case Stage::transferring:
            offer_talk(floor, state, contact, earliest);
            offer_pickup(floor, contact, earliest);
            break;
        case Stage::connected:  // the caller listens while the call taker briefs the other end
        case Stage::wrap_up:
        case Stage::done:
        case Stage::abandoned:
            break;
    }
}

}  // namespace

Millis speech_time(const std::string& text) {
    constexpr Millis kWord = 400;  // 150 words a minute
    Millis words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return std::max<Millis>(1, words) * kWord;
}

std::optional<Due> due(const Floor& floor, const State& state) {
    if (state.over) return std::nullopt;
    Earliest earliest(state.at);
    const std::size_t arrived = state.contacts.size();
    if (arrived < floor.plan.contacts.size())
        earliest.offer(floor.plan.contacts[arrived].at, static_cast<ContactId>(arrived + 1),
                       {arrival(floor.casts[arrived])});
    for (const Contact& contact : state.contacts)
        if (contact.id <= floor.casts.size()) offer_contact(floor, state, contact, earliest);
    const bool all_done = arrived == floor.plan.contacts.size() &&
                          std::all_of(state.contacts.begin(), state.contacts.end(), [](const Contact& contact) {
                              return contact.stage == Stage::done || contact.stage == Stage::abandoned;
                          });
    if (all_done) earliest.offer(state.at, 0, {journal::ShiftEnded{"finished"}});
    return earliest.take();
}

}  // namespace shift311::shift
