// shift311 exam: open, sit, status and close.
#include "assessment/records/entry.hpp"
#include "assessment/standing/withheld.hpp"
#include "sim/app/exam_commands.hpp"
#include "sim/app/exam_ending.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/seed.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <optional>
#include <tuple>

namespace shift311::app {
namespace {

using records::Right;

constexpr std::string_view word(ExamPart::State state) {
    switch (state) {
        case ExamPart::State::waiting:
            return "waiting";
        case ExamPart::State::under_way:
            return "under way";
        case ExamPart::State::done:
            return "done";
    }
    return "";
}

constexpr std::string_view word(standing::Verdict verdict) {
    switch (verdict) {
        case standing::Verdict::open:
            return "open";
        case standing::Verdict::passed:
            return "passed";
        case standing::Verdict::further:
            return "further";
        case standing::Verdict::not_yet:
            return "not_yet";
    }
    return "";
}

/// Everything that earlier forms of this trainee hold, met or not.
std::set<std::string> given_out(const records::Store& store, const standing::History& history) {
    std::set<std::string> keys;
    for (const standing::Event& event : history.events) {
        if (event.kind != "exam_opened") continue;
        keys.merge(kept_contents(store, event.form));
    }
    return keys;
}

struct Exam {
    records::Person person;
    standing::History history;
    const standing::Program* program = nullptr;
    const standing::Event* opened = nullptr;
    exam::Form form;
    ExamProgress progress;
};

/// The exam that is under way; throws WrongUsage when there is none.
Exam exam_of(const script::Library& library, const records::Store& store, const records::Person& person) {
    Exam exam;
    exam.person = person;
    exam.history = records::history_of(store, person.id);
    exam.program = &program_of(library, exam.history);
    exam.opened = open_exam(exam.history, exam.program->id);
    if (exam.opened == nullptr) throw WrongUsage(person.name + " has no exam under way.");
    exam.form = kept_form(library, store, exam.program->id, exam.opened->form);
    exam.progress = progress_of(*exam.program, exam.history, *exam.opened, exam.form, store);
    return exam;
}

void say_next(const Exam& exam) {
    if (const ExamPart* next = exam.progress.next())
        std::cout << "Next: " << next->title << ", with \"shift311 exam sit\".\n";
    else
        std::cout << "Everything that the rule asks for was taken; \"shift311 exam close\" ends the exam.\n";
}

/// Contacts that a second rater must still see, in the order played: why they were chosen would tell how they went.
std::vector<standing::SecondRating> waiting(const standing::ExamResult& result) {
    std::vector<standing::SecondRating> list;
    for (const standing::SecondRating& one : result.second)
        if (one.ratings < one.needed) list.push_back(one);
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return std::tie(a.attempt, a.contact) < std::tie(b.attempt, b.contact);
    });
    return list;
}

}  // namespace

int exam_open(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    acting.demand(Right::start_exam);
    const records::Person person = acting.person(options.name);
    const standing::History history = records::history_of(acting.store(), person.id);
    const standing::Program& program = program_of(library, history);
    if (person.id == acting.id()) throw WrongUsage("Nobody opens an exam for themselves.");
    if (const std::string refusal = standing::exam_refusal(standing::standing(program, history, wall_clock()));
        !refusal.empty())
        throw WrongUsage("No exam can be opened for " + person.name + ". " + refusal);
    const scoring::Rubric rubric = rubric_of(library, program);
    const std::uint64_t seed = options.seed.value_or(new_seed());
    const exam::Drawn drawn = exam::draw(library, program, history, seed, given_out(acting.store(), history));
    if (!drawn.missing.empty()) {
        for (const std::string& sentence : drawn.missing)
            std::cout << sentence << '\n';
        std::cerr << "shift311: The content does not hold enough for an exam of " << person.name << " in " << program.id
                  << "; what is missing is listed above.\n";
        return kFaults;
    }
    return refused_plainly([&] {
        // What the exam is judged by is kept before it begins, so that its report can quote the rule that applied.
        records::keep_program(acting.store(), program);
        records::keep_rubric(acting.store(), rubric.hash, scoring::to_json(rubric));
        keep_form(acting.store(), drawn.form);
        standing::Event event = acting.event("exam_opened", program.id);
        event.form = drawn.form.id;
        event.seed = seed;
        event.why = options.why;
        records::add_event(acting.store(), person.id, event);
        const Exam exam = exam_of(library, acting.store(), person);
        std::cout << "The exam of " << person.name << " in " << program.id << " is open: " << standing::kRuleCalls
                  << " contacts in sittings of " << exam::kSittingContacts << ", then "
                  << standing::kRuleEmergencies + standing::kRuleOthers << " vignettes.\n";
        say_next(exam);
        return kDone;
    });
}

int exam_sit(const ExamOptions& options) {
    PlayOptions play_options;
    {
        const script::Library library = load_content(content_root(options.act.content));
        Acting acting(options.act);
        const records::Person person = acting.person(options.name);
        // The trainee sits down by their own account, or a trainer who holds the exam seats them.
        if (person.id != acting.id()) acting.demand(Right::start_exam);
        const Exam exam = exam_of(library, acting.store(), person);
        const ExamPart* next = exam.progress.next();
        if (next == nullptr) throw WrongUsage("Everything of this exam was taken; \"shift311 exam close\" ends it.");
        std::cout << next->title << (next->state == ExamPart::State::under_way ? ", taken up again" : "")
                  << ". There is no pausing, and results come with the report.\n";
        play_options.db = options.act.db;
        play_options.content = options.act.content;
        play_options.trainee = person.name;
        play_options.text = options.text;
        play_options.mute = options.mute;
        play_options.control_tree = options.control_tree;
        play_options.access = options.act.access;
        play_options.sitting = next->plan;
    }
    // The records are closed in between: the desk opens them for itself.
    return play(play_options);
}

