// What the screens by role ask of the program: who signs in, how trainees stand, what is reviewed, rated and signed.
#pragma once

#include "assessment/records/role.hpp"
#include "assessment/standing/rating.hpp"
#include "assessment/standing/standing.hpp"
#include "sim/desk/host.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

/// Whoever signed in.
struct Seated {
    std::string id, name;
    records::Role role = records::Role::trainee;
};

/// A line of the list of people.
struct Member {
    std::string name;
    records::Role role = records::Role::trainee;
    bool secret = false;  ///< a PIN or passphrase is set
    std::string locked;   ///< until when, as read by people; empty: not locked
};

/// A competency over time.
struct Trend {
    std::string word, label;
    std::vector<int> percents;  ///< of contacts, oldest first
    int now = 0;                ///< percent over the last ten contacts together
    int before = -1;            ///< the same of those shown before them; -1: too few to compare with
    int floor = 0;              ///< percent that the exam asks for; 0: none
};

struct PracticeNext {
    std::string title;
    std::string why;    ///< one sentence
    std::string shift;  ///< what starts it; empty: nothing to play
    bool due = true;
};

struct DrillLine {
    std::string title;
    std::string last;  ///< "Fri Nov 20: 36 WPM net, 3,210 KSPH"; empty: never done
    bool met = false;  ///< its minimum is reached
};

/// One attempt, or one contact of it.
struct WorkLine {
    std::string attempt;
    journal::ContactId contact = 0;  ///< 0: the whole attempt
    std::string title, when;
    std::string purpose;  ///< "Practice", "Exam", "Qualification", "Drill"
    int level = 1;
    int contacts = 1;
    int percent = 0;
    bool passed = false;
    int critical = 0;
    bool finished = true;
    std::string rate_blind;  ///< why a second rating without the machine's judgment is due; empty: it is not
    // What its trainee says to it; of single contacts only.
    std::string answer_by;  ///< "Tue Dec 1": the window is open; empty: there is nothing to answer, or too late
    std::optional<standing::Dispute> said;  ///< acknowledged or disputed
    struct Lost {
        std::string criterion, title, points;  ///< "0.00 of 8.00"
    };
    std::vector<Lost> lost;  ///< where points went, most first
};

/// Something of an exam that is still to be taken.
struct Sitting {
    std::string shift;  ///< what starts it
    std::string title, about;
};

struct ProgramChoice {
    std::string id, title;
};

/// Everything about one trainee that the person signed in may see.
struct File {
    std::string id, name;
    std::string program;              ///< title; empty: in no program
    std::vector<ProgramChoice> join;  ///< programs one can be enrolled in, for who is in none
    standing::Standing standing;
    std::vector<Trend> competencies;
    std::vector<PracticeNext> next;  ///< the most needed first
    std::vector<DrillLine> drills;
    std::vector<WorkLine> attempts;  ///< newest first
    std::vector<WorkLine> results;   ///< contacts to acknowledge or dispute, and those that were; newest first
    std::vector<Sitting> sittings;
    std::vector<standing::Report> reports;  ///< signed ones, newest first
    std::vector<std::string> missing;       ///< why no exam can be opened, one sentence each; empty: it can
    bool exam_open = false;   ///< an exam is under way
    bool exam_whole = false;  ///< everything that its rule asks for was taken
    std::string exam;                       ///< what an exam would be: "20 contacts in 5 sittings, and 60 vignettes"
};

struct RosterLine {
    std::string id, name;
    std::string program;  ///< empty: in none
    standing::State state = standing::State::in_training;
    std::string last;  ///< day last practiced, "Nov 20"; empty: never
    int days = -1;     ///< since then; -1: never
    int contacts = 0;
    std::string weakest;  ///< competency; empty: nothing to say yet
    int weakest_percent = 0;
    int critical = 0;   ///< critical errors in the last 14 days
    int attention = 0;  ///< the higher, the sooner
    std::string why;    ///< what asks for attention, a few words; empty: nothing
    std::string until;  ///< day to which a certification lasts; empty: not certified
    std::string since;  ///< day of the last change of state; empty: none
};

