// Everything there is to see at a moment, as plain data for any face: window, text, test.
#pragma once

#include "sim/shift/engine.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::shift {

struct ContactRow {
    ContactId id = 0;
    Channel channel = Channel::phone;
    std::string name;    ///< "215-555-0142", the e-mail's subject, "Walk-in, Counter 2"
    std::string status;  ///< "Ringing", "On the line", "On hold", "Wrap-up", "E-mail, reply started"
    Stage stage = Stage::waiting;
    Millis timer = 0;  ///< since what the status says began
    bool active = false;
    bool urgent = false;  ///< has waited longer than the service level, or on hold too long
};

struct Utterance {
    Seq seq = 0;
    Millis at = 0;  ///< since the contact was answered
    Line::Who who = Line::Who::caller;
    std::string speaker;    ///< "Caller", "You", "911"
    std::string text;       ///< what may be read now: the part spoken so far, or empty when captions are off
    bool speaking = false;  ///< still being said
    bool hidden = false;    ///< was said, but captions have faded at this level: ask to repeat
    std::string heard_as;   ///< "heard as: greet, ask location", "not understood: say it another way"; empty for others
};

struct Choice {
    std::string key;
    std::string name;
};

struct FieldView {
    std::string code;
    std::string label;
    std::string hint;  ///< what to ask; empty at levels 3 and 4
    bool required = false;
    bool several = false;  ///< multivaluelist
    bool long_text = false;
    bool address = false;
    std::vector<Choice> choices;
    std::string value;
    enum class Check { none, good, careful } check = Check::none;
    std::string says;  ///< "block 4200, city street"; empty when nothing is to be said
    std::vector<std::string> suggestions;
};

struct NearRow {
    std::string reference;
    std::string service;  ///< name
    std::string address;
    std::string status;
    std::string age;  ///< "3 days ago"
    std::string description;
    bool same_service = false;
};

struct RequestView {
    NearRow row;
    std::string opened;           ///< "Sat Nov 21, 2026"
    std::string expected;         ///< or "no date can be given"
    std::string expected_spoken;  ///< "Thursday, January 28"; empty where no date can be given
    std::string note;
    std::string department;
    std::string reporter;  ///< confidential
    std::string reporter_phone;
};

struct FormView {
    std::string service;  ///< code
    std::string service_name;
    std::string department;
    std::string due_rule;  ///< "46 business days", "no date can be given"
    bool due_is_practice_value = false;
    std::vector<FieldView> fields;
    std::string notes;
    std::string reply;
    std::string due;  ///< "Thu Jan 28, 2027": what filing now would give
    std::string due_spoken;
    std::vector<std::string> missing;  ///< labels of required fields still empty
    std::string filed;                 ///< reference once filed
    bool can_file = false;
    bool can_edit = true;
    std::vector<NearRow> near;  ///< open requests at or near the place in the form
};

struct ActView {
    bool enabled = false;
    std::string why_not;  ///< sentence when disabled
};

struct Screen {
    std::string title;
    std::string trainee;
    int level = 1;
    bool practice = true;
    std::string clock;  ///< "08:14:32"
    Millis at = 0;
    AcdState acd = AcdState::available;
    int waiting = 0;
    Millis longest_wait = 0;
    int answered = 0;          ///< calls answered so far
    int answered_in_time = 0;  ///< of these, within the service level
    int abandoned = 0;
    int service_level_percent = 80;  ///< goal
    Millis service_level_within = 20'000;
    std::string yardstick;  ///< what the service level may be measured by; once the shift is over, if enough was met
    std::vector<ContactRow> contacts;  ///< open ones first, then the finished

    ContactId active = 0;
    Stage stage = Stage::waiting;
    Channel channel = Channel::phone;
    std::string speaker_name;  ///< "Caller on line 1"
    std::string from;
    std::string subject, body;  ///< written channels
    Millis timer = 0;           ///< since answered
    std::vector<Utterance> conversation;
    std::string mood;          ///< level 1 only: "annoyed"
    std::string mood_trace;    ///< level 1 only: the last change, one sentence
    std::string phone_status;  ///< "911 is ringing", "911 is on the line: say where and what, then leave with End"
    std::vector<std::string> next_steps;  ///< level 1: what is still due, plain words, at most 3
    FormView form;
    bool written = false;

    ActView answer, hold, resume, transfer, end, file, wrap, say, reply;
    bool ringing = false;  ///< somebody waits and the trainee is free: play the ring
    bool over = false;
};

/// `at` may lie after the last event: timers run, lines are revealed as they are spoken.
Screen view(const Floor& floor, const State& state, Millis at);

/// One request of the city or of this shift as the desk shows it; nothing when the number is unknown.
std::optional<RequestView> request_view(const Floor& floor, const State& state, const std::string& reference);

/// When the screen will next look different by itself (a line being revealed, a timer's second), at or after `at`.
Millis next_change(const Floor& floor, const State& state, Millis at);

}  // namespace shift311::shift
