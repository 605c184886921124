// Tempo with several contacts at once: what waited was taken up as soon as there was a hand free, and nothing was
// forgotten.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace shift311::scoring {
namespace {

struct Stretch {
    Millis from = 0;
    Millis until = 0;
};

/// The stretches in which somebody else had the trainee's ear: conversations without their holds. A letter can be laid
/// aside at any time and keeps nobody from answering.
std::vector<Stretch> other_talks(const journal::Journal& journal, ContactId own, Millis end) {
    struct Talk {
        bool live = false;
        bool open = false;
        Millis since = 0;
    };
    std::map<ContactId, Talk> talks;
    std::vector<Stretch> found;
    const auto close = [&found](Talk& talk, Millis at) {
        if (talk.open) found.push_back({talk.since, at});
        talk.open = false;
    };
    for (const journal::Event& event : journal.events) {
        if (event.contact == 0 || event.contact == own) continue;
        Talk& talk = talks[event.contact];
        if (const auto* arrived = std::get_if<journal::Arrived>(&event.act)) {
            talk.live = arrived->channel == journal::Channel::phone || arrived->channel == journal::Channel::walk_in ||
                        arrived->channel == journal::Channel::radio;
        } else if (std::holds_alternative<journal::Answered>(event.act) ||
                   std::holds_alternative<journal::HoldEnded>(event.act)) {
            if (talk.live && !talk.open) talk.open = true, talk.since = event.at;
        } else if (std::holds_alternative<journal::HoldBegan>(event.act) ||
                   std::holds_alternative<journal::Wrapped>(event.act)) {
            close(talk, event.at);
        }
    }
    for (auto& [contact, talk] : talks)
        close(talk, end);
    return found;
}

bool others(const journal::Journal& journal, ContactId own) {
    return std::any_of(journal.events.begin(), journal.events.end(), [own](const journal::Event& event) {
        return event.contact != 0 && event.contact != own && std::holds_alternative<journal::Arrived>(event.act);
    });
}

/// How much of a wait was time in which the trainee had nobody else on the line or at the counter.
Millis free_time(const std::vector<Stretch>& talks, Stretch wait) {
    std::vector<Stretch> busy;
    for (const Stretch& talk : talks) {
        const Stretch part{std::max(talk.from, wait.from), std::min(talk.until, wait.until)};
        if (part.until > part.from) busy.push_back(part);
    }
    std::sort(busy.begin(), busy.end(), [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    Millis free = 0, reached = wait.from;
    for (const Stretch& part : busy) {
        free += std::max<Millis>(0, part.from - reached);
        reached = std::max(reached, part.until);
    }
    return free + std::max<Millis>(0, wait.until - reached);
}

void judge_take_up(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    if (!events.arrived || !events.answered || contact.journal == nullptr) return;
    if (!others(*contact.journal, contact.contact)) return;
    const Stretch wait{events.arrived->at, std::max(events.arrived->at, events.answered->at)};
    const Millis waited = wait.until - wait.from;
    const Millis free = free_time(other_talks(*contact.journal, contact.contact, wait.until), wait);
    const Millis limit = contact.rubric.take_up_within;
    Finding finding;
    finding.criterion = "tempo.concurrent";
    finding.competency = Competency::tempo;
    finding.possible = contact.rubric.take_up;
    finding.points = within_limit(finding.possible, free, limit);
    finding.evidence = evidence({events.arrived->seq, events.answered->seq});
    const std::string time = journal::clock_text(told(free, limit)), goal = journal::clock_text(limit);
    finding.title = "Waited " + time + " while you were free, goal " + goal;
    finding.why = "The contact waited " + journal::clock_text(waited) + ", and for " + time +
                  " of that you had nobody else on the line" +
                  (free <= limit ? ": taken up in time." : "; the goal is " + goal + ": look at what waits first.");
    card.findings.push_back(std::move(finding));
}

Seq shift_ended(const journal::Journal* journal) {
    if (journal == nullptr) return 0;
    for (const journal::Event& event : journal->events) {
        if (std::holds_alternative<journal::ShiftEnded>(event.act)) return event.seq;
    }
    return 0;
}

void judge_forgotten(const Case& contact, Scorecard& card) {
    const ContactEvents& events = contact.events;
    Finding finding;
    finding.criterion = "tempo.forgotten";
    finding.competency = Competency::tempo;
    finding.possible = contact.rubric.forgotten;
    if (events.ended) {
        finding.points = finding.possible;
        finding.title = "Brought to an end";
        finding.why = "The contact was brought to an end.";
        finding.evidence = {events.ended->seq};
    } else {
        const Seq over = shift_ended(contact.journal);
        finding.title = "Left open";
        finding.why =
            over == 0 ? "The contact was never brought to an end."
                      : "The contact was still open when the shift ended: before you leave, look through the list of "
                        "contacts.";
        finding.evidence = evidence({events.answered ? events.answered->seq : 0, events.last.seq, over});
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_concurrent(const Case& contact, Scorecard& card) {
    judge_take_up(contact, card);
    judge_forgotten(contact, card);
}

}  // namespace shift311::scoring
