// One reading of a text by the YAML parser: the values it made, and where it gave up.
#pragma once

#include "sim/script/read/document.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace shift311::script::read {

/// What YAML allows and our format does not; reading goes on after it.
struct Slip {
    const Node* node = nullptr;  ///< what it belongs to; null: the document
    int line = 0;                ///< 1-based
    int column = 0;              ///< 1-based, in bytes
    std::string message;
    std::string suggestion;
};

/// Where the parser can't go on.
struct Stop {
    int line = 0;         ///< 1-based
    int column = 0;       ///< 1-based, in bytes
    std::string message;  ///< the parser's own words, or ours when `final`
    bool final = false;   ///< no repair is to be tried
};

struct Tree {
    std::deque<Node> nodes;  ///< in the order of the text
    Node* root = nullptr;
    std::vector<Slip> slips;
    std::optional<Stop> stop;
    std::vector<const Node*> open;  ///< lists and maps that were not yet closed at the stop, outermost first
};

Tree read_tree(const std::string& text);

}  // namespace shift311::script::read
