#include "assessment/records/retention.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"

#include <algorithm>
#include <charconv>

namespace shift311::records {

std::string years_after(const std::string& stamp, int years) {
    int year = 0;
    if (stamp.size() < 10 || std::from_chars(stamp.data(), stamp.data() + 4, year).ptr != stamp.data() + 4) return {};
    year += years;
    std::string out = std::to_string(year) + stamp.substr(4);
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (out.compare(5, 5, "02-29") == 0 && !leap) out.replace(5, 5, "03-01");
    return out;
}

std::vector<Retention> retention(const Store& store, const std::string& today) {
    std::vector<Retention> out;
    for (const Tally& tally : store.tallies()) {
        Retention kept;
        kept.person = tally.person;
        kept.attempts = tally.attempts;
        const auto seen = [&](const std::string& at) {
            if (at.empty()) return;
            if (kept.oldest.empty() || at < kept.oldest) kept.oldest = at;
            if (at > kept.newest) kept.newest = at;
        };
        for (const AttemptRow& row : store.attempts(tally.person.name)) {
            if (row.person != tally.person.id) continue;
            seen(row.began);
            seen(row.ended);
        }
        for (const char* kind : {"report", "override", "dispute", "answer"})
            for (const Entry& entry : store.entries(kind, tally.person.id))
                seen(entry.at);
        for (const standing::Event& event : events_of(store, tally.person.id)) {
            seen(event.at);
            if (event.kind == "signed_off" || event.kind == "withdrawn") kept.action = event.at;
            if (event.kind == "legal_hold") {
                kept.held = true;
                kept.held_since = event.at;
                kept.held_why = event.why;
            }
            if (event.kind == "legal_hold_lifted") kept.held = false;
        }
        if (!kept.action.empty()) {
            kept.keep_until = years_after(std::max(kept.newest, kept.action), kKeptYears);
            kept.over = !kept.held && kept.keep_until < today;
        }
        out.push_back(std::move(kept));
    }
    return out;
}

}  // namespace shift311::records
