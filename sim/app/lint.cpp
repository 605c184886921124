// shift311 lint: every fault of the content, with its place.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

namespace shift311::app {

int lint(const LintOptions& options) {
    // A path inside some content folder is checked against that folder, so that a trainer's own content needs no flag.
    std::string root = options.content;
    for (std::filesystem::path path : options.paths) {
        std::error_code none;
        if (!std::filesystem::exists(path, none))
            throw WrongUsage("There is no file or folder \"" + path.string() + "\".");
        if (!root.empty()) continue;
        for (path = std::filesystem::absolute(path); path.has_relative_path(); path = path.parent_path())
            if (std::filesystem::is_directory(path / "common", none)) {
                root = path.string();
                break;
            }
    }
    root = content_root(root);
    const std::vector<std::string> paths = options.paths.empty() ? std::vector<std::string>{root} : options.paths;
    const std::vector<script::read::Issue> issues = script::read::lint(paths, root);
    if (options.format == "json") {
        nlohmann::json list = nlohmann::json::array();
        for (const script::read::Issue& issue : issues)
            list.push_back({{"file", issue.file},
                            {"line", issue.line},
                            {"column", issue.column},
                            {"severity", issue.severity == script::read::Issue::Severity::error ? "error" : "warning"},
                            {"path", issue.path},
                            {"message", issue.message},
                            {"suggestion", issue.suggestion}});
        std::cout << list.dump(2) << '\n';
    } else {
        for (const script::read::Issue& issue : issues)
            std::cout << script::read::text(issue) << '\n';
    }
    const auto errors = std::count_if(issues.begin(), issues.end(), [](const script::read::Issue& issue) {
        return issue.severity == script::read::Issue::Severity::error;
    });
    const auto warnings = static_cast<std::ptrdiff_t>(issues.size()) - errors;
    std::cerr << (errors == 0 ? "No errors" : std::to_string(errors) + (errors == 1 ? " error" : " errors"))
              << (warnings == 0 ? "." : ", " + std::to_string(warnings) + (warnings == 1 ? " warning." : " warnings."))
              << '\n';
    return errors == 0 ? kDone : kFaults;
}

}  // namespace shift311::app
