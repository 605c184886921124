// A rubric file: what every criterion is worth, and the limits that apply.
#include "sim/script/read/draft.hpp"

namespace shift311::script::read {

scoring::Rubric read_rubric(const std::string& file, std::vector<Issue>& issues) {
    load(file, issues);
    return {};
}

}  // namespace shift311::script::read
