#include "assessment/records/database.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace shift311::records {
namespace {

constexpr int kBusyMs = 3000;
/// Above this size the check at open looks at the small tables only; `check_all` reads everything.
constexpr std::int64_t kWholeCheckBytes = 64LL * 1024 * 1024;

/// File systems on which SQLite's write-ahead log is not safe, because its index must be memory shared by all users.
bool on_network(const std::string& path) {
    struct statfs info {};
    if (::statfs(path.c_str(), &info) != 0) return false;
    switch (static_cast<unsigned long>(info.f_type) & 0xffffffffUL) {
        case 0x00006969UL:  // NFS
        case 0xff534d42UL:  // CIFS
        case 0xfe534d42UL:  // SMB 2
        case 0x0000517bUL:  // SMB
        case 0x65735546UL:  // FUSE: sshfs and its kin
        case 0x01021997UL:  // 9P: folders shared with a virtual machine
        case 0x786f4256UL:  // VirtualBox shared folder
        case 0x5346414fUL:  // AFS
        case 0x00c36400UL:  // Ceph
            return true;
        default:
            return false;
    }
}

std::string percent_encoded(const std::string& path) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4U];
        out += kHex[byte & 0x0fU];
    }
    return out;
}

/// Nothing in the file may make SQLite do more than read and write rows.
void distrust(SQLite::Database& db) {
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    db.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON");
}

std::string first_complaint(SQLite::Database& db, const char* pragma) {
    SQLite::Statement check(db, pragma);
    if (!check.executeStep()) return {};
    return complaint_in(check.getColumn(0).getString());
}

void refuse_damaged(SQLite::Database& db, const std::string& path, bool whole_only = true) {
    const int schema = number_of(db, "PRAGMA schema_version");  // the first read: says so when it is no database
    if (number_of(db, "PRAGMA application_id") != kApplicationId &&
        db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() != 0) {
        throw Trouble(Trouble::Kind::damaged, path + " is a database of another program; name another file with --db.");
    }
    struct stat info {};
    const bool something = ::stat(path.c_str(), &info) == 0 && info.st_size > 0;
    if (something && number_of(db, "PRAGMA page_count") == 0) {
        throw damaged(path, "it is no SQLite database");  // a few stray bytes count as an empty file to SQLite
    }
    if (schema == 0 || !whole_only) return;
    const std::int64_t bytes =
        std::int64_t{number_of(db, "PRAGMA page_size")} * db.execAndGet("PRAGMA page_count").getInt64();
    for (const char* pragma : bytes <= kWholeCheckBytes
                                  ? std::array{"PRAGMA quick_check(1)", "PRAGMA quick_check(1)"}
                                  : std::array{"PRAGMA quick_check(attempt)", "PRAGMA quick_check(person)"}) {
        const std::string complaint = first_complaint(db, pragma);
        if (!complaint.empty()) throw damaged(path, complaint);
        if (bytes <= kWholeCheckBytes) break;
    }
}

}  // namespace

std::string whole_path(const std::string& path) {
    if (path.empty()) throw Trouble(Trouble::Kind::unwritable, "No records file is named; name one with --db FILE.");
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    if (error) return path;
    const auto canonical = std::filesystem::weakly_canonical(absolute, error);
    return error ? absolute.string() : canonical.string();
}

bool exists(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        if (errno == ENOENT) return false;
        throw trouble_of_errno(errno, path);
    }
    if (S_ISDIR(info.st_mode)) {
        throw Trouble(Trouble::Kind::unwritable, path + " is a folder; name a file with --db.");
    }
    if (!S_ISREG(info.st_mode)) {
        throw Trouble(Trouble::Kind::unwritable, path + " is no ordinary file; name another one with --db.");
    }
    return true;
}

void make_folders(const std::string& path) {
    for (auto slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) continue;
        const int error = errno;
        struct stat info {};
        if (::stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;  // a read-only root says EROFS first
        throw trouble_of_errno(error, path);
    }
}

