#include "sim/app/content.hpp"

#include "sim/app/exit.hpp"

#include <filesystem>

namespace shift311::app {
namespace {

namespace fs = std::filesystem;

/// The errors, which stopped the command, and how many warnings `lint` has beside them.
std::string joined(const std::vector<script::read::Issue>& issues) {
    std::string text;
    std::size_t warnings = 0;
    for (const script::read::Issue& issue : issues) {
        if (issue.severity == script::read::Issue::Severity::error)
            text += script::read::text(issue) + '\n';
        else
            ++warnings;
    }
    if (warnings > 0)
        text += "\"shift311 lint\" shows " + std::to_string(warnings) + (warnings == 1 ? " warning" : " warnings") +
                " too.\n";
    return text;
}

bool is_content(const fs::path& path) {
    std::error_code none;
    return fs::is_directory(path / "common", none);
}

}  // namespace

ContentFaults::ContentFaults(const std::vector<script::read::Issue>& issues) : std::runtime_error(joined(issues)) {}

std::string content_root(const std::string& wanted) {
    if (!wanted.empty()) {
        if (is_content(wanted)) return wanted;
        throw EnvironmentLacks("There is no content in \"" + wanted +
                               "\": a content folder holds common/ and a folder for each city.");
    }
    std::error_code none;
    const fs::path program = fs::read_symlink("/proc/self/exe", none).parent_path();
    // Beside the sources only while the program stands in its own build directory.
    if (fs::equivalent(program, SHIFT311_BUILD_DIR, none) && is_content(fs::path(SHIFT311_SOURCE_DIR) / "scenarios"))
        return (fs::path(SHIFT311_SOURCE_DIR) / "scenarios").string();
    const fs::path installed = (program / SHIFT311_INSTALLED_CONTENT / "scenarios").lexically_normal();
    if (is_content(installed)) return installed.string();
    if (is_content(fs::path(SHIFT311_SOURCE_DIR) / "scenarios"))
        return (fs::path(SHIFT311_SOURCE_DIR) / "scenarios").string();
    throw EnvironmentLacks("The content was not found in " + installed.string() + "; name its folder with --content.");
}

script::Library load_content(const std::string& root) {
    script::read::Reading reading = script::read::read_library(root);
    if (script::read::has_errors(reading.issues)) throw ContentFaults(reading.issues);
    return std::move(reading.library);
}

Ear::Ear(const script::Library& library) : core_(library.phrases) {
    for (const script::Script& script : library.scripts)
        if (!script.phrases.empty()) own_.emplace(script.id, core_.with(script.phrases));
}

const listen::Listener& Ear::for_script(const std::string& script) const {
    const auto found = own_.find(script);
    return found == own_.end() ? core_ : found->second;
}

std::vector<std::string> Ear::understand(const std::string& words, const std::string& script) const {
    std::vector<std::string> phrases;
    for (const listen::Heard& heard : for_script(script).understand(words).heard)
        phrases.push_back(heard.phrase);
    return phrases;
}

}  // namespace shift311::app
