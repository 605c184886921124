// Proving the chain: every record is where it was written, as it was written, and nothing else is there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace shift311::records {

/// "Attempt 1a2b3c4d of Dana Reyes"
std::string attempt_words(SQLite::Database& db, const std::string& attempt);
/// One row in plain words: "Attempt 1a2b3c4d of Dana Reyes: event 7"
std::string record_words(SQLite::Database& db, const std::string& table, const std::string& key);

/// One sentence a fault. `records`: how many lines the chain has.
std::vector<std::string> chain_faults(SQLite::Database& db, std::int64_t& records);
/// Tables, indexes and triggers that are not as this program makes them.
std::vector<std::string> schema_faults(SQLite::Database& db);

}  // namespace shift311::records
