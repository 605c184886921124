// One mistake is told once: neither the rest of its file nor any other file is called wrong because of it.
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>

using namespace shift311::script::testing;

namespace {

constexpr const char* kPothole = "smallville/scripts/pothole.yaml";
constexpr const char* kGas = "smallville/scripts/gas.yaml";
constexpr const char* kStatus = "smallville/scripts/status.yaml";
constexpr const char* kShort = "smallville/shifts/short.yaml";
constexpr const char* kProgram = "programs/small.yaml";
constexpr const char* kRubric = "programs/rubrics/own.yaml";

/// Content with a program and a rubric of its own, so that every kind of file leans on every other.
class Whole : public Content {
  public:
    Whole() {
        write(kProgram, R"~(program: small
title: Trainee
employer: Smallville
city: smallville
version: small-1
rubric: own
clauses: [6J55-08]
phases:
  - { id: calls, title: Calls, weeks: 1, families: [pothole, gas, status], contacts: 2 }
typing:
  wpm_net: 35
  ksph_net: 3000
  basis: { from: practice_value, note: A value for practice. }
exam:
  pass:
    percent: 85
    basis: { from: center, note: Set by five judges. }
    judges:
      asked_on: 2026-09-01
      rounds: 2
      less_sem: 0
      sheet:
        - { judge: Intake supervisor, estimates: { calls: 84, emergencies: 88 } }
        - { judge: Trainer, estimates: { calls: 86, emergencies: 84 } }
        - { judge: First call taker, incumbent: true, estimates: { calls: 85, emergencies: 85 } }
        - { judge: Second call taker, incumbent: true, estimates: { calls: 82, emergencies: 90 } }
        - judge: Third call taker
          incumbent: true
          estimates:
            calls: 88
            emergencies: 80
  floors: { percent: { privacy: 90 }, basis: { from: practice_value, note: A value for practice. } }
  blueprint:
    - { id: calls, title: Calls, families: [pothole, status], first: 14, second: 8 }
    - { id: emergencies, title: Emergencies, families: [gas], first: 6, second: 2 }
certification: { valid_months: 24, signed_by: Supervisor, basis: { from: practice_value, note: A value. } }
appeal: [Ask your supervisor.]
)~");
        std::ifstream stream(SHIFT311_SOURCE_DIR "/scenarios/programs/rubrics/practice.yaml");
        std::string rubric;
        for (std::string line; std::getline(stream, line);)
            rubric += line.substr(0, line.find(" #")) + '\n';
        write(kRubric, rubric);
        change(kRubric, "rubric: practice\n", "rubric: own\n");
        write("smallville/triage.yaml", R"~(triage:
  - { id: smoke, say: There is smoke., answer: "911", why: Smoke is fire. }
  - { id: trash, say: My trash is still here., answer: "311", why: A missed collection. }
  - { id: still, say: He does not move., answer: "911", hidden: true, why: He is ill. }
  - { id: light, say: My light is out., answer: streets, accept: ["311"], why: A street light. }
)~");
        write("smallville/typing.yaml", R"~(copy:
  - id: morning
    title: A morning
    text: The board is full by nine and nobody waits.
dictations:
  - id: hole
    title: A hole
    service: street-defect
    lines:
      - { say: It is at forty ten Spruce Street., field: location, value: 4010 SPRUCE ST, kind: address }
)~");
    }

