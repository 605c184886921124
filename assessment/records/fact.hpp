// The facts of judged contacts, drawn once from attempt, answer key and scorecard, so that reports over many people
// read rows and not documents.
#pragma once

#include "assessment/records/rows.hpp"

#include <string>
#include <vector>

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace shift311::records {

/// Directory id of the emergency line in every city.
inline constexpr std::string_view kEmergencyLine = "911";

/// Draws the newest scorecard's fact of one contact, in place of an older one. A contact whose records cannot be read
/// has none.
void draw_fact(SQLite::Database& db, const std::string& attempt, journal::ContactId contact);
void draw_all_facts(SQLite::Database& db);
/// The attempt has ended.
void end_facts(SQLite::Database& db, const std::string& attempt);

/// What to select, and the fact that such a row holds.
extern const char* const kFactColumns;
ContactRow fact_of(SQLite::Statement& row, bool with_findings);

/// Contacts of an attempt whose fact does not come out of their scorecard again.
std::vector<journal::ContactId> wrong_facts(SQLite::Database& db, const std::string& attempt);

}  // namespace shift311::records
