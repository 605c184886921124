// What a Store holds: the connection, its statements, and where the attempt being written stands.
#pragma once

#include "assessment/records/chain.hpp"
#include "assessment/records/database.hpp"
#include "assessment/records/desk_lock.hpp"
#include "assessment/records/store.hpp"

#include <optional>
#include <utility>

namespace SQLite {
class Statement;
}

namespace shift311::records {

/// How names are compared: case folded, spaces collapsed.
std::string name_key(std::string_view name);

struct Store::Impl {
    Impl();
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    std::string path;
    std::optional<DeskLock> lock;  // first in, last out
    std::unique_ptr<SQLite::Database> db;
    std::string station;
    bool writable = false;

    // Kept, because every act of a trainee goes through them.
    std::unique_ptr<SQLite::Statement> insert_event;
    std::unique_ptr<SQLite::Statement> insert_line;
    std::unique_ptr<SQLite::Statement> read_end;
    std::unique_ptr<SQLite::Statement> move_end;
    std::unique_ptr<SQLite::Statement> begin_all;
    std::unique_ptr<SQLite::Statement> commit_all;

    // And these, because rescoring reads journals by the thousand.
    mutable std::unique_ptr<SQLite::Statement> read_head;
    mutable std::unique_ptr<SQLite::Statement> read_events;
    mutable std::unique_ptr<SQLite::Statement> read_keys;
    SQLite::Statement& kept(std::unique_ptr<SQLite::Statement>& place, const char* sql) const;

    struct Writing {
        std::string attempt;
        journal::Seq last = 0;
        journal::Millis at = 0;
    };
    std::optional<Writing> writing;  // the attempt that append went to last

    void demand_writable() const;
    /// Throws NotFound unless there is such an attempt.
    void demand_attempt(std::string_view attempt) const;
    bool ended(std::string_view attempt) const;
    Writing& writing_on(std::string_view attempt);
    void prepare();
    void close();
    void note_seal(const std::string& found);
    ChainHead head() const;

    // The chain. All of these only within an AllOrNone.
    Link end;  // as of the bracket that is open
    /// The row that was just written, by its bytes.
    void chain(std::string_view table, std::string_view key, const Digest& content);
    /// The same for a row that is read back.
    void chain(std::string_view table, const std::string& key);
    /// One more than any number in the column, so that later rows come later, whichever desk writes them.
    std::int64_t next_number(const char* table) const;
    std::optional<Person> find_person(std::string_view name) const;
    Person make_person(std::string_view name);
    void put_key(std::string_view attempt, journal::ContactId contact, std::string_view script, std::string_view key);
    journal::Journal journal(std::string_view attempt) const;
    std::map<journal::ContactId, std::string> keys(std::string_view attempt) const;

    /// Runs `act` and lets SQLite's failures out as Trouble.
    template <class Act>
    decltype(auto) guarded(Act&& act) const {
        try {
            return std::forward<Act>(act)();
        } catch (...) {
            rethrow();
        }
    }
    [[noreturn]] void rethrow() const;
};

/// A kept statement is ready for the next use however this one ended.
struct Use {
    SQLite::Statement& statement;
    explicit Use(SQLite::Statement& kept) : statement(kept) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use();
};

/// A bracket around several rows and their places in the chain that closes as if nothing had happened, unless it was
/// committed.
class AllOrNone {
  public:
    explicit AllOrNone(Store::Impl& impl);
    AllOrNone(const AllOrNone&) = delete;
    AllOrNone& operator=(const AllOrNone&) = delete;
    ~AllOrNone();
    void commit();

  private:
    Store::Impl& impl_;
    std::int64_t began_ = 0;  ///< where the chain ended
};

}  // namespace shift311::records