    /// Warnings about how much there is, which so small a folder earns, apart.
    std::vector<std::string> errors() const {
        std::vector<std::string> lines = issues();
        lines.erase(
            std::remove_if(lines.begin(), lines.end(),
                           [](const std::string& line) { return line.find(": warning: ") != std::string::npos; }),
            lines.end());
        return lines;
    }
};

const std::vector<const char*> kFiles{"common/phrases.yaml",
                                      "common/manners.yaml",
                                      "common/duties.yaml",
                                      "smallville/city.yaml",
                                      "smallville/streets.yaml",
                                      "smallville/services.yaml",
                                      "smallville/directory.yaml",
                                      "smallville/articles.yaml",
                                      "smallville/requests.yaml",
                                      "smallville/referrals.yaml",
                                      "smallville/triage.yaml",
                                      "smallville/typing.yaml",
                                      kPothole,
                                      kGas,
                                      kStatus,
                                      kShort,
                                      kProgram,
                                      kRubric};

struct Break {
    const char* what;
    std::function<std::string(const std::string&)> of;
    const char* issue;  ///< behind the file's name
};

/// Breaks that take the whole file away, or a part of it.
const std::vector<Break> kBreaks{
    {"empty", [](const std::string&) { return std::string(); }, ":1:1: error: the file is empty"},
    {"too large", [](const std::string& bytes) { return bytes + std::string(1024 * 1024, '\n'); },
     ":1:1: error: the file is larger than 1 MiB"},
    {"UTF-16", [](const std::string& bytes) { return "\xFF\xFE" + bytes; },
     ":1:1: error: the file is not valid UTF-8 but UTF-16: save it with the encoding UTF-8"},
    {"a list", [](const std::string&) { return std::string("- a\n- b\n"); },
     ":1:1: error: expected keys with values here, found a list"},
    {"an alias", [](const std::string&) { return std::string("*all\n"); },
     ":1:1: error: an alias (`*name`) is not allowed here: write the value out, or put the text in quotes"},
    {"a tag at the root", [](const std::string& bytes) { return "!!map\n" + bytes; },
     ":1:1: error: a tag (`!name`) is not allowed here: leave it out, or put the text in quotes"},
    {"a second document", [](const std::string& bytes) { return bytes + "---\nx: 1\n"; },
     ": error: a second document begins here (`---`): put it in a file of its own"},
    {"a line that fits nothing", [](const std::string& bytes) { return bytes + " x: 1\n"; }, ": error: "},
};

}  // namespace

TEST_CASE("the content that is broken below is sound before") {
    const Whole content;
    CHECK(content.errors().empty());
}

TEST_CASE("a file that can't be read makes no other file say that something is not there") {
    const Whole content;
    for (const char* file : kFiles) {
        const std::string before = content.bytes(file);
        for (const Break& one : kBreaks) {
            INFO(file << ": " << one.what);
            content.write(file, one.of(before));
            const std::vector<std::string> lines = content.errors();
            REQUIRE(lines.size() == 1);
            INFO(lines[0]);
            CHECK(lines[0].find(std::string(file) + ":") == 0);
            CHECK(lines[0].find(one.issue) != std::string::npos);
        }
        content.write(file, before);
    }
}

TEST_CASE("a key that is written wrong is told once, whatever hangs on it") {
    const Whole content;
    for (const char* file : kFiles) {
        const std::string before = content.bytes(file);
        std::size_t tried = 0;
        // Every key at the beginning of a line, one after the other, with its first letter twice.
        for (std::size_t begin = 0; begin < before.size();
             begin = std::min(before.find('\n', begin), before.size()) + 1) {
            const std::size_t colon = before.find(':', begin);
            const std::size_t end = std::min(before.find('\n', begin), before.size());
            if (colon == std::string::npos || colon > end || before[begin] < 'a' || before[begin] > 'z') continue;
            const std::string key = before.substr(begin, colon - begin);
            if (key.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) continue;
            std::string bytes = before;
            bytes.insert(begin, 1, before[begin]);
            content.write(file, bytes);
            const std::vector<std::string> lines = content.errors();
            INFO(file << ": " << key);
            for (const std::string& line : lines)
                UNSCOPED_INFO(line);
            CHECK(lines.size() == 1);
            CHECK(lines.at(0).find("error: unknown key `" + std::string(1, key[0]) + key + "`") != std::string::npos);
            CHECK(lines.at(0).find("did you mean `" + key + "`?") != std::string::npos);
            ++tried;
        }
        CHECK(tried > 0);
        content.write(file, before);
    }
}

