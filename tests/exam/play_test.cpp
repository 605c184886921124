// Whole exams, played by rehearsal agents at level 4 through sessions that are kept, to the signature and the standing.
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "assessment/standing/standing.hpp"
#include "sim/app/drill_desk_host.hpp"
#include "sim/app/exam_ending.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/rehearse/agent.hpp"
#include "tests/exam/exam_content.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

#include <filesystem>

using namespace shift311;

namespace {

const script::Library& library() {
    static const script::Library library = tests::exam_content(2);
    return library;
}
const app::Ear& ear() {
    static const app::Ear ear(library());
    return ear;
}
const standing::Program& program() {
    return *script::find_program(library(), "6J55");
}

/// A records file with a trainee who is enrolled, and a trainer.
struct Center {
    Center() {
        char name[] = "/tmp/shift311-exam-XXXXXX";
        folder = ::mkdtemp(name);
        store = std::make_unique<records::Store>(records::Store::open((folder / "records.db").string()));
        dana = store->add_person("Dana Reyes");
        trainer = store->add_person("Pat Kim");
        event("enrolled", {}, "");
    }
    ~Center() {
        store.reset();
        std::error_code none;
        std::filesystem::remove_all(folder, none);
    }

    standing::Event event(const std::string& kind, const std::string& form, const std::string& outcome,
                          const std::string& code = {}, std::uint64_t seed = 0) {
        standing::Event event;
        event.kind = kind;
        event.program = program().id;
        event.by = trainer.id;
        event.by_name = trainer.name;
        event.at = app::wall_clock();
        event.form = form;
        event.seed = seed;
        event.outcome = outcome;
        event.code = code;
        event.why = "As agreed.";
        records::add_event(*store, dana.id, event);
        return event;
    }
    standing::History history() const { return records::history_of(*store, dana.id); }
    standing::Standing standing() const { return standing::standing(program(), history(), app::wall_clock()); }

    exam::Form open(std::uint64_t seed) {
        std::set<std::string> given_out;
        for (const standing::Event& earlier : history().events)
            if (earlier.kind == "exam_opened") given_out.merge(app::kept_contents(*store, earlier.form));
        exam::Drawn drawn = exam::draw(library(), program(), history(), seed, given_out);
        for (const std::string& sentence : drawn.missing)
            UNSCOPED_INFO(sentence);
        REQUIRE(drawn.missing.empty());
        app::keep_form(*store, drawn.form);
        event("exam_opened", drawn.form.id, "", "", seed);
        return drawn.form;
    }
    app::ExamProgress progress() const {
        const standing::History now = history();
        const standing::Event* opened = app::open_exam(now, program().id);
        REQUIRE(opened != nullptr);
        return app::progress_of(program(), now, *opened, app::kept_form(library(), *store, program().id, opened->form),
                                *store);
    }

