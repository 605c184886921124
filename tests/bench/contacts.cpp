// Whole contacts played by agents and judged, one after the other, by one core.
#include "sim/listen/listener.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/bench/bench.hpp"

#include <map>
#include <stdexcept>

namespace shift311::bench {

Row rehearsed_contacts() {
    const script::Library library = script::read::read_library(SHIFT311_SOURCE_DIR "/scenarios").library;
    const listen::Listener core(library.phrases);
    std::map<std::string, listen::Listener> own;
    for (const script::Script& script : library.scripts)
        own.emplace(script.id, core.with(script.phrases));
    const auto understand = [&](const std::string& words, const std::string& script) {
        std::vector<std::string> phrases;
        for (const listen::Heard& heard : own.at(script).understand(words).heard)
            phrases.push_back(heard.phrase);
        return phrases;
    };
    int contacts = 0;
    const double time = microseconds([&] {
        for (const script::Script& script : library.scripts) {
            const rehearse::Rehearsed result = rehearse::rehearse(library, script, 5, understand);
            contacts += result.plays + result.mistaken;
        }
    });
    if (contacts == 0) throw std::runtime_error("there are no scripts");
    return {"contacts played and judged", "a second", contacts / (time / 1'000'000), 0, "more is better"};
}

}  // namespace shift311::bench
