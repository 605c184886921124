#include "assessment/standing/eligibility.hpp"

#include "assessment/standing/family.hpp"

#include <algorithm>

namespace shift311::standing {
namespace {

/// 3000 -> "3,000"
std::string grouped(int number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;)
        out.insert(at -= 3, ",");
    return out;
}

}  // namespace

Eligibility::Eligibility(const Program& program) : program_(program) {
    for (const Phase& phase : program.phases)
        for (const std::string& family : phase.families) {
            practiced_[family] = 0;
            lacking_ += std::max(0, phase.contacts);
        }
}

void Eligibility::add(const ContactFact& contact) {
    if (contact.purpose != Purpose::practice) return;
    const auto family = practiced_.find(contact.family);
    if (family == practiced_.end()) return;
    for (const Phase& phase : program_.phases)
        lacking_ -= static_cast<int>(family->second < phase.contacts
                                         ? std::count(phase.families.begin(), phase.families.end(), contact.family)
                                         : 0);
    ++family->second;
}

void Eligibility::add(const TriageFact& triage) {
    if (triage.purpose == Purpose::drill && triage.finished) ++drills_;
}

void Eligibility::add(const TypingFact& typing) {
    if (typing.purpose != Purpose::qualification || !typing.finished) return;
    std::deque<std::int64_t>& last = typing.dictation ? dictation_ : copy_;
    last.push_back(typing.dictation ? typing.ksph_net : typing.wpm_net);
    while (last.size() > static_cast<std::size_t>(std::max(1, program_.typing.out_of)))
        last.pop_front();
}

int Eligibility::reached(bool dictation) const {
    const std::int64_t least = dictation ? program_.typing.ksph_net : program_.typing.wpm_net;
    const auto& last = dictation ? dictation_ : copy_;
    return static_cast<int>(
        std::count_if(last.begin(), last.end(), [least](std::int64_t rate) { return rate >= least; }));
}

bool Eligibility::met() const {
    const bool typed =
        typing_waived_ || (reached(false) >= program_.typing.needed && reached(true) >= program_.typing.needed);
    return lacking_ == 0 && drills_ > 0 && typed;
}

Requirement Eligibility::phase(const Phase& phase) const {
    Requirement one;
    one.id = "phase." + phase.id;
    std::string missing;
    for (const std::string& family : phase.families) {
        const int done = std::min(practiced_.at(family), phase.contacts);
        one.done += done;
        one.needed += phase.contacts;
        if (done < phase.contacts) missing += (missing.empty() ? "" : ", ") + family_words(family);
    }
    one.met = one.done >= one.needed;
    one.label = "Practice the phase \"" + phase.title + "\": " + std::to_string(phase.contacts) + " of each kind";
    if (!missing.empty()) one.label += "; missing: " + missing;
    return one;
}

Requirement Eligibility::typing(bool dictation) const {
    const TypingMinimum& least = program_.typing;
    Requirement one;
    one.id = dictation ? "typing.dictation" : "typing.copy";
    one.done = reached(dictation);
    one.needed = least.needed;
    one.met = typing_waived_ || one.done >= one.needed;
    one.label = (dictation ? "Type a dictation into the form at " + grouped(least.ksph_net) + " net keystrokes an hour"
                           : "Pass the copy test at " + std::to_string(least.wpm_net) + " net words a minute") +
                " in " + std::to_string(least.needed) + " of the last " + std::to_string(least.out_of) + " tests";
    if (typing_waived_) one.label += " (not asked for: accommodation)";
    return one;
}

std::vector<Requirement> Eligibility::requirements() const {
    std::vector<Requirement> all;
    for (const Phase& one : program_.phases)
        all.push_back(phase(one));
    all.push_back({"drill.vignettes", "Finish a drill of emergency vignettes", std::min(drills_, 1), 1, drills_ > 0});
    all.push_back(typing(false));
    all.push_back(typing(true));
    return all;
}

}  // namespace shift311::standing
