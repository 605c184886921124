// Every script played by the model agent: the same journal and scorecard on every compiler and at every optimization.
// SHIFT311_BLESS=1 writes the table anew, for a change that is meant.
#include "assessment/journal/codec.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/floor.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace shift311;

namespace {

const std::string kTable = std::string(SHIFT311_SOURCE_DIR) + "/tests/data/shift/golden_plays.tsv";

std::string fnv(const std::string& text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    std::ostringstream hex;
    hex << std::hex << hash;
    return hex.str();
}

std::string table() {
    std::string text = "script\tseed\tevents\tjournal\tstate\tscorecard\n";
    for (const script::Script& script : tests::content().scripts) {
        for (const std::uint64_t seed : {1U, 2U}) {
            const auto played =
                rehearse::play(tests::content(), script, seed, {}, tests::understood, {}, &tests::grounds());
            shift::State state;
            for (const journal::Event& event : played.journal.events)
                shift::apply(state, event);
            std::string lines;
            for (const journal::Event& event : played.journal.events)
                lines += journal::to_json(event) + '\n';
            text += script.id + '\t' + std::to_string(seed) + '\t' + std::to_string(played.journal.events.size()) +
                    '\t' + fnv(lines) + '\t' + shift::digest(state) + '\t' + fnv(scoring::to_json(played.card)) + '\n';
        }
    }
    return text;
}

}  // namespace

TEST_CASE("every script plays to the golden journal, state and scorecard", "[shift][golden]") {
    const std::string now = table();
    if (std::getenv("SHIFT311_BLESS") != nullptr) {
        std::ofstream(kTable, std::ios::binary) << now;
        SUCCEED("blessed");
        return;
    }
    std::ifstream file(kTable, std::ios::binary);
    std::stringstream golden;
    golden << file.rdbuf();
    std::istringstream before(golden.str()), after(now);
    for (std::string old_line, new_line; std::getline(after, new_line);) {
        std::getline(before, old_line);
        CHECK(new_line == old_line);
    }
    CHECK(golden.str().size() == now.size());
}
