// An exam's form: which contacts and vignettes a trainee meets, drawn by the blueprint and a seed.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"
#include "sim/script/library.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::exam {

inline constexpr int kSittingContacts = 5;
inline constexpr int kLevel = 4;

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
    /// All of it as text, with the hashes of the program, the rubric, every script and vignette: what is kept until the
    /// exam is closed. The id ends with the hash of this text, so that neither can be changed alone.
    std::string text;
};

/// The form, or what is missing for it, one sentence each. Contacts that the trainee has met are never drawn.
struct Drawn {
    Form form;
    std::vector<std::string> missing;
};

/// Unseen means: a script that no contact of the trainee's was ever played from, with whatever draw, and that no
/// earlier form of theirs holds. Scripts kept for exams come first; a cell that runs out of them takes practice scripts
/// that this trainee has not met. No script stands twice in a form. Vignettes are taken from those kept for exams only.
/// `given_out`: what earlier forms of this trainee hold (see contents), met or not.
Drawn draw(const script::Library& library, const standing::Program& program, const standing::History& history,
           std::uint64_t seed, const std::set<std::string>& given_out = {});

/// Scripts and vignettes of a form, as `draw` wants them for the next one: "script pothole", "vignette smoke-2".
std::set<std::string> contents(const Form& form);
/// The same from a form's text, also when its scripts were changed or removed since.
std::set<std::string> contents(std::string_view text);

/// The form back from its text. Throws std::runtime_error with one sentence when this is not the text that `id` was
/// made from, or when program, rubric, scripts or vignettes are no longer those that the form was drawn from.
Form form_from_text(const script::Library& library, const standing::Program& program, std::string_view text,
                    std::string_view id);

/// "exam:6J55-3f2a...:2": the plan of one sitting, and back; false when it is none.
bool is_sitting(std::string_view plan);
std::string form_of(std::string_view plan);
/// "exam:6J55-3f2a...:v1": a block of vignettes, which is a sitting too, and back; 0 when it is none.
std::string block_plan(std::string_view form, int block);
int block_of(std::string_view plan);

}  // namespace shift311::exam
