// Drills by typed lines, kept in the records: the same lines give the same journal, and the records prove whole.
#include "sim/desk/typed/drill_desk.hpp"

#include "assessment/journal/codec.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "sim/app/drill_session.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <unistd.h>

#include <filesystem>
#include <sstream>

using namespace shift311;

namespace {

/// A records file of its own.
struct Records {
    Records() {
        static int number = 0;
        folder = std::filesystem::temp_directory_path() /
                 ("shift311-drill-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
        std::filesystem::create_directories(folder);
    }
    ~Records() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;
    std::string path() const { return (folder / "records.db").string(); }
    std::filesystem::path folder;
};

app::DrillCity where() {
    return app::drill_city(tests::content());
}

std::string events_text(const drill::Run& run) {
    std::string text;
    for (const journal::Event& event : run.events())
        text += journal::to_json(event) + '\n';
    return text;
}

struct Played {
    std::string said, journal;
};

Played play(drill::Plan plan, const std::string& lines, bool real_time = false) {
    drill::Run run(std::make_shared<const drill::Plan>(std::move(plan)));
    std::ostringstream out;
    desk::typed::DrillDesk desk(run, out, {real_time});
    desk.welcome();
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);)
        if (!desk.command(line)) break;
    desk.finish();
    return {out.str(), events_text(run)};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("vignettes by typed lines: answers, agencies by words, and sentences for what is none") {
    const drill::Plan plan =
        drill::triage_plan(*where().drills, *where().city, {"kitchen-smoke", "power-out", "water-bill-shutoff"}, false);
    const std::string lines = "911\nnobody\ndirectory parking\nwater bill\nquit\n";
    const Played played = play(plan, lines);
    CHECK(holds(played.said, "1 of 3  There's smoke"));
    CHECK(holds(played.said, "Right: 911 Emergency"));
    CHECK(holds(played.said, "There is no agency \"nobody\""));
    CHECK(holds(played.said, "  ppa  Philadelphia Parking Authority"));
    CHECK(holds(played.said, "Not Water Revenue Bureau: it belongs to PECO outages and wires."));
    CHECK(holds(played.said, "The drill was broken off."));
    CHECK(play(plan, lines).journal == played.journal);
    CHECK(play(plan, std::string("\x01\x02 \xff\n911\n", 9)).said.find('\x01') == std::string::npos);
}

TEST_CASE("an exam by typed lines tells nothing of right and wrong") {
    const Played played =
        play(drill::triage_plan(*where().drills, *where().city, {"rowhouse-flames", "baby-quiet"}, true), "311\n911\n");
    CHECK_FALSE(holds(played.said, "Right"));
    CHECK_FALSE(holds(played.said, "belongs to 911"));
    CHECK(holds(played.said, "That was all of it."));
}

TEST_CASE("a copy test from a file takes 200 ms a key; at a terminal nothing is counted as typing") {
    const drill::Plan plan = drill::copy_plan(*where().drills, *where().city, "snow-day", 1);
    const std::string text = "The snow began on Sunday evening";
    const Played filed = play(plan, text + "\n.\n");
    CHECK(holds(filed.journal, "\"at\":6400"));
    CHECK(holds(filed.journal, "\"keys\":1"));
    const Played live = play(plan, text + "\n.\n", true);
    CHECK(holds(live.said, "this shows your errors and is no typing test"));
    CHECK(holds(live.journal, "\"pasted\":true"));
    CHECK_FALSE(holds(live.journal, "\"keys\":1"));
}

TEST_CASE("drills are kept, judged, taken up again, and prove whole") {
    const Records records;
    records::Store store = records::Store::open(records.path());
    store.add_person("Dana Reyes");
    std::string attempt;
    {
        app::DrillSession session(store, drill::practice_plan(*where().drills, *where().city, 4, 3),
                                  {"Dana Reyes", "drill", "", 3});
        attempt = session.attempt();
        session.run().submit(drill::Next{}, 0);
        session.run().submit(drill::Choose{"911"}, 2000);
        CHECK_FALSE(session.scorecard());
    }
    const auto open = app::interrupted_drill(store, "Dana Reyes", scoring::kTriage);
    REQUIRE(open);
    CHECK(open->id == attempt);
    CHECK_FALSE(app::interrupted_drill(store, "Dana Reyes", scoring::kCopyTest));
    app::DrillSession session(store, tests::content(), attempt);
    CHECK(session.run().state().given.size() == 1);
    while (!session.run().state().over) {
        session.run().submit(drill::Next{}, session.run().state().at + 100);
        session.run().submit(drill::Choose{"311"}, session.run().state().at + 100);
    }
    REQUIRE(session.scorecard());
    CHECK(scoring::triage_result(*session.scorecard()).finished);
    CHECK_FALSE(app::interrupted_drill(store, "Dana Reyes"));
    REQUIRE(store.scorecards(attempt).size() == 1);
    CHECK(store.check_all() == std::vector<std::string>{});
    CHECK(store.attempts("Dana Reyes").front().contacts == 1);
}

TEST_CASE("an exam's vignettes are not offered as an interrupted drill") {
    const Records records;
    records::Store store = records::Store::open(records.path());
    const app::DrillSession session(store, drill::triage_plan(*where().drills, *where().city, {"baby-quiet"}, true),
                                    {"Dana Reyes", "exam", "form-1", 1});
    CHECK_FALSE(app::interrupted_drill(store, "Dana Reyes"));
    CHECK_THROWS_WITH(app::drill_city(tests::content(), "atlantis"),
                      "The content holds no drills for the city \"atlantis\".");
}
