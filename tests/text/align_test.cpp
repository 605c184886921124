#include "assessment/text/align.hpp"

#include "assessment/text/distance.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <string>

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {

/// "42[-0]8[+0]": what is missing and extra, at a glance.
std::string picture(const std::vector<DiffPart>& parts) {
    std::string out;
    for (const DiffPart& part : parts) {
        if (part.kind == DiffPart::Kind::same)
            out += part.text;
        else
            out += (part.kind == DiffPart::Kind::missing ? "[-" : "[+") + part.text + "]";
    }
    return out;
}

std::string rebuilt(const std::vector<DiffPart>& parts, DiffPart::Kind leave_out) {
    std::string out;
    for (const DiffPart& part : parts) {
        if (part.kind != leave_out) out += part.text;
    }
    return out;
}

}  // namespace

TEST_CASE("the alignment oracle of Soukoreff and MacKenzie", "[align]") {
    for (const auto& [presented, transcribed] : {std::pair("golfers", "gofpiers"), std::pair("quickly", "qucehkly")}) {
        INFO(presented);
        const AlignmentFacts facts = alignments(presented, transcribed);
        CHECK(facts.distance == 3);
        CHECK(facts.alignments == 4);
        CHECK(facts.mean_size == Approx(8.25));
        CHECK(100.0 * static_cast<double>(facts.distance) / 8.0 == Approx(37.5));
        CHECK(100.0 * static_cast<double>(facts.distance) / facts.mean_size == Approx(36.3636).epsilon(1e-5));
    }
}

TEST_CASE("the last row of the published matrix", "[align]") {
    const std::string transcribed = "gofpiers";
    const std::size_t row[] = {7, 6, 5, 4, 4, 4, 4, 4, 3};
    for (std::size_t length = 0; length <= transcribed.size(); ++length) {
        CHECK(alignments("golfers", transcribed.substr(0, length)).distance == row[length]);
        CHECK(levenshtein("golfers", transcribed.substr(0, length)) == row[length]);
    }
}

TEST_CASE("alignment facts at the edges", "[align]") {
    CHECK(alignments("", "").alignments == 1);
    CHECK(alignments("", "").mean_size == Approx(0.0));
    CHECK(alignments("abc", "").distance == 3);
    CHECK(alignments("abc", "").mean_size == Approx(3.0));
    CHECK(alignments("abc", "abc").alignments == 1);
    const AlignmentFacts many = alignments(std::string(600, 'a') + std::string(600, 'b'), std::string(300, 'b'));
    CHECK(many.alignments == 10'000);
    CHECK(many.distance == 900);
    CHECK(many.mean_size == Approx(1200.0));
}

TEST_CASE("alignment distance is Levenshtein's", "[align]") {
    Random random(11);
    for (int round = 0; round < shift311::tests::effort(500); ++round) {
        const std::string a = random.from("abc ", 12);
        const std::string b = random.from("abc ", 12);
        const AlignmentFacts facts = alignments(a, b);
        REQUIRE(facts.distance == levenshtein(a, b));
        REQUIRE(facts.alignments >= 1);
        REQUIRE(facts.mean_size >= static_cast<double>(std::max(a.size(), b.size())) - 1e-9);
        REQUIRE(facts.mean_size <= static_cast<double>(a.size() + b.size()) + 1e-9);
    }
}

TEST_CASE("a diff shows the smallest edit", "[align]") {
    CHECK(picture(diff("4208", "4208")) == "4208");
    CHECK(picture(diff("4208", "4280")) == "42[-0]8[+0]");
    CHECK(picture(diff("SPRUCE ST", "SPRUSE ST")) == "SPRU[-C][+S]E ST");
    CHECK(picture(diff("", "abc")) == "[+abc]");
    CHECK(picture(diff("abc", "")) == "[-abc]");
    CHECK(diff("", "").empty());
    CHECK(picture(diff("Pe\xC3\xB1"
                       "a",
                       "Pena")) == "Pe[-\xC3\xB1][+n]a");
    CHECK(picture(diff("abcx", "defx")) == "[-abc][+def]x");
}

TEST_CASE("the parts of a diff rebuild both texts", "[align]") {
    Random random(5);
    for (int round = 0; round < shift311::tests::effort(2000); ++round) {
        const bool bytes = round % 2 == 0;
        const std::string a = bytes ? random.bytes(30) : random.from("ab 1", 20);
        const std::string b = bytes ? random.bytes(30) : random.from("ab 1", 20);
        const std::vector<DiffPart> parts = diff(a, b);
        REQUIRE(rebuilt(parts, DiffPart::Kind::extra) == a);
        REQUIRE(rebuilt(parts, DiffPart::Kind::missing) == b);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            REQUIRE_FALSE(parts[i].text.empty());
            if (i > 0) REQUIRE(parts[i].kind != parts[i - 1].kind);
            if (i > 0 && parts[i].kind == DiffPart::Kind::missing) REQUIRE(parts[i - 1].kind == DiffPart::Kind::same);
        }
    }
}

TEST_CASE("a diff of very long texts still rebuilds them", "[align]") {
    const std::string a(6000, 'a');
    const std::string b = std::string(3000, 'b') + std::string(3000, 'c');
    const std::vector<DiffPart> parts = diff("x" + a + "y", "x" + b + "y");
    CHECK(rebuilt(parts, DiffPart::Kind::extra) == "x" + a + "y");
    CHECK(rebuilt(parts, DiffPart::Kind::missing) == "x" + b + "y");
}
