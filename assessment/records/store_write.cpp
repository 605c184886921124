#include "assessment/journal/codec.hpp"
#include "assessment/records/fact.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/records/uuid.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace shift311::records {
namespace {

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
        AllOrNone bracket(*impl_);
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
        impl_->chain("attempt", kept.attempt);
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
    chain("answer_key", std::string(attempt) + "/" + std::to_string(contact));
}

void Store::add_key(std::string_view attempt, journal::ContactId contact, std::string_view script,
                    std::string_view key_json) {
    impl_->demand_writable();
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        AllOrNone bracket(*impl_);
        impl_->put_key(attempt, contact, script, key_json);
        bracket.commit();
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
        AllOrNone bracket(*impl_);
        for (const journal::Event& event : events) {
            const std::string line = journal::to_json(event);
            {
                const Use use(insert);
                insert.bindNoCopy(1, at.attempt);
                insert.bind(2, event.seq);
                insert.bindNoCopy(3, line);
                insert.exec();
            }
            impl_->chain("event", at.attempt + "/" + std::to_string(event.seq),
                         RowBytes("event").text(at.attempt).number(event.seq).text(line).digest());
        }
        bracket.commit();
        at.last = last;
        at.at = when;
    });
}

void Store::finish(std::string_view attempt, std::string_view why, std::string_view at) {
    impl_->demand_writable();
    if (why != "finished" && why != "quit" && why != "set_aside") {
        throw std::logic_error("an attempt ends as finished, quit or set_aside");
    }
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        AllOrNone bracket(*impl_);
        SQLite::Statement add(*impl_->db, "INSERT OR IGNORE INTO ending (attempt, why, at) VALUES (?, ?, ?)");
        add.bind(1, std::string(attempt));
        add.bind(2, std::string(why));
        add.bind(3, at.empty() ? utc_now() : std::string(at));
        if (add.exec() > 0) {
            impl_->chain("ending", std::string(attempt));
            end_facts(*impl_->db, std::string(attempt));
        }
        bracket.commit();
        impl_->writing.reset();
    });
}

void Store::add_scorecard(std::string_view attempt, journal::ContactId contact, const scoring::Scorecard& card) {
    impl_->demand_writable();
    impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        AllOrNone bracket(*impl_);
        SQLite::Statement add(
            *impl_->db,
            "INSERT INTO scorecard (attempt, contact, number, made, rubric, program, through, points, possible, "
            "passed, "
            "critical, competencies, card) VALUES (?1, ?2, "
            "?12, ?3, ?4, ?5, "
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
        SQLite::Statement last(*impl_->db,
                               "SELECT coalesce(max(number), 0) FROM scorecard WHERE attempt = ? AND contact = ?");
        last.bind(1, std::string(attempt));
        last.bind(2, contact);
        last.executeStep();
        const int number = last.getColumn(0).getInt() + 1;
        last.reset();
        add.bind(12, number);
        add.exec();
        impl_->chain("scorecard", std::string(attempt) + "/" + std::to_string(contact) + "/" + std::to_string(number));
        draw_fact(*impl_->db, std::string(attempt), contact);
        bracket.commit();
    });
}

}  // namespace shift311::records
