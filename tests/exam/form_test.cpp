// Forms: the blueprint is kept, nothing that was met comes again, and what is missing is told in numbers.
#include "sim/exam/form.hpp"

#include "tests/exam/made_up.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>

using namespace shift311;
using tests::made_up_library;
using tests::made_up_program;

namespace {

std::map<std::string, int> families(const script::Library& library, const exam::Form& form, bool further) {
    std::map<std::string, int> count;
    for (const exam::Sitting& sitting : form.sittings)
        if (sitting.further == further)
            for (const script::Arrival& arrival : sitting.plan.contacts)
                ++count[script::find_script(library, arrival.script)->family];
    return count;
}

std::set<std::string> scripts(const exam::Form& form) {
    std::set<std::string> ids;
    for (const exam::Sitting& sitting : form.sittings)
        for (const script::Arrival& arrival : sitting.plan.contacts)
            ids.insert(arrival.script);
    return ids;
}

const script::Vignette& vignette(const script::Library& library, const std::string& id) {
    for (const script::Vignette& one : library.drills.front().vignettes)
        if (one.id == id) return one;
    throw std::runtime_error("no vignette " + id);
}

std::string refused(const script::Library& library, const standing::Program& program, const exam::Form& form) {
    try {
        exam::form_from_text(library, program, form.text, form.id);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("an empty library gives no exam, and says so") {
    const exam::Drawn drawn = exam::draw({}, made_up_program(), {}, 1);
    CHECK(drawn.missing == std::vector<std::string>{
                               "There is no contact of the city \"smallville\" yet, so nobody can be examined in X1."});
    CHECK(drawn.form.sittings.empty());
}

TEST_CASE("a form follows the blueprint, in sittings of five, for every seed") {
    const script::Library library = made_up_library(2);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        const exam::Drawn drawn = exam::draw(library, made_up_program(), {}, seed);
        REQUIRE(drawn.missing.empty());
        const exam::Form& form = drawn.form;
        REQUIRE(form.sittings.size() == 6);
        for (std::size_t i = 0; i < form.sittings.size(); ++i) {
            const exam::Sitting& sitting = form.sittings[i];
            CHECK(sitting.further == (i >= 4));
            CHECK(sitting.plan.contacts.size() == exam::kSittingContacts);
            CHECK(sitting.plan.level == exam::kLevel);
            CHECK(sitting.plan.id == "exam:" + form.id + ":" + std::to_string(i + 1));
            CHECK(exam::is_sitting(sitting.plan.id));
            CHECK(exam::form_of(sitting.plan.id) == form.id);
            CHECK(sitting.seed > 0);
        }
        // The families of one cell take turns: none is left out by chance.
        CHECK(families(library, form, false) ==
              std::map<std::string, int>{{"pothole", 4}, {"snow", 4}, {"status", 6}, {"privacy", 4}, {"emergency", 2}});
        CHECK(families(library, form, true) ==
              std::map<std::string, int>{{"pothole", 2}, {"snow", 2}, {"status", 3}, {"privacy", 2}, {"emergency", 1}});
        CHECK(scripts(form).size() == 30);
        REQUIRE(form.vignettes.size() == 2);
        std::set<std::string> shown;
        for (const auto& block : form.vignettes) {
            CHECK(block.size() == 60);
            int urgent = 0, hidden = 0;
            for (const std::string& id : block) {
                shown.insert(id);
                urgent += vignette(library, id).emergency ? 1 : 0;
                hidden += vignette(library, id).hidden ? 1 : 0;
            }
            CHECK(urgent == 30);
            CHECK(hidden == 10);
        }
        CHECK(shown.size() == 120);
    }
}

TEST_CASE("a contact handled within its limits is over before the next one comes") {
    script::Library library = made_up_library(1);
    for (script::Script& script : library.scripts)
        if (script.family == "status") script.expect.handle_limit = 600'000;
    const exam::Drawn drawn = exam::draw(library, made_up_program(), {}, 3);
    REQUIRE(drawn.missing.empty());
    for (const exam::Sitting& sitting : drawn.form.sittings) {
        const auto& contacts = sitting.plan.contacts;
        for (std::size_t i = 1; i < contacts.size(); ++i) {
            const bool slow = script::find_script(library, contacts[i - 1].script)->family == "status";
            const journal::Millis handle = slow ? 600'000 : 360'000;
            CHECK(contacts[i].at - contacts[i - 1].at == 20'000 + handle + 60'000);
        }
        CHECK(sitting.plan.minutes * 60'000 > contacts.back().at);
    }
}

TEST_CASE("the same seed gives the same form, another seed another one, another trainee another one") {
    const script::Library library = made_up_library(2);
    standing::History dana, sam;
    dana.person = "dana";
    sam.person = "sam";
    const exam::Form once = exam::draw(library, made_up_program(), dana, 7).form;
    CHECK(exam::draw(library, made_up_program(), dana, 7).form.text == once.text);
    CHECK(exam::draw(library, made_up_program(), dana, 8).form.id != once.id);
    CHECK(scripts(exam::draw(library, made_up_program(), dana, 8).form) != scripts(once));
    CHECK(exam::draw(library, made_up_program(), sam, 7).form.id != once.id);
}

TEST_CASE("three forms of one trainee have no contact and no vignette in common") {
    const script::Library library = made_up_library(3);
    std::set<std::string> given_out;
    for (std::uint64_t number = 1; number <= 3; ++number) {
        const exam::Drawn drawn = exam::draw(library, made_up_program(), {}, 40 + number, given_out);
        REQUIRE(drawn.missing.empty());
        const std::set<std::string> now = exam::contents(drawn.form);
        CHECK(now.size() == 30 + 120);
        CHECK(exam::contents(drawn.form.text) == now);
        for (const std::string& key : now)
            CHECK(given_out.insert(key).second);
    }
    CHECK_FALSE(exam::draw(library, made_up_program(), {}, 44, given_out).missing.empty());
}

TEST_CASE("what the trainee has met is never drawn, in whatever draw and for whatever purpose") {
    const script::Library library = made_up_library(2);
    for (const auto purpose : {standing::Purpose::practice, standing::Purpose::exam, standing::Purpose::drill}) {
        standing::History history;
        for (int i = 1; i <= 9; ++i) {
            standing::ContactFact& met = history.contacts.emplace_back();
            met.purpose = purpose;
            met.script = "status-exam-" + std::to_string(2 * i);
        }
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const exam::Drawn drawn = exam::draw(library, made_up_program(), history, seed);
            REQUIRE(drawn.missing.empty());
            for (const standing::ContactFact& met : history.contacts)
                CHECK(scripts(drawn.form).count(met.script) == 0);
        }
    }
}

TEST_CASE("scripts kept for exams come first, and unmet practice fills a cell that runs out of them") {
    script::Library library = made_up_library(1);
    tests::add_scripts(library, "status", 20, false);
    standing::History history;
    SECTION("enough are kept for exams") {
        const exam::Drawn drawn = exam::draw(library, made_up_program(), history, 5);
        REQUIRE(drawn.missing.empty());
        for (const std::string& id : scripts(drawn.form))
            CHECK(script::find_script(library, id)->exam);
    }
    SECTION("two are missing") {
        library.scripts.erase(std::remove_if(library.scripts.begin(), library.scripts.end(),
                                             [](const script::Script& script) {
                                                 return script.id == "status-exam-1" || script.id == "status-exam-2";
                                             }),
                              library.scripts.end());
        for (int i = 3; i <= 20; ++i)
            history.contacts.emplace_back().script = "status-practice-" + std::to_string(i);
        const exam::Drawn drawn = exam::draw(library, made_up_program(), history, 5);
        REQUIRE(drawn.missing.empty());
        CHECK(scripts(drawn.form).count("status-practice-1") == 1);
        CHECK(scripts(drawn.form).count("status-practice-2") == 1);
    }
}

TEST_CASE("what is missing is told cell by cell, in numbers") {
    script::Library library;
    tests::add_scripts(library, "pothole", 3, true);
    tests::add_scripts(library, "snow", 20, true);
    tests::add_scripts(library, "status", 9, true);
    tests::add_scripts(library, "privacy", 5, true);
    tests::add_scripts(library, "privacy", 1, false);
    tests::add_scripts(library, "emergency", 1, true);
    tests::add_scripts(library, "emergency", 9, true, "bigville");
    tests::add_vignettes(library, 31, 5, 60);
    tests::add_vignettes(library, 60, 20, 60, false);
    standing::History history;
    history.contacts.emplace_back().script = "status-exam-4";
    const exam::Drawn drawn = exam::draw(library, made_up_program(), history, 1);
    CHECK(drawn.missing ==
          std::vector<std::string>{
              "Records (status): 9 unseen contacts are needed (6, and 3 for the further block); there are 8, so 1 must "
              "be written.",
              "Calls for 911 (emergency): 3 unseen contacts are needed (2, and 1 for the further block); there is 1, "
              "so 2 must be written.",
              "Emergency block: 60 unseen vignettes of emergencies are needed (30, and 30 for the second look); there "
              "are 31, so 29 must be written."});
    CHECK(drawn.form.sittings.empty());
    CHECK(drawn.form.vignettes.empty());
    CHECK(drawn.form.id.empty());
}

TEST_CASE("a form comes back from its text, and only as it was drawn") {
    script::Library library = made_up_library(1);
    standing::Program program = made_up_program();
    const exam::Form form = exam::draw(library, program, {}, 9).form;
    const exam::Form back = exam::form_from_text(library, program, form.text, form.id);
    CHECK(back.id == form.id);
    CHECK(back.vignettes == form.vignettes);
    REQUIRE(back.sittings.size() == form.sittings.size());
    for (std::size_t i = 0; i < form.sittings.size(); ++i) {
        CHECK(back.sittings[i].seed == form.sittings[i].seed);
        CHECK(back.sittings[i].further == form.sittings[i].further);
        CHECK(back.sittings[i].plan.id == form.sittings[i].plan.id);
        CHECK(back.sittings[i].plan.title == form.sittings[i].plan.title);
        CHECK(back.sittings[i].plan.minutes == form.sittings[i].plan.minutes);
        for (std::size_t j = 0; j < form.sittings[i].plan.contacts.size(); ++j) {
            CHECK(back.sittings[i].plan.contacts[j].script == form.sittings[i].plan.contacts[j].script);
            CHECK(back.sittings[i].plan.contacts[j].at == form.sittings[i].plan.contacts[j].at);
        }
    }
    SECTION("new content does not disturb it") {
        tests::add_scripts(library, "status", 5, false);
        CHECK(refused(library, program, form).empty());
    }
    SECTION("one byte changed in its text") {
        exam::Form changed = form;
        changed.text[changed.text.size() / 2] ^= 1;
        CHECK(refused(library, program, changed).find("damaged") != std::string::npos);
    }
    SECTION("a contact was edited") {
        const std::string id = form.sittings[2].plan.contacts[1].script;
        for (script::Script& script : library.scripts)
            if (script.id == id) script.hash += "x";
        CHECK(
            refused(library, program, form) ==
            "This exam cannot go on: one of its contacts was changed since it was opened. Put that back as it was, or "
            "close the exam.");
    }
    SECTION("a vignette was edited") {
        for (script::Vignette& one : library.drills.front().vignettes)
            if (one.id == form.vignettes[1][7]) one.answer = "parks";
        CHECK(refused(library, program, form).find("one of its vignettes was changed") != std::string::npos);
    }
    SECTION("the program was edited") {
        program.hash = "another";
        CHECK(refused(library, program, form).find("the program was changed") != std::string::npos);
    }
    SECTION("the rubric was edited") {
        scoring::Rubric rubric;
        rubric.hash = "new";
        library.rubrics.push_back(rubric);
        CHECK(refused(library, program, form).find("the rubric was changed") != std::string::npos);
    }
}
