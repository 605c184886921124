// What the records hold, as plain data.
#pragma once

#include "assessment/scoring/scorecard.hpp"
#include "assessment/standing/history.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::records {

struct Person {
    std::string id;  ///< UUID
    std::string name;
    std::string added;  ///< wall clock, "2026-11-21T19:49:31Z"
};

/// An attempt that was begun and not finished: what a trainee may take up again.
struct OpenAttempt {
    std::string id;
    std::string trainee;
    std::string shift;
    std::string title;
    int level = 1;
    std::uint64_t seed = 0;
    std::string began;
    std::uint32_t events = 0;
    journal::Millis at = 0;  ///< time of the last event
};

/// One attempt and, summed over the newest scorecard of each contact, how it went.
struct AttemptRow {
    std::string id;
    std::string person;
    std::string trainee;
    std::string station;
    std::string shift;
    std::string title;
    std::string city;
    std::string program;
    int level = 1;
    std::uint64_t seed = 0;
    std::string began;
    std::string ended;  ///< wall clock; empty while the attempt is open
    std::string why;    ///< finished | quit | set_aside; empty while the attempt is open
    int contacts = 0;   ///< contacts that have an answer key
    int scored = 0;     ///< of these, contacts that have a scorecard
    int contacts_passed = 0;
    int critical = 0;  ///< critical errors, all contacts together
    scoring::Points points = 0;
    scoring::Points possible = 0;
    std::map<std::string, scoring::Scorecard::Sum> competencies;

    /// Ended, not set aside, every contact brought to its scorecard, and every one of them passed.
    bool passed() const;
    bool counts() const;  ///< ended, not set aside, and something to judge: belongs in a trend
};

/// A scorecard as it was stored; a later judging adds another one and never replaces this.
struct StoredCard {
    journal::ContactId contact = 0;
    int number = 0;            ///< 1, 2, 3 ... within the contact
    std::string made;          ///< wall clock
    std::string rubric;        ///< version of the rules
    std::string program;       ///< version of the program that judged
    journal::Seq through = 0;  ///< the journal was judged up to this event
    scoring::Scorecard card;
};

/// One person's attempts, counted: a line of the cohort.
struct Tally {
    Person person;
    int attempts = 0;  ///< begun, whatever became of them
    int counted = 0;   ///< ended, not set aside, with something to judge: what the points are from
    int passed = 0;
    int critical = 0;
    std::string last;  ///< when the newest attempt began; empty when there is none
    scoring::Points points = 0;
    scoring::Points possible = 0;
};

/// What the newest scorecard of one contact says, as reports over many people need it.
struct ContactRow {
    std::string person;  ///< id
    std::string ended;   ///< finished | quit | set_aside; empty while the attempt is open
    standing::ContactFact fact;
    struct Criterion {
        std::string criterion;
        scoring::Points points = 0;
        scoring::Points possible = 0;
        bool critical = false;
    };
    std::vector<Criterion> findings;

    /// Counts in a trend: of an exam always, else when the attempt has ended and was not set aside.
    bool counts() const { return fact.purpose == standing::Purpose::exam || (!ended.empty() && ended != "set_aside"); }
};

/// Something that was added to the records besides attempts; `body` is one line of JSON that the kind explains.
struct Entry {
    std::string id;     ///< UUID; made when empty
    std::string kind;   ///< event | report | override | dispute | answer | sign_in | seal
    std::string about;  ///< person id; empty: the file itself
    std::string attempt;
    journal::ContactId contact = 0;
    std::string at;  ///< UTC stamp; now when empty
    std::string by;  ///< person id; empty: the program
    std::string body = "{}";
};

/// What an account says since its last change.
struct AccountRow {
    Person person;
    std::string role;
    std::string secret;  ///< Argon2id, as libsodium writes it; empty: none
    std::string at;
    std::string by;  ///< person id
};

/// Where a desk's chain of records ends. Printed in a report, it binds everything before it.
struct ChainHead {
    std::string station;
    std::int64_t number = 0;  ///< records in the chain
    std::string hash;         ///< 64 hexadecimal digits
};

/// What a proof of the whole file found, in plain sentences.
struct Proof {
    std::vector<std::string> faults;
    std::vector<std::string> notes;  ///< worth knowing, and no fault
    int attempts = 0;
    int set_aside = 0;         ///< attempts that could not be read
    int not_judged_again = 0;  ///< scorecards whose rules are not kept
    /// Scorecards that another version of the program made, with the same points in other words; by version.
    std::map<std::string, int> worded_otherwise;
    std::int64_t records = 0;  ///< lines of the chain
    ChainHead head;
};

/// A stretch of an identifier that is enough to show people: the first eight characters.
std::string short_id(const std::string& id);

}  // namespace shift311::records
