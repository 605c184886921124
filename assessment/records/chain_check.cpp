#include "assessment/records/chain_check.hpp"

#include "assessment/records/chain.hpp"
#include "assessment/records/database.hpp"
#include "assessment/records/migrate.hpp"
#include "assessment/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <set>

namespace shift311::records {
namespace {

using Faults = std::vector<std::string>;

std::vector<std::string> parts_of(const std::string& key) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = key.find('/', at);
        parts.push_back(key.substr(at, end - at));
        if (end == std::string::npos) return parts;
        at = end + 1;
    }
}

std::string text_at(SQLite::Database& db, const char* sql, const std::string& key) {
    try {
        SQLite::Statement read(db, sql);
        read.bind(1, key);
        return read.executeStep() ? read.getColumn(0).getString() : std::string();
    } catch (const SQLite::Exception&) {
        return {};
    }
}

std::string person_words(SQLite::Database& db, const std::string& person) {
    const std::string name = text_at(db, "SELECT name FROM person WHERE id = ?", person);
    return name.empty() ? "the person " + short_id(person) : name;
}

/// Of a row, eight bytes that stand for its table and key.
std::uint64_t mark_of(std::string_view table, std::string_view key) {
    const Digest full = RowBytes(table).text(key).digest();
    std::uint64_t mark = 0;
    std::memcpy(&mark, full.data(), sizeof mark);
    return mark;
}

/// Reads the rows that the lines of the chain name.
class Rows {
  public:
    explicit Rows(SQLite::Database& db) : db_(db) {}

    const Protected* table(const std::string& name) const {
        const auto found =
            std::find_if(kProtected.begin(), kProtected.end(), [&](const Protected& one) { return one.table == name; });
        return found == kProtected.end() ? nullptr : &*found;
    }
    /// Empty: as it was written.
    std::string fault(const Protected& table, const std::string& key, const Digest& content) {
        try {
            auto& reader = readers_[table.table];
            if (!reader) reader = std::make_unique<RowReader>(db_, table, false);
            if (!reader->find(key)) return "is missing: it was removed after it was written.";
            if (reader->content() != content) return "was changed after it was written.";
            return {};
        } catch (const SQLite::Exception& error) {
            readers_.erase(table.table);
            return std::string("cannot be read (") + error.what() + ").";
        }
    }

  private:
    SQLite::Database& db_;
    std::map<std::string_view, std::unique_ptr<RowReader>> readers_;
};

/// Goes along one desk's chain; gives where it ends.
Link walk(SQLite::Database& db, const std::string& station, Rows& rows, std::vector<std::uint64_t>& seen,
          Faults& faults) {
    SQLite::Statement read(db,
                           "SELECT number, record, key, content, hash FROM ledger WHERE station = ? ORDER BY number");
    read.bind(1, station);
    Link before;
    while (read.executeStep()) {
        const std::int64_t number = read.getColumn(0).getInt64();
        const std::string record = read.getColumn(1).getString();
        const std::string key = read.getColumn(2).getString();
        const Digest content = digest_in(read.getColumn(3));
        const Digest hash = digest_in(read.getColumn(4));
        const std::string line = "line " + std::to_string(number) + " of the chain";
        if (number != before.number + 1) {
            const std::int64_t first = before.number + 1, last = number - 1;
            faults.push_back(number <= before.number
                                 ? "L" + line.substr(1) + " is out of its order."
                                 : (first == last ? "Line " + std::to_string(first)
                                                  : "Lines " + std::to_string(first) + " to " + std::to_string(last)) +
                                       " of the chain " + (first == last ? "is" : "are") +
                                       " missing: records were removed.");
        } else if (next_link(before, record, key, content).hash != hash) {
            faults.push_back(record_words(db, record, key) + ": " + line +
                             " does not follow from the line before it; it was changed, inserted or moved.");
        }
        before = {number, hash};
        const Protected* table = rows.table(record);
        if (!table) {
            faults.push_back("L" + line.substr(1) + " names a table that holds no records.");
            continue;
        }
        const std::string fault = rows.fault(*table, key, content);
        if (!fault.empty()) faults.push_back(record_words(db, record, key) + " " + fault);
        seen.push_back(mark_of(record, key));
    }
    return before;
}

void find_inserted(SQLite::Database& db, const std::vector<std::uint64_t>& seen, Faults& faults) {
    for (const Protected& table : kProtected) {
        try {
            RowReader row(db, table, true);
            while (row.next()) {
                const std::string key = row.key();
                const auto place = std::equal_range(seen.begin(), seen.end(), mark_of(table.table, key));
                const auto times = place.second - place.first;
                if (times == 1) continue;
                faults.push_back(
                    record_words(db, std::string(table.table), key) +
                    (times == 0 ? " was inserted: it is not in the chain." : " is in the chain more than once."));
            }
        } catch (const SQLite::Exception& error) {
            faults.push_back("Some rows of table " + std::string(table.table) + " cannot be read (" + error.what() +
                             ").");
        }
    }
}

