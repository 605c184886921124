// Referral in an emergency: from the moment the caller speaks of it to the moment the right line rings.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/referral.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>

namespace shift311::scoring {
namespace {

/// Where the clock starts; seq 0 when nobody ever spoke of the emergency.
Moment cue_heard(const Emergency& emergency, const ContactEvents& events) {
    if (events.arrived && (*events.arrived)->cue == emergency.cue) {
        // A letter speaks when it is opened, not while it lies unread.
        const Millis read = events.answered ? std::max(events.answered->at, events.arrived->at) : events.arrived->at;
        return {events.arrived->seq, read};
    }
    for (const auto& line : events.caller) {
        if (line->cue == emergency.cue) return {line.seq, line.at};
    }
    return {};
}

}  // namespace

void judge_emergency(const Case& contact, Scorecard& card) {
    if (!contact.key.emergency) return;
    const Emergency& emergency = *contact.key.emergency;
    const ContactEvents& events = contact.events;
    const std::string to = in_words(emergency.target), cue = in_words(emergency.cue);
    const Moment heard = cue_heard(emergency, events);
    const auto* transfer = transfer_to(events, emergency.target);

    Finding clock;
    clock.criterion = "emergency.clock";
    clock.competency = Competency::referral;
    clock.possible = contact.rubric.emergency_clock;
    clock.evidence = evidence({heard.seq, transfer != nullptr ? transfer->seq : 0});
    if (transfer != nullptr) {
        const Millis took = heard.seq == 0 ? 0 : std::max<Millis>(0, transfer->at - heard.at);
        clock.points = within_limit(clock.possible, took, emergency.within);
        const bool in_time = took <= emergency.within;
        const std::string time = seconds(told(took, emergency.within));
        clock.title = "Emergency: " + to + " after " + time + (in_time ? "" : ", limit " + seconds(emergency.within));
        clock.why = heard.seq == 0 ? "You transferred to " + to + " at " + events.when(transfer->at) +
                                         ", before the caller spoke of " + cue + "."
                                   : "The caller spoke of " + cue + " at " + events.when(heard.at) +
                                         ", and you called " + to + " " + time + " later" +
                                         (in_time ? "." : "; it must ring within " + seconds(emergency.within) + ".");
        card.findings.push_back(std::move(clock));
    } else {
        clock.title = "Missed emergency: " + cue;
        clock.why = heard.seq != 0 ? "Missed emergency: the caller spoke of " + cue + " at " + events.when(heard.at) +
                                         ", and no transfer to " + to + " was made."
                                   : "Missed emergency: " + cue +
                                         " never came to light, because nobody asked whether anyone was in danger.";
        // Nobody can miss what nobody could hear: a call that was never answered is lost, but not this way.
        if (heard.seq != 0 || events.answered) {
            add_critical(card, std::move(clock));
        } else {
            card.findings.push_back(std::move(clock));
        }
    }
    judge_target(contact, "emergency.target", emergency.target, card);
    judge_kind(contact, "emergency.kind", emergency.target, emergency.warm, card);
}

}  // namespace shift311::scoring
