#include "sim/app/desk_host.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "assessment/scoring/drill.hpp"
#include "sim/app/output.hpp"
#include "sim/app/seed.hpp"
#include "sim/script/yardstick.hpp"

#include <algorithm>

namespace shift311::app {
namespace {

desk::Debrief debrief_of(const script::Library& library, journal::ContactId contact, scoring::AnswerKey key,
                         scoring::Scorecard card, const std::vector<journal::Event>& events) {
    desk::Debrief debrief;
    debrief.contact = contact;
    debrief.key = std::move(key);
    debrief.words = desk::words_of(library, debrief.key.script);
    debrief.card = std::move(card);
    for (const journal::Event& event : events) {
        if (event.contact != contact) continue;
        if (std::holds_alternative<journal::Answered>(event.act)) debrief.answered = event.at;
        debrief.events.push_back(event);
    }
    return debrief;
}

bool is_on(const std::optional<std::string>& setting) {
    return setting && *setting == "1";
}

}  // namespace

std::string DeskHost::id_of(const std::string& person) const {
    const auto found = store_.person(person);
    return found ? found->id : std::string{};
}

std::vector<std::string> DeskHost::people() {
    std::vector<std::string> names;
    for (const records::Person& person : store_.people())
        names.push_back(person.name);
    return names;
}

std::optional<std::string> DeskHost::add_person(const std::string& name) {
    try {
        store_.add_person(name);
        return std::nullopt;
    } catch (const records::NotFound& refused) {
        return refused.what();
    }
}

std::vector<desk::ShiftChoice> DeskHost::shifts() {
    std::vector<desk::ShiftChoice> choices;
    for (const script::ShiftPlan& plan : library_.shifts)
        choices.push_back({plan.id, plan.title, plan.about, plan.minutes, static_cast<int>(plan.contacts.size()),
                           plan.level, plan.tour, script::yardstick(plan, library_)});
    // The shortest first: a newcomer should not meet the long one at the top.
    std::stable_sort(choices.begin(), choices.end(),
                     [](const auto& a, const auto& b) { return a.minutes < b.minutes; });
    for (const script::Drills& drills : library_.drills) {
        if (!drills.vignettes.empty())
            choices.push_back({std::string(scoring::kTriage), "Emergency vignettes",
                               "911, 311 or which agency? Sixty callers, one to three sentences each.", 15, 0, 1,
                               false});
        if (!drills.copy.empty())
            choices.push_back({std::string(scoring::kCopyTest), "Copy test",
                               "Five minutes of typing: practice, or toward the typing qualification.", 5, 0, 1,
                               false});
        if (!drills.dictations.empty())
            choices.push_back({std::string(scoring::kDictation), "Dictation",
                               "A caller dictates; every line belongs into a field of the form.", 4, 0, 1, false});
        if (!drills.hash.empty()) break;  // a desk serves one city
    }
    for (const script::Script& script : library_.scripts)
        if (!script.exam)
            choices.push_back({"script:" + script.id, script.title, "", script.minutes, 1, script.level, false});
    return choices;
}

std::vector<desk::PastResult> DeskHost::results(const std::string& person) {
    std::vector<desk::PastResult> results;
    const std::vector<records::AttemptRow> rows = store_.attempts(person);
    const std::set<std::string> hidden = reports::attempts_not_out(store_, id_of(person), rows);
    for (const records::AttemptRow& row : rows) {
        if (row.why == "set_aside" || hidden.count(row.id) != 0) continue;
        // Vignettes of an exam are never shown again; its result is told by whoever signs it.
        if (scoring::is_drill(row.shift) && row.level == 4) continue;
        desk::PastResult result;
        result.attempt = row.id;
        result.when = local_time(row.began);
        result.title = row.title;
        result.percent = scoring::percent(row.points, row.possible);
        result.passed = row.passed();
        result.contacts = row.contacts;
        result.level = row.level;
        result.finished = !row.ended.empty();
        results.push_back(std::move(result));
    }
    std::reverse(results.begin(), results.end());
    return results;
}

std::optional<desk::Interrupted> DeskHost::interrupted(const std::string& person) {
    if (!options_.sitting.empty()) return std::nullopt;  // nothing comes between a trainee and the exam
    const auto open = interrupted_practice(store_, person);
    if (!open || (session_ && session_->attempt() == open->id)) return std::nullopt;
    return desk::Interrupted{open->id, open->title, local_time(open->began), open->at};
}

void DeskHost::set_aside(const std::string& attempt) {
    store_.finish(attempt, "set_aside");
}

bool DeskHost::sitting_of(const std::string& person, const std::string& shift) const {
    if (!exam::is_sitting(shift)) return false;
    const std::vector<standing::Event> events = records::events_of(store_, id_of(person));
    return std::any_of(events.begin(), events.end(), [&](const standing::Event& event) {
        return event.kind == "exam_opened" && event.form == exam::form_of(shift);
    });
}

bool DeskHost::may_sit(const std::string& person, const std::string& sitting) const {
    if (!options_.sitting.empty()) return sitting == options_.sitting;
    return !seated_.empty() && person == seated_ && sitting_of(person, sitting);
}

shift::Run& DeskHost::start(const std::string& person, const std::string& shift, int level) {
    session_.reset();
    if (may_sit(person, shift))
        session_ = sit(library_, ear_, store_, shift, person);
    else
        session_ = std::make_unique<Session>(library_, ear_, &store_, find_plan(library_, shift), person,
                                             options_.seed.value_or(new_seed()), level);
    return session_->run();
}

shift::Run& DeskHost::resume(const std::string& attempt) {
    session_.reset();
    session_ = std::make_unique<Session>(library_, ear_, store_, attempt);
    return session_->run();
}

std::vector<desk::Debrief> DeskHost::debriefs() {
    std::vector<desk::Debrief> debriefs;
    if (!session_ || session_->is_exam()) return debriefs;
    for (const journal::ContactId contact : session_->scored())
        debriefs.push_back(debrief_of(library_, contact, session_->key(contact), *session_->scorecard(contact),
                                      session_->run().events()));
    return debriefs;
}

std::vector<desk::Debrief> DeskHost::debriefs_of(const std::string& attempt) {
    std::vector<desk::Debrief> debriefs;
    if (!reports::results_out(store_, attempt)) return debriefs;
    const journal::Journal journal = store_.journal(attempt);
    const auto keys = store_.keys(attempt);
    for (const records::StoredCard& stored : store_.scorecards(attempt)) {
        const auto key = keys.find(stored.contact);
        if (key == keys.end()) continue;
        debriefs.push_back(
            debrief_of(library_, stored.contact, scoring::key_from_json(key->second), stored.card, journal.events));
    }
    return debriefs;
}

std::string DeskHost::recorded() {
    return session_ && session_->is_exam() ? kRecorded : std::string{};
}

desk::Settings DeskHost::settings(const std::string& person) {
    const std::string id = id_of(person);
    desk::Settings settings;
    if (const auto scale = store_.setting(id, "text_scale")) {
        // Written by hand or by another version, it may be anything.
        int value = 0;
        for (const char c : scale->substr(0, 3))
            if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
        settings.text_scale = std::clamp(value, 100, 200);
    }
    if (const auto theme = store_.setting(id, "theme")) settings.dark = *theme != "light";
    settings.mute = options_.mute || is_on(store_.setting(id, "mute"));
    settings.tour_done = is_on(store_.setting(id, "tour_done"));
    return settings;
}

void DeskHost::save(const std::string& person, const desk::Settings& settings) {
    const std::string id = id_of(person);
    store_.set_setting(id, "text_scale", std::to_string(settings.text_scale));
    store_.set_setting(id, "theme", settings.dark ? "dark" : "light");
    if (!options_.mute) store_.set_setting(id, "mute", settings.mute ? "1" : "0");
    store_.set_setting(id, "tour_done", settings.tour_done ? "1" : "0");
}

void DeskHost::leave_shift() {
    session_.reset();
}

}  // namespace shift311::app
