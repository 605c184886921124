// shift311 enroll, standing, sign and remediate: what is decided about a trainee, and where that leaves them.
#include "assessment/records/entry.hpp"
#include "assessment/standing/calendar.hpp"
#include "assessment/standing/practice.hpp"
#include "assessment/standing/withheld.hpp"
#include "sim/app/exam_commands.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shift311::app {
namespace {

using nlohmann::json;
using records::Right;

constexpr std::size_t kShownNeeds = 5;

struct Whose {
    records::Person person;
    standing::History history;
    const standing::Program* program = nullptr;
    standing::Standing standing;
};

Whose standing_of(const script::Library& library, const records::Store& store, const records::Person& person,
                  reports::Reader reader = reports::Reader::office) {
    Whose whose;
    whose.person = person;
    whose.history = records::history_of(store, person.id);
    whose.program = &program_of(library, whose.history);
    whose.standing = standing::standing(*whose.program, whose.history, wall_clock());
    if (reader == reports::Reader::examined) {
        whose.history = standing::for_examined(std::move(whose.history));
        whose.standing = standing::for_examined(std::move(whose.standing));
    }
    return whose;
}

/// `told`: how the exam went; else only that there is one.
json to_json(const standing::ExamResult& exam, bool told) {
    json out{{"form", exam.form}, {"number", exam.number}, {"opened", exam.opened}, {"closed", exam.closed}};
    if (!told) return out;
    out["judged"] = exam.judged;
    if (standing::sums_withheld(exam)) {
        out["withheld"] = standing::kSumsWithheld;
        return out;
    }
    out["passes"] = exam.passes;
    out["emergencies"] = exam.emergencies;
    out["misses"] = exam.misses;
    out["false_transfers"] = exam.false_transfers;
    out["floors_met"] = exam.floors_met;
    out["rated"] = exam.rated;
    out["rule"] = exam.rule == standing::Verdict::passed    ? "passed"
                  : exam.rule == standing::Verdict::not_yet ? "not_yet"
                                                            : "open";
    out["outcome"] = exam.outcome;
    out["signed_by"] = exam.signed_by;
    out["reasons"] = exam.reasons;
    return out;
}

json to_json(const Whose& whose, const std::vector<standing::Need>& needs, reports::Reader reader) {
    const standing::Standing& standing = whose.standing;
    json out{{"name", whose.person.name},
             {"program", whose.program->id},
             {"title", whose.program->title},
             {"state", standing::word(standing.state)},
             {"label", standing::label(standing.state)},
             {"next", standing.next},
             {"retests_left", standing.retests_left},
             {"remediation_due", standing.remediation_due},
             {"certified_until", standing.certified_until},
             {"eligibility", json::array()},
             {"transitions", json::array()},
             {"exams", json::array()},
             {"practice", json::array()}};
    for (const standing::Requirement& one : standing.eligibility)
        out["eligibility"].push_back(
            {{"id", one.id}, {"label", one.label}, {"done", one.done}, {"needed", one.needed}, {"met", one.met}});
    for (const standing::Transition& one : standing.transitions)
        out["transitions"].push_back({{"from", standing::word(one.from)},
                                      {"to", standing::word(one.to)},
                                      {"at", one.at},
                                      {"by", one.by},
                                      {"why", one.why}});
    for (const standing::ExamResult& exam : standing.exams)
        out["exams"].push_back(to_json(exam, reader == reports::Reader::office || standing::results_out(exam)));
    for (const standing::Need& need : needs)
        out["practice"].push_back(
            {{"family", need.family}, {"due", need.due}, {"due_on", need.due_on}, {"why", need.why}});
    return out;
}

void print(const Whose& whose, const std::vector<standing::Need>& needs) {
    const standing::Standing& standing = whose.standing;
    std::cout << whose.person.name << ", " << whose.program->id << " " << whose.program->title << ": "
              << standing::label(standing.state)
              << (standing.certified_until.empty() ? "" : " until " + standing::date_words(standing.certified_until))
              << '\n'
              << standing.next << '\n';
    std::cout << "\nFor the exam:\n";
    for (const standing::Requirement& one : standing.eligibility)
        std::cout << (one.met ? "  done  " : "  open  ") << one.label << " (" << one.done << " of " << one.needed
                  << ")\n";
    if (standing.exam && !standing.exam->reasons.empty()) {
        std::cout << "\nThe newest exam:\n";
        for (const std::string& reason : standing.exam->reasons)
            std::cout << "  " << reason << '\n';
    }
    std::cout << "\nWhat to practice next:\n";
    for (std::size_t i = 0; i < needs.size() && i < kShownNeeds; ++i)
        std::cout << "  " << needs[i].family << ": " << needs[i].why << '\n';
}

int show_everybody(const script::Library& library, Acting& acting, const std::string& format) {
    acting.demand(Right::read_all);
    json list = json::array();
    for (const records::Person& person : acting.store().people()) {
        const standing::History history = records::history_of(acting.store(), person.id);
        const standing::Program* program = script::find_program(library, enrolled_in(history));
        if (program == nullptr) continue;
        const standing::Standing standing = standing::standing(*program, history, wall_clock());
        list.push_back({{"name", person.name},
                        {"program", program->id},
                        {"state", standing::word(standing.state)},
                        {"label", standing::label(standing.state)},
                        {"next", standing.next}});
    }
    if (format == "json") {
        std::cout << list.dump(2) << '\n';
        return kDone;
    }
    if (list.empty()) std::cout << "Nobody is enrolled in a program yet.\n";
    for (const json& row : list)
        std::cout << row["name"].get<std::string>() << "  " << row["program"].get<std::string>() << "  "
                  << row["label"].get<std::string>() << "  " << row["next"].get<std::string>() << '\n';
    return kDone;
}

}  // namespace

