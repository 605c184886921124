// Writing: brackets around rows, and their places in the chain.
#include "assessment/records/adopt.hpp"
#include "assessment/records/fact.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/records/uuid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

namespace shift311::records {
namespace {

constexpr const char* kInsertLine =
    "INSERT INTO ledger (station, number, record, key, content, hash) VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* kReadEnd = "SELECT number, hash FROM chain WHERE station = ?";
constexpr const char* kMoveEnd =
    "INSERT INTO chain (station, number, hash) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (station) DO UPDATE SET number = ?2, hash = ?3";

void bind(SQLite::Statement& statement, int place, const Digest& digest) {
    statement.bindNoCopy(place, digest.data(), static_cast<int>(digest.size()));
}

void write_line(SQLite::Statement& insert, const std::string& station, const Link& line, const std::string& table,
                const std::string& key, const Digest& content) {
    const Use use(insert);
    insert.bindNoCopy(1, station);
    insert.bind(2, line.number);
    insert.bindNoCopy(3, table);
    insert.bindNoCopy(4, key);
    bind(insert, 5, content);
    bind(insert, 6, line.hash);
    insert.exec();
}

void write_end(SQLite::Statement& move, const std::string& station, const Link& end) {
    const Use use(move);
    move.bindNoCopy(1, station);
    move.bind(2, end.number);
    bind(move, 3, end.hash);
    move.exec();
}

const Protected& protected_table(std::string_view table) {
    const auto found =
        std::find_if(kProtected.begin(), kProtected.end(), [&](const Protected& one) { return one.table == table; });
    if (found == kProtected.end()) throw std::logic_error("rows of " + std::string(table) + " are no records");
    return *found;
}

}  // namespace

Use::~Use() {
    statement.tryReset();
}

AllOrNone::AllOrNone(Store::Impl& impl) : impl_(impl) {
    {
        const Use use(*impl_.begin_all);
        impl_.begin_all->exec();
    }
    // Read every time: somebody may have signed in beside this desk and moved it.
    const Use use(*impl_.read_end);
    impl_.read_end->bindNoCopy(1, impl_.station);
    impl_.end = {};
    if (impl_.read_end->executeStep()) {
        impl_.end.number = impl_.read_end->getColumn(0).getInt64();
        impl_.end.hash = digest_in(impl_.read_end->getColumn(1));
    }
    began_ = impl_.end.number;
}

AllOrNone::~AllOrNone() {
    // A full disk may have made SQLite roll back by itself.
    if (sqlite3_get_autocommit(impl_.db->getHandle()) == 0) impl_.db->tryExec("ROLLBACK");
}

void AllOrNone::commit() {
    if (impl_.end.number != began_) write_end(*impl_.move_end, impl_.station, impl_.end);
    const Use use(*impl_.commit_all);
    impl_.commit_all->exec();
}

void Store::Impl::prepare() {
    const auto statement = [&](const char* sql) { return std::make_unique<SQLite::Statement>(*db, sql); };
    insert_event = statement("INSERT INTO event (attempt, seq, event) VALUES (?, ?, ?)");
    insert_line = statement(kInsertLine);
    read_end = statement(kReadEnd);
    move_end = statement(kMoveEnd);
    begin_all = statement("BEGIN IMMEDIATE");
    commit_all = statement("COMMIT");
}

void Store::Impl::chain(std::string_view table, std::string_view key, const Digest& content) {
    end = next_link(end, table, key, content);
    write_line(*insert_line, station, end, std::string(table), std::string(key), content);
}

void Store::Impl::chain(std::string_view table, const std::string& key) {
    RowReader row(*db, protected_table(table), false);
    if (!row.find(key)) throw std::logic_error("there is no row " + key + " of " + std::string(table));
    chain(table, key, row.content());
}

std::int64_t Store::Impl::next_number(const char* table) const {
    SQLite::Statement last(*db, std::string("SELECT coalesce(max(number), 0) + 1 FROM ") + table);
    last.executeStep();
    return last.getColumn(0).getInt64();
}

void adopt_rows(SQLite::Database& db) {
    std::string station;
    {
        SQLite::Statement read(db, "SELECT value FROM desk WHERE name = 'station'");
        if (read.executeStep()) station = read.getColumn(0).getString();
    }
    if (station.empty()) {
        station = new_uuid();
        SQLite::Statement keep(db, "INSERT INTO desk (name, value) VALUES ('station', ?)");
        keep.bind(1, station);
        keep.exec();
    }
    SQLite::Statement insert(db, kInsertLine);
    Link end;
    for (const Protected& table : kProtected) {
        RowReader row(db, table, true);
        while (row.next()) {
            const Digest content = row.content();
            const std::string key = row.key();
            end = next_link(end, table.table, key, content);
            write_line(insert, station, end, std::string(table.table), key, content);
        }
    }
    SQLite::Statement move(db, kMoveEnd);
    write_end(move, station, end);
    draw_all_facts(db);
}

}  // namespace shift311::records
