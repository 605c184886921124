// A file of the project's own content, as it is on the disk.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace shift311::tests {

/// `file`: below scenarios/. Throws when it cannot be read.
inline std::string content_text(const std::string& file) {
    const std::string path = std::string(SHIFT311_SOURCE_DIR) + "/scenarios/" + file;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace shift311::tests
