// What trainers and trainees of a simulated class write: daily observation reports, ratings, disputes and their
// answers.
#pragma once

#include "assessment/standing/rating.hpp"
#include "sim/script/random.hpp"

#include <string>
#include <vector>

namespace shift311::rehearse {

/// A trainer's report on a day's contacts: near the machine's suggestion, with this trainer's own leaning (-1 strict,
/// 0, +1 lenient) and, now and then, another opinion. Fit to be signed: standing::faults() finds nothing.
standing::Report observation(const std::vector<standing::ContactFact>& contacts, const standing::Program& program,
                             int leaning, script::Random& random);

/// A blind rating of one exam contact; one in twelve sees pass or fail otherwise than the scorecard.
standing::Report blind_rating(const standing::ContactFact& contact, const standing::Program& program,
                              script::Random& random);

/// What a trainee says about a contact that failed; `disputed` is one in six.
standing::Dispute opinion(const standing::ContactFact& contact, script::Random& random);

/// How it is answered.
struct Answer {
    bool changed = false;
    std::string words;
};
Answer draw_answer(script::Random& random);

}  // namespace shift311::rehearse
