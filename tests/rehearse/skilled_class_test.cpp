// A simulated class from the first day to the last signature, with content of its own that holds enough for exams.
#include "sim/rehearse/skilled_class.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/scoring/drill.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"
#include "tests/support/effort.hpp"
#include "tests/support/floor.hpp"

#include <algorithm>

using namespace shift311;
using records::tests::TempFolder;

namespace {

constexpr int kCopies = 7;  ///< of each script, kept for exams: enough for a form and a retest

/// The project's own scripts again under other names, kept for exams, and vignettes enough.
script::Library with_exams() {
    script::Library library = tests::content();
    const std::vector<script::Script> practice = library.scripts;
    for (const script::Script& one : practice)
        for (int copy = 1; copy <= kCopies; ++copy) {
            script::Script kept = one;
            kept.id += "-exam-" + std::to_string(copy);
            kept.exam = true;
            library.scripts.push_back(std::move(kept));
        }
    std::sort(library.scripts.begin(), library.scripts.end(),
              [](const script::Script& a, const script::Script& b) { return a.id < b.id; });
    library.drills.clear();
    script::Drills drills;
    drills.city = "philadelphia";
    for (int i = 0; i < 480; ++i) {
        script::Vignette one;
        one.id = "made-up-" + std::to_string(i);
        one.text = "Made up, number " + std::to_string(i) + '.';
        one.emergency = i % 2 == 0;
        one.answer = one.emergency ? "911" : "311";
        one.exam = i >= 120;
        drills.vignettes.push_back(one);
    }
    library.drills.push_back(drills);
    return library;
}

/// Short enough to be through with in two weeks.
standing::Program short_program(const script::Library& library) {
    standing::Program program;
    program.id = "short";
    program.title = "Short course";
    program.city = "philadelphia";
    program.version = "short-1";
    program.hash = std::string(64, 'a');
    std::vector<std::string> families;
    for (const script::Script& one : library.scripts)
        if (!one.exam && std::find(families.begin(), families.end(), one.family) == families.end())
            families.push_back(one.family);
    program.phases = {{"all", "Everything", 2, {families.front()}, 1}};
    program.blueprint = {{"all", "Everything", families, 20, 10}};
    program.typing.needed = 0;
    program.floors = {{"recording", 50}};
    return program;
}

rehearse::ClassPlan small_class() {
    rehearse::ClassPlan plan;
    plan.trainees = tests::kSanitized ? 1 : 3;
    plan.weeks = 2;
    plan.contacts_a_week = 9;
    plan.seed = 5;
    plan.software = "test";
    return plan;
}

/// The copies are understood like their originals.
std::vector<std::string> understood(const std::string& words, const std::string& script) {
    return tests::understood(words, script.substr(0, script.find("-exam-")));
}

}  // namespace

TEST_CASE("a simulated class is trained, examined and signed, and the records agree", "[rehearse][class]") {
    const script::Library library = with_exams();
    const standing::Program program = short_program(library);
    const TempFolder folder;
    records::Store store = records::Store::open(folder / "class.db");
    rehearse::SimulatedClass all(library, program, store, understood, small_class());
    all.run();
    REQUIRE(all.members().size() == static_cast<std::size_t>(small_class().trainees));
    int held = 0;
    for (const rehearse::ClassMember& member : all.members()) {
        CAPTURE(member.record.name, member.exam_refused, member.standing.next);
        CHECK(member.contacts == 18);
        CHECK(member.passed <= member.contacts);
        held += static_cast<int>(member.standing.exams.size());
        for (const standing::ExamResult& exam : member.standing.exams) {
            CHECK((exam.judged == 20 || exam.judged == 30));
            CHECK(exam.blocks >= 1);
            CHECK(exam.emergency != standing::Verdict::open);
            CHECK(exam.rated);
            CHECK(exam.outcome == (exam.rule == standing::Verdict::passed ? "certified" : "not_yet"));
            CHECK(exam.signed_by == rehearse::simulated_supervisor());
        }
        CHECK((member.standing.state == standing::State::certified ||
               member.standing.state == standing::State::not_yet_competent || !member.exam_refused.empty()));

        // What the class remembers and what the records hold are the same.
        const standing::History kept = records::history_of(store, member.record.id);
        const standing::Standing again = standing::standing(program, kept, all.last());
        CHECK(kept.ratings.size() == member.history.ratings.size());
        CHECK(again.state == member.standing.state);
        REQUIRE(again.exams.size() == member.standing.exams.size());
        for (std::size_t i = 0; i < again.exams.size(); ++i)
            CHECK(again.exams[i].reasons == member.standing.exams[i].reasons);
    }
    CHECK(held >= 1);
    for (const records::AttemptRow& row : store.attempts()) {
        CHECK(row.title.find("Simulated: ") == 0);
        CHECK(row.ended > row.began);
        CHECK(row.ended.substr(0, 10) == row.began.substr(0, 10));  // on its own day, not on that of the simulation
    }
    for (const std::string& fault : store.check_all())
        FAIL_CHECK(fault);
}

TEST_CASE("the same seed gives the same class, and a class has a file of its own", "[rehearse][class]") {
    const standing::Program program = short_program(tests::content());
    rehearse::ClassPlan plan = small_class();
    plan.trainees = 2;
    plan.weeks = 1;
    plan.contacts_a_week = 6;
    const TempFolder folder;
    std::vector<std::string> before;
    for (const std::string name : {"one.db", "two.db"}) {
        records::Store store = records::Store::open(folder / name);
        rehearse::SimulatedClass all(tests::content(), program, store, tests::understood, plan);
        all.run();
        std::vector<std::string> lines;
        for (const rehearse::ClassMember& member : all.members()) {
            CHECK(member.standing.exams.empty());
            for (const standing::ContactFact& fact : member.history.contacts)
                lines.push_back(fact.attempt + fact.at + fact.script + std::to_string(fact.points));
        }
        CHECK(lines.size() == 12);
        CHECK((before.empty() || before == lines));
        before = lines;
        CHECK_THROWS_AS(rehearse::SimulatedClass(tests::content(), program, store, tests::understood, plan),
                        std::invalid_argument);
    }
}

TEST_CASE("a class with dictionaries at hand is judged on its spelling too", "[rehearse][class]") {
    const standing::Program program = short_program(tests::content());
    rehearse::ClassPlan plan = small_class();
    plan.trainees = 2;
    plan.weeks = 1;
    plan.contacts_a_week = 6;
    const TempFolder folder;
    records::Store store = records::Store::open(folder / "spelled.db");
    const auto no_word_is_known = [](const city::City& city, const scoring::AnswerKey&, const journal::Journal&,
                                     journal::ContactId) {
        return scoring::Spelling{"of " + city.id, {"the"}};
    };
    rehearse::SimulatedClass all(tests::content(), program, store, tests::understood, plan, no_word_is_known);
    all.run();
    int cards = 0;
    for (const records::AttemptRow& row : store.attempts()) {
        for (const records::StoredCard& kept : store.scorecards(row.id)) {
            if (scoring::is_drill(kept.card.script)) continue;
            CHECK(kept.card.spelling.dictionary == "of philadelphia");
            ++cards;
        }
    }
    CHECK(cards == 12);
    CHECK(store.check_all().empty());
}
