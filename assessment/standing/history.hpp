// What is known of one trainee in one program: results, what was decided, what raters said. Input of every judgment.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::standing {

/// Wall clock, UTC, "2026-11-21T19:49:31Z". Compared as text.
using Stamp = std::string;

enum class Purpose { practice, exam, qualification, drill };

/// One contact's newest scorecard.
struct ContactFact {
    std::string attempt;
    std::uint32_t contact = 0;
    Stamp at;  ///< when the attempt began
    /// Which of the person's attempts it was, ascending: two may begin within one second, and the exam's rule goes by
    /// who came first. 0 where nobody asks.
    std::int64_t order = 0;
    Purpose purpose = Purpose::practice;
    std::string form;  ///< of an exam: the form it belongs to
    std::string script;
    std::string title;
    std::string family;  ///< scripts of one family train the same thing; the script's id when it names none
    int level = 1;
    std::vector<std::string> duties;  ///< clauses this contact is evidence for
    scoring::Points points = 0;
    scoring::Points possible = 0;
    bool passed = false;
    std::vector<std::string> critical;  ///< one sentence each
    bool emergency = false;             ///< the contact held an emergency
    bool emergency_missed = false;
    bool false_transfer = false;  ///< sent to 911 without need
    bool within_time = false;     ///< handled within its limit
    std::map<std::string, scoring::Scorecard::Sum> competencies;
    std::string scorecard_hash;
    std::string rubric;  ///< version
};

/// One block of vignettes: 911, 311 or which agency.
struct TriageFact {
    std::string attempt;
    Stamp at;
    Purpose purpose = Purpose::drill;
    std::string form;
    int block = 1;  ///< 2: the second look after one miss
    int shown = 0;
    int emergencies = 0;
    int misses = 0;           ///< emergencies not sent to 911
    int false_transfers = 0;  ///< others sent to 911
    int wrong_agency = 0;     ///< neither, but not where it belongs
    bool finished = false;
    std::vector<std::string> missed;  ///< the vignettes' texts
};

struct TypingFact {
    std::string attempt;
    Stamp at;
    Purpose purpose = Purpose::qualification;
    bool dictation = false;  ///< dictation to form; else copy test
    std::int64_t wpm_gross = 0, wpm_net = 0;
    std::int64_t ksph_gross = 0, ksph_net = 0;
    std::int64_t uncorrected_permille = 0;
    std::int64_t seconds = 0;
    bool finished = false;
};

/// What a person, or the rule, decided about a trainee. Never changed; a later event may answer it.
struct Event {
    /// enrolled | exam_opened | exam_closed | signed_off | remediation_planned | remediation_done |
    /// accommodation | legal_hold | legal_hold_lifted | withdrawn
    std::string kind;
    std::string id;  ///< UUID
    Stamp at;
    std::string by;  ///< person id
    std::string by_name;
    std::string program;     ///< program id
    std::string form;        ///< exam_opened, exam_closed, signed_off: which exam
    std::uint64_t seed = 0;  ///< exam_opened: the form's draw
    std::string outcome;     ///< signed_off: certified | not_yet
    std::string code;        ///< signed_off: rule | override, with a reason. accommodation: kTypingWaived, or empty
    std::string why;         ///< plain words; the remediation plan; what was granted
};

/// Somebody's judgment of one exam contact, made without seeing the machine's.
struct RatingFact {
    std::string id;
    std::string attempt;
    std::uint32_t contact = 0;
    Stamp at;
    std::string rater, rater_name;
    bool blind = true;
    bool passed = false;
    std::map<std::string, int> marks;  ///< competency word -> 1..7; absent: not observed
    std::string why;
};

struct History {
    std::string person, name;
    std::vector<ContactFact> contacts;  ///< oldest first, as are all of these
    std::vector<TriageFact> triage;
    std::vector<TypingFact> typing;
    std::vector<Event> events;
    std::vector<RatingFact> ratings;
};

}  // namespace shift311::standing
