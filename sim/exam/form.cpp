#include "sim/exam/form.hpp"

#include "assessment/standing/exam.hpp"
#include "sim/exam/parts.hpp"
#include "sim/script/random.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace shift311::exam {
namespace {

using script::Script;

template <typename T>
void shuffle(std::vector<T>& list, script::Random& random) {
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string counted(std::size_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// Scripts of a cell that this trainee has not met, family by family, each in an order of its own.
using Choices = std::vector<std::vector<const Script*>>;

Choices choices(const script::Library& library, const standing::Program& program, const standing::Cell& cell,
                const std::set<std::string>& met, bool exam, script::Random& random) {
    Choices families;
    for (const std::string& family : cell.families) {
        std::vector<const Script*> scripts;
        for (const Script& script : library.scripts)
            if (script.city == program.city && script.family == family && script.exam == exam &&
                met.count(script.id) == 0)
                scripts.push_back(&script);
        shuffle(scripts, random);
        families.push_back(std::move(scripts));
    }
    shuffle(families, random);
    return families;
}

/// The families take turns, so that a cell of two is examined in both.
std::vector<const Script*> in_turns(const Choices& families) {
    std::vector<const Script*> turns;
    for (std::size_t round = 0, left = 1; left > 0; ++round) {
        left = 0;
        for (const auto& scripts : families) {
            if (round >= scripts.size()) continue;
            turns.push_back(scripts[round]);
            ++left;
        }
    }
    return turns;
}

/// Of the emergencies a third has no word that gives it away, as far as there are such; the rest fills up.
struct Pool {
    std::vector<const script::Vignette*> hidden, plain, other;

    std::vector<const script::Vignette*> take_urgent(std::size_t count, std::size_t hidden_count) {
        std::vector<const script::Vignette*> taken;
        take(hidden, std::min(hidden_count, count), taken);
        take(plain, count - taken.size(), taken);
        take(hidden, count - taken.size(), taken);
        return taken;
    }
    static void take(std::vector<const script::Vignette*>& from, std::size_t count,
                     std::vector<const script::Vignette*>& to) {
        for (; count > 0 && !from.empty(); --count) {
            to.push_back(from.back());
            from.pop_back();
        }
    }
};

void draw_vignettes(const script::Library& library, const standing::Program& program,
                    const std::set<std::string>& given_out, script::Random random, Drawn& drawn) {
    constexpr std::size_t kBlocks = 2, kUrgent = standing::kRuleEmergencies, kOther = standing::kRuleOthers;
    Pool pool;
    if (const script::Drills* drills = script::find_drills(library, program.city)) {
        for (const script::Vignette& one : drills->vignettes) {
            if (!one.exam || given_out.count(vignette_key(one.id)) != 0) continue;
            (!one.emergency ? pool.other : one.hidden ? pool.hidden : pool.plain).push_back(&one);
        }
    }
    const auto miss = [&](const std::string& what, std::size_t have, std::size_t block) {
        if (have >= kBlocks * block) return;
        drawn.missing.push_back("Emergency block: " + std::to_string(kBlocks * block) + " unseen vignettes " + what +
                                " are needed (" + std::to_string(block) + ", and " + std::to_string(block) +
                                " for the second look); there are " + std::to_string(have) + ", so " +
                                std::to_string(kBlocks * block - have) + " must be written.");
    };
    miss("of emergencies", pool.hidden.size() + pool.plain.size(), kUrgent);
    miss("of other calls", pool.other.size(), kOther);
    if (!drawn.missing.empty()) return;
    shuffle(pool.hidden, random);
    shuffle(pool.plain, random);
    shuffle(pool.other, random);
    const std::size_t hidden = std::min(kUrgent / 3, pool.hidden.size() / kBlocks);
    for (std::size_t block = 0; block < kBlocks; ++block) {
        std::vector<const script::Vignette*> shown = pool.take_urgent(kUrgent, hidden);
        Pool::take(pool.other, kOther, shown);
        shuffle(shown, random);
        std::vector<std::string>& ids = drawn.form.vignettes.emplace_back();
        for (const script::Vignette* one : shown)
            ids.push_back(one->id);
    }
}

void cut_into_sittings(const std::vector<const Script*>& scripts, bool further, script::Random& random, Form& form) {
    for (std::size_t i = 0; i < scripts.size(); i += kSittingContacts) {
        Sitting& sitting = form.sittings.emplace_back();
        sitting.further = further;
        // Small enough for every reader of JSON.
        sitting.seed = 1 + random.below(1'000'000'000);
        const std::size_t end = std::min(scripts.size(), i + kSittingContacts);
        for (std::size_t j = i; j < end; ++j) {
            script::Arrival arrival;
            arrival.script = scripts[j]->id;
            sitting.plan.contacts.push_back(std::move(arrival));
        }
    }
}

}  // namespace

Drawn draw(const script::Library& library, const standing::Program& program, const standing::History& history,
           std::uint64_t seed, const std::set<std::string>& given_out) {
    Drawn drawn;
    const bool any = std::any_of(library.scripts.begin(), library.scripts.end(),
                                 [&](const Script& script) { return script.city == program.city; });
    if (!any) {
        drawn.missing.push_back("There is no contact of the city \"" + program.city +
                                "\" yet, so nobody can be examined in " + program.id + ".");
        return drawn;
    }
    std::set<std::string> met;
    for (const standing::ContactFact& contact : history.contacts)
        met.insert(contact.script);
    for (const Script& script : library.scripts)
        if (given_out.count(script_key(script.id)) != 0) met.insert(script.id);

    // Each part draws from its own chance: a cell that changes leaves the others as they were.
    script::Random seeds(seed);
    std::vector<const Script*> first, second;
    for (const standing::Cell& cell : program.blueprint) {
        script::Random random(seeds.next());
        std::vector<const Script*> scripts = in_turns(choices(library, program, cell, met, true, random));
        for (const Script* script : in_turns(choices(library, program, cell, met, false, random)))
            scripts.push_back(script);
        const auto wanted = static_cast<std::size_t>(cell.first + cell.second);
        if (scripts.size() < wanted) {
            const std::string further = cell.second == 0 ? ""
                                                         : " (" + std::to_string(cell.first) + ", and " +
                                                               std::to_string(cell.second) + " for the further block)";
            drawn.missing.push_back(cell.title + " (" + joined(cell.families) +
                                    "): " + counted(wanted, "unseen contact") + (wanted == 1 ? " is" : " are") +
                                    " needed" + further + "; there " + (scripts.size() == 1 ? "is " : "are ") +
                                    std::to_string(scripts.size()) + ", so " + std::to_string(wanted - scripts.size()) +
                                    " must be written.");
            continue;
        }
        const auto middle = scripts.begin() + cell.first;
        first.insert(first.end(), scripts.begin(), middle);
        second.insert(second.end(), middle, middle + cell.second);
    }
    const std::vector<std::string> contacts_missing = std::exchange(drawn.missing, {});
    draw_vignettes(library, program, given_out, script::Random(seeds.next()), drawn);
    drawn.missing.insert(drawn.missing.begin(), contacts_missing.begin(), contacts_missing.end());
    if (!drawn.missing.empty()) {
        drawn.form = {};
        return drawn;
    }
    script::Random order(seeds.next());
    shuffle(first, order);
    shuffle(second, order);
    cut_into_sittings(first, false, order, drawn.form);
    cut_into_sittings(second, true, order, drawn.form);
    complete(drawn.form, library, program, history.person + ":" + std::to_string(seed));
    return drawn;
}

std::set<std::string> contents(const Form& form) {
    std::set<std::string> keys;
    for (const Sitting& sitting : form.sittings)
        for (const script::Arrival& arrival : sitting.plan.contacts)
            keys.insert(script_key(arrival.script));
    for (const auto& block : form.vignettes)
        for (const std::string& id : block)
            keys.insert(vignette_key(id));
    return keys;
}

bool is_sitting(std::string_view plan) {
    return plan.rfind("exam:", 0) == 0 && plan.find(':', 5) != std::string_view::npos;
}

std::string form_of(std::string_view plan) {
    if (!is_sitting(plan)) return {};
    return std::string(plan.substr(5, plan.rfind(':') - 5));
}

std::string block_plan(std::string_view form, int block) {
    return "exam:" + std::string(form) + ":v" + std::to_string(block);
}

int block_of(std::string_view plan) {
    if (!is_sitting(plan)) return 0;
    const std::string_view last = plan.substr(plan.rfind(':') + 1);
    return last == "v1" ? 1 : last == "v2" ? 2 : 0;
}

}  // namespace shift311::exam