    std::filesystem::path folder;
    std::unique_ptr<records::Store> store;
    records::Person dana, trainer;
};

/// Lets so many calls ring until the caller gives up; nothing is answered meanwhile.
void let_ring(shift::Run& run, int calls) {
    const auto given_up = [&run] {
        const auto& contacts = run.state().contacts;
        return std::count_if(contacts.begin(), contacts.end(),
                             [](const shift::Contact& one) { return one.stage == shift::Stage::abandoned; });
    };
    while (given_up() < calls && run.next_due())
        run.advance(*run.next_due());
}

/// One part, played to its end.
void play(Center& center, const exam::Form& form, const app::ExamPart& part, const rehearse::Mistake& mistake,
          int missed_calls, int missed_vignettes) {
    if (part.kind == app::ExamPart::Kind::sitting) {
        const auto session = app::sit(library(), ear(), *center.store, part.plan, center.dana.name);
        CHECK(session->is_exam());
        CHECK(session->run().floor().level == 4);
        CHECK(session->run().submit(shift::Pause{"break", 0}, 0).has_value());
        const journal::Head head = center.store->journal(session->attempt()).head;
        CHECK(head.purpose == "exam");
        CHECK(head.form == form.id);
        let_ring(session->run(), missed_calls);
        rehearse::Agent(session->run(), mistake).play_shift();
        REQUIRE(session->run().state().over);
        CHECK(session->scored().size() == exam::kSittingContacts);
        return;
    }
    CHECK(exam::block_of(part.plan) == part.block);
    const app::PlayOptions nothing_asked;
    app::DeskHost desk(library(), ear(), *center.store, nothing_asked);
    app::DrillDeskHost drills(library(), *center.store, desk, 1);
    CHECK_THROWS_WITH(drills.sit_block(center.dana.name, part.plan), Catch::Contains("to sit here"));
    desk.seated(center.dana.name);
    CHECK_THROWS_WITH(drills.sit_block("Pat Kim", part.plan), Catch::Contains("to sit here"));
    CHECK_THROWS_WITH(drills.sit_block(center.dana.name, exam::block_plan(form.id, 3 - part.block)),
                      "This part of the exam is not what comes next.");
    // Left in the middle, as when the power fails, and taken up again.
    std::string attempt;
    drill::Run* run = &drills.sit_block(center.dana.name, part.plan);
    CHECK(run->plan().exam);
    run->submit(drill::Next{}, 0);
    for (drill::Millis at = 4'000; !run->state().over; at += 4'000) {
        const script::Vignette& one = run->plan().vignettes.at(run->state().shown - 1);
        const bool miss = one.emergency && missed_vignettes > 0;
        if (miss) --missed_vignettes;
        REQUIRE(run->submit(drill::Choose{miss ? "311" : one.answer}, at) == drill::Refusal::none);
        if (run->state().given.size() != 20) continue;
        drills.leave_drill();
        attempt = center.progress().next()->attempt;
        CHECK(center.progress().next()->state == app::ExamPart::State::under_way);
        run = &drills.sit_block(center.dana.name, part.plan);
        CHECK(run->state().given.size() == 20);
    }
    CHECK(center.store->journal(attempt).head.purpose == "exam");
    CHECK(center.store->journal(attempt).head.form == form.id);
    CHECK(center.store->scorecards(attempt).size() == 1);
}

/// Plays whatever comes next until nothing is left; gives the parts in the order played.
std::vector<std::string> take(Center& center, const exam::Form& form, const rehearse::Mistake& mistake = {},
                              int missed_calls = 0, int missed_vignettes = 0) {
    std::vector<std::string> taken;
    for (;;) {
        const app::ExamProgress progress = center.progress();
        const app::ExamPart* next = progress.next();
        if (next == nullptr) return taken;
        REQUIRE(taken.size() < 10);
        play(center, form, *next, mistake, std::exchange(missed_calls, 0),
             next->kind == app::ExamPart::Kind::vignettes ? std::exchange(missed_vignettes, 0) : 0);
        taken.push_back(next->title);
    }
}

/// A seed whose first sitting begins with three calls in which nobody's life is at stake.
std::uint64_t seed_with_ordinary_calls(const Center& center) {
    for (std::uint64_t seed = 1;; ++seed) {
        const exam::Form form = exam::draw(library(), program(), center.history(), seed).form;
        const auto& contacts = form.sittings.at(0).plan.contacts;
        if (std::all_of(contacts.begin(), contacts.begin() + 3, [](const script::Arrival& arrival) {
                const script::Script& script = *script::find_script(library(), arrival.script);
                return script.channel == script::Channel::phone && !script.emergency;
            }))
            return seed;
    }
}

/// Blind ratings of everything that must be rated, all agreeing with the machine.
void rate(Center& center) {
    const standing::ExamResult result = *center.standing().exam;
    const standing::History history = center.history();
    for (const standing::SecondRating& one : result.second) {
        standing::Report report;
        report.trainee = center.dana.id;
        report.trainee_name = center.dana.name;
        report.rater = center.trainer.id;
        report.rater_name = center.trainer.name;
        report.at = app::wall_clock();
        report.attempt = one.attempt;
        report.contact = one.contact;
        report.blind = true;
        for (const standing::ContactFact& fact : history.contacts)
            if (fact.attempt == one.attempt && fact.contact == one.contact) report.passed = fact.passed;
        report.marks["listening"].kind = standing::Mark::Kind::number;
        report.marks["listening"].value = 4;
        report.least = "Nothing to add.";
        records::add_report(*center.store, report);
    }
}

}  // namespace

TEST_CASE("an exam without a fault: four sittings, one block, ratings, a signature, certified", "[exam][play]") {
    Center center;
    const exam::Form form = center.open(3);
    CHECK(center.standing().state == standing::State::exam_under_way);
    CHECK(take(center, form) == std::vector<std::string>{"Sitting 1 of 4", "Sitting 2 of 4", "Sitting 3 of 4",
                                                         "Sitting 4 of 4", "Emergency vignettes"});
    for (const records::AttemptRow& row : center.store->attempts(center.dana.name))
        CHECK(reports::results_out(*center.store, row.id) == (center.store->journal(row.id).head.purpose != "exam"));
    center.event("exam_closed", form.id, "");
    for (const records::AttemptRow& row : center.store->attempts(center.dana.name))
        CHECK(reports::results_out(*center.store, row.id));
    standing::ExamResult result = *center.standing().exam;
    for (const std::string& reason : result.reasons)
        UNSCOPED_INFO(reason);
    CHECK(result.judged == 20);
    CHECK(result.passes == 20);
    CHECK_FALSE(result.further_needed);
    CHECK(result.emergencies == 2 + 30);
    CHECK(result.misses == 0);
    CHECK(result.floors_met);
    CHECK(result.rule == standing::Verdict::passed);
    CHECK(result.second.size() == 4);  // a fifth of what passed
    CHECK_FALSE(result.rated);
    standing::Event signing;
    signing.kind = "signed_off";
    signing.by = center.trainer.id;
    signing.outcome = "certified";
    signing.code = "rule";
    CHECK_FALSE(standing::sign_faults(result, signing).empty());
    rate(center);
    CHECK(standing::sign_faults(*center.standing().exam, signing).empty());
    center.event("signed_off", form.id, "certified", "rule");
    CHECK(center.standing().state == standing::State::certified);
    CHECK(center.store->check_all().empty());
}

