// Reading and checking all content, beside yaml-cpp alone parsing the same bytes.
#include "sim/script/read/reader.hpp"
#include "tests/bench/bench.hpp"

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace shift311::bench {
namespace {

namespace fs = std::filesystem;
constexpr int kTimes = 5;

std::vector<std::string> content_bytes() {
    std::vector<std::string> texts;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(SHIFT311_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".yaml") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

}  // namespace

Row content_load() {
    const std::vector<std::string> texts = content_bytes();
    std::vector<double> ours;
    std::vector<double> raw;
    for (int i = 0; i < kTimes; ++i) {
        raw.push_back(microseconds([&] {
            for (const std::string& text : texts)
                use(YAML::Load(text));
        }));
        ours.push_back(microseconds([&] {
            const script::read::Reading reading = script::read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
            if (script::read::has_errors(reading.issues)) throw std::runtime_error("the content has faults");
        }));
    }
    return {"all content read and checked", "ms", median(ours) / 1000, median(raw) / 1000,
            "yaml-cpp alone parsing the same bytes"};
}

}  // namespace shift311::bench
