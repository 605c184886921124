// An event in plain words: when, who, what.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace shift311::reports {

struct Moment {
    journal::Seq seq = 0;
    journal::Millis at = 0;
    std::string who;      ///< Caller, Visitor, Writer, Trainee, Line, Desk
    std::string quote;    ///< words spoken or written, as they were
    std::string what;     ///< what happened, or a remark about the quote; may be empty when there is a quote
    std::string field;    ///< of a field edit: which one
    std::string phrases;  ///< of speech: what was understood
};

/// How the fields of a contact are called, and what kind of contact it is.
struct Setting {
    journal::Channel channel = journal::Channel::phone;
    std::map<std::string, std::string> labels;
    std::set<std::string> choices;  ///< fields whose values are identifiers to choose from
    std::string label(const std::string& field) const;
    /// A field's value as people read it: "driving_lane" -> "driving lane".
    std::string value(const std::string& field, const std::string& value) const;
};

Moment moment(const journal::Event& event, const Setting& setting);
/// What belongs to one contact, in order; edits of one field that follow each other become one moment, the last.
std::vector<Moment> timeline(const std::vector<journal::Event>& events, journal::ContactId contact,
                             const Setting& setting);

/// "add_to_existing" -> "add to existing": an identifier as words.
std::string as_words(std::string_view id);
/// "Request filed", "Transferred"; the words for a disposition. Empty: "none".
std::string disposition_words(std::string_view disposition);

}  // namespace shift311::reports
