// One event written so that it survives a power cut, beside one row committed by bare SQLite with the same safety.
#include "assessment/records/store.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>

namespace shift311::bench {
namespace {

constexpr int kTimes = 301;

}  // namespace

Row durable_append() {
    const Folder folder;
    records::Store store = records::Store::open(folder.file("records.db"));
    journal::Head head;
    head.trainee = "Bench";
    head.shift = "bench";
    head.title = "Bench";
    head.city = "philadelphia";
    head.date = "2026-11-24";
    head.began = "2026-11-24T08:00:00Z";
    const std::string attempt = store.begin(head);

    SQLite::Database bare(folder.file("bare.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    bare.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE event (seq INTEGER PRIMARY KEY, line TEXT NOT "
        "NULL)");
    SQLite::Statement insert(bare, "INSERT INTO event (line) VALUES (?)");

    std::vector<double> ours;
    std::vector<double> floor;
    for (int i = 1; i <= kTimes; ++i) {
        journal::Event event;
        event.seq = static_cast<journal::Seq>(i);
        event.at = i * 100;
        event.contact = 1;
        event.act = journal::LookedUp{journal::Catalog::articles, "recycling day", {"recycling"}};
        ours.push_back(microseconds([&] { store.append(attempt, std::array{event}); }));
        floor.push_back(microseconds([&] {
            insert.bind(
                1,
                R"({"seq":1,"at":100,"contact":1,"act":"looked_up","where":"articles","query":"recycling day","found":["recycling"]})");
            insert.exec();
            insert.reset();
        }));
    }
    return {"one event, durable", "us", median(ours), median(floor), "one row committed by bare SQLite, WAL and FULL"};
}

}  // namespace shift311::bench
