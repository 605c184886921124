#include "assessment/journal/codec.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace shift311::records {
namespace {

std::string not_readable(const std::string& attempt, const std::string& why) {
    return "attempt " + short_id(attempt) + " cannot be read: " + why;
}

void add_sums(std::map<std::string, scoring::Scorecard::Sum>& sums, const std::string& json) {
    const auto parsed = nlohmann::json::parse(json);
    for (const auto& [name, pair] : parsed.items()) {
        sums[name].points += pair.at(0).get<scoring::Points>();
        sums[name].possible += pair.at(1).get<scoring::Points>();
    }
}

constexpr const char* kAttemptColumns =
    "SELECT attempt.id, person.id, person.name, attempt.head, ending.why, ending.at, "
    "(SELECT count(*) FROM answer_key WHERE attempt = attempt.id) "
    "FROM attempt JOIN person ON person.id = attempt.person LEFT JOIN ending ON ending.attempt = attempt.id ";

AttemptRow attempt_of(SQLite::Statement& row, const std::string& path) {
    AttemptRow out;
    out.id = row.getColumn(0).getString();
    out.person = row.getColumn(1).getString();
    out.trainee = row.getColumn(2).getString();
    try {
        const journal::Head head = journal::head_from_json(row.getColumn(3).getString());
        out.station = head.station;
        out.shift = head.shift;
        out.title = head.title;
        out.city = head.city;
        out.program = head.program;
        out.level = head.level;
        out.seed = head.seed;
        out.began = head.began;
    } catch (const journal::BadJournal& bad) {
        throw damaged(path, not_readable(out.id, bad.what()));
    }
    out.why = row.getColumn(4).getString();
    out.ended = row.getColumn(5).getString();
    out.contacts = row.getColumn(6).getInt();
    return out;
}

void add_scores(AttemptRow& out, SQLite::Statement& scores, const std::string& path) {
    scores.bind(1, out.id);
    while (scores.executeStep()) {
        ++out.scored;
        out.points += scores.getColumn(0).getInt64();
        out.possible += scores.getColumn(1).getInt64();
        out.contacts_passed += scores.getColumn(2).getInt();
        out.critical += scores.getColumn(3).getInt();
        try {
            add_sums(out.competencies, scores.getColumn(4).getString());
        } catch (const nlohmann::json::exception& bad) {
            throw damaged(path, not_readable(out.id, bad.what()));
        }
    }
    scores.reset();
}

constexpr const char* kScores =
    "SELECT points, possible, passed, critical, competencies FROM newest_scorecard WHERE attempt = ? ORDER BY contact";

}  // namespace

void Store::Impl::demand_attempt(std::string_view attempt) const {
    SQLite::Statement find(*db, "SELECT 1 FROM attempt WHERE id = ?");
    find.bind(1, std::string(attempt));
    if (!find.executeStep()) throw NotFound("There is no attempt " + std::string(attempt) + " in " + path + ".");
}

SQLite::Statement& Store::Impl::kept(std::unique_ptr<SQLite::Statement>& place, const char* sql) const {
    if (!place) place = std::make_unique<SQLite::Statement>(*db, sql);
    return *place;
}

std::string Store::attempt_named(std::string_view prefix) const {
    std::string lower;
    for (const char c : prefix)
        lower += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool sound =
        !lower.empty() && lower.size() <= 36 && lower.find_first_not_of("0123456789abcdef-") == std::string::npos;
    return impl_->guarded([&] {
        std::vector<std::string> found;
        if (sound) {
            SQLite::Statement find(*impl_->db,
                                   "SELECT id FROM attempt WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 4");
            find.bind(1, lower);
            while (find.executeStep())
                found.push_back(find.getColumn(0).getString());
        }
        if (found.size() == 1) return found.front();
        if (found.empty()) {
            throw NotFound("There is no attempt \"" + std::string(prefix) + "\" in " + impl_->path +
                           "; report trainee NAME lists the attempts of a trainee.");
        }
        std::string list;
        for (std::size_t i = 0; i < found.size() && i < 3; ++i)
            list += (i ? ", " : "") + found[i].substr(0, 13);
        throw NotFound("More than one attempt begins with \"" + std::string(prefix) + "\" (" + list +
                       (found.size() > 3 ? " and more" : "") + "); give more of it.");
    });
}

