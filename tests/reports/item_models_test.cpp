// What the item report says beyond counting: hardness with allowance for who played, one scale, learning by practice.
#include "assessment/measure/item_response.hpp"
#include "assessment/reports/item_report.hpp"
#include "tests/reports/well_formed.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/people_at_random.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

using namespace shift311;
using namespace shift311::reports;
using namespace shift311::reports::tests;
using namespace shift311::tests;
using Catch::Matchers::Contains;
using nlohmann::json;
using standing::Purpose;

namespace {

std::string digits(std::size_t number) {
    std::string out = std::to_string(number);
    return std::string(4 - std::min<std::size_t>(out.size(), 4), '0') + out;
}

/// `when` orders the plays of one test.
ItemPlay play(std::size_t person, const std::string& script, bool passed, std::size_t when = 0,
              Purpose purpose = Purpose::practice) {
    ItemPlay out;
    out.person = "p" + digits(person);
    out.began = "2026-11-01T00:00:00." + digits(when) + "Z";
    out.attempt = "attempt-" + out.person + "-" + script + "-" + digits(when);
    out.contact = 1;
    out.purpose = purpose;
    out.script = script;
    out.title = "A call";
    out.family = "water-leak";
    out.points = passed ? 100 : 0;
    out.possible = 100;
    out.passed = passed;
    return out;
}

const ItemRow& row_of(const ItemPart& part, const std::string& script) {
    for (const ItemRow& row : part.items) {
        if (row.script == script) return row;
    }
    throw std::runtime_error(script);
}

std::string text_of(const ItemReport& report) {
    const std::string page = html_of(item_document(report));
    CHECK(faults_of(page) == std::vector<std::string>{});
    return seen(page);
}

/// LSAT-6 (Bock and Lieberman 1970) as a course of five scripts.
ItemPlays lsat6() {
    ItemPlays out;
    std::size_t person = 0;
    for (std::size_t pattern = 0; pattern < kLsat6.size(); ++pattern) {
        for (int i = 0; i < kLsat6.at(pattern); ++i, ++person) {
            for (std::size_t item = 0; item < 5; ++item)
                out.add(play(person, "item-" + std::to_string(item + 1), ((pattern >> (4 - item)) & 1U) != 0, item));
        }
    }
    return out;
}

/// Whoever cannot do it learns it at a contact with the chance `learn`.
ItemPlays learners(std::size_t people, std::size_t contacts, double known, double learn, double slip, double guess,
                   Purpose purpose = Purpose::practice) {
    std::mt19937 random(11);
    std::vector<ItemPlay> all;
    for (std::size_t person = 0; person < people; ++person) {
        bool can = draw(random) < known;
        for (std::size_t at = 0; at < contacts; ++at) {
            const bool passed = draw(random) < (can ? 1 - slip : guess);
            all.push_back(play(person, at % 2 == 0 ? "burst-main" : "hydrant", passed, at, purpose));
            can = can || draw(random) < learn;
        }
    }
    // In any order: the report goes by when they were played.
    for (std::size_t i = all.size(); i-- > 1;)
        std::swap(all[i], all[random() % (i + 1)]);
    ItemPlays out;
    for (const ItemPlay& one : all)
        out.add(one);
    return out;
}

}  // namespace

TEST_CASE("LSAT-6 as a course: one scale by Rasch as published, for 2PL is no better", "[reports]") {
    const ItemReport report = item_report(lsat6());
    const ItemPart& part = report.parts.front();
    CHECK(part.curves_unsaid.empty());
    CHECK(part.curve_people == 1000);
    REQUIRE(part.curve_chance);
    CHECK(*part.curve_chance > .9);
    // mirt's difficulties with all slopes 1.
    const std::array<double, 5> b{-2.7306, -.9989, -.2399, -1.3068, -2.0999};
    for (std::size_t i = 0; i < 5; ++i) {
        const ItemRow& row = part.items[i];
        REQUIRE(row.curve);
        CHECK(row.curve->average == Approx(measure::logistic(-b.at(i))).margin(1e-4));
        CHECK(row.curve->weak < row.curve->average);
        CHECK(row.curve->average < row.curve->strong);
        CHECK_FALSE(row.curve->discrimination);
        // In standard deviations it is the difficulty that ltm gives with one slope for all.
        REQUIRE(row.curve->difficulty);
        CHECK(*row.curve->difficulty == Approx(b.at(i) / .755).epsilon(3e-3));
    }
    const std::string text = text_of(report);
    CHECK_THAT(text, Contains("Fitted by the Rasch model on 1,000 people") && Contains("so all are given one"));
    const json it = json::parse(item_json(report));
    CHECK(it["parts"][0]["curve_people"] == 1000);
    CHECK(it["parts"][0]["scripts"][0]["curve"]["discrimination"].is_null());
    CHECK(it["parts"][0]["scripts"][2]["curve"]["average"].get<double>() == Approx(.5597).margin(2e-4));
}

