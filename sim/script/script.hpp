// A script as its author wrote it: what a caller knows, wants and does, with the blanks still open.
#pragma once

#include "assessment/journal/event.hpp"
#include "sim/script/phrase.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shift311::script {

using journal::Channel;
using journal::Millis;
using journal::Mood;

/// Where a piece of content stands: for messages. Lines and columns are 1-based, 0 when unknown.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
};

/// How a blank is filled for one play, from the shift's seed.
struct Vary {
    enum class From { one_of, name, block, request, number, phone };
    From from = From::one_of;
    std::vector<std::string> one_of;   ///< one_of: values to choose from
    std::string language = "english";  ///< name: which list; fills {who}, {who.first}, {who.last}
    std::string maintained_by;         ///< block: only such blocks; empty: any
    std::vector<std::string> on;       ///< block: only these streets; empty: any
    std::string service;               ///< request: only of this service
    std::string status;                ///< request: only with this status
    bool twin = false;                 ///< block: only streets that have an N/S or E/W twin
    int low = 0, high = 0;             ///< number: inclusive range
    Place place;
};
// Blanks a block fills: {where} and {where.address} "4208 SPRUCE ST", {where.spoken} "forty-two oh eight Spruce
// Street", {where.street}, {where.street.spoken}, {where.number}, {where.cross} "S 42ND ST", {where.cross.spoken},
// {where.neighborhood}, {where.maintained_by}. Blanks a request fills: {req} and {req.reference}, {req.spoken} (digits
// said one by one), {req.wrong} (two neighboring digits swapped), {req.wrong.spoken}, {req.address},
// {req.address.spoken}, {req.reporter}, {req.status_note}, {req.opened}, {req.expected}. Blanks a phone fills: {phone}
// "215-555-0142", {phone.spoken}. A name: {who}, {who.first}, {who.last}, {who.spelled} "R-E-Y-E-S".

/// What the caller knows, and what makes the caller tell it.
struct Fact {
    std::string id;
    std::string value;                 ///< as the form should hold it
    std::vector<std::string> say;      ///< one wording is drawn per play
    std::vector<std::string> told_by;  ///< phrases that bring it out
    std::string again;                 ///< when asked once more; empty: the common manner
    std::string cue;                   ///< emergency cue in this line
    Place place;
};

/// Something the caller does unasked, or in answer to a phrase that no fact answers.
struct Beat {
    std::string id;  ///< given by the author or "beat-N"
    // what sets it off: exactly one of these
    std::optional<Millis> after;    ///< so long after the call was answered
    std::optional<Millis> silence;  ///< so long without a word from either side
    std::optional<Millis> on_hold;  ///< so long on hold
    std::vector<std::string> on;    ///< any of these phrases said
    std::optional<Mood> mood_at;    ///< the mood has come down to this or worse
    std::string on_act;             ///< filed | added | transfer | hold | resumed
    // and only if
    std::vector<std::string> if_known, unless_known;  ///< facts the trainee has been told
    std::vector<std::string> if_said, unless_said;    ///< phrases the trainee has said
    // what happens
    std::string say;
    std::vector<std::string> tells;  ///< facts given away
    std::string cue;                 ///< emergency cue in this line
    std::optional<int> mood;         ///< steps: +1 better, -1 worse, 0 same
    std::string mood_why;            ///< plain words for the trace
    bool hangs_up = false;
    bool repeats = false;  ///< may happen more than once
    Place place;
};

struct ExpectedField {
    std::string field;  ///< attribute code of the service
    std::string value;
    std::vector<std::string> accept;
    std::string fact;  ///< empty: the fact whose value is the same blank, found by the reader
    std::string kind;  ///< empty: from the attribute; address | phone | name | date | choice | number | text
    Place place;
};

struct ExpectedContent {
    std::string what;
    std::vector<std::string> any;
    std::vector<std::string> contradicts;
    std::vector<std::string> forbidden;
};

struct Chance {
    std::string after;  ///< "opening" or a beat id
    std::vector<std::string> any;
};

struct Expect {
    std::string disposition;
    std::string service;
    std::string request;  ///< reference: for add_to_existing and status inquiries
    std::string target;
    bool warm = false;
    std::vector<ExpectedField> fields;
    std::vector<ExpectedContent> narrative, reply;
    std::vector<std::string> articles;
    std::vector<std::string> steps;
    std::vector<std::string> never;
    std::vector<std::string> unsafe;  ///< phrases that are wrong safety information
    std::vector<std::string> secrets;
    std::vector<Chance> chances;
    std::optional<Millis> answer_limit, handle_limit, hold_limit, wrap_limit;
};

struct EmergencyCue {
    std::string cue;
    std::string target;
    Millis within = 20'000;
    bool warm = true;
};

struct Caller {
    std::string name;
    std::string voice;  ///< a voice of the speech engine, used when voices are installed
    std::string language = "english";
    std::string phone;  ///< shown on the display; empty: withheld
    Mood mood = Mood::calm;
    Millis patience = 120'000;       ///< waits so long to be answered
    Millis hold_patience = 120'000;  ///< stays on hold so long
    std::string email;
    std::string stands_at;  ///< walk-in: "Counter 2"
};

struct Script {
    std::string id;
    std::string title;
    std::string city;
    Channel channel = Channel::phone;
    int level = 1;
    int minutes = 4;     ///< about how long it takes
    std::string family;  ///< scripts of one family train the same thing; the script's own id when the author names none
    bool exam = false;   ///< kept for exams: no practice shows it
    std::vector<std::string> duties;
    std::vector<std::pair<std::string, Vary>> vary;  ///< in the order written: draws happen in this order
    Caller caller;
    std::string subject;  ///< written channels
    std::string opening;
    std::vector<std::string> opening_tells;
    std::string opening_cue;
    std::vector<Fact> facts;
    std::vector<Phrase> phrases;  ///< the script's own
    std::vector<Beat> beats;
    Expect expect;
    std::optional<EmergencyCue> emergency;
    std::map<std::string, std::string>
        labels;  ///< of the phrases and acts that `expect` names, filled in when the library is read
    std::vector<std::string>
        solution;  ///< how the model agent may reach what no rule would find, as text-desk commands; usually empty
    Place place;
    std::string hash;  ///< of the file's bytes
};

/// What callers do when a script says nothing about it; by phrase id, for each language.
struct Manners {
    struct Line {
        std::vector<std::string> say;
        std::optional<int> mood;
    };
    std::map<std::string, std::map<std::string, Line>>
        lines;  ///< language -> phrase id or one of the special ids below
    // special ids: not_understood, no_answer (asked something he does not know), again and not_right (hold {say}),
    // hold_thanks, hold_return, still_there, gives_up, bye, bye_angry
};

/// One contact of a shift: which script arrives when.
struct Arrival {
    Millis at = 0;
    std::string script;
    Place place;
};

struct ShiftPlan {
    std::string id;
    std::string title;
    std::string city;
    int level = 1;
    int minutes = 25;
    std::string date = "2026-11-24";  ///< the story's calendar day
    int starts_at_minute = 8 * 60;
    std::string about;  ///< one sentence for the start screen
    bool tour = false;  ///< the first-run tour plays over this shift
    int service_level_percent = 80;
    Millis service_level_within = 20'000;
    std::vector<Arrival> contacts;  ///< ascending by `at`
    Place place;
    std::string hash;
};

}  // namespace shift311::script
