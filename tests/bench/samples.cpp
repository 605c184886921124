#include "tests/bench/samples.hpp"

#include "assessment/journal/codec.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace shift311::bench {
namespace {

std::string contents(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::vector<Sample> samples() {
    std::vector<Sample> found;
    for (const char* name : {"pothole-well-done", "pothole-wrong-door", "gas-caught", "gas-missed",
                             "neighbor-disclosed", "recycling-email", "call-abandoned"}) {
        const std::string stem = std::string(SHIFT311_SOURCE_DIR "/tests/data/journals/") + name;
        std::string key = contents(stem + ".key.json");
        while (!key.empty() && key.back() == '\n')
            key.pop_back();
        found.push_back({journal::from_json_lines(contents(stem + ".jsonl")), std::move(key)});
    }
    return found;
}

}  // namespace shift311::bench
