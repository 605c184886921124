#include "sim/app/session.hpp"

#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"

namespace shift311::app {
namespace {

std::vector<std::pair<journal::ContactId, std::string>> keys_of(const shift::Floor& floor) {
    std::vector<std::pair<journal::ContactId, std::string>> keys;
    for (std::size_t i = 0; i < floor.casts.size(); ++i)
        keys.emplace_back(static_cast<journal::ContactId>(i + 1), scoring::to_json(floor.casts[i].key));
    return keys;
}

}  // namespace

script::ShiftPlan find_plan(const script::Library& library, const std::string& id) {
    if (id.rfind("script:", 0) == 0) {
        if (const script::Script* script = script::find_script(library, id.substr(7))) return shift::plan_for(*script);
        throw WrongUsage("There is no script \"" + id.substr(7) + "\"; \"shift311 list scripts\" shows them all.");
    }
    if (const script::ShiftPlan* plan = script::find_shift(library, id)) return *plan;
    throw WrongUsage("There is no shift \"" + id + "\"; \"shift311 list shifts\" shows them all.");
}

void Session::open(const script::Library& library, const Ear& ear, const script::ShiftPlan& plan, std::uint64_t seed,
                   int level, const std::string& person) {
    floor_ = shift::make_floor(library, plan, seed, level, person);
    run_ = std::make_unique<shift::Run>(
        floor_,
        [this](std::span<const shift::Event> events) {
            if (store_) store_->append(head_.attempt, events);
        },
        [&ear](const std::string& words, const std::string& script) { return ear.understand(words, script); },
        [this](const shift::Event& event) { applied(event); });
}

Session::Session(const script::Library& library, const Ear& ear, records::Store* store, const script::ShiftPlan& plan,
                 const std::string& person, std::uint64_t seed, int level)
    : store_(store) {
    open(library, ear, plan, seed, level, person);
    head_.trainee = person;
    head_.shift = plan.id;
    head_.title = plan.title;
    head_.city = plan.city;
    head_.date = plan.date;
    head_.starts_at_minute = plan.starts_at_minute;
    head_.level = floor_->level;
    head_.seed = seed;
    head_.content_hash = floor_->content_hash;
    head_.city_hash = floor_->city.hash;
    head_.program = SHIFT311_VERSION;
    head_.began = wall_clock();
    if (store_) {
        head_.station = store_->station();
        head_.attempt = store_->begin(head_, keys_of(*floor_));
    } else {
        head_.attempt = "practice";
    }
}

Session::Session(const script::Library& library, const Ear& ear, records::Store& store, const std::string& attempt)
    : store_(&store) {
    const journal::Journal journal = store.journal(attempt);
    head_ = journal.head;
    open(library, ear, find_plan(library, head_.shift), head_.seed, head_.level, head_.trainee);
    if (floor_->content_hash != head_.content_hash || floor_->city.hash != head_.city_hash)
        throw std::runtime_error("\"" + head_.title +
                                 "\" cannot go on: its scripts or its city were changed since it began. "
                                 "What was done is kept; set it aside and begin anew.");
    for (const records::StoredCard& stored : store.scorecards(attempt))
        cards_[stored.contact] = stored.card;
    run_->resume(journal.events);
    // The program may have been stopped between the end of a contact and its scorecard.
    for (const shift::Contact& contact : run_->state().contacts)
        if (contact.stage == shift::Stage::done || contact.stage == shift::Stage::abandoned) score(contact.id);
    if (run_->state().over) {
        for (const shift::Contact& contact : run_->state().contacts)
            score(contact.id);
        store.finish(head_.attempt, run_->state().over_why);
        return;
    }
    run_->submit(shift::Pause{"interrupted", 0}, run_->state().at);
}

journal::Journal Session::journal() const {
    journal::Journal journal;
    journal.head = head_;
    journal.events = run_->events();
    return journal;
}

const scoring::AnswerKey& Session::key(journal::ContactId contact) const {
    return floor_->casts.at(contact - 1).key;
}

std::optional<scoring::Scorecard> Session::scorecard(journal::ContactId contact) const {
    const auto found = cards_.find(contact);
    return found == cards_.end() ? std::nullopt : std::make_optional(found->second);
}

std::vector<journal::ContactId> Session::scored() const {
    std::vector<journal::ContactId> contacts;
    for (const auto& [contact, card] : cards_)
        contacts.push_back(contact);
    return contacts;
}

void Session::score(journal::ContactId contact) {
    if (cards_.count(contact) != 0) return;
    const scoring::Scorecard card = scoring::assess(key(contact), journal(), contact);
    if (store_) store_->add_scorecard(head_.attempt, contact, card);
    cards_[contact] = card;
}

void Session::applied(const shift::Event& event) {
    if (std::holds_alternative<journal::Wrapped>(event.act) || std::holds_alternative<journal::Abandoned>(event.act))
        score(event.contact);
    if (const auto* ended = std::get_if<journal::ShiftEnded>(&event.act)) {
        for (const shift::Contact& contact : run_->state().contacts)
            score(contact.id);
        if (store_) store_->finish(head_.attempt, ended->why);
    }
}

}  // namespace shift311::app
