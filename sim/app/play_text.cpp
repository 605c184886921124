// shift311 play --text: the text desk, at a terminal or from a file of commands.
#include "assessment/scoring/drill.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/scorecard_text.hpp"
#include "sim/app/seed.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/typed/text_desk.hpp"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <iostream>

namespace shift311::app {
namespace {

using Clock = std::chrono::steady_clock;

/// Lines from the terminal as they come, with time passing between them.
void play_live(desk::typed::TextDesk& desk, shift::Run& run) {
    const auto began = Clock::now();
    const shift::Millis from = desk.now();
    const auto now = [&] {
        return from + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count();
    };
    std::string buffer;
    std::cout << "> " << std::flush;
    for (;;) {
        const auto due = run.next_due();
        const shift::Millis wait = due ? std::max<shift::Millis>(0, *due - now()) : 1'000;
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, static_cast<int>(std::min<shift::Millis>(wait, 1'000)));
        desk.pass(now());
        if (run.state().over) return;
        if (ready <= 0) continue;
        char bytes[4096];
        const ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
        if (got <= 0) return;
        buffer.append(bytes, static_cast<std::size_t>(got));
        for (std::size_t end; (end = buffer.find('\n')) != std::string::npos; buffer.erase(0, end + 1))
            if (!desk.command(buffer.substr(0, end))) return;
        std::cout << "> " << std::flush;
    }
}

std::string ask(const std::string& question, const std::string& otherwise) {
    std::cout << question << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer) || answer.empty()) return otherwise;
    return answer;
}

/// A sitting of an exam goes on by "exam sit" alone, a drill by "drill".
std::optional<records::OpenAttempt> practice_interrupted(const records::Store& store, const std::string& trainee) {
    for (records::OpenAttempt& open : store.open_attempts(trainee))
        if (!exam::is_sitting(open.shift) && !scoring::is_drill(open.shift)) return std::move(open);
    return std::nullopt;
}

std::string first_shift(const script::Library& library) {
    if (library.shifts.empty()) throw EnvironmentLacks("There is no shift to play: the content holds none.");
    const script::ShiftPlan* first = &library.shifts.front();
    for (const script::ShiftPlan& plan : library.shifts)
        if (plan.minutes < first->minutes) first = &plan;
    return first->id;
}

}  // namespace

int play_text(const PlayOptions& options, bool at_terminal) {
    const script::Library library = load_content(content_root(options.content));
    const Ear ear(library);
    records::Store store = records::Store::open(records_path(options.db));

    std::string trainee = options.trainee;
    // Whoever sits down to an exam was asked by "exam sit" already.
    if (options.sitting.empty()) {
        const Access access(store, options.access);
        if (access.account()) {
            if (trainee.empty()) trainee = access.account()->person.name;
            const auto person = store.person(trainee);
            demand(access, records::Right::practice, person ? person->id : trainee);
        }
    }
    if (trainee.empty()) trainee = at_terminal ? ask("Who is practicing? ", "Trainee") : "Trainee";
    trainee = store.add_person(trainee).name;

    std::unique_ptr<Session> session;
    if (!options.sitting.empty()) session = sit(library, ear, store, options.sitting, trainee);
    const bool nothing_chosen = options.shift.empty() && options.script.empty();
    if (const auto open = practice_interrupted(store, trainee); !session && open && at_terminal && nothing_chosen) {
        const std::string answer = ask(
            "\"" + open->title + "\" was interrupted at " + journal::clock_text(open->at) + ". Go on with it? (y/n) ",
            "y");
        if (answer.front() == 'y' || answer.front() == 'Y')
            session = std::make_unique<Session>(library, ear, store, open->id);
        else
            store.finish(open->id, "set_aside");
    }
    if (!session) {
        std::string shift = !options.script.empty() ? "script:" + options.script : options.shift;
        if (shift.empty() && at_terminal) {
            for (const script::ShiftPlan& plan : library.shifts)
                std::cout << "  " << plan.id << "  " << plan.title << ", about " << plan.minutes << " min, level "
                          << plan.level << '\n';
            shift = ask("Which shift? (" + first_shift(library) + ") ", first_shift(library));
        }
        if (shift.empty()) shift = first_shift(library);
        session = std::make_unique<Session>(library, ear, &store, find_plan(library, shift), trainee,
                                            options.seed.value_or(new_seed()), options.level);
    }

    desk::typed::Options desk_options;
    desk_options.real_time = at_terminal;
    desk_options.debrief = [&session](journal::ContactId contact) {
        const auto card = session->scorecard(contact);
        if (session->is_exam()) return kRecorded + '\n';
        return card ? scorecard_text(*card) : std::string{};
    };
    desk::typed::TextDesk desk(session->run(), std::cout, desk_options);
    desk.welcome();
    if (at_terminal) {
        play_live(desk, session->run());
    } else {
        for (std::string line; std::getline(std::cin, line);)
            if (!desk.command(line)) break;
    }
    desk.finish();
    if (session->is_exam()) {
        std::cout << kRecorded << '\n';
        return kDone;
    }
    std::cout << "Attempt " << records::short_id(session->attempt()) << " is in the records: \"shift311 report attempt "
              << records::short_id(session->attempt()) << "\" shows all of it.\n";
    return kDone;
}

}  // namespace shift311::app
