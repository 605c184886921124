// Rehearsing content: the model agent must lose nothing, and every mistake must cost exactly what it should.
#pragma once

#include "assessment/scoring/spell_check.hpp"
#include "sim/rehearse/mistake.hpp"
#include "sim/script/library.hpp"
#include "sim/shift/floor.hpp"
#include "sim/shift/run.hpp"

#include <functional>
#include <string>
#include <vector>

namespace shift311::rehearse {

struct Fault {
    std::string agent;  ///< "model", or what the mistaken agent does
    std::uint64_t seed = 0;
    std::string criterion;
    scoring::Points lost = 0;      ///< points lost
    scoring::Points expected = 0;  ///< points that should have been lost
    std::string why;               ///< the finding's sentence, or what else is wrong
};

struct Rehearsed {
    std::string script;
    scoring::Points model_points = 0;  ///< lowest of all plays
    scoring::Points possible = 0;      ///< of that play
    int plays = 0;
    int mistaken = 0;           ///< agents with one mistake that were played
    std::vector<Fault> faults;  ///< empty: the script does what it should
};

/// Plays one script `plays` times with seeds 1, 2, 3 ...; mistakes are played with the first seed.
Rehearsed rehearse(const script::Library& library, const script::Script& script, int plays,
                   const shift::Run::Understand& understand);

/// One play by one agent: its scorecard and journal.
struct Play {
    journal::Journal journal;
    scoring::AnswerKey key;
    scoring::Scorecard card;
};
/// Judged by the practice rubric; spelling is looked at when dictionaries are given. `grounds`: for who plays
/// many times.
Play play(const script::Library& library, const script::Script& script, std::uint64_t seed, const Mistake& mistake,
          const shift::Run::Understand& understand, const scoring::Dictionaries& dictionaries = {},
          shift::Grounds* grounds = nullptr);

}  // namespace shift311::rehearse