int exam_status(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    const records::Person person = acting.person(options.name);
    const bool all = acting.may(Right::read_all);
    if (!all) acting.demand(Right::read_own, person.id);
    const standing::History history = records::history_of(acting.store(), person.id);
    const standing::Program& program = program_of(library, history);
    const standing::Event* opened = newest_exam(history, program.id);
    if (opened == nullptr) throw WrongUsage(person.name + " has taken no exam.");
    const standing::ExamResult result = standing::exam_result(program, history, *opened);
    // The one who sits it learns how far it is, and before the end nothing of how it goes.
    const bool office = acting.reader(person.id) == reports::Reader::office;
    const bool withheld = standing::sums_withheld(result);
    const bool results = (standing::results_out(result) || office) && !withheld;
    std::optional<Exam> exam;
    if (result.closed.empty()) exam = exam_of(library, acting.store(), person);
    const std::vector<standing::SecondRating> unrated =
        acting.may(Right::rate) && person.id != acting.id() ? waiting(result) : std::vector<standing::SecondRating>{};
    if (options.act.format == "json") {
        nlohmann::json out{{"name", person.name},
                           {"program", program.id},
                           {"form", opened->form},
                           {"number", result.number},
                           {"opened", result.opened},
                           {"closed", result.closed},
                           {"parts", nlohmann::json::array()},
                           {"to_rate", nlohmann::json::array()}};
        if (exam) {
            out["complete"] = exam->progress.complete;
            for (const ExamPart& part : exam->progress.parts)
                if (part.needed)
                    out["parts"].push_back(
                        {{"title", part.title}, {"state", word(part.state)}, {"attempt", part.attempt}});
        }
        for (const standing::SecondRating& one : unrated)
            out["to_rate"].push_back({{"attempt", one.attempt}, {"contact", one.contact}});
        if (results) {
            out["judged"] = result.judged;
            out["passes"] = result.passes;
            out["calls"] = word(result.calls);
            out["emergency"] = word(result.emergency);
            out["rule"] = word(result.rule);
            out["reasons"] = result.reasons;
        } else if (office && withheld) {
            out["withheld"] = standing::kSumsWithheld;
        }
        std::cout << out.dump(2) << '\n';
        return kDone;
    }
    std::cout << "Exam of " << person.name << " in " << program.id << ", form " << opened->form << ", opened "
              << local_time(result.opened) << (result.closed.empty() ? "" : ", closed " + local_time(result.closed))
              << '\n';
    if (exam)
        for (const ExamPart& part : exam->progress.parts)
            if (part.needed) std::cout << "  " << part.title << ": " << word(part.state) << '\n';
    if (results)
        for (const std::string& reason : result.reasons)
            std::cout << reason << '\n';
    if (office && withheld) std::cout << standing::kSumsWithheld << '\n';
    for (const standing::SecondRating& one : unrated)
        std::cout << "  To be rated blind: shift311 rate " << records::short_id(one.attempt) << ' ' << one.contact
                  << '\n';
    if (exam) say_next(*exam);
    return kDone;
}

int exam_close(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    const Ear ear(library);
    Acting acting(options.act);
    acting.demand(Right::start_exam);
    const records::Person person = acting.person(options.name);
    if (person.id == acting.id()) throw WrongUsage("Nobody closes their own exam.");
    const standing::History history = records::history_of(acting.store(), person.id);
    const standing::Program& program = program_of(library, history);
    const standing::Event* opened = open_exam(history, program.id);
    if (opened == nullptr) throw WrongUsage(person.name + " has no exam under way.");
    bool whole = false;
    std::string trouble;
    try {
        const exam::Form form = kept_form(library, acting.store(), program.id, opened->form);
        const ExamProgress progress = progress_of(program, history, *opened, form, acting.store());
        whole = progress.complete || progress.result.rule != standing::Verdict::open;
    } catch (const std::runtime_error& changed) {
        trouble = changed.what();  // it can't go on, but it can be closed
    }
    if (!whole && options.why.empty())
        throw WrongUsage("The exam of " + person.name + " is not finished" + (trouble.empty() ? "" : ": " + trouble) +
                         (trouble.empty() ? ". " : " ") +
                         "Say with --why why it is closed early; it then counts as not passed.");
    return refused_plainly([&] {
        for (const std::string& why : end_parts(library, ear, acting.store(), person.name, opened->form))
            std::cerr << "shift311: a part of the exam was set aside: " << why << '\n';
        standing::Event event = acting.event("exam_closed", program.id);
        event.form = opened->form;
        event.seed = opened->seed;
        event.why = options.why;
        records::add_event(acting.store(), person.id, event);
        const standing::History now = records::history_of(acting.store(), person.id);
        const standing::ExamResult result = standing::exam_result(program, now, *opened);
        std::cout << "The exam of " << person.name << " is closed.\n";
        for (const std::string& reason : result.reasons)
            std::cout << "  " << reason << '\n';
        std::cout << (result.rule == standing::Verdict::passed ? "By the rule: passed."
                                                               : "By the rule: not yet competent.")
                  << " A supervisor signs it with \"shift311 sign\".\n";
        return kDone;
    });
}

}  // namespace shift311::app
