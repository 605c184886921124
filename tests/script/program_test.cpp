// A training program: read as written, and every mistake in one told with its exact place.
#include "assessment/standing/cut_sheet.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace shift311;
using shift311::script::testing::Content;

namespace {

constexpr const char* kFile = "programs/6J55.yaml";

const std::string kSound = R"~(program: 6J55
title: Trainee
employer: Smallville
city: smallville
version: small-1
rubric: practice
clauses: [6J55-08]
phases:
  - { id: first, title: First calls, weeks: 2, families: [pothole, status], contacts: 3 }
  - { id: second, title: Emergencies, families: gas }
typing:
  wpm_net: 30
  ksph_net: 2500
  needed: 2
  out_of: 3
  basis: { from: center, note: The center's rule. }
exam:
  pass: { percent: 85, basis: { from: practice_value, note: Ours. } }
  floors:
    percent: { recording: 80, privacy: 90 }
    basis: { from: practice_value, note: Ours. }
  blueprint:
    - { id: street, title: Streets, families: [pothole, status], first: 15, second: 8 }
    - { id: urgent, title: Emergencies, families: [gas], first: 5, second: 2 }
  retests: 1
  second_rating_percent: 25
certification:
  valid_months: 12
  signed_by: Supervisor
  basis: { from: class_spec, note: Clause 9. }
dispute_days: 14
appeal: [Write to the office., They answer.]
failing: It ends there.
)~";

struct Row {
    const char* from;
    const char* to;
    std::vector<std::string> issues;
};

const std::vector<Row> kRows{
    {"title: Trainee", "titel: Trainee", {"2:1: error: unknown key `titel` (titel); did you mean `title`?"}},
    {"program: 6J55",
     "program: 6J 55",
     {"1:10: error: `6J 55` is no id: use letters, digits and dashes, as in `6J55` (program)"}},
    {"clauses: [6J55-08]",
     "clauses: [6J55-80]",
     {"7:11: error: there is no clause `6J55-80` in common/duties.yaml (clauses[0]); did you mean `6J55-08`?"}},
    {"clauses: [6J55-08]", "clauses: []", {"7:10: error: the list is empty (clauses)"}},
    {"rubric: practice",
     "rubric: practise",
     {"6:9: error: there is no rubric `practise` (rubric); did you mean `practice`?"}},
    {"pass: { percent: 85",
     "pass: { percent: 80",
     {"6:9: error: the rubric `practice` passes a contact at 85 percent and this program at 80: exams are judged by "
      "one "
      "number (rubric)"}},
    {"pass: { percent: 85",
     "pass: { percent: 101",
     {"18:20: error: the number `101` is out of range: 1 to 100 (exam.pass.percent)"}},
    {"families: [pothole, status], contacts",
     "families: [pothole, statis], contacts",
     {"9:68: error: no script in `smallville` is of the family `statis` (phases[0].families[1]); did you mean "
      "`status`?"}},
    {"families: gas }",
     "families: [pothole, pothole, gas] }",
     {"10:59: error: the family `pothole` stands here twice (phases[1].families[1])"}},
    {"families: [gas], first",
     "families: [gas, status], first",
     {"24:57: error: the family `status` is drawn from an earlier cell already (exam.blueprint[1].families[1])"}},
    {"first: 15, second: 8",
     "first: 14, second: 8",
     {"23:5: error: the cells' `first` add up to 19, and CERT-20/30 wants 20 (exam.blueprint)"}},
    {"first: 15, second: 8",
     "first: 15, second: 9",
     {"23:5: error: the cells' `second` add up to 11, and CERT-20/30 wants 10 (exam.blueprint)"}},
    {"id: urgent", "id: street", {"24:13: error: the id `street` is taken by an earlier one (exam.blueprint[1].id)"}},
    {"percent: { recording: 80",
     "percent: { recordin: 80",
     {"20:16: error: expected `listening`, `recording`, `typing`, `referral`, `procedure`, `courtesy`, `privacy`, "
      "`knowledge`, `writing` or `tempo`, found `recordin` (exam.floors.percent.recordin); did you mean `recording`?"}},
    {"recording: 80",
     "recording: 0",
     {"20:27: error: the number `0` is out of range: 1 to 100 (exam.floors.percent.recording)"}},
    {"percent: { recording: 80, privacy: 90 }",
     "percent: {}",
     {"20:14: error: no competency has a floor: one strength would make up for any weakness (exam.floors.percent)"}},
    {"retests: 1", "retests: 3", {"25:12: error: the number `3` is out of range: 0 to 2 (exam.retests)"}},
    {"second_rating_percent: 25",
     "second_rating_percent: 5",
     {"26:26: error: the number `5` is out of range: 20 to 100 (exam.second_rating_percent)"}},
    {"needed: 2",
     "needed: 4",
     {"12:3: error: 4 tests out of 3 can't be passed: `needed` may be at most `out_of` (typing)"}},
    {"from: center",
     "from: centre",
     {"16:18: error: expected `class_spec`, `center` or `practice_value`, found `centre` (typing.basis.from); did you "
      "mean `center`?"}},
    {", note: Clause 9.", "", {"30:10: error: the key `note` is missing (certification.basis)"}},
    {"appeal: [Write to the office., They answer.]\n", "", {"1:1: error: the key `appeal` is missing"}},
    {"city: smallville",
     "city: bigville",
     {"4:7: warning: there is no contact of the city `bigville` yet, so nobody can practice or be examined in this "
      "program (city)"}},
};

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

std::string changed(const Row& row, std::string text = kSound) {
    const std::size_t at = text.find(row.from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(row.from, at + 1) == std::string::npos);
    return text.replace(at, std::string(row.from).size(), row.to);
}

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

/// What is said of the program, without what the rubric has to say where another percentage is tried.
std::vector<std::string> said(const Content& content, const std::string& text) {
    content.write(kFile, text);
    std::vector<std::string> lines;
    for (const std::string& line : content.issues())
        if (line.find("exams are judged by one number") == std::string::npos) lines.push_back(line);
    return lines;
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

TEST_CASE("a program is read as written") {
    const Content content;
    content.write(kFile, kSound);
    const script::read::Reading reading = content.read();
    CHECK(content.shown(reading.issues).empty());
    const standing::Program* program = script::find_program(reading.library, "6J55");
    REQUIRE(program != nullptr);
    CHECK(program->title == "Trainee");
    CHECK(program->employer == "Smallville");
    CHECK(program->city == "smallville");
    CHECK(program->version == "small-1");
    REQUIRE(program->clauses.size() == 1);
    CHECK(program->clauses[0].id == "6J55-08");
    CHECK_FALSE(program->clauses[0].title.empty());
    REQUIRE(program->phases.size() == 2);
    CHECK(program->phases[0].weeks == 2);
    CHECK(program->phases[0].contacts == 3);
    CHECK(program->phases[1].families == std::vector<std::string>{"gas"});
    CHECK(program->phases[1].contacts == 2);
    CHECK(program->typing.wpm_net == 30);
    CHECK(program->typing.ksph_net == 2500);
    CHECK(program->typing.basis.from == standing::Basis::From::center);
    CHECK(program->pass_percent == 85);
    CHECK(program->floors == std::map<std::string, int>{{"recording", 80}, {"privacy", 90}});
    REQUIRE(program->blueprint.size() == 2);
    CHECK(program->blueprint[0].first == 15);
    CHECK(program->blueprint[1].second == 2);
    CHECK(program->retests == 1);
    CHECK(program->second_rating_percent == 25);
    CHECK(program->valid_months == 12);
    CHECK(program->signer_title == "Supervisor");
    CHECK(program->valid_basis.from == standing::Basis::From::class_spec);
    CHECK(program->dispute_days == 14);
    CHECK(program->appeal == std::vector<std::string>{"Write to the office.", "They answer."});
    CHECK(program->failing == "It ends there.");
    CHECK(program->hash.size() == 64);
}

TEST_CASE("every mistake in a program is told with line, column and what was meant") {
    for (const Row& row : kRows) {
        const Content content;
        INFO(row.from << " => " << row.to);
        content.write(kFile, changed(row));
        std::vector<std::string> wanted;
        for (const std::string& issue : row.issues) {
            const bool same_file = issue[0] >= '0' && issue[0] <= '9';
            wanted.push_back(same_file ? std::string(kFile) + ":" + issue : issue);
        }
        CHECK(content.issues() == wanted);
    }
}

TEST_CASE("a program that is no program is told once, and one changed byte changes its hash") {
    const Content content;
    content.write(kFile, "just words\n");
    CHECK(content.issues() ==
          std::vector<std::string>{"programs/6J55.yaml:1:1: error: expected keys with values here, found a text"});
    content.write(kFile, kSound);
    const std::string before = content.read().library.programs.front().hash;
    content.write(kFile, kSound + "# a note\n");
    CHECK(content.read().library.programs.front().hash != before);
}

TEST_CASE("a script names its family, and one kept for exams stands in no shift") {
    const Content content;
    content.change("smallville/scripts/gas.yaml", "channel: phone", "channel: phone\nfamily: urgent\nexam: true");
    const script::read::Reading reading = content.read();
    CHECK(script::find_script(reading.library, "pothole")->family == "pothole");
    CHECK_FALSE(script::find_script(reading.library, "pothole")->exam);
    CHECK(script::find_script(reading.library, "gas")->family == "urgent");
    CHECK(script::find_script(reading.library, "gas")->exam);
    CHECK(content.shown(reading.issues) ==
          std::vector<std::string>{"smallville/shifts/short.yaml:12:23: error: the script `gas` is kept for exams "
                                   "(`exam: true`), and a shift is practice (contacts[1].script)"});
}

TEST_CASE("the delivered programs show what is assumed as assumed") {
    const script::read::Reading reading = script::read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
    for (const char* id : {"6J55", "1322"}) {
        CAPTURE(id);
        const standing::Program* program = script::find_program(reading.library, id);
        REQUIRE(program != nullptr);
        CHECK(program->typing.wpm_net == 35);
        CHECK(program->typing.ksph_net == 3000);
        CHECK(program->typing.basis.from == standing::Basis::From::practice_value);
        CHECK(program->floors_basis.from == standing::Basis::From::practice_value);
        CHECK(program->pass_basis.from == standing::Basis::From::practice_value);
        CHECK(program->retests == 2);
        CHECK_FALSE(program->appeal.empty());
        for (const standing::Clause& clause : program->clauses)
            CHECK_FALSE(clause.title.empty());
    }
    CHECK(script::find_program(reading.library, "6J55")->failing.empty());
    CHECK(script::find_program(reading.library, "1322")->failing.find("ends the employment") != std::string::npos);
}
