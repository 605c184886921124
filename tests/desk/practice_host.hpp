// A host over the project's own content that keeps everything in memory: for tests, and for looking at the desk.
#pragma once

#include "assessment/scoring/assess.hpp"
#include "sim/desk/host.hpp"
#include "sim/listen/listener.hpp"
#include "sim/script/yardstick.hpp"
#include "tests/support/content.hpp"

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace shift311::support {

class PracticeHost final : public desk::Host {
  public:
    struct Game {
        std::string attempt, person, title;
        std::shared_ptr<const shift::Floor> floor;
        std::unique_ptr<shift::Run> run;
        std::vector<journal::Event> stored;
    };
    std::vector<std::string> names;
    std::map<std::string, desk::Settings> kept;
    std::vector<script::ShiftPlan> plans;
    std::vector<std::unique_ptr<Game>> games;
    Game* now = nullptr;
    std::uint64_t seed = 7;
    bool full_disk = false;  ///< nothing can be written down
    int saves = 0;

    std::vector<std::string> people() override { return names; }
    std::optional<std::string> add_person(const std::string& name) override {
        for (const std::string& n : names)
            if (n == name) return "There is already somebody called " + name + ".";
        names.push_back(name);
        return std::nullopt;
    }
    std::vector<desk::ShiftChoice> shifts() override {
        std::vector<desk::ShiftChoice> out;
        for (const script::ShiftPlan& p : plans)
            out.push_back({p.id, p.title, p.about, p.minutes, static_cast<int>(p.contacts.size()), p.level, p.tour,
                           script::yardstick(p, tests::content())});
        for (const script::Script& s : tests::content().scripts)
            out.push_back({"script:" + s.id, s.title, "", s.minutes, 1, s.level, false});
        return out;
    }
    std::vector<desk::PastResult> results(const std::string& person) override {
        std::vector<desk::PastResult> out;
        for (const auto& g : games) {
            if (g->person != person) continue;
            scoring::Points points = 0, possible = 0;
            bool passed = true;
            for (const desk::Debrief& d : of(*g)) {
                points += d.card.points, possible += d.card.possible;
                passed = passed && d.card.passed;
            }
            out.insert(out.begin(),
                       {g->attempt, "Sat Nov 21, 19:49", g->title, scoring::percent(points, possible), passed,
                        static_cast<int>(g->floor->casts.size()), g->floor->level, g->run->state().over});
        }
        return out;
    }
    std::optional<desk::Interrupted> interrupted(const std::string& person) override {
        for (const auto& g : games)
            if (g->person == person && !g->run->state().over && g.get() != now && !aside[g->attempt])
                return desk::Interrupted{g->attempt, g->title, "Sat Nov 21, 19:49", g->run->state().at};
        return std::nullopt;
    }
    void set_aside(const std::string& attempt) override { aside[attempt] = true; }
    shift::Run& start(const std::string& person, const std::string& id, int level) override {
        auto game = std::make_unique<Game>();
        game->attempt = "attempt-" + std::to_string(games.size() + 1);
        game->person = person;
        const script::ShiftPlan plan = plan_called(id);
        game->title = plan.title;
        game->floor = shift::make_floor(tests::content(), plan, seed, level, person);
        Game* raw = game.get();
        game->run = std::make_unique<shift::Run>(
            game->floor,
            [this, raw](std::span<const shift::Event> events) {
                if (full_disk) throw std::runtime_error("The records cannot be written: no space is left on the disk.");
                raw->stored.insert(raw->stored.end(), events.begin(), events.end());
            },
            [](const std::string& words, const std::string& script) { return hear(words, script); });
        games.push_back(std::move(game));
        now = raw;
        return *raw->run;
    }
    shift::Run& resume(const std::string& attempt) override {
        for (const auto& g : games) {
            if (g->attempt != attempt) continue;
            now = g.get();
            return *g->run;
        }
        throw std::runtime_error("There is no attempt " + attempt + ".");
    }
    std::vector<desk::Debrief> debriefs() override { return now == nullptr ? std::vector<desk::Debrief>{} : of(*now); }
    std::vector<desk::Debrief> debriefs_of(const std::string& attempt) override {
        for (const auto& g : games)
            if (g->attempt == attempt) return of(*g);
        return {};
    }
    desk::Settings settings(const std::string& person) override { return kept[person]; }
    void save(const std::string& person, const desk::Settings& settings) override {
        kept[person] = settings;
        ++saves;
    }
    void leave_shift() override { now = nullptr; }

    shift::Run& run() const {
        if (now == nullptr) throw std::runtime_error("no shift is being played");
        return *now->run;
    }

    std::map<std::string, bool> aside;

  private:
    script::ShiftPlan plan_called(const std::string& id) const {
        for (const script::ShiftPlan& p : plans)
            if (p.id == id) return p;
        if (id.rfind("script:", 0) == 0) return shift::plan_for(tests::script_named(id.substr(7)));
        throw std::runtime_error("There is no shift \"" + id + "\".");
    }
    static std::vector<std::string> hear(const std::string& words, const std::string& script) {
        static const listen::Listener core(tests::content().phrases);
        static std::map<std::string, listen::Listener> own;
        auto found = own.find(script);
        if (found == own.end()) found = own.emplace(script, core.with(tests::script_named(script).phrases)).first;
        std::vector<std::string> ids;
        for (const listen::Heard& h : found->second.understand(words).heard)
            ids.push_back(h.phrase);
        return ids;
    }
    static std::vector<desk::Debrief> of(const Game& game) {
        std::vector<desk::Debrief> out;
        journal::Journal journal;
        journal.head.level = game.floor->level;
        journal.events = game.run->events();
        for (const shift::Contact& contact : game.run->state().contacts) {
            if (contact.stage != shift::Stage::done && contact.stage != shift::Stage::abandoned &&
                !game.run->state().over)
                continue;
            desk::Debrief d;
            d.contact = contact.id;
            d.key = game.floor->casts[contact.id - 1].key;
            d.words = desk::words_of(tests::content(), d.key.script);
            d.card = scoring::assess(d.key, journal, contact.id);
            for (const journal::Event& event : journal.events) {
                if (event.contact != contact.id) continue;
                if (std::holds_alternative<journal::Answered>(event.act)) d.answered = event.at;
                d.events.push_back(event);
            }
            out.push_back(std::move(d));
        }
        return out;
    }
};

/// A shift over these scripts, each arriving so many seconds in.
inline script::ShiftPlan plan_of(const std::string& id, const std::string& title,
                                 const std::vector<std::pair<int, std::string>>& contacts, int level = 1,
                                 bool tour = false) {
    script::ShiftPlan plan = shift::plan_for(tests::script_named(contacts.front().second));
    plan.id = id;
    plan.title = title;
    plan.about = "Made for trying the desk.";
    plan.level = level;
    plan.tour = tour;
    plan.minutes = 6;
    plan.contacts.clear();
    for (const auto& [seconds, script] : contacts) {
        script::Arrival arrival;
        arrival.at = seconds * 1000;
        arrival.script = script;
        plan.contacts.push_back(arrival);
    }
    return plan;
}

}  // namespace shift311::support
