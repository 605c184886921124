// One attempt, contact by contact: what was earned, what was lost, and the moments that show it.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/document.hpp"
#include "assessment/reports/format.hpp"
#include "assessment/reports/moment.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/rating.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace shift311::reports {

struct ContactReport {
    journal::ContactId contact = 0;
    std::string title;
    std::string script;
    std::string channel;  ///< "phone"
    std::string from;
    bool arrived = false;
    journal::Millis arrived_at = 0;  ///< of the shift
    journal::Millis start = 0;       ///< when it was answered, or else arrived: pages count a contact's time from here
    bool answered = false;
    std::string ended;  ///< plain words: "The trainee ended the call."; empty while the conversation is open
    std::optional<records::StoredCard> card;  ///< the newest one; none when the contact never came to an end
    bool withheld = false;  ///< still to be rated blind: its scorecard is left out, and every sum is without it
    std::optional<scoring::AnswerKey> key;
    Setting setting;
    std::vector<Moment> timeline;
};

struct AttemptReport {
    records::AttemptRow row;
    journal::Head head;
    std::size_t events = 0;
    journal::Millis length = 0;                   ///< time of the last event
    std::vector<ContactReport> contacts;          ///< by number; every one that arrived or has an answer key
    std::map<journal::Seq, Moment> moments;       ///< what a finding's evidence says
    std::string prepared;                         ///< wall clock at which the report was asked for; empty: not said
    std::vector<standing::Override> corrections;  ///< of findings, oldest first; every sum is without them
    std::vector<standing::Dispute> disputes;      ///< and what was acknowledged, oldest first

    // All contacts together.
    scoring::Points points = 0;
    scoring::Points possible = 0;
    int passed = 0;      ///< contacts
    bool whole = false;  ///< ended, and every contact has a scorecard
    bool all_passed = false;
    std::map<std::string, scoring::Scorecard::Sum> competencies;
    scoring::Typing typing;  ///< rates weighted by typing time, uncorrected errors by keystrokes
    scoring::Times times;    ///< sums
};

/// `known`: programs to look at when the records keep none, to see what is still to be rated blind.
AttemptReport attempt_report(const records::Store& store, const std::string& attempt, const std::string& prepared = {},
                             const std::vector<standing::Program>& known = {});
/// The same from its parts. A key that cannot be read is left out. `withheld`: contacts still to be rated blind.
AttemptReport attempt_report(const records::AttemptRow& row, const journal::Journal& journal,
                             const std::map<journal::ContactId, std::string>& keys,
                             const std::vector<records::StoredCard>& cards, const std::string& prepared = {},
                             const std::set<journal::ContactId>& withheld = {});
/// How many contacts are withheld; and what a reader is told of them, empty when none is.
int withheld(const AttemptReport& report);
std::string withheld_sentence(const AttemptReport& report);

/// `report attempt ID --format json`. Points are whole hundredths; times are milliseconds of the shift.
///
/// The top level holds the keys that section 7 of the design promises, for the whole attempt, and `contacts`, an array
/// of objects with the same keys for each contact. With one contact the top level says exactly what that contact says,
/// save that nothing has `passed` before the attempt has ended. With several: points, possible, competencies and times
/// are sums, `passed` is true when every contact passed, `critical` and `findings` are joined (a finding names its
/// "contact"), typing rates are weighted by typing time, `script` is the id of the shift, `disposition` is "", and
/// `fields` are named "2.location" after the contact's number. A contact that never came to its end has "scored": false
/// and no points. One that is still to be rated blind has "withheld": the reason, "scored": false, and no points
/// either; the top level then says "withheld" too. `corrections` and `disputes` say what people said afterward; points
/// and findings stay the machine's.
std::string attempt_json(const AttemptReport& report);
/// One self-contained page: no network, no script.
std::string attempt_html(const AttemptReport& report);
/// The same on paper.
Document attempt_document(const AttemptReport& report);
/// "practice", "exam", "qualification" or "drill".
std::string purpose_word(const journal::Head& head);
/// What counts, and what does not, one sentence.
std::string purpose_sentence(const journal::Head& head);
/// One line for each finding.
std::string attempt_csv(const AttemptReport& report);
std::string attempt_text(const AttemptReport& report, Format format);

}  // namespace shift311::reports
