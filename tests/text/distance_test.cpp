#include "assessment/text/distance.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {
struct EditRow {
    const char* a;
    const char* b;
    int levenshtein;  // -1: not published
    int osa;
    int damerau;
};
struct SimilarityRow {
    const char* a;
    const char* b;
    double jaro;  // -1: not published
    double jaro_winkler;
    double margin;
};
}  // namespace

TEST_CASE("edit distances equal the published ones", "[distance]") {
    const EditRow rows[] = {
        {"CA", "ABC", 3, 3, 2},
        {"CA", "AC", 2, 1, 1},
        {"kitten", "sitting", 3, -1, -1},
        {"Saturday", "Sunday", 3, -1, -1},
        {"jellyifhs", "jellyfish", -1, 2, 2},
        {"ifhs", "fish", -1, 2, 2},
        {"abcd", "acb", -1, 2, 2},
        {"martha", "marhta", -1, 1, 1},
        {"dixon", "dicksonx", -1, 4, -1},
        {"dwayne", "duane", -1, 2, -1},
        {"golfers", "gofpiers", 3, -1, -1},
        {"quickly", "qucehkly", 3, -1, -1},
        {"", "", 0, 0, 0},
        {"", "abc", 3, 3, 3},
    };
    for (const EditRow& row : rows) {
        INFO(row.a << " / " << row.b);
        if (row.levenshtein >= 0) CHECK(levenshtein(row.a, row.b) == static_cast<std::size_t>(row.levenshtein));
        if (row.osa >= 0) CHECK(osa(row.a, row.b) == static_cast<std::size_t>(row.osa));
        if (row.damerau >= 0) CHECK(damerau_levenshtein(row.a, row.b) == static_cast<std::size_t>(row.damerau));
    }
}

TEST_CASE("similarities equal the published ones", "[distance]") {
    const SimilarityRow rows[] = {
        {"martha", "marhta", 0.944444, 0.961111, 5e-7},
        {"dixon", "dicksonx", 0.767, 0.813333, 5e-4},
        {"dwayne", "duane", 0.822, 0.840, 5e-4},
        {"William", "Williams", -1, 0.975, 5e-4},
        {"orangutan-kumquat", "orangutan kumquat", -1, 0.976, 5e-4},
        {"012abc", "013abcd", -1, 0.879, 5e-4},
        {"a", "ab", -1, 0.85, 5e-4},
        {"abc", "xyz", 0, 0, 1e-12},
        {"000000001", "0000010", -1, 0.926984127, 5e-10},
        {"01", "1111100000", 0.53333333, 0.53333333, 5e-9},
        {"19TH AVE", "9TH AVE", -1, 0.9583, 5e-5},
        {"GEARY ST", "GEARY BLVD", -1, 0.87, 5e-3},
    };
    for (const SimilarityRow& row : rows) {
        INFO(row.a << " / " << row.b);
        if (row.jaro >= 0) CHECK(std::fabs(jaro(row.a, row.b) - row.jaro) <= row.margin);
        CHECK(std::fabs(jaro_winkler(row.a, row.b) - row.jaro_winkler) <= row.margin);
    }
    CHECK(osa("19TH AVE", "9TH AVE") == 1);
}

TEST_CASE("a character is a code point, not a byte", "[distance]") {
    CHECK(levenshtein("Pe\xC3\xB1"
                      "a",
                      "Pena") == 1);
    CHECK(osa("\xC3\xB1o", "o\xC3\xB1") == 1);
    CHECK(damerau_levenshtein("a\xC3\xA9",
                              "\xC3\xA9"
                              "a") == 1);
    CHECK(jaro("\xC3\xA9", "\xC3\xA9") == Approx(1.0));
}

