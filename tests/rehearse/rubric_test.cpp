// Rubrics as content: the built-in one is the one in the file, and a faulty one judges nobody.
#include "assessment/scoring/rubric.hpp"

#include "sim/script/read/draft.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace shift311;

namespace {

const std::string kPractice = SHIFT311_SOURCE_DIR "/scenarios/programs/rubrics/practice.yaml";

std::string contents(const std::string& file) {
    std::ifstream stream(file);
    REQUIRE(stream);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

struct Read {
    scoring::Rubric rubric;
    std::vector<script::read::Issue> issues;
    bool says(const std::string& words) const {
        return std::any_of(issues.begin(), issues.end(), [&](const script::read::Issue& issue) {
            return script::read::text(issue).find(words) != std::string::npos && issue.line > 0 && issue.column > 0;
        });
    }
};

/// The practice rubric with one piece of text put in place of another.
Read changed(const std::string& from, const std::string& to) {
    std::string text = contents(kPractice);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto file = std::filesystem::temp_directory_path() /
                      ("shift311-rubric-" + std::to_string(std::hash<std::string>{}(to)) + ".yaml");
    std::ofstream(file) << text;
    Read read;
    read.rubric = script::read::read_rubric(file.string(), read.issues);
    std::filesystem::remove(file);
    return read;
}

}  // namespace

TEST_CASE("the built-in rubric is the one in practice.yaml, to the last value", "[rubric]") {
    Read read;
    read.rubric = script::read::read_rubric(kPractice, read.issues);
    CHECK(read.issues.empty());
    const scoring::Rubric built_in;
    CHECK(scoring::to_json(read.rubric) == scoring::to_json(built_in));
    CHECK(read.rubric.hash == built_in.hash);
    REQUIRE(script::find_rubric(tests::content(), "practice") != nullptr);
    CHECK(script::rubric_for(tests::content()).hash == built_in.hash);
}

TEST_CASE("the hash is BLAKE2b-256 of the canonical values", "[rubric]") {
    const std::string line = scoring::to_json(scoring::Rubric{});
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(line.data()), line.size(),
                       nullptr, 0);
    std::string hex;
    for (const unsigned char byte : digest) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        hex += two.data();
    }
    CHECK(hex == scoring::kPracticeHash);
    // Order and comments of the file do not matter, values do.
    const Read moved = changed("pass_percent: 85                  # of what", "pass_percent: 85 # if");
    CHECK(moved.issues.empty());
    CHECK(moved.rubric.hash == hex);
    CHECK(changed("step: 200", "step: 201").rubric.hash != hex);
}

TEST_CASE("a rubric comes back from its canonical line", "[rubric]") {
    scoring::Rubric rubric;
    rubric.step = 250;
    rubric.dead_air_within = 12'000;
    rubric.applies["tempo.handle"] = {journal::Channel::phone, journal::Channel::web};
    const std::string line = scoring::to_json(rubric);
    CHECK(scoring::to_json(scoring::rubric_from_json(line)) == line);
    CHECK_THROWS_WITH(scoring::rubric_from_json("{}"), Catch::StartsWith("Rubric: "));
    CHECK_THROWS(scoring::rubric_from_json(line.substr(0, line.size() - 1)));
    // What an earlier version did not know has its usual value.
    std::string older = line;
    const std::string key = R"("dead_air":300,)";
    REQUIRE(older.find(key) != std::string::npos);
    older.erase(older.find(key), key.size());
    CHECK(scoring::rubric_from_json(older).dead_air == 300);
}

TEST_CASE("a faulty rubric is told with its place, and judges nobody", "[rubric]") {
    struct Row {
        std::string from, to, says;
    };
    const std::vector<Row> rows{
        {"pass_percent: 85", "pass_percent: 185", "pass_percent"},
        {"step: 200", "stp: 200", "`step`"},
        {"step: 200, ", "", "step"},
        {"step: 200", "step: 2.5", "whole number"},
        {"step: 200", "step: -1", "step"},
        {"dead_air: 20s", "dead_air: 20", "dead_air"},
        {"dead_air: 20s", "dead_air: 2h", "dead_air"},
        {"tempo.answer: [phone]", "tempo.anwser: [phone]", "`tempo.answer`"},
        {"tempo.answer: [phone]", "tempo.answer: [phone, telegraph]", "telegraph"},
        {"tempo.answer: [phone]", "tempo.answer: [phone, phone]", "twice"},
        {"tempo.answer: [phone]", "tempo.answer: []", "empty"},
        {"rubric: practice", "rubric: Practice Rules", "Practice Rules"},
        {"limits:", "limit:", "`limits`"},
    };
    for (const Row& row : rows) {
        INFO(row.to);
        const Read read = changed(row.from, row.to);
        for (const script::read::Issue& issue : read.issues)
            UNSCOPED_INFO(script::read::text(issue));
        CHECK(read.says(row.says));
        CHECK(read.rubric.id.empty());
        CHECK(read.rubric.hash.empty());
    }
}

TEST_CASE("every value has a place in the file and every criterion a name", "[rubric]") {
    const std::string text = contents(kPractice);
    for (const scoring::RubricValue& value : scoring::rubric_values()) {
        INFO(value.group << "." << value.key);
        CHECK(text.find(std::string(value.key) + ": ") != std::string::npos);
        CHECK(value.least <= scoring::Rubric{}.*(value.member));
        CHECK(scoring::Rubric{}.*(value.member) <= value.most);
    }
    CHECK(scoring::kind_of("field.location")->id == "field");
    CHECK(scoring::kind_of("tempo.answer")->id == "tempo.answer");
    CHECK(scoring::kind_of("nothing") == nullptr);
    CHECK_THROWS_WITH(script::rubric_for(tests::content(), "nowhere"), Catch::Contains("nowhere"));
}
