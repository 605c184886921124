// CERT-20/30: what the blocks of one exam say. Whole numbers only, by tables fixed before the exam.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace shift311::standing {

inline constexpr int kRuleCalls = 20, kRuleFurther = 10, kRuleEmergencies = 30, kRuleOthers = 30;
inline constexpr std::string_view kRule = "CERT-20/30";

enum class Verdict { open, passed, further, not_yet };  ///< further: a second block decides

/// 20 contacts: 18 pass, 15 do not, between them 10 more and 26 of 30. `judged` contacts of which `passes` passed.
Verdict call_block(int judged, int passes);
/// 0 misses pass; 1 miss asks for a second block without any; more than 3 false transfers do not pass.
/// `misses_in_calls`: emergencies missed in the call block, which count here.
Verdict emergency_block(const std::vector<TriageFact>& blocks, int misses_in_calls);

/// One competency over the exam's contacts against its floor.
struct FloorResult {
    std::string competency;
    scoring::Points points = 0, possible = 0;
    int floor = 0;     ///< percent
    bool met = false;  ///< 100 * points >= floor * possible; met where nothing was possible
};

/// A contact that a second rater must see without the machine's judgment, and why.
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
    bool rated = false;            ///< every second rating is in
    Verdict rule = Verdict::open;  ///< what the rule says of everything together
    std::string outcome;           ///< as signed: certified | not_yet; empty: not signed
    std::string signed_by, signed_why, signed_code;
    Stamp signed_at;
    std::vector<std::string> reasons;  ///< plain sentences: what decided, block by block
};

ExamResult exam_result(const Program& program, const History& history, const Event& opened);

}  // namespace shift311::standing
