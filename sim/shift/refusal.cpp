#include "sim/shift/intent.hpp"

namespace shift311::shift {

std::string sentence(const Refusal& refusal) {
    const std::string& what = refusal.detail;
    switch (refusal.why) {
        case Refusal::Why::shift_over:
            return "The shift is over.";
        case Refusal::Why::no_contact:
            return "Nobody is on the line or at the counter: answer first (F1).";
        case Refusal::Why::nobody_waiting:
            return "Nobody is waiting.";
        case Refusal::Why::unknown_contact:
            return "There is no contact " + what + ".";
        case Refusal::Why::already_there:
            return "Contact " + what + " is not waiting any more.";
        case Refusal::Why::line_busy:
            return "You are still with " + (what.empty() ? "somebody" : what) +
                   ": put them on hold (F2) or end (F4) first.";
        case Refusal::Why::on_hold:
            return "The caller is on hold: take them back first (F2).";
        case Refusal::Why::not_on_hold:
            return "Nobody is on hold here.";
        case Refusal::Why::nothing_said:
            return "There is nothing to say yet: type words or choose a phrase.";
        case Refusal::Why::not_spoken:
            return "This contact is in writing: write a reply, or pass it on with a cold transfer.";
        case Refusal::Why::not_written:
            return "Only a written contact that is still open takes a reply; to a caller you speak.";
        case Refusal::Why::unknown_service:
            return "There is no service \"" + what + "\".";
        case Refusal::Why::no_service:
            return "Choose the service first; it decides what the form asks.";
        case Refusal::Why::unknown_field:
            return "This service has no field \"" + what + "\".";
        case Refusal::Why::missing_fields:
            return "Still needed before filing: " + what + ".";
        case Refusal::Why::already_filed:
            return "This request is filed as " + what + " and cannot be changed; use the notes.";
        case Refusal::Why::unknown_request:
            return "There is no request " + what + ".";
        case Refusal::Why::wrong_status:
            return "That cannot be done: " + what + ".";
        case Refusal::Why::unknown_target:
            return "The directory has no entry \"" + what + "\".";
        case Refusal::Why::transfer_under_way:
            return "A transfer to " + what + " is under way: stay until they answer, then leave with End (F4).";
        case Refusal::Why::nothing_written:
            return "The reply is still empty.";
        case Refusal::Why::not_ended:
            return "The contact is still open: end it first (F4).";
        case Refusal::Why::not_in_wrap_up:
            return "There is nothing to wrap up.";
        case Refusal::Why::unknown_disposition:
            return "\"" + what + "\" is no outcome; use file, add_to_existing, inform, transfer or end.";
        case Refusal::Why::busy:
            return "Finish the open contacts first.";
        case Refusal::Why::no_break_in_exam:
            return "There are no breaks in an exam.";
        case Refusal::Why::nothing_there:
            return "There is nothing called \"" + what + "\".";
    }
    return "That cannot be done now.";
}

}  // namespace shift311::shift