TEST_CASE("Scripts that tell strong from weak unlike each other get a discrimination each", "[reports]") {
    std::mt19937 random(12);
    const std::array<measure::ItemCurve, 6> truth{{{2.5, .5}, {2, 0}, {.3, .5}, {1.8, -.5}, {-1, .2}, {2.2, 1}}};
    ItemPlays plays;
    for (std::size_t person = 0; person < 500; ++person) {
        const double can = ability(random);
        for (std::size_t i = 0; i < truth.size(); ++i) {
            const bool passed = draw(random) < truth.at(i).chance(can);
            if ((person + i) % 6 != 0)  // nobody plays them all
                plays.add(play(person, "s" + std::to_string(i), passed, i));
        }
    }
    const ItemReport report = item_report(plays);
    const ItemPart& part = report.parts.front();
    REQUIRE(part.curve_chance);
    CHECK(*part.curve_chance < .001);
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const ItemRow& row = part.items[i];
        INFO(row.script);
        REQUIRE(row.curve);
        REQUIRE(row.curve->discrimination);
        CHECK(*row.curve->discrimination == Approx(truth.at(i).slope).margin(1));
        CHECK(row.curve->average == Approx(truth.at(i).chance(0)).margin(.1));
    }
    CHECK(part.items[4].curve->weak > part.items[4].curve->strong);
    CHECK(part.items[0].curve->difficulty);
    CHECK_THAT(text_of(report), Contains("Fitted by 2PL on 500 people") && Contains("Discrimination"));
    const auto rows = csv_rows(item_csv(report));
    const auto at = std::find(rows[0].begin(), rows[0].end(), "curve_discrimination") - rows[0].begin();
    CHECK(rows[5].at(static_cast<std::size_t>(at)).front() == '-');
}

TEST_CASE("One scale wants 200 people a script, three scripts, and a common ability", "[reports]") {
    const auto course = [](std::size_t people, std::size_t scripts, bool common) {
        std::mt19937 random(13);
        ItemPlays plays;
        for (std::size_t person = 0; person < people; ++person) {
            const double can = common ? 1.5 * ability(random) : 0;
            for (std::size_t i = 0; i < scripts; ++i)
                plays.add(play(person, "s" + std::to_string(i), draw(random) < measure::logistic(can + .5), i));
        }
        return item_report(plays).parts.front();
    };
    CHECK(course(200, 3, true).curves_unsaid.empty());
    const ItemPart few = course(199, 3, true);
    CHECK_THAT(few.curves_unsaid, Contains("3 scripts that 200 people") && Contains("none has") &&
                                      Contains("most-played script has had 199 people"));
    CHECK_FALSE(few.items[0].curve);
    CHECK_THAT(course(300, 2, true).curves_unsaid, Contains("2 scripts have"));
    const ItemPart alike = course(300, 6, false);
    CHECK_THAT(alike.curves_unsaid, Contains("hardly likelier to pass another") && Contains("300 people"));
    CHECK_FALSE(alike.items[0].curve);
    CHECK(alike.curve_people == 0);

    // A script that everybody passes has no place on a scale; the others keep theirs.
    std::mt19937 random(14);
    ItemPlays plays;
    for (std::size_t person = 0; person < 250; ++person) {
        const double can = 1.5 * ability(random);
        for (std::size_t i = 0; i < 4; ++i)
            plays.add(play(person, "s" + std::to_string(i), i == 0 || draw(random) < measure::logistic(can), i));
    }
    const ItemPart part = item_report(plays).parts.front();
    CHECK_FALSE(part.items[0].curve);
    CHECK(part.items[1].curve);
}

