#include "assessment/standing/cut_sheet.hpp"

namespace shift311::standing {
namespace {

/// No rows where a judge left a cell out.
measure::Estimates estimates_of(const Program& program) {
    measure::Estimates out;
    for (const CutSheet::Judge& judge : program.pass_sheet.judges) {
        std::vector<int>& row = out.emplace_back();
        for (const Cell& cell : program.blueprint) {
            const auto it = judge.estimates.find(cell.id);
            if (it == judge.estimates.end()) return {};
            row.push_back(it->second);
        }
    }
    return out;
}

}  // namespace

std::vector<int> cut_weights(const Program& program) {
    std::vector<int> out;
    for (const Cell& cell : program.blueprint)
        out.push_back(cell.first + cell.second);
    return out;
}

std::optional<measure::CutScore> cut_score(const Program& program) {
    return measure::cut_score(estimates_of(program), cut_weights(program));
}

std::optional<int> whole_cut(const Program& program, int less_errors) {
    return measure::whole_cut(estimates_of(program), cut_weights(program), less_errors);
}

std::optional<int> whole_cut(const Program& program) {
    return whole_cut(program, program.pass_sheet.less_errors);
}

}  // namespace shift311::standing
