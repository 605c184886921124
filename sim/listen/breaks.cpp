#include "sim/listen/breaks.hpp"

#include "assessment/text/normal.hpp"
#include "sim/listen/small_words.hpp"
#include "sim/listen/tuning.hpp"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace shift311::listen {

namespace {

using WordSet = std::set<std::string>;

WordSet word_set(std::initializer_list<std::string_view> lists) {
    WordSet out;
    for (const std::string_view list : lists) {
        for (std::string& word : text::words(list))
            out.insert(std::move(word));
    }
    return out;
}

struct BreakWords {
    WordSet starters = word_set({starter_words(Language::english), starter_words(Language::spanish)});
    WordSet leaning = word_set({leaning_words(Language::english), leaning_words(Language::spanish)});
    WordSet joining = word_set({joining_words(Language::english), joining_words(Language::spanish)});
    WordSet helpers = word_set({helping_words()});
    WordSet subjects = word_set({subject_words()});
};

bool starts_something(const BreakWords& lists, const std::vector<Spoken>& words, std::size_t i) {
    if (lists.starters.count(words[i].word) == 0 || lists.leaning.count(words[i - 1].word) > 0) return false;
    if (lists.helpers.count(words[i].word) == 0) return true;
    // "is it ...", "would you ..." start something; "the policy is that ..." goes on.
    return i + 1 < words.size() && lists.subjects.count(words[i + 1].word) > 0;
}

}  // namespace

int break_cost(const std::vector<Spoken>& words, std::size_t i) {
    static const BreakWords lists;
    if (i == 0 || words[i].before == Pause::sentence) return kSentenceCost;
    if (words[i].before == Pause::clause) return kClauseCost;
    if (lists.joining.count(words[i].word) > 0) return kJoinCost;
    return starts_something(lists, words, i) ? kStarterCost : -1;
}

}  // namespace shift311::listen
