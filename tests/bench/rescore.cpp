// Ten thousand contacts judged again under a rubric, beside reading the same journals out of SQLite and doing nothing.
#include "assessment/journal/codec.hpp"
#include "assessment/records/store.hpp"
#include "assessment/scoring/assess.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace shift311::bench {
namespace {

constexpr int kJournals = 10'000;

std::string contents(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Sample {
    journal::Journal journal;
    std::string key;
};

std::vector<Sample> samples() {
    std::vector<Sample> found;
    for (const char* name : {"pothole-well-done", "pothole-wrong-door", "gas-caught", "gas-missed",
                             "neighbor-disclosed", "recycling-email", "call-abandoned"}) {
        const std::string stem = std::string(SHIFT311_SOURCE_DIR "/tests/data/journals/") + name;
        std::string key = contents(stem + ".key.json");
        while (!key.empty() && key.back() == '\n')
            key.pop_back();
        found.push_back({journal::from_json_lines(contents(stem + ".jsonl")), std::move(key)});
    }
    return found;
}

}  // namespace

Row rescored_journals() {
    const Folder folder;
    const std::string file = folder.file("records.db");
    std::vector<std::string> attempts;
    {
        records::Store store = records::Store::open(file);
        const std::vector<Sample> made = samples();
        for (int i = 0; i < kJournals; ++i) {
            const Sample& sample = made[static_cast<std::size_t>(i) % made.size()];
            journal::Head head = sample.journal.head;
            head.attempt.clear();
            attempts.push_back(store.begin(head, {{1, sample.key}}));
            store.append(attempts.back(), sample.journal.events);
        }
    }
    const records::Store store = records::Store::open_read_only(file);
    scoring::Rubric rubric;
    rubric.step = 250;
    const double ours = microseconds([&] {
        for (const std::string& attempt : attempts) {
            const journal::Journal journal = store.journal(attempt);
            for (const auto& [contact, key] : store.keys(attempt))
                use(scoring::assess(scoring::key_from_json(key), journal, contact, rubric));
        }
    });
    SQLite::Database bare(file, SQLite::OPEN_READONLY);
    SQLite::Statement read(bare, "SELECT event FROM event WHERE attempt = ? ORDER BY seq");
    const double floor = microseconds([&] {
        for (const std::string& attempt : attempts) {
            read.bind(1, attempt);
            while (read.executeStep())
                use(read.getColumn(0).getString());
            read.reset();
        }
    });
    return {"rescore 10,000 journals", "s", ours / 1e6, floor / 1e6, "reading the same rows out of SQLite"};
}

}  // namespace shift311::bench
