// A training program: read as written, and every mistake in one told with its exact place.
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/script/program_text.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::script::testing;
using namespace shift311::script::testing::program;

namespace {

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

}  // namespace

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
