// What a trainee wants to do: one small struct an intent, and the refusal that says why not.
#pragma once

#include "assessment/journal/event.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace shift311::shift {

using journal::Catalog;
using journal::ContactId;
using journal::Millis;

struct Answer {
    ContactId contact = 0;  ///< 0: who has waited longest
};
/// Turn to another contact that is on hold, in wrap-up or written.
struct Take {
    ContactId contact = 0;
};
/// `heard` comes from the listener: phrase ids in the order spoken, empty when nothing was understood.
struct Say {
    std::string text;
    std::vector<std::string> heard;
};
struct ChooseService {
    std::string service;
};
/// See journal::FieldEdited.
struct Edit {
    std::string field;
    std::string value;
    std::string inserted;
    int keys = 0;
    int erased = 0;
    bool pasted = false;
};
/// A search that was made; `found` comes from the city's indexes.
struct LookUp {
    Catalog where = Catalog::requests;
    std::string query;
    std::vector<std::string> found;
};
struct Open {
    Catalog where = Catalog::requests;
    std::string id;
};
struct Hold {};
struct Resume {};
struct Transfer {
    std::string target;
    bool warm = false;
};
struct File {};
/// Do something to a request that was there before: added | forwarded | reopened | closed.
struct ChangeRequest {
    std::string reference;
    std::string how;
};
/// Send the reply as it stands in the field "reply".
struct Reply {
    std::vector<std::string> heard;
};
struct End {};
struct Wrap {
    std::string disposition;
};
struct SetAcd {
    journal::AcdState state = journal::AcdState::available;
};
struct Pause {
    std::string why;
    Millis lost = 0;
};
struct Quit {};

using Intent = std::variant<Answer, Take, Say, ChooseService, Edit, LookUp, Open, Hold, Resume, Transfer, File,
                            ChangeRequest, Reply, End, Wrap, SetAcd, Pause, Quit>;

struct Refusal {
    enum class Why {
        shift_over,
        no_contact,  ///< nobody is on the line or at the counter
        nobody_waiting,
        unknown_contact,
        already_there,
        line_busy,  ///< somebody else is on the line: hold first
        on_hold,
        not_on_hold,
        nothing_said,
        not_spoken,  ///< the contact is written: reply instead
        not_written,
        unknown_service,
        no_service,
        unknown_field,
        missing_fields,
        already_filed,
        unknown_request,
        wrong_status,
        unknown_target,
        transfer_under_way,
        nothing_written,
        not_ended,
        not_in_wrap_up,
        unknown_disposition,
        busy,  ///< a contact is still open
        no_break_in_exam,
        nothing_there,  ///< the looked-up thing does not exist
    };
    Why why = Why::no_contact;
    std::string control;  ///< label of the control to go to: "Location"
    std::string detail;   ///< what exactly: "Location, Lane"
};

/// One plain sentence that says why not and what to do instead.
std::string sentence(const Refusal& refusal);

}  // namespace shift311::shift
