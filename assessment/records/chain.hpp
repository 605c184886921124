// The chain that binds every record to the one before it: what a row's bytes are, and how a line of the ledger is made.
#pragma once

#include "assessment/records/digest.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace SQLite {
class Column;
class Database;
class Statement;
}  // namespace SQLite

namespace shift311::records {

/// A table whose rows are records: never changed, never removed.
struct Protected {
    std::string_view table;
    std::string_view key;    ///< columns that find a row, parted by ','
    std::string_view order;  ///< in which rows are adopted and listed
};
/// In the order in which the rows of an older file are adopted.
inline constexpr std::array kProtected{
    Protected{"desk", "name", "name"},
    Protected{"person", "id", "added, id"},
    Protected{"attempt", "id", "began, id"},
    Protected{"event", "attempt,seq", "attempt, seq"},
    Protected{"ending", "attempt", "attempt"},
    Protected{"answer_key", "attempt,contact", "attempt, contact"},
    Protected{"scorecard", "attempt,contact,number", "attempt, contact, number"},
    Protected{"account", "station,number", "station, number"},
    Protected{"entry", "id", "number, id"},
    Protected{"rule", "hash", "hash"},
};

/// The bytes of a row that are hashed: every column in the table's order, each with its type and length before it, so
/// that no two rows have the same bytes.
class RowBytes {
  public:
    explicit RowBytes(std::string_view table) { text(table); }
    RowBytes& text(std::string_view value);
    RowBytes& number(std::int64_t value);
    Digest digest() const { return records::digest(bytes_); }

  private:
    void sized(char type, std::string_view bytes);
    std::string bytes_;
};

/// Reads rows of one table by their keys, or all of them.
class RowReader {
  public:
    RowReader(SQLite::Database& db, const Protected& table, bool all);
    ~RowReader();
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;
    /// The row with this key ("attempt/seq"), when there is one.
    bool find(std::string_view key);
    /// The next row, when all are read.
    bool next();
    std::string key() const;
    Digest content() const;

  private:
    const Protected& table_;
    std::unique_ptr<SQLite::Statement> read_;
    int keys_ = 0;  ///< the key's columns come first
};

/// A hash as a column holds it; zeros when it is none.
Digest digest_in(const SQLite::Column& column);

/// Where a chain ends: the number and hash of its last line; 0 and zeros before the first.
struct Link {
    std::int64_t number = 0;
    Digest hash{};
};
/// The line after `before` for a row.
Link next_link(const Link& before, std::string_view table, std::string_view key, const Digest& content);

}  // namespace shift311::records
