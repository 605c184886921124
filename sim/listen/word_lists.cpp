#include "sim/listen/word_lists.hpp"

#include "sim/listen/meaning.hpp"
#include "sim/listen/ordinary.hpp"
#include "sim/listen/small_words.hpp"

#include <algorithm>
#include <string_view>

namespace shift311::listen {

namespace {

std::vector<std::string> parted(std::string_view words) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at) out.emplace_back(words.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

WordLists made(Language language) {
    WordLists lists;
    const bool english = language == Language::english;
    for (const std::string_view group : english ? like_english_words() : like_spanish_words()) {
        lists.groups.emplace_back();
        for (std::string& word : parted(group)) {
            lists.groups.back().insert(stem(word, language));
            lists.written.insert(std::move(word));
        }
    }
    for (std::string& word : parted(filler_words(language))) {
        lists.fillers.insert(stem(word, language));
        lists.written.insert(std::move(word));
    }
    for (std::string& word : parted(topic_words(language))) {
        lists.topics.insert(stem(word, language));
        lists.written.insert(std::move(word));
    }
    for (std::string& word : parted(asking_words(language)))
        lists.asking.insert(std::move(word));
    for (std::string& word : parted(denying_words(language)))
        lists.denying.insert(std::move(word));
    for (std::string& word : parted(ordinary_words(language)))
        lists.ordinary.insert(std::move(word));
    for (std::string& word : parted(far_words(language)))
        lists.far.insert(std::move(word));
    lists.ordinary.insert(lists.far.begin(), lists.far.end());
    return lists;
}

}  // namespace

const WordLists& word_lists(Language language) {
    static const WordLists english = made(Language::english);
    static const WordLists spanish = made(Language::spanish);
    return language == Language::english ? english : spanish;
}

}  // namespace shift311::listen
