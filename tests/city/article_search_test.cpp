#include "sim/city/article_search.hpp"

#include "tests/city/small_city.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

using namespace shift311::city;

namespace {
using Words = std::vector<std::string>;
Words ids(const std::vector<const Article*>& articles) {
    Words out;
    for (const Article* article : articles)
        out.push_back(article->id);
    return out;
}
}  // namespace

TEST_CASE("an article is found by keyword, title and text", "[articles]") {
    const City city = shift311::city::testing::small_city();
    const ArticleSearch search(city);
    CHECK(ids(search.find("permit")) == Words{"deck-permit"});
    CHECK(ids(search.find("do I need a permit for a deck")) == Words{"deck-permit"});
    CHECK(ids(search.find("permits")) == Words{"deck-permit"});
    CHECK(ids(search.find("trash")) == Words{"trash-day", "recycling"});  // a keyword's word before the text's
    CHECK(ids(search.find("recycle")) == Words{"recycling"});
    CHECK(ids(search.find("recyling")) == Words{"recycling"});  // a slip
    CHECK(ids(search.find("sno")) == Words{"snow"});            // still typing
    CHECK(ids(search.find("what time can I set out the trash")).at(0) == "trash-day");
    CHECK(search.find("elephant").empty());
    CHECK(search.find("").empty());
    CHECK(search.find("the of and").empty());
    CHECK(search.find("trash", 1).size() == 1);
}

TEST_CASE("an article search takes any text and always answers the same", "[articles]") {
    const City city = shift311::city::testing::small_city();
    const ArticleSearch search(city);
    shift311::text::testing::Random random(29);
    for (int round = 0; round < shift311::tests::effort(1000); ++round) {
        const std::string query = round % 2 == 0 ? random.bytes(60) : random.address_soup();
        REQUIRE(search.find(query) == search.find(query));
    }
    CHECK(ArticleSearch(City{}).find("trash").empty());
}
