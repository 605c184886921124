// How a simulated class plays and keeps one sitting: the real engine, the real scoring, the real records.
#include "assessment/records/entry.hpp"
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "assessment/standing/calendar.hpp"
#include "sim/rehearse/agent.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "sim/rehearse/skilled_class.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace shift311::rehearse {
namespace {

constexpr const char* kTitle = "Simulated: ";
constexpr int kOpinionOf = 4;  ///< one in so many failed contacts is answered by its trainee
constexpr int kAnswerDays = 2;
constexpr int kMinutesToHome = 21 * 60;

standing::Purpose purpose_of(std::string_view word) {
    if (word == "exam") return standing::Purpose::exam;
    if (word == "qualification") return standing::Purpose::qualification;
    return word == "drill" ? standing::Purpose::drill : standing::Purpose::practice;
}

bool called_911(const journal::Journal& journal, journal::ContactId contact) {
    return std::any_of(journal.events.begin(), journal.events.end(), [contact](const journal::Event& event) {
        const auto* began = std::get_if<journal::TransferBegan>(&event.act);
        return began && event.contact == contact && began->target == scoring::kEmergencyAnswer;
    });
}

standing::ContactFact fact_of(const journal::Journal& journal, const scoring::AnswerKey& key,
                              const scoring::Scorecard& card, journal::ContactId contact) {
    const journal::Head& head = journal.head;
    standing::ContactFact fact;
    fact.attempt = head.attempt;
    fact.contact = contact;
    fact.at = head.began;
    fact.purpose = purpose_of(head.purpose);
    fact.form = head.form;
    fact.script = card.script;
    fact.title = card.title;
    fact.family = key.family.empty() ? card.script : key.family;
    fact.level = head.level;
    fact.duties = key.duties;
    fact.points = card.points;
    fact.possible = card.possible;
    fact.passed = card.passed;
    fact.critical = card.critical;
    fact.competencies = card.competencies;
    fact.rubric = card.rubric;
    fact.emergency = key.emergency.has_value();
    fact.false_transfer = !key.emergency && key.target != scoring::kEmergencyAnswer && called_911(journal, contact);
    for (const scoring::Finding& finding : card.findings) {
        if (finding.criterion != "emergency.clock") continue;
        fact.emergency_missed = finding.critical;
        fact.within_time = !finding.critical && finding.points == finding.possible;
    }
    return fact;
}

}  // namespace

std::string SimulatedClass::uuid() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    for (char& one : text)
        if (one == 'x') one = kDigits[random_.below(16)];
    return text;
}

scoring::Scorecard SimulatedClass::judged(const city::City& city, const scoring::AnswerKey& key,
                                          const journal::Journal& journal, journal::ContactId contact) const {
    return scoring::assess(key, journal, contact, rubric_,
                           spelled_ ? spelled_(city, key, journal, contact) : scoring::Spelling{});
}

scoring::Points SimulatedClass::possible_in(const script::Cast& cast, const city::City& city) {
    const std::string& id = cast.script.id;
    const auto known = possible_.find(id);
    if (known != possible_.end()) return known->second;
    const script::Script* script = script::find_script(library_, id);
    if (script == nullptr) return possible_[id] = 0;
    const Play model = rehearse::play(library_, *script, 1, {}, understand_, {}, &grounds_);
    return possible_[id] = judged(city, model.key, model.journal, 1).possible;
}

SimulatedClass::Played SimulatedClass::play(ClassMember& member, const script::ShiftPlan& plan, const Seat& seat,
                                            const Skill& skill) {
    const auto floor = shift::make_floor(library_, plan, seat.seed, seat.level, member.record.name, &grounds_);
    shift::Run run(
        floor, [](std::span<const shift::Event>) {}, understand_);
    script::Random random(seat.seed);
    Agent(run, {}, [&](const script::Cast& cast) {
        return draw_mistakes(cast, rubric_, skill, possible_in(cast, floor->city), random);
    }).play_shift();

    journal::Journal journal;
    journal::Head& head = journal.head;
    head.attempt = uuid();
    head.station = store_.station();
    head.trainee = member.record.name;
    head.shift = plan.id;
    head.title = kTitle + plan.title;
    head.city = plan.city;
    head.date = plan.date;
    head.starts_at_minute = plan.starts_at_minute;
    head.level = floor->level;
    head.seed = seat.seed;
    head.purpose = seat.purpose;
    head.form = seat.form;
    head.content_hash = floor->content_hash;
    head.city_hash = floor->city.hash;
    head.program = plan_.software;
    head.began = seat.began;
    journal.events = run.events();

    std::vector<std::pair<journal::ContactId, std::string>> keys;
    for (std::size_t i = 0; i < floor->casts.size(); ++i)
        keys.emplace_back(static_cast<journal::ContactId>(i + 1), scoring::to_json(floor->casts[i].key));
    store_.begin(head, keys);
    store_.append(head.attempt, journal.events);
    Played played;
    played.attempt = head.attempt;
    for (const shift::Contact& contact : run.state().contacts) {
        const scoring::AnswerKey& key = floor->casts.at(contact.id - 1).key;
        const scoring::Scorecard card = judged(floor->city, key, journal, contact.id);
        store_.add_scorecard(head.attempt, contact.id, card);
        played.facts.push_back(fact_of(journal, key, card, contact.id));
        member.history.contacts.push_back(played.facts.back());
        played.cards.push_back(card);
    }
    store_.finish(head.attempt, run.state().over_why.empty() ? "quit" : run.state().over_why,
                  standing::seconds_later(head.began, run.state().at / 1000));
    return played;
}

