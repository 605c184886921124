#include "assessment/records/store.hpp"
#include "tests/records/made_up.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <optional>
#include <random>
#include <thread>

using namespace shift311;
using namespace shift311::records;
using namespace shift311::records::tests;

namespace {

/// The trouble that `act` ran into, with its sentence held to the rules that all of them keep.
std::optional<Trouble::Kind> trouble_in(const std::string& path, const std::function<void()>& act) {
    try {
        act();
    } catch (const Trouble& trouble) {
        const std::string said = trouble.what();
        INFO(said);
        CHECK(said.find(path) != std::string::npos);
        CHECK(said.find('\n') == std::string::npos);
        CHECK(said.back() == '.');
        CHECK(said.size() < 700);
        return trouble.kind;
    }
    return std::nullopt;
}

std::optional<Trouble::Kind> trouble_opening(const std::string& path) {
    return trouble_in(path, [&] { Store::open(path); });
}

/// Runs as an ordinary user, for whom permissions count, even when the tests run as root. 100 + kind, or 0 for none.
int as_nobody(const std::function<void()>& act) {
    const pid_t child = ::fork();
    if (child == 0) {
        int answer = 0;
        try {
            if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(99);
            act();
        } catch (const Trouble& trouble) {
            answer = 100 + static_cast<int>(trouble.kind);
        } catch (...) {
            answer = 98;
        }
        ::_exit(answer);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

constexpr int code(Trouble::Kind kind) {
    return 100 + static_cast<int>(kind);
}

std::string filled(const TempFolder& folder, int attempts = 1) {
    std::string path = folder / "records.db";
    Store store = Store::open(path);
    for (int i = 0; i < attempts; ++i) {
        const std::string id = store.begin(made_up_head(), {{1, scoring::to_json(pothole_key())}});
        const auto events = made_up_events();
        store.append(id, events);
    }
    return path;
}

}  // namespace

TEST_CASE("A second desk is kept out, a reader is let in", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    {
        Store desk = Store::open(path);
        CHECK(trouble_opening(path) == Trouble::Kind::locked);
        std::filesystem::create_symlink(path, folder / "another-name.db");
        CHECK(trouble_in(path, [&] { Store::open(folder / "another-name.db"); }) == Trouble::Kind::locked);
        const int other = as_nobody([] {});
        CHECK(other == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            int answer = 0;
            try {
                Store::open(path);
            } catch (const Trouble& trouble) {
                answer = code(trouble.kind);
            } catch (...) {
                answer = 98;
            }
            ::_exit(answer);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WEXITSTATUS(status) == code(Trouble::Kind::locked));

        const Store reader = Store::open_read_only(path);
        const std::string id = desk.begin(made_up_head());
        desk.append(id, made_up_events());
        CHECK(reader.journal(id).events.size() == made_up_events().size());  // sees what was just committed
        CHECK(reader.check_all() == std::vector<std::string>{});
        Store moved = std::move(desk);
        CHECK(trouble_opening(path) == Trouble::Kind::locked);
    }
    CHECK_NOTHROW(Store::open(path));
}

TEST_CASE("A reader cannot write", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    Store reader = Store::open_read_only(path);
    const auto id = reader.attempts().front().id;
    const auto events = notes(100, 1);
    CHECK(trouble_in(path, [&] { reader.add_person("x"); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.begin(made_up_head()); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.append(id, events); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.finish(id, "quit"); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.add_scorecard(id, 1, {}); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.add_key(id, 1, "x", "{}"); }) == Trouble::Kind::read_only);
    CHECK(trouble_in(path, [&] { reader.set_setting({}, "a", "b"); }) == Trouble::Kind::read_only);
}

TEST_CASE("Another program that sits on the file is told apart from damage", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 1");
    CHECK(trouble_opening(path) == Trouble::Kind::locked);
}

TEST_CASE("No records yet is said as such", "[records]") {
    const TempFolder folder;
    CHECK(trouble_in(folder.path, [&] { Store::open_read_only(folder / "none.db"); }) == Trouble::Kind::missing);
    CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
    write_bytes(folder / "empty.db", "");
    CHECK(trouble_in(folder.path, [&] { Store::open_read_only(folder / "empty.db"); }) == Trouble::Kind::missing);
    CHECK_NOTHROW(Store::open(folder / "empty.db"));  // the remains of a start that was cut off
}

TEST_CASE("Odd paths are plain files or plain sentences", "[records]") {
    const TempFolder folder;
    CHECK(trouble_opening(folder.path) == Trouble::Kind::unwritable);
    write_bytes(folder / "file", "x");
    CHECK(trouble_in(folder.path, [&] { Store::open(folder / "file/records.db"); }) == Trouble::Kind::unwritable);
    CHECK(trouble_in(folder.path, [&] { Store::open(folder / std::string(300, 'n')); }) == Trouble::Kind::unwritable);
    CHECK(trouble_in("/dev/null", [&] { Store::open("/dev/null"); }) == Trouble::Kind::unwritable);
    CHECK_THROWS_AS(Store::open(""), Trouble);
    ::mkfifo((folder / "pipe").c_str(), 0600);
    CHECK(trouble_opening(folder / "pipe") == Trouble::Kind::unwritable);
    for (const char* odd : {":memory:", "file:x?mode=memory", "Zoë's \"records\" 100%?#.db"}) {
        const std::string path = folder / odd;
        { Store::open(path).add_person("Dana"); }
        CHECK(std::filesystem::file_size(path) > 0);
        CHECK(Store::open_read_only(path).people().size() == 1);
    }
}

TEST_CASE("A read-only file or folder is said as such, and can still be read", "[records]") {
    const TempFolder folder;
    const std::string path = filled(folder);
    std::filesystem::remove(path + ".lock");
    std::filesystem::permissions(folder.path, std::filesystem::perms(0755));
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    if (::getuid() != 0) {
        std::filesystem::permissions(folder.path, std::filesystem::perms(0555));
        std::filesystem::permissions(path, std::filesystem::perms(0444));
    }
    const std::string before = bytes_of(path);
    CHECK(as_nobody([&] { Store::open(path); }) == code(Trouble::Kind::read_only));
    CHECK(as_nobody([&] { Store::open(folder / "new/records.db"); }) == code(Trouble::Kind::read_only));
    CHECK(as_nobody([&] { Store::open(folder / "new.db"); }) == code(Trouble::Kind::read_only));
    CHECK(as_nobody([&] {
              if (Store::open_read_only(path).attempts().size() != 1) ::_exit(97);
          }) == 0);
    std::filesystem::permissions(folder.path, std::filesystem::perms(0777));
    std::filesystem::permissions(path, std::filesystem::perms(0444));
    CHECK(as_nobody([&] { Store::open(path); }) ==
          code(Trouble::Kind::read_only));  // the folder may be written, the file not
    CHECK(bytes_of(path) == before);
    std::filesystem::permissions(path, std::filesystem::perms(0000));
    CHECK(as_nobody([&] { Store::open_read_only(path); }) != 0);
}

TEST_CASE("Damage is found at the start, said, and left as it is", "[records]") {
    const TempFolder folder;
    std::mt19937 chance(311);
    const auto random_bytes = [&](std::size_t size) {
        std::string bytes(size, '\0');
        for (char& c : bytes)
            c = static_cast<char>(chance() & 0xffU);
        return bytes;
    };
    SECTION("no database at all") {
        for (const std::size_t size : {1U, 15U, 100U, 4096U, 20'000U}) {
            const std::string path = folder / ("random-" + std::to_string(size));
            write_bytes(path, random_bytes(size));
            const std::string before = bytes_of(path);
            CHECK(trouble_opening(path) == Trouble::Kind::damaged);
            CHECK(trouble_in(path, [&] { Store::open_read_only(path); }) == Trouble::Kind::damaged);
            CHECK(bytes_of(path) == before);
        }
    }
    SECTION("a page of random bytes, or a tail cut off") {
        const std::string path = filled(folder, 12);
        const std::string good = bytes_of(path);
        int found = 0;
        const std::size_t pages = good.size() / 4096;
        for (std::size_t page = 0; page < pages; ++page) {
            std::string bad = good;
            bad.replace(page * 4096, 4096, random_bytes(4096));
            write_bytes(path, bad);
            const auto kind = trouble_opening(path);
            if (kind) {
                ++found;
                CHECK(*kind == Trouble::Kind::damaged);
                CHECK(bytes_of(path) == bad);
            }
        }
        CHECK(found == static_cast<int>(pages));
        for (const std::size_t keep : {pages - 1, pages / 2, std::size_t{1}}) {
            write_bytes(path, good.substr(0, keep * 4096));
            CHECK(trouble_opening(path) == Trouble::Kind::damaged);
        }
    }
    SECTION("single bytes changed: never a crash, and a refusal leaves the file alone") {
        const std::string path = filled(folder);
        const std::string good = bytes_of(path);
        for (int round = 0; round < shift311::tests::effort(80); ++round) {
            std::string bad = good;
            for (int i = 0; i < 8; ++i)
                bad[chance() % bad.size()] ^= static_cast<char>(1U << (chance() % 8));
            write_bytes(path, bad);
            bool refused = false;
            try {
                const Store store = Store::open_read_only(path);
                for (const auto& row : store.attempts())
                    store.journal(row.id);
                store.check_all();
            } catch (const Trouble&) {
                refused = true;
            } catch (const NotFound&) {
                refused = true;
            }
            if (refused) CHECK(bytes_of(path) == bad);
        }
    }
    SECTION("a database of another program") {
        const std::string path = folder / "contacts.db";
        {
            SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
                .exec("CREATE TABLE contact (name TEXT)");
        }
        const std::string before = bytes_of(path);
        CHECK(trouble_opening(path) == Trouble::Kind::damaged);
        CHECK(bytes_of(path) == before);
    }
}
