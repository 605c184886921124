// Every key of the content format, by the record it belongs to; the schemas and the format guide are tested against
// these.
#pragma once

#include <array>
#include <string_view>

namespace shift311::script::read::keys {

using namespace std::string_view_literals;

// common/
inline constexpr std::array kPhrasesFile{"phrases"sv};
inline constexpr std::array kPhrase{"label"sv, "group"sv, "say"sv, "en"sv, "es"sv, "avoid"sv};
inline constexpr std::array kMannersFile{"manners"sv};
inline constexpr std::array kManner{"say"sv, "mood"sv};
inline constexpr std::array kDutiesFile{"duties"sv};

// a city's folder
inline constexpr std::array kCity{"city"sv,   "name"sv,    "contact_center"sv, "hours"sv,
                                  "number"sv, "privacy"sv, "holidays"sv,       "names"sv};
inline constexpr std::array kNames{"given"sv, "family"sv};
inline constexpr std::array kStreetsFile{"streets"sv};
inline constexpr std::array kStreet{"name"sv, "aliases"sv, "blocks"sv};
inline constexpr std::array kBlock{"from"sv, "to"sv, "cross"sv, "maintained_by"sv, "neighborhood"sv, "zip"sv};
inline constexpr std::array kServicesFile{"services"sv};
inline constexpr std::array kService{"code"sv,       "name"sv,     "description"sv, "group"sv,
                                     "department"sv, "keywords"sv, "due"sv,         "attributes"sv};
inline constexpr std::array kDue{"business_days"sv, "none"sv, "basis"sv, "note"sv};
inline constexpr std::array kAttribute{"code"sv,        "datatype"sv, "required"sv, "order"sv,
                                       "description"sv, "hint"sv,     "values"sv};
inline constexpr std::array kAttributeValue{"key"sv, "name"sv};
inline constexpr std::array kDirectoryFile{"directory"sv};
inline constexpr std::array kDestination{"id"sv,       "name"sv,  "number"sv,     "hours"sv,    "handles"sv,
                                         "keywords"sv, "basis"sv, "answers_in"sv, "emergency"sv};
inline constexpr std::array kArticlesFile{"articles"sv};
inline constexpr std::array kArticle{"id"sv,   "title"sv,    "keywords"sv, "say"sv,
                                     "body"sv, "services"sv, "basis"sv,    "source"sv};
inline constexpr std::array kRequestsFile{"requests"sv};
inline constexpr std::array kRequest{"reference"sv, "service"sv,       "status"sv,          "status_note"sv,
                                     "address"sv,   "description"sv,   "opened_days_ago"sv, "closed_days_ago"sv,
                                     "reporter"sv,  "reporter_phone"sv};
inline constexpr std::array kReferralsFile{"referrals"sv};
inline constexpr std::array kReferral{"id"sv, "trigger"sv, "destination"sv, "how"sv, "cues"sv, "basis"sv};

// a script
inline constexpr std::array kScript{"script"sv,  "title"sv,   "city"sv,      "channel"sv, "level"sv,
                                    "minutes"sv, "family"sv,  "exam"sv,      "duties"sv,  "vary"sv,
                                    "caller"sv,  "subject"sv, "opening"sv,   "facts"sv,   "phrases"sv,
                                    "beats"sv,   "expect"sv,  "emergency"sv, "solution"sv};
inline constexpr std::array kVary{"one_of"sv, "name"sv, "block"sv, "request"sv, "number"sv, "phone"sv};
inline constexpr std::array kVaryBlock{"maintained_by"sv, "on"sv, "twin"sv};
inline constexpr std::array kVaryRequest{"service"sv, "status"sv};
inline constexpr std::array kCaller{"name"sv,     "voice"sv,         "language"sv, "phone"sv,    "mood"sv,
                                    "patience"sv, "hold_patience"sv, "email"sv,    "stands_at"sv};
inline constexpr std::array kOpening{"say"sv, "tells"sv, "cue"sv};
inline constexpr std::array kFact{"value"sv, "say"sv, "told_by"sv, "again"sv, "cue"sv};
inline constexpr std::array kBeat{"id"sv,          "after"sv,    "silence"sv,  "on_hold"sv,      "on"sv,
                                  "mood_at"sv,     "on_act"sv,   "if_known"sv, "unless_known"sv, "if_said"sv,
                                  "unless_said"sv, "say"sv,      "tells"sv,    "cue"sv,          "mood"sv,
                                  "why"sv,         "hangs_up"sv, "repeats"sv};
inline constexpr std::array kEmergency{"cue"sv, "target"sv, "within"sv, "transfer"sv};
inline constexpr std::array kExpect{"disposition"sv, "service"sv,   "request"sv, "target"sv,   "transfer"sv,
                                    "fields"sv,      "narrative"sv, "reply"sv,   "articles"sv, "steps"sv,
                                    "never"sv,       "unsafe"sv,    "secrets"sv, "chances"sv,  "limits"sv};
inline constexpr std::array kExpectedField{"value"sv, "accept"sv, "fact"sv, "kind"sv};
inline constexpr std::array kContent{"what"sv, "any"sv, "contradicts"sv, "forbidden"sv};
inline constexpr std::array kChance{"after"sv, "any"sv};
inline constexpr std::array kLimits{"answer"sv, "handle"sv, "hold"sv, "wrap"sv};

// a shift
inline constexpr std::array kShift{"shift"sv, "title"sv,     "city"sv, "level"sv,         "minutes"sv, "date"sv,
                                   "about"sv, "starts_at"sv, "tour"sv, "service_level"sv, "contacts"sv};
inline constexpr std::array kServiceLevel{"percent"sv, "within"sv};
inline constexpr std::array kArrival{"at"sv, "script"sv};

// a training program
inline constexpr std::array kProgram{"program"sv, "title"sv,         "employer"sv,     "city"sv,   "version"sv,
                                     "rubric"sv,  "clauses"sv,       "phases"sv,       "typing"sv, "exam"sv,
                                     "failing"sv, "certification"sv, "dispute_days"sv, "appeal"sv};
inline constexpr std::array kPhase{"id"sv, "title"sv, "weeks"sv, "families"sv, "contacts"sv};
inline constexpr std::array kTypingMinimum{"wpm_net"sv, "ksph_net"sv, "needed"sv, "out_of"sv, "clauses"sv, "basis"sv};
inline constexpr std::array kExam{"pass"sv, "floors"sv, "blueprint"sv, "retests"sv, "second_rating_percent"sv};
inline constexpr std::array kPass{"percent"sv, "basis"sv, "judges"sv};
inline constexpr std::array kCutSheet{"asked_on"sv, "rounds"sv, "less_sem"sv, "sheet"sv};
inline constexpr std::array kJudge{"judge"sv, "incumbent"sv, "estimates"sv};
inline constexpr std::array kFloors{"percent"sv, "basis"sv};
inline constexpr std::array kCell{"id"sv, "title"sv, "families"sv, "first"sv, "second"sv};
inline constexpr std::array kCertification{"valid_months"sv, "signed_by"sv, "basis"sv};
inline constexpr std::array kRuleBasis{"from"sv, "note"sv};

// a rubric
inline constexpr std::array kRubric{"rubric"sv, "version"sv, "title"sv, "pass_percent"sv,
                                    "points"sv, "limits"sv,  "abuse"sv, "applies"sv};
inline constexpr std::array kRubricPoints{"listening"sv, "recording"sv, "typing"sv,    "referral"sv, "procedure"sv,
                                          "courtesy"sv,  "privacy"sv,   "knowledge"sv, "writing"sv,  "tempo"sv};

}  // namespace shift311::script::read::keys
