// Any bytes as a session at the text desk: whatever is typed, the shift goes on, and its journal reads, replays and is
// judged.
#include "assessment/journal/codec.hpp"
#include "assessment/scoring/assess.hpp"
#include "sim/desk/typed/text_desk.hpp"
#include "tests/support/floor.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace {

/// The first four scripts, one every twenty seconds.
const std::shared_ptr<const shift311::shift::Floor>& any_floor() {
    using namespace shift311;
    static const std::shared_ptr<const shift::Floor> floor = [] {
        std::vector<std::pair<shift::Millis, std::string>> contacts;
        for (const script::Script& script : tests::content().scripts)
            if (contacts.size() < 4)
                contacts.emplace_back(20'000 * static_cast<shift::Millis>(contacts.size()), script.id);
        return shift::make_floor(tests::content(), tests::plan_of(contacts), 1, 1, "Dana Reyes");
    }();
    return floor;
}

}  // namespace

/// Reading the content is no work on an input, and counts towards no input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    any_floor();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace shift311;
    const auto& floor = any_floor();
    constexpr int kMostLines = 60;

    shift::Run run(
        floor, [](std::span<const shift::Event>) {}, tests::spelled_out);
    std::ostringstream out;
    desk::typed::TextDesk desk(run, out, {});
    std::istringstream lines(std::string(reinterpret_cast<const char*>(data), size));
    std::string line;
    for (int i = 0; i < kMostLines && std::getline(lines, line); ++i)
        if (!desk.command(line)) break;
    desk.finish();

    journal::Journal played;
    played.events = run.events();
    const std::string written = journal::to_json_lines(played);
    const journal::Journal read = journal::from_json_lines(written);
    if (journal::to_json_lines(read) != written) std::abort();

    shift::Run again(
        floor, [](std::span<const shift::Event>) {}, tests::spelled_out);
    again.resume(read.events);
    if (shift::digest(again.state()) != shift::digest(run.state())) std::abort();
    for (std::size_t i = 0; i < floor->casts.size(); ++i)
        scoring::assess(floor->casts[i].key, read, static_cast<journal::ContactId>(i + 1));
    return 0;
}
