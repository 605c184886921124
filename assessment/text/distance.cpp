#include "assessment/text/distance.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace shift311::text {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Rows of a distance table: on the stack for the short texts of form fields.
class Cells {
  public:
    explicit Cells(std::size_t count) : large_(count > small_.size() ? count : 0) {}
    std::size_t* data() { return large_.empty() ? small_.data() : large_.data(); }

  private:
    std::array<std::size_t, 256> small_{};
    std::vector<std::size_t> large_;
};

/// A common beginning or end never changes these distances.
template <typename View>
void trim_common(View& a, View& b) {
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    a.remove_prefix(head);
    b.remove_prefix(head);
    std::size_t tail = 0;
    while (tail < a.size() && tail < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    a.remove_suffix(tail);
    b.remove_suffix(tail);
}

template <typename View>
std::size_t row_distance(View a, View b, bool transpositions) {
    trim_common(a, b);
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::size_t width = b.size() + 1;
    Cells cells(width * 3);
    std::size_t* before = cells.data();
    std::size_t* previous = before + width;
    std::size_t* current = previous + width;
    for (std::size_t j = 0; j < width; ++j)
        previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const std::size_t substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u);
            current[j] = std::min({substitution, previous[j] + 1, current[j - 1] + 1});
            if (transpositions && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before[j - 2] + 1);
            }
        }
        std::size_t* const oldest = before;
        before = previous;
        previous = current;
        current = oldest;
    }
    return previous[b.size()];
}

template <typename View>
std::size_t full_damerau(View a, View b) {
    trim_common(a, b);
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> table((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return table[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i)
        at(i, 0) = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        at(0, j) = j;
    std::map<typename View::value_type, std::size_t> last_row;  // where each character was last seen in `a`
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t last_column = 0;  // where a[i - 1] was last seen in `b`
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            std::size_t best = std::min({at(i - 1, j - 1) + (same ? 0u : 1u), at(i - 1, j) + 1, at(i, j - 1) + 1});
            const auto row = last_row.find(b[j - 1]);
            if (row != last_row.end() && last_column > 0) {
                // Swap the two, deleting what stood between them in `a` and inserting what stands between them in `b`.
                const std::size_t between = (i - row->second - 1) + (j - last_column - 1);
                best = std::min(best, at(row->second - 1, last_column - 1) + between + 1);
            }
            at(i, j) = best;
            if (same) last_column = j;
        }
        last_row[a[i - 1]] = i;
    }
    return at(a.size(), b.size());
}

template <typename View>
double jaro_of(View a, View b) {
    if (a.empty() && b.empty()) return 1.0;
    if (a.empty() || b.empty()) return 0.0;
    const std::size_t longest = std::max(a.size(), b.size());
    const std::size_t window = longest / 2 > 0 ? longest / 2 - 1 : 0;
    std::vector<bool> matched_a(a.size());
    std::vector<bool> matched_b(b.size());
    std::size_t matches = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t low = i > window ? i - window : 0;
        const std::size_t high = std::min(b.size(), i + window + 1);
        for (std::size_t j = low; j < high; ++j) {
            if (matched_b[j] || a[i] != b[j]) continue;
            matched_a[i] = matched_b[j] = true;
            ++matches;
            break;
        }
    }
    if (matches == 0) return 0.0;
    std::size_t out_of_order = 0;
    for (std::size_t i = 0, j = 0; i < a.size(); ++i) {
        if (!matched_a[i]) continue;
        while (!matched_b[j])
            ++j;
        if (a[i] != b[j]) ++out_of_order;
        ++j;
    }
    const auto m = static_cast<double>(matches);
    const auto transpositions = static_cast<double>(out_of_order / 2);
    return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) + (m - transpositions) / m) / 3.0;
}

/// Runs `measure` over bytes where both texts are ASCII, over code points otherwise.
template <typename Measure>
auto over_characters(std::string_view a, std::string_view b, Measure measure) {
    if (is_ascii(a) && is_ascii(b)) return measure(a, b);
    const std::u32string wide_a = code_points(a);
    const std::u32string wide_b = code_points(b);
    return measure(std::u32string_view(wide_a), std::u32string_view(wide_b));
}

}  // namespace

std::size_t levenshtein(std::string_view a, std::string_view b) {
    return over_characters(a, b, [](auto x, auto y) { return row_distance(x, y, false); });
}

std::size_t osa(std::string_view a, std::string_view b) {
    return over_characters(a, b, [](auto x, auto y) { return row_distance(x, y, true); });
}

std::size_t damerau_levenshtein(std::string_view a, std::string_view b) {
    return over_characters(a, b, [](auto x, auto y) { return full_damerau(x, y); });
}

double jaro(std::string_view a, std::string_view b) {
    return over_characters(a, b, [](auto x, auto y) { return jaro_of(x, y); });
}

double jaro_winkler(std::string_view a, std::string_view b) {
    return over_characters(a, b, [](auto x, auto y) {
        const double similarity = jaro_of(x, y);
        if (similarity <= 0.7) return similarity;
        std::size_t prefix = 0;
        while (prefix < 4 && prefix < x.size() && prefix < y.size() && x[prefix] == y[prefix])
            ++prefix;
        return similarity + static_cast<double>(prefix) * 0.1 * (1.0 - similarity);
    });
}

}  // namespace shift311::text
