// What each criterion is worth, in hundredths of a point, the limits that apply, and on which channels it is judged.
#pragma once

#include "assessment/journal/event.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

/// BLAKE2b-256 of the built-in rubric's canonical line; a test holds it, and scenarios/programs/rubrics/practice.yaml,
/// to it.
inline constexpr std::string_view kPracticeHash = "d4d8deb793378a8328dc59f995bae5d5aaec1dcdb4b95c219d8cc4a611f6561b";

struct Rubric {
    std::string id = "practice";
    std::string version = "practice-2";
    std::string title = "Practice rules";
    std::string hash{kPracticeHash};  ///< BLAKE2b-256 of to_json(rubric) in hexadecimal
    int pass_percent = 85;            ///< of possible points, with no critical error

    // listening
    Points questions = 300;        ///< everything that the form needs has come to light, in proportion
    Points repeat_question = 300;  ///< nothing asked that was already told
    // recording
    Points place = 800;  ///< where the work is done
    Points field = 400;  ///< every other expected field
    Points narrative_fact = 200;
    // typing
    Points uncorrected = 300;  ///< uncorrected errors at most `uncorrected_permille`
    Points speed = 300;        ///< net speed at least `ksph_net`
    // referral
    Points disposition = 800;
    Points transfer_target = 800;
    Points transfer_kind = 400;
    Points false_transfer = 400;  ///< nobody transferred to where they do not belong
    Points emergency_clock = 1000;
    // procedure
    Points step = 200;
    Points order = 200;  ///< steps in the order due, once a contact
    Points read_back_correct = 200;
    Points reference_correct = 200;
    Points due_correct = 200;
    Points hold = 200;     ///< each of asked, returned in time, thanked; only where a caller was put on hold
    Points wrap_up = 200;  ///< wrapped up with an outcome
    // courtesy
    Points chance = 300;     ///< each feeling met in time
    Points forbidden = 300;  ///< each phrase on the `never` list
    Points dead_air = 300;
    Points interrupting = 300;
    // privacy
    Points privacy = 500;
    // knowledge
    Points article = 500;
    Points service = 600;
    Points right_request = 800;  ///< the request found, added to or quoted
    // writing, and what is told to callers
    Points reply_fact = 300;
    Points spelling = 300;
    Points grammar = 300;
    // tempo
    Points answer = 200;
    Points handle = 200;
    Points wrap = 200;
    Points take_up = 200;    ///< with several contacts at once: taken up soon after there was a hand free
    Points forgotten = 200;  ///< brought to an end before the shift was over

    // limits
    Points slip_loss = 100;                   ///< lost for each needless question, interruption, misspelling, slip
    std::int64_t contradiction_percent = 50;  ///< of a fact's points, lost when the opposite stands there too
    std::int64_t forbidden_percent = 10;      ///< of all facts' points, lost for each thing that has no place there
    std::int64_t uncorrected_permille = 20;
    std::int64_t ksph_net = 3000;         ///< practice value: the class specification names no number
    std::int64_t typing_min_keys = 20;    ///< below this no typing rate is judged
    std::int64_t writing_min_words = 4;   ///< shorter texts are not judged as writing
    journal::Millis typing_pause = 5000;  ///< longer pauses are no typing time
    journal::Millis chance_within = 15'000;
    journal::Millis dead_air_within = 20'000;  ///< longest silence while the caller waits on the line
    journal::Millis take_up_within = 30'000;   ///< from the first free moment to taking up a contact that waits

    /// Wordings that are abuse wherever they are said to a caller: a critical error.
    std::vector<std::string> abuse{"you idiot",         "you are an idiot",
                                   "you're an idiot",   "you moron",
                                   "you are a moron",   "you are stupid",
                                   "you're stupid",     "how stupid are you",
                                   "just shut up",      "you shut up",
                                   "shut your mouth",   "go to hell",
                                   "screw you",         "fuck",
                                   "fuck you",          "fucking",
                                   "asshole",           "piece of shit",
                                   "you bitch",         "es un idiota",
                                   "es una idiota",     "no sea idiota",
                                   "no sea estúpido",   "no sea estúpida",
                                   "es usted estúpido", "es usted estúpida",
                                   "cállese la boca",   "cállate",
                                   "váyase al diablo"};
    /// Criteria that are judged on these channels only, by id or by the part before the dot; others apply everywhere.
    std::map<std::string, std::vector<journal::Channel>> applies{
        {"courtesy.dead_air", {journal::Channel::phone, journal::Channel::walk_in, journal::Channel::radio}},
        {"courtesy.interrupting", {journal::Channel::phone, journal::Channel::walk_in, journal::Channel::radio}},
        {"hold", {journal::Channel::phone}},
        {"listening.questions", {journal::Channel::phone, journal::Channel::walk_in, journal::Channel::radio}},
        {"listening.repeat", {journal::Channel::phone, journal::Channel::walk_in, journal::Channel::radio}},
        {"tempo.answer", {journal::Channel::phone}}};
};

/// Whether the rubric judges this criterion on this channel.
bool applies(const Rubric& rubric, std::string_view criterion, journal::Channel channel);

/// The canonical line of the values, without the hash: sorted keys, one line; what is hashed and kept.
std::string to_json(const Rubric& rubric);
/// Keys that an earlier version did not know get their defaults, `hash` stays empty. Throws std::runtime_error.
Rubric rubric_from_json(std::string_view json);

/// One whole number of a rubric: where it stands in a file, and its range.
struct RubricValue {
    std::string_view group;  ///< "listening" ... "tempo", or "limits"
    std::string_view key;
    std::int64_t Rubric::*member;
    std::int64_t least = 0;
    std::int64_t most = 100'000;
    bool time = false;  ///< in milliseconds, written with its unit
};
const std::vector<RubricValue>& rubric_values();

/// Everything that can be judged, by id or by the part before the dot.
struct CriterionKind {
    std::string_view id;  ///< "field" stands for "field.location", "field.size" ...
    Competency competency = Competency::procedure;
    std::string_view label;  ///< plain words: "Nothing asked twice"
};
const std::vector<CriterionKind>& criterion_kinds();
/// The kind of "field.location" is "field"; null when nothing of the kind is judged.
const CriterionKind* kind_of(std::string_view criterion);

}  // namespace shift311::scoring
