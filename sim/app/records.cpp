// shift311 rescore and replay: judging again and watching again, all from the stored journals.
#include "assessment/scoring/assess.hpp"
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
namespace {

std::string of(scoring::Points points, scoring::Points possible) {
    return points_text(points) + " of " + points_text(possible);
}

}  // namespace

int rescore(const RecordsOptions& options) {
    records::Store store = records::Store::open(records_path(options.db));
    demand(Access(store, options.access), records::Right::rescore);
    std::vector<std::string> attempts;
    if (!options.attempt.empty())
        attempts.push_back(store.attempt_named(options.attempt));
    else
        for (const records::AttemptRow& row : store.attempts())
            attempts.push_back(row.id);
    int judged = 0, changed = 0, faults = 0;
    for (const std::string& attempt : attempts) {
        try {
            const journal::Journal journal = store.journal(attempt);
            const auto keys = store.keys(attempt);
            for (const records::StoredCard& stored : store.scorecards(attempt)) {
                const auto key = keys.find(stored.contact);
                if (key == keys.end()) continue;
                journal::Journal judged_part = journal;
                while (!judged_part.events.empty() && judged_part.events.back().seq > stored.through)
                    judged_part.events.pop_back();
                const scoring::Scorecard card =
                    scoring::assess(scoring::key_from_json(key->second), judged_part, stored.contact);
                ++judged;
                if (scoring::to_json(card) == scoring::to_json(stored.card)) continue;
                ++changed;
                store.add_scorecard(attempt, stored.contact, card);
                std::cout << records::short_id(attempt) << "  " << journal.head.trainee << "  " << card.title << ": "
                          << of(stored.card.points, stored.card.possible) << " before, "
                          << of(card.points, card.possible) << " now"
                          << (stored.card.passed != card.passed ? (card.passed ? ", now passed" : ", no longer passed")
                                                                : "")
                          << '\n';
                for (const scoring::Finding& now : card.findings)
                    for (const scoring::Finding& before : stored.card.findings)
                        if (before.criterion == now.criterion && before.points != now.points)
                            std::cout << "    " << now.criterion << ": " << now.why << '\n';
            }
        } catch (const records::Trouble&) {
            throw;
        } catch (const std::exception& error) {
            ++faults;
            std::cerr << "shift311: attempt " << records::short_id(attempt) << " was set aside: " << error.what()
                      << '\n';
        }
    }
    std::cerr << judged << (judged == 1 ? " scorecard" : " scorecards") << " judged again, " << changed
              << " changed.\n";
    return faults == 0 ? kDone : kFaults;
}

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
