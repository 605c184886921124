// Looking a finding up in a scorecard made for a test.
#pragma once

#include "assessment/scoring/assess.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/journal_builder.hpp"

#include <string_view>

namespace shift311::tests {

inline const scoring::Finding* find(const scoring::Scorecard& card, std::string_view criterion) {
    for (const scoring::Finding& finding : card.findings) {
        if (finding.criterion == criterion) return &finding;
    }
    return nullptr;
}

inline scoring::Finding finding(const scoring::Scorecard& card, std::string_view criterion) {
    const scoring::Finding* found = find(card, criterion);
    INFO("criterion " << criterion);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace shift311::tests
