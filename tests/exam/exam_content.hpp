// The project's own content with enough of it kept for exams: every script under further names, and vignettes likewise.
#pragma once

#include "sim/script/library.hpp"
#include "tests/support/content.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace shift311::tests {

/// Enough for so many forms of one trainee: 40 scripts kept for exams, and 120 vignettes, for each of them.
inline script::Library exam_content(int forms = 1) {
    script::Library library = content();
    std::map<std::string, std::vector<script::Script>> families;
    for (const script::Script& script : library.scripts)
        families[script.family].push_back(script);
    for (const auto& [family, scripts] : families) {
        const int wanted = (family == "emergency" ? 4 : 3) * forms;
        for (int i = 0; i < wanted; ++i) {
            script::Script copy = scripts[static_cast<std::size_t>(i) % scripts.size()];
            copy.id += "-exam-" + std::to_string(i + 1);
            copy.exam = true;
            copy.hash += std::to_string(i + 1);
            library.scripts.push_back(std::move(copy));
        }
    }
    std::sort(library.scripts.begin(), library.scripts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (script::Drills& drills : library.drills) {
        const std::vector<script::Vignette> own = drills.vignettes;
        for (script::Vignette& one : drills.vignettes)
            one.exam = false;
        int urgent = 0, other = 0;
        for (int round = 1; !own.empty() && (urgent < 60 * forms || other < 60 * forms); ++round) {
            for (const script::Vignette& one : own) {
                int& have = one.emergency ? urgent : other;
                if (have == 60 * forms) continue;
                ++have;
                script::Vignette copy = one;
                copy.id += "-exam-" + std::to_string(round);
                copy.exam = true;
                drills.vignettes.push_back(std::move(copy));
            }
        }
        if (drills.hash.empty()) drills.hash = "made-up";
    }
    return library;
}

}  // namespace shift311::tests
