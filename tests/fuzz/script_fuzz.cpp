// Any bytes as a script: a script that can be used, or mistakes that each name a place in the file and say something.
#include "sim/script/read/reader.hpp"
#include "tests/fuzz/told.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace read = shift311::script::read;
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::vector<read::Issue> issues;
    const shift311::script::Script script = read::read_script(text, "fuzz.yaml", issues);
    shift311::fuzz::require_told(issues, text);
    if (!read::has_errors(issues) && script.id.empty()) std::abort();
    return 0;
}
