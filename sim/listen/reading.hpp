// Why words were taken for a phrase: which of them counted, and how much.
#pragma once

#include <string>
#include <vector>

namespace shift311::listen {

/// One word of an explanation.
struct WordAccount {
    enum class As {
        same,       ///< the example has it
        spelling,   ///< the example has it, spelled otherwise
        meaning,    ///< the example has a word that means much the same
        elsewhere,  ///< another example of the phrase has it
        name,       ///< a person's name
        topic,      ///< what the call is about: speaks for no phrase
        filler,     ///< changes nothing
        no_help,    ///< known, but not of this phrase
        unknown     ///< known to no phrase: speaks against all of them
    };
    std::string said;
    As as = As::unknown;
    int weight = 0;  ///< what it could count for, in 1/256 of a bit
    int credit = 0;  ///< how much of that counted for the example, in thousandths
};

/// One stretch of what was said, and what it was taken for.
struct Reading {
    std::string words;
    std::string phrase;     ///< the nearest phrase, accepted or not; empty for none
    bool accepted = false;  ///< false: not understood
    int score = 0;          ///< 0..1000
    std::string example;    ///< the wording that it came nearest to
    std::string runner_up;
    int runner_up_score = 0;
    std::vector<WordAccount> accounts;
};

/// In plain words, one line: "where is the hydrant": ask_location (847), like "Where is the pothole?". Counted: where,
/// is, the. ...
std::string told(const Reading& reading);

}  // namespace shift311::listen
