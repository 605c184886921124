// A folder that is gone when the test is.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace shift311::records::tests {

struct TempFolder {
    enum class On { memory, disk };
    std::string path;

    /// In memory where the system offers that, unless the test is about a real disk: waiting for one proves nothing
    /// else.
    explicit TempFolder(On where = On::memory) {
        const bool memory = where == On::memory && std::filesystem::is_directory("/dev/shm");
        std::string name =
            (memory ? "/dev/shm" : std::filesystem::temp_directory_path().string()) + "/shift311-records-XXXXXX";
        if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path = std::filesystem::canonical(name).string();
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path, ignored);
    }
    std::string operator/(const std::string& name) const { return path + "/" + name; }
};

inline std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace shift311::records::tests
