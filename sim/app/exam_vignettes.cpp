#include "sim/app/exam_vignettes.hpp"

#include "assessment/records/store.hpp"
#include "sim/app/content.hpp"
#include "sim/app/drill_session.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/typed/drill_desk.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>

namespace shift311::app {
namespace {

using Clock = std::chrono::steady_clock;

std::unique_ptr<DrillSession> begin(const script::Library& library, records::Store& store,
                                    const VignetteSitting& sitting, const std::string& person) {
    if (!sitting.attempt.empty()) return std::make_unique<DrillSession>(store, library, sitting.attempt);
    const DrillCity where = drill_city(library, sitting.city);
    return std::make_unique<DrillSession>(
        store, drill::triage_plan(*where.drills, *where.city, sitting.ids, true, sitting.block == 2),
        DrillChoice{person, "exam", sitting.form, 0, rubric_of_form(library, sitting.form)});
}

}  // namespace

int sit_vignettes(const PlayOptions& options, const VignetteSitting& sitting) {
    const script::Library library = load_content(content_root(options.content));
    records::Store store = records::Store::open(records_path(options.db));
    const auto session = begin(library, store, sitting, options.trainee);
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
