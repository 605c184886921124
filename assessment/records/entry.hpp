// What people add to the records besides attempts: one append-only row each, typed by its kind.
#pragma once

#include "assessment/records/rows.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/rating.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::records {

class Store;

// Programs and rubrics as they were when something was judged by them, keyed by their hash: reports quote the rule that
// applied then.
void keep_program(Store& store, const standing::Program& program);
std::optional<standing::Program> kept_program(const Store& store, const std::string& hash);
void keep_rubric(Store& store, const std::string& hash, const std::string& json);
/// By its own hash; the built-in rules without a hash are not kept.
void keep_rubric(Store& store, const scoring::Rubric& rubric);
std::optional<std::string> kept_rubric(const Store& store, const std::string& hash);

/// `event.id` and `event.at` are filled in when empty. `about` is a person id. All of these give the new entry's id.
std::string add_event(Store& store, const std::string& about, standing::Event event);
std::vector<standing::Event> events_of(const Store& store, const std::string& person);

/// Throws std::invalid_argument with the first of standing::faults().
std::string add_report(Store& store, standing::Report report);
/// Ratings and daily observation reports about a person; empty: about everybody.
std::vector<standing::Report> reports_of(const Store& store, const std::string& person = {});

std::string add_override(Store& store, const std::string& person, standing::Override change);
std::vector<standing::Override> overrides_of(const Store& store, const std::string& attempt);

/// Acknowledges or disputes. std::invalid_argument for a dispute without words, and for one that is open already.
std::string add_dispute(Store& store, const std::string& person, standing::Dispute dispute);
/// Answered once, with words, by somebody who neither rated nor observed that trainee; else std::invalid_argument.
void answer_dispute(Store& store, const std::string& dispute, const std::string& answer, const std::string& words,
                    const Person& by);
/// About a person; empty: everybody's, the open ones first.
std::vector<standing::Dispute> disputes_of(const Store& store, const std::string& person = {});

/// Everything that standing needs about one person, from attempts, scorecards and entries.
standing::History history_of(const Store& store, const std::string& person);

}  // namespace shift311::records
