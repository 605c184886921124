#include "assessment/journal/codec.hpp"
#include "assessment/records/chain_check.hpp"
#include "assessment/records/fact.hpp"
#include "assessment/records/seal.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/drill.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <tuple>

namespace shift311::records {
namespace {

using Faults = std::vector<std::string>;

struct Attempt {
    SQLite::Database& db;
    const std::string& id;
    Faults& faults;

    Proof* proof = nullptr;  ///< where what is no fault is counted; null: nowhere

    void fault(const std::string& what) const { faults.push_back(attempt_words(db, id) + ": " + what); }
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

/// The rules that a scorecard names: kept in the file, or this program's own. None when it has neither.
std::optional<scoring::Rubric> rubric_of(const Attempt& attempt, const scoring::Scorecard& card) {
    const scoring::Rubric built_in;
    if (card.rubric_hash == built_in.hash && card.rubric == built_in.version) return built_in;
    if (card.rubric_hash.empty()) return std::nullopt;
    SQLite::Statement read(attempt.db, "SELECT body FROM rule WHERE hash = ? AND kind = 'rubric'");
    read.bind(1, card.rubric_hash);
    if (!read.executeStep()) return std::nullopt;
    try {
        scoring::Rubric rubric = scoring::rubric_from_json(read.getColumn(0).getString());
        rubric.hash = card.rubric_hash;
        return rubric;
    } catch (const std::runtime_error& bad) {
        attempt.fault("the kept rules " + short_id(card.rubric_hash) + " cannot be read: " + bad.what());
        return std::nullopt;
    }
}

/// The same result, whatever the words: a later version of the program may explain a point better.
bool same_result(const scoring::Scorecard& one, const scoring::Scorecard& other) {
    const auto sums = [](const scoring::Scorecard& card) {
        std::vector<std::tuple<std::string, scoring::Points, scoring::Points>> out;
        for (const auto& [name, sum] : card.competencies)
            out.emplace_back(name, sum.points, sum.possible);
        for (const scoring::Finding& finding : card.findings)
            out.emplace_back(finding.criterion, finding.points, finding.possible);
        return out;
    };
    return one.passed == other.passed && one.points == other.points && one.possible == other.possible &&
           one.critical.size() == other.critical.size() && sums(one) == sums(other);
}

scoring::Scorecard judged_again(const scoring::AnswerKey& key, const journal::Journal& journal,
                                journal::ContactId contact, const scoring::Rubric& rubric,
                                const scoring::Scorecard& card) {
    return scoring::is_drill(key.script) ? scoring::judge_drill(key, journal, contact, rubric)
                                         : scoring::assess(key, journal, contact, rubric, card.spelling);
}

void check_cards(const Attempt& attempt, const journal::Journal& whole,
                 const std::map<journal::ContactId, scoring::AnswerKey>& keys) {
    std::map<journal::ContactId, int> numbers;
    SQLite::Statement row(
        attempt.db,
        "SELECT contact, number, rubric, through, points, possible, passed, critical, competencies, card, program "
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
        const auto rubric = rubric_of(attempt, card);
        if (!rubric) {
            if (attempt.proof != nullptr) ++attempt.proof->not_judged_again;
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
        const scoring::Scorecard again = judged_again(key->second, judged, contact, *rubric, card);
        if (scoring::to_json(again) == line) continue;
        const std::string program = row.getColumn(10).getString();
        if (program == SHIFT311_VERSION) {
            attempt.fault(of + " does not come out the same when the journal is judged again.");
        } else if (!same_result(again, card)) {
            attempt.fault(of + ", judged by shift311 " + program + ", does not come out the same when shift311 " +
                          SHIFT311_VERSION + " judges the journal again; verify with shift311 " + program +
                          " to see whether it was changed.");
        } else if (attempt.proof != nullptr) {
            ++attempt.proof->worded_otherwise[program];
        }
    }
}

}  // namespace

namespace {

void check_one(SQLite::Database& db, const std::string& id, Faults& faults, Proof* proof) {
    const Attempt it{db, id, faults, proof};
    journal::Journal whole;
    whole.head = check_head(it);
    whole.events = check_events(it);
    check_cards(it, whole, check_keys(it));
    for (const journal::ContactId contact : wrong_facts(db, id))
        it.fault("the summary of contact " + std::to_string(contact) + " does not say what its scorecard says.");
}

void check_file(SQLite::Database& db, const std::string& path, Faults& faults) {
    SQLite::Statement integrity(db, "PRAGMA integrity_check(20)");
    while (integrity.executeStep()) {
        const std::string said = complaint_in(integrity.getColumn(0).getString());
        if (!said.empty()) faults.push_back("The file " + path + " is damaged: " + said + ".");
    }
    SQLite::Statement dangling(db, "PRAGMA foreign_key_check");
    while (dangling.executeStep()) {
        faults.push_back("A row of table " + dangling.getColumn(0).getString() + " belongs to no " +
                         dangling.getColumn(2).getString() + ".");
    }
    for (std::string& fault : schema_faults(db))
        faults.push_back(std::move(fault));
}

void check_seal(SQLite::Database& db, const std::string& path, bool ours, Proof& proof) {
    const auto seal = read_seal(path);
    if (!seal)
        proof.faults.push_back("There is no seal beside " + path +
                               "; where the file was copied from, copy the seal too (" + seal_path(path) + ").");
    else if (seal->state == Seal::State::open || seal->state == Seal::State::log)
        proof.notes.push_back(
            ours ? "The file is open; it is sealed as a whole when it is closed."
                 : "A desk has the file open, or was stopped without closing it; the chain below holds all the same.");
    else if (const std::string fault = broken(*seal, path); !fault.empty())
        proof.faults.push_back(fault);
    SQLite::Statement read(db, "SELECT at, body ->> '$.found' FROM entry WHERE kind = 'seal' ORDER BY at, number");
    while (read.executeStep())
        proof.notes.push_back("Noted when the file was opened on " + read.getColumn(0).getString() + ": " +
                              read.getColumn(1).getString());
}

/// A part of the proof that cannot be finished is itself a fault, and the rest goes on.
template <class Part>
void attempt_part(Faults& faults, const std::string& what, Part&& part) {
    try {
        part();
    } catch (const std::exception& error) {
        faults.push_back(what + " cannot be read to the end (" + error.what() + ").");
    }
}

}  // namespace

std::vector<std::string> Store::check(std::string_view attempt) const {
    return impl_->guarded([&] {
        impl_->demand_attempt(attempt);
        Faults faults;
        check_one(*impl_->db, std::string(attempt), faults, nullptr);
        return faults;
    });
}

std::vector<std::string> Store::check_all() const {
    return prove().faults;
}

Proof Store::prove() const {
    Proof proof;
    SQLite::Database& db = *impl_->db;
    attempt_part(proof.faults, "The seal", [&] { check_seal(db, impl_->path, impl_->writable, proof); });
    attempt_part(proof.faults, "The file " + impl_->path, [&] { check_file(db, impl_->path, proof.faults); });
    attempt_part(proof.faults, "The chain", [&] {
        for (std::string& fault : chain_faults(db, proof.records))
            proof.faults.push_back(std::move(fault));
        proof.head = impl_->head();
    });
    std::vector<std::string> ids;
    attempt_part(proof.faults, "The list of attempts", [&] {
        SQLite::Statement read(db, "SELECT id FROM attempt ORDER BY began, rowid");
        while (read.executeStep())
            ids.push_back(read.getColumn(0).getString());
    });
    for (const std::string& id : ids) {
        ++proof.attempts;
        try {
            check_one(db, id, proof.faults, &proof);
        } catch (const std::exception& error) {
            ++proof.set_aside;
            proof.faults.push_back(attempt_words(db, id) + " cannot be read and was set aside (" + error.what() + ").");
        }
    }
    return proof;
}

}  // namespace shift311::records
