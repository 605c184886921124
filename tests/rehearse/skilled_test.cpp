// Players of known skill: they pass as often as they are said to, and what they write can be signed.
#include "sim/rehearse/skilled.hpp"

#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "sim/rehearse/agent.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "sim/rehearse/skilled_exams.hpp"
#include "sim/rehearse/skilled_papers.hpp"
#include "sim/rehearse/skilled_people.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/support/floor.hpp"

#include <cmath>
#include <set>

using namespace shift311;

namespace {

/// Plays one script with what goes wrong drawn anew each time; how many of so many plays pass.
int passed_of(const std::string& id, int plays, int clean_permille, std::uint64_t seed) {
    const script::Script& script = tests::script_named(id);
    const scoring::Points possible = rehearse::play(tests::content(), script, 1, {}, tests::understood).card.possible;
    script::Random random(seed);
    rehearse::Skill skill{clean_permille, rehearse::draw_habits(random)};
    shift::Grounds grounds;
    int passed = 0;
    for (int i = 0; i < plays; ++i) {
        const auto floor =
            shift::make_floor(tests::content(), shift::plan_for(script), random.below(1'000), 3, "Skilled", &grounds);
        shift::Run run(
            floor, [](std::span<const shift::Event>) {}, tests::understood);
        rehearse::Agent(run, {}, [&](const script::Cast& cast) {
            return rehearse::draw_mistakes(cast, {}, skill, possible, random);
        }).play_shift();
        journal::Journal journal;
        journal.events = run.events();
        if (scoring::assess(floor->casts.front().key, journal, 1).passed) ++passed;
    }
    return passed;
}

/// A plan of so many vignettes, every third an emergency.
drill::Plan vignettes(int count) {
    drill::Plan plan;
    plan.script = scoring::kTriage;
    plan.answers = {{"911", "911", "", ""}, {"311", "311", "", ""}, {"water", "Water", "", ""}};
    for (int i = 0; i < count; ++i) {
        script::Vignette one;
        one.id = "v" + std::to_string(i);
        one.text = "Something happened.";
        one.emergency = i % 3 == 0;
        one.answer = one.emergency ? "911" : "311";
        plan.vignettes.push_back(one);
    }
    return plan;
}

}  // namespace

TEST_CASE("contacts go well as often as the skill says", "[rehearse][skill]") {
    const int kPlays = std::max(8, tests::effort(15));
    for (const std::string id : {"permit-question", "missed-trash", "pothole-gas"}) {
        for (const int clean : {600, 850, 1'000}) {
            CAPTURE(id, clean);
            const int passed = passed_of(id, kPlays, clean, 17);
            const double p = clean / 1000.0;
            CHECK(std::abs(passed - kPlays * p) <= 4 * std::sqrt(kPlays * p * (1 - p)) + 1);
        }
    }
    CHECK(passed_of("missed-trash", kPlays, 0, 23) <= 1);
}

TEST_CASE("what goes wrong is drawn from the seed, and no mistake is made twice", "[rehearse][skill]") {
    const auto floor =
        shift::make_floor(tests::content(), shift::plan_for(tests::script_named("pothole-tire")), 1, 3, "Skilled");
    const script::Cast& cast = floor->casts.front();
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        script::Random one(seed), other(seed);
        const rehearse::Skill skill{500, {}};
        const auto made = rehearse::draw_mistakes(cast, {}, skill, 10'000, one);
        const auto again = rehearse::draw_mistakes(cast, {}, skill, 10'000, other);
        REQUIRE(made.size() == again.size());
        std::set<std::pair<rehearse::Mistake::Kind, std::string>> different;
        for (std::size_t i = 0; i < made.size(); ++i) {
            CHECK(made[i].kind == again[i].kind);
            CHECK(made[i].what == again[i].what);
            CHECK(different.insert({made[i].kind, made[i].what}).second);
        }
    }
}

TEST_CASE("vignettes are answered as well as the skill says", "[rehearse][skill]") {
    const auto missed = [](int miss_permille, int false_permille) {
        const auto plan = std::make_shared<drill::Plan>(vignettes(300));
        drill::Run run(plan);
        script::Random random(5);
        rehearse::DrillSkill skill;
        skill.miss_permille = miss_permille;
        skill.false_transfer_permille = false_permille;
        rehearse::play_drill(run, skill, random);
        CHECK(run.state().over);
        CHECK(run.state().over_why == "finished");
        std::pair<int, int> wrong{0, 0};
        REQUIRE(run.state().given.size() == 300);
        for (std::size_t i = 0; i < 300; ++i) {
            const bool urgent = run.state().given[i] == "911";
            if (plan->vignettes[i].emergency && !urgent) ++wrong.first;
            if (!plan->vignettes[i].emergency && urgent) ++wrong.second;
        }
        return wrong;
    };
    CHECK(missed(0, 0) == std::pair<int, int>{0, 0});
    CHECK(missed(1'000, 1'000) == std::pair<int, int>{100, 200});
    const auto [misses, false_transfers] = missed(100, 100);
    CHECK(std::abs(misses - 10) <= 12);
    CHECK(std::abs(false_transfers - 20) <= 17);
}

TEST_CASE("a copy test is typed as fast as the player types", "[rehearse][skill]") {
    drill::Plan plan;
    plan.script = scoring::kCopyTest;
    plan.limit = 300'000;
    for (int i = 0; i < 500; ++i)
        plan.copy.text += "SPRUCE street four ";
    drill::Run run(std::make_shared<drill::Plan>(plan));
    script::Random random(1);
    rehearse::DrillSkill skill;
    skill.words_a_minute = 40;
    skill.typo_permille = 0;
    rehearse::play_drill(run, skill, random);
    CHECK(run.state().over_why == "finished");
    const std::string& typed = run.state().values.at("copy");
    CHECK(plan.copy.text.compare(0, typed.size(), typed) == 0);
    CHECK(std::abs(static_cast<int>(typed.size()) - 40 * 5 * 5) <= 15);
}

TEST_CASE("a simulated class: nobody twice, everybody marked, the same for the same seed", "[rehearse][skill]") {
    const auto people = rehearse::draw_people(1'000, 9);
    std::set<std::string> names;
    for (const auto& person : people) {
        CHECK(names.insert(person.name).second);
        CHECK(person.name.find(rehearse::kSimulated) != std::string::npos);
        CHECK(person.begins_permille >= rehearse::kLeastSkill);
        CHECK(person.begins_permille <= person.becomes_permille);
        CHECK(person.becomes_permille <= rehearse::kMostSkill);
        CHECK(person.skill(0, 80).clean_permille == person.begins_permille);
        CHECK(person.skill(60, 80).clean_permille == person.becomes_permille);
        CHECK(person.skill(900, 80).clean_permille == person.becomes_permille);
    }
    const auto fewer = rehearse::draw_people(10, 9);
    for (std::size_t i = 0; i < fewer.size(); ++i)
        CHECK((fewer[i].name == people[i].name && fewer[i].seed == people[i].seed));
    CHECK(rehearse::draw_people(10, 10)[0].seed != fewer[0].seed);
}

TEST_CASE("what simulated trainers write can be signed", "[rehearse][skill]") {
    standing::Program program;
    script::Random random(3);
    for (int round = 0; round < 200; ++round) {
        standing::ContactFact contact;
        contact.attempt = "attempt";
        contact.contact = 1;
        for (const scoring::Competency one : scoring::kCompetencies)
            if (random.below(3) != 0)
                contact.competencies[std::string(scoring::word(one))] = {
                    static_cast<scoring::Points>(random.below(2'001)), 2'000};
        standing::Report daily =
            rehearse::observation({contact}, program, static_cast<int>(random.below(3)) - 1, random);
        daily.trainee = "trainee";
        daily.rater = "trainer";
        daily.day = "2026-11-20";
        CHECK(standing::faults(daily).empty());
        standing::Report rating = rehearse::blind_rating(contact, program, random);
        rating.trainee = "trainee";
        rating.rater = "trainer";
        CHECK(standing::faults(rating).empty());
        CHECK(rating.blind);
    }
}

TEST_CASE("the exam's rule is tried by players of known skill", "[rehearse][skill]") {
    standing::Program program;
    program.city = "philadelphia";
    program.blueprint = {{"answers", "Answers", {"information", "status"}, 20, 10}};
    const auto rows = rehearse::try_rule(tests::content(), program, tests::understood, {600, 970}, 2, 4);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].expected == Approx(.0044).margin(.00005));
    CHECK(rows[1].expected == Approx(.9985).margin(.00005));
    CHECK(rows[0].passed == 0);  // somebody at .60 passes in 1 of 227
    for (const rehearse::TriedRule& row : rows) {
        CHECK(row.exams == 2);
        CHECK(row.contacts >= 40);
        CHECK(row.contacts <= 60);
    }
    CHECK(rows[1].contacts_passed * rows[0].contacts > rows[0].contacts_passed * rows[1].contacts);
    program.blueprint.front().families = {"no-such-family"};
    CHECK_THROWS_AS(rehearse::try_rule(tests::content(), program, tests::understood, {600}, 1, 4),
                    std::invalid_argument);
    program.blueprint.front() = {"answers", "Answers", {"information"}, 3, 1};
    CHECK_THROWS_AS(rehearse::try_rule(tests::content(), program, tests::understood, {600}, 1, 4),
                    std::invalid_argument);
}
