#include "assessment/records/entry.hpp"
#include "assessment/reports/impact_report.hpp"

namespace shift311::reports {

ImpactReport impact_report(const records::Store& store, const Demographics& demographics, const std::string& program,
                           const std::string& prepared) {
    std::vector<Outcome> outcomes;
    for (const records::Person& person : store.people()) {
        const standing::Event* newest = nullptr;
        const std::vector<standing::Event> events = records::events_of(store, person.id);
        for (const standing::Event& event : events) {
            const bool signed_off = event.kind == "signed_off" && (program.empty() || event.program == program);
            if (signed_off && (!newest || newest->at <= event.at)) newest = &event;
        }
        if (newest) outcomes.push_back({person.id, person.name, newest->outcome == "certified"});
    }
    return impact_report(outcomes, demographics, program, prepared);
}

}  // namespace shift311::reports
