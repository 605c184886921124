#include "sim/script/yardstick.hpp"

#include "assessment/measure/queueing.hpp"

#include <cmath>

namespace shift311::script {
namespace {

bool waits_to_be_answered(Channel channel) {
    return channel == Channel::phone || channel == Channel::walk_in || channel == Channel::radio;
}

/// "about 40 %"
std::string about(double percent) {
    const auto rounded = static_cast<int>(std::lround(percent / 5)) * 5;
    if (rounded < 5) return "fewer than 5 %";
    return rounded > 95 ? "more than 95 %" : "about " + std::to_string(rounded) + " %";
}

}  // namespace

Pace pace_of(const ShiftPlan& plan, const std::vector<const Script*>& scripts) {
    Pace pace;
    for (const Script* script : scripts) {
        if (script == nullptr || !waits_to_be_answered(script->channel)) continue;
        pace.callers += 1;
        pace.handle += Millis{script->minutes} * 60'000;
        pace.patience += script->caller.patience;
    }
    if (pace.callers == 0) return pace;
    const auto callers = static_cast<Millis>(pace.callers);
    pace.handle /= callers;
    pace.patience /= callers;
    if (plan.minutes > 0) pace.per_hour = static_cast<double>(pace.callers) * 60 / plan.minutes;
    return pace;
}

std::optional<double> answered_alone(const ShiftPlan& plan, const std::vector<const Script*>& scripts) {
    const Pace pace = pace_of(plan, scripts);
    if (pace.callers < kFewestCallers) return std::nullopt;
    const auto share = measure::answered_within({.arrivals = pace.per_hour / 3'600'000,
                                                 .handle = static_cast<double>(pace.handle),
                                                 .servers = 1,
                                                 .patience = static_cast<double>(pace.patience)},
                                                static_cast<double>(plan.service_level_within));
    return share ? std::optional(100 * *share) : std::nullopt;
}

std::string yardstick(const ShiftPlan& plan, const std::vector<const Script*>& scripts) {
    const auto share = answered_alone(plan, scripts);
    if (!share) return {};
    return "Practice yardstick: if callers came at random at this pace, one person alone would answer " +
           about(*share) + " in " + std::to_string(plan.service_level_within / 1000) + " s.";
}

std::string yardstick(const ShiftPlan& plan, const Library& library) {
    std::vector<const Script*> scripts;
    for (const Arrival& arrival : plan.contacts)
        scripts.push_back(find_script(library, arrival.script));
    return yardstick(plan, scripts);
}

}  // namespace shift311::script
