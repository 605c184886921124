// Any bytes as a script beside a small city: what passes the check can be played, whatever the seed, with no blank left
// open.
#include "sim/script/cast.hpp"
#include "sim/script/each_text.hpp"
#include "sim/script/read/check.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

namespace script = shift311::script;
namespace read = shift311::script::read;

/// What the script may name, read once.
struct World {
    std::vector<read::Issue> issues;
    std::vector<script::Phrase> phrases;
    read::Source manners;
    read::CityDraft city;
    shift311::city::AddressBook book;
    read::Known known;

    explicit World(const std::string& root)
        : phrases(read::read_phrases(root + "/common/phrases.yaml", issues)),
          city(read::read_city(root + "/smallville", "smallville", issues)),
          book(city.city) {
        known.phrases = &phrases;
        known.manners = read::read_manners(root + "/common/manners.yaml", issues, manners);
        known.duties = read::read_duties(root + "/common/duties.yaml", issues, known.duties_shown);
        known.cities.insert("smallville");
        if (read::has_errors(issues)) std::abort();
    }
};

const World& world() {
    static const World read(SHIFT311_SOURCE_DIR "/tests/script/pack");
    return read;
}

void play(const script::Script& checked, std::uint64_t seed) {
    script::Cast cast = script::cast(checked, world().city.city, world().book, {2026, 11, 24}, seed);
    cast.script.phrases.clear();  // these keep the blanks that are filled when they are spoken
    script::for_each_text(cast.script, [](const std::string& line) {
        if (line.find_first_of("{}") != std::string::npos) std::abort();
    });
}

}  // namespace

/// Reading the content is no work on an input, and counts towards no input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    world();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<read::Issue> issues;
    read::ScriptDraft draft = read::draft_script(
        read::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.yaml", issues), issues);
    if (draft.source.document->root == nullptr) return 0;
    read::KnownCity city;
    if (draft.script.city == "smallville") city = {&world().city, &world().book, true};
    read::check_script(draft, world().known, city, issues);
    if (read::has_errors(issues)) return 0;
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0xFFFFFFFFFFFFFFFF}})
        play(draft.script, seed);
    return 0;
}
