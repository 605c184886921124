// Bringing an older records file up to date, one numbered step at a time, with a copy of the file before each.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace shift311::records {

struct Migration {
    int version = 0;  ///< the file's version afterwards: 1, 2, 3 ...
    std::string_view name;
    std::string_view sql;
    void (*then)(SQLite::Database&) = nullptr;  ///< what SQL cannot do, in the same transaction
};

/// The steps of this program, from migrations/*.sql.
std::span<const Migration> migrations();

/// The file's version; 0 is an empty file.
int version_of(SQLite::Database& db);
/// Throws Trouble newer when the file is ahead of `steps`. A step that fails leaves the file as it was before that
/// step. A file of version N is first copied to FILE.backup-vN, unless it was made by this very call.
void migrate(SQLite::Database& db, const std::string& path, std::span<const Migration> steps);
/// The same refusal for a reader, who changes nothing; true when the file is current, false when it is older.
bool is_current(SQLite::Database& db, const std::string& path, std::span<const Migration> steps);

}  // namespace shift311::records
