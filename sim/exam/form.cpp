#include "sim/exam/form.hpp"

namespace shift311::exam {

Drawn draw(const script::Library&, const standing::Program& program, const standing::History&, std::uint64_t) {
    Drawn drawn;
    drawn.missing.push_back("No contact is kept for exams of " + program.title + ".");
    return drawn;
}

}  // namespace shift311::exam
