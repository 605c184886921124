// What the drawing of a form and its text share.
#pragma once

#include "sim/exam/form.hpp"

namespace shift311::exam {

inline std::string script_key(const std::string& id) {
    return "script " + id;
}
inline std::string vignette_key(const std::string& id) {
    return "vignette " + id;
}

/// Gives the form its text and id, and every sitting its plan: titles, level, and contacts so far apart that one
/// handled within its limits is over before the next one comes. `of` makes two forms of equal contents two forms.
void complete(Form& form, const script::Library& library, const standing::Program& program, const std::string& of);

}  // namespace shift311::exam