/// One contact in a review.
struct ReviewContact {
    Debrief debrief;                        ///< while blind, its scorecard holds nothing but the title
    bool blind = false;                     ///< the machine's judgment is withheld until the reviewer has signed theirs
    std::string rate_blind;                 ///< why a second rating is due
    std::vector<standing::Report> ratings;  ///< while blind: none
    std::vector<standing::Override> changes;
    std::vector<standing::Dispute> disputes;
};
struct Review {
    std::string attempt, trainee, trainee_name, title, when, purpose;
    std::vector<ReviewContact> contacts;
};

struct DisputeLine {
    standing::Dispute dispute;
    std::string trainee;  ///< name
    std::string title;    ///< of the contact
    std::string finding;  ///< of the criterion, a few words; empty: the whole contact
    std::string when;     ///< said, as read by people
    std::string machine;  ///< "0.00 of 8.00"; what stands in the records
    int days = 0;         ///< since it was said
};

struct SignedIn {
    std::optional<Seated> seated;
    std::string refusal;  ///< one sentence
};

enum class ReportFormat { html, pdf };

/// Acts throw std::runtime_error or std::invalid_argument with one sentence when they are refused. Whoever implements
/// this checks the rights of the person signed in again: a screen that a role cannot see is no lock.
class OfficeHost {
  public:
    virtual ~OfficeHost() = default;

    // --- who
    /// There is an administrator: everybody signs in, and what is signed has a signer.
    virtual bool guarded() = 0;
    virtual SignedIn sign_in(const std::string& name, const std::string& secret) = 0;
    virtual void sign_out() = 0;
    virtual SignedIn make_first_administrator(const std::string& name, const std::string& secret) = 0;
    /// By name. Before anybody signed in: names only.
    virtual std::vector<Member> members() = 0;
    /// Adds, or gives another role or secret; an empty secret leaves the one that is set.
    virtual void set_member(const std::string& name, records::Role role, const std::string& secret) = 0;

    // --- a trainee
    /// `person` is a name.
    virtual File file(const std::string& person) = 0;
    virtual void answer(const standing::Dispute& said) = 0;

    // --- for those who train
    virtual std::vector<RosterLine> roster() = 0;
    virtual void enroll(const std::string& person, const std::string& program) = 0;
    virtual void open_exam(const std::string& person) = 0;
    /// `why` must be given while something of it is still to be taken.
    virtual void close_exam(const std::string& person, const std::string& why) = 0;
    virtual void plan_remediation(const std::string& person, const std::string& plan) = 0;
    virtual void remediation_done(const std::string& person, const std::string& how) = 0;
    /// `outcome`: certified | not_yet; `why` must be given when it is not what the rule says. Asks for the secret
    /// again.
    virtual void sign_off(const std::string& person, const std::string& outcome, const std::string& why,
                          const std::string& secret) = 0;
    /// `blind`: wanted without the machine's judgment. A contact that is due a second rating is blind in any case.
    virtual Review review(const std::string& attempt, bool blind) = 0;
    /// A report to fill in: of one day (today, with what the day's evidence suggests), or of one contact.
    virtual standing::Report draft_day(const std::string& person) = 0;
    virtual standing::Report draft_contact(const std::string& attempt, journal::ContactId contact, bool blind) = 0;
    virtual void sign(const standing::Report& report) = 0;
    virtual void override_finding(const std::string& trainee, const standing::Override& change) = 0;
    virtual std::vector<DisputeLine> disputes() = 0;
    /// `answer`: upheld (the result stands) | changed.
    virtual void answer_dispute(const std::string& dispute, const std::string& answer, const std::string& words) = 0;

    // --- reports
    /// Writes the competency report of one trainee; gives the path of the file.
    virtual std::string write_report(const std::string& person, ReportFormat format) = 0;
};

}  // namespace shift311::desk
