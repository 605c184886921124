#include "assessment/text/similarity.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace shift311::text {
namespace {

/// What stands in a text, numbered: where each character of it stands is one row of bits.
class Rows {
  public:
    explicit Rows(std::u32string_view text) : words_((text.size() + 63) / 64), letters_(text) {
        std::sort(letters_.begin(), letters_.end());
        letters_.erase(std::unique(letters_.begin(), letters_.end()), letters_.end());
        ascii_.fill(kNone);
        for (std::size_t i = 0; i < letters_.size() && letters_[i] < ascii_.size(); ++i)
            ascii_[letters_[i]] = static_cast<std::int16_t>(i);
        bits_.resize(letters_.size() * words_);
        for (std::size_t at = 0; at < text.size(); ++at)
            bits_[static_cast<std::size_t>(number(text[at])) * words_ + at / 64] |= std::uint64_t{1} << (at % 64);
    }
    std::size_t words() const { return words_; }
    /// Null where the text has no such character.
    const std::uint64_t* row(char32_t letter) const {
        const std::ptrdiff_t at = number(letter);
        return at == kNone ? nullptr : bits_.data() + static_cast<std::size_t>(at) * words_;
    }

  private:
    static constexpr std::int16_t kNone = -1;
    std::ptrdiff_t number(char32_t letter) const {
        if (letter < ascii_.size()) return ascii_[letter];
        const auto at = std::lower_bound(letters_.begin(), letters_.end(), letter);
        return at == letters_.end() || *at != letter ? kNone : at - letters_.begin();
    }
    std::size_t words_;
    std::u32string letters_;
    std::array<std::int16_t, 128> ascii_{};
    std::vector<std::uint64_t> bits_;
};

/// Length of the longest common subsequence, 64 cells of the table at a time (Hyyrö 2004).
std::size_t common(std::u32string_view a, std::u32string_view b) {
    std::size_t same = 0;  // a common beginning or end is part of some longest one
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1), b.remove_prefix(1);
        ++same;
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1), b.remove_suffix(1);
        ++same;
    }
    if (a.empty() || b.empty()) return same;
    const Rows rows(a);
    std::vector<std::uint64_t> state(rows.words(), ~std::uint64_t{0});
    for (const char32_t letter : b) {
        const std::uint64_t* const row = rows.row(letter);
        if (row == nullptr) continue;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < state.size(); ++i) {
            const std::uint64_t old = state[i], met = old & row[i];
            const std::uint64_t part = old + met, sum = part + carry;
            carry = (part < old ? 1U : 0U) | (sum < part ? 1U : 0U);
            state[i] = sum | (old & ~met);
        }
    }
    // A cell that went to 0 is one more in common; those past the end of `a` stay 1, as nothing is met there.
    for (const std::uint64_t word : state)
        same += static_cast<std::size_t>(std::popcount(~word));
    return same;
}

double share(std::size_t in_common, std::size_t together) {
    return together == 0 ? 100 : 100 * static_cast<double>(2 * in_common) / static_cast<double>(together);
}

double ratio_of(std::u32string_view a, std::u32string_view b) {
    return share(common(a, b), a.size() + b.size());
}

using Words = std::vector<std::u32string>;

Words sorted_words(std::string_view text) {
    Words words;
    std::u32string word;
    for (const char32_t c : code_points(text)) {
        if (!is_space(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    std::sort(words.begin(), words.end());
    return words;
}

std::u32string joined(const Words& words) {
    std::u32string line;
    for (const std::u32string& word : words) {
        if (!line.empty()) line += U' ';
        line += word;
    }
    return line;
}

}  // namespace

double ratio(std::string_view a, std::string_view b) {
    return ratio_of(code_points(a), code_points(b));
}

double token_sort(std::string_view a, std::string_view b) {
    return ratio_of(joined(sorted_words(a)), joined(sorted_words(b)));
}

double token_set(std::string_view a, std::string_view b) {
    Words one = sorted_words(a), other = sorted_words(b);
    if (one.empty() || other.empty()) return 0;
    for (Words* words : {&one, &other})
        words->erase(std::unique(words->begin(), words->end()), words->end());
    Words both, rest_a, rest_b;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(rest_a));
    std::set_difference(other.begin(), other.end(), one.begin(), one.end(), std::back_inserter(rest_b));
    if (!both.empty() && (rest_a.empty() || rest_b.empty())) return 100;
    const std::u32string only_a = joined(rest_a), only_b = joined(rest_b);
    const std::size_t shared = joined(both).size(), gap = shared == 0 ? 0 : 1;
    const std::size_t whole_a = shared + gap + only_a.size(), whole_b = shared + gap + only_b.size();
    const double texts = share(shared + gap + common(only_a, only_b), whole_a + whole_b);
    if (shared == 0) return texts;
    return std::max({texts, share(shared, shared + whole_a), share(shared, shared + whole_b)});
}

}  // namespace shift311::text
