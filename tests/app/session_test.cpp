// A session keeps what it shows: killed at any moment, it goes on exactly there.
#include "sim/app/session.hpp"
#include "sim/rehearse/agent.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shift311;

namespace {

struct Folder {
    Folder() {
        char name[] = "/tmp/shift311-test-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path, none);
    }
    std::string file(const std::string& name) const { return (path / name).string(); }
    std::filesystem::path path;
};

const app::Ear& ear() {
    static const app::Ear ear(tests::content());
    return ear;
}

const std::string kScript = "script:pothole-tire";

shift::State folded(const std::vector<journal::Event>& events) {
    shift::State state;
    for (const journal::Event& event : events) shift::apply(state, event);
    return state;
}

}  // namespace

TEST_CASE("a contact that is over has its scorecard in the records, and the records prove it", "[app][session]") {
    Folder folder;
    records::Store store = records::Store::open(folder.file("records.db"));
    app::Session session(tests::content(), ear(), &store, app::find_plan(tests::content(), kScript), "Dana Reyes", 5, 0);
    rehearse::Agent(session.run(), {}).play_shift();
    REQUIRE(session.run().state().over);
    const auto cards = store.scorecards(session.attempt());
    REQUIRE(cards.size() == 1);
    CHECK(scoring::to_json(cards.front().card) == scoring::to_json(*session.scorecard(1)));
    CHECK(store.check_all().empty());
    CHECK_FALSE(store.interrupted("Dana Reyes"));
}

TEST_CASE("killed at any moment, the next start goes on exactly there with nothing lost", "[app][session][kill]") {
    for (int round = 0; round < 6; ++round) {
        CAPTURE(round);
        Folder folder;
        const std::string file = folder.file("records.db");
        int shown[2];
        REQUIRE(::pipe(shown) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            // What the child has shown, it says through the pipe; then it is killed in the middle of something.
            records::Store store = records::Store::open(file);
            app::Session session(tests::content(), ear(), &store, app::find_plan(tests::content(), "tuesday-morning"), "Dana Reyes", 5, 0);
            journal::Seq told = 0;
            for (journal::Millis now = 0; !session.run().state().over; now += 250) {
                session.run().advance(now);
                session.run().submit(shift::Answer{}, now);
                session.run().say_phrase("greet", now);
                session.run().say_phrase("ask_location", now);
                session.run().submit(shift::ChooseService{"street-defect"}, now);
                session.run().submit(shift::Edit{"notes", "note " + std::to_string(now), "x", 1, 0, false}, now);
                const journal::Seq seq = session.run().state().last;
                if (seq != told && ::write(shown[1], &seq, sizeof seq) < 0) ::_exit(1);
                told = seq;
            }
            ::_exit(0);
        }
        ::close(shown[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds(60 + 35 * round));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        std::uint32_t last = 0, seq = 0;
        while (::read(shown[0], &seq, sizeof seq) == sizeof seq) last = seq;
        ::close(shown[0]);

        records::Store store = records::Store::open(file);
        const auto open = store.interrupted("Dana Reyes");
        if (!open) {
            CHECK(last == 0);  // killed before the shift had begun
            continue;
        }
        const journal::Journal before = store.journal(open->id);
        CHECK(before.events.size() >= last);
        app::Session session(tests::content(), ear(), store, open->id);
        const auto& events = session.run().events();
        REQUIRE(events.size() >= before.events.size());
        CHECK(shift::digest(folded(before.events)) ==
              shift::digest(folded({events.begin(), events.begin() + static_cast<std::ptrdiff_t>(before.events.size())})));
        CHECK(shift::digest(session.run().state()) == shift::digest(folded(store.journal(open->id).events)));
        session.run().submit(shift::Quit{}, session.run().state().at);
        CHECK(store.check_all().empty());
    }
}

TEST_CASE("a shift whose content was changed does not go on, and nothing of it is lost", "[app][session]") {
    Folder folder;
    records::Store store = records::Store::open(folder.file("records.db"));
    std::string attempt;
    {
        app::Session session(tests::content(), ear(), &store, app::find_plan(tests::content(), kScript), "Dana Reyes", 5, 0);
        session.run().advance(3'000);
        attempt = session.attempt();
    }
    script::Library changed = tests::content();
    for (script::Script& script : changed.scripts) script.hash = "0" + script.hash;
    std::string refused;
    try {
        app::Session again(changed, ear(), store, attempt);
    } catch (const std::runtime_error& error) {
        refused = error.what();
    }
    CHECK(refused.find("changed since it began") != std::string::npos);
    CHECK(store.journal(attempt).events.size() == 1);
}
