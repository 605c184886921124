// Basic grammar and punctuation of what was written: plain slips that anybody can see, nothing that style could excuse.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::text {

enum class Language { english, spanish };

struct Slip {
    enum class Kind {
        small_beginning,  ///< a sentence that begins with a small letter
        no_end_mark,      ///< a text that stops without . ! ? or :
        doubled_word,     ///< "the the"
        doubled_space,    ///< two spaces inside a sentence
        small_i,          ///< "i" for "I"
        article,          ///< "a hour", "an potholes"
        apostrophe,       ///< "dont"
        inverted_mark,    ///< Spanish: ? or ! without the mark that opens the sentence
    };
    Kind kind = Kind::small_beginning;
    std::string found;       ///< the words in question, as written
    std::string better;      ///< what belongs there; empty where that takes a sentence to say
    std::size_t offset = 0;  ///< byte offset in the text
};

/// In the order of the text. A text written in capitals throughout is judged as if it were in small letters; greeting
/// and signature lines of a letter need no end mark.
std::vector<Slip> slips(std::string_view text, Language language = Language::english);

/// "dont" -> "don't"; empty when no apostrophe is missing.
std::string_view with_apostrophe(std::string_view word);

/// One short sentence for a person: "\"the the\": a word is written twice."
std::string sentence(const Slip& slip);

}  // namespace shift311::text
