// Content enough for three exams of one trainee, made up by the test: scripts that only have a name, and vignettes.
#pragma once

#include "assessment/standing/program.hpp"
#include "sim/script/library.hpp"

#include <algorithm>
#include <string>

namespace shift311::tests {

/// Four cells: 8 + 4, 6 + 3, 4 + 2 and 2 + 1 contacts; the first draws from two families.
inline standing::Program made_up_program() {
    standing::Program program;
    program.id = "X1";
    program.title = "Trainee";
    program.city = "smallville";
    program.rubric = "practice";
    program.hash = "program-hash";
    program.blueprint = {{"streets", "Streets", {"pothole", "snow"}, 8, 4},
                         {"records", "Records", {"status"}, 6, 3},
                         {"privacy", "Privacy", {"privacy"}, 4, 2},
                         {"urgent", "Calls for 911", {"emergency"}, 2, 1}};
    return program;
}

inline void add_scripts(script::Library& library, const std::string& family, int count, bool exam,
                        const std::string& city = "smallville") {
    for (int i = 1; i <= count; ++i) {
        script::Script script;
        script.id = family + (exam ? "-exam-" : "-practice-") + std::to_string(i);
        script.city = city;
        script.family = family;
        script.exam = exam;
        script.hash = "hash-of-" + script.id;
        library.scripts.push_back(std::move(script));
    }
    std::sort(library.scripts.begin(), library.scripts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

inline void add_vignettes(script::Library& library, int urgent, int hidden, int other, bool exam = true) {
    script::Drills* drills = nullptr;
    for (script::Drills& one : library.drills)
        if (one.city == "smallville") drills = &one;
    if (drills == nullptr) {
        drills = &library.drills.emplace_back();
        drills->city = "smallville";
    }
    const auto add = [&](const std::string& id, bool emergency, bool is_hidden) {
        script::Vignette one;
        one.id = id + (exam ? "" : "-practice");
        one.text = "The words of " + one.id + ".";
        one.answer = emergency ? "911" : "311";
        one.emergency = emergency;
        one.hidden = is_hidden;
        one.exam = exam;
        drills->vignettes.push_back(std::move(one));
    };
    for (int i = 1; i <= urgent; ++i)
        add("urgent-" + std::to_string(i), true, i <= hidden);
    for (int i = 1; i <= other; ++i)
        add("other-" + std::to_string(i), false, false);
}

/// Enough for `forms` forms of one trainee, all of it kept for exams.
inline script::Library made_up_library(int forms) {
    script::Library library;
    add_scripts(library, "pothole", 6 * forms, true);
    add_scripts(library, "snow", 6 * forms, true);
    add_scripts(library, "status", 9 * forms, true);
    add_scripts(library, "privacy", 6 * forms, true);
    add_scripts(library, "emergency", 3 * forms, true);
    add_vignettes(library, 60 * forms, 20 * forms, 60 * forms);
    library.programs.push_back(made_up_program());
    return library;
}

}  // namespace shift311::tests
