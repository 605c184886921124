#include "sim/city/address.hpp"
#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::city;
using shift311::city::testing::request;

namespace {
using Words = std::vector<std::string>;

Words near(const AddressBook& book, const City& city, const std::string& address, const std::string& service) {
    std::vector<const Request*> among;
    for (const Request& one : city.requests)
        among.push_back(&one);
    Words references;
    for (const Request* one : book.near(address, service, among))
        references.push_back(one->reference);
    return references;
}
}  // namespace

TEST_CASE("streets meet where a block says so, from either side", "[near]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    CHECK(book.meet("S BROAD ST", "SNYDER AVE"));
    CHECK(book.meet("SNYDER AVE", "S BROAD ST"));
    CHECK(book.meet("South Broad Street", "snyder ave"));
    CHECK(book.meet("AVENUE OF THE ARTS", "SPRUCE ST"));
    CHECK(book.meet("SPRUCE ST", "S 43RD ST"));  // a cross street without blocks of its own
    CHECK(book.meet("S 43RD ST", "SPRUCE ST"));
    CHECK_FALSE(book.meet("N BROAD ST", "SNYDER AVE"));
    CHECK_FALSE(book.meet("SPRUCE ST", "PINE ST"));
    CHECK_FALSE(book.meet("SPRUCE ST", "NOWHERE ST"));
    CHECK_FALSE(book.meet("", ""));
}

TEST_CASE("duplicates are the same service within one block on the street, nearest first", "[near]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    CHECK(near(book, city, "4210 SPRUCE ST", "street-defect") == Words{"17346520", "17350011", "17346521"});
    CHECK(near(book, city, "4210 spruce", "street-defect") == Words{"17346520", "17350011", "17346521"});
    CHECK(near(book, city, "4210 SPRUCE ST", "street-light") == Words{"17350099"});
    CHECK(near(book, city, "4250 SPRUCE ST", "missed-trash").empty());
    CHECK(near(book, city, "2200 S BROAD ST", "street-defect") == Words{"17351235"});
    CHECK(near(book, city, "1399 SNYDER AVE", "street-defect") == Words{"17351235"});
    CHECK(near(book, city, "S BROAD ST & SNYDER AVE", "street-defect") == Words{"17351235"});
    CHECK(near(book, city, "450 RIDGE AVE", "street-defect").empty());  // across the gap is not the next block
    CHECK(near(book, city, "200 RIDGE AVE", "street-defect") == Words{"17370000"});
    CHECK(near(book, city, "1200 BROAD ST", "missed-trash").empty());  // north or south?
    CHECK(near(book, city, "", "street-defect").empty());
    CHECK(near(book, city, "4210 PINE ST", "street-defect").empty());
}

TEST_CASE("a request filed during the shift counts too", "[near]") {
    const City city = shift311::city::testing::small_city();
    const AddressBook book(city);
    const Request filed = request("17400001", "street-defect", "4212 SPRUCE ST", "New", 0);
    CHECK(book.near("4210 SPRUCE ST", "street-defect", {&filed, nullptr}) == std::vector<const Request*>{&filed});
}
