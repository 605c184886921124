// The sheet of the judges who set a program's pass mark: read as written, and every mistake told with its exact place.
#include "assessment/standing/cut_sheet.hpp"

#include "sim/script/read/reader.hpp"
#include "tests/script/program_text.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace shift311;
using namespace shift311::script::testing;
using namespace shift311::script::testing::program;

namespace {

/// Five judges, in place of the sound program's `pass`.
const std::string kJudges = R"~(  pass:
    percent: 80
    basis: { from: center, note: Set by judges. }
    judges:
      asked_on: 2026-09-01
      rounds: 2
      sheet:
        - { judge: Supervisor, estimates: { street: 75, urgent: 90 } }
        - { judge: Trainer, estimates: { street: 80, urgent: 88 } }
        - { judge: Desk 1, incumbent: true, estimates: { street: 78, urgent: 85 } }
        - { judge: Desk 2, incumbent: true, estimates: { street: 82, urgent: 80 } }
        - { judge: Desk 3, incumbent: true, estimates: { street: 77, urgent: 92 } }
)~";

const std::string kBeforeJudges = "  pass: { percent: 85, basis: { from: practice_value, note: Ours. } }\n";

/// Sums of 23 * street + 7 * urgent: 2355, 2456, 2389, 2446, 2415 of 3000; mean 2412.2, 80.41 percent; standard error
/// 18.55 of 3000, 0.62 percentage points.
const std::vector<Row> kJudgeRows{
    {"asked_on: 2026-09-01",
     "asked_on: 2026-09-31",
     {"22:17: error: expected a day such as `2026-11-24`, found `2026-09-31` (exam.pass.judges.asked_on)"}},
    {"      asked_on: 2026-09-01\n", "", {"22:7: error: the key `asked_on` is missing (exam.pass.judges)"}},
    {"rounds: 2", "rounds: 0", {"23:15: error: the number `0` is out of range: 1 to 9 (exam.pass.judges.rounds)"}},
    {"rounds: 2",
     "rounds: 1",
     {"23:15: warning: the judges were asked once: ask again after they have talked about where they differ, and write "
      "down the second answers (exam.pass.judges.rounds)"}},
    {"rounds: 2", "round: 2", {"23:7: error: unknown key `round` (exam.pass.judges.round); did you mean `rounds`?"}},
    {"street: 75, urgent: 90",
     "street: 101, urgent: 90",
     {"25:53: error: the number `101` is out of range: 0 to 100 (exam.pass.judges.sheet[0].estimates.street)"}},
    {"street: 75, urgent: 90",
     "street: 75.5, urgent: 90",
     {"25:53: error: expected a whole number from 0 to 100, found `75.5` "
      "(exam.pass.judges.sheet[0].estimates.street)"}},
    {"street: 75, urgent: 90",
     "stret: 75, urgent: 90",
     {"25:45: error: the blueprint has no cell `stret` (exam.pass.judges.sheet[0].estimates.stret); did you mean "
      "`street`?"}},
    {"street: 75, urgent: 90",
     "street: 75, urgent: 90, water: 80",
     {"25:69: error: the blueprint has no cell `water` (exam.pass.judges.sheet[0].estimates.water)"}},
    {"street: 75, urgent: 90",
     "street: 75",
     {"25:43: error: every judge estimates every cell of the blueprint: `urgent` is missing "
      "(exam.pass.judges.sheet[0].estimates)"}},
    {"{ street: 75, urgent: 90 }",
     "{}",
     {"25:43: error: every judge estimates every cell of the blueprint: `street` and `urgent` are missing "
      "(exam.pass.judges.sheet[0].estimates)"}},
    {"judge: Trainer,",
     "judge: Supervisor,",
     {"26:20: error: the judge `Supervisor` stands here twice (exam.pass.judges.sheet[1].judge)"}},
    {"{ judge: Trainer, estimates",
     "{ estimates",
     {"26:11: error: the key `judge` is missing (exam.pass.judges.sheet[1])"}},
    {"percent: 80",
     "percent: 81",
     {"19:14: error: the judges' sheet gives 80 percent (80.41), and this says 81 (exam.pass.percent); write 80"}},
    {"rounds: 2\n",
     "rounds: 2\n      less_sem: 2\n",
     {"24:17: error: the number `2` is out of range: 0 to 1 (exam.pass.judges.less_sem)"}},
    {"from: center, note: Set",
     "from: practice_value, note: Set",
     {"20:20: error: judges of the center set this cut, so it comes from the `center` (exam.pass.basis.from); write "
      "`center`"}},
    {", incumbent: true, estimates: { street: 77",
     ", incumbent: yes, estimates: { street: 77",
     {"29:39: error: expected `true` or `false`, found `yes` (exam.pass.judges.sheet[4].incumbent); write true"}},
    // What is wrong elsewhere is not told a second time as a wrong sum.
    {"first: 15, second: 8",
     "first: 14, second: 8",
     {"34:5: error: the cells' `first` add up to 19, and CERT-20/30 wants 20 (exam.blueprint)"}},
    {"id: urgent", "id: street", {"35:13: error: the id `street` is taken by an earlier one (exam.blueprint[1].id)"}},
    {"percent: 80", "percent: 101", {"19:14: error: the number `101` is out of range: 1 to 100 (exam.pass.percent)"}},
};

