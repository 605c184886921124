// Any bytes as something said: known phrases with scores in range, or nothing; and the same each time.
#include "sim/listen/listener.hpp"
#include "sim/script/read/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace shift311;

void require(bool holds) {
    if (!holds) std::abort();
}

bool in_range(int score) {
    return score >= 0 && score <= 1000;
}

const listen::Listener& listener() {
    static const listen::Listener heard = [] {
        std::vector<script::read::Issue> issues;
        auto phrases = script::read::read_phrases(SHIFT311_SOURCE_DIR "/scenarios/common/phrases.yaml", issues);
        require(!script::read::has_errors(issues) && !phrases.empty());
        return listen::Listener(std::move(phrases));
    }();
    return heard;
}

}  // namespace

/// Reading the content is no work on an input, and counts towards no input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    listener();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view words(reinterpret_cast<const char*>(data), size);
    const listen::Understanding understood = listener().understand(words);
    require(understood.heard.empty() == understood.best.empty());
    require(in_range(understood.score) && in_range(understood.runner_up_score));
    bool best_was_heard = understood.heard.empty();
    for (const listen::Heard& heard : understood.heard) {
        const auto& known = listener().phrases();
        require(in_range(heard.score));
        require(std::any_of(known.begin(), known.end(), [&](const auto& phrase) { return phrase.id == heard.phrase; }));
        best_was_heard = best_was_heard || heard.phrase == understood.best;
    }
    require(best_was_heard);
    require(listener().understand(words).heard == understood.heard);
    return 0;
}
