// Plays of scripts, gathered one by one into what item analysis needs: never all scorecards at once.
#pragma once

#include "assessment/scoring/scorecard.hpp"
#include "assessment/standing/history.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::reports {

/// "exam", "practice", "qualification", "drill"
std::string_view purpose_word(standing::Purpose purpose);

/// One judged contact.
struct ItemPlay {
    std::string person;  ///< id
    std::string attempt;
    std::uint32_t contact = 0;
    std::string began;  ///< UTC stamp of the attempt: the earliest play of a person is the first
    standing::Purpose purpose = standing::Purpose::practice;
    std::string script, title;
    std::string family;  ///< scripts of one family train the same thing; the script's id when empty
    scoring::Points points = 0, possible = 0;
    bool passed = false;
    int critical = 0;  ///< critical errors
    struct Part {
        std::string_view criterion;
        scoring::Points points = 0, possible = 0;
    };
    std::vector<Part> parts;  ///< the findings
};

class ItemPlays {
  public:
    /// In any order; what nothing could be earned on is left out.
    void add(const ItemPlay& play);

    struct Criterion {
        std::string name;
        std::int64_t chances = 0, lost = 0;
        scoring::Points points = 0, possible = 0;
    };
    struct Part {
        std::size_t criterion = 0;  ///< its place among the script's criteria
        scoring::Points points = 0, possible = 0;
    };
    /// A person's first play of a script.
    struct First {
        std::string began, attempt;
        std::uint32_t contact = 0;
        scoring::Points points = 0, possible = 0;
        bool passed = false;
        std::vector<Part> parts;
    };
    struct Script {
        std::string title;   ///< of the newest play
        std::string family;  ///< of the newest play
        std::string newest;
        std::int64_t plays = 0;
        std::int64_t critical = 0;        ///< plays with a critical error
        std::vector<Criterion> criteria;  ///< in the order in which they were met
        std::map<std::string, std::size_t, std::less<>> places;
        std::map<std::string, First> first;  ///< by person
    };
    /// One of a person's contacts with a family.
    struct Try {
        std::string began, attempt;
        std::uint32_t contact = 0;
        bool passed = false;
    };
    /// The first kFollowed contacts of a person with a family, oldest first.
    using Tries = std::vector<Try>;
    static constexpr std::size_t kFollowed = 20;
    /// By family and person; of practice contacts alone: an exam teaches nothing between its contacts, and a drill is
    /// no contact.
    const std::map<std::string, std::map<std::string, Tries>>& practice() const { return practice_; }

    /// By purpose and script: contacts of an exam and of practice never meet in one figure.
    const std::map<standing::Purpose, std::map<std::string, Script>>& scripts() const { return scripts_; }

  private:
    void follow(const ItemPlay& play);

    std::map<std::string, std::map<std::string, Tries>> practice_;
    std::map<standing::Purpose, std::map<std::string, Script>> scripts_;
};

}  // namespace shift311::reports
