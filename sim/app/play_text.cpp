// shift311 play --text: the text desk, at a terminal or from a file of commands.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/scorecard_text.hpp"
#include "sim/app/seed.hpp"
#include "sim/app/session.hpp"
#include "sim/app/terminal.hpp"
#include "sim/desk/typed/text_desk.hpp"

#include <iostream>

namespace shift311::app {
namespace {

/// "Flood night" of Dana Reyes, interrupted at 2:10.
std::string kept_open(const records::OpenAttempt& open) {
    return "\"" + open.title + "\" of " + open.trainee + ", interrupted at " + journal::clock_text(open.at) +
           ", is kept open: --resume goes on with it.";
}

std::string first_shift(const script::Library& library) {
    if (library.shifts.empty()) throw EnvironmentLacks("There is no shift to play: the content holds none.");
    const script::ShiftPlan* first = &library.shifts.front();
    for (const script::ShiftPlan& plan : library.shifts)
        if (plan.minutes < first->minutes) first = &plan;
    return first->id;
}

/// Asks until it is one that there is; an empty line, or the end of input, takes the shortest.
std::string ask_shift(const script::Library& library) {
    for (;;) {
        const std::string shift = ask("Which shift? (" + first_shift(library) + ") ", first_shift(library));
        try {
            return find_plan(library, shift).id;
        } catch (const WrongUsage& wrong) {
            std::cout << wrong.what() << '\n';
        }
    }
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
    std::string shift = !options.script.empty() ? "script:" + options.script : options.shift;
    if (!session && !shift.empty()) find_plan(library, shift);  // a wrong name is told before anything is asked
    if (!session) {
        const auto open = interrupted_practice(store, trainee);
        if (options.resume && !open) throw WrongUsage("No shift of " + trainee + " was interrupted.");
        Interrupted choice = options.resume ? Interrupted::go_on : Interrupted::not_now;
        if (open && !options.resume && at_terminal) choice = ask_interrupted(open->title, open->at);
        if (open && !options.resume && !at_terminal) std::cerr << kept_open(*open) << '\n';
        if (choice == Interrupted::go_on) session = std::make_unique<Session>(library, ear, store, open->id);
        if (choice == Interrupted::set_aside) store.finish(open->id, "set_aside");
    }
    if (!session) {
        if (shift.empty() && at_terminal) {
            for (const script::ShiftPlan& plan : library.shifts)
                std::cout << "  " << plan.id << "  " << plan.title << ", about " << plan.minutes << " min, level "
                          << plan.level << '\n';
            shift = ask_shift(library);
        }
        if (shift.empty()) shift = first_shift(library);
        session = std::make_unique<Session>(library, ear, &store, find_plan(library, shift), trainee,
                                            options.seed.value_or(new_seed()), options.level);
    }

    desk::typed::Options desk_options;
    desk_options.real_time = at_terminal;
    desk_options.sum_up = !session->is_exam();
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