TEST_CASE("distances of random texts keep the laws", "[distance]") {
    Random random(311);
    for (int round = 0; round < shift311::tests::effort(3000); ++round) {
        const std::string a = random.from("abcd", 9);
        const std::string b = random.from("abcd", 9);
        const std::string c = random.from("abcd", 9);
        INFO('"' << a << "\" \"" << b << "\" \"" << c << '"');
        // Levenshtein and true Damerau-Levenshtein are metrics; optimal string alignment keeps all but the triangle.
        REQUIRE(levenshtein(a, c) <= levenshtein(a, b) + levenshtein(b, c));
        REQUIRE(damerau_levenshtein(a, c) <= damerau_levenshtein(a, b) + damerau_levenshtein(b, c));
        REQUIRE(levenshtein(a, b) == levenshtein(b, a));
        REQUIRE(osa(a, b) == osa(b, a));
        REQUIRE(damerau_levenshtein(a, b) == damerau_levenshtein(b, a));
        REQUIRE((levenshtein(a, b) == 0) == (a == b));
        REQUIRE((osa(a, b) == 0) == (a == b));
        REQUIRE((damerau_levenshtein(a, b) == 0) == (a == b));
        REQUIRE(damerau_levenshtein(a, b) <= osa(a, b));
        REQUIRE(osa(a, b) <= levenshtein(a, b));
        REQUIRE(jaro(a, b) == Approx(jaro(b, a)));
        REQUIRE(jaro_winkler(a, b) >= jaro(a, b));
        REQUIRE(jaro_winkler(a, b) <= 1.0 + 1e-12);
        REQUIRE(jaro(a, a) == Approx(1.0));
    }
}

TEST_CASE("optimal string alignment is no metric", "[distance]") {
    CHECK(osa("CA", "ABC") > osa("CA", "AC") + osa("AC", "ABC"));
}

TEST_CASE("distances take any bytes", "[distance]") {
    Random random(7);
    for (int round = 0; round < shift311::tests::effort(500); ++round) {
        const std::string a = random.bytes(40);
        const std::string b = random.bytes(40);
        REQUIRE(levenshtein(a, b) <= std::max(a.size(), b.size()));
        REQUIRE(damerau_levenshtein(a, b) <= osa(a, b));
        REQUIRE(jaro_winkler(a, b) >= 0.0);
        REQUIRE(levenshtein(a, a) == 0);
    }
}

TEST_CASE("long texts are measured whole", "[distance]") {
    const std::string a(1000, 'x');
    CHECK(levenshtein(a, "y" + a + "y") == 2);
    CHECK(osa("ab" + a + "ba", "ba" + a + "ab") == 2);
    CHECK(damerau_levenshtein("ab" + a + "ba", "ba" + a + "ab") == 2);
}

TEST_CASE("word and character error rates are this distance over the length of what was said", "[distance]") {
    // Published by jiwer's tests: errors, and the length they are divided by.
    struct Row {
        const char* said;
        const char* heard;
        std::size_t word_errors, words, character_errors, characters;
    };
    const Row rows[] = {
        {"This is a test", "This test", 2, 4, 5, 14},
        {"X", "X X Y Y", 3, 1, 6, 1},
        {"X Y X", "X Z", 2, 3, 3, 5},
        {"i am a short ground truth", "i am a considerably longer and very much incorrect hypothesis", 7, 6, 0, 25},
        {"", "", 0, 0, 0, 0},
        {"", "X Y Z", 3, 0, 5, 0},  // of nothing said: as many errors as words were heard
    };
    for (const Row& row : rows) {
        INFO(row.said << " / " << row.heard);
        // A word becomes one letter of its own, so that the distance counts words.
        std::vector<std::string> known;
        const auto letters = [&known](const std::string& text) {
            std::string out;
            std::istringstream words(text);
            for (std::string word; words >> word;) {
                auto at = std::find(known.begin(), known.end(), word);
                if (at == known.end()) at = known.insert(known.end(), word);
                out += static_cast<char>('A' + (at - known.begin()));
            }
            return out;
        };
        const std::string said = letters(row.said), heard = letters(row.heard);
        CHECK(levenshtein(said, heard) == row.word_errors);
        CHECK(said.size() == row.words);
        CHECK(std::string(row.said).size() == row.characters);
        if (row.character_errors > 0) CHECK(levenshtein(row.said, row.heard) == row.character_errors);
    }
}
