#include "sim/script/read/words.hpp"

#include "sim/script/read/draft.hpp"

namespace shift311::script::read {

std::optional<int> read_mood_step(Report& report, const Record& record) {
    static const std::vector<std::string_view> kSteps{"worse", "same", "better"};
    const Node* mood = record.find("mood");
    if (mood == nullptr) return std::nullopt;
    return static_cast<int>(read_word(report, *mood, kSteps, 1)) - 1;
}

city::Basis read_basis(const Record& record) {
    return record.word("basis", {"published", "assumed"}, 1) == 0 ? city::Basis::published : city::Basis::assumed;
}

}  // namespace shift311::script::read
