// What can happen on a shift: one small struct a kind of event, and the event that dates it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace shift311::journal {

/// Whole milliseconds since the shift began. Paused time does not count.
using Millis = std::int64_t;
/// Place in the journal, 1-based and without gaps.
using Seq = std::uint32_t;
/// 1-based number of a contact within the shift; 0 is the shift itself.
using ContactId = std::uint32_t;

enum class Channel { phone, walk_in, email, fax, web, radio };
/// Mood of a caller, from worst to best; `better` and `worse` move one step.
enum class Mood { furious, angry, annoyed, uneasy, calm, content };
enum class AcdState { available, on_contact, wrap_up, on_break };
enum class Catalog { requests, near, articles, directory };

// ---- the shift -----------------------------------------------------------------------------------------------------

struct AcdChanged {
    static constexpr std::string_view kName = "acd_changed";
    AcdState state = AcdState::available;
};
/// The trainee stopped the clock (never in an exam) or the program was closed and the shift taken up again.
struct Paused {
    static constexpr std::string_view kName = "paused";
    std::string why;  ///< break | interrupted | clock_jumped
    Millis lost = 0;  ///< wall time that passed outside the shift, when known
};
struct ShiftEnded {
    static constexpr std::string_view kName = "shift_ended";
    std::string why;  ///< finished | quit
};

// ---- a contact comes and goes --------------------------------------------------------------------------------------

struct Arrived {
    static constexpr std::string_view kName = "arrived";
    std::string script;
    std::string title;
    Channel channel = Channel::phone;
    std::string from;                ///< phone number, e-mail address or where the person stands
    std::string subject;             ///< of a written contact
    std::string body;                ///< of a written contact: the whole text
    std::vector<std::string> tells;  ///< facts that `body` gives away
    Mood mood = Mood::calm;
    std::string cue;  ///< emergency cue that `body` holds
};
struct Answered {
    static constexpr std::string_view kName = "answered";
};
/// The caller gave up before anyone answered.
struct Abandoned {
    static constexpr std::string_view kName = "abandoned";
};
/// The trainee turned to this contact.
struct Taken {
    static constexpr std::string_view kName = "taken";
};
/// The conversation is over; wrap-up begins.
struct Ended {
    static constexpr std::string_view kName = "ended";
    std::string by;   ///< trainee | caller
    std::string why;  ///< closed | hung_up | gave_up | transferred | left_early | replied | unanswered
};
struct Wrapped {
    static constexpr std::string_view kName = "wrapped";
    std::string disposition;  ///< file | add_to_existing | inform | transfer | end
};

// ---- speech --------------------------------------------------------------------------------------------------------

struct CallerSaid {
    static constexpr std::string_view kName = "caller_said";
    std::string text;
    Millis lasts = 0;                ///< how long it takes to say
    std::string why;                 ///< opening | answer | beat | manner
    std::string beat;                ///< which beat, so that it is not played twice
    std::vector<std::string> tells;  ///< facts given away by this line
    std::string answers;             ///< phrase that brought it about
    std::string cue;                 ///< emergency cue spoken in this line
    bool again = false;              ///< the trainee had been told already
    bool hangs_up = false;           ///< puts the phone down after this line
};
struct TraineeSaid {
    static constexpr std::string_view kName = "trainee_said";
    std::string text;
    Millis lasts = 0;
    std::vector<std::string> heard;  ///< phrases understood, in the order spoken; empty: not understood
    bool over_caller = false;        ///< began while the caller was speaking
};
struct MoodChanged {
    static constexpr std::string_view kName = "mood_changed";
    Mood from = Mood::calm;
    Mood to = Mood::calm;
    std::string why;      ///< one plain sentence: "You said you were sorry about the tire."
    std::string beat;     ///< which beat or manner did it, so that it does not count twice
    std::string answers;  ///< phrase or act that brought it about
};

// ---- the desk ------------------------------------------------------------------------------------------------------

