#include "sim/app/exam_vignettes.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/records/store.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/typed/drill_desk.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>

namespace shift311::app {
using Clock = std::chrono::steady_clock;

std::unique_ptr<DrillSession> sit_block(const script::Library& library, records::Store& store, const std::string& plan,
                                        const std::string& person) {
    const auto known = store.person(person);
    const standing::History history = records::history_of(store, known ? known->id : person);
    const std::string form_id = exam::form_of(plan);
    const standing::Event* opened = nullptr;
    for (const standing::Program& program : library.programs)
        if (const standing::Event* open = open_exam(history, program.id); open != nullptr && open->form == form_id)
            opened = open;
    if (opened == nullptr) throw std::runtime_error("That exam of " + person + " is not under way.");
    const standing::Program& program = *script::find_program(library, opened->program);
    const exam::Form form = kept_form(library, store, program.id, form_id);
    const ExamProgress progress = progress_of(program, history, *opened, form, store);
    const ExamPart* next = progress.next();
    if (next == nullptr || next->plan != plan)
        throw std::runtime_error("This part of the exam is not what comes next.");
    if (next->state == ExamPart::State::under_way) return std::make_unique<DrillSession>(store, library, next->attempt);
    const DrillCity where = drill_city(library, program.city);
    return std::make_unique<DrillSession>(
        store,
        drill::triage_plan(*where.drills, *where.city, form.vignettes.at(static_cast<std::size_t>(next->block - 1)),
                           true, next->block == 2),
        DrillChoice{person, "exam", form_id, 0, rubric_of(library, program)});
}

int sit_vignettes(const PlayOptions& options) {
    const script::Library library = load_content(content_root(options.content));
    records::Store store = records::Store::open(records_path(options.db));
    const auto session = sit_block(library, store, options.sitting, options.trainee);
    const bool live = ::isatty(STDIN_FILENO) != 0;
    desk::typed::DrillDesk desk(session->run(), std::cout, {live});
    const auto began = Clock::now();
    const drill::Millis from = desk.now();
    desk.welcome();
    std::string line;
    while (!session->run().state().over) {
        if (live) std::cout << "> " << std::flush;
        // No clock judges a vignette: the end of input leaves the block as it is, to be taken up again.
        if (!std::getline(std::cin, line)) break;
        if (live) desk.pass(from + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count());
        if (line == "quit") break;
        desk.command(line);
    }
    std::cout << (session->run().state().over
                      ? kRecorded
                      : "The block is not finished; \"shift311 exam sit\" goes on where it was left.")
              << '\n';
    return kDone;
}

}  // namespace shift311::app
