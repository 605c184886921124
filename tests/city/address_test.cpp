#include "sim/city/address.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::city;
using Status = AddressStatus;

namespace {
struct Row {
    const char* typed;
    Status status;
    const char* normal;
    const char* says;
};
using Words = std::vector<std::string>;
}  // namespace

TEST_CASE("each thing typed has a status and one line that says it", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    const Row rows[] = {
        {"", Status::empty, "", ""},
        {"  , ", Status::empty, "", ""},
        // Found.
        {"4208 SPRUCE ST", Status::found, "4208 SPRUCE ST", "block 4200, city street"},
        {"4208 spruce street", Status::found, "4208 SPRUCE ST", "block 4200, city street"},
        {"forty-two oh eight Spruce St", Status::found, "4208 SPRUCE ST", "block 4200, city street"},
        {"4208-16 Spruce St", Status::found, "4208-16 SPRUCE ST", "block 4200, city street"},
        {"4208 Spruce St #2f", Status::found, "4208 SPRUCE ST APT 2F", "block 4200, city street"},
        {"1200 S Broad St", Status::found, "1200 S BROAD ST", "block 1200, state road"},
        {"1200 Avenue of the Arts", Status::found, "1200 S BROAD ST", "block 1200, state road"},
        {"1200 South 14th Street", Status::found, "1200 S BROAD ST", "block 1200, state road"},
        {"300 42nd st s", Status::unknown_street, "",
         "No street 42ND ST S here. Did you mean 300 N 42ND ST or 300 S 42ND ST?"},
        {"1600 mt vernon st", Status::found, "1600 MOUNT VERNON ST", "block 1600, city street"},
        {"7 Seven Oaks Rd", Status::found, "7 SEVEN OAKS RD", "block 1 to 99, private street"},
        {"800 Kelly Drive", Status::found, "800 KELLY DR", "block 800, park road"},
        {"1200 66th Ave", Status::found, "1200 66TH AVE", "block 1200, city street"},
        // The street is known, the number is not on it.
        {"9999 Spruce St", Status::number_off_street, "", "No number 9999 on SPRUCE ST; blocks run 100 to 4999"},
        {"99999999999 Spruce St", Status::number_off_street, "",
         "No number 99999999999 on SPRUCE ST; blocks run 100 to 4999"},
        {"350 Ridge Ave", Status::number_off_street, "",
         "No number 350 on RIDGE AVE; blocks run 100 to 299 and 400 to 999"},
        {"1200 Geary St", Status::number_off_street, "",
         "No number 1200 on GEARY ST; blocks run 1 to 1099. Did you mean 1200 GEARY BLVD?"},
        {"9000 Broad St", Status::number_off_street, "", "No number 9000 on N BROAD ST or S BROAD ST"},
        // Several streets fit, or something is missing.
        {"1200 Broad St", Status::ambiguous, "", "Did you mean N BROAD ST or S BROAD ST?"},
        {"1200 broad", Status::ambiguous, "", "Did you mean N BROAD ST or S BROAD ST?"},
        {"6000 Broad St", Status::incomplete, "", "Did you mean 6000 N BROAD ST?"},
        {"4208 spruce", Status::incomplete, "", "Did you mean 4208 SPRUCE ST?"},
        {"1200 s broad", Status::incomplete, "", "Did you mean 1200 S BROAD ST?"},
        {"1200 geary", Status::incomplete, "", "Did you mean 1200 GEARY BLVD?"},
        {"2000 66th", Status::incomplete, "", "Did you mean 2000 S 66TH ST?"},
        {"300 42nd", Status::ambiguous, "", "Did you mean N 42ND ST or S 42ND ST?"},
        {"broad", Status::ambiguous, "", "Did you mean N BROAD ST or S BROAD ST?"},
        {"66th", Status::ambiguous, "", "Did you mean 66TH AVE or S 66TH ST?"},
        // Typing goes on.
        {"4", Status::incomplete, "", ""},
        {"4208", Status::incomplete, "", ""},
        {"4208 spru", Status::incomplete, "", "Could be 4208 SPRUCE ST"},
        {"1200 spr", Status::incomplete, "", "Could be 1200 SPRING GARDEN ST or 1200 SPRUCE ST"},
        {"4208 spruce str", Status::found, "4208 SPRUCE ST", "block 4200, city street"},
        {"4208 spruce stre", Status::incomplete, "", "Could be 4208 SPRUCE ST"},
        {"1200 s broad s", Status::incomplete, "", "Could be 1200 S BROAD ST"},
        {"spring garden", Status::incomplete, "", "Could be SPRING GARDEN ST"},
        // No such street.
        {"4208 Spruse St", Status::unknown_street, "", "No street SPRUSE ST here. Did you mean 4208 SPRUCE ST?"},
        {"4208 Spruce Ave", Status::unknown_street, "", "No street SPRUCE AVE here. Did you mean 4208 SPRUCE ST?"},
        {"1200 E Broad St", Status::unknown_street, "",
         "No street E BROAD ST here. Did you mean 1200 N BROAD ST or 1200 S BROAD ST?"},
        {"12 Xyzzy Blvd", Status::unknown_street, "", "No street XYZZY BLVD here"},
        // A street alone.
        {"SPRUCE ST", Status::street_only, "SPRUCE ST", "No house number; blocks run 100 to 4999"},
        {"South Street", Status::street_only, "SOUTH ST", "No house number; blocks run 100 to 2699"},
        {"Seven Oaks Rd", Status::street_only, "SEVEN OAKS RD", "No house number; blocks run 1 to 99"},
        // Corners.
        {"S Broad St & Snyder Ave", Status::intersection, "S BROAD ST & SNYDER AVE",
         "corner of S BROAD ST and SNYDER AVE"},
        {"snyder avenue and south broad street", Status::intersection, "SNYDER AVE & S BROAD ST",
         "corner of SNYDER AVE and S BROAD ST"},
        {"Broad & Snyder", Status::incomplete, "", "Did you mean S BROAD ST & SNYDER AVE?"},
        {"Broad & Sny", Status::incomplete, "", "Did you mean S BROAD ST & SNYDER AVE?"},
        {"42nd & Spruce", Status::incomplete, "", "Did you mean S 42ND ST & SPRUCE ST?"},
        {"N Broad St & Snyder Ave", Status::no_corner, "", "N BROAD ST and SNYDER AVE do not meet"},
        {"Spruce & Pine", Status::no_corner, "", "SPRUCE ST and PINE ST do not meet"},
        {"Broad & Xyzzy", Status::unknown_street, "", "No street XYZZY here"},
    };
    for (const Row& row : rows) {
        INFO('"' << row.typed << '"');
        const AddressLookup look = book.look_up(row.typed);
        CHECK(static_cast<int>(look.status) == static_cast<int>(row.status));
        CHECK(look.normal == row.normal);
        CHECK(look.says == row.says);
        CHECK(look.suggestions.size() <= 6);
    }
}

