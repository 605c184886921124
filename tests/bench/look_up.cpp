// An address looked up again after every key, beside comparing what was typed with the beginning of every street's
// name.
#include "sim/city/address.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/bench/bench.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace shift311::bench {
namespace {

constexpr int kTimes = 21;

/// What is on the screen after each key of typing a house number in the middle of every block.
std::vector<std::string> keystrokes(const city::City& city) {
    std::vector<std::string> typed;
    for (const city::Street& street : city.streets) {
        if (street.blocks.empty()) continue;
        const city::Block& block = street.blocks[street.blocks.size() / 2];
        const std::string address = std::to_string(block.low) + " " + street.name;
        for (std::size_t length = 1; length <= address.size(); ++length)
            typed.push_back(address.substr(0, length));
    }
    return typed;
}

std::size_t matches(const city::City& city, const std::string& typed) {
    const std::size_t space = typed.find(' ');
    if (space == std::string::npos) return 0;
    std::string name = typed.substr(space + 1);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return static_cast<std::size_t>(
        std::count_if(city.streets.begin(), city.streets.end(),
                      [&](const city::Street& street) { return street.name.starts_with(name); }));
}

}  // namespace

Row address_look_up() {
    const script::Library library = script::read::read_library(SHIFT311_SOURCE_DIR "/scenarios").library;
    if (library.cities.empty()) throw std::runtime_error("there is no city");
    const city::City& city = library.cities.front();
    const city::AddressBook book(city);
    const std::vector<std::string> typed = keystrokes(city);
    std::vector<double> ours;
    std::vector<double> scan;
    for (int i = 0; i < kTimes; ++i) {
        scan.push_back(microseconds([&] {
            for (const std::string& text : typed)
                use(matches(city, text));
        }));
        ours.push_back(microseconds([&] {
            for (const std::string& text : typed)
                use(book.look_up(text));
        }));
    }
    const auto keys = static_cast<double>(typed.size());
    return {"address look-up a key", "us", median(ours) / keys, median(scan) / keys,
            "scan of all street names, no answer beyond a count"};
}

}  // namespace shift311::bench