void SimulatedClass::play_drill_of(ClassMember& member, const drill::Plan& plan, const Seat& seat,
                                   const DrillSkill& skill) {
    drill::Run run(std::make_shared<drill::Plan>(plan));
    script::Random random(seat.seed);
    play_drill(run, skill, random);
    journal::Journal journal;
    journal::Head& head = journal.head;
    head.attempt = uuid();
    head.station = store_.station();
    head.trainee = member.record.name;
    head.shift = plan.script;
    head.title = kTitle + plan.title;
    head.city = plan.city;
    head.date = seat.began.substr(0, 10);
    head.level = seat.level;
    head.seed = seat.seed;
    head.purpose = seat.purpose;
    head.form = seat.form;
    head.content_hash = plan.content_hash;
    head.city_hash = plan.city_hash;
    head.program = plan_.software;
    head.began = seat.began;
    journal.events = run.events();
    store_.begin(head, {{drill::kContact, scoring::to_json(plan.key)}});
    store_.append(head.attempt, journal.events);
    const scoring::Scorecard card = scoring::assess(plan.key, journal, drill::kContact, rubric_);
    store_.add_scorecard(head.attempt, drill::kContact, card);
    store_.finish(head.attempt, run.state().over_why.empty() ? "quit" : run.state().over_why,
                  standing::seconds_later(head.began, run.state().at / 1000));

    if (plan.triage()) {
        const scoring::TriageResult result = scoring::triage_result(card);
        standing::TriageFact fact;
        fact.attempt = head.attempt;
        fact.at = head.began;
        fact.purpose = purpose_of(head.purpose);
        fact.form = head.form;
        fact.block = result.block;
        fact.shown = result.emergencies + result.others;
        fact.emergencies = result.emergencies;
        fact.misses = result.misses;
        fact.false_transfers = result.false_transfers;
        fact.wrong_agency = result.wrong_agency;
        fact.finished = result.finished;
        fact.missed = result.missed;
        member.history.triage.push_back(std::move(fact));
    } else {
        const scoring::TypingResult result = scoring::typing_result(card);
        standing::TypingFact fact;
        fact.attempt = head.attempt;
        fact.at = head.began;
        fact.purpose = purpose_of(head.purpose);
        fact.dictation = result.dictation;
        fact.wpm_gross = result.wpm_gross;
        fact.wpm_net = result.wpm_net;
        fact.ksph_gross = result.ksph_gross;
        fact.ksph_net = result.ksph_net;
        fact.uncorrected_permille = result.uncorrected_permille;
        fact.seconds = result.seconds;
        fact.finished = result.finished;
        member.history.typing.push_back(fact);
    }
}

void SimulatedClass::observe(ClassMember& member, std::size_t place, const std::vector<standing::ContactFact>& facts,
                             int day) {
    const std::size_t trainer = place % trainers_.size();
    // The first trainer is strict and the last lenient: agreement reports have somebody to find.
    const int leaning = trainer == 0 ? -1 : trainer + 1 == trainers_.size() ? 1 : 0;
    standing::Report report = observation(facts, program_, leaning, chances_[place]);
    report.id = uuid();
    report.trainee = member.record.id;
    report.trainee_name = member.record.name;
    report.rater = trainers_[trainer].id;
    report.rater_name = trainers_[trainer].name;
    report.at = stamp(day, kMinutesToHome);
    report.day = report.at.substr(0, 10);
    records::add_report(store_, report);
}

void SimulatedClass::write_papers(ClassMember& member, std::size_t place, const Played& played, int day) {
    script::Random& random = chances_[place];
    for (std::size_t i = 0; i < played.facts.size(); ++i) {
        const standing::ContactFact& fact = played.facts[i];
        if (fact.passed || random.below(kOpinionOf) != 0) continue;
        standing::Dispute said = opinion(fact, random);
        said.id = uuid();
        said.by = member.record.id;
        said.by_name = member.record.name;
        said.at = stamp(day, kMinutesToHome + 10);
        const auto lost = std::find_if(played.cards[i].findings.begin(), played.cards[i].findings.end(),
                                       [](const scoring::Finding& one) { return one.points < one.possible; });
        if (lost == played.cards[i].findings.end()) continue;
        if (said.disputed) said.criterion = lost->criterion;
        records::add_dispute(store_, member.record.id, said);
        if (!said.disputed || random.below(6) == 0) continue;  // one in six still waits
        const Answer answer = draw_answer(random);
        records::Entry entry;
        entry.id = uuid();
        entry.kind = "answer";
        entry.about = member.record.id;
        entry.attempt = said.attempt;
        entry.contact = said.contact;
        entry.at = stamp(day + kAnswerDays, kMinutesToHome);
        entry.by = supervisor_.id;
        entry.body = nlohmann::json{{"dispute", said.id},
                                    {"answer", answer.changed ? "changed" : "upheld"},
                                    {"words", answer.words},
                                    {"by_name", supervisor_.name}}
                         .dump();
        store_.add_entry(entry);
        if (!answer.changed) continue;
        standing::Override change;
        change.id = uuid();
        change.attempt = said.attempt;
        change.contact = said.contact;
        change.criterion = lost->criterion;
        change.machine_points = lost->points;
        change.points = change.possible = lost->possible;
        change.machine_critical = lost->critical;
        change.by = supervisor_.id;
        change.by_name = supervisor_.name;
        change.why = answer.words;
        change.at = entry.at;
        records::add_override(store_, member.record.id, change);
    }
}

}  // namespace shift311::rehearse
