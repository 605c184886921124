#include "assessment/reports/said_json.hpp"

#include <nlohmann/json.hpp>

namespace shift311::reports {

nlohmann::json said_json(const standing::Override& correction) {
    return {{"id", correction.id},
            {"attempt", correction.attempt},
            {"contact", correction.contact},
            {"criterion", correction.criterion},
            {"machine_points", correction.machine_points},
            {"points", correction.points},
            {"possible", correction.possible},
            {"machine_critical", correction.machine_critical},
            {"critical", correction.critical},
            {"by", correction.by_name},
            {"at", correction.at},
            {"why", correction.why}};
}

nlohmann::json said_json(const standing::Dispute& dispute) {
    return {{"id", dispute.id},
            {"attempt", dispute.attempt},
            {"contact", dispute.contact},
            {"criterion", dispute.criterion},
            {"at", dispute.at},
            {"disputed", dispute.disputed},
            {"words", dispute.words},
            {"answer", dispute.answer},
            {"answer_words", dispute.answer_words},
            {"answered_by", dispute.answered_by},
            {"answered_at", dispute.answered_at}};
}

}  // namespace shift311::reports
