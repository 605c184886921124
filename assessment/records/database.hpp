// Opening the SQLite file safely, and its failures as sentences.
#pragma once

#include "assessment/records/trouble.hpp"

#include <memory>
#include <string>

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

namespace shift311::records {

/// "s311", stamped into the file so that somebody else's database is never taken for ours.
inline constexpr int kApplicationId = 0x73333131;

/// The path as one absolute name, links followed, so that two names of one file are one lock.
std::string whole_path(const std::string& path);
/// Makes the folders that are missing, for this user alone.
void make_folders(const std::string& path);
bool exists(const std::string& path);

/// Checked for damage before anything is written to it; not yet brought up to date. The file is made when missing.
std::unique_ptr<SQLite::Database> open_for_writing(const std::string& path);
/// Once the file is known to be good and current: durable journal mode, checkpoint at close.
void make_durable(SQLite::Database& db, const std::string& path);
/// `even_damaged`: pages that are damaged are no reason to refuse.
std::unique_ptr<SQLite::Database> open_for_reading(const std::string& path, bool even_damaged = false);

/// What SQLite's check of a file found, in one line; empty when all is well.
std::string complaint_in(const std::string& answer);
int number_of(SQLite::Database& db, const char* pragma);

Trouble trouble_of(const SQLite::Exception& error, const std::string& path, int system_error = 0);
Trouble trouble_of_errno(int error, const std::string& path);
Trouble locked(const std::string& path);
Trouble damaged(const std::string& path, const std::string& detail);

/// "2026-11-21T19:49:31Z"
std::string utc_now();

}  // namespace shift311::records
