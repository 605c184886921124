// What YAML allows and the format does not: each mistake with its exact place.
#include "sim/script/read/document.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::script;
using testing::Content;

namespace {

struct Row {
    const char* bytes;
    std::vector<std::string> issues;  ///< without "x.yaml:"
};

std::vector<std::string> shown(const std::vector<read::Issue>& issues) {
    std::vector<std::string> lines;
    for (const read::Issue& issue : issues)
        lines.push_back(read::text(issue));
    return lines;
}

/// What is said about YAML alone, whatever the file is to be.
std::vector<std::string> said_of_yaml(const std::string& bytes) {
    std::vector<read::Issue> issues;
    read::parse(bytes, "x.yaml", issues);
    return shown(issues);
}

std::vector<std::string> said_about(const std::string& bytes) {
    std::vector<read::Issue> issues;
    read::read_script(bytes, "x.yaml", issues);
    return shown(issues);
}

constexpr const char* kAnchor =
    "error: an anchor (`&name`) is not allowed here: write the value out, or put the text in quotes";
constexpr const char* kAlias =
    "error: an alias (`*name`) is not allowed here: write the value out, or put the text in quotes";
constexpr const char* kTag = "error: a tag (`!name`) is not allowed here: leave it out, or put the text in quotes";
constexpr const char* kColon =
    "error: a `:` stands where no key can be: put the text in quotes, or check the indentation";
constexpr const char* kUtf8 = "error: the file is not valid UTF-8 here: save it with the encoding UTF-8";

std::string at(const char* place, const char* message, const char* path = "") {
    return std::string(place) + ": " + message + path;
}

}  // namespace

TEST_CASE("what is no plain YAML is told with line, column and the path of the value") {
    const Row row = GENERATE(
        Row{"script: &a x\n", {at("1:9", kAnchor, " (script)")}},
        Row{"a: &b [*b]\n", {at("1:4", kAnchor, " (a)"), at("1:8", kAlias, " (a[0])")}},
        Row{"script: x\ntitle: !name y\n", {at("2:8", kTag, " (title)")}},
        Row{"a: !!binary |\n  eHg=\nb: !!map { c: d }\n", {at("1:4", kTag, " (a)"), at("3:4", kTag, " (b)")}},
        Row{"script: x\n---\nscript: y\n",
            {"2:1: error: a second document begins here (`---`): put it in a file of its own"}},
        Row{"script: x\n\ttitle: y\n", {"2:1: error: a tab indents this line: YAML wants spaces (script)"}},
        Row{"a:\n\tb: x\n\tc: y: z\nd: *e\n",
            {"2:1: error: a tab indents this line, as on 1 more line: YAML wants spaces (a)",
             at("3:6", kColon, " (a.c)"), at("4:4", kAlias, " (d)")}},
        Row{"script: x\ntitle: a: b\nlevel: c: d\n", {at("2:9", kColon, " (title)"), at("3:9", kColon, " (level)")}},
        Row{"a: { b: c: d, e: f: g }\n", {at("1:10", kColon, " (a.b)"), at("1:19", kColon, " (a.e)")}},
        Row{"facts:\n  gas:\n    value:x\n    say: y\n",
            {"3:10: error: a space is missing after this `:` (facts.gas)"}},
        Row{"script: \"x\n", {"1:9: error: a quote is opened here and never closed (script)"}},
        Row{"a: \"x\nb: \"y\"\nc: *z\n",
            {"1:4: error: the quote opened here is closed only on line 2, with text after it: is a closing quote "
             "missing? (a)",
             at("3:4", kAlias, " (c)")}},
        Row{"a: \"He said \"hi\" to me\"\nb: @c\n",
            {"1:14: error: text follows the closing quote: put all of it in quotes, and write `\\\"` for a quote "
             "inside (a)",
             "2:4: error: a text can't begin with this character: put it in quotes (b)"}},
        Row{"a: 'it's'\n",
            {"1:8: error: text follows the closing quote: put all of it in double quotes, or write `''` for an "
             "apostrophe inside (a)"}},
        Row{"a: \"\\w\"\nb: - c\nd: ]e\nf: > g\n",
            {"1:5: error: this is no escape: write `\\\\` for a backslash in a text in double quotes (a)",
             "2:4: error: a `-` stands where no list item can be: check the indentation (b)",
             "3:4: error: a `}` or `]` closes nothing: put the text in quotes (d)",
             "4:4: error: after `|` or `>` the text begins on the next line; a text that starts with one is put in "
             "quotes (f)"}},
        Row{"duties: [a, b\n", {"1:9: error: a `]` is missing: the `[` here is not closed (duties)"}},
        Row{"caller: {name: x\nb: *c\n",
            {"1:9: error: a `}` is missing: the `{` here is not closed (caller)", at("2:4", kAlias, " (b)")}},
        Row{"a:\n  b: 1\n c: 2\n d: 3\ne: *f\n",
            {"3:2: error: this line does not fit the lines above it: check the indentation and the quotes (a.b); lines "
             "3 to 4 are not checked until then",
             at("5:4", kAlias, " (e)")}},
        Row{"", {"1:1: error: the file is empty"}}, Row{"# only a comment\n", {"1:1: error: the file is empty"}},
        Row{"~\n", {"1:1: error: the file is empty"}},
        Row{"script: x\ntitle: caf\xC3\x28\nb: \xE9t\xE9\n", {at("2:11", kUtf8, " (title)"), at("3:4", kUtf8, " (b)")}},
        Row{"# caf\xE9\na: *b\n", {at("1:6", kUtf8), at("2:4", kAlias, " (a)")}},
        Row{"\xFF\xFE\x73", {"1:1: error: the file is not valid UTF-8 but UTF-16: save it with the encoding UTF-8"}},
        Row{"script: x\ntitle: a\x04 b\n",
            {"2:9: error: the file holds a control character (0x04): delete it (title)"}});
    INFO(row.bytes);
    std::vector<std::string> wanted;
    for (const std::string& issue : row.issues)
        wanted.push_back("x.yaml:" + issue);
    CHECK(said_of_yaml(row.bytes) == wanted);
}

