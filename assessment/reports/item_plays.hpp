// Plays of scripts, gathered one by one into what item analysis needs: never all scorecards at once.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::reports {

/// One judged contact.
struct ItemPlay {
    std::string person;  ///< id
    std::string attempt;
    std::uint32_t contact = 0;
    std::string began;  ///< UTC stamp of the attempt: the earliest play of a person is the first
    bool exam = false;
    std::string script, title;
    scoring::Points points = 0, possible = 0;
    bool passed = false;
    int critical = 0;
    struct Part {
        std::string criterion;
        scoring::Points points = 0, possible = 0;
    };
    std::vector<Part> parts;  ///< the findings
};

class ItemPlays {
  public:
    /// In any order; what nothing could be earned on is left out.
    void add(const ItemPlay& play);

    struct Criterion {
        std::int64_t chances = 0, lost = 0;
        scoring::Points points = 0, possible = 0;
    };
    /// A person's first play of a script.
    struct First {
        std::string began, attempt;
        std::uint32_t contact = 0;
        scoring::Points points = 0, possible = 0;
        bool passed = false;
        std::vector<std::pair<std::uint32_t, double>> parts;  ///< index of the criterion, share of it earned
    };
    struct Script {
        std::string title;
        std::int64_t plays = 0, critical = 0;
        std::vector<std::string> names;  ///< of the criteria, in the order in which they were met
        std::map<std::string, std::uint32_t, std::less<>> index;
        std::vector<Criterion> criteria;
        std::map<std::string, First> first;  ///< by person
    };
    /// By script; exam and practice apart.
    const std::map<std::string, Script>& scripts(bool exam) const { return exam ? exam_ : practice_; }

  private:
    std::map<std::string, Script> exam_, practice_;
};

}  // namespace shift311::reports
