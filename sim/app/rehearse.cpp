// shift311 rehearse: agents play scripts; the model agent must score 100, and every mistake must cost what it should.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/rehearse/rehearsal.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace shift311::app {
namespace {

namespace fs = std::filesystem;

/// The content folder that `path` lies in, or empty.
std::string root_of(fs::path path) {
    std::error_code none;
    for (path = fs::absolute(path, none); path.has_relative_path(); path = path.parent_path())
        if (fs::is_directory(path / "common", none)) return path.string();
    return {};
}

bool inside(const std::string& file, const std::string& path) {
    std::error_code none;
    const fs::path whole = fs::weakly_canonical(file, none), folder = fs::weakly_canonical(path, none);
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), whole.begin(), whole.end());
    return end == folder.end() || (std::next(end) == folder.end() && end->empty());
}

}  // namespace

int rehearse(const RehearseOptions& options) {
    std::string root = options.content;
    for (const std::string& path : options.paths) {
        std::error_code none;
        if (!fs::exists(path, none)) throw WrongUsage("There is no file or folder \"" + path + "\".");
        if (root.empty()) root = root_of(path);
    }
    const script::Library library = load_content(content_root(root));
    const Ear ear(library);
    const auto understand = [&ear](const std::string& words, const std::string& script) {
        return ear.understand(words, script);
    };
    nlohmann::json list = nlohmann::json::array();
    int rehearsed = 0, faulty = 0, played = 0;
    for (const script::Script& script : library.scripts) {
        const bool wanted = options.paths.empty() ||
                            std::any_of(options.paths.begin(), options.paths.end(),
                                        [&](const std::string& path) { return inside(script.place.file, path); });
        if (!wanted) continue;
        const rehearse::Rehearsed result = rehearse::rehearse(library, script, options.plays, understand);
        ++rehearsed;
        played += result.plays + result.mistaken;
        if (!result.faults.empty()) ++faulty;
        if (options.format == "json") {
            nlohmann::json findings = nlohmann::json::array();
            for (const rehearse::Fault& fault : result.faults)
                findings.push_back({{"agent", fault.agent},
                                    {"seed", fault.seed},
                                    {"criterion", fault.criterion},
                                    {"lost", fault.lost},
                                    {"expected", fault.expected},
                                    {"why", fault.why}});
            list.push_back({{"id", result.script},
                            {"model_points", result.model_points},
                            {"possible", result.possible},
                            {"plays", result.plays},
                            {"mistakes", result.mistaken},
                            {"findings", findings}});
            continue;
        }
        std::string name = result.script;
        name.resize(std::max<std::size_t>(name.size(), 28), ' ');
        std::cout << name << "  model " << points_text(result.model_points) << " of " << points_text(result.possible)
                  << " in " << result.plays << " plays, " << result.mistaken << " mistakes tried"
                  << (result.faults.empty() ? "" : "  FAULTY") << '\n';
        for (const rehearse::Fault& fault : result.faults)
            std::cout << "    " << fault.agent << " (seed " << fault.seed << ")"
                      << (fault.criterion.empty() ? ""
                                                  : ", " + fault.criterion + ": lost " + points_text(fault.lost) +
                                                        ", expected " + points_text(fault.expected))
                      << ". " << fault.why << '\n';
    }
    if (options.format == "json") std::cout << nlohmann::json{{"scripts", list}}.dump(2) << '\n';
    if (rehearsed == 0) throw WrongUsage("There is no script there to rehearse.");
    std::cerr << rehearsed << (rehearsed == 1 ? " script, " : " scripts, ") << played << " plays, "
              << (faulty == 0 ? "all as they should be." : std::to_string(faulty) + " with faults.") << '\n';
    return faulty == 0 ? kDone : kFaults;
}

}  // namespace shift311::app