std::vector<OpenAttempt> Store::open_attempts(std::string_view trainee) const {
    return impl_->guarded([&] {
        std::string sql = kAttemptColumns;
        sql += "WHERE ending.attempt IS NULL ";
        if (!trainee.empty()) sql += "AND person.name_key = ?1 ";
        sql += "ORDER BY attempt.began DESC, attempt.rowid DESC";
        SQLite::Statement read(*impl_->db, sql);
        if (!trainee.empty()) read.bind(1, name_key(trainee));
        SQLite::Statement last(*impl_->db, "SELECT seq, event FROM event WHERE attempt = ? ORDER BY seq DESC LIMIT 1");
        std::vector<OpenAttempt> out;
        while (read.executeStep()) {
            const AttemptRow row = attempt_of(read, impl_->path);
            OpenAttempt open{row.id, row.trainee, row.shift, row.title, row.level, row.seed, row.began, 0, 0};
            last.bind(1, row.id);
            if (last.executeStep()) {
                open.events = last.getColumn(0).getUInt();
                try {
                    open.at = journal::event_from_json(last.getColumn(1).getString()).at;
                } catch (const journal::BadJournal& bad) {
                    throw damaged(impl_->path, not_readable(row.id, bad.what()));
                }
            }
            last.reset();
            out.push_back(std::move(open));
        }
        return out;
    });
}

std::optional<OpenAttempt> Store::interrupted(std::string_view trainee) const {
    auto all = open_attempts(trainee);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
}

AttemptRow Store::attempt(std::string_view attempt) const {
    return impl_->guarded([&] {
        SQLite::Statement read(*impl_->db, std::string(kAttemptColumns) + "WHERE attempt.id = ?");
        read.bind(1, std::string(attempt));
        if (!read.executeStep()) impl_->demand_attempt(attempt);
        AttemptRow out = attempt_of(read, impl_->path);
        SQLite::Statement scores(*impl_->db, kScores);
        add_scores(out, scores, impl_->path);
        return out;
    });
}

std::vector<AttemptRow> Store::attempts(std::string_view trainee) const {
    return impl_->guarded([&] {
        std::string sql = kAttemptColumns;
        if (!trainee.empty()) sql += "WHERE person.name_key = ?1 ";
        sql += "ORDER BY attempt.began, attempt.rowid";
        SQLite::Statement read(*impl_->db, sql);
        if (!trainee.empty()) read.bind(1, name_key(trainee));
        SQLite::Statement scores(*impl_->db, kScores);
        std::vector<AttemptRow> out;
        while (read.executeStep()) {
            out.push_back(attempt_of(read, impl_->path));
            add_scores(out.back(), scores, impl_->path);
        }
        return out;
    });
}

namespace {

/// Rows of one table in the order of their attempts, read along with others in the same order.
class Along {
  public:
    Along(SQLite::Database& db, const char* sql) : read_(db, sql) { step(); }

    /// Lets `take` see every row of this attempt; attempts are asked for in ascending order.
    template <class Take>
    void rows_of(std::string_view attempt, Take&& take) {
        for (; there_ && text(0) < attempt; step()) {
        }
        for (; there_ && text(0) == attempt; step())
            take(*this);
    }
    std::string_view text(int column) {
        const SQLite::Column value = read_.getColumn(column);
        const char* const begin = value.getText();  // before its length is asked for
        return {begin, static_cast<std::size_t>(value.getBytes())};
    }
    std::int64_t number(int column) { return read_.getColumn(column).getInt64(); }

  private:
    void step() { there_ = read_.executeStep(); }
    SQLite::Statement read_;
    bool there_ = false;
};

}  // namespace

std::vector<Tally> Store::tallies() const {
    return impl_->guarded([&] {
        std::vector<Tally> out;
        std::map<std::string, std::size_t, std::less<>> places;
        SQLite::Statement people(*impl_->db, "SELECT id, name, added FROM person ORDER BY name_key, added, id");
        while (people.executeStep()) {
            Tally tally;
            tally.person = {people.getColumn(0).getString(), people.getColumn(1).getString(),
                            people.getColumn(2).getString()};
            places.emplace(tally.person.id, out.size());
            out.push_back(std::move(tally));
        }
        // The same rules as AttemptRow::counts and passed, from columns, so that a cohort does not open every journal.
        // Four tables read side by side: joined in SQL they take twice as long.
        const SQLite::Transaction at_once(*impl_->db);
        Along cards(*impl_->db,
                    "SELECT attempt, max(number), points, possible, passed, critical FROM scorecard "
                    "GROUP BY attempt, contact ORDER BY attempt, contact");
        Along keys(*impl_->db, "SELECT attempt FROM answer_key ORDER BY attempt, contact");
        Along endings(*impl_->db, "SELECT attempt, why FROM ending ORDER BY attempt");
        SQLite::Statement attempts(*impl_->db, "SELECT id, person, began FROM attempt ORDER BY id");
        while (attempts.executeStep()) {
            const std::string id = attempts.getColumn(0).getString();
            const auto place = places.find(attempts.getColumn(1).getText());
            if (place == places.end()) continue;
            Tally& tally = out[place->second];
            ++tally.attempts;
            tally.last = std::max(tally.last, attempts.getColumn(2).getString());
            std::int64_t judged = 0, clean = 0, critical = 0, due = 0;
            scoring::Points points = 0, possible = 0;
            cards.rows_of(id, [&](Along& card) {
                ++judged;
                points += card.number(2);
                possible += card.number(3);
                clean += card.number(4);
                critical += card.number(5);
            });
            keys.rows_of(id, [&](Along&) { ++due; });
            bool ended = false;
            endings.rows_of(id, [&](Along& ending) { ended = ending.text(1) != "set_aside"; });
            if (!ended || possible <= 0) continue;
            ++tally.counted;
            tally.passed += judged >= due && clean == judged && critical == 0 ? 1 : 0;
            tally.points += points;
            tally.possible += possible;
            tally.critical += static_cast<int>(critical);
        }
        return out;
    });
}

