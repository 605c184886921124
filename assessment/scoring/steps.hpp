// The steps of a procedure that are acts at the desk; every other step id is a phrase to be said.
#pragma once

#include "assessment/scoring/contact_events.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace shift311::scoring {

struct ActStep {
    std::string_view id;
    std::string_view label;        ///< as an instruction: "Check for duplicates"
    std::string_view after_colon;  ///< what may follow the id after a colon, "" when nothing may: "article id"
};

inline constexpr std::array kActSteps{
    ActStep{"choose_service", "Choose the service", "service"},
    ActStep{"check_duplicates", "Check for duplicates before filing", ""},
    ActStep{"look_up_request", "Search for the request", ""},
    ActStep{"open_request", "Open the request", "reference"},
    ActStep{"look_up_article", "Look it up in the knowledge base", "article id"},
    ActStep{"look_up_directory", "Look up the number in the directory", "directory id"},
    ActStep{"take_notes", "Take notes", ""},
    ActStep{"hold_asked", "Ask before putting the caller on hold", ""},
    ActStep{"hold_thanked", "Thank the caller after a hold", ""},
    ActStep{"transfer_announced", "Announce the transfer before making it", ""},
    ActStep{"transfer", "Transfer the caller", "directory id"},
    ActStep{"brief_target", "Tell the other end where and what", ""},
    ActStep{"file_request", "File the request", ""},
    ActStep{"change_request", "Add to the open request", "reference"},
    ActStep{"send_reply", "Send the reply", ""},
};

/// The act behind a step id, with or without its colon; null when the id is a phrase.
const ActStep* find_act_step(std::string_view step);

/// When a step was done. Acts about holds and transfers that never took place are done by leaving nothing undone.
struct Done {
    bool done = false;
    std::vector<PhraseSaid> times;  ///< in order; empty when there was no occasion for it
};
Done done_step(std::string_view step, const ContactEvents& events);

}  // namespace shift311::scoring
