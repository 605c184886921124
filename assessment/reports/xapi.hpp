// xAPI 1.0.3: what happened as statements for a learning record store, one line of JSON each. Nothing is sent anywhere.
#pragma once

#include "assessment/records/store.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/rating.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::reports {

/// Names activities and accounts; any IRL of the center's own, without a slash at its end.
inline constexpr std::string_view kXapiHome = "https://shift311.invalid";

/// One attempt as far as a statement tells it.
struct XapiAttempt {
    records::AttemptRow row;
    journal::Head head;
    journal::Millis length = 0;                     ///< time of the last event
    std::vector<records::StoredCard> cards;         ///< every one ever made, by contact and number
    std::vector<standing::Override> changes = {};   ///< what trainers corrected, oldest first
    std::map<std::string, int> pass_percents = {};  ///< of the rubrics that are kept, by hash
};
/// What was decided about one person.
struct XapiPerson {
    std::string person;
    std::vector<standing::Event> events;  ///< oldest first
};

/// Statements of one attempt: what became of it; where it was judged again or a finding was corrected with another
/// result, the older one voided and the new one. A corrected contact passes as its rubric has it: enough of the points
/// and no critical error; where that rubric is not kept, a correction only takes a pass away. Ids are made from the
/// attempt's, so that importing twice adds nothing.
std::vector<std::string> xapi_attempt(const XapiAttempt& attempt, std::string_view home = kXapiHome);
/// Exams begun and outcomes signed; a later signature of the same form voids the earlier one.
std::vector<std::string> xapi_events(const XapiPerson& person, std::string_view home = kXapiHome);

/// "PT3M4.25S" from milliseconds: ISO 8601, at most two decimals.
std::string iso_duration(journal::Millis length);

/// JSON Lines of everything in the records, or of one attempt. Empty records give no line. Where everything is asked
/// for, an attempt that cannot be read is named in `set_aside`, and the rest goes on.
/// Throws std::invalid_argument, one sentence, for a home that is no IRL.
std::string export_xapi(const records::Store& store, const std::string& attempt = {}, std::string_view home = kXapiHome,
                        std::vector<std::string>* set_aside = nullptr);

}  // namespace shift311::reports