TEST_CASE("a key inside a line that is written wrong is told once too") {
    const Whole content;
    std::size_t tried = 0;
    for (const char* file : kFiles) {
        const std::string before = content.bytes(file);
        for (std::size_t colon = before.find(':'); colon != std::string::npos; colon = before.find(':', colon + 1)) {
            const std::size_t begin = before.find_last_not_of("abcdefghijklmnopqrstuvwxyz_", colon - 1) + 1;
            if (begin == 0 || begin == colon || before[begin - 1] != ' ') continue;
            std::string bytes = before;
            bytes.insert(begin, 1, before[begin]);
            content.write(file, bytes);
            const std::vector<std::string> lines = content.errors();
            const std::string key = before.substr(begin, colon - begin);
            // Where names are free, this is another name; what its absence leads to is told by other tests.
            const std::string issue = "error: unknown key `" + std::string(1, key[0]) + key + "`";
            const auto told = std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
                return line.find(issue) != std::string::npos;
            });
            if (told == 0) continue;
            INFO(file << ": " << key);
            for (const std::string& line : lines)
                UNSCOPED_INFO(line);
            CHECK(lines.size() == 1);
            CHECK(lines.at(0).find("did you mean `" + key + "`?") != std::string::npos);
            ++tried;
        }
        content.write(file, before);
    }
    CHECK(tried > 100);
}

TEST_CASE("any value that can't be read is told once, whatever is judged by it") {
    constexpr std::pair<const char*, const char*> kInstead[] = {
        {"*gone ", "error: an alias (`*name`) is not allowed here"}, {"[[x]]", "found a list"}};
    const Whole content;
    std::size_t tried = 0;
    for (const char* file : kFiles) {
        const std::string before = content.bytes(file);
        for (std::size_t colon = before.find(": "); colon != std::string::npos; colon = before.find(": ", colon + 1)) {
            const std::size_t line = before.rfind('\n', colon) + 1;
            const auto quotes = std::count(before.begin() + static_cast<std::ptrdiff_t>(line),
                                           before.begin() + static_cast<std::ptrdiff_t>(colon), '"');
            const std::size_t begin = colon + 2;
            const bool plain = std::isalnum(static_cast<unsigned char>(before[begin])) != 0;
            if (!plain || quotes % 2 == 1 || before.find('#', line) < colon) continue;
            const std::size_t end = before.find_first_of(",}\n", begin);
            const auto& [instead, issue] = kInstead[tried % 2];
            std::string bytes = before;
            bytes.replace(begin, end - begin, instead);
            content.write(file, bytes);
            const std::vector<std::string> lines = content.errors();
            INFO(file << " at byte " << begin << ": " << before.substr(begin, end - begin));
            for (const std::string& one : lines)
                UNSCOPED_INFO(one);
            CHECK(lines.size() == 1);
            CHECK(lines.at(0).find(issue) != std::string::npos);
            CHECK(lines.at(0).find(std::string(file) + ":") == 0);
            CHECK(lines.at(0).find(" (") != std::string::npos);  // the path of the value
            ++tried;
        }
        content.write(file, before);
    }
    CHECK(tried > 150);
}

TEST_CASE("a script that can't be read is not called missing by what names it") {
    const Whole content;
    content.change(kPothole, "script: pothole", "script: [pothole]");
    content.change("smallville/scripts/status.yaml", "city: smallville", "city: &c");
    content.change("smallville/scripts/gas.yaml", "script: gas", "script: status");
    CHECK(
        content.errors() ==
        std::vector<std::string>{
            kPothole + std::string(":1:9: error: expected a text here, found a list (script)"),
            "smallville/scripts/status.yaml:1:9: error: the script id `status` is taken by " +
                content.path("smallville/scripts/gas.yaml").substr(content.root().size() + 1) + " (script)",
            "smallville/scripts/status.yaml:3:7: error: an anchor (`&name`) is not allowed here: write the value out, "
            "or put the text in quotes (city)"});
}
