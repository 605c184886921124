#include "assessment/standing/exam.hpp"

#include "assessment/standing/exam_parts.hpp"

#include <algorithm>
#include <set>

namespace shift311::standing {
namespace {

std::string label_of(const std::string& competency) {
    for (const scoring::Competency one : scoring::kCompetencies)
        if (scoring::word(one) == competency) return std::string(scoring::label(one));
    return competency;
}

bool about(const Event& event, const Program& program) {
    return event.program.empty() || event.program == program.id;
}

/// Forms are counted since the last certification: one that has run out is renewed by a first exam again.
int number_of(const Program& program, const History& history, const std::string& form) {
    int number = 0;
    std::set<std::string> counted;
    for (const Event* event : in_order(history.events)) {
        if (!about(*event, program)) continue;
        if (event->kind == "signed_off" && event->outcome == "certified" && event->form != form &&
            counts_as_signed(*event))
            number = 0;
        if (event->kind != "exam_opened" || !counted.insert(event->form).second) continue;
        ++number;
        if (event->form == form) break;
    }
    return std::max(1, number);
}

void add_contacts(const Program& program, const std::vector<const ContactFact*>& judged, ExamResult& result) {
    int misses = 0;
    for (const ContactFact* contact : judged) {
        ++result.judged;
        if (passes(program, *contact)) ++result.passes;
        if (contact->emergency) ++result.emergencies;
        if (contact->emergency_missed) ++misses;
        if (contact->false_transfer) ++result.false_transfers;
    }
    result.misses += misses;
    result.calls = call_block(result.judged, result.passes);
}

void add_floors(const Program& program, const std::vector<const ContactFact*>& judged, ExamResult& result) {
    result.floors_met = true;
    for (const auto& [competency, floor] : program.floors) {
        FloorResult one;
        one.competency = competency;
        one.floor = floor;
        for (const ContactFact* contact : judged) {
            const auto sum = contact->competencies.find(competency);
            if (sum == contact->competencies.end()) continue;
            one.points += sum->second.points;
            one.possible += sum->second.possible;
        }
        one.met = 100 * one.points >= floor * one.possible;
        result.floors_met = result.floors_met && one.met;
        result.floors.push_back(std::move(one));
    }
}

void add_signature(const Program& program, const History& history, ExamResult& result) {
    for (const Event* event : in_order(history.events)) {
        if (event->form != result.form || !about(*event, program)) continue;
        if (event->kind == "exam_closed" && result.closed.empty()) result.closed = event->at;
        if (event->kind != "signed_off" || !counts_as_signed(*event)) continue;
        result.outcome = event->outcome;
        result.signed_by = event->by_name.empty() ? event->by : event->by_name;
        result.signed_why = event->why;
        result.signed_code = event->code;
        result.signed_at = event->at;
    }
}

Verdict whole_rule(const ExamResult& result) {
    const bool decided = result.calls == Verdict::passed || result.calls == Verdict::not_yet;
    if (result.calls == Verdict::not_yet || result.emergency == Verdict::not_yet) return Verdict::not_yet;
    if (decided && !result.floors_met) return Verdict::not_yet;
    if (result.calls == Verdict::passed && result.emergency == Verdict::passed) return Verdict::passed;
    return result.closed.empty() ? Verdict::open : Verdict::not_yet;
}

std::string count(int number, const char* one, const char* many) {
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

std::string about_calls(const ExamResult& result) {
    const std::string passed =
        std::to_string(result.passes) + " of " + std::to_string(result.judged) + " contacts passed";
    if (result.judged < kRuleCalls)
        return result.judged == 0 ? "No contact of the block of 20 has been judged yet."
                                  : passed + " so far; the block has 20.";
    if (result.calls == Verdict::further)
        return passed + (result.judged == kRuleCalls ? ": 10 further contacts decide, and 26 of the 30 must pass."
                                                     : " so far; 26 of 30 must pass.");
    if (result.judged > kRuleCalls) return passed + "; 26 of 30 must pass.";
    return passed +
           (result.calls == Verdict::passed ? "; 18 of 20 are enough." : "; 15 or fewer of 20 are not enough.");
}

std::string about_emergencies(const ExamResult& result, int first_and_calls) {
    const std::string missed = count(first_and_calls, "emergency was missed", "emergencies were missed");
    switch (result.emergency) {
        case Verdict::open:
            return first_and_calls == 0 ? "The emergency block of 30 emergencies among 60 vignettes is not finished."
                                        : missed + " so far; the emergency block is not finished.";
        case Verdict::further:
            return missed + ": a second block of 30 emergencies must have no miss.";
        case Verdict::passed:
            return first_and_calls == 0 ? "No emergency was missed, in the emergency block or among the contacts."
                                        : missed + ", and none in the second block of 30.";
        case Verdict::not_yet:
            break;
    }
    if (first_and_calls > 1) return missed + "; at most 1 is allowed, with a second block without any.";
    if (first_and_calls == 1 && result.misses > first_and_calls)
        return missed + ", and " + count(result.misses - first_and_calls, "more", "more") +
               " in the second block, which must have none.";
    return "More than 3 in 30 of the vignettes that are no emergency were sent to 911.";
}

void add_reasons(const ExamResult& result, int first_and_calls, std::vector<std::string>& reasons) {
    reasons.push_back(about_calls(result));
    reasons.push_back(about_emergencies(result, first_and_calls));
    for (const FloorResult& floor : result.floors)
        if (!floor.met)
            // Rounded down, so that a floor that was just missed does not read as reached.
            reasons.push_back(label_of(floor.competency) + " reached " +
                              std::to_string(100 * floor.points / floor.possible) + " percent over the block; " +
                              std::to_string(floor.floor) + " percent is the least.");
    int waiting = 0, disagree = 0;
    for (const SecondRating& one : result.second) {
        if (one.ratings < one.needed) ++waiting;
        if (one.disagrees) ++disagree;
    }
    if (waiting > 0) reasons.push_back(count(waiting, "contact waits", "contacts wait") + " for a second rating.");
    if (disagree > 0)
        reasons.push_back(count(disagree, "contact was", "contacts were") +
                          " rated otherwise than scored: whoever signs decides what follows from it.");
    if (!result.closed.empty() && (result.calls == Verdict::open || result.calls == Verdict::further ||
                                   result.emergency == Verdict::open || result.emergency == Verdict::further))
        reasons.push_back("The exam was closed before all of it was taken.");
    const bool as_ruled = (result.rule == Verdict::passed) == (result.outcome == "certified");
    if (result.outcome.empty()) return;
    if (result.signed_code == "override")
        reasons.push_back("Signed against the rule by " + result.signed_by + ": " + result.signed_why);
    else if (!as_ruled || result.rule == Verdict::open)
        reasons.push_back(
            "Signed by " + result.signed_by +
            " as the rule had it then; judged again since, the rule says otherwise. The signature stands.");
}

/// The sentence about the part that is still open: the contacts first, then the emergencies.
std::string undecided(const ExamResult& result) {
    const std::size_t part = result.calls == Verdict::passed ? 1 : 0;
    return result.reasons.size() > part ? result.reasons[part] : std::string{};
}

}  // namespace

std::vector<const Event*> in_order(const std::vector<Event>& events) {
    std::vector<const Event*> sorted;
    sorted.reserve(events.size());
    for (const Event& event : events)
        sorted.push_back(&event);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Event* a, const Event* b) { return a->at < b->at; });
    return sorted;
}

