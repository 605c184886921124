// shift311 rescore: old journals under the rules of today, or of another rubric. Scorecards are added, never replaced.
#include "assessment/records/entry.hpp"
#include "assessment/scoring/assess.hpp"
#include "assessment/scoring/changes.hpp"
#include "assessment/scoring/drill.hpp"
#include "sim/app/access.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/app/spelling.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shift311::app {
namespace {

std::string of(scoring::Points points, scoring::Points possible) {
    return possible == 0 ? "not judged" : points_text(points) + " of " + points_text(possible);
}

std::string count(int number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

/// Everything that one run found out; told at the end as text or as one JSON object.
struct Outcome {
    int judged = 0, added = 0, changed = 0, faults = 0, left = 0;
    nlohmann::json changes = nlohmann::json::array();
    nlohmann::json set_aside = nlohmann::json::array();
};

class Judge {
  public:
    Judge(records::Store& store, const script::Library& library, const RescoreOptions& options)
        : store_(store), library_(library), options_(options) {}

    Outcome outcome;

    void attempt(const std::string& id) {
        try {
            const journal::Journal journal = store_.journal(id);
            const std::optional<scoring::Rubric> rubric = rubric_for(journal.head);
            if (!rubric) {
                ++outcome.left;
                set_aside(id, "it is part of an exam, which is judged by the rubric that its program names");
                return;
            }
            const auto keys = store_.keys(id);
            for (const records::StoredCard& stored : store_.scorecards(id)) {
                const auto key = keys.find(stored.contact);
                if (key == keys.end()) continue;
                contact(id, journal, scoring::key_from_json(key->second), stored, *rubric);
            }
        } catch (const records::Trouble& trouble) {
            // A journal that cannot be read is one attempt's trouble; a file that cannot be written is everybody's.
            if (trouble.kind != records::Trouble::Kind::damaged) throw;
            ++outcome.faults;
            set_aside(id, trouble.what());
        } catch (const std::exception& error) {
            ++outcome.faults;
            set_aside(id, error.what());
        }
    }

  private:
    /// Exams keep to the rubric of their program: another one would change a result that was announced and signed.
    std::optional<scoring::Rubric> rubric_for(const journal::Head& head) const {
        if (head.purpose != "exam") return script::rubric_for(library_, options_.rubric);
        scoring::Rubric rubric = rubric_of_form(library_, head.form);
        if (!options_.rubric.empty() && options_.rubric != rubric.id) return std::nullopt;
        return rubric;
    }

    void set_aside(const std::string& id, const std::string& why) {
        std::cerr << "shift311: attempt " << records::short_id(id) << " was set aside: " << why << '\n';
        outcome.set_aside.push_back({{"attempt", id}, {"why", why}});
    }

    void contact(const std::string& id, const journal::Journal& journal, const scoring::AnswerKey& key,
                 const records::StoredCard& stored, const scoring::Rubric& rubric) {
        journal::Journal judged = journal;
        while (!judged.events.empty() && judged.events.back().seq > stored.through)
            judged.events.pop_back();
        // What a dictionary said then stays said; only what no dictionary has seen yet is looked at.
        scoring::Spelling spelling = stored.card.spelling;
        const city::City* city = script::find_city(library_, journal.head.city);
        const bool drill = scoring::is_drill(key.script);
        if (spelling.dictionary.empty() && city != nullptr && !drill)
            spelling = spelling_of(*city, key, judged, stored.contact);
        const scoring::Scorecard card = drill ? scoring::judge_drill(key, judged, stored.contact, rubric)
                                              : scoring::assess(key, judged, stored.contact, rubric, spelling);
        ++outcome.judged;
        if (scoring::to_json(card) == scoring::to_json(stored.card)) return;
        if (!rubric.hash.empty()) records::keep_rubric(store_, rubric.hash, scoring::to_json(rubric));
        store_.add_scorecard(id, stored.contact, card);
        ++outcome.added;
        const std::vector<scoring::Change> changes = scoring::changes(stored.card, card);
        if (changes.empty() && stored.card.passed == card.passed) return;
        ++outcome.changed;
        tell(id, journal.head.trainee, stored, card, changes);
    }

    void tell(const std::string& id, const std::string& trainee, const records::StoredCard& stored,
              const scoring::Scorecard& card, const std::vector<scoring::Change>& changes) {
        const scoring::Scorecard& old = stored.card;
        if (options_.format == "json") {
            nlohmann::json criteria = nlohmann::json::array();
            for (const scoring::Change& change : changes)
                criteria.push_back({{"criterion", change.criterion},
                                    {"points_before", change.before},
                                    {"possible_before", change.possible_before},
                                    {"points", change.now},
                                    {"possible", change.possible_now},
                                    {"why", change.why}});
            outcome.changes.push_back({{"attempt", id},
                                       {"trainee", trainee},
                                       {"contact", stored.contact},
                                       {"script", card.script},
                                       {"title", card.title},
                                       {"rubric_before", old.rubric},
                                       {"rubric", card.rubric},
                                       {"points_before", old.points},
                                       {"possible_before", old.possible},
                                       {"points", card.points},
                                       {"possible", card.possible},
                                       {"passed_before", old.passed},
                                       {"passed", card.passed},
                                       {"criteria", std::move(criteria)}});
            return;
        }
        std::cout << records::short_id(id) << "  " << trainee << "  " << card.title << ": "
                  << of(old.points, old.possible) << " (" << scoring::percent(old.points, old.possible)
                  << " %) before, " << of(card.points, card.possible) << " ("
                  << scoring::percent(card.points, card.possible) << " %) now"
                  << (old.passed == card.passed ? ""
                      : card.passed             ? ", now passed"
                                                : ", no longer passed")
                  << '\n';
        for (const scoring::Change& change : changes)
            std::cout << "    " << change.criterion << ": " << of(change.before, change.possible_before) << " -> "
                      << of(change.now, change.possible_now) << ". " << change.why << '\n';
    }

    records::Store& store_;
    const script::Library& library_;
    const RescoreOptions& options_;
};

}  // namespace

int rescore(const RescoreOptions& options) {
    records::Store store = records::Store::open(records_path(options.db));
    demand(Access(store, options.access), records::Right::rescore);
    const script::Library library = load_content(content_root(options.content));
    if (!options.rubric.empty() && script::find_rubric(library, options.rubric) == nullptr)
        throw WrongUsage("There is no rubric \"" + options.rubric + "\"; programs/rubrics holds them.");
    const scoring::Rubric& rubric = script::rubric_for(library, options.rubric);
    std::vector<std::string> attempts;
    if (!options.attempt.empty()) {
        attempts.push_back(store.attempt_named(options.attempt));
    } else {
        for (const records::AttemptRow& row : store.attempts())
            attempts.push_back(row.id);
    }
    Judge judge(store, library, options);
    for (const std::string& attempt : attempts)
        judge.attempt(attempt);
    const Outcome& outcome = judge.outcome;
    if (options.format == "json") {
        std::cout << nlohmann::json{{"rubric", {{"id", rubric.id}, {"version", rubric.version}, {"hash", rubric.hash}}},
                                    {"judged", outcome.judged},
                                    {"added", outcome.added},
                                    {"changed", outcome.changed},
                                    {"changes", outcome.changes},
                                    {"set_aside", outcome.set_aside}}
                         .dump(2)
                  << '\n';
    }
    std::cerr << count(outcome.judged, "scorecard", "scorecards") << " judged again by \"" << rubric.title << "\" ("
              << rubric.version << "), " << outcome.added << " added, " << outcome.changed << " changed.\n";
    return outcome.faults == 0 ? kDone : kFaults;
}

}  // namespace shift311::app