struct ServiceChosen {
    static constexpr std::string_view kName = "service_chosen";
    std::string service;
};
/// One edit of one field. `value` is the whole text afterwards, so that any journal can be read without replaying keys.
struct FieldEdited {
    static constexpr std::string_view kName = "field_edited";
    std::string field;  ///< attribute code, or "notes", or "reply"
    std::string value;
    std::string inserted;  ///< what this edit put in
    int keys = 0;          ///< keystrokes that inserted text
    int erased = 0;        ///< keystrokes that removed text
    bool pasted = false;   ///< clipboard, suggestion taken or value chosen: never counted as typing
};
struct LookedUp {
    static constexpr std::string_view kName = "looked_up";
    Catalog where = Catalog::requests;
    std::string query;
    std::vector<std::string> found;  ///< references or ids, best first
};
struct Opened {
    static constexpr std::string_view kName = "opened";
    Catalog where = Catalog::requests;
    std::string id;
};
struct HoldBegan {
    static constexpr std::string_view kName = "hold_began";
};
struct HoldEnded {
    static constexpr std::string_view kName = "hold_ended";
};
struct TransferBegan {
    static constexpr std::string_view kName = "transfer_began";
    std::string target;
    bool warm = false;
};
/// Somebody picked up at the other end.
struct TransferAnswered {
    static constexpr std::string_view kName = "transfer_answered";
    std::string target;
    std::string text;  ///< how they answer
    Millis lasts = 0;
};
struct Filed {
    static constexpr std::string_view kName = "filed";
    std::string reference;
    std::string service;
    std::map<std::string, std::string> fields;  ///< as they stood
    std::string due;                            ///< "2027-01-28"; empty where no date may be given
};
/// Something done to a request that was there before: added | forwarded | reopened | closed.
struct RequestChanged {
    static constexpr std::string_view kName = "request_changed";
    std::string reference;
    std::string how;
};
struct Replied {
    static constexpr std::string_view kName = "replied";
    std::string text;
    std::vector<std::string> heard;  ///< phrases understood in the reply
};

// ---- drills --------------------------------------------------------------------------------------------------------

/// A caller's few sentences are on the screen: 911, 311 or which agency?
struct VignetteShown {
    static constexpr std::string_view kName = "vignette_shown";
    std::string id;
    std::string text;
    int number = 0;  ///< 1-based place in the block
};
struct VignetteAnswered {
    static constexpr std::string_view kName = "vignette_answered";
    std::string id;
    std::string answer;  ///< "911", "311", or the id of a directory entry
    std::string told;    ///< what the trainee was told about it at once; empty in an exam
};
/// Something to be typed: the text of a copy test, or one spoken line of a dictation.
struct PromptShown {
    static constexpr std::string_view kName = "prompt_shown";
    std::string id;  ///< of the copy text or the dictation
    std::string text;
    std::string field;  ///< where it belongs: "copy", or the attribute code
    Millis lasts = 0;   ///< how long the line takes to say; of a copy test: how long may be typed
};

using ActKinds = std::variant<AcdChanged, Paused, ShiftEnded, Arrived, Answered, Abandoned, Taken, Ended, Wrapped,
                              CallerSaid, TraineeSaid, MoodChanged, ServiceChosen, FieldEdited, LookedUp, Opened,
                              HoldBegan, HoldEnded, TransferBegan, TransferAnswered, Filed, RequestChanged, Replied,
                              VignetteShown, VignetteAnswered, PromptShown>;

/// One of the kinds above. It is copied, moved and ended in event.cpp: every file that holds an event would otherwise
/// be compiled with the ways to copy all of its kinds, which was a third of the time to build the project.
struct Act : ActKinds {
    Act();
    Act(const Act& other);
    Act(Act&& other) noexcept;
    Act& operator=(const Act& other);
    Act& operator=(Act&& other) noexcept;
    ~Act();
    template <class Kind, class = std::enable_if_t<!std::is_same_v<std::decay_t<Kind>, Act>>>
    Act(Kind&& kind) : ActKinds(std::forward<Kind>(kind)) {}
};

struct Event {
    Seq seq = 0;
    Millis at = 0;
    ContactId contact = 0;
    Act act;
};

/// The name of the event's kind: "caller_said".
std::string_view name_of(const Event& event);

/// The words used in files for the enumerations above, and back; an unknown word is refused with false.
std::string_view word(Channel channel);
std::string_view word(Mood mood);
std::string_view word(AcdState state);
std::string_view word(Catalog catalog);
bool read_word(std::string_view word, Channel& channel);
bool read_word(std::string_view word, Mood& mood);
bool read_word(std::string_view word, AcdState& state);
bool read_word(std::string_view word, Catalog& catalog);

}  // namespace shift311::journal
