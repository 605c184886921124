// A program file: phases, clauses, floors, the exam's blueprint.
#include "sim/script/read/draft.hpp"

namespace shift311::script::read {

standing::Program read_program(const std::string& file, std::vector<Issue>& issues, Source& source) {
    source.document = load(file, issues);
    return {};
}

void check_program(const standing::Program&, const Source&, const Library&, const std::map<std::string, std::string>&,
                   std::vector<Issue>&) {}

}  // namespace shift311::script::read
