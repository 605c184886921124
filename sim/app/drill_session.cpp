#include "sim/app/drill_session.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/scoring/assess.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"

#include <stdexcept>
#include <utility>

namespace shift311::app {

scoring::Rubric drill_rubric(const script::Library& library) {
    const scoring::Rubric built_in;
    const scoring::Rubric* rubric = script::find_rubric(library, built_in.id);
    return rubric != nullptr ? *rubric : built_in;
}

void DrillSession::open(drill::Plan plan) {
    run_ = std::make_unique<drill::Run>(
        std::make_shared<const drill::Plan>(std::move(plan)),
        [this](std::span<const drill::Event> events) { store_.append(head_.attempt, events); },
        [this](const drill::Event& event) {
            if (std::holds_alternative<journal::ShiftEnded>(event.act)) conclude();
        });
}

DrillSession::DrillSession(records::Store& store, drill::Plan plan, const DrillChoice& choice)
    : store_(store), rubric_(choice.rubric) {
    head_.station = store.station();
    head_.trainee = choice.person;
    head_.shift = plan.script;
    head_.title = plan.title;
    head_.city = plan.city;
    head_.level = plan.key.level;
    head_.seed = choice.seed;
    head_.purpose = choice.purpose;
    head_.form = choice.form;
    head_.content_hash = plan.content_hash;
    head_.city_hash = plan.city_hash;
    head_.program = SHIFT311_VERSION;
    head_.began = wall_clock();
    const std::string key = scoring::to_json(plan.key);
    open(std::move(plan));
    records::keep_rubric(store, rubric_);
    head_.attempt = store.begin(head_, {{drill::kContact, key}});
}

DrillSession::DrillSession(records::Store& store, const script::Library& library, const std::string& attempt)
    : store_(store) {
    const journal::Journal journal = store.journal(attempt);
    head_ = journal.head;
    rubric_ = head_.purpose == "exam" ? rubric_of_form(library, head_.form) : drill_rubric(library);
    records::keep_rubric(store, rubric_);
    const auto keys = store.keys(attempt);
    const auto key = keys.find(drill::kContact);
    if (!scoring::is_drill(head_.shift) || key == keys.end())
        throw std::runtime_error("\"" + head_.title + "\" is no drill that could be taken up again.");
    const DrillCity where = drill_city(library, head_.city);
    if (where.drills->hash != head_.content_hash || where.city->hash != head_.city_hash)
        throw std::runtime_error("\"" + head_.title +
                                 "\" cannot go on: its texts or its city were changed since it began. What was done is "
                                 "kept; begin anew.");
    open(drill::plan_again(*where.drills, *where.city, scoring::key_from_json(key->second), head_.purpose == "exam"));
    run_->resume(journal.events);
    // The program may have been stopped between the end of the drill and its scorecard.
    if (run_->state().over) {
        const auto cards = store.scorecards(attempt);
        if (cards.empty()) {
            conclude();
        } else {
            card_ = cards.front().card;
            store.finish(head_.attempt, run_->state().over_why);
        }
        return;
    }
    run_->submit(drill::Pause{"interrupted", 0}, run_->state().at);
}

void DrillSession::conclude() {
    const journal::Journal journal{head_, run_->events()};
    card_ = scoring::assess(run_->plan().key, journal, drill::kContact, rubric_);
    store_.add_scorecard(head_.attempt, drill::kContact, *card_);
    store_.finish(head_.attempt, run_->state().over_why);
}

std::optional<records::OpenAttempt> interrupted_drill(const records::Store& store, const std::string& person,
                                                      std::string_view script) {
    for (const records::OpenAttempt& open : store.open_attempts(person)) {
        if (!scoring::is_drill(open.shift) || (!script.empty() && open.shift != script)) continue;
        if (store.journal(open.id).head.purpose != "exam") return open;
    }
    return std::nullopt;
}

DrillCity drill_city(const script::Library& library, const std::string& city) {
    for (const script::Drills& drills : library.drills) {
        if (!city.empty() && drills.city != city) continue;
        if (drills.hash.empty()) continue;
        if (const city::City* where = script::find_city(library, drills.city)) return {&drills, where};
    }
    throw std::runtime_error(city.empty() ? std::string("The content holds no drills.")
                                          : "The content holds no drills for the city \"" + city + "\".");
}

}  // namespace shift311::app