journal::Journal Store::Impl::journal(std::string_view attempt) const {
    const std::string id(attempt);
    journal::Journal out;
    try {
        SQLite::Statement& head = kept(read_head, "SELECT head FROM attempt WHERE id = ?");
        const Use of_head(head);
        head.bind(1, id);
        if (!head.executeStep()) demand_attempt(attempt);
        out.head = journal::head_from_json(head.getColumn(0).getString());
        SQLite::Statement& read = kept(read_events, "SELECT seq, event FROM event WHERE attempt = ? ORDER BY seq");
        const Use of_events(read);
        read.bind(1, id);
        while (read.executeStep()) {
            out.events.push_back(journal::event_from_json(read.getColumn(1).getString()));
            const journal::Event& event = out.events.back();
            const bool in_turn = event.seq == out.events.size() && event.seq == read.getColumn(0).getUInt();
            if (!in_turn || (event.seq > 1 && event.at < out.events[event.seq - 2].at)) {
                throw journal::BadJournal("event " + std::to_string(out.events.size()) + " is missing or out of turn");
            }
        }
    } catch (const journal::BadJournal& bad) {
        throw damaged(path, not_readable(std::string(attempt), bad.what()));
    }
    return out;
}

journal::Journal Store::journal(std::string_view attempt) const {
    return impl_->guarded([&] { return impl_->journal(attempt); });
}

journal::Millis Store::length(std::string_view attempt) const {
    return impl_->guarded([&]() -> journal::Millis {
        SQLite::Statement read(*impl_->db, "SELECT event FROM event WHERE attempt = ? ORDER BY seq DESC LIMIT 1");
        read.bind(1, std::string(attempt));
        if (!read.executeStep()) return 0;
        try {
            return journal::event_from_json(read.getColumn(0).getString()).at;
        } catch (const journal::BadJournal& bad) {
            throw damaged(impl_->path, not_readable(std::string(attempt), bad.what()));
        }
    });
}

std::map<journal::ContactId, std::string> Store::Impl::keys(std::string_view attempt) const {
    std::map<journal::ContactId, std::string> out;
    SQLite::Statement& read = kept(read_keys, "SELECT contact, key FROM answer_key WHERE attempt = ? ORDER BY contact");
    const Use of_keys(read);
    read.bind(1, std::string(attempt));
    while (read.executeStep())
        out.emplace(read.getColumn(0).getUInt(), read.getColumn(1).getString());
    return out;
}

std::map<journal::ContactId, std::string> Store::keys(std::string_view attempt) const {
    return impl_->guarded([&] { return impl_->keys(attempt); });
}

namespace {

std::vector<StoredCard> cards_from(SQLite::Database& db, const char* table, std::string_view attempt,
                                   const std::string& path) {
    SQLite::Statement read(db, std::string("SELECT contact, number, made, rubric, program, through, card FROM ") +
                                   table + " WHERE attempt = ? ORDER BY contact, number");
    read.bind(1, std::string(attempt));
    std::vector<StoredCard> out;
    while (read.executeStep()) {
        StoredCard card;
        card.contact = read.getColumn(0).getUInt();
        card.number = read.getColumn(1).getInt();
        card.made = read.getColumn(2).getString();
        card.rubric = read.getColumn(3).getString();
        card.program = read.getColumn(4).getString();
        card.through = read.getColumn(5).getUInt();
        try {
            card.card = scoring::card_from_json(read.getColumn(6).getString());
        } catch (const std::runtime_error& bad) {
            throw damaged(path, not_readable(std::string(attempt), bad.what()));
        }
        out.push_back(std::move(card));
    }
    return out;
}

}  // namespace

std::vector<StoredCard> Store::scorecards(std::string_view attempt) const {
    return impl_->guarded([&] { return cards_from(*impl_->db, "newest_scorecard", attempt, impl_->path); });
}

std::vector<StoredCard> Store::all_scorecards(std::string_view attempt) const {
    return impl_->guarded([&] { return cards_from(*impl_->db, "scorecard", attempt, impl_->path); });
}

}  // namespace shift311::records
