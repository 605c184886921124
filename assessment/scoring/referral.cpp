// Referral: how the contact ended, which service it was filed under, where it was transferred to and how.
#include "assessment/scoring/referral.hpp"

#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace shift311::scoring {
namespace {

std::string disposition_words(std::string_view disposition) {
    if (disposition == "file") return "a new request filed";
    if (disposition == "add_to_existing") return "added to the open request";
    if (disposition == "inform") return "an answer given";
    if (disposition == "transfer") return "a transfer";
    if (disposition == "end") return "ended without a request";
    return in_words(disposition);
}

std::string doing(std::string_view disposition) {
    if (disposition == "file") return "filing a new request";
    if (disposition == "add_to_existing") return "adding to the open request";
    if (disposition == "inform") return "giving an answer";
    if (disposition == "transfer") return "transferring the caller";
    if (disposition == "end") return "ending without a request";
    return in_words(disposition);
}

/// Whether the deed was done that the disposition names, whatever the wrap-up calls it.
bool deed_done(const Case& contact) {
    const ContactEvents& events = contact.events;
    const std::string& due = contact.key.disposition;
    if (due == "file") return events.filed.has_value();
    if (due == "add_to_existing") return !events.changes.empty() && !events.filed;
    if (due == "transfer") return !events.transfers.empty();
    if (events.filed || !events.changes.empty() || !events.ended) return false;
    if (due != "inform") return true;
    const std::string& why = (*events.ended)->why;
    return why != "hung_up" && why != "unanswered" && why != "transferred";
}

void judge_disposition(const Case& contact, Scorecard& card) {
    const std::string& due = contact.key.disposition;
    if (due.empty()) return;
    const ContactEvents& events = contact.events;
    Finding finding;
    finding.criterion = "referral.disposition";
    finding.competency = Competency::referral;
    finding.possible = contact.rubric.disposition;
    const bool done = deed_done(contact);
    const bool coded = card.disposition == due && events.wrapped;
    finding.points = done && coded ? finding.possible : done ? share(finding.possible, 1, 2) : 0;
    finding.evidence =
        evidence({events.filed ? events.filed->seq : 0, events.wrapped ? events.wrapped->seq : 0,
                  events.changes.empty() ? 0 : events.changes.back().seq,
                  events.transfers.empty() ? 0 : events.transfers.front().seq, events.ended ? events.ended->seq : 0});
    if (done && coded) {
        finding.title = "Right outcome: " + disposition_words(due);
        finding.why = upper_first(doing(due)) + " was right, and the wrap-up says so.";
    } else if (done) {
        finding.title = events.wrapped ? "Wrapped up as " + disposition_words(card.disposition) : "Not wrapped up";
        finding.why = "The right thing was done (" + disposition_words(due) + "), but the wrap-up " +
                      (events.wrapped ? "says \"" + disposition_words(card.disposition) + "\"." : "is missing.");
    } else if (card.disposition == due) {
        finding.title = "Wrapped up as done, but it was not";
        finding.why = "The wrap-up says \"" + disposition_words(due) + "\", but that did not happen.";
    } else {
        const std::string outcome = card.disposition.empty() ? "nothing" : disposition_words(card.disposition);
        finding.title = "Outcome: " + outcome + ", not " + disposition_words(due);
        finding.why = upper_first(doing(due)) + " was right; the record shows " + outcome + ".";
        if (due == "file" && !events.filed) finding.why += " No request was filed.";
        if (due == "add_to_existing" && events.filed) finding.why += " A second request for the same matter was filed.";
        if (due == "inform" && events.filed) finding.why += " The request that was filed was not needed.";
    }
    card.findings.push_back(std::move(finding));
}

void judge_service(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    if (key.service.empty()) return;
    const ContactEvents& events = contact.events;
    std::string chosen;
    Moment at;
    if (!events.services.empty()) {
        const auto& last = events.services.back();
        chosen = last->service;
        at = {last.seq, last.at};
    }
    if (events.filed) {
        chosen = (*events.filed)->service;
        if (at.seq == 0) at = {events.filed->seq, events.filed->at};
    }
    Finding finding;
    finding.criterion = "knowledge.service";
    finding.competency = Competency::knowledge;
    finding.possible = contact.rubric.service;
    finding.evidence = evidence({at.seq, events.filed ? events.filed->seq : 0});
    if (chosen == key.service) {
        finding.points = finding.possible;
        finding.title = "Right service: " + in_words(chosen);
        finding.why = upper_first(in_words(chosen)) + " is the right service.";
    } else if (chosen.empty()) {
        finding.title = "No service chosen";
        finding.why = "No service was chosen; " + in_words(key.service) + " was right.";
    } else {
        finding.title = "Service: " + in_words(chosen) + " chosen, " + in_words(key.service) + " right";
        finding.why = upper_first(in_words(chosen)) + " was chosen at " + events.when(at.at) + "; " +
                      in_words(key.service) + " was right, so the wrong crew gets the work.";
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

const Dated<journal::TransferBegan>* transfer_to(const ContactEvents& events, std::string_view target) {
    const auto found = std::find_if(events.transfers.begin(), events.transfers.end(),
                                    [target](const auto& transfer) { return transfer->target == target; });
    return found == events.transfers.end() ? nullptr : &*found;
}

void judge_target(const Case& contact, std::string_view criterion, std::string_view target, Scorecard& card) {
    const ContactEvents& events = contact.events;
    const auto* right = transfer_to(events, target);
    Finding finding;
    finding.criterion = criterion;
    finding.competency = Competency::referral;
    finding.possible = contact.rubric.transfer_target;
    const std::string to = in_words(target);
    if (right == nullptr && events.transfers.empty()) {
        finding.title = "Not transferred to " + to;
        finding.why = "The caller belongs to " + to + ", and no transfer was made.";
    } else {
        // A detour on the way there is judged as a false transfer.
        const auto& first = events.transfers.front();
        finding.evidence = evidence({right != nullptr ? right->seq : first.seq});
        if (right != nullptr) {
            finding.points = finding.possible;
            finding.title = "Transferred to " + to;
            finding.why =
                "You transferred the caller to " + to + " at " + events.when(right->at) + ", which was right.";
        } else {
            finding.title = "Transferred to " + in_words(first->target) + ", " + to + " right";
            finding.why = "You transferred the caller to " + in_words(first->target) + " at " + events.when(first.at) +
                          "; " + to + " was right.";
        }
    }
    card.findings.push_back(std::move(finding));
}

void judge_kind(const Case& contact, std::string_view criterion, std::string_view target, bool warm, Scorecard& card) {
    const ContactEvents& events = contact.events;
    Finding finding;
    finding.criterion = criterion;
    finding.competency = Competency::referral;
    finding.possible = contact.rubric.transfer_kind;
    const std::string to = in_words(target);
    const auto* any = transfer_to(events, target);
    const bool left_early = events.ended && (*events.ended)->why == "left_early";
    const auto stayed =
        std::find_if(events.transfer_answers.begin(), events.transfer_answers.end(), [&](const auto& answer) {
            return answer->target == target && (!events.ended || answer.seq < events.ended->seq);
        });
    const bool answered = stayed != events.transfer_answers.end();
    const bool was_warm = std::any_of(events.transfers.begin(), events.transfers.end(), [&](const auto& transfer) {
        return transfer->target == target && transfer->warm;
    });
    finding.evidence = evidence({any != nullptr ? any->seq : 0, answered ? stayed->seq : 0,
                                 any != nullptr && events.ended ? events.ended->seq : 0});
    if (any == nullptr) {
        finding.title = warm ? "No warm transfer" : "No transfer";
        finding.why = "There was no transfer to " + to + ".";
    } else if (!warm || (was_warm && answered)) {
        const bool dropped = left_early && !answered;
        finding.points = dropped ? 0 : finding.possible;
        finding.title = dropped ? "Left before " + to + " answered"
                        : warm  ? "Stayed until " + to + " answered"
                                : "Transferred";
        finding.why = dropped ? "You began to wait for " + to + " and left the caller before anyone answered."
                      : warm  ? "You stayed on the line until " + to + " answered."
                              : "A transfer without waiting is enough here.";
    } else if (!was_warm) {
        finding.title = "Cold transfer, warm needed";
        finding.why =
            "You transferred the caller to " + to + " and left at once; stay on the line until somebody answers.";
    } else {
        finding.title = "Left before " + to + " answered";
        finding.why = "You did not stay on the line until " + to + " answered.";
    }
    card.findings.push_back(std::move(finding));
}

namespace {

/// Nobody is sent to where they do not belong, least of all to the emergency line.
void judge_false_transfers(const Case& contact, Scorecard& card) {
    const AnswerKey& key = contact.key;
    const ContactEvents& events = contact.events;
    Finding finding;
    finding.criterion = "transfer.false";
    finding.competency = Competency::referral;
    finding.possible = contact.rubric.false_transfer;
    std::vector<std::string> detours;
    for (const auto& transfer : events.transfers) {
        const bool due = (key.emergency && transfer->target == key.emergency->target) ||
                         (key.disposition == "transfer" && transfer->target == key.target);
        if (due) continue;
        finding.evidence.push_back(transfer.seq);
        detours.push_back(in_words(transfer->target) + " at " + events.when(transfer.at));
    }
    if (detours.empty()) {
        finding.points = finding.possible;
        finding.title = "Nobody transferred without need";
        finding.why = "You sent the caller nowhere that they do not belong.";
    } else {
        const std::string right = key.emergency                   ? in_words(key.emergency->target) + " was right."
                                  : key.disposition == "transfer" ? in_words(key.target) + " was right."
                                                                  : doing(key.disposition) + " was right.";
        finding.title =
            "Transferred without need to " +
            in_words(std::find_if(events.transfers.begin(), events.transfers.end(), [&](const auto& transfer) {
                         return transfer.seq == finding.evidence.front();
                     })->act->target);
        finding.why = "You transferred the caller to " + listed(detours) + "; " + right;
    }
    card.findings.push_back(std::move(finding));
}

}  // namespace

void judge_referral(const Case& contact, Scorecard& card) {
    judge_disposition(contact, card);
    judge_service(contact, card);
    judge_false_transfers(contact, card);
    const AnswerKey& key = contact.key;
    const bool judged_as_emergency = key.emergency && key.emergency->target == key.target;
    if (key.disposition == "transfer" && !key.target.empty() && !judged_as_emergency) {
        judge_target(contact, "transfer.target", key.target, card);
        judge_kind(contact, "transfer.kind", key.target, key.warm, card);
    }
}

}  // namespace shift311::scoring
