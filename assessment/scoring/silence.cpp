// Courtesy, the line itself: no dead air while the caller waits, and nobody spoken over.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace shift311::scoring {
namespace {

/// A stretch in which somebody speaks, or the caller hears music or ringing.
struct Sound {
    Millis from = 0;
    Millis until = 0;
    Seq seq = 0;
};

struct Silence {
    Millis from = 0;
    Millis took = 0;
    Seq before = 0;
    Seq after = 0;
};

std::vector<Sound> sounds(const ContactEvents& events) {
    std::vector<Sound> found;
    if (events.answered) found.push_back({events.answered->at, events.answered->at, events.answered->seq});
    for (const auto& line : events.caller)
        found.push_back({line.at, line.at + std::max<Millis>(0, line->lasts), line.seq});
    for (const TraineeLine& line : events.trainee)
        found.push_back({line.at, line.at + std::max<Millis>(0, line.lasts), line.seq});
    for (const Hold& hold : events.holds)
        found.push_back({hold.began, std::max(hold.began, hold.ended), hold.began_seq});
    for (const auto& transfer : events.transfers) {
        // It rings until somebody answers, or until the contact is over.
        Millis until = events.ended ? events.ended->at : events.last.at;
        for (const auto& answer : events.transfer_answers) {
            if (answer.seq < transfer.seq) continue;
            until = answer.at + std::max<Millis>(0, answer->lasts);
            break;
        }
        found.push_back({transfer.at, std::max(transfer.at, until), transfer.seq});
    }
    return found;
}

/// The longest time in which nobody spoke, from the answer to the end of the conversation.
Silence longest_silence(const ContactEvents& events) {
    Silence longest;
    std::vector<Sound> all = sounds(events);
    all.push_back({events.ended->at, events.ended->at, events.ended->seq});
    std::stable_sort(all.begin(), all.end(), [](const Sound& a, const Sound& b) { return a.seq < b.seq; });
    Millis quiet_since = 0;
    Seq before = 0;
    for (const Sound& sound : all) {
        if (sound.seq > events.ended->seq) break;
        if (before != 0 && sound.from - quiet_since > longest.took)
            longest = {quiet_since, sound.from - quiet_since, before, sound.seq};
        quiet_since = std::max(quiet_since, sound.until);
        before = sound.seq;
    }
    return longest;
}

void judge_dead_air(const Case& contact, Scorecard& card) {
    const Silence silence = longest_silence(contact.events);
    const Millis limit = contact.rubric.dead_air_within;
    Finding finding;
    finding.criterion = "courtesy.dead_air";
    finding.competency = Competency::courtesy;
    finding.possible = contact.rubric.dead_air;
    finding.points = within_limit(finding.possible, silence.took, limit);
    finding.evidence = evidence({silence.before, silence.after});
    const std::string took = seconds(told(silence.took, limit));
    finding.title = "Longest silence " + took + ", limit " + seconds(limit);
    if (silence.took <= limit) {
        finding.why = "The caller was never left in silence for long; the longest pause was " + took + ".";
    } else {
        finding.why = "From " + contact.events.when(silence.from) + " on nobody spoke for " + took +
                      "; say what you are doing while you search or type, at least every " + seconds(limit) + ".";
    }
    card.findings.push_back(std::move(finding));
}

/// From the moment an emergency is heard of, cutting in is right.
Seq emergency_heard(const Case& contact) {
    if (!contact.key.emergency) return 0;
    for (const auto& line : contact.events.caller) {
        if (line->cue == contact.key.emergency->cue) return line.seq;
    }
    return 0;
}

void judge_interrupting(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const Seq heard = emergency_heard(contact);
    Finding finding;
    finding.criterion = "courtesy.interrupting";
    finding.competency = Competency::courtesy;
    finding.possible = contact.rubric.interrupting;
    std::vector<std::string> moments;
    for (const TraineeLine& line : events.trainee) {
        const bool cuts_off = std::find(line.heard->begin(), line.heard->end(), "interrupt") != line.heard->end();
        if (!(line.over_caller || cuts_off) || (heard != 0 && line.seq > heard)) continue;
        moments.push_back(events.when(line.at));
        finding.evidence.push_back(line.seq);
    }
    finding.points =
        std::max<Points>(0, finding.possible - contact.rubric.slip_loss * static_cast<Points>(moments.size()));
    if (moments.empty()) {
        finding.title = "Let the caller finish";
        finding.why = "You never spoke over the caller.";
    } else {
        finding.title = moments.size() == 1 ? "Spoke over the caller"
                                            : "Spoke over the caller " + std::to_string(moments.size()) + " times";
        finding.why = "You spoke while the caller was still speaking, at " + listed(moments) +
                      ": wait for the end of the sentence.";
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_silence(const Case& contact, Scorecard& card) {
    if (contact.written()) return;
    // Where there is no end, nobody can say how long the caller waited for it.
    if (contact.events.ended) judge_dead_air(contact, card);
    judge_interrupting(contact, card);
}

}  // namespace shift311::scoring