TEST_CASE("The average trainee's chance allows for who played a script, and is not given on few plays", "[reports]") {
    // Weak people play "for-weak" last, strong ones "for-strong"; both are equally hard.
    std::mt19937 random(15);
    ItemPlays plays;
    for (std::size_t person = 0; person < 400; ++person) {
        const bool strong = person % 2 == 0;
        const double p = measure::logistic(strong ? 1.2 : -1.2);
        for (std::size_t i = 0; i < 14; ++i)
            plays.add(play(person, "s" + std::to_string(i), draw(random) < p, i));
        plays.add(play(person, strong ? "for-strong" : "for-weak", draw(random) < p, 14));
        if (person < 29) plays.add(play(person, "rare", true, 15));
        if (person < 30) plays.add(play(person, "less-rare", true, 16));
    }
    const ItemReport report = item_report(plays);
    const ItemPart& part = report.parts.front();
    const ItemRow &weak = row_of(part, "for-weak"), &strong = row_of(part, "for-strong");
    CHECK(static_cast<double>(strong.passed) / 200 - static_cast<double>(weak.passed) / 200 > .4);
    REQUIRE(weak.average_passes);
    REQUIRE(strong.average_passes);
    CHECK(*weak.average_passes == Approx(.5).margin(.15));
    CHECK(*strong.average_passes == Approx(.5).margin(.15));
    CHECK_FALSE(row_of(part, "rare").average_passes);
    CHECK(row_of(part, "less-rare").average_passes);
    CHECK_THAT(text_of(report), Contains("Average trainee, about A call for-strong"));

    // One script alone gives nothing to allow by.
    ItemPlays alone;
    for (std::size_t person = 0; person < 40; ++person)
        alone.add(play(person, "only", person % 2 == 0));
    CHECK_FALSE(item_report(alone).parts.front().items.front().average_passes);
    CHECK(text_of(item_report(alone)).find("Average trainee, about A call") == std::string::npos);
}

TEST_CASE("Does practice help: what made the results is found again, in whatever order they come", "[reports]") {
    const ItemReport report = item_report(learners(600, 10, .3, .2, .1, .15));
    const ItemPart& part = report.parts.front();
    REQUIRE(part.families.size() == 1);
    const FamilyRow& row = part.families.front();
    CHECK(row.family == "water-leak");
    CHECK(row.people == 600);
    CHECK(row.contacts == 6000);
    CHECK(row.passed_third > row.passed_first);
    REQUIRE(row.tracing);
    CHECK(row.tracing->known == Approx(.3).margin(.06));
    CHECK(row.tracing->learn == Approx(.2).margin(.03));
    CHECK(row.tracing->slip == Approx(.1).margin(.02));
    CHECK(row.tracing->guess == Approx(.15).margin(.04));
    REQUIRE(row.factors);
    CHECK(row.factors->model.pass > 0);
    CHECK(part.practice_unsaid.empty());
    const std::string text = text_of(report);
    CHECK_THAT(text, Contains("Does practice help?") && Contains("Water leak 600 6,000") &&
                         Contains("It does: of 100 trainees who cannot do it yet, about") && Contains("intervals"));
    const json it = json::parse(item_json(report))["parts"][0]["families"][0];
    CHECK(it["knowledge_tracing"]["learn"].get<double>() == Approx(row.tracing->learn).margin(1e-6));
    CHECK(it["performance_factors"]["pass_error"].get<double>() > 0);
    const auto rows = csv_rows(item_csv(report));
    const auto at = std::find(rows[0].begin(), rows[0].end(), "family_people") - rows[0].begin();
    CHECK(rows[1].at(static_cast<std::size_t>(at)) == "600");
    CHECK(rows[1].size() == rows[0].size());
}

