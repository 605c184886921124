// What trainers and trainees say about judged work: ratings, daily observation reports, overrides, disputes.
#pragma once

#include "assessment/scoring/scorecard.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::standing {

/// One line of a daily observation report.
struct Mark {
    enum class Kind { number, not_observed, not_responding };  ///< NO and NRT of the form
    Kind kind = Kind::not_observed;
    int value = 0;              ///< 1..7: 1 not acceptable, 4 acceptable, 7 superior; for not_responding the number too
    int suggested = 0;          ///< drafted from the evidence, 1..6; 0: none. The rater's number is separate
    std::string comment;        ///< must be given at 3 and below, 6 and above, and for not_responding
    std::string evidence = {};  ///< what `suggested` is drawn from, in words; said with a draft and not kept
};

/// A daily observation report: one trainee, one day, by one trainer; or the rating of one contact.
struct Report {
    std::string id;
    std::string trainee, trainee_name;  ///< person id and name
    std::string rater, rater_name;
    Stamp at;
    std::string day;      ///< "2026-11-21"; of a contact rating: empty
    std::string attempt;  ///< of a contact rating
    std::uint32_t contact = 0;
    bool blind = false;                 ///< the rater had not seen the machine's judgment
    std::optional<bool> passed;         ///< of a contact rating
    std::map<std::string, Mark> marks;  ///< by competency word
    std::string most, least;            ///< most and least acceptable performance
};

/// What must be mended before a report can be signed, one sentence each; empty: it can.
std::vector<std::string> faults(const Report& report);
/// A suggestion from the day's scorecards, for every competency: bands around the cut in standard errors, never a 7.
/// Only `suggested` and `evidence` are set: the number stays the trainer's own, and the report cannot be signed before
/// it is given.
std::map<std::string, Mark> draft(const std::vector<ContactFact>& day, const Program& program);

/// A trainer's correction of one automatic finding. The machine's value stays beside it.
struct Override {
    std::string id, attempt, criterion;
    std::uint32_t contact = 0;
    scoring::Points machine_points = 0, points = 0, possible = 0;
    bool machine_critical = false, critical = false;
    std::string by, by_name, why;  ///< `why` must be given
    Stamp at;
};

/// The trainee has seen a result: agreed, or disputes it. A dispute is answered by somebody who signs.
struct Dispute {
    std::string id, attempt, criterion;  ///< criterion empty: the whole contact; contact 0: the whole attempt
    std::uint32_t contact = 0;
    std::string by, by_name;
    Stamp at;
    bool disputed = false;  ///< false: acknowledged
    std::string words;      ///< the trainee's
    std::string answer;     ///< upheld | changed; empty: open
    std::string answer_words, answered_by;
    Stamp answered_at;
};

}  // namespace shift311::standing
