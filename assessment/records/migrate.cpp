#include "assessment/records/migrate.hpp"

#include "assessment/records/database.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace shift311::records {
namespace {

int newest(std::span<const Migration> steps) {
    return steps.empty() ? 0 : steps.back().version;
}

void flush(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

/// Written beside, then renamed: a copy is there whole or not at all.
void copy_beside(SQLite::Database& db, const std::string& path, int version) {
    const std::string kept = path + ".backup-v" + std::to_string(version);
    const std::string part = kept + ".part";
    ::unlink(part.c_str());
    const int made = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) throw trouble_of_errno(errno, path);
    ::close(made);
    {
        SQLite::Database copy(part, SQLite::OPEN_READWRITE);
        SQLite::Backup backup(copy, db);
        if (backup.executeStep(-1) != SQLITE_DONE) throw locked(path);
    }
    {
        SQLite::Database copy(part, SQLite::OPEN_READWRITE);
        copy.execAndGet("PRAGMA journal_mode = DELETE").getString();  // one plain file, without a log beside it
    }
    flush(part, O_RDWR);
    if (std::rename(part.c_str(), kept.c_str()) != 0) throw trouble_of_errno(errno, path);
    flush(path.substr(0, path.rfind('/') + 1), O_RDONLY | O_DIRECTORY);
}

void take_step(SQLite::Database& db, const Migration& step) {
    db.exec("PRAGMA foreign_keys = OFF");  // only outside a transaction; a step may rebuild a table
    {
        SQLite::Transaction all_or_none(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(std::string(step.sql));
        if (step.then) step.then(db);
        SQLite::Statement dangling(db, "PRAGMA foreign_key_check");
        if (dangling.executeStep()) {
            throw SQLite::Exception("a row of table " + dangling.getColumn(0).getString() + " would point nowhere",
                                    SQLITE_CONSTRAINT);
        }
        dangling.reset();
        db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
        db.exec("PRAGMA user_version = " + std::to_string(step.version));
        all_or_none.commit();
    }
    db.exec("PRAGMA foreign_keys = ON");
}

}  // namespace

int version_of(SQLite::Database& db) {
    return number_of(db, "PRAGMA user_version");
}

bool is_current(SQLite::Database& db, const std::string& path, std::span<const Migration> steps) {
    const int have = version_of(db);
    if (have > newest(steps)) {
        throw Trouble(Trouble::Kind::newer, "The records in " + path + " were written by a newer shift311 (format " +
                                                std::to_string(have) + ", this one knows " +
                                                std::to_string(newest(steps)) +
                                                "); update shift311, or name another file with --db.");
    }
    return have == newest(steps);
}

void migrate(SQLite::Database& db, const std::string& path, std::span<const Migration> steps) {
    if (is_current(db, path, steps)) return;
    const bool fresh = version_of(db) == 0;  // nothing that a copy could save
    for (const Migration& step : steps) {
        const int have = version_of(db);
        if (step.version <= have) continue;
        if (!fresh) copy_beside(db, path, have);
        try {
            take_step(db, step);
        } catch (const SQLite::Exception& error) {
            const int code = error.getErrorCode();
            if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH) throw;
            throw Trouble(Trouble::Kind::damaged, "The records in " + path + " could not be brought from format " +
                                                      std::to_string(have) + " to " + std::to_string(step.version) +
                                                      " (" + error.what() +
                                                      "); they are as they were. Go on with the older shift311, or "
                                                      "name another file with --db.");
        }
    }
}

}  // namespace shift311::records
