// CERT-20/30: what the blocks of one exam say. Whole numbers only, by tables fixed before the exam.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::standing {

inline constexpr int kRuleCalls = 20, kRuleFurther = 10, kRuleEmergencies = 30, kRuleOthers = 30;
inline constexpr std::string_view kRule = "CERT-20/30";

enum class Verdict { open, passed, further, not_yet };  ///< further: a second block decides

/// 20 contacts: 18 pass, 15 do not, between them 10 more and 26 of 30. `judged` contacts of which `passes` passed.
/// Of more than 20 the first 20 must have asked for more.
Verdict call_block(int judged, int passes);
/// 0 misses pass; 1 miss asks for a second block without any; more than 3 false transfers in 30 others do not pass.
/// `misses_in_calls`: emergencies missed in the call block, which count here. A block counts once it is finished and
/// holds 30 emergencies and 30 others; misses count at once, and those of a sitting that was broken off are not
/// forgotten.
Verdict emergency_block(const std::vector<TriageFact>& blocks, int misses_in_calls);

/// What the exam counts: no critical error, passed under its rubric, and the program's percentage reached, rounded as
/// people see it.
bool passes(const Program& program, const ContactFact& contact);

/// One competency over the exam's contacts against its floor.
struct FloorResult {
    std::string competency;
    scoring::Points points = 0, possible = 0;
    int floor = 0;     ///< percent
    bool met = false;  ///< 100 * points >= floor * possible; met where nothing was possible
};

/// A contact that a second rater must see without the machine's judgment, and why: every one that failed, every one
/// that passed within one standard error of the cut (see score_error.hpp), and of those that passed a share drawn by
/// the form's seed, rounded up. All that is settled for the first 20 together, and for the further 10, once they are
/// judged or the exam is closed: a contact asked for alone would say that it failed. A rater who sees it otherwise than
/// the machine calls for a second rater.
struct SecondRating {
    std::string attempt;
    std::uint32_t contact = 0;
    std::string why;  ///< failed | borderline | drawn
    int ratings = 0;  ///< made so far
    int needed = 1;   ///< 2 after a disagreement on pass or fail
    bool disagrees = false;
};

struct ExamResult {
    std::string form;
    std::uint64_t seed = 0;
    int number = 1;  ///< 1: the first; 2, 3: retests
    Stamp opened, closed;
    int judged = 0, passes = 0;
    bool further_needed = false;  ///< 16 or 17 of 20
    Verdict calls = Verdict::open;
    int emergencies = 0, misses = 0, false_transfers = 0;  ///< all blocks and the call block together
    int blocks = 0;
    Verdict emergency = Verdict::open;
    std::vector<FloorResult> floors;
    bool floors_met = false;
    std::vector<SecondRating> second;
    std::vector<SecondRating> undrawn;  ///< judged, and not settled yet whether a second rater must see them
    bool rated = false;            ///< every second rating is in
    Verdict rule = Verdict::open;  ///< what the rule says of everything together
    std::string outcome;           ///< as signed: certified | not_yet; empty: not signed
    std::string signed_by, signed_why, signed_code;
    Stamp signed_at;
    std::vector<std::string> reasons;  ///< plain sentences: what decided, block by block
};

/// What one exam came to. Only its own contacts, blocks, ratings and events are looked at: never practice.
/// An exam that is closed before its blocks are done does not pass.
ExamResult exam_result(const Program& program, const History& history, const Event& opened);

/// What stands against signing like this, one sentence each; empty: it may be signed. Every outcome is signed by a
/// person, once it is decided and every second rating is in: as the rule has it (code "rule"), or against it (code
/// "override") with a reason.
std::vector<std::string> sign_faults(const ExamResult& result, const Event& signing);
/// The event is a whole signature: outcome, code, who, and the reason that an override wants. Others are never counted.
bool counts_as_signed(const Event& signing);

}  // namespace shift311::standing
