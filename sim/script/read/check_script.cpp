#include "assessment/scoring/steps.hpp"
#include "sim/script/read/script_check.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>

namespace shift311::script::read {

bool holds(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

ScriptCheck::ScriptCheck(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues)
    : draft_(draft), script_(draft.script), known_(known), city_(city), report_(*draft.source.document, issues) {
    for (const Phrase& phrase : *known.phrases)
        phrases_.push_back(phrase.id);
    for (const Phrase& phrase : script_.phrases)
        phrases_.push_back(phrase.id);
    for (const Fact& fact : script_.facts)
        facts_.push_back(fact.id);
    beats_.push_back("opening");
    for (const Beat& beat : script_.beats)
        beats_.push_back(beat.id);
}

void ScriptCheck::run() {
    check_own_phrases();
    for (const Mention& mention : draft_.source.mentions)
        check_mention(mention);
    check_unused();
    check_cues();
    if (script_.emergency) check_emergency();
    check_fields();
    check_manners();
    if (city() != nullptr && city_.whole) check_draws();
    note_labels();
}

bool ScriptCheck::play_is_known() const {
    if (root().partial) return false;
    for (const std::string_view section : {"vary", "caller", "subject", "opening", "facts", "beats", "emergency"}) {
        const Node* node = child(&root(), section);
        if (node == nullptr ? !shows_keys(&root(), section) : !sound(node)) return false;
    }
    return true;
}

const Fact* ScriptCheck::fact_of(const std::string& id) const {
    for (const Fact& fact : script_.facts) {
        if (fact.id == id) return &fact;
    }
    return nullptr;
}

const Node& ScriptCheck::key_node(std::string_view section, std::string_view id) const {
    if (const Node* key = key_of(child(&root(), section), id)) return *key;
    if (const Node* key = key_of(&root(), section)) return *key;
    return root();
}

void ScriptCheck::note_labels() {
    for (const auto* ids : {&script_.expect.steps, &script_.expect.never, &script_.expect.unsafe}) {
        for (const std::string& id : *ids) {
            if (const scoring::ActStep* act = scoring::find_act_step(id)) script_.labels[id] = act->label;
            for (const std::vector<Phrase>* phrases : {known_.phrases, &std::as_const(script_.phrases)}) {
                for (const Phrase& phrase : *phrases) {
                    if (phrase.id == id) script_.labels[id] = phrase.label;
                }
            }
        }
    }
}

void check_script(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues) {
    ScriptCheck(draft, known, city, issues).run();
}

void check_shift(const ShiftDraft& draft, const Known& known, const std::vector<ScriptDraft>& scripts,
                 std::vector<Issue>& issues) {
    Report report(*draft.source.document, issues);
    const bool plays_somewhere = known.cities.contains(draft.shift.city);
    for (const Mention& mention : draft.source.mentions) {
        if (mention.what == Mention::What::city && !known.cities.contains(std::string(mention.id))) {
            report.error(*mention.node, "there is no city " + named(mention.id),
                         did_you_mean(mention.id, {known.cities.begin(), known.cities.end()}));
        }
        if (mention.what != Mention::What::script) continue;
        if (known.faulty_scripts.contains(std::string(mention.id))) continue;
        const auto found = std::find_if(scripts.begin(), scripts.end(),
                                        [&](const ScriptDraft& script) { return script.script.id == mention.id; });
        if (found == scripts.end()) {
            Names names;
            for (const ScriptDraft& script : scripts)
                names.push_back(script.script.id);
            report.error(*mention.node, "there is no script " + named(mention.id), did_you_mean(mention.id, names));
        } else if (plays_somewhere && known.cities.contains(found->script.city) &&
                   found->script.city != draft.shift.city) {
            report.error(*mention.node, "the script " + named(mention.id) + " plays in " + named(found->script.city) +
                                            ", not in " + named(draft.shift.city));
        } else if (found->script.exam) {
            report.error(*mention.node, "the script " + named(mention.id) +
                                            " is kept for exams (`exam: true`), and a shift is practice");
        }
    }
}

void check_manners(const Source& source, const Known& known, std::vector<Issue>& issues) {
    if (source.document->root == nullptr || !known.phrases_shown) return;
    Report report(*source.document, issues);
    Names names;
    for (const Phrase& phrase : *known.phrases)
        names.push_back(phrase.id);
    names.insert(names.end(), kSpecialManners.begin(), kSpecialManners.end());
    for (const Mention& mention : source.mentions) {
        if (mention.what == Mention::What::manner && !holds(names, mention.id)) {
            report.error(*mention.node, "there is no phrase or special manner " + named(mention.id),
                         did_you_mean(mention.id, names));
        }
    }
}

}  // namespace shift311::script::read
