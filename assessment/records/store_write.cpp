#include "assessment/journal/codec.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/records/uuid.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <stdexcept>

namespace shift311::records {
namespace {

/// A kept statement is ready for the next use however this one ended.
struct Use {
    SQLite::Statement& statement;
    explicit Use(SQLite::Statement& kept) : statement(kept) {}
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { statement.tryReset(); }
};

/// A bracket around several rows that closes as if nothing had happened, unless it was committed.
class AllOrNone {
  public:
    AllOrNone(SQLite::Database& db, SQLite::Statement& begin, SQLite::Statement& commit) : db_(db), commit_(commit) {
        Use use(begin);
        begin.exec();
    }
    AllOrNone(const AllOrNone&) = delete;
    AllOrNone& operator=(const AllOrNone&) = delete;
    ~AllOrNone() {
        // A full disk may have made SQLite roll back by itself.
        if (sqlite3_get_autocommit(db_.getHandle()) == 0) db_.tryExec("ROLLBACK");
    }
    void commit() {
        Use use(commit_);
        commit_.exec();
    }

  private:
    SQLite::Database& db_;
    SQLite::Statement& commit_;
};

std::string sums_json(const std::map<std::string, scoring::Scorecard::Sum>& sums) {
    nlohmann::json out = nlohmann::json::object();
    for (const auto& [name, sum] : sums)
        out[name] = {sum.points, sum.possible};
    return out.dump();
}

}  // namespace

std::string Store::begin(const journal::Head& head,
                         const std::vector<std::pair<journal::ContactId, std::string>>& keys) {
    impl_->demand_writable();
    journal::Head kept = head;
    if (kept.attempt.empty()) kept.attempt = new_uuid();
    if (!is_uuid(kept.attempt)) throw std::logic_error("an attempt is named by a UUID");
    kept.station = impl_->station;
    if (kept.program.empty()) kept.program = SHIFT311_VERSION;
    if (kept.began.empty()) kept.began = utc_now();
    impl_->guarded([&] {
        AllOrNone bracket(*impl_->db, *impl_->begin_all, *impl_->commit_all);
        const Person person = impl_->make_person(kept.trainee);
        kept.trainee = person.name;
        SQLite::Statement add(*impl_->db,
                              "INSERT INTO attempt (id, person, station, shift, title, level, began, head) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, kept.attempt);
        add.bind(2, person.id);
        add.bind(3, kept.station);
        add.bind(4, kept.shift);
        add.bind(5, kept.title);
        add.bind(6, kept.level);
        add.bind(7, kept.began);
        add.bind(8, journal::to_json(kept));
        add.exec();
        for (const auto& [contact, key] : keys) {
            impl_->put_key(kept.attempt, contact, scoring::key_from_json(key).script, key);
        }
        bracket.commit();
    });
    impl_->writing = Impl::Writing{kept.attempt, 0, 0};
    return kept.attempt;
}

void Store::Impl::put_key(std::string_view attempt, journal::ContactId contact, std::string_view script,
                          std::string_view key) {
    SQLite::Statement known(*db, "SELECT script, key FROM answer_key WHERE attempt = ? AND contact = ?");
    known.bind(1, std::string(attempt));
    known.bind(2, contact);
    if (known.executeStep()) {
        if (known.getColumn(0).getString() == script && known.getColumn(1).getString() == key) return;
        throw std::logic_error("contact " + std::to_string(contact) + " has another answer key already");
    }
    SQLite::Statement add(*db, "INSERT INTO answer_key (attempt, contact, script, key) VALUES (?, ?, ?, ?)");
    add.bind(1, std::string(attempt));
    add.bind(2, contact);
    add.bind(3, std::string(script));
    add.bind(4, std::string(key));
    add.exec();
}

void Store::add_key(std::string_view attempt, journal::ContactId contact, std::string_view script,
                    std::string_view key_json) {
    impl_->demand_writable();
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        impl_->put_key(attempt, contact, script, key_json);
    });
}

