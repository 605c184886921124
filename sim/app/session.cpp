#include "sim/app/session.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/scoring/drill.hpp"
#include "sim/app/output.hpp"
#include "sim/app/spelling.hpp"

namespace shift311::app {
namespace {

std::vector<std::pair<journal::ContactId, std::string>> keys_of(const shift::Floor& floor) {
    std::vector<std::pair<journal::ContactId, std::string>> keys;
    for (std::size_t i = 0; i < floor.casts.size(); ++i)
        keys.emplace_back(static_cast<journal::ContactId>(i + 1), scoring::to_json(floor.casts[i].key));
    return keys;
}

scoring::Rubric practice_rubric(const script::Library& library) {
    const scoring::Rubric built_in;
    const scoring::Rubric* rubric = script::find_rubric(library, built_in.id);
    return rubric != nullptr ? *rubric : built_in;
}

}  // namespace

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

void Session::begin(const script::ShiftPlan& plan, std::uint64_t seed, const std::string& person) {
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
        records::keep_rubric(*store_, rubric_);
        head_.station = store_->station();
        head_.attempt = store_->begin(head_, keys_of(*floor_));
    } else {
        head_.attempt = "practice";
    }
}

Session::Session(const script::Library& library, const Ear& ear, records::Store* store, const script::ShiftPlan& plan,
                 const std::string& person, std::uint64_t seed, int level)
    : store_(store), rubric_(practice_rubric(library)) {
    open(library, ear, plan, seed, level, person);
    begin(plan, seed, person);
}

Session::Session(const script::Library& library, const Ear& ear, records::Store& store,
                 const standing::Program& program, const exam::Form& form, const exam::Sitting& sitting,
                 const std::string& person)
    : store_(&store), rubric_(rubric_of(library, program)) {
    open(library, ear, sitting.plan, sitting.seed, exam::kLevel, person);
    head_.purpose = "exam";
    head_.form = form.id;
    begin(sitting.plan, sitting.seed, person);
}

Session::Session(const script::Library& library, const Ear& ear, records::Store& store, const std::string& attempt)
    : store_(&store), rubric_(practice_rubric(library)) {
    const journal::Journal journal = store.journal(attempt);
    head_ = journal.head;
    if (is_exam()) rubric_ = rubric_of_form(library, head_.form);
    open(library, ear, plan_of(library, store, head_), head_.seed, head_.level, head_.trainee);
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

std::optional<records::OpenAttempt> interrupted_practice(const records::Store& store, const std::string& person) {
    for (records::OpenAttempt& open : store.open_attempts(person))
        if (!exam::is_sitting(open.shift) && !scoring::is_drill(open.shift)) return std::move(open);
    return std::nullopt;
}

void Session::score(journal::ContactId contact) {
    if (cards_.count(contact) != 0) return;
    const scoring::Scorecard card = scoring::assess(key(contact), journal(), contact, rubric_,
                                                    spelling_of(floor_->city, key(contact), journal(), contact));
    if (store_ && !rubric_.hash.empty()) records::keep_rubric(*store_, rubric_.hash, scoring::to_json(rubric_));
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
