// shift311 replay: an attempt watched again, from its journal.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/desk/typed/telling.hpp"

#include <chrono>
#include <iostream>
#include <thread>

namespace shift311::app {
int replay(const RecordsOptions& options) {
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    if (!may(access, records::Right::review))
        demand_reading_attempt(access, store, store.attempt_named(options.attempt));
    const journal::Journal journal = store.journal(store.attempt_named(options.attempt));
    const script::Library library = load_content(content_root(options.content));
    const Ear ear(library);
    const auto floor = shift::make_floor(library, plan_of(library, store, journal.head), journal.head.seed,
                                         journal.head.level, journal.head.trainee);
    shift::Run run(floor, [](std::span<const shift::Event>) {}, {});
    run.resume(journal.events);
    std::cout << journal.head.title << ", " << journal.head.trainee << ", " << local_time(journal.head.began)
              << ", level " << journal.head.level << ", seed " << journal.head.seed << '\n';
    journal::Millis before = 0;
    for (const journal::Event& event : journal.events) {
        const std::string text = desk::typed::telling(run, event);
        if (text.empty()) continue;
        if (options.speed > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(
                static_cast<std::int64_t>(static_cast<double>(event.at - before) / options.speed)));
        before = event.at;
        std::cout << '[' << journal::clock_text(event.at) << "] " << text << std::endl;
    }
    std::cout << "State digest " << shift::digest(run.state()) << '\n';
    return kDone;
}

}  // namespace shift311::app