bool Store::Impl::ended(std::string_view attempt) const {
    SQLite::Statement read(*db, "SELECT 1 FROM ending WHERE attempt = ?");
    read.bind(1, std::string(attempt));
    return read.executeStep();
}

Store::Impl::Writing& Store::Impl::writing_on(std::string_view attempt) {
    if (writing && writing->attempt == attempt) return *writing;
    demand_attempt(attempt);
    if (ended(attempt)) throw std::logic_error("attempt " + std::string(attempt) + " is finished and takes no event");
    Writing found{std::string(attempt), 0, 0};
    SQLite::Statement last(*db, "SELECT seq, event FROM event WHERE attempt = ? ORDER BY seq DESC LIMIT 1");
    last.bind(1, found.attempt);
    if (last.executeStep()) {
        const journal::Event event = journal::event_from_json(last.getColumn(1).getString());
        found.last = last.getColumn(0).getUInt();
        found.at = event.at;
    }
    writing = std::move(found);
    return *writing;
}

void Store::append(std::string_view attempt, std::span<const journal::Event> events) {
    impl_->demand_writable();
    if (events.empty()) return;
    impl_->guarded([&] {
        Impl::Writing& at = impl_->writing_on(attempt);
        journal::Seq last = at.last;
        journal::Millis when = at.at;
        for (const journal::Event& event : events) {
            if (event.seq != last + 1 || event.at < when) {
                throw std::logic_error("event " + std::to_string(event.seq) + " does not follow event " +
                                       std::to_string(last));
            }
            last = event.seq;
            when = event.at;
        }
        SQLite::Statement& insert = *impl_->insert_event;
        const auto write = [&](const journal::Event& event) {
            const std::string line = journal::to_json(event);
            Use use(insert);
            insert.bindNoCopy(1, at.attempt);
            insert.bind(2, event.seq);
            insert.bindNoCopy(3, line);
            insert.exec();
        };
        if (events.size() == 1) {
            write(events.front());  // one row commits by itself
        } else {
            AllOrNone bracket(*impl_->db, *impl_->begin_all, *impl_->commit_all);
            for (const journal::Event& event : events)
                write(event);
            bracket.commit();
        }
        at.last = last;
        at.at = when;
    });
}

void Store::finish(std::string_view attempt, std::string_view why) {
    impl_->demand_writable();
    if (why != "finished" && why != "quit" && why != "set_aside") {
        throw std::logic_error("an attempt ends as finished, quit or set_aside");
    }
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        SQLite::Statement add(*impl_->db, "INSERT OR IGNORE INTO ending (attempt, why, at) VALUES (?, ?, ?)");
        add.bind(1, std::string(attempt));
        add.bind(2, std::string(why));
        add.bind(3, utc_now());
        add.exec();
        impl_->writing.reset();
    });
}

void Store::add_scorecard(std::string_view attempt, journal::ContactId contact, const scoring::Scorecard& card) {
    impl_->demand_writable();
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        SQLite::Statement add(
            *impl_->db,
            "INSERT INTO scorecard (attempt, contact, number, made, rubric, program, through, points, possible, "
            "passed, "
            "critical, competencies, card) VALUES (?1, ?2, "
            "(SELECT coalesce(max(number), 0) + 1 FROM scorecard WHERE attempt = ?1 AND contact = ?2), ?3, ?4, ?5, "
            "(SELECT coalesce(max(seq), 0) FROM event WHERE attempt = ?1), ?6, ?7, ?8, ?9, ?10, ?11)");
        add.bind(1, std::string(attempt));
        add.bind(2, contact);
        add.bind(3, utc_now());
        add.bind(4, card.rubric);
        add.bind(5, SHIFT311_VERSION);
        add.bind(6, card.points);
        add.bind(7, card.possible);
        add.bind(8, card.passed ? 1 : 0);
        add.bind(9, static_cast<std::int64_t>(card.critical.size()));
        add.bind(10, sums_json(card.competencies));
        add.bind(11, scoring::to_json(card));
        add.exec();
    });
}

}  // namespace shift311::records