TEST_CASE("an anchor or alias in the middle of a file hides nothing of the rest") {
    const auto lines = said_about(
        "script: x\ntitle: *all\nlevel: &l 9\ncity: *gone\nchannel: fone\nfacts: &f\n  a: { vale: 1 }\n"
        "beats:\n  - <<: *f\n    say: hi\n  - *f\n");
    const std::vector<std::string> wanted{
        at("x.yaml:2:8", kAlias, " (title)"),
        at("x.yaml:3:8", kAnchor, " (level)"),
        at("x.yaml:4:7", kAlias, " (city)"),
        at("x.yaml:6:8", kAnchor, " (facts)"),
        "x.yaml:9:5: error: a merge key (`<<`) is not allowed here: write the keys out (beats[0].<<)",
        at("x.yaml:11:5", kAlias, " (beats[1])"),
        "x.yaml:3:8: error: the number `9` is out of range: 1 to 4 (level)",
        "x.yaml:5:10: error: expected `phone`, `walk_in`, `email`, `fax`, `web` or `radio`, found `fone` (channel); "
        "did you mean `phone`?",
        "x.yaml:7:8: error: unknown key `vale` (facts.a.vale); did you mean `value`?",
        "x.yaml:7:6: error: the key `say` is missing: how the caller puts it (facts.a)"};
    for (const std::string& line : wanted) {
        INFO(line);
        CHECK(std::find(lines.begin(), lines.end(), line) != lines.end());
    }
    // Beside these only the keys that the script really lacks.
    for (const std::string& line : lines) {
        INFO(line);
        CHECK((std::find(wanted.begin(), wanted.end(), line) != wanted.end() ||
               line.find("x.yaml:1:1: error: the key `") == 0));
    }
    CHECK(lines.size() == wanted.size() + 4);
}

TEST_CASE("hundreds of aliases are told without waiting") {
    std::string bytes;
    for (int i = 0; i < 300; ++i)
        bytes += "k" + std::to_string(i) + ": *a" + std::to_string(i) + "\n";
    CHECK(said_of_yaml(bytes).size() == 300);
    for (int i = 300; i < 900; ++i)
        bytes += "k" + std::to_string(i) + ": *a" + std::to_string(i) + "\n";
    const auto lines = said_of_yaml(bytes);
    REQUIRE(lines.size() == 501);
    CHECK(lines[0] == at("x.yaml:1:5", kAlias, " (k0)"));
    CHECK(lines.back() ==
          "x.yaml:501:1: error: from here on, more of the file is no valid YAML (k499); the rest of the file is not "
          "checked until then");
}

TEST_CASE("the largest file of the worst kind is refused in a moment") {
    const std::string line = "k: *a\n";
    std::string bytes;
    while (bytes.size() + line.size() <= 1024 * 1024)
        bytes += line;
    const auto lines = said_of_yaml(bytes);
    CHECK(lines.size() > 10);
    CHECK(lines.size() < 200);
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
    CHECK(said_of_yaml("title: \"Núñez\": x: y\n").size() == 1);
    CHECK(said_of_yaml("script: { ñandú: *a }\n")[0].find("x.yaml:1:18: error: an alias") == 0);
    CHECK(said_of_yaml("ñandú: \"x\n")[0].find("x.yaml:1:8: error: a quote") == 0);
}

TEST_CASE("a byte order mark is no mistake") {
    const auto lines = said_about("\xEF\xBB\xBFscript: Bad\n");
    CHECK(std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
              return line.find("x.yaml:1:9: error: `Bad`") == 0;
          }) != lines.end());
}

TEST_CASE("a file over 1 MiB is refused before it is parsed") {
    CHECK(said_about(std::string(1024 * 1024 + 1, '#')) ==
          std::vector<std::string>{"x.yaml:1:1: error: the file is larger than 1 MiB"});
    CHECK(said_about(std::string(1024 * 1024, '#')) ==
          std::vector<std::string>{"x.yaml:1:1: error: the file is empty"});
    const Content content;
    content.write("smallville/scripts/gas.yaml", std::string(1024 * 1024 + 1, '#'));
    const auto lines = content.issues();
    CHECK(std::find(lines.begin(), lines.end(),
                    "smallville/scripts/gas.yaml:1:1: error: the file is larger than 1 MiB") != lines.end());
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
    CHECK(lines.back() == "x.yaml:501:1: error: there are more than 500 mistakes in this file; the rest is not shown");
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