TEST_CASE("Below 200 people with three contacts each, nothing is said of learning but how many there are",
          "[reports]") {
    const ItemPart enough = item_report(learners(200, 6, .3, .2, .1, .15)).parts.front();
    CHECK(enough.families.size() == 1);
    const ItemReport few = item_report(learners(199, 6, .3, .2, .1, .15));
    CHECK(few.parts.front().families.empty());
    CHECK_THAT(few.parts.front().practice_unsaid,
               Contains("wants 200 people with 3 practice contacts each") && Contains("199 people (Water leak)"));
    CHECK(text_of(few).find("Cannot, but pass") == std::string::npos);
    const ItemPart twice = item_report(learners(300, 2, .3, .2, .1, .15)).parts.front();
    CHECK(twice.families.empty());
    CHECK_THAT(twice.practice_unsaid, Contains("so far nobody has had 3"));
    // A second family with too few is counted, not fitted.
    ItemPlays plays = learners(220, 5, .3, .2, .1, .15);
    for (std::size_t at = 0; at < 4; ++at) {
        ItemPlay one = play(1, "permit", true, at);
        one.family = "information";
        plays.add(one);
    }
    const ItemPart two = item_report(plays).parts.front();
    CHECK(two.families.size() == 1);
    CHECK_THAT(two.practice_unsaid, Contains("1 more family is left out") && Contains("it has 1 person"));
}

TEST_CASE("An exam teaches nothing, a drill is no contact, and only the first contacts are followed", "[reports]") {
    const ItemPart exam = item_report(learners(250, 6, .3, .2, .1, .15, Purpose::exam)).parts.front();
    CHECK(exam.purpose == Purpose::exam);
    CHECK(exam.families.empty());
    CHECK(exam.practice_unsaid.empty());
    ItemPlays drills;
    for (std::size_t person = 0; person < 250; ++person) {
        for (std::size_t at = 0; at < 5; ++at)
            drills.add(play(person, "drill:copy", (person + at) % 2 == 0, at));
    }
    CHECK(drills.practice().empty());
    ItemPlays many;
    for (std::size_t at = 40; at-- > 0;)
        many.add(play(7, "hydrant", at < 15, at));
    const ItemPlays::Tries& tries = many.practice().at("water-leak").at("p0007");
    REQUIRE(tries.size() == ItemPlays::kFollowed);
    for (std::size_t at = 0; at < tries.size(); ++at) {
        CHECK(tries[at].passed == (at < 15));
        if (at > 0) CHECK(tries[at - 1].began < tries[at].began);
    }
}

TEST_CASE("Where nobody learns, or results are half luck, no figure of learning is printed", "[reports]") {
    const FamilyRow still = item_report(learners(400, 8, .6, 0, .1, .15)).parts.front().families.front();
    CHECK_FALSE(still.tracing);
    CHECK_THAT(still.tracing_unsaid, Contains("no learning"));
    CHECK_FALSE(still.rises);
    CHECK_THAT(text_of(item_report(learners(400, 8, .6, 0, .1, .15))),
               Contains("These results do not show that it does.") && !Contains("Cannot, but pass"));
    const ItemReport lucky = item_report(learners(400, 8, .1, .4, .35, .4));
    CHECK_FALSE(lucky.parts.front().families.front().tracing);
    CHECK_THAT(lucky.parts.front().families.front().tracing_unsaid, Contains("above 30 %"));
    CHECK_THAT(text_of(lucky), Contains("Estimates that the results do not bear") && Contains("Water leak: "));
    // Too much luck for the model, and yet more pass the third than the first.
    const FamilyRow& row = lucky.parts.front().families.front();
    CHECK(row.rises);
    CHECK(row.passed_third - row.passed_first == row.risen - row.fallen);
    CHECK_THAT(text_of(lucky), Contains("It seems so: more people passed their 3rd contact than their 1st"));
    // Everybody passes always.
    const FamilyRow all = item_report(learners(200, 4, 1, 0, 0, 0)).parts.front().families.front();
    CHECK_FALSE(all.tracing);
    CHECK_FALSE(all.factors);
    CHECK_FALSE(all.factors_unsaid.empty());
}
