// An exam's form: which contacts and vignettes a trainee meets, drawn by the blueprint and a seed.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"
#include "sim/script/library.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace shift311::exam {

/// Contacts of one sitting; an exam of 20 is taken in several.
struct Sitting {
    script::ShiftPlan plan;  ///< its id is "exam:<form>:<number>"
    std::uint64_t seed = 0;
    bool further = false;  ///< belongs to the block of 10 that 16 or 17 of 20 ask for
};

struct Form {
    std::string id;
    std::vector<Sitting> sittings;
    /// One for the first block, one for the second look; ids of vignettes in the order shown.
    std::vector<std::vector<std::string>> vignettes;
};

/// The form, or what is missing for it, one sentence each. Contacts that the trainee has met are never drawn.
struct Drawn {
    Form form;
    std::vector<std::string> missing;
};
Drawn draw(const script::Library& library, const standing::Program& program, const standing::History& history,
           std::uint64_t seed);

}  // namespace shift311::exam
