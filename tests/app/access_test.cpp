// Signing in beside a desk that has the records, and a proof that leaves the file as it found it.
#include "sim/app/access.hpp"

#include "assessment/records/account.hpp"
#include "sim/app/exit.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <sodium.h>

using namespace shift311;
using namespace shift311::app;
using records::tests::TempFolder;

namespace {

constexpr records::Effort kLittle{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

}  // namespace

TEST_CASE("Whoever reads signs in, beside a desk or not; a proof writes nothing", "[app]") {
    const TempFolder folder;
    const std::string db = folder / "records.db";
    {
        records::Store store = records::Store::open(db);
        records::make_first_administrator(store, "Ann", "1234", kLittle);
    }
    records::tests::write_bytes(folder / "right", "1234\r\n");
    records::tests::write_bytes(folder / "wrong", "4321\n");
    const AccessOptions right{"Ann", folder / "right"}, wrong{"Ann", folder / "wrong"}, nobody{};
    const auto signs = [](const records::Store& store) { return store.entries("sign_in").size(); };
    {
        const records::Store reader = records::Store::open_read_only(db);
        CHECK(Access(reader, right).account()->person.name == "Ann");
        CHECK_THROWS_AS(Access(reader, wrong), WrongUsage);
        CHECK_THROWS_AS(Access(reader, nobody), WrongUsage);
        CHECK(signs(reader) == 2);
    }
    const std::string before = records::tests::bytes_of(db);
    {
        const records::Store reader = records::Store::open_read_only(db);
        CHECK(Access::unnoted(reader, right).account());
        CHECK_THROWS_AS(Access::unnoted(reader, wrong), WrongUsage);
    }
    CHECK(records::tests::bytes_of(db) == before);
    records::Store desk = records::Store::open(db);
    const records::Store reader = records::Store::open_read_only(db);
    CHECK(Access(reader, right).account());  // a desk has the file: reading goes on, nothing is noted
    CHECK(signs(reader) == 2);
    CHECK(Access(desk, right).account());
    CHECK(signs(reader) == 3);
    CHECK(desk.check_all() == std::vector<std::string>{});
}
