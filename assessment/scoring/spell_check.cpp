#include "assessment/scoring/spell_check.hpp"

#include "assessment/scoring/writings.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/spelling.hpp"

#include <set>

namespace shift311::scoring {

Spelling spell_checked(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                       const Dictionaries& dictionaries) {
    const ContactEvents events(journal, contact);
    // What the script itself says is right: names, addresses and wordings of this contact.
    std::set<std::string> right;
    const auto know = [&right](const std::string& text) {
        for (std::string& word : text::words(text))
            right.insert(std::move(word));
    };
    for (const FieldKey& field : key.fields) {
        know(field.expected);
        for (const std::string& accepted : field.accept)
            know(accepted);
    }
    for (const auto* contents : {&key.narrative, &key.reply}) {
        for (const Content& content : *contents) {
            for (const std::string& wording : content.any)
                know(wording);
        }
    }
    std::set<std::string> used, unknown;
    for (const Writing& writing : writings(key, events, 1)) {
        const text::Speller* speller =
            writing.language == text::Language::spanish ? dictionaries.spanish : dictionaries.english;
        if (speller == nullptr || !speller->available()) continue;
        used.insert(speller->name());
        for (const text::Speller::Misspelling& found : speller->check(writing.text)) {
            // A missing apostrophe is a slip of punctuation, and is counted there.
            const bool apostrophe = !text::with_apostrophe(text::folded(found.word)).empty();
            if (!apostrophe && !right.contains(text::plain(found.word))) unknown.insert(found.word);
        }
    }
    Spelling spelling;
    for (const std::string& name : used)
        spelling.dictionary += (spelling.dictionary.empty() ? "" : ", ") + name;
    spelling.misspelled.assign(unknown.begin(), unknown.end());
    return spelling;
}

}  // namespace shift311::scoring