std::set<std::string> schema_of(SQLite::Database& db) {
    std::set<std::string> out;
    SQLite::Statement read(db, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'");
    while (read.executeStep())
        out.insert(read.getColumn(0).getString() + " " + read.getColumn(1).getString() + "\n" +
                   read.getColumn(2).getString());
    return out;
}

}  // namespace

std::string attempt_words(SQLite::Database& db, const std::string& attempt) {
    const std::string name =
        text_at(db, "SELECT name FROM person WHERE id = (SELECT person FROM attempt WHERE id = ?)", attempt);
    return "Attempt " + short_id(attempt) + (name.empty() ? "" : " of " + name);
}

std::string record_words(SQLite::Database& db, const std::string& table, const std::string& key) {
    const auto parts = parts_of(key);
    const auto part = [&](std::size_t i) { return i < parts.size() ? parts[i] : std::string("?"); };
    const std::string of_attempt = attempt_words(db, part(0)) + ": ";
    if (table == "event") return of_attempt + "event " + part(1);
    if (table == "attempt") return of_attempt + "its head (who, when, which shift)";
    if (table == "ending") return of_attempt + "how it ended";
    if (table == "answer_key") return of_attempt + "the answer key of contact " + part(1);
    if (table == "scorecard") return of_attempt + "scorecard " + part(2) + " of contact " + part(1);
    if (table == "person") return "The record of " + person_words(db, key);
    if (table == "desk") return "The name of this desk";
    if (table == "rule") return "The kept rules " + short_id(key);
    if (table == "account") {
        const std::string person = text_at(db, "SELECT person FROM account WHERE station || '/' || number = ?", key);
        return person.empty() ? "Account change " + part(1)
                              : "Account change " + part(1) + " of " + person_words(db, person);
    }
    if (table == "entry") {
        const std::string about = text_at(db, "SELECT about FROM entry WHERE id = ?", key);
        const std::string kind = text_at(db, "SELECT kind FROM entry WHERE id = ?", key);
        return "Entry " + short_id(key) + (kind.empty() ? "" : " (" + kind + ")") +
               (about.empty() ? "" : " about " + person_words(db, about));
    }
    return "A row of table " + table;
}

std::vector<std::string> chain_faults(SQLite::Database& db, std::int64_t& records) {
    Faults faults;
    std::vector<std::uint64_t> seen;
    Rows rows(db);
    std::set<std::string> stations;
    {
        SQLite::Statement read(db, "SELECT DISTINCT station FROM ledger UNION SELECT station FROM chain");
        while (read.executeStep())
            stations.insert(read.getColumn(0).getString());
    }
    for (const std::string& station : stations) {
        const Link end = walk(db, station, rows, seen, faults);
        SQLite::Statement read(db, "SELECT number, hash FROM chain WHERE station = ?");
        read.bind(1, station);
        if (!read.executeStep()) {
            faults.push_back("Where the chain of desk " + short_id(station) + " ends is not known any more.");
        } else if (read.getColumn(0).getInt64() != end.number) {
            faults.push_back("The chain of desk " + short_id(station) + " ends at line " + std::to_string(end.number) +
                             ", but line " + read.getColumn(0).getString() +
                             " was written: the newest records were removed.");
        } else if (digest_in(read.getColumn(1)) != end.hash) {
            faults.push_back("The end of the chain of desk " + short_id(station) + " was changed.");
        }
    }
    records = static_cast<std::int64_t>(seen.size());
    std::sort(seen.begin(), seen.end());
    find_inserted(db, seen, faults);
    return faults;
}

std::vector<std::string> schema_faults(SQLite::Database& db) {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (const Migration& step : migrations())
        fresh.exec(std::string(step.sql));
    const auto due = schema_of(fresh);
    const auto found = schema_of(db);
    Faults faults;
    const auto name = [](const std::string& line) { return line.substr(0, line.find('\n')); };
    for (const std::string& line : due)
        if (found.count(line) == 0)
            faults.push_back("The file's " + name(line) + " is not as shift311 makes it, or missing.");
    std::set<std::string> names;
    for (const std::string& line : due)
        names.insert(name(line));
    for (const std::string& line : found)
        if (names.count(name(line)) == 0) faults.push_back("The file has a " + name(line) + " that is not shift311's.");
    return faults;
}

}  // namespace shift311::records