bool passes(const Program& program, const ContactFact& contact) {
    return contact.passed && contact.critical.empty() &&
           scoring::percent(contact.points, contact.possible) >= program.pass_percent;
}

bool counts_as_signed(const Event& signing) {
    if (signing.kind != "signed_off" || (signing.by.empty() && signing.by_name.empty())) return false;
    if (signing.outcome != "certified" && signing.outcome != "not_yet") return false;
    if (signing.code == "override") return signing.why.find_first_not_of(" \t\r\n") != std::string::npos;
    return signing.code == "rule";
}

ExamResult exam_result(const Program& program, const History& history, const Event& opened) {
    ExamResult result;
    result.form = opened.form;
    result.seed = opened.seed;
    result.opened = opened.at;
    result.number = number_of(program, history, opened.form);
    add_signature(program, history, result);

    std::vector<const ContactFact*> contacts = contacts_of(history, opened.form);
    const auto first = std::min<std::size_t>(contacts.size(), kRuleCalls);
    const std::vector<const ContactFact*> block(contacts.begin(),
                                                contacts.begin() + static_cast<std::ptrdiff_t>(first));
    add_contacts(program, block, result);
    result.further_needed = result.calls == Verdict::further;
    // Contacts beyond the 20 count only where the 20 asked for them, and never more than 30.
    contacts.resize(result.further_needed ? std::min<std::size_t>(contacts.size(), kRuleCalls + kRuleFurther) : first);
    if (contacts.size() > first) {
        const ExamResult before = result;
        result.judged = result.passes = result.emergencies = result.misses = result.false_transfers = 0;
        add_contacts(program, contacts, result);
        result.further_needed = before.further_needed;
    }
    const int misses_in_calls = result.misses;

    std::vector<TriageFact> blocks;
    for (const TriageFact& triage : history.triage)
        if (triage.purpose == Purpose::exam && triage.form == opened.form && !triage.form.empty())
            blocks.push_back(triage);
    int first_and_calls = misses_in_calls;
    for (const int number : {1, 2})
        for (const TriageFact* sitting : sittings_of(blocks, number)) {
            ++result.blocks;
            result.emergencies += sitting->emergencies;
            result.misses += sitting->misses;
            result.false_transfers += sitting->false_transfers;
            if (number == 1) first_and_calls += sitting->misses;
        }
    result.emergency = emergency_block(blocks, misses_in_calls);
    add_floors(program, contacts, result);
    result.rule = whole_rule(result);
    add_second_ratings(program, history, contacts, result);
    result.rated = result.calls != Verdict::open && result.calls != Verdict::further;
    if (!result.closed.empty()) result.rated = true;
    for (const SecondRating& one : result.second)
        result.rated = result.rated && one.ratings >= one.needed;
    add_reasons(result, first_and_calls, result.reasons);
    return result;
}

