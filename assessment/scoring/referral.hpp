// What a transfer is judged by, shared by ordinary referrals and emergencies.
#pragma once

#include "assessment/scoring/criteria.hpp"

#include <string_view>

namespace shift311::scoring {

/// The first transfer to this target, or null.
const Dated<journal::TransferBegan>* transfer_to(const ContactEvents& events, std::string_view target);
/// Full where the first transfer went there, half where another came first.
void judge_target(const Case& contact, std::string_view criterion, std::string_view target, Scorecard& card);
/// A warm transfer counts when somebody answered before the trainee left.
void judge_kind(const Case& contact, std::string_view criterion, std::string_view target, bool warm, Scorecard& card);

}  // namespace shift311::scoring
