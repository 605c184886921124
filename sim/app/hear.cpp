// shift311 hear: which phrase was understood, how surely, and what came second.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shift311::app {

int hear(const HearOptions& options) {
    const script::Library library = load_content(content_root(options.content));
    if (!options.script.empty() && !script::find_script(library, options.script))
        throw WrongUsage("There is no script \"" + options.script + "\"; \"shift311 list scripts\" shows them all.");
    const Ear ear(library);
    const listen::Understanding understood = ear.for_script(options.script).understand(options.words);
    if (options.format == "json") {
        nlohmann::json phrases = nlohmann::json::array();
        for (const listen::Heard& heard : understood.heard)
            phrases.push_back(heard.phrase);
        const nlohmann::json answer{
            {"phrase", understood.best.empty() ? nlohmann::json() : nlohmann::json(understood.best)},
            {"score", understood.score},
            {"runner_up", understood.runner_up.empty() ? nlohmann::json() : nlohmann::json(understood.runner_up)},
            {"runner_up_score", understood.runner_up_score},
            {"phrases", phrases}};
        std::cout << answer.dump(2) << '\n';
        return kDone;
    }
    if (understood.heard.empty()) {
        std::cout << "not understood\n";
        if (!understood.runner_up.empty())
            std::cout << "nearest: " << understood.runner_up << " (" << understood.runner_up_score << " of 1000)\n";
        return kDone;
    }
    for (const listen::Heard& heard : understood.heard)
        std::cout << heard.phrase << " (" << heard.score << " of 1000)\n";
    if (!understood.runner_up.empty())
        std::cout << "runner-up: " << understood.runner_up << " (" << understood.runner_up_score << " of 1000)\n";
    return kDone;
}

}  // namespace shift311::app
