// Ratings and daily observation reports, once nothing in them has to be mended.
#include "assessment/records/entry.hpp"
#include "assessment/records/entry_json.hpp"
#include "assessment/records/store.hpp"

#include <stdexcept>

namespace shift311::records {

std::string add_report(Store& store, standing::Report report) {
    const auto faults = standing::faults(report);
    if (!faults.empty()) throw std::invalid_argument(faults.front());
    Entry entry;
    entry.id = report.id;
    entry.kind = "report";
    entry.about = report.trainee;
    entry.attempt = report.attempt;
    entry.contact = report.contact;
    entry.at = report.at;
    entry.by = report.rater;
    entry.body = to_json(report);
    return store.add_entry(std::move(entry));
}

}  // namespace shift311::records
