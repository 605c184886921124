// What the listener's tests share: the core phrases, and files of wordings with what they mean.
#pragma once

#include "sim/listen/listener.hpp"
#include "sim/script/phrase.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::tests {

/// scenarios/common/phrases.yaml; a faulty file fails the test that asks.
const std::vector<script::Phrase>& core_phrases();
const listen::Listener& core_listener();

/// "greet,ask_location"; empty: not understood.
std::string heard(const listen::Listener& listener, std::string_view words);

struct Wording {
    std::vector<std::string> meant;  ///< readings that are equally right, each as `heard` gives it
    std::string words;
};
/// Lines "greet,ask_location|greet<tab>words"; "#" starts a comment.
std::vector<Wording> wordings(const std::string& file);
/// Lines without a meaning.
std::vector<std::string> plain_lines(const std::string& file);

}  // namespace shift311::tests