int enroll(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    const standing::Program* program = script::find_program(library, options.program);
    if (program == nullptr) {
        std::string known;
        for (const standing::Program& one : library.programs)
            known += (known.empty() ? "" : ", ") + one.id;
        throw WrongUsage("There is no program \"" + options.program + "\"" +
                         (known.empty() ? "." : "; there are " + known + "."));
    }
    Acting acting(options.act);
    acting.demand(Right::enroll);
    const records::Person person = acting.person(options.name);
    const std::string before = enrolled_in(records::history_of(acting.store(), person.id));
    if (!before.empty()) throw WrongUsage(person.name + " is enrolled in " + before + " already.");
    return refused_plainly([&] {
        records::keep_program(acting.store(), *program);
        standing::Event event = acting.event("enrolled", program->id);
        event.why = options.why;
        records::add_event(acting.store(), person.id, event);
        std::cout << person.name << " is enrolled in " << program->id << ", " << program->title << ".\n";
        return kDone;
    });
}

int show_standing(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    if (options.name.empty() && (!acting.account() || acting.may(Right::read_all)))
        return show_everybody(library, acting, options.act.format);
    const records::Person person = acting.person(options.name.empty() ? acting.name() : options.name);
    const bool all = acting.may(Right::read_all);
    if (!all) acting.demand(Right::read_own, person.id);
    const reports::Reader reader = acting.reader(person.id);
    const Whose whose = standing_of(library, acting.store(), person, reader);
    const auto needs = standing::needs(*whose.program, whose.history, wall_clock());
    if (options.act.format == "json")
        std::cout << to_json(whose, needs, reader).dump(2) << '\n';
    else
        print(whose, needs);
    return kDone;
}

int sign(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    acting.demand(Right::sign_off);
    const records::Person person = acting.person(options.name);
    if (person.id == acting.id()) throw WrongUsage("Nobody signs for themselves.");
    const Whose whose = standing_of(library, acting.store(), person);
    if (!whose.standing.exam) throw WrongUsage(person.name + " has taken no exam.");
    const standing::ExamResult& result = *whose.standing.exam;
    standing::Event event = acting.event("signed_off", whose.program->id);
    event.form = result.form;
    event.seed = result.seed;
    event.outcome = options.outcome;
    event.why = options.why;
    const bool by_rule = (result.rule == standing::Verdict::passed) == (options.outcome == "certified");
    event.code = by_rule ? "rule" : "override";
    const std::vector<std::string> faults = standing::sign_faults(result, event);
    if (!faults.empty()) {
        std::string all;
        for (const std::string& fault : faults)
            all += (all.empty() ? "" : " ") + fault;
        throw WrongUsage("The exam of " + person.name + " can't be signed so. " + all);
    }
    return refused_plainly([&] {
        records::add_event(acting.store(), person.id, event);
        const Whose now = standing_of(library, acting.store(), person);
        std::cout << person.name << ": " << standing::label(now.standing.state)
                  << (by_rule ? ", as the rule has it" : ", against the rule") << ", signed by " << acting.name()
                  << ".\n"
                  << now.standing.next << '\n';
        return kDone;
    });
}

int remediate(const ExamOptions& options) {
    const script::Library library = load_content(content_root(options.act.content));
    Acting acting(options.act);
    acting.demand(Right::enroll);
    const records::Person person = acting.person(options.name);
    const Whose whose = standing_of(library, acting.store(), person);
    if (whose.standing.state != standing::State::not_yet_competent)
        throw WrongUsage("Remediation follows \"not yet competent\"; " + person.name + " stands at \"" +
                         std::string(standing::label(whose.standing.state)) + "\".");
    const bool plan = options.outcome == "plan";
    if (!plan && !whose.standing.remediation_planned)
        throw WrongUsage("There is no remediation plan yet that could be done; write it with \"remediate NAME plan\".");
    return refused_plainly([&] {
        standing::Event event = acting.event(plan ? "remediation_planned" : "remediation_done", whose.program->id);
        event.form = whose.standing.exam ? whose.standing.exam->form : std::string{};
        event.why = options.why;
        records::add_event(acting.store(), person.id, event);
        std::cout << (plan ? "The plan is noted. " : "The plan is done. ")
                  << standing_of(library, acting.store(), person).standing.next << '\n';
        return kDone;
    });
}

}  // namespace shift311::app
