#include "sim/rehearse/rehearsal.hpp"

#include "assessment/scoring/assess.hpp"
#include "assessment/text/spelling.hpp"
#include "sim/rehearse/agent.hpp"
#include "sim/script/known_words.hpp"

#include <algorithm>

namespace shift311::rehearse {
namespace {

constexpr std::size_t kLeastMistakes = 3;

bool caller_hung_up(const journal::Journal& journal) {
    return std::any_of(journal.events.begin(), journal.events.end(), [](const journal::Event& event) {
        const auto* ended = std::get_if<journal::Ended>(&event.act);
        return ended && ended->by == "caller";
    });
}

Fault fault(const std::string& agent, std::uint64_t seed, std::string criterion, scoring::Points lost,
            scoring::Points expected, std::string why) {
    return {agent, seed, std::move(criterion), lost, expected, std::move(why)};
}

void check_model(const Play& played, std::uint64_t seed, Rehearsed& result) {
    for (const scoring::Finding& finding : played.card.findings)
        if (finding.points < finding.possible || finding.critical)
            result.faults.push_back(
                fault("model", seed, finding.criterion, finding.possible - finding.points, 0, finding.why));
    if (!played.card.passed) result.faults.push_back(fault("model", seed, "", 0, 0, "The model agent did not pass."));
    if (result.plays == 0 || played.card.points < result.model_points) {
        result.model_points = played.card.points;
        result.possible = played.card.possible;
    }
    ++result.plays;
}

void check_mistake(const Play& played, const Mistake& mistake, std::uint64_t seed, Rehearsed& result) {
    ++result.mistaken;
    const bool derailed = mistake.derails || caller_hung_up(played.journal);
    std::map<std::string, scoring::Points> lost;
    for (const scoring::Finding& finding : played.card.findings)
        if (finding.points < finding.possible) lost[finding.criterion] += finding.possible - finding.points;
    for (const auto& [criterion, points] : mistake.costs) {
        const auto found = lost.find(criterion);
        const scoring::Points paid = found == lost.end() ? 0 : found->second;
        if (paid != points)
            result.faults.push_back(fault(mistake.says, seed, criterion, paid, points,
                                          "This mistake should have cost something else here."));
    }
    if (!derailed)
        for (const auto& [criterion, points] : lost)
            if (mistake.costs.count(criterion) == 0 && mistake.may_cost.count(criterion) == 0)
                result.faults.push_back(
                    fault(mistake.says, seed, criterion, points, 0, "This mistake should have cost nothing here."));
    if (mistake.fails && (played.card.critical.empty() || played.card.passed))
        result.faults.push_back(fault(mistake.says, seed, "", 0, 0, "This mistake should have failed the contact."));
    if (!mistake.fails && !derailed && !played.card.critical.empty())
        result.faults.push_back(fault(mistake.says, seed, "", 0, 0,
                                      "This should not have been a critical error: " + played.card.critical.front()));
}

}  // namespace

Play play(const script::Library& library, const script::Script& script, std::uint64_t seed, const Mistake& mistake,
          const shift::Run::Understand& understand, const scoring::Dictionaries& dictionaries,
          shift::Grounds* grounds) {
    const auto floor = shift::make_floor(library, shift::plan_for(script), seed, 3, "Model agent", grounds);
    shift::Run run(
        floor, [](std::span<const shift::Event>) {}, understand);
    Agent(run, mistake).play_shift();
    Play played;
    played.journal.head.shift = "script:" + script.id;
    played.journal.head.seed = seed;
    played.journal.head.level = 3;
    played.journal.events = run.events();
    played.key = floor->casts.front().key;
    played.card = scoring::assess(played.key, played.journal, 1, script::rubric_for(library),
                                  scoring::spell_checked(played.key, played.journal, 1, dictionaries));
    return played;
}

Rehearsed rehearse(const script::Library& library, const script::Script& script, int plays,
                   const shift::Run::Understand& understand) {
    Rehearsed result;
    result.script = script.id;
    shift::Grounds grounds;
    const auto floor = shift::make_floor(library, shift::plan_for(script), 1, 3, "Model agent", &grounds);
    text::Speller english("en_US");
    english.know(script::known_words(floor->city));
    scoring::Dictionaries dictionaries;
    dictionaries.english = &english;
    for (int i = 1; i <= plays; ++i) {
        const auto seed = static_cast<std::uint64_t>(i);
        check_model(play(library, script, seed, {}, understand, dictionaries, &grounds), seed, result);
    }
    const std::vector<Mistake> possible = mistakes(floor->casts.front(), script::rubric_for(library), &floor->city);
    for (const Mistake& mistake : possible) {
        // Without a dictionary nobody can misspell anything.
        if (mistake.kind == Mistake::Kind::misspells && !english.available()) continue;
        check_mistake(play(library, script, 1, mistake, understand, dictionaries, &grounds), mistake, 1, result);
    }
    if (possible.size() < kLeastMistakes)
        result.faults.push_back(
            fault("model", 1, "", 0, 0,
                  "The script gives a chance for only " + std::to_string(possible.size()) +
                      " kinds of mistake; at least 3 are needed to show that it can tell good from bad."));
    return result;
}

}  // namespace shift311::rehearse
