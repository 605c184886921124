#include "assessment/text/similarity.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {

/// The table that every textbook draws.
std::size_t longest_common(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("similarities from 0 to 100 equal the published ones", "[similarity]") {
    struct Row {
        const char* a;
        const char* b;
        double ratio, sort, set;  // -1: not published
    };
    const Row rows[] = {
        {"this is a test", "this is a test!", 96.55172413793103, -1, -1},
        {"this is a test", "this is a test", 100, 100, 100},
        {"fuzzy wuzzy was a bear", "wuzzy fuzzy was a bear", 90.9090909090909, 100, 100},
        {"fuzzy was a bear", "fuzzy fuzzy was a bear", -1, 84.21052631578947, 100},
        {"fuzzy was a bear but not a dog", "fuzzy was a bear but not a cat", -1, -1, 92.3076923076923},
        {"new york mets", "the wonderful new york mets", 65, -1, 100},
        {"a{", "{b", -1, -1, 50},
    };
    for (const Row& row : rows) {
        INFO(row.a << " / " << row.b);
        const auto is = [](double found, double published) {
            if (published >= 0) CHECK(found == Approx(published).epsilon(1e-14));
        };
        is(ratio(row.a, row.b), row.ratio);
        is(token_sort(row.a, row.b), row.sort);
        is(token_set(row.a, row.b), row.set);
    }
}

TEST_CASE("similarities of nothing", "[similarity]") {
    CHECK(ratio("", "") == 100);
    CHECK(ratio("", "a") == 0);
    CHECK(token_sort("", " \n") == 100);
    CHECK(token_sort("", "a") == 0);
    CHECK(token_set("", "") == 0);
    CHECK(token_set("a", "") == 0);
    CHECK(token_set("ab", "cd") == 0);
}

TEST_CASE("a similar character is a code point, whatever else is in the text", "[similarity]") {
    CHECK(ratio("ma\xC3\xB1"
                "ana",
                "manana") == Approx(100.0 * 10 / 12));
    CHECK(ratio("\xC3\xB1", "\xC3\xA9") == 0);  // one byte in common, and no character
    CHECK(token_sort("\xC2\xBFse oye?", "oye? \xC2\xBFse") == 100);
    CHECK(token_set("a\xC2\xA0"
                    "b",
                    "b a c") == 100);
}

TEST_CASE("similarities keep the laws, over more than one word of bits", "[similarity]") {
    Random random(311);
    for (int round = 0; round < shift311::tests::effort(600); ++round) {
        const std::string a = random.from(round % 2 == 0 ? "ab " : "abcdefgh ", round % 3 == 0 ? 200 : 70);
        const std::string b = random.from(round % 2 == 0 ? "ab " : "abcdefgh ", round % 5 == 0 ? 200 : 70);
        INFO('"' << a << "\" \"" << b << '"');
        const double together = static_cast<double>(a.size() + b.size());
        REQUIRE(ratio(a, b) ==
                Approx(together > 0 ? 200.0 * static_cast<double>(longest_common(a, b)) / together : 100));
        for (const auto& measure : {ratio, token_sort, token_set}) {
            REQUIRE(measure(a, b) == Approx(measure(b, a)));
            REQUIRE(measure(a, b) >= 0);
            REQUIRE(measure(a, b) <= 100);
        }
        REQUIRE(ratio(a, a) == 100);
        REQUIRE(token_sort(a, a) == 100);
    }
    for (int round = 0; round < shift311::tests::effort(200); ++round) {
        const std::string a = random.bytes(80), b = random.bytes(80);
        REQUIRE(ratio(a, b) == Approx(ratio(b, a)));
        REQUIRE(token_set(a, b) <= 100);
    }
}
