#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

using namespace shift311::script;
using testing::Content;

TEST_CASE("one file is checked against the content it lies in") {
    const Content content;
    content.change("smallville/scripts/gas.yaml", "title: A smell of gas", "titel: A smell of gas");
    CHECK(content.shown(read::lint({content.path("smallville/scripts/gas.yaml")}, content.root())) ==
          std::vector<std::string>{
              "smallville/scripts/gas.yaml:2:1: error: unknown key `titel` (titel); did you mean `title`?"});
    CHECK(read::lint({content.path("smallville/scripts/pothole.yaml")}, content.root()).empty());
    CHECK(read::lint({content.path("smallville/scripts")}, content.root()).size() == 1);
    CHECK(read::lint({content.root()}, content.root()).size() == 1);
    CHECK(read::lint({content.path("smallville/shifts"), content.path("smallville/scripts/gas.yaml")}, "nowhere")
              .size() == 1);
}

TEST_CASE("faults in what every script leans on are told whatever was asked for") {
    const Content content;
    content.change("smallville/services.yaml", "group: Streets", "gruop: Streets");
    const auto lines = content.shown(read::lint({content.path("smallville/scripts/pothole.yaml")}, content.root()));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0] ==
          "smallville/services.yaml:5:5: error: unknown key `gruop` (services[0].gruop); did you mean `group`?");
}

TEST_CASE("a shift is not called sound while a script of it is faulty") {
    const Content content;
    content.write("smallville/scripts/gas.yaml", "script: *gas\n");
    content.change("smallville/scripts/status.yaml", "title: Where", "titel: Where");
    const auto lines = content.shown(read::lint({content.path("smallville/shifts/short.yaml")}, content.root()));
    REQUIRE_FALSE(lines.empty());
    for (const std::string& line : lines)
        CHECK(line.find("smallville/scripts/gas.yaml:1:") == 0);
    CHECK(content.shown(read::lint({content.path("smallville/scripts/pothole.yaml")}, content.root())).empty());
}

TEST_CASE("a script outside the content is checked against it") {
    const Content content;
    const Content elsewhere;
    elsewhere.remove("common");
    elsewhere.change("smallville/scripts/gas.yaml", "told_by: ask_hazard", "told_by: ask_hazzard");
    CHECK(elsewhere.shown(read::lint({elsewhere.path("smallville/scripts/gas.yaml")}, content.root())) ==
          std::vector<std::string>{"smallville/scripts/gas.yaml:12:57: error: there is no phrase `ask_hazzard` "
                                   "(facts.gas.told_by); did you mean `ask_hazard`?"});
    CHECK(read::lint({elsewhere.path("smallville/shifts/short.yaml")}, content.root()).empty());
}

TEST_CASE("a path that does not exist is said so") {
    const Content content;
    CHECK(content.shown(read::lint({content.path("nothing.yaml")}, content.root())) ==
          std::vector<std::string>{"nothing.yaml: error: there is no such file or folder"});
}

TEST_CASE("files that belong to a folder and would not be read are pointed out") {
    const Content content;
    content.write("smallville/scripts/notes.yml", "script: notes\n");
    content.write("smallville/scripts/other.yaml", content.bytes("smallville/scripts/gas.yaml"));
    content.write("smallville/article.yaml", content.bytes("smallville/articles.yaml"));
    content.remove("smallville/directory.yaml");
    const auto lines = content.issues();
    const std::vector<std::string> wanted{
        "smallville/article.yaml:1:1: warning: no file of this name is read here; did you mean `articles.yaml`?",
        "smallville/directory.yaml:1:1: error: there is no such file",
        "smallville/scripts/notes.yml:1:1: warning: only files whose names end in .yaml are read here",
        "smallville/scripts/other.yaml:1:9: error: the script id `gas` is taken by " +
            content.path("smallville/scripts/gas.yaml") + " (script)",
        "smallville/scripts/other.yaml:1:9: warning: the file is named differently from what it holds: `gas` belongs "
        "in "
        "gas.yaml (script)"};
    for (const std::string& line : wanted) {
        INFO(line);
        std::string shorter = line;
        const std::size_t root = shorter.find(content.root() + "/");
        if (root != std::string::npos) shorter.erase(root, content.root().size() + 1);
        CHECK(std::find(lines.begin(), lines.end(), shorter) != lines.end());
    }
}

TEST_CASE("issues come sorted by file and line") {
    const Content content;
    content.change("smallville/scripts/gas.yaml", "title: A smell of gas", "title: true");
    content.change("smallville/scripts/gas.yaml", "30s", "30");
    content.change("common/phrases.yaml", "{trainee}", "{trainer}");
    const auto issues = content.read().issues;
    CHECK(issues.size() == 3);
    CHECK(std::is_sorted(issues.begin(), issues.end(), [](const read::Issue& a, const read::Issue& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    }));
}
