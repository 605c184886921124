// One mistake an agent makes on purpose, and what that mistake must cost.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"
#include "sim/city/city.hpp"
#include "sim/script/cast.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace shift311::rehearse {

struct Mistake {
    enum class Kind {
        none,
        skips_step,          ///< `what`: the step left out
        swaps_digits,        ///< two digits of the house number change places
        leaves_field_empty,  ///< `what`: the field
        transfers_cold,
        leaves_early,      ///< does not wait until the other end answers a warm transfer
        misses_emergency,  ///< treats it as an ordinary contact
        slow_emergency,    ///< transfers, but far too late
        says_forbidden,    ///< `what`: the phrase
        tells_secret,
        asks_again,  ///< `what`: the phrase
        answers_late,
        wraps_wrong,  ///< `what`: the disposition given
        hangs_up,
        ignores_feeling,  ///< leaves the caller's feeling without an answer
        skips_article,
        leaves_out,        ///< a fact of the narrative or reply
        never_asks,        ///< `what`: the fact that stays in the dark
        contradicts,       ///< `what`: the wording that says the opposite of the record
        writes_forbidden,  ///< `what`: the wording that has no place there
        misspells,
        writes_sloppily,       ///< begins a sentence with a small letter
        transfers_needlessly,  ///< `what`: the destination
        holds_unasked,
        holds_too_long,
        holds_unthanked,
        never_wraps,
        leaves_open,  ///< walks away in the middle of it
        falls_silent,
        interrupts,
        abuses,
        picks_wrong_service,  ///< `what`: the service chosen
    };
    Kind kind = Kind::none;
    std::string what;
    std::string
        says;  ///< what the agent does, in plain words: "writes two digits of the house number the wrong way round"
    /// What it must lose, by criterion: exactly these, and nothing else.
    std::map<std::string, scoring::Points> costs;
    /// What it may lose besides, because one thing leads to another: a wrong digit left standing is a typing error too.
    std::set<std::string> may_cost;
    bool fails = false;    ///< must be a critical error
    bool derails = false;  ///< the rest of the contact does not happen: only `costs` and `fails` are looked at
};

/// The mistakes that this play gives a chance for, in a fixed order. Without a city those are left out that need
/// another service or destination, or that any contact gives a chance for.
std::vector<Mistake> mistakes(const script::Cast& cast, const scoring::Rubric& rubric = {},
                              const city::City* city = nullptr);

}  // namespace shift311::rehearse