std::unique_ptr<SQLite::Database> open_for_writing(const std::string& path) {
    if (!exists(path)) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);  // personnel records: owner only
        if (file < 0) throw trouble_of_errno(errno, path);
        ::close(file);
    }
    auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE, kBusyMs);
    // A file that turns out to be damaged must stay as it is: no log may be folded into it when we back out.
    sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    distrust(*db);
    refuse_damaged(*db, path);
    if (sqlite3_db_readonly(db->getHandle(), "main") == 1) throw trouble_of_errno(EACCES, path);
    return db;
}

void make_durable(SQLite::Database& db, const std::string& path) {
    const bool wal = !on_network(path) && db.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal";
    if (wal) {
        db.exec("PRAGMA synchronous = FULL");
    } else {
        db.execAndGet("PRAGMA journal_mode = DELETE").getString();
        db.exec("PRAGMA synchronous = EXTRA");
    }
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

std::unique_ptr<SQLite::Database> open_for_reading(const std::string& path, bool even_damaged) {
    struct stat info {};
    if (!exists(path) || (::stat(path.c_str(), &info) == 0 && info.st_size == 0)) {
        throw Trouble(Trouble::Kind::missing,
                      "There are no records in " + path + " yet; practice first, or name another file with --db.");
    }
    auto db = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READONLY, kBusyMs);
    try {
        distrust(*db);
        refuse_damaged(*db, path, !even_damaged);
    } catch (const SQLite::Exception& error) {
        // In a folder that we may not write, a file in WAL mode opens only as one that nobody is changing, which is
        // true when no log lies beside it.
        const int code = error.getErrorCode();
        struct stat log {};
        const bool no_log = ::stat((path + "-wal").c_str(), &log) != 0 || log.st_size == 0;
        if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || !no_log) throw;
        db = std::make_unique<SQLite::Database>("file:" + percent_encoded(path) + "?immutable=1",
                                                SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMs);
        distrust(*db);
        refuse_damaged(*db, path, !even_damaged);
    }
    return db;
}

int number_of(SQLite::Database& db, const char* pragma) {
    return db.execAndGet(pragma).getInt();
}

std::string complaint_in(const std::string& answer) {
    if (answer == "ok") return {};
    const auto heading = answer.find("***\n");  // "*** in database main ***"
    const std::string rest = heading == std::string::npos ? answer : answer.substr(heading + 4);
    return rest.substr(0, rest.find('\n'));
}

Trouble locked(const std::string& path) {
    return {Trouble::Kind::locked,
            "Another desk is using the records in " + path + "; close it first, or name another file with --db."};
}

Trouble damaged(const std::string& path, const std::string& detail) {
    return {Trouble::Kind::damaged, "The records in " + path + " are damaged (" + detail +
                                        "); the file was left as it is. Put a backup in its place, or start a new file "
                                        "with --db NEWFILE."};
}

Trouble trouble_of_errno(int error, const std::string& path) {
    switch (error) {
        case EACCES:
        case EPERM:
        case EROFS:
            return {Trouble::Kind::read_only, "The records in " + path +
                                                  " cannot be written, because the file or its folder is read-only for "
                                                  "you; change that, or name another file with --db."};
        case ENOSPC:
        case EDQUOT:
            return {Trouble::Kind::full,
                    "The disk that holds " + path +
                        " is full; free some space and go on. Everything accepted before is saved."};
        default:
            return {Trouble::Kind::unwritable, "The records in " + path + " cannot be opened or written (" +
                                                   std::strerror(error) +
                                                   "); mend that, or name another file with --db."};
    }
}

Trouble trouble_of(const SQLite::Exception& error, const std::string& path, int system_error) {
    switch (error.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return locked(path);
        case SQLITE_CORRUPT:
            return damaged(path, error.what());
        case SQLITE_NOTADB:
            return damaged(path, "it is no SQLite database");
        case SQLITE_FULL:
            return trouble_of_errno(ENOSPC, path);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return trouble_of_errno(EACCES, path);
        default:
            break;
    }
    if (system_error != 0) return trouble_of_errno(system_error, path);
    return {Trouble::Kind::unwritable, "The records in " + path + " cannot be read or written (" + error.what() +
                                           "); mend that, or name another file with --db."};
}

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

}  // namespace shift311::records
