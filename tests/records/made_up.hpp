// A made-up shift for tests of records and reports: two contacts, one lost point or two, odd names.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <string>
#include <vector>

namespace shift311::records::tests {

journal::Head made_up_head(const std::string& trainee = "Dana Reyes");
/// Contact 1: the pothole call. Contact 2: an e-mail about a permit.
scoring::AnswerKey pothole_key();
scoring::AnswerKey permit_key();
/// Numbered from 1, never back in time; the house number of contact 1 is written wrong.
std::vector<journal::Event> made_up_events();
/// `count` notes typed one after the other: for tests that only need many events.
std::vector<journal::Event> notes(journal::Seq first, journal::Seq count);

}  // namespace shift311::records::tests
