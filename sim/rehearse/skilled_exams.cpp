#include "sim/rehearse/skilled_exams.hpp"

#include "assessment/measure/binomial.hpp"
#include "assessment/scoring/assess.hpp"
#include "sim/rehearse/agent.hpp"
#include "sim/rehearse/rehearsal.hpp"
#include "sim/rehearse/skilled.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace shift311::rehearse {
namespace {

using script::Script;

/// The scripts of each contact's cell, in the order of the blueprint: the 20, and then the 10.
std::vector<std::vector<const Script*>> seats(const script::Library& library, const standing::Program& program) {
    std::vector<std::vector<const Script*>> all;
    for (const bool further : {false, true})
        for (const standing::Cell& cell : program.blueprint) {
            std::vector<const Script*> fitting;
            for (const Script& one : library.scripts)
                if (one.city == program.city && !one.exam &&
                    std::find(cell.families.begin(), cell.families.end(), one.family) != cell.families.end())
                    fitting.push_back(&one);
            if (fitting.empty()) throw std::invalid_argument("There is no script to try \"" + cell.title + "\" with.");
            all.insert(all.end(), static_cast<std::size_t>(std::max(0, further ? cell.second : cell.first)), fitting);
        }
    if (all.size() < static_cast<std::size_t>(standing::kRuleCalls + standing::kRuleFurther))
        throw std::invalid_argument("The blueprint of " + program.title + " does not name 30 contacts.");
    return all;
}

class Tried {
  public:
    Tried(const script::Library& library, const standing::Program& program, const shift::Run::Understand& understand,
          std::uint64_t seed)
        : library_(library), understand_(understand), seed_(seed), seats_(seats(library, program)) {
        if (const scoring::Rubric* rubric = script::find_rubric(library, program.rubric)) rubric_ = *rubric;
    }

    void exam(TriedRule& tried) {
        script::Random seeds(seed_ * 1'000'000'007 + static_cast<std::uint64_t>(tried.clean_permille) * 1'000'003 +
                             static_cast<std::uint64_t>(tried.exams));
        script::Random of_person(seeds.next());
        const Skill skill{tried.clean_permille, draw_habits(of_person)};
        int judged = 0, passed = 0;
        standing::Verdict verdict = standing::Verdict::open;
        while (verdict == standing::Verdict::open || verdict == standing::Verdict::further) {
            const auto& fitting = seats_.at(static_cast<std::size_t>(judged));
            script::Random of_contact(seeds.next());
            if (contact(*fitting[of_contact.below(fitting.size())], skill, of_contact)) ++passed;
            verdict = standing::call_block(++judged, passed);
        }
        ++tried.exams;
        tried.contacts += judged;
        tried.contacts_passed += passed;
        const bool at_once = judged <= standing::kRuleCalls;
        if (verdict == standing::Verdict::passed) ++tried.passed;
        tried.outcomes += verdict == standing::Verdict::passed ? (at_once ? 'P' : 'p') : (at_once ? 'N' : 'n');
    }

  private:
    bool contact(const Script& script, const Skill& skill, script::Random& random) {
        const auto floor = shift::make_floor(library_, shift::plan_for(script), 1 + random.below(999'999), 4,
                                             "Skilled player", &grounds_);
        shift::Run run(
            floor, [](std::span<const shift::Event>) {}, understand_);
        Agent(run, {}, [&](const script::Cast& cast) {
            return draw_mistakes(cast, rubric_, skill, possible_in(script), random);
        }).play_shift();
        journal::Journal journal;
        journal.events = run.events();
        const scoring::Scorecard card = scoring::assess(floor->casts.front().key, journal, 1, rubric_);
        return card.passed && card.critical.empty();
    }

    scoring::Points possible_in(const Script& script) {
        const auto known = possible_.find(script.id);
        if (known != possible_.end()) return known->second;
        return possible_[script.id] = rehearse::play(library_, script, 1, {}, understand_, {}, &grounds_).card.possible;
    }

    const script::Library& library_;
    const shift::Run::Understand& understand_;
    shift::Grounds grounds_;
    std::uint64_t seed_;
    std::vector<std::vector<const Script*>> seats_;
    scoring::Rubric rubric_;
    std::map<std::string, scoring::Points> possible_;
};

}  // namespace

std::vector<TriedRule> try_rule(const script::Library& library, const standing::Program& program,
                                const shift::Run::Understand& understand, const std::vector<int>& skills, int exams,
                                std::uint64_t seed, const std::function<void(const TriedRule&)>& told) {
    Tried all(library, program, understand, seed);
    std::vector<TriedRule> rows;
    for (const int clean : skills) {
        TriedRule tried;
        tried.clean_permille = clean;
        const measure::Operating exact = measure::operating_characteristic({}, clean / 1'000.0);
        tried.expected = exact.passes;
        tried.expected_contacts = exact.mean_contacts;
        for (int i = 0; i < exams; ++i)
            all.exam(tried);
        rows.push_back(tried);
        if (told) told(rows.back());
    }
    return rows;
}

}  // namespace shift311::rehearse
