#include "sim/app/exam_acting.hpp"

#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"

#include <CLI/CLI.hpp>

#include <stdexcept>

namespace shift311::app {

void add_acting(CLI::App& command, ActOptions& options, bool formats) {
    add_access(command, options.access);
    command.add_option("--db", options.db, "Records file (default: $XDG_DATA_HOME/shift311/records.db)");
    command.add_option("--content", options.content,
                       "Content folder (default: the source tree's, then the installed one)");
    if (formats)
        command.add_option("--format", options.format, "How to print it")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
}

Acting::Acting(const ActOptions& options)
    : store_(records::Store::open(records_path(options.db))), access_(store_, options.access) {}

records::Person Acting::person(const std::string& name) const {
    if (const auto found = store_.person(name)) return *found;
    throw WrongUsage("There is nobody called \"" + name + "\" in the records.");
}

standing::Event Acting::event(const std::string& kind, const std::string& program) const {
    standing::Event event;
    event.kind = kind;
    event.at = wall_clock();
    event.by = id();
    event.by_name = name();
    event.program = program;
    return event;
}

int refused_plainly(const std::function<int()>& deed) {
    try {
        return deed();
    } catch (const std::invalid_argument& refused) {
        throw WrongUsage(refused.what());
    } catch (const records::Forbidden& refused) {
        throw WrongUsage(refused.what());
    }
}

std::string enrolled_in(const standing::History& history) {
    std::string program;
    for (const standing::Event& event : history.events) {
        if (event.kind == "enrolled") program = event.program;
        if (event.kind == "withdrawn" && (event.program.empty() || event.program == program)) program.clear();
    }
    return program;
}

const standing::Program& program_of(const script::Library& library, const standing::History& history) {
    const std::string id = enrolled_in(history);
    if (id.empty())
        throw WrongUsage(history.name + " is enrolled in no program; \"shift311 enroll\" puts a trainee into one.");
    if (const standing::Program* program = script::find_program(library, id)) return *program;
    throw EnvironmentLacks("The content holds no program \"" + id + "\", in which " + history.name + " is enrolled.");
}

}  // namespace shift311::app
