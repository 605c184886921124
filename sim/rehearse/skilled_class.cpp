#include "sim/rehearse/skilled_class.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/standing/calendar.hpp"
#include "assessment/standing/practice.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace shift311::rehearse {
namespace {

constexpr int kDaysAWeek = 7;
constexpr int kOpens = 13 * 60;            ///< nine in the morning on the East Coast, in minutes after midnight UTC
constexpr int kContactTakes = 25;          ///< minutes from one contact to the next, debrief included
constexpr std::size_t kRecentScripts = 3;  ///< the same script does not come again within so many contacts
constexpr int kShiftEvery = 4;             ///< weeks: then a whole shift instead of single contacts
constexpr int kMostExams = 3;

int level_of(int week) {
    return week == 0 ? 1 : week < 3 ? 2 : 3;
}

}  // namespace

SimulatedClass::SimulatedClass(const script::Library& library, const standing::Program& program, records::Store& store,
                               shift::Run::Understand understand, ClassPlan plan, Spelled spelled)
    : library_(library),
      program_(program),
      store_(store),
      understand_(std::move(understand)),
      spelled_(std::move(spelled)),
      plan_(std::move(plan)),
      random_(plan_.seed) {
    if (plan_.trainees < 1 || plan_.trainees > kMostPeople || plan_.weeks < 1 || plan_.contacts_a_week < 1)
        throw std::invalid_argument("A simulated class has 1 to 1,000 trainees, at least a week, and contacts in it.");
    if (!standing::day_of(plan_.first_day))
        throw std::invalid_argument("\"" + plan_.first_day + "\" is no day; write it as 2026-07-20.");
    if (!store_.people().empty())
        throw std::invalid_argument(store_.path() +
                                    " holds records already: a simulated class wants a file of its own.");
    const bool practice = std::any_of(library_.scripts.begin(), library_.scripts.end(), [&](const script::Script& one) {
        return one.city == program_.city && !one.exam;
    });
    if (!practice) throw std::invalid_argument("There is no script to practice in the city of " + program_.title + ".");
    if (const scoring::Rubric* rubric = script::find_rubric(library_, program_.rubric)) rubric_ = *rubric;
}

std::string SimulatedClass::stamp(int day, int minute) const {
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return standing::date_text(*standing::day_of(plan_.first_day) + day) + 'T' + two(minute / 60 % 24) + ':' +
           two(minute % 60) + ":00Z";
}

standing::Stamp SimulatedClass::last() const {
    return stamp(day_, 12 * 60);
}

standing::Event SimulatedClass::made(const std::string& kind, const records::Person& by,
                                     const standing::Stamp& at) const {
    standing::Event event;
    event.kind = kind;
    event.at = at;
    event.by = by.id;
    event.by_name = by.name;
    event.program = program_.id;
    return event;
}

void SimulatedClass::add_event(ClassMember& member, standing::Event event) {
    event.id = uuid();
    records::add_event(store_, member.record.id, event);
    member.history.events.push_back(std::move(event));
}

void SimulatedClass::enroll() {
    for (const std::string& name : simulated_trainers())
        trainers_.push_back(store_.add_person(name));
    supervisor_ = store_.add_person(simulated_supervisor());
    records::keep_program(store_, program_);
    if (!rubric_.hash.empty()) records::keep_rubric(store_, rubric_.hash, scoring::to_json(rubric_));
    for (SimulatedPerson& who : draw_people(plan_.trainees, plan_.seed)) {
        ClassMember member;
        member.who = std::move(who);
        member.record = store_.add_person(member.who.name);
        member.history.person = member.record.id;
        member.history.name = member.record.name;
        chances_.emplace_back(member.who.seed);
        given_out_.emplace_back();
        members_.push_back(std::move(member));
    }
    for (std::size_t place = 0; place < members_.size(); ++place) {
        standing::Event event = made("enrolled", trainers_[place % trainers_.size()], stamp(0, kOpens - 30));
        event.why = "Simulated class.";
        add_event(members_[place], event);
    }
}

void SimulatedClass::run(const std::function<void(int)>& told) {
    enroll();
    for (int week = 0; week < plan_.weeks; ++week) {
        for (const int weekday : {0, 2, 4}) {
            day_ = week * kDaysAWeek + weekday;
            for (std::size_t place = 0; place < members_.size(); ++place)
                practice_day(members_[place], place, week, day_);
        }
        for (std::size_t place = 0; place < members_.size(); ++place)
            drills(members_[place], place, week);
        if (told) told(week + 1);
    }
    hold_exams();
    for (ClassMember& member : members_)
        member.standing = standing::standing(program_, member.history, last());
}

/// A script of this family that was not just played; null when there is none.
const script::Script* SimulatedClass::script_of(const ClassMember& member, const std::string& family,
                                                script::Random& random) const {
    const auto& contacts = member.history.contacts;
    const auto recent = contacts.end() - static_cast<std::ptrdiff_t>(std::min(kRecentScripts, contacts.size()));
    std::vector<const script::Script*> fitting;
    for (const script::Script& one : library_.scripts)
        if (one.city == program_.city && !one.exam && one.family == family &&
            std::none_of(recent, contacts.end(),
                         [&](const standing::ContactFact& fact) { return fact.script == one.id; }))
            fitting.push_back(&one);
    return fitting.empty() ? nullptr : fitting[random.below(fitting.size())];
}

