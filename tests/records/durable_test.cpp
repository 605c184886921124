#include "assessment/journal/codec.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/uuid.hpp"
#include "tests/records/failing_disk.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <random>

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

std::string lines(const std::vector<journal::Event>& events) {
    std::string out;
    for (const auto& event : events)
        out += journal::to_json(event) + "\n";
    return out;
}

}  // namespace

TEST_CASE("A desk killed at any moment loses nothing that it was told is safe", "[records][slow]") {
    std::mt19937 chance(311);
    const auto all = notes(1, 2000);
    const std::array<std::size_t, 5> batches{1, 1, 3, 1, 2};
    for (int round = 0; round < std::max(4, shift311::tests::effort(8)); ++round) {
        const TempFolder folder(TempFolder::On::disk);
        const std::string path = folder / "records.db";
        auto head = made_up_head();
        head.attempt = new_uuid();
        { Store::open(path).begin(head); }
        int told[2];
        REQUIRE(::pipe(told) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(told[0]);
            try {
                Store store = Store::open(path);
                std::size_t at = 0;
                for (std::size_t turn = 0; at < all.size(); ++turn) {
                    const std::size_t size = std::min(batches[turn % batches.size()], all.size() - at);
                    store.append(head.attempt, std::span(all).subspan(at, size));
                    at += size;
                    if (::write(told[1], &at, sizeof at) != sizeof at) break;
                }
            } catch (...) {
            }
            ::_exit(0);
        }
        ::close(told[1]);
        const std::size_t wanted = 1 + chance() % 200;
        std::size_t safe = 0;
        std::size_t at = 0;
        while (safe < wanted && ::read(told[0], &at, sizeof at) == sizeof at)
            safe = at;
        ::usleep(static_cast<useconds_t>(chance() % 400));
        ::kill(child, SIGKILL);
        while (::read(told[0], &at, sizeof at) == sizeof at)
            safe = at;  // what it had been told before it died
        ::close(told[0]);
        int status = 0;
        ::waitpid(child, &status, 0);

        REQUIRE(safe >= wanted);
        Store store = Store::open(path);  // the lock died with its holder
        const auto open = store.interrupted();
        REQUIRE(open.has_value());
        const auto kept = store.journal(head.attempt).events;
        INFO("told " << safe << ", kept " << kept.size());
        REQUIRE(kept.size() >= safe);
        std::size_t edge = 0;
        for (std::size_t turn = 0; edge < kept.size(); ++turn)
            edge += batches[turn % batches.size()];
        CHECK(edge == kept.size());  // several at once: all of them or none
        CHECK(lines(kept) == lines({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept.size())}));
        CHECK(store.check_all() == std::vector<std::string>{});
        store.append(head.attempt, std::span(all).subspan(kept.size(), 1));  // and on it goes
    }
}

TEST_CASE("Every act is forced to the disk before it is acknowledged", "[records]") {
    FailingDisk& disk = failing_disk();
    disk = {};
    const TempFolder folder(TempFolder::On::disk);
    Store store = Store::open(folder / "records.db");
    const std::string id = store.begin(made_up_head());
    for (const auto& event : notes(1, 50)) {
        const int before = disk.syncs;
        store.append(id, {&event, 1});
        CHECK(disk.syncs > before);
    }
}

TEST_CASE("A disk that fills up or breaks costs no act that was accepted, and work goes on when it is mended",
          "[records]") {
    FailingDisk& disk = failing_disk();
    const auto all = made_up_events();
    for (const auto fault : {FailingDisk::Fault::full, FailingDisk::Fault::broken}) {
        for (int allowed = 0; allowed < 60; ++allowed) {
            disk = {};
            const TempFolder folder;
            const std::string path = folder / "records.db";
            Store store = Store::open(path);
            const std::string id = store.begin(made_up_head(), {{1, scoring::to_json(pothole_key())}});
            disk.fault = fault;
            disk.writes_left = allowed;
            std::size_t accepted = 0;
            try {
                while (accepted < all.size()) {
                    const std::size_t size = std::min<std::size_t>(accepted % 3 == 1 ? 2 : 1, all.size() - accepted);
                    store.append(id, std::span(all).subspan(accepted, size));
                    accepted += size;
                }
            } catch (const Trouble& trouble) {
                CHECK(trouble.kind ==
                      (fault == FailingDisk::Fault::full ? Trouble::Kind::full : Trouble::Kind::unwritable));
                CHECK_THAT(trouble.what(), Catch::Matchers::Contains(path));
            }
            if (allowed < 30) REQUIRE(accepted < all.size());
            disk.fault = FailingDisk::Fault::none;
            CHECK(store.journal(id).events.size() == accepted);
            store.append(id, std::span(all).subspan(accepted));
            CHECK(lines(store.journal(id).events) == lines(all));
            CHECK(store.check_all() == std::vector<std::string>{});
        }
    }
}

TEST_CASE("A disk that is full at the start is said as such", "[records]") {
    FailingDisk& disk = failing_disk();
    for (int allowed = 0; allowed < 12; ++allowed) {
        disk = {};
        const TempFolder folder;
        disk.fault = FailingDisk::Fault::full;
        disk.writes_left = allowed;
        try {
            Store::open(folder / "records.db");
            FAIL("opened with " << allowed << " writes");
        } catch (const Trouble& trouble) {
            CHECK(trouble.kind == Trouble::Kind::full);
        }
        disk = {};
        CHECK_NOTHROW(Store::open(folder / "records.db"));
    }
}
