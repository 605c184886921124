#include "assessment/records/fact.hpp"

#include "assessment/journal/codec.hpp"
#include "assessment/records/digest.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <charconv>
#include <optional>
#include <stdexcept>

namespace shift311::records {
namespace {

enum Flag : int { kHeld = 1, kMissed = 2, kFalseTransfer = 4, kInTime = 8 };

/// Every column of the table, in its order.
struct Row {
    std::string person, began, attempt;
    std::int64_t contact = 0;
    std::string ended, purpose, form, script, title, family;
    std::int64_t level = 1;
    std::string duties;
    std::int64_t points = 0, possible = 0, passed = 0, emergency = 0;
    std::string critical, competencies, findings, hash, rubric;

    template <class Each>
    void each(Each&& take) {
        take(person), take(began), take(attempt), take(contact), take(ended), take(purpose), take(form);
        take(script), take(title), take(family), take(level), take(duties), take(points), take(possible), take(passed);
        take(emergency), take(critical), take(competencies), take(findings), take(hash), take(rubric);
    }
};

constexpr const char* kColumns =
    "person, began, attempt, contact, ended, purpose, form, script, title, family, level, duties, points, possible, "
    "passed, emergency, critical, competencies, findings, hash, rubric";

std::string joined(const std::vector<std::string>& words, char by) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += by;
        for (const char c : word)
            out += c == by ? ' ' : c;
    }
    return out;
}

bool called_emergency_line(SQLite::Database& db, const std::string& attempt, journal::ContactId contact) {
    SQLite::Statement read(
        db, "SELECT event FROM event WHERE attempt = ? AND instr(event, '\"transfer_began\"') > 0 ORDER BY seq");
    read.bind(1, attempt);
    while (read.executeStep()) {
        const journal::Event event = journal::event_from_json(read.getColumn(0).getString());
        const auto* began = std::get_if<journal::TransferBegan>(&event.act);
        if (began && event.contact == contact && began->target == kEmergencyLine) return true;
    }
    return false;
}

int emergency_flags(SQLite::Database& db, const std::string& attempt, journal::ContactId contact,
                    const scoring::AnswerKey& key, const scoring::Scorecard& card) {
    int flags = 0;
    if (key.emergency) {
        flags |= kHeld;
        for (const scoring::Finding& finding : card.findings) {
            if (finding.criterion != "emergency.clock") continue;
            if (finding.critical)
                flags |= kMissed;
            else if (finding.points == finding.possible)
                flags |= kInTime;
        }
    } else if (key.target != kEmergencyLine && called_emergency_line(db, attempt, contact)) {
        flags |= kFalseTransfer;
    }
    return flags;
}

std::optional<Row> drawn(SQLite::Database& db, const std::string& attempt, journal::ContactId contact) {
    SQLite::Statement read(db,
                           "SELECT attempt.person, attempt.began, attempt.head, coalesce(ending.why, ''), "
                           "coalesce(answer_key.key, ''), newest.card "
                           "FROM attempt JOIN (SELECT attempt, card FROM scorecard WHERE attempt = ?1 AND contact = ?2 "
                           "ORDER BY number DESC LIMIT 1) AS newest ON newest.attempt = attempt.id "
                           "LEFT JOIN ending ON ending.attempt = attempt.id "
                           "LEFT JOIN answer_key ON answer_key.attempt = attempt.id AND answer_key.contact = ?2 "
                           "WHERE attempt.id = ?1");
    read.bind(1, attempt);
    read.bind(2, contact);
    if (!read.executeStep()) return std::nullopt;
    Row row;
    try {
        const journal::Head head = journal::head_from_json(read.getColumn(2).getString());
        const std::string key_line = read.getColumn(4).getString();
        const std::string card_line = read.getColumn(5).getString();
        const scoring::Scorecard card = scoring::card_from_json(card_line);
        scoring::AnswerKey key;
        if (!key_line.empty()) key = scoring::key_from_json(key_line);
        row.person = read.getColumn(0).getString();
        row.began = read.getColumn(1).getString();
        row.attempt = attempt;
        row.contact = contact;
        row.ended = read.getColumn(3).getString();
        row.purpose = head.purpose;
        row.form = head.form;
        row.script = card.script.empty() ? key.script : card.script;
        row.title = card.title.empty() ? key.title : card.title;
        row.family = key.family.empty() ? row.script : key.family;
        row.level = head.level;
        row.duties = joined(key.duties, ' ');
        row.points = card.points;
        row.possible = card.possible;
        row.passed = card.passed ? 1 : 0;
        row.emergency = emergency_flags(db, attempt, contact, key, card);
        row.critical = joined(card.critical, '\n');
        const auto line = [](const std::string& name, scoring::Points points, scoring::Points possible) {
            return name + ' ' + std::to_string(points) + ' ' + std::to_string(possible) + '\n';
        };
        for (const auto& [name, sum] : card.competencies)
            row.competencies += line(name, sum.points, sum.possible);
        for (const scoring::Finding& finding : card.findings)
            row.findings += (finding.critical ? "!" : "") + line(finding.criterion, finding.points, finding.possible);
        row.hash = hex(digest(card_line));
        row.rubric = card.rubric;
    } catch (const std::runtime_error&) {
        return std::nullopt;  // named by the proof; there is nothing to draw from it
    }
    return row;
}

