#include "assessment/journal/codec.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace shift311;

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(SHIFT311_SOURCE_DIR) / "tests" / "data" / "journals";

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    INFO(path.string());
    REQUIRE(file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(kFolder)) {
        if (entry.path().extension() == ".jsonl") found.push_back(entry.path().stem().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

scoring::Scorecard judged(const std::string& name) {
    const scoring::AnswerKey key = scoring::key_from_json(contents(kFolder / (name + ".key.json")));
    return scoring::assess(key, journal::from_json_lines(contents(kFolder / (name + ".jsonl"))), 1);
}

}  // namespace

TEST_CASE("golden: the journals are in the codec's own bytes") {
    REQUIRE(names().size() >= 5);
    for (const std::string& name : names()) {
        const std::string text = contents(kFolder / (name + ".jsonl"));
        INFO(name);
        CHECK(journal::to_json_lines(journal::from_json_lines(text)) == text);
    }
}

TEST_CASE("golden: every journal scores to the same bytes on every compiler") {
    for (const std::string& name : names()) {
        INFO(name);
        CHECK(scoring::to_json(judged(name)) + "\n" == contents(kFolder / (name + ".card.json")));
    }
}

TEST_CASE("golden: what the journals are there to show") {
    CHECK(judged("pothole-well-done").points == judged("pothole-well-done").possible);
    CHECK(judged("pothole-well-done").passed);
    CHECK(judged("pothole-wrong-door").critical.size() == 1);
    CHECK_FALSE(judged("pothole-wrong-door").passed);
    CHECK(judged("gas-caught").passed);
    CHECK(judged("gas-missed").critical.size() == 1);
    CHECK(judged("neighbor-disclosed").critical.size() == 1);
    CHECK(judged("call-abandoned").points == 0);
}

// Not run by itself. After a deliberate change of the rules: test_golden_scorecards "[.write]", then read the
// difference.
TEST_CASE("write the scorecards anew", "[.write]") {
    for (const std::string& name : names()) {
        std::ofstream(kFolder / (name + ".card.json"), std::ios::binary) << scoring::to_json(judged(name)) << '\n';
    }
}
