// Where a shift stands: the fold of its events, and nothing that is not in them.
#pragma once

#include "assessment/journal/journal.hpp"

#include <map>
#include <string>
#include <vector>

namespace shift311::shift {

using journal::AcdState;
using journal::Channel;
using journal::ContactId;
using journal::Event;
using journal::Millis;
using journal::Mood;
using journal::Seq;

enum class Stage {
    waiting,  ///< ringing, at the counter or in the inbox
    talking,  ///< on the line, at the counter, or a written contact being worked on
    on_hold,
    transferring,  ///< a warm transfer rings, the caller is on the line
    connected,     ///< the other end has answered, all three are on the line
    wrap_up,
    done,
    abandoned,
};

struct Line {
    enum class Who { caller, trainee, target };
    Seq seq = 0;
    Millis at = 0;
    Millis lasts = 0;
    Who who = Who::caller;
    std::string text;
    std::vector<std::string> heard;  ///< phrases understood, of a trainee's line
    std::vector<std::string> tells;  ///< facts given away, of a caller's line
};

struct Contact {
    ContactId id = 0;
    std::string script;
    std::string title;
    Channel channel = Channel::phone;
    std::string from, subject, body;
    Stage stage = Stage::waiting;
    Millis arrived = 0;
    Millis answered = -1;
    Millis ended = -1;
    Millis wrapped = -1;
    Millis hold_since = -1;
    Millis caller_until = 0;  ///< the caller's last line ends then
    Millis trainee_until = 0;
    Millis target_until = 0;
    Mood mood = Mood::calm;
    std::string mood_why;    ///< what moved it last
    bool cue_heard = false;  ///< the caller has spoken of an emergency
    std::vector<Line> lines;
    std::vector<std::string> known;    ///< facts told, in order
    std::vector<std::string> said;     ///< phrases the trainee said, in order, repeats included
    std::map<std::string, int> beats;  ///< beats and manners played, and how often
    std::vector<std::string> pending;  ///< phrases and acts the caller has not reacted to yet
    bool replied = false;              ///< the caller has answered something since the trainee last spoke
    bool opened = false;               ///< the opening has been said
    bool hangs_up = false;             ///< will put the phone down when the last line ends
    int silences = 0;                  ///< times the caller asked whether anyone is there, since the last word
    std::string service;
    std::map<std::string, std::string> fields;  ///< attribute code -> value, plus "notes" and "reply"
    std::string filed;                          ///< reference given on filing
    std::string due;                            ///< of the filed request
    std::vector<std::string> changed;           ///< references of requests changed on this contact
    std::string opened_request;                 ///< the request last opened
    std::string opened_article;
    bool looked_for_duplicates = false;
    std::string transfer_target;
    bool transfer_warm = false;
    Millis transfer_began = -1;
    std::string ended_why;
    std::string disposition;
};

/// A request filed or changed during this shift.
struct Touched {
    std::string reference;
    std::string service;
    std::string address;
    std::string description;
    std::string status = "open";
    std::string status_note;
    std::string due;
    bool filed_here = false;
    ContactId contact = 0;
};

struct State {
    Millis at = 0;  ///< of the last event
    Seq last = 0;
    AcdState acd = AcdState::available;
    std::vector<Contact> contacts;  ///< contacts[i].id == i + 1
    ContactId active = 0;
    bool over = false;
    std::string over_why;
    std::vector<Touched> touched;  ///< in the order of the events
};

/// Total: any event on any state gives a state; what makes no sense changes nothing but `at` and `last`.
State step(State state, const Event& event);
void apply(State& state, const Event& event);

/// 16 hexadecimal digits over everything in the state; equal states give equal digests on every compiler.
std::string digest(const State& state);

const Contact* active_contact(const State& state);
const Contact* find_contact(const State& state, ContactId id);
/// What stands in a field of the form, in "notes" or in "reply"; empty when nothing was written.
std::string field_value(const Contact& contact, const std::string& field);
bool written(Channel channel);  ///< e-mail, fax and web forms are answered in writing

}  // namespace shift311::shift
