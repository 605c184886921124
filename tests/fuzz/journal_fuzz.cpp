// Any bytes as a journal: refused in one sentence, or read and written back to bytes that read the same.
#include "assessment/journal/codec.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace journal = shift311::journal;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const std::string written = journal::to_json_lines(journal::from_json_lines(text));
        if (journal::to_json_lines(journal::from_json_lines(written)) != written) std::abort();
    } catch (const journal::BadJournal& refused) {
        if (std::string_view(refused.what()).empty()) std::abort();
    }
    return 0;
}
