#include "assessment/journal/strict_json.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::journal;

TEST_CASE("an object within an object is read as strictly as the outer one") {
    JsonOut inner;
    inner.put("n", std::int64_t{-3});
    std::vector<JsonOut> list(1);
    list[0].put("list", std::vector<std::int64_t>{1, 2});
    JsonOut out;
    out.put("objects", std::move(list));
    out.put("inner", std::move(inner));
    out.put("label", "words, not a flag");
    REQUIRE(out.line() == R"({"inner":{"n":-3},"label":"words, not a flag","objects":[{"list":[1,2]}]})");

    JsonIn in(out.line());
    CHECK(in.text("label") == "words, not a flag");
    JsonIn read_inner = in.object("inner");
    CHECK_THROWS_WITH(read_inner.finish(), R"(the key "n" is unknown here.)");
    CHECK(read_inner.number("n", -5, 5) == -3);
    CHECK_THROWS_AS(read_inner.number("n", 0, 5), BadJson);
    CHECK_NOTHROW(read_inner.finish());
    std::vector<JsonIn> objects = in.objects("objects");
    REQUIRE(objects.size() == 1);
    CHECK(objects[0].numbers("list", 0, 9) == std::vector<std::int64_t>{1, 2});
    CHECK_NOTHROW(in.finish());
    CHECK_THROWS_AS(in.objects("inner"), BadJson);
    CHECK_THROWS_AS(in.object("objects"), BadJson);
    CHECK_THROWS_AS(in.object_map("inner"), BadJson);
    CHECK(in.has("inner"));
    CHECK_FALSE(in.has("outer"));
}

TEST_CASE("the same key twice is refused at any depth, and the same key in two objects is not") {
    CHECK_THROWS_WITH(JsonIn(R"({"a":{"b":1,"c":[{"b":1,"b":2}]}})"), R"(the key "b" stands there twice.)");
    CHECK_NOTHROW(JsonIn(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})"));
}

TEST_CASE("a long word in a message is cut between characters") {
    const std::string quoted = in_quotes(std::string(59, 'x') + "ññññ");
    CHECK(quoted == '"' + std::string(59, 'x') + "...\"");
    CHECK(in_quotes("short") == "\"short\"");
}

TEST_CASE("depth without end is refused or read, not a crash") {
    const std::string deep = R"({"a":)" + std::string(200'000, '[');
    CHECK_THROWS_AS(JsonIn(deep), BadJson);
}
