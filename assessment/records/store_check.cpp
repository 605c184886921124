#include "assessment/journal/codec.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/scoring/assess.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

namespace shift311::records {
namespace {

using Faults = std::vector<std::string>;

struct Attempt {
    SQLite::Database& db;
    const std::string& id;
    Faults& faults;

    void fault(const std::string& what) const { faults.push_back("Attempt " + short_id(id) + ": " + what); }
};

journal::Head check_head(const Attempt& attempt) {
    journal::Head head;
    SQLite::Statement row(attempt.db,
                          "SELECT attempt.head, station, shift, title, level, began, person.name FROM attempt "
                          "LEFT JOIN person ON person.id = attempt.person WHERE attempt.id = ?");
    row.bind(1, attempt.id);
    if (!row.executeStep()) return head;
    const std::string line = row.getColumn(0).getString();
    try {
        head = journal::head_from_json(line);
    } catch (const journal::BadJournal& bad) {
        attempt.fault(std::string("the head of the journal cannot be read: ") + bad.what());
        return head;
    }
    if (journal::to_json(head) != line)
        attempt.fault("the head of the journal is not written the way shift311 writes it.");
    const bool same = head.attempt == attempt.id && head.station == row.getColumn(1).getString() &&
                      head.shift == row.getColumn(2).getString() && head.title == row.getColumn(3).getString() &&
                      head.level == row.getColumn(4).getInt() && head.began == row.getColumn(5).getString() &&
                      head.trainee == row.getColumn(6).getString();
    if (!same) attempt.fault("the list of attempts says something else than the head of the journal.");
    return head;
}

/// The events up to the first that is wrong.
std::vector<journal::Event> check_events(const Attempt& attempt) {
    std::vector<journal::Event> events;
    SQLite::Statement row(attempt.db, "SELECT seq, event FROM event WHERE attempt = ? ORDER BY seq");
    row.bind(1, attempt.id);
    while (row.executeStep()) {
        const auto seq = row.getColumn(0).getInt64();
        const std::string line = row.getColumn(1).getString();
        const auto due = static_cast<std::int64_t>(events.size()) + 1;
        if (seq != due) {
            attempt.fault("event " + std::to_string(due) + " is missing; the next one is " + std::to_string(seq) + ".");
            break;
        }
        journal::Event event;
        try {
            event = journal::event_from_json(line);
        } catch (const journal::BadJournal& bad) {
            attempt.fault("event " + std::to_string(seq) + " cannot be read: " + bad.what());
            break;
        }
        if (event.seq != seq) {
            attempt.fault("event " + std::to_string(seq) + " calls itself " + std::to_string(event.seq) + ".");
            break;
        }
        if (!events.empty() && event.at < events.back().at) {
            attempt.fault("event " + std::to_string(seq) + " is dated before the event that it follows.");
        }
        if (journal::to_json(event) != line) {
            attempt.fault("event " + std::to_string(seq) + " is not written the way shift311 writes it.");
        }
        events.push_back(std::move(event));
    }
    return events;
}

std::map<journal::ContactId, scoring::AnswerKey> check_keys(const Attempt& attempt) {
    std::map<journal::ContactId, scoring::AnswerKey> keys;
    SQLite::Statement row(attempt.db, "SELECT contact, script, key FROM answer_key WHERE attempt = ? ORDER BY contact");
    row.bind(1, attempt.id);
    while (row.executeStep()) {
        const journal::ContactId contact = row.getColumn(0).getUInt();
        const std::string of = "the answer key of contact " + std::to_string(contact);
        const std::string line = row.getColumn(2).getString();
        try {
            auto key = scoring::key_from_json(line);
            if (scoring::to_json(key) != line) attempt.fault(of + " is not written the way shift311 writes it.");
            if (key.script != row.getColumn(1).getString()) attempt.fault(of + " belongs to another script.");
            keys.emplace(contact, std::move(key));
        } catch (const std::runtime_error& bad) {
            attempt.fault(of + " cannot be read: " + bad.what());
        }
    }
    return keys;
}

bool columns_agree(SQLite::Statement& row, const scoring::Scorecard& card) {
    nlohmann::json sums = nlohmann::json::object();
    for (const auto& [name, sum] : card.competencies)
        sums[name] = {sum.points, sum.possible};
    return row.getColumn(2).getString() == card.rubric && row.getColumn(4).getInt64() == card.points &&
           row.getColumn(5).getInt64() == card.possible && (row.getColumn(6).getInt() != 0) == card.passed &&
           row.getColumn(7).getInt64() == static_cast<std::int64_t>(card.critical.size()) &&
           row.getColumn(8).getString() == sums.dump();
}

void check_cards(const Attempt& attempt, const journal::Journal& whole,
                 const std::map<journal::ContactId, scoring::AnswerKey>& keys) {
    const scoring::Rubric rubric;
    std::map<journal::ContactId, int> numbers;
    SQLite::Statement row(
        attempt.db,
        "SELECT contact, number, rubric, through, points, possible, passed, critical, competencies, card "
        "FROM scorecard WHERE attempt = ? ORDER BY contact, number");
    row.bind(1, attempt.id);
    while (row.executeStep()) {
        const journal::ContactId contact = row.getColumn(0).getUInt();
        const int number = row.getColumn(1).getInt();
        const std::string of = "scorecard " + std::to_string(number) + " of contact " + std::to_string(contact);
        if (number != ++numbers[contact]) attempt.fault(of + " follows one that is missing.");
        const std::string line = row.getColumn(9).getString();
        scoring::Scorecard card;
        try {
            card = scoring::card_from_json(line);
        } catch (const std::runtime_error& bad) {
            attempt.fault(of + " cannot be read: " + bad.what());
            continue;
        }
        if (!columns_agree(row, card)) attempt.fault(of + " does not agree with its own sums.");
        const auto key = keys.find(contact);
        if (key == keys.end()) {
            attempt.fault(of + " has no answer key that could be read.");
            continue;
        }
        if (card.rubric != rubric.version) {
            attempt.fault(of + " was judged by the rules \"" + card.rubric +
                          "\", which this shift311 does not have (it has \"" + rubric.version + "\").");
            continue;
        }
        const std::size_t through = row.getColumn(3).getUInt();
        if (through > whole.events.size()) {
            attempt.fault(of + " judged " + std::to_string(through) + " events, but only " +
                          std::to_string(whole.events.size()) + " can be read.");
            continue;
        }
        journal::Journal judged{whole.head,
                                {whole.events.begin(), whole.events.begin() + static_cast<std::ptrdiff_t>(through)}};
        if (scoring::to_json(scoring::assess(key->second, judged, contact, rubric)) != line) {
            attempt.fault(of + " does not come out the same when the journal is judged again.");
        }
    }
}

}  // namespace

std::vector<std::string> Store::check(std::string_view attempt) const {
    return impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        Faults faults;
        const std::string id(attempt);
        const Attempt it{*impl_->db, id, faults};
        journal::Journal whole;
        whole.head = check_head(it);
        whole.events = check_events(it);
        check_cards(it, whole, check_keys(it));
        return faults;
    });
}

std::vector<std::string> Store::check_all() const {
    return impl_->guarded([&] {
        Faults faults;
        SQLite::Statement integrity(*impl_->db, "PRAGMA integrity_check(20)");
        while (integrity.executeStep()) {
            const std::string said = complaint_in(integrity.getColumn(0).getString());
            if (!said.empty()) faults.push_back("The file " + impl_->path + " is damaged: " + said + ".");
        }
        SQLite::Statement dangling(*impl_->db, "PRAGMA foreign_key_check");
        while (dangling.executeStep()) {
            faults.push_back("A row of table " + dangling.getColumn(0).getString() + " belongs to no " +
                             dangling.getColumn(2).getString() + ".");
        }
        std::vector<std::string> ids;
        SQLite::Statement read(*impl_->db, "SELECT id FROM attempt ORDER BY began, rowid");
        while (read.executeStep())
            ids.push_back(read.getColumn(0).getString());
        for (const std::string& id : ids) {
            for (std::string& fault : check(id))
                faults.push_back(std::move(fault));
        }
        return faults;
    });
}

}  // namespace shift311::records
