// shift311 play --text: the text desk, at a terminal or from a file of commands.
#include "assessment/scoring/drill.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/scorecard_text.hpp"
#include "sim/app/seed.hpp"
#include "sim/app/session.hpp"
#include "sim/app/terminal.hpp"
#include "sim/desk/typed/text_desk.hpp"

#include <cctype>
#include <iostream>

namespace shift311::app {
namespace {

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
        const std::string question =
            "\"" + open->title + "\" was interrupted at " + journal::clock_text(open->at) + ". Go on with it? (y/n) ";
        // Only a plain no sets it aside: what is set aside is never offered again.
        char answer = 0;
        while (answer != 'y' && answer != 'n')
            answer = static_cast<char>(std::tolower(static_cast<unsigned char>(ask(question, "y").front())));
        if (answer == 'y')
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