TEST_CASE("17 of 20 ask for ten more, and 27 of 30 pass", "[exam][play]") {
    Center center;
    const exam::Form form = center.open(seed_with_ordinary_calls(center));
    const auto taken = take(center, form, {}, 3);
    CHECK(taken == std::vector<std::string>{"Sitting 1 of 4", "Sitting 2 of 4", "Sitting 3 of 4", "Sitting 4 of 4",
                                            "Sitting 5 of 6", "Sitting 6 of 6", "Emergency vignettes"});
    const standing::ExamResult result = *center.standing().exam;
    CHECK(result.further_needed);
    CHECK(result.judged == 30);
    CHECK(result.passes == 27);
    CHECK(result.calls == standing::Verdict::passed);
}

TEST_CASE("one missed vignette asks for the second look, and two are too many", "[exam][play]") {
    Center center;
    const exam::Form form = center.open(5);
    const int missed = GENERATE(1, 2);
    const auto taken = take(center, form, {}, 0, missed);
    const standing::ExamResult result = *center.standing().exam;
    if (missed == 1) {
        CHECK(taken.back() == "Emergency vignettes, second block");
        CHECK(result.emergency == standing::Verdict::passed);
        CHECK(result.blocks == 2);
    } else {
        CHECK(taken.back() == "Emergency vignettes");
        CHECK(result.emergency == standing::Verdict::not_yet);
        CHECK(result.rule == standing::Verdict::not_yet);
    }
}

TEST_CASE("emergencies missed among the contacts are not made good: not yet competent, and a retest is another form",
          "[exam][play]") {
    Center center;
    rehearse::Mistake misses;
    misses.kind = rehearse::Mistake::Kind::misses_emergency;
    const exam::Form form = center.open(8);
    take(center, form, misses);
    center.event("exam_closed", form.id, "");
    const standing::ExamResult result = *center.standing().exam;
    CHECK(result.misses == 2);
    CHECK(result.rule == standing::Verdict::not_yet);
    rate(center);
    center.event("signed_off", form.id, "not_yet", "rule");
    CHECK(center.standing().state == standing::State::not_yet_competent);
    CHECK(center.standing().remediation_due);
    center.event("remediation_planned", form.id, "");
    center.event("remediation_done", form.id, "");
    CHECK_FALSE(center.standing().remediation_due);
    const exam::Form again = center.open(8);
    const std::set<std::string> first = exam::contents(form);
    for (const std::string& key : exam::contents(again))
        CHECK(first.count(key) == 0);
    CHECK(center.standing().exams.size() == 2);
}

TEST_CASE("a sitting that was interrupted goes on where it was, and nothing of it shows before the end",
          "[exam][play]") {
    Center center;
    const exam::Form form = center.open(4);
    const std::string plan = form.sittings.at(0).plan.id;
    std::string attempt;
    {
        const auto session = app::sit(library(), ear(), *center.store, plan, center.dana.name);
        attempt = session->attempt();
        session->run().advance(9'000);
    }
    CHECK(center.progress().next()->state == app::ExamPart::State::under_way);
    const auto session = app::sit(library(), ear(), *center.store, plan, center.dana.name);
    CHECK(session->attempt() == attempt);
    CHECK(session->is_exam());
    rehearse::Agent(session->run(), {}).play_shift();
    CHECK(session->scored().size() == exam::kSittingContacts);
    CHECK(center.progress().next()->plan == form.sittings.at(1).plan.id);
    // An exam is not practice: neither its sittings nor its scripts can be asked for.
    CHECK_THROWS_AS(app::find_plan(library(), plan), app::WrongUsage);
    CHECK_THROWS_AS(app::find_plan(library(), "script:" + form.sittings[1].plan.contacts[0].script), app::WrongUsage);
}

TEST_CASE("what was left in the middle ends with the exam, judged by what was done in it", "[exam][play]") {
    Center center;
    const exam::Form form = center.open(4);
    {
        const auto sitting = app::sit(library(), ear(), *center.store, form.sittings.at(0).plan.id, center.dana.name);
        sitting->run().advance(9'000);
        const app::DrillCity where = app::drill_city(library(), program().city);
        app::DrillSession block(*center.store,
                                drill::triage_plan(*where.drills, *where.city, form.vignettes.at(0), true),
                                {center.dana.name, "exam", form.id, 0});
        block.run().submit(drill::Next{}, 0);
        block.run().submit(drill::Choose{"911"}, 3'000);
    }
    REQUIRE(center.store->open_attempts(center.dana.name).size() == 2);
    CHECK(app::end_parts(library(), ear(), *center.store, center.dana.name, "another-form").empty());
    CHECK(center.store->open_attempts(center.dana.name).size() == 2);
    CHECK(app::end_parts(library(), ear(), *center.store, center.dana.name, form.id).empty());
    CHECK(center.store->open_attempts(center.dana.name).empty());
    for (const records::AttemptRow& row : center.store->attempts(center.dana.name))
        CHECK_FALSE(center.store->scorecards(row.id).empty());
    CHECK(center.store->check_all().empty());
}
