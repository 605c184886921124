// The project's own content, read once a test program.
#pragma once

#include "sim/script/read/reader.hpp"

#include <stdexcept>
#include <string>

namespace shift311::tests {

inline const script::Library& content() {
    static const script::Library library = [] {
        script::read::Reading reading = script::read::read_library(std::string(SHIFT311_SOURCE_DIR) + "/scenarios");
        for (const script::read::Issue& issue : reading.issues)
            if (issue.severity == script::read::Issue::Severity::error)
                throw std::runtime_error(script::read::text(issue));
        return std::move(reading.library);
    }();
    return library;
}

inline const script::Script& script_named(const std::string& id) {
    const script::Script* script = script::find_script(content(), id);
    if (!script) throw std::runtime_error("the tests need the script " + id);
    return *script;
}

}  // namespace shift311::tests
