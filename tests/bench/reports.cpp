// Reports over 200 trainees with 500 attempts each, beside plain SQL that reads the same rows and does nothing.
#include "assessment/records/store.hpp"
#include "assessment/reports/cohort_report.hpp"
#include "assessment/reports/item_report.hpp"
#include "assessment/reports/trainee_report.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"
#include "tests/bench/samples.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <functional>
#include <string>
#include <vector>

namespace shift311::bench {
namespace {

constexpr int kTrainees = 200;
constexpr int kAttempts = 500;  ///< of each
constexpr const char* kPrepared = "2026-12-01T12:00:00Z";

std::string trainee(int number) {
    return "Trainee " + std::to_string(1'000 + number);
}

/// A few real attempts, and copies of their rows under new ids, people and times. Journals are not copied: none of
/// these reports reads one.
constexpr const char* kCopies = R"sql(
    BEGIN;
    CREATE TEMP TABLE sample AS SELECT row_number() OVER (ORDER BY began, id) - 1 AS place, id FROM attempt;
    CREATE TEMP TABLE who AS
        SELECT row_number() OVER (ORDER BY name) - 1 AS place, id, name FROM person WHERE name LIKE 'Trainee %';
    CREATE TEMP TABLE copy AS
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < (SELECT rows FROM size))
        SELECT printf('%08x-0000-4000-8000-%012x', (i * 2654435761) & 0xffffffff, i) AS id, sample.id AS of,
               who.id AS person, who.name AS name,
               strftime('%Y-%m-%dT%H:%M:%SZ', '2026-01-05 13:00:00', '+' || (i / people * 37) || ' minutes') AS began
        FROM n JOIN size JOIN sample ON sample.place = (i / people + i) % (SELECT count(*) FROM sample)
               JOIN who ON who.place = i % people;
    INSERT INTO attempt (id, person, station, shift, title, level, began, head)
        SELECT copy.id, copy.person, station, shift, title, level, copy.began,
               json_set(head, '$.attempt', copy.id, '$.trainee', copy.name, '$.began', copy.began)
        FROM copy JOIN attempt ON attempt.id = copy.of ORDER BY copy.began;
    INSERT INTO ending (attempt, why, at) SELECT copy.id, why, at FROM copy JOIN ending ON ending.attempt = copy.of;
    INSERT INTO answer_key (attempt, contact, script, key)
        SELECT copy.id, contact, script, key FROM copy JOIN answer_key ON answer_key.attempt = copy.of;
    INSERT INTO scorecard (attempt, contact, number, made, rubric, program, through, points, possible, passed, critical,
                           competencies, card)
        SELECT copy.id, contact, number, made, rubric, program, through, points, possible, passed, critical,
               competencies, card FROM copy JOIN scorecard ON scorecard.attempt = copy.of;
    INSERT INTO fact (person, began, attempt, contact, ended, purpose, form, script, title, family, level, duties,
                      points, possible, passed, emergency, critical, competencies, findings, hash, rubric)
        SELECT copy.person, copy.began, copy.id, contact, ended, purpose, form, script, title, family, level, duties,
               points, possible, passed, emergency, critical, competencies, findings, hash, rubric
        FROM copy JOIN fact ON fact.attempt = copy.of;
    COMMIT;)sql";

/// The records, filled once for all three measures.
class Filled {
  public:
    Filled() {
        {
            records::Store store = records::Store::open(path());
            for (const Sample& sample : samples()) {
                journal::Head head = sample.journal.head;
                head.attempt.clear();
                const std::string id = store.begin(head, {{1, sample.key}});
                store.append(id, sample.journal.events);
                store.add_scorecard(id, 1, scoring::assess(scoring::key_from_json(sample.key), sample.journal, 1));
                store.finish(id, "finished");
            }
            for (int i = 0; i < kTrainees; ++i)
                store.add_person(trainee(i));
        }
        SQLite::Database bare(path(), SQLite::OPEN_READWRITE);
        bare.exec("CREATE TEMP TABLE size AS SELECT " + std::to_string(kTrainees) + " AS people, " +
                  std::to_string(kTrainees * kAttempts) + " AS rows");
        bare.exec(kCopies);
    }
    std::string path() const { return folder_.file("records.db"); }

  private:
    Folder folder_;
};

const Filled& filled() {
    static const Filled made;
    return made;
}

/// Every value of every row, as text.
void read_all(SQLite::Statement& read) {
    while (read.executeStep())
        for (int column = 0; column < read.getColumnCount(); ++column)
            use(read.getColumn(column).getString());
    read.reset();
}

/// Both in turns; the middle one of each.
Row beside(const std::string& what, int turns, const std::function<void(int)>& ours,
           const std::function<void(int)>& floor) {
    std::vector<double> of_ours, of_floor;
    for (int turn = 0; turn < turns; ++turn) {
        of_ours.push_back(microseconds([&] { ours(turn); }));
        of_floor.push_back(microseconds([&] { floor(turn); }));
    }
    return {what, "ms", median(of_ours) / 1e3, median(of_floor) / 1e3, "plain SQL over the same rows"};
}

}  // namespace

Row trainee_reports() {
    const records::Store store = records::Store::open_read_only(filled().path());
    SQLite::Database bare(filled().path(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(bare,
                           "SELECT attempt.*, ending.*, card.contact, card.points, card.possible, card.passed, "
                           "card.critical, card.competencies FROM person JOIN attempt ON attempt.person = person.id "
                           "LEFT JOIN ending ON ending.attempt = attempt.id "
                           "LEFT JOIN scorecard AS card ON card.attempt = attempt.id "
                           "WHERE person.name = ? ORDER BY attempt.began");
    SQLite::Statement facts(bare, "SELECT * FROM fact WHERE person = (SELECT id FROM person WHERE name = ?)");
    return beside(
        "report trainee, 500 attempts", 21,
        [&](int turn) {
            use(reports::trainee_text(reports::trainee_report(store, trainee(turn), kPrepared), reports::Format::html));
        },
        [&](int turn) {
            for (SQLite::Statement* read : {&rows, &facts}) {
                read->bind(1, trainee(turn));
                read_all(*read);
            }
        });
}

Row cohort_reports() {
    const records::Store store = records::Store::open_read_only(filled().path());
    SQLite::Database bare(filled().path(), SQLite::OPEN_READONLY);
    SQLite::Statement people(bare, "SELECT person, began FROM attempt");
    SQLite::Statement endings(bare, "SELECT attempt, why FROM ending");
    SQLite::Statement keys(bare, "SELECT attempt, contact FROM answer_key");
    SQLite::Statement cards(bare, "SELECT attempt, contact, points, possible, passed, critical FROM scorecard");
    return beside(
        "report cohort, 200 trainees with 500 each", 5,
        [&](int) { use(reports::cohort_text(reports::cohort_report(store, kPrepared), reports::Format::html)); },
        [&](int) {
            for (SQLite::Statement* read : {&people, &endings, &keys, &cards})
                read_all(*read);
        });
}

Row item_reports() {
    const records::Store store = records::Store::open_read_only(filled().path());
    SQLite::Database bare(filled().path(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(bare, "SELECT * FROM fact ORDER BY person, began, attempt, contact");
    return beside(
        "report items, 100,000 attempts", 5,
        [&](int) { use(reports::html_of(reports::item_document(reports::item_report(store, kPrepared)))); },
        [&](int) { read_all(rows); });
}

}  // namespace shift311::bench
