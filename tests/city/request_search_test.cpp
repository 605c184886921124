#include "sim/city/request_search.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::city;
using shift311::city::testing::request;

namespace {
using Words = std::vector<std::string>;

Words references(const std::vector<RequestHit>& hits) {
    Words out;
    for (const RequestHit& hit : hits)
        out.push_back((hit.near ? "~" : "") + hit.reference);
    return out;
}
}  // namespace

TEST_CASE("a request is found by its number", "[requests]") {
    const RequestSearch search(shift311::city::testing::small_city());
    CHECK(references(search.find("17350011")) == Words{"17350011"});
    CHECK(references(search.find("reference number 17350011 please")) == Words{"17350011"});
    CHECK(references(search.find("1735 00 11")) == Words{"17350011"});
    CHECK(references(search.find("1735-0011")) == Words{"17350011"});
    CHECK(references(search.find("1735")) == Words{"17351234", "17350011", "17350099", "17351235"});  // newest first
    CHECK(references(search.find("173511")).empty());
}

TEST_CASE("a number with one digit wrong or two swapped finds its neighbors", "[requests]") {
    const RequestSearch search(shift311::city::testing::small_city());
    CHECK(references(search.find("17350012")) == Words{"~17350011"});
    CHECK(references(search.find("17530011")) == Words{"~17350011"});
    CHECK(references(search.find("17364520")) == Words{"~17346520"});
    CHECK(references(search.find("17346522")) == Words{"~17346520", "~17346521"});  // open before closed
    CHECK(references(search.find("17346520")) == Words{"17346520"});                // exact: no neighbors
    CHECK(references(search.find("17430012")).empty());                             // two slips
}

TEST_CASE("a request is found by place, service and words, as they are typed", "[requests]") {
    const RequestSearch search(shift311::city::testing::small_city());
    CHECK(references(search.find("4208 spruce")) == Words{"17346520"});
    CHECK(references(search.find("4208 Spruce Street")) == Words{"17346520"});
    CHECK(references(search.find("spruce pothole")) == Words{"17350011", "17360000", "17346520", "17346521"});
    CHECK(references(search.find("south broad")) == Words{"17351234", "17351235"});
    CHECK(references(search.find("s broad")) == Words{"17351234", "17351235"});
    CHECK(references(search.find("snyder and broad")) == Words{"17351235"});
    CHECK(references(search.find("street light")) == Words{"17350099"});
    CHECK(references(search.find("cafe")) == Words{"17346521"});
    CHECK(references(search.find("caf\xC3\xA9")) == Words{"17346521"});
    CHECK(references(search.find("gar")) == Words{"17351234"});
    CHECK(references(search.find("whole block missed trash")) == Words{"17351234"});
    CHECK(references(search.find("cave-in corner elephant")) == Words{"17351235"});  // most words, more than half
    CHECK(references(search.find("elephant corner")).empty());
    CHECK(search.find("pothole", 2).size() == 2);
    CHECK(search.find("pothole", 0).empty());
}

TEST_CASE("a request filed during the shift is found at once", "[requests]") {
    RequestSearch search(shift311::city::testing::small_city());
    search.add(request("17400001", "street-light", "10 KELLY DR", "Lamp post leaning", 0));
    CHECK(references(search.find("kelly")) == Words{"17400001"});
    CHECK(references(search.find("17400001")) == Words{"17400001"});
    Request changed = request("17400001", "street-light", "10 KELLY DR", "Lamp post fell", 0);
    changed.status = "closed";
    search.add(changed);
    CHECK(references(search.find("leaning")).empty());
    CHECK(references(search.find("lamp fell")) == Words{"17400001"});
    CHECK(references(search.find("light")) == Words{"17350099", "17400001"});
    RequestSearch moved = std::move(search);
    CHECK(references(moved.find("kelly")) == Words{"17400001"});
}

TEST_CASE("odd queries find nothing and break nothing", "[requests]") {
    const RequestSearch search(shift311::city::testing::small_city());
    for (const char* query : {"", " ", "\"", "\"\"", "NEAR(", "NEAR(a b, 2)", "AND", "OR NOT", "*", "a*b",
                              "place:", "-", "^x", "{}", "';--", "\xFF\xFE", "((((", "\"unclosed"}) {
        INFO(query);
        CHECK_NOTHROW(search.find(query));
    }
    CHECK(search.find("\"").empty());
    CHECK(references(search.find("\"4208\" (spruce*")) == Words{"17346520"});
    shift311::text::testing::Random random(23);
    for (int round = 0; round < shift311::tests::effort(1500); ++round) {
        const std::string query = round % 2 == 0 ? random.bytes(50) : random.address_soup();
        REQUIRE(search.find(query) == search.find(query));
    }
    CHECK_NOTHROW(search.find(std::string(100'000, 'x')));
    CHECK(RequestSearch(City{}).find("anything").empty());
}
