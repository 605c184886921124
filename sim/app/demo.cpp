// shift311 demo: the model agent plays a short shift, prints its scorecards and writes its report.
#include "assessment/reports/attempt_report.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/scorecard_text.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/typed/telling.hpp"
#include "sim/rehearse/agent.hpp"

#include <unistd.h>

#include <filesystem>
#include <iostream>

namespace shift311::app {

int demo(const DemoOptions& options) {
    const script::Library library = load_content(content_root(options.content));
    const Ear ear(library);
    if (library.shifts.empty()) throw EnvironmentLacks("There is no shift to demonstrate: the content holds none.");
    const script::ShiftPlan* plan = &library.shifts.front();
    for (const script::ShiftPlan& other : library.shifts)
        if (other.tour || (!plan->tour && other.minutes < plan->minutes)) plan = &other;

    // The demonstration keeps no records: its file lives only as long as the report needs it.
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("shift311-demo-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    struct Remove {
        std::filesystem::path path;
        ~Remove() {
            std::error_code none;
            std::filesystem::remove_all(path, none);
        }
    } remove{folder};
    records::Store store = records::Store::open((folder / "records.db").string());
    Session session(library, ear, &store, *plan, "Model agent", 1, plan->level);
    std::cout << "A demonstration: the model agent plays \"" << plan->title << "\".\n\n";
    rehearse::Agent(session.run(), {}).play_shift();
    for (const shift::Event& event : session.run().events()) {
        const std::string text = desk::typed::telling(session.run(), event);
        if (!text.empty()) std::cout << '[' << journal::clock_text(event.at) << "] " << text << '\n';
    }
    std::cout << '\n';
    for (const journal::ContactId contact : session.scored())
        std::cout << scorecard_text(*session.scorecard(contact)) << '\n';
    const std::string report = options.out.empty() ? "shift311-demo.html" : options.out;
    write_out(report, reports::attempt_html(reports::attempt_report(store, session.attempt(), wall_clock())));
    std::cout << "The report of this shift was written to " << report << ".\n";
    return kDone;
}

}  // namespace shift311::app
