// What the drills are made of: emergency vignettes, texts to copy, calls to take down.
#pragma once

#include "sim/script/script.hpp"

#include <string>
#include <vector>

namespace shift311::script {

/// One to three sentences of a caller, and where that belongs.
struct Vignette {
    std::string id;
    std::string text;
    std::string answer;               ///< "911", "311", or the id of a directory entry
    std::vector<std::string> accept;  ///< other answers that are right too; never for an emergency
    bool emergency = false;           ///< the answer is 911, and nothing else decides it
    bool hidden = false;              ///< an emergency without any of the words that one listens for
    bool exam = false;                ///< kept for exams: never shown in practice
    std::string why;                  ///< one sentence for whoever answered otherwise
    Place place;
};

/// A text to copy for five minutes: city words.
struct CopyText {
    std::string id;
    std::string title;
    std::string text;
    Place place;
};

/// A call to take down: each line is spoken, and belongs into one field.
struct Dictation {
    struct Line {
        std::string say;
        std::string field;  ///< attribute code of the service
        std::string value;
        std::string kind;  ///< address | phone | name | date | number | text
    };
    std::string id;
    std::string title;
    std::string service;
    std::vector<Line> lines;
    Place place;
};

/// The drills of one city.
struct Drills {
    std::string city;
    std::vector<Vignette> vignettes;
    std::vector<CopyText> copy;
    std::vector<Dictation> dictations;
    std::string hash;  ///< of the files' bytes
};

}  // namespace shift311::script
