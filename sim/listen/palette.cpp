#include "sim/listen/palette.hpp"

#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <set>

namespace shift311::listen {

namespace {

// What a typed word is worth by where it was found.
constexpr int kWholeWord = 100;
constexpr int kWordStart = 80;
constexpr int kIdStart = 60;
constexpr int kInsideWord = 50;
constexpr int kMisspelled = 45;
constexpr int kExampleWord = 30;
constexpr int kInOrder = 10;    // found right after the word before
constexpr int kLabelStart = 5;  // the label begins with it
constexpr int kInitials = 70;
constexpr int kLetters = 20;  // only the letters, in order
constexpr int kAvoid = -15;   // a phrase to avoid never comes before its better
constexpr std::size_t kTypoLength = 4;

bool starts_with(std::string_view word, std::string_view start) {
    return word.substr(0, start.size()) == start;
}

std::size_t sequence_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Joined and sorted: touching parts become one.
std::vector<Span> joined(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> out;
    for (const Span& span : spans) {
        if (!out.empty() && span.begin <= out.back().end) {
            out.back().end = std::max(out.back().end, span.end);
        } else {
            out.push_back(span);
        }
    }
    return out;
}

}  // namespace

std::vector<Palette::Word> Palette::label_words(std::string_view label) {
    std::vector<Word> words;
    bool inside = false;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t length = std::min(sequence_length(label[at]), label.size() - at);
        const std::string letter = text::plain(label.substr(at, length));
        if (letter.empty() || letter.front() == ' ') {
            inside = false;
        } else {
            if (!inside) words.push_back({"", at, at, {}});
            Word& word = words.back();
            for (std::size_t i = 0; i < letter.size(); ++i)
                word.at.push_back(at);
            word.letters += letter;
            word.end = at + length;
            inside = true;
        }
        at += length;
    }
    for (Word& word : words)
        word.at.push_back(word.end);
    return words;
}

Palette::Palette(const std::vector<script::Phrase>& phrases) {
    for (const script::Phrase& phrase : phrases) {
        Line line;
        line.label = label_words(phrase.label);
        line.id = text::words(phrase.id);
        std::set<std::string> wordings;
        for (const auto* examples : {&phrase.english, &phrase.spanish}) {
            for (const std::string& example : *examples) {
                for (std::string& word : text::words(example))
                    wordings.insert(std::move(word));
            }
        }
        line.wordings.assign(wordings.begin(), wordings.end());
        line.avoid = phrase.avoid;
        lines_.push_back(std::move(line));
    }
}

/// Every typed word found somewhere: in the label, the id or an example.
bool Palette::score_words(const Line& line, const std::vector<std::string>& typed, Choice& choice) const {
    std::vector<Span> bold;
    std::size_t after = line.label.size();  // label word behind the last one found
    int score = 0;
    for (const std::string& word : typed) {
        int best = 0;
        Span span;
        std::size_t found = line.label.size();
        for (std::size_t i = 0; i < line.label.size(); ++i) {
            const Word& label = line.label[i];
            int worth = 0;
            Span part{label.begin, label.end};
            if (label.letters == word) {
                worth = kWholeWord;
            } else if (starts_with(label.letters, word)) {
                worth = kWordStart;
                part.end = label.at[word.size()];
            } else if (const std::size_t inside = label.letters.find(word);
                       word.size() >= 2 && inside != std::string::npos) {
                worth = kInsideWord;
                part = {label.at[inside], label.at[inside + word.size()]};
            } else if (word.size() >= kTypoLength &&
                       text::osa(word, std::string_view(label.letters).substr(0, word.size())) <= 1) {
                worth = kMisspelled;
                part.end = label.at[std::min(word.size(), label.letters.size())];
            }
            if (worth > 0 && i == after) worth += kInOrder;
            if (worth > 0 && i == 0) worth += kLabelStart;
            if (worth > best) {
                best = worth;
                span = part;
                found = i;
            }
        }
        const auto starts = [&](const std::string& other) { return starts_with(other, word); };
        if (best < kIdStart && std::any_of(line.id.begin(), line.id.end(), starts)) {
            best = kIdStart;
            found = line.label.size();
        }
        if (best == 0) {
            const auto at = std::lower_bound(line.wordings.begin(), line.wordings.end(), word);
            if (at == line.wordings.end() || !starts(*at)) return false;
            best = kExampleWord;
        }
        if (found < line.label.size()) {
            bold.push_back(span);
            after = found + 1;
        }
        score += best;
    }
    choice.score = score / static_cast<int>(typed.size());
    choice.bold = joined(std::move(bold));
    return true;
}

/// "wii" for "Where is it?".
bool Palette::score_initials(const Line& line, const std::string& typed, Choice& choice) const {
    if (typed.size() < 2 || typed.size() > line.label.size()) return false;
    for (std::size_t start = 0; start + typed.size() <= line.label.size(); ++start) {
        std::vector<Span> bold;
        for (std::size_t i = 0; i < typed.size() && line.label[start + i].letters.front() == typed[i]; ++i) {
            bold.push_back({line.label[start + i].at[0], line.label[start + i].at[1]});
        }
        if (bold.size() < typed.size()) continue;
        choice.score = kInitials + (start == 0 ? kLabelStart : 0);
        choice.bold = std::move(bold);
        return true;
    }
    return false;
}

/// The letters in order, anywhere in the label; the fewer gaps the better.
bool Palette::score_letters(const Line& line, const std::string& typed, Choice& choice) const {
    if (typed.size() < 3) return false;
    std::vector<Span> bold;
    std::size_t next = 0;
    for (const Word& word : line.label) {
        for (std::size_t i = 0; i < word.letters.size() && next < typed.size(); ++i) {
            if (word.letters[i] != typed[next]) continue;
            bold.push_back({word.at[i], word.at[i + 1]});
            ++next;
        }
    }
    if (next < typed.size()) return false;
    choice.bold = joined(std::move(bold));
    const int pieces = static_cast<int>(choice.bold.size());
    // Letters strewn over the label are no match.
    if (pieces * 2 > static_cast<int>(typed.size()) + 1) return false;
    choice.score = std::max(1, kLetters - pieces);
    return true;
}

std::vector<Choice> Palette::filter(std::string_view typed, std::size_t limit) const {
    const std::vector<std::string> words = text::words(typed);
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        Choice choice;
        choice.phrase = i;
        if (!words.empty()) {
            std::string letters;
            for (const std::string& word : words)
                letters += word;
            Choice initials = choice;
            const bool by_words = score_words(line, words, choice);
            if (words.size() == 1 && score_initials(line, letters, initials) &&
                (!by_words || initials.score > choice.score)) {
                choice = std::move(initials);
            } else if (!by_words && !score_letters(line, letters, choice)) {
                continue;
            }
            if (line.avoid) choice.score += kAvoid;
        }
        choices.push_back(std::move(choice));
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.score > b.score; });
    if (limit > 0 && choices.size() > limit) choices.resize(limit);
    return choices;
}

}  // namespace shift311::listen
