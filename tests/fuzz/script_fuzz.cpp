// Any bytes as a script: a script that can be used, or mistakes that each name a place in the file and say something.
#include "assessment/text/normal.hpp"
#include "sim/script/read/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace read = shift311::script::read;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    std::vector<read::Issue> issues;
    const shift311::script::Script script = read::read_script(text, "fuzz.yaml", issues);
    for (const read::Issue& issue : issues) {
        if (issue.message.empty() || issue.line < 1 || issue.line > lines || issue.column < 1) std::abort();
        const std::string said = read::text(issue);
        if (!shift311::text::valid_utf8(said) || said.find('\n') != std::string::npos) std::abort();
    }
    if (!read::has_errors(issues) && script.id.empty()) std::abort();
    return 0;
}
