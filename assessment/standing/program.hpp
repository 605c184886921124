// A training program as a city writes it down: phases, clauses, floors, the exam's blueprint, and who signs.
#pragma once

#include "assessment/scoring/scorecard.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::standing {

/// A value and where it comes from: the class specification, the center's own rule, or our assumption for practice.
struct Basis {
    enum class From { class_spec, center, practice_value };
    From from = From::practice_value;
    std::string note;
};

struct Clause {
    std::string id;     ///< "6J55-08"
    std::string title;  ///< in our own words
};

/// A stretch of the training, in order. `contacts` of practice in each of `families` make it done.
struct Phase {
    std::string id;
    std::string title;
    int weeks = 1;
    std::vector<std::string> families;
    int contacts = 2;
};

/// One cell of the exam's blueprint: so many contacts out of these families.
struct Cell {
    std::string id;
    std::string title;
    std::vector<std::string> families;
    int first = 1;   ///< contacts in the block of 20
    int second = 0;  ///< contacts in the further block of 10
};

/// What judges said before the exam about somebody who is just competent, and when: where an Angoff cut comes from.
struct CutSheet {
    struct Judge {
        std::string name;                      ///< who, or by what office: "Intake supervisor"
        bool incumbent = false;                ///< does the job that the program trains for
        std::map<std::string, int> estimates;  ///< by cell id: percent of the points of one contact of this cell
    };
    std::string asked_on;  ///< "2026-09-01"
    int rounds = 1;        ///< the estimates are those of the last
    int less_errors = 0;   ///< standard errors among the judges that the cut lies below their mean, decided beforehand
    std::vector<Judge> judges;  ///< none: nobody was asked

    bool empty() const { return judges.empty(); }
};

struct TypingMinimum {
    int wpm_net = 35;                       ///< copy test, net words a minute
    int ksph_net = 3000;                    ///< dictation to form, net keystrokes an hour
    int needed = 2, out_of = 3;             ///< "2 of the last 3 tests"
    std::vector<std::string> clauses = {};  ///< ids of those that the tests are evidence for
    Basis basis;
};

struct Program {
    std::string id;  ///< "6J55"
    std::string title;
    std::string employer;  ///< "City of Philadelphia"
    std::string city;      ///< city id of the content
    std::string version;   ///< of the rule; printed in every report
    std::string rubric;    ///< id of the rubric that exams are scored by
    std::vector<Clause> clauses;
    std::vector<Phase> phases;
    std::vector<Cell> blueprint;        ///< `first` sums to 20, `second` to 10
    std::map<std::string, int> floors;  ///< percent by competency word; every one must be reached over the block
    Basis floors_basis;
    int pass_percent = 85;  ///< of a contact, with no critical error: the Angoff cut
    Basis pass_basis;
    CutSheet pass_sheet;  ///< what `pass_percent` follows from, where judges were asked
    TypingMinimum typing;
    int retests = 2;                 ///< parallel forms after the first, each after a remediation plan
    int second_rating_percent = 20;  ///< of passed exam contacts, drawn by the form's seed
    int valid_months = 24;           ///< of a certification
    Basis valid_basis;
    int dispute_days = 10;            ///< calendar days to acknowledge or dispute
    std::string signer_title;         ///< "Contact center supervisor"
    std::vector<std::string> appeal;  ///< paragraphs of the appeal instructions
    std::string failing;              ///< what the class specification says of failing; may be empty
    std::string hash;                 ///< BLAKE2b of the file, set by who reads it
};

}  // namespace shift311::standing