std::vector<std::string> sign_faults(const ExamResult& result, const Event& signing) {
    std::vector<std::string> faults;
    if (signing.outcome != "certified" && signing.outcome != "not_yet")
        faults.push_back("Choose the outcome: certified, or not yet competent.");
    if (signing.by.empty() && signing.by_name.empty()) faults.push_back("Nobody has signed.");
    if (result.rule == Verdict::open) faults.push_back("The exam is not decided yet. " + undecided(result));
    int waiting = 0;
    for (const SecondRating& one : result.second)
        if (one.ratings < one.needed) ++waiting;
    if (waiting > 0)
        faults.push_back(count(waiting, "contact still waits", "contacts still wait") + " for a second rating.");
    const bool as_ruled = (result.rule == Verdict::passed) == (signing.outcome == "certified");
    if (signing.code == "rule") {
        if (result.rule != Verdict::open && !as_ruled)
            faults.push_back(std::string("The rule says ") +
                             (result.rule == Verdict::passed ? "certified" : "not yet competent") +
                             ": to sign otherwise, sign against the rule and give the reason.");
    } else if (signing.code == "override") {
        if (signing.why.find_first_not_of(" \t\r\n") == std::string::npos)
            faults.push_back("Signing against the rule wants a reason.");
        if (result.rule != Verdict::open && as_ruled)
            faults.push_back("This is what the rule says: it is not signed against the rule.");
    } else {
        faults.push_back("Say whether this is signed as the rule has it, or against it.");
    }
    return faults;
}

}  // namespace shift311::standing