/// A rubric that passes a contact where the program does.
void write_rubric(const Content& content, const std::string& percent) {
    std::ifstream stream(SHIFT311_SOURCE_DIR "/scenarios/programs/rubrics/practice.yaml");
    std::string rubric;
    for (std::string line; std::getline(stream, line);)
        rubric += line + '\n';
    content.write("programs/rubrics/own.yaml", rubric);
    content.change("programs/rubrics/own.yaml", "rubric: practice\n", "rubric: own\n");
    content.change("programs/rubrics/own.yaml", "pass_percent: 85", "pass_percent: " + percent);
}

std::string judged() {
    std::string text = kSound;
    text.replace(text.find(kBeforeJudges), kBeforeJudges.size(), kJudges);
    return text.replace(text.find("rubric: practice"), 16, "rubric: own");
}

}  // namespace

TEST_CASE("the judges' sheet is read as written, and its cut is the program's") {
    const Content content;
    write_rubric(content, "80");
    content.write(kFile, judged());
    const script::read::Reading reading = content.read();
    CHECK(content.shown(reading.issues) == std::vector<std::string>{});
    const standing::Program* program = script::find_program(reading.library, "6J55");
    REQUIRE(program != nullptr);
    const standing::CutSheet& sheet = program->pass_sheet;
    CHECK(sheet.asked_on == "2026-09-01");
    CHECK(sheet.rounds == 2);
    CHECK(sheet.less_errors == 0);
    REQUIRE(sheet.judges.size() == 5);
    CHECK(sheet.judges[0].name == "Supervisor");
    CHECK_FALSE(sheet.judges[0].incumbent);
    CHECK(sheet.judges[4].incumbent);
    CHECK(sheet.judges[4].estimates == std::map<std::string, int>{{"street", 77}, {"urgent", 92}});
    CHECK(standing::cut_weights(*program) == std::vector<int>{23, 7});
    const auto score = standing::cut_score(*program);
    REQUIRE(score);
    CHECK(score->items == 30);
    CHECK(score->percent == Approx(80.4067).margin(.0001));
    CHECK(score->in_percent(*score->error) == Approx(.61819).margin(.00001));
    CHECK(standing::whole_cut(*program) == 80);
    // One byte of the sheet, and it is another program.
    std::string other = judged();
    other.replace(other.find("judge: Desk 1"), 13, "judge: Desk 7");
    content.write(kFile, other);
    const script::read::Reading changed_reading = content.read();
    CHECK(script::find_program(changed_reading.library, "6J55")->hash != program->hash);
}

TEST_CASE("a mistake in the judges' sheet is told at its place, and once") {
    const Content content;
    write_rubric(content, "80");
    for (const Row& row : kJudgeRows) {
        INFO(row.to);
        std::vector<std::string> expected;
        for (const std::string& issue : row.issues)
            expected.push_back(std::string(kFile) + ":" + issue);
        CHECK(said(content, changed(row, judged())) == expected);
    }
}

TEST_CASE("a standard error is taken off where that was laid down, and only then") {
    const Content content;
    // Two judges far apart: 1999 and 2403 of 3000, 73.37 percent, standard error 6.73.
    std::string two = judged();
    const std::size_t begin = two.find("        - { judge: Supervisor"), end = two.find("  floors:");
    two.replace(begin, end - begin,
                "        - { judge: A, incumbent: true, estimates: { street: 65, urgent: 72 } }\n"
                "        - { judge: B, incumbent: true, estimates: { street: 78, urgent: 87 } }\n");
    const std::string few = std::string(kFile) +
                            ":25:9: warning: 2 judges are few for a cut that may have to be defended: ask 5 to 8 "
                            "(exam.pass.judges.sheet)";
    write_rubric(content, "73");
    const std::string plain = changed({"percent: 80", "percent: 73", {}}, two);
    CHECK(said(content, plain) == std::vector<std::string>{few});
    const std::string lower = changed({"percent: 80", "percent: 67", {}}, two);
    CHECK(said(content, lower) ==
          std::vector<std::string>{
              std::string(kFile) +
                  ":19:14: error: the judges' sheet gives 73 percent (73.37), and this says 67 (exam.pass.percent); "
                  "write 73, or `less_sem: 1` in `judges` if it was laid down before the exam that one standard error "
                  "(6.73) is taken off",
              few});
    const std::string stated = changed({"rounds: 2\n", "rounds: 2\n      less_sem: 1\n", {}}, lower);
    CHECK(said(content, stated) ==
          std::vector<std::string>{std::string(kFile) + few.substr(few.find(':')).replace(0, 3, ":26")});
    const std::string unlowered = changed({"percent: 67", "percent: 73", {}}, stated);
    CHECK(said(content, unlowered).front() ==
          std::string(kFile) +
              ":19:14: error: the judges' sheet gives 67 percent (73.37 less 6.73), and this says 73 "
              "(exam.pass.percent); write 67");
    // One judge alone.
    std::string one =
        changed({"        - { judge: B, incumbent: true, estimates: { street: 78, urgent: 87 } }\n", "", {}}, stated);
    one = changed({"{ judge: A, incumbent: true,", "{ judge: A,", {}}, one);
    const std::vector<std::string> lines = said(content, one);
    REQUIRE(lines.size() == 3);
    CHECK(
        lines[0].find(":24:17: error: one judge alone has no standard error that could be taken off: leave `less_sem` "
                      "out (exam.pass.judges.less_sem)") != std::string::npos);
    CHECK(lines[1].find("warning: 1 judge is few") != std::string::npos);
    CHECK(lines[2].find("warning: no judge does the job") != std::string::npos);
}