/// Families that a phase still lacks contacts of. In the second half of a course a trainer sees to these first.
std::vector<std::string> SimulatedClass::lacking(const ClassMember& member) const {
    std::vector<std::string> families;
    for (const standing::Phase& phase : program_.phases)
        for (const std::string& family : phase.families)
            if (std::count_if(member.history.contacts.begin(), member.history.contacts.end(),
                              [&](const standing::ContactFact& fact) { return fact.family == family; }) <
                phase.contacts)
                families.push_back(family);
    return families;
}

/// What a phase lacks late in the course, and else what the need of each family says.
std::vector<const script::Script*> SimulatedClass::practiced_next(const ClassMember& member, int count, int week,
                                                                  const standing::Stamp& today,
                                                                  script::Random& random) const {
    std::vector<const script::Script*> next;
    const auto take = [&](const std::string& family) {
        const script::Script* script = script_of(member, family, random);
        if (script && std::find(next.begin(), next.end(), script) == next.end()) next.push_back(script);
    };
    if (2 * week >= plan_.weeks)
        for (const std::string& family : lacking(member))
            if (static_cast<int>(next.size()) < count) take(family);
    std::vector<standing::Need> needs = standing::needs(program_, member.history, today, random.next());
    while (static_cast<int>(next.size()) < count && !needs.empty()) {
        const standing::Need* need = standing::choose(needs, random.next());
        take(need->family);
        needs.erase(needs.begin() + (need - needs.data()));
    }
    return next;
}

const script::ShiftPlan* SimulatedClass::whole_shift(script::Random& random) const {
    std::vector<const script::ShiftPlan*> all;
    for (const script::ShiftPlan& one : library_.shifts)
        if (one.city == program_.city && !one.tour && one.contacts.size() > 2) all.push_back(&one);
    return all.empty() ? nullptr : all[random.below(all.size())];
}

void SimulatedClass::practice_day(ClassMember& member, std::size_t place, int week, int day) {
    script::Random& random = chances_[place];
    const int of_course = plan_.weeks * plan_.contacts_a_week;
    const int turn = day % kDaysAWeek / 2;  // Monday, Wednesday, Friday
    int contacts = plan_.contacts_a_week / 3 + (turn < plan_.contacts_a_week % 3 ? 1 : 0);
    std::vector<script::ShiftPlan> plans;
    const script::ShiftPlan* shift = turn == 2 && week % kShiftEvery == kShiftEvery - 1 ? whole_shift(random) : nullptr;
    if (shift) {
        plans.push_back(*shift);
    } else {
        for (const script::Script* script : practiced_next(member, contacts, week, stamp(day, kOpens), random))
            plans.push_back(shift::plan_for(*script));
    }
    std::vector<standing::ContactFact> of_day;
    int minute = kOpens + static_cast<int>(place % 20) * 3;
    for (const script::ShiftPlan& plan : plans) {
        Seat seat;
        seat.began = stamp(day, minute);
        seat.level = level_of(week);
        seat.seed = 1 + random.below(999'999);
        const Played played = play(member, plan, seat, member.who.skill(member.contacts, of_course));
        minute += kContactTakes * static_cast<int>(std::max<std::size_t>(1, played.facts.size()));
        for (const standing::ContactFact& fact : played.facts) {
            ++member.contacts;
            if (fact.passed) ++member.passed;
            of_day.push_back(fact);
        }
        write_papers(member, place, played, day);
    }
    if (random.below(3) == 0 && !of_day.empty()) observe(member, place, of_day, day);
}

void SimulatedClass::drills(ClassMember& member, std::size_t place, int week) {
    const script::Drills* content = script::find_drills(library_, program_.city);
    const city::City* city = script::find_city(library_, program_.city);
    if (!content || !city) return;
    script::Random& random = chances_[place];
    const DrillSkill skill = member.who.drill_skill(week + 1, plan_.weeks);
    Seat seat;
    seat.level = level_of(week);
    seat.seed = 1 + random.below(999'999);
    const int day = week * kDaysAWeek + 3;
    if (week % 2 == 1 && !content->vignettes.empty()) {
        seat.began = stamp(day, kOpens + static_cast<int>(place));
        seat.purpose = "drill";
        play_drill_of(member, drill::practice_plan(*content, *city, drill::kBlock, seat.seed), seat, skill);
    }
    if (week % 2 != 0 || week < 2) return;
    seat.purpose = "qualification";
    if (!content->copy.empty()) {
        seat.began = stamp(day, kOpens + 120 + static_cast<int>(place));
        play_drill_of(member, drill::copy_plan(*content, *city, {}, seat.seed), seat, skill);
    }
    if (!content->dictations.empty()) {
        seat.began = stamp(day, kOpens + 180 + static_cast<int>(place));
        play_drill_of(member, drill::dictation_plan(*content, *city, {}, seat.seed), seat, skill);
    }
}

void SimulatedClass::hold_exams() {
    std::vector<std::size_t> waiting;
    for (std::size_t place = 0; place < members_.size(); ++place)
        waiting.push_back(place);
    for (int number = 0; number < kMostExams && !waiting.empty(); ++number) {
        // A retest comes two weeks later: one for the plan, one for its practice.
        const int day = (plan_.weeks + 2 * number) * kDaysAWeek;
        std::vector<std::size_t> again;
        for (const std::size_t place : waiting)
            if (hold_exam(members_[place], place, day)) again.push_back(place);
        waiting = std::move(again);
    }
}

}  // namespace shift311::rehearse
