// shift311 simulate: a cohort of rehearsed trainees of known skill, in a records file of its own, to look at reports
// with.
#include "assessment/measure/interval.hpp"
#include "sim/app/commands.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/spelling.hpp"
#include "sim/rehearse/skilled_class.hpp"
#include "sim/rehearse/skilled_exams.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>

namespace shift311::app {
namespace {

struct SimulateOptions {
    std::string db;
    std::string content;
    std::string program = "6J55";
    std::string format = "text";
    int exams = 0;  ///< at each skill; 0: a class
    rehearse::ClassPlan plan;
};

std::string percent(int permille) {
    return std::to_string(permille / 10) + '.' + std::to_string(permille % 10);
}

std::string table(const std::vector<rehearse::ClassMember>& members) {
    std::ostringstream out;
    out << std::left << std::setw(36) << "Trainee" << std::right << std::setw(8) << "begins" << std::setw(9)
        << "becomes" << std::setw(10) << "contacts" << std::setw(8) << "passed" << std::setw(7) << "exams"
        << "  standing\n";
    for (const rehearse::ClassMember& one : members)
        out << std::left << std::setw(36) << one.record.name << std::right << std::setw(8)
            << percent(one.who.begins_permille) << std::setw(9) << percent(one.who.becomes_permille) << std::setw(10)
            << one.contacts << std::setw(8) << one.passed << std::setw(7) << one.standing.exams.size() << "  "
            << standing::label(one.standing.state) << '\n';
    out << "Begins and becomes: the known chance of a clean contact, in percent.\n";
    return out.str();
}

std::string json(const std::vector<rehearse::ClassMember>& members) {
    nlohmann::json list = nlohmann::json::array();
    for (const rehearse::ClassMember& one : members)
        list.push_back({{"name", one.record.name},
                        {"begins_permille", one.who.begins_permille},
                        {"becomes_permille", one.who.becomes_permille},
                        {"contacts", one.contacts},
                        {"passed", one.passed},
                        {"exams", one.standing.exams.size()},
                        {"standing", standing::word(one.standing.state)},
                        {"next", one.standing.next},
                        {"exam_refused", one.exam_refused}});
    return nlohmann::json{{"trainees", list}}.dump(2) + '\n';
}

/// Why exams were refused, each reason once with how many trainees it kept from one.
std::string refusals(const std::vector<rehearse::ClassMember>& members) {
    std::map<std::string, int> reasons;
    for (const rehearse::ClassMember& one : members)
        if (!one.exam_refused.empty() && one.standing.state == standing::State::ready_for_exam)
            ++reasons[one.exam_refused];
    std::string out;
    for (const auto& [reason, count] : reasons)
        out += "No exam for " + std::to_string(count) + (count == 1 ? " trainee" : " trainees") +
               " who would be ready: " + reason + '\n';
    return out;
}

nlohmann::json row(const rehearse::TriedRule& tried) {
    const measure::Interval sure = measure::clopper_pearson(tried.passed, tried.exams);
    return {{"skill_permille", tried.clean_permille},
            {"exams", tried.exams},
            {"outcomes", tried.outcomes},
            {"passed", tried.passed},
            {"passed_low", sure.low},
            {"passed_high", sure.high},
            {"passed_exact", tried.expected},
            {"contacts", tried.contacts},
            {"contacts_passed", tried.contacts_passed},
            {"mean_contacts_exact", tried.expected_contacts}};
}

std::string line(const rehearse::TriedRule& tried) {
    const measure::Interval sure = measure::clopper_pearson(tried.passed, tried.exams);
    std::ostringstream out;
    out << std::fixed << std::setprecision(1) << std::setw(6) << percent(tried.clean_permille) << std::setw(12)
        << 100.0 * tried.contacts_passed / tried.contacts << std::setw(9) << tried.exams << std::setw(9) << tried.passed
        << std::setw(11) << 100 * sure.low << " to " << std::setw(5) << 100 * sure.high << std::setw(9)
        << 100 * tried.expected << std::setw(11) << static_cast<double>(tried.contacts) / tried.exams << std::setw(9)
        << tried.expected_contacts << '\n';
    return out.str();
}

/// The rule of the exam tried out by players of known skill, beside its exact error rates.
int try_rule(const SimulateOptions& options, const script::Library& library, const standing::Program& program,
             const Ear& ear) {
    const bool text = options.format == "text";
    if (text)
        std::cout << " Skill   Clean  Exams   Passed   95 % sure, percent    Exact   Contacts    Exact\n"
                  << "     %       %                                       %   an exam\n";
    std::vector<rehearse::TriedRule> rows;
    try {
        rows = rehearse::try_rule(
            library, program,
            [&ear](const std::string& words, const std::string& script) { return ear.understand(words, script); },
            {std::begin(rehearse::kPublishedSkills), std::end(rehearse::kPublishedSkills)}, options.exams,
            options.plan.seed,
            [text](const rehearse::TriedRule& tried) {
                if (text) std::cout << line(tried) << std::flush;
            });
    } catch (const std::invalid_argument& error) {
        throw WrongUsage(error.what());
    }
    if (text) return kDone;
    nlohmann::json list = nlohmann::json::array();
    for (const rehearse::TriedRule& tried : rows)
        list.push_back(row(tried));
    std::cout << nlohmann::json{{"rule", standing::kRule}, {"skills", list}}.dump(2) << '\n';
    return kDone;
}

int simulate(SimulateOptions options) {
    const script::Library library = load_content(content_root(options.content));
    const standing::Program* program = script::find_program(library, options.program);
    if (!program) throw WrongUsage("There is no program \"" + options.program + "\" in the content.");
    if (options.exams > 0) return try_rule(options, library, *program, Ear(library));
    if (options.db.empty()) throw WrongUsage("Say where the simulated class is to be written: --db FILE.");
    std::error_code none;
    if (std::filesystem::exists(options.db, none))
        throw WrongUsage(options.db + " is there already: a simulated class wants a new file of its own.");
    const Ear ear(library);
    records::Store store = records::Store::open(options.db);
    options.plan.software = SHIFT311_VERSION;
    std::unique_ptr<rehearse::SimulatedClass> all;
    try {
        all = std::make_unique<rehearse::SimulatedClass>(
            library, *program, store,
            [&ear](const std::string& words, const std::string& script) { return ear.understand(words, script); },
            options.plan, spelling_of);
    } catch (const std::invalid_argument& error) {
        throw WrongUsage(error.what());
    }
    all->run([&](int week) { std::cerr << "Week " << week << " of " << options.plan.weeks << " is played.\n"; });
    write_out({}, options.format == "json" ? json(all->members()) : table(all->members()));
    std::cerr << refusals(all->members()) << "The class was written to " << options.db << ", up to "
              << all->last().substr(0, 10) << ". Nobody in it is a person.\n";
    return kDone;
}

}  // namespace

void add_simulate(CLI::App& app, Chosen& chosen) {
    auto options = std::make_shared<SimulateOptions>();
    CLI::App* command = app.add_subcommand("simulate", "Let simulated trainees of known skill take a whole course");
    command->add_option("--db", options->db, "New records file to write");
    command->add_option("--trainees", options->plan.trainees, "How many")
        ->check(CLI::Range(1, rehearse::kMostPeople))
        ->capture_default_str();
    command->add_option("--weeks", options->plan.weeks, "How long")->check(CLI::Range(1, 52))->capture_default_str();
    command->add_option("--contacts", options->plan.contacts_a_week, "Contacts that each of them practices in a week")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command
        ->add_option("--exams", options->exams,
                     "Instead of a class: try the exam's rule, so many times at each published skill")
        ->check(CLI::Range(1, 100'000));
    command->add_option("--seed", options->plan.seed, "Same seed, same class")->capture_default_str();
    command->add_option("--program", options->program, "Training program")->capture_default_str();
    command->add_option("--first-day", options->plan.first_day, "Monday of the first week")->capture_default_str();
    command->add_option("--content", options->content,
                        "Content folder (default: the source tree's, then the installed one)");
    command->add_option("--format", options->format, "How to print the class")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->callback([options, &chosen] { chosen = [options] { return simulate(*options); }; });
}

}  // namespace shift311::app
