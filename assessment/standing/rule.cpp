// The tables of CERT-20/30. A test derives the operating characteristic again from exactly these numbers.
#include "assessment/standing/exam_parts.hpp"

#include <algorithm>

namespace shift311::standing {
namespace {

/// After so many contacts: this many passed are enough, this many are not; in between the next stage decides.
struct Stage {
    int judged, enough, too_few;
};
constexpr Stage kFirst{kRuleCalls, 18, 15}, kBoth{kRuleCalls + kRuleFurther, 26, 25};

constexpr int kMissesForSecondLook = 1;
constexpr int kFalseTransfersOf30 = 3;

bool whole(const TriageFact& sitting) {
    return sitting.finished && sitting.emergencies >= kRuleEmergencies &&
           sitting.shown - sitting.emergencies >= kRuleOthers;
}

/// What all sittings of one block come to.
struct Look {
    int misses = 0, false_transfers = 0, others = 0;
    bool whole = false;
};

Look look(const std::vector<TriageFact>& blocks, int block) {
    Look all;
    for (const TriageFact* sitting : sittings_of(blocks, block)) {
        all.misses += sitting->misses;
        all.false_transfers += sitting->false_transfers;
        all.others = sitting->shown - sitting->emergencies;
        all.whole = whole(*sitting);
    }
    return all;
}

bool too_many_false(const Look& seen) {
    return seen.false_transfers * kRuleOthers > kFalseTransfersOf30 * seen.others;
}

}  // namespace

Verdict call_block(int judged, int passes) {
    if (judged < kFirst.judged) return Verdict::open;
    if (judged == kFirst.judged && passes >= kFirst.enough) return Verdict::passed;
    if (judged == kFirst.judged && passes <= kFirst.too_few) return Verdict::not_yet;
    if (judged < kBoth.judged) return Verdict::further;
    return passes >= kBoth.enough ? Verdict::passed : Verdict::not_yet;
}

std::vector<const TriageFact*> sittings_of(const std::vector<TriageFact>& blocks, int block) {
    std::vector<const TriageFact*> sittings;
    for (const TriageFact& one : blocks)
        if (one.block == block) sittings.push_back(&one);
    std::stable_sort(sittings.begin(), sittings.end(),
                     [](const TriageFact* a, const TriageFact* b) { return a->at < b->at; });
    const auto last = std::find_if(sittings.begin(), sittings.end(), [](const TriageFact* one) { return whole(*one); });
    if (last != sittings.end()) sittings.erase(last + 1, sittings.end());
    return sittings;
}

Verdict emergency_block(const std::vector<TriageFact>& blocks, int misses_in_calls) {
    const Look first = look(blocks, 1), second = look(blocks, 2);
    const int misses = first.misses + misses_in_calls;
    if (misses > kMissesForSecondLook) return Verdict::not_yet;
    if (!first.whole) return Verdict::open;
    if (too_many_false(first)) return Verdict::not_yet;
    if (misses == 0) return Verdict::passed;
    if (second.misses > 0) return Verdict::not_yet;
    if (!second.whole) return Verdict::further;
    return too_many_false(second) ? Verdict::not_yet : Verdict::passed;
}

}  // namespace shift311::standing
