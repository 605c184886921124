// What judging an exam is put together from, inside this room.
#pragma once

#include "assessment/standing/exam.hpp"

#include <string>
#include <vector>

namespace shift311::standing {

/// By time; what happened in the same second stays as it was given.
std::vector<const Event*> in_order(const std::vector<Event>& events);

/// The contacts of one form, in the order played; one that is given twice counts once.
std::vector<const ContactFact*> contacts_of(const History& history, const std::string& form);

/// The sittings of one block of vignettes, by time, up to the first that is whole: a broken-off one is taken again, and
/// a block that was done is not done anew.
std::vector<const TriageFact*> sittings_of(const std::vector<TriageFact>& blocks, int block);

/// Fills `second` and `undrawn`. `judged`: what the exam counts, in the order played. `result`: calls, seed and closing
/// are known.
void add_second_ratings(const Program& program, const History& history, const std::vector<const ContactFact*>& judged,
                        ExamResult& result);

}  // namespace shift311::standing
