// What YAML allows and the format does not: each mistake with its exact place.
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::script;
using testing::Content;

namespace {

struct Row {
    const char* bytes;
    const char* issue;
};

std::vector<std::string> said_about(const std::string& bytes) {
    std::vector<read::Issue> issues;
    read::read_script(bytes, "x.yaml", issues);
    std::vector<std::string> lines;
    for (const read::Issue& issue : issues)
        lines.push_back(read::text(issue));
    return lines;
}

}  // namespace

TEST_CASE("files that are no plain YAML are refused with line and column") {
    const Row row = GENERATE(
        Row{"script: &a x\n",
            "x.yaml:1:9: error: an anchor (`&name`) is not allowed here: write the value out, or put the text in "
            "quotes"},
        Row{"a: &b [*b]\n",
            "x.yaml:1:4: error: an anchor (`&name`) is not allowed here: write the value out, or put the text in "
            "quotes"},
        Row{"script: x\ntitle: !name y\n",
            "x.yaml:2:8: error: a tag (`!name`) is not allowed here: leave it out, or put the text in quotes"},
        Row{"script: x\n---\nscript: y\n",
            "x.yaml:2:1: error: a second document begins here (`---`): put it in a file of its own"},
        Row{"script: x\n\ttitle: y\n", "x.yaml:2:1: error: a tab indents this line: YAML wants spaces"},
        Row{"script: x\ntitle: a: b\n",
            "x.yaml:2:9: error: a `:` stands where no key can be: put the text in quotes, or check the indentation"},
        Row{"script: \"x\n", "x.yaml:1:9: error: a quote is opened here and never closed"},
        Row{"duties: [a, b\n", "x.yaml:2:1: error: a `]` is missing"},
        Row{"caller: {name: x\n", "x.yaml:2:1: error: a `}` is missing"},
        Row{"", "x.yaml:1:1: error: the file is empty"},
        Row{"# only a comment\n", "x.yaml:1:1: error: the file is empty"},
        Row{"script: x\ntitle: caf\xC3\x28\n",
            "x.yaml:2:11: error: the file is not valid UTF-8 here: save it with the encoding UTF-8"},
        Row{"\xFF\xFE\x73", "x.yaml:1:1: error: the file is not valid UTF-8 here: save it with the encoding UTF-8"},
        Row{"script: x\ntitle: a\x04 b\n", "x.yaml:2:9: error: the file holds a control character (0x04): delete it"});
    INFO(row.bytes);
    CHECK(said_about(row.bytes) == std::vector<std::string>{row.issue});
}

TEST_CASE("an alias is refused even where its anchor would be missing") {
    CHECK(said_about("script: *a\n").size() == 1);
    CHECK(said_about("script: x\ntitle: *all\n")[0].find("x.yaml:2:8: error: ") == 0);
}

TEST_CASE("a doubled key is an error and names the first") {
    const auto lines = said_about("script: x\ntitle: y\nscript: z\n");
    REQUIRE_FALSE(lines.empty());
    CHECK(lines[0] == "x.yaml:3:1: error: the key `script` is given twice; the first is on line 1 (script)");
    const auto deep = said_about("facts:\n  a: { value: x, say: y, value: z }\n");
    CHECK(deep[0] == "x.yaml:2:26: error: the key `value` is given twice; the first is on line 2 (facts.a.value)");
}

TEST_CASE("columns count characters, not bytes") {
    const auto lines = said_about("caller: { name: \"Núñez\", moood: calm }\n");
    CHECK(std::find(lines.begin(), lines.end(),
                    "x.yaml:1:26: error: unknown key `moood` (caller.moood); did you mean `mood`?") != lines.end());
}

TEST_CASE("so do the columns of what the parser refuses") {
    CHECK(said_about("title: \"Núñez\": x: y\n").size() == 1);
    CHECK(said_about("script: { ñandú: *a }\n")[0].find("x.yaml:1:18: error: an alias") == 0);
    CHECK(said_about("ñandú: \"x\n")[0].find("x.yaml:1:8: error: a quote") == 0);
}

TEST_CASE("a byte order mark is no mistake") {
    const auto lines = said_about("\xEF\xBB\xBFscript: Bad\n");
    CHECK(std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
              return line.find("x.yaml:1:9: error: `Bad`") == 0;
          }) != lines.end());
}

TEST_CASE("a file over 1 MiB is refused before it is parsed") {
    CHECK(said_about(std::string(1024 * 1024 + 1, '#')) ==
          std::vector<std::string>{"x.yaml: error: the file is larger than 1 MiB"});
    CHECK(said_about(std::string(1024 * 1024, '#')) ==
          std::vector<std::string>{"x.yaml:1:1: error: the file is empty"});
    const Content content;
    content.write("smallville/scripts/gas.yaml", std::string(1024 * 1024 + 1, '#'));
    const auto lines = content.issues();
    CHECK(std::find(lines.begin(), lines.end(), "smallville/scripts/gas.yaml: error: the file is larger than 1 MiB") !=
          lines.end());
}

TEST_CASE("hostile nesting ends in one sentence") {
    CHECK(said_about(std::string(100'000, '[')).size() == 1);
    CHECK(said_about("a: " + std::string(30, '[') + std::string(30, ']') + "\n") ==
          std::vector<std::string>{"x.yaml:1:27: error: values are nested deeper than 24 levels"});
}

TEST_CASE("thousands of mistakes are cut short") {
    std::string bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes += "k" + std::to_string(i) + ": 1\n";
    const auto lines = said_about(bytes);
    CHECK(lines.size() == 501);
    CHECK(lines.back() == "x.yaml: error: there are more than 500 mistakes in this file; the rest is not shown");
    std::string doubled;
    for (int i = 0; i < 2000; ++i)
        doubled += "script: x\n";
    CHECK(said_about(doubled).size() < 100);
}

TEST_CASE("all mistakes of a file are told at once") {
    const auto lines = said_about("script: Bad Id\nchannel: fone\nlevel: 9\nfacts: [x]\n");
    const std::vector<std::string> wanted{
        "x.yaml:1:9: error: `Bad Id` is no id: use small letters, digits and dashes, as in `pothole-tire` (script)",
        "x.yaml:2:10: error: expected `phone`, `walk_in`, `email`, `fax`, `web` or `radio`, found `fone` (channel); "
        "did you mean `phone`?",
        "x.yaml:3:8: error: the number `9` is out of range: 1 to 4 (level)",
        "x.yaml:4:8: error: expected keys with values here, found a list (facts)",
        "x.yaml:1:1: error: the key `title` is missing",
        "x.yaml:1:1: error: the key `expect` is missing"};
    for (const std::string& line : wanted) {
        INFO(line);
        CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
    }
}