/// Lines of "name 3 4": the sums of a card, or its findings.
template <class Take>
void each_line(const std::string& text, Take&& take) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char* name_end = at;
        while (name_end < end && *name_end != ' ' && *name_end != '\n')
            ++name_end;
        scoring::Points points = 0, possible = 0;
        const char* rest = name_end;
        if (rest < end && *rest == ' ') rest = std::from_chars(rest + 1, end, points).ptr;
        if (rest < end && *rest == ' ') rest = std::from_chars(rest + 1, end, possible).ptr;
        take(std::string_view(at, static_cast<std::size_t>(name_end - at)), points, possible);
        while (rest < end && *rest != '\n')
            ++rest;
        at = rest + 1;
    }
}

std::vector<std::string> split(const std::string& text, char by) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(by, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

standing::Purpose purpose_of(const std::string& word) {
    if (word == "exam") return standing::Purpose::exam;
    if (word == "qualification") return standing::Purpose::qualification;
    if (word == "drill") return standing::Purpose::drill;
    return standing::Purpose::practice;
}

}  // namespace

const char* const kFactColumns = kColumns;

void draw_fact(SQLite::Database& db, const std::string& attempt, journal::ContactId contact) {
    auto row = drawn(db, attempt, contact);
    if (!row) return;
    static const std::string kInsert = std::string("INSERT OR REPLACE INTO fact (") + kColumns +
                                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    SQLite::Statement insert(db, kInsert);
    int place = 0;
    row->each([&](const auto& value) { insert.bind(++place, value); });
    insert.exec();
}

void draw_all_facts(SQLite::Database& db) {
    SQLite::Statement read(db, "SELECT DISTINCT attempt, contact FROM scorecard ORDER BY attempt, contact");
    while (read.executeStep())
        draw_fact(db, read.getColumn(0).getString(), read.getColumn(1).getUInt());
}

void end_facts(SQLite::Database& db, const std::string& attempt) {
    SQLite::Statement update(db,
                             "UPDATE fact SET ended = (SELECT why FROM ending WHERE attempt = ?1) "
                             "WHERE (person, began) = (SELECT person, began FROM attempt WHERE id = ?1) "
                             "AND attempt = ?1");
    update.bind(1, attempt);
    update.exec();
}

std::vector<journal::ContactId> wrong_facts(SQLite::Database& db, const std::string& attempt) {
    std::vector<journal::ContactId> wrong;
    SQLite::Statement read(db,
                           "SELECT DISTINCT contact FROM scorecard WHERE attempt = ?1 UNION SELECT contact FROM fact "
                           "WHERE (person, began) = (SELECT person, began FROM attempt WHERE id = ?1) AND attempt = "
                           "?1 ORDER BY 1");
    read.bind(1, attempt);
    SQLite::Statement kept(db, std::string("SELECT ") + kColumns +
                                   " FROM fact WHERE (person, began) = (SELECT person, began FROM attempt WHERE id = "
                                   "?1) AND attempt = ?1 AND contact = ?2");
    while (read.executeStep()) {
        const journal::ContactId contact = read.getColumn(0).getUInt();
        auto row = drawn(db, attempt, contact);
        kept.reset();
        kept.bind(1, attempt);
        kept.bind(2, contact);
        const bool there = kept.executeStep();
        bool same = there == row.has_value();
        if (there && row) {
            int place = 0;
            row->each([&](const auto& value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
                    same = same && kept.getColumn(place).getString() == value;
                else
                    same = same && kept.getColumn(place).getInt64() == value;
                ++place;
            });
        }
        if (!same) wrong.push_back(contact);
    }
    return wrong;
}

ContactRow fact_of(SQLite::Statement& read, bool with_findings) {
    Row row;
    int place = 0;
    row.each([&](auto& value) {
        const SQLite::Column column = read.getColumn(place++);
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>) {
            if (&value != &row.findings || with_findings)
                value.assign(column.getText(), static_cast<std::size_t>(column.getBytes()));
        } else {
            value = column.getInt64();
        }
    });
    ContactRow out;
    out.person = std::move(row.person);
    out.ended = std::move(row.ended);
    standing::ContactFact& fact = out.fact;
    fact.attempt = std::move(row.attempt);
    fact.contact = static_cast<std::uint32_t>(row.contact);
    fact.at = std::move(row.began);
    fact.purpose = purpose_of(row.purpose);
    fact.form = std::move(row.form);
    fact.script = std::move(row.script);
    fact.title = std::move(row.title);
    fact.family = std::move(row.family);
    fact.level = static_cast<int>(row.level);
    fact.duties = split(row.duties, ' ');
    fact.points = row.points;
    fact.possible = row.possible;
    fact.passed = row.passed != 0;
    fact.critical = split(row.critical, '\n');
    fact.emergency = (row.emergency & kHeld) != 0;
    fact.emergency_missed = (row.emergency & kMissed) != 0;
    fact.false_transfer = (row.emergency & kFalseTransfer) != 0;
    fact.within_time = (row.emergency & kInTime) != 0;
    each_line(row.competencies, [&](std::string_view name, scoring::Points points, scoring::Points possible) {
        fact.competencies[std::string(name)] = {points, possible};
    });
    fact.scorecard_hash = std::move(row.hash);
    fact.rubric = std::move(row.rubric);
    if (with_findings)
        each_line(row.findings, [&](std::string_view name, scoring::Points points, scoring::Points possible) {
            const bool critical = !name.empty() && name.front() == '!';
            out.findings.push_back({std::string(name.substr(critical ? 1 : 0)), points, possible, critical});
        });
    return out;
}

}  // namespace shift311::records
