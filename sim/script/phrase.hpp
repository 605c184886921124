// A phrase: one thing a call taker can say, known by its id and by example wordings.
#pragma once

#include <string>
#include <vector>

namespace shift311::script {

struct Phrase {
    std::string id;     ///< "ask_location"
    std::string label;  ///< "Where is it?": what the palette shows
    std::string group;  ///< opening | need | place | time | details | safety | contact | manner | answer | transfer |
                        ///< hold | language | closing | avoid
    std::string say;  ///< the wording spoken when chosen by id; may hold {trainee}, {reference}, {due_date}, {target},
                      ///< {number}, {caller}, {address}
    std::vector<std::string> english;  ///< example wordings, never empty
    std::vector<std::string> spanish;
    bool avoid = false;  ///< one of the phrases not to say
};

}  // namespace shift311::script