TEST_CASE("a found address brings its block", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    const AddressLookup look = book.look_up("4208 spruce st");
    CHECK(look.street == "SPRUCE ST");
    CHECK(look.number == 4208);
    REQUIRE(look.block != nullptr);
    CHECK(look.block->low == 4200);
    CHECK(look.block->cross_low == "S 42ND ST");
    const AddressLookup corner = book.look_up("S Broad St & Snyder Ave");
    CHECK(corner.street == "S BROAD ST");
    REQUIRE(corner.block != nullptr);
    CHECK(corner.block->cross_high == "SNYDER AVE");
    CHECK(book.look_up("1200 Broad St").street.empty());
    CHECK(book.look_up("1200 Broad St").block == nullptr);
}

TEST_CASE("suggestions are what can be chosen next", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    CHECK(book.look_up("1200 Broad St").suggestions == Words{"1200 N BROAD ST", "1200 S BROAD ST"});
    CHECK(book.look_up("4208 spruce").suggestions == Words{"4208 SPRUCE ST"});
    CHECK(book.look_up("4208 spr").suggestions == Words{"4208 SPRUCE ST"});  // Spring Garden has no number 4208
    CHECK(book.look_up("4208 Spruse St apt 2").suggestions == Words{"4208 SPRUCE ST APT 2"});
    CHECK(book.look_up("42").suggestions == Words{"N 42ND ST", "S 42ND ST"});
    for (const char* typed : {"1200 Broad St", "4208 spruce", "1200 spr", "Broad & Snyder", "1200 Geary St"}) {
        for (const std::string& suggestion : book.look_up(typed).suggestions) {
            INFO(suggestion);
            const AddressLookup look = book.look_up(suggestion);
            CHECK((look.status == Status::found || look.status == Status::intersection));
            CHECK(look.normal == suggestion);
        }
    }
}

TEST_CASE("every block of the city is found by every spelling", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    for (const Street& street : city.streets) {
        for (const Block& block : street.blocks) {
            for (const int number : {block.low, block.high}) {
                const std::string address = std::to_string(number) + " " + street.name;
                INFO(address);
                for (const std::string& typed : {address, shift311::text::spoken(address)}) {
                    const AddressLookup look = book.look_up(typed);
                    REQUIRE(static_cast<int>(look.status) == static_cast<int>(Status::found));
                    REQUIRE(look.normal == address);
                    REQUIRE(look.block == &block);
                }
            }
        }
        CHECK(book.look_up(street.name).street == street.name);
    }
}

TEST_CASE("completing a street's name", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    CHECK(book.complete("spr") == Words{"SPRING GARDEN ST", "SPRUCE ST"});
    CHECK(book.complete("1200 spr") == Words{"SPRING GARDEN ST", "SPRUCE ST"});
    CHECK(book.complete("s") ==
          Words{"S 42ND ST", "S 66TH ST", "S BROAD ST", "SEVEN OAKS RD", "SNYDER AVE", "SOUTH ST"});
    CHECK(book.complete("s", 2) == Words{"S 42ND ST", "S 66TH ST"});
    CHECK(book.complete("42") == Words{"N 42ND ST", "S 42ND ST"});
    CHECK(book.complete("").empty());
    CHECK(book.complete("qqq").empty());
}

TEST_CASE("neighbors are the streets that a slip could hit", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    CHECK(book.neighbors("MERION AVE") == Words{"MARION AVE"});
    CHECK(book.neighbors("GEARY ST") == Words{"GEARY BLVD"});
    CHECK(book.neighbors("S BROAD ST") == Words{"N BROAD ST"});
    CHECK(book.neighbors("SNYDER AVE").empty());
}

TEST_CASE("nothing typed can break a look-up", "[address]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    const City empty;
    const AddressBook nothing(empty);
    shift311::text::testing::Random random(17);
    for (int round = 0; round < shift311::tests::effort(4000); ++round) {
        const std::string typed = round % 2 == 0 ? random.bytes(40) : random.address_soup();
        const AddressLookup look = book.look_up(typed);
        REQUIRE(look.suggestions.size() <= 6);
        REQUIRE((look.status == Status::found) == (look.block != nullptr && look.status != Status::intersection));
        nothing.look_up(typed);
        book.complete(typed);
        book.neighbors(typed);
        book.meet(typed, "SPRUCE ST");
    }
    CHECK(static_cast<int>(nothing.look_up("4208 Spruce St").status) == static_cast<int>(Status::unknown_street));
}
