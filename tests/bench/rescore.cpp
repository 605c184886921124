// Ten thousand contacts judged again under a rubric, beside reading the same journals out of SQLite and doing nothing.
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"
#include "tests/bench/samples.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace shift311::bench {
namespace {

constexpr std::size_t kJournals = 10'000;
constexpr std::size_t kTurn = 500;  ///< journals at a time: what else the machine does falls on both alike

}  // namespace

Row rescored_journals() {
    const Folder folder;
    const std::string file = folder.file("records.db");
    std::vector<std::string> attempts;
    {
        records::Store store = records::Store::open(file);
        const std::vector<Sample> made = samples();
        for (std::size_t i = 0; i < kJournals; ++i) {
            const Sample& sample = made[i % made.size()];
            journal::Head head = sample.journal.head;
            head.attempt.clear();
            attempts.push_back(store.begin(head, {{1, sample.key}}));
            store.append(attempts.back(), sample.journal.events);
        }
    }
    const records::Store store = records::Store::open_read_only(file);
    SQLite::Database bare(file, SQLite::OPEN_READONLY);
    SQLite::Statement read(bare, "SELECT event FROM event WHERE attempt = ? ORDER BY seq");
    scoring::Rubric rubric;
    rubric.step = 250;
    double ours = 0, floor = 0;
    for (std::size_t from = 0; from < attempts.size(); from += kTurn) {
        const auto turn = std::span(attempts).subspan(from, std::min(kTurn, attempts.size() - from));
        ours += microseconds([&] {
            for (const std::string& attempt : turn) {
                const journal::Journal journal = store.journal(attempt);
                for (const auto& [contact, key] : store.keys(attempt))
                    use(scoring::assess(scoring::key_from_json(key), journal, contact, rubric));
            }
        });
        floor += microseconds([&] {
            for (const std::string& attempt : turn) {
                read.bind(1, attempt);
                while (read.executeStep())
                    use(read.getColumn(0).getString());
                read.reset();
            }
        });
    }
    return {"rescore 10,000 journals", "s", ours / 1e6, floor / 1e6, "reading the same rows out of SQLite"};
}

}  // namespace shift311::bench
