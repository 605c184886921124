#include "assessment/scoring/steps.hpp"
#include "sim/script/blanks.hpp"
#include "sim/script/draw.hpp"
#include "sim/script/key.hpp"
#include "sim/script/read/check.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

using What = Mention::What;
using Names = std::vector<std::string_view>;

bool holds(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}
bool holds(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class ScriptCheck {
  public:
    ScriptCheck(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues)
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

    void run() {
        check_own_phrases();
        for (const Mention& mention : draft_.source.mentions)
            check_mention(mention);
        check_unused();
        check_cues();
        if (script_.emergency) check_emergency();
        check_fields();
        check_manners();
        if (city_.city != nullptr && city_.whole) check_draws();
        note_labels();
    }

  private:
    const Node& root() const { return *draft_.source.document->root; }
    const city::City* city() const { return city_.city; }

    void unknown(const Mention& mention, const std::string& what, const Names& known) {
        report_.error(*mention.node, "there is no " + what + " " + named(mention.id), did_you_mean(mention.id, known));
    }

    template <typename List, typename Id>
    void check_in(const Mention& mention, const std::string& what, const List& list, Id id) {
        Names names;
        for (const auto& item : list)
            names.push_back(item.*id);
        if (!holds(names, mention.id)) unknown(mention, what, names);
    }

    void check_mention(const Mention& mention) {
        switch (mention.what) {
            case What::phrase:
                if (!holds(phrases_, mention.id)) unknown(mention, "phrase", phrases_);
                break;
            case What::fact:
                if (!holds(facts_, mention.id)) unknown(mention, "fact", facts_);
                break;
            case What::beat:
                if (!holds(beats_, mention.id)) unknown(mention, "beat", beats_);
                break;
            case What::step:
                check_step(mention);
                break;
            case What::duty:
                if (!known_.duties.contains(std::string(mention.id))) unknown(mention, "duty", duty_names());
                break;
            case What::city:
                if (!known_.cities.contains(std::string(mention.id)))
                    unknown(mention, "city", {known_.cities.begin(), known_.cities.end()});
                break;
            case What::blank:
                check_blank(mention, false);
                break;
            case What::line_blank:
                check_blank(mention, true);
                break;
            case What::service:
                if (city() != nullptr) check_in(mention, "service", city()->services, &city::Service::code);
                break;
            case What::destination:
                if (city() != nullptr) check_in(mention, "directory entry", city()->directory, &city::Destination::id);
                break;
            case What::article:
                if (city() != nullptr) check_in(mention, "article", city()->articles, &city::Article::id);
                break;
            case What::street:
                if (city() != nullptr) check_in(mention, "street", city()->streets, &city::Street::name);
                break;
            case What::script:
            case What::address:
            case What::manner:
                break;
        }
    }

    Names duty_names() const {
        Names names;
        for (const auto& [id, title] : known_.duties)
            names.push_back(id);
        return names;
    }

    void check_step(const Mention& mention) {
        if (holds(phrases_, mention.id)) return;
        const scoring::ActStep* act = scoring::find_act_step(mention.id);
        const std::size_t colon = mention.id.find(':');
        if (act == nullptr) {
            Names names = phrases_;
            for (const scoring::ActStep& step : scoring::kActSteps)
                names.push_back(step.id);
            unknown(mention, "phrase or act", names);
            return;
        }
        if (colon == std::string_view::npos || city() == nullptr) return;
        const Mention after{What::step, mention.id.substr(colon + 1), mention.node};
        if (act->after_colon.empty()) {
            report_.error(*mention.node, "nothing may follow " + named(act->id) + " after a colon");
        } else if (act->after_colon == "article id") {
            check_in(after, "article", city()->articles, &city::Article::id);
        } else if (act->after_colon == "directory id") {
            check_in(after, "directory entry", city()->directory, &city::Destination::id);
        } else if (act->after_colon == "service") {
            check_in(after, "service", city()->services, &city::Service::code);
        } else if (act->after_colon == "reference") {
            check_in(after, "request", city()->requests, &city::Request::reference);
        }
    }

    void check_blank(const Mention& mention, bool in_phrase) {
        if (in_phrase && is_line_blank(mention.id)) return;
        const std::string_view name = mention.id.substr(0, mention.id.find('.'));
        Names known;
        for (const auto& [id, vary] : script_.vary) {
            known.push_back(id);
            if (id == name) {
                used_.insert(id);
                if (name == mention.id) return check_order(mention, id);
                const auto parts = parts_of(vary.from);
                const std::string_view part = mention.id.substr(name.size() + 1);
                if (std::find(parts.begin(), parts.end(), part) != parts.end()) return check_order(mention, id);
                report_.error(
                    *mention.node,
                    "the blank `{" + std::string(mention.id) + "}` asks for something that `" + id + "` does not have",
                    did_you_mean(part, {parts.begin(), parts.end()}));
                return;
            }
        }
        if (in_phrase) known.insert(known.end(), kLineBlanks.begin(), kLineBlanks.end());
        report_.error(*mention.node, "nothing under `vary` fills the blank `{" + std::string(mention.id) + "}`",
                      did_you_mean(name, known));
    }

    /// A value of one draw may hold only what was drawn before it.
    void check_order(const Mention& mention, const std::string& id) {
        const Node* list = mention.node->parent;
        const Node* draw = list == nullptr ? nullptr : list->parent;
        const Node* vary = draw == nullptr ? nullptr : draw->parent;
        if (vary == nullptr || vary->parent != &root() || path_of(*vary) != "vary") return;
        for (const auto& [own, unused] : script_.vary) {
            if (path_of(*draw) == "vary." + own) break;
            if (own == id) return;
        }
        report_.error(*mention.node,
                      "the blank `{" + std::string(mention.id) + "}` is drawn later: move " + named(id) + " up");
    }

    void check_own_phrases() {
        for (const Phrase& phrase : script_.phrases) {
            const bool core = std::any_of(known_.phrases->begin(), known_.phrases->end(),
                                          [&](const Phrase& p) { return p.id == phrase.id; });
            if (core)
                report_.error(key_node("phrases", phrase.id),
                              "the phrase " + named(phrase.id) + " is a core phrase already: choose another id");
        }
    }

    /// The key `id` in the map under `section`, for messages.
    const Node& key_node(std::string_view section, std::string_view id) const {
        for (std::size_t i = 0; i + 1 < root().children.size(); i += 2) {
            if (root().children[i]->text != section) continue;
            const Node& map = *root().children[i + 1];
            for (std::size_t j = 0; map.kind == Node::Kind::map && j < map.children.size(); j += 2) {
                if (map.children[j]->text == id) return *map.children[j];
            }
            return *root().children[i];
        }
        return root();
    }

    bool told_unasked(const std::string& fact) const {
        if (holds(script_.opening_tells, fact)) return true;
        return std::any_of(script_.beats.begin(), script_.beats.end(),
                           [&](const Beat& beat) { return holds(beat.tells, fact); });
    }
    bool can_be_told(const Fact& fact) const { return !fact.told_by.empty() || told_unasked(fact.id); }

    void check_unused() {
        for (const auto& [id, vary] : script_.vary) {
            if (!used_.contains(id)) report_.warning(key_node("vary", id), named(id) + " is drawn and never used");
        }
        for (const Fact& fact : script_.facts) {
            if (!can_be_told(fact)) {
                report_.warning(key_node("facts", fact.id),
                                "the fact " + named(fact.id) + " is never told: give `told_by`, or `tells` in a beat");
            }
        }
    }

    /// Who speaks a cue: a fact and the lines that tell the same fact count as one.
    void check_cues() {
        std::map<std::string, std::set<std::string>> speakers;
        const auto spoken = [&](const std::string& cue, const std::vector<std::string>& tells, const std::string& who) {
            if (cue.empty()) return;
            for (const std::string& fact : tells) {
                if (const auto* known = fact_of(fact); known != nullptr && known->cue == cue) {
                    speakers[cue].insert("fact " + fact);
                    return;
                }
            }
            speakers[cue].insert(who);
        };
        spoken(script_.opening_cue, script_.opening_tells, "opening");
        for (const Fact& fact : script_.facts) {
            if (can_be_told(fact)) spoken(fact.cue, {fact.id}, "fact " + fact.id);
        }
        for (const Beat& beat : script_.beats)
            spoken(beat.cue, beat.tells, "beat " + beat.id);
        for (const auto& [cue, who] : speakers) {
            if (!script_.emergency || script_.emergency->cue != cue) {
                report_.error(root(), "the cue " + named(cue) + " is spoken, but `emergency` says nothing about it",
                              script_.emergency ? did_you_mean(cue, {script_.emergency->cue}) : "");
            } else if (who.size() > 1) {
                report_.error(emergency_node(),
                              "the cue " + named(cue) + " is spoken in " + std::to_string(who.size()) +
                                  " places: let it be one fact, and let other lines `tells` that fact");
            }
        }
        if (script_.emergency && !speakers.contains(script_.emergency->cue)) {
            report_.error(emergency_node(), "the caller never speaks the cue " + named(script_.emergency->cue) +
                                                ": give `cue` in the opening, in a fact that is told, or in a beat");
        }
    }

    const Fact* fact_of(const std::string& id) const {
        for (const Fact& fact : script_.facts) {
            if (fact.id == id) return &fact;
        }
        return nullptr;
    }

    const Node& emergency_node() const { return key_node("emergency", "cue"); }

    void check_emergency() {
        const Expect& expect = script_.expect;
        const EmergencyCue& emergency = *script_.emergency;
        if (expect.disposition.empty()) return;
        if (expect.disposition != "transfer" || expect.target != emergency.target) {
            report_.error(emergency_node(),
                          "an emergency is transferred: `expect` must say `disposition: transfer` and `target: " +
                              emergency.target + "`");
        } else if (expect.warm != emergency.warm) {
            report_.error(emergency_node(), "`emergency` and `expect` differ in `transfer`: warm or cold");
        }
    }

    const city::Service* service() const {
        return city() == nullptr ? nullptr : city::find_service(*city(), script_.expect.service);
    }

    void check_fields() {
        const city::Service* wanted = service();
        if (wanted == nullptr) return;
        Names codes;
        for (const city::Attribute& attribute : wanted->attributes)
            codes.push_back(attribute.code);
        for (std::size_t i = 0; i < script_.expect.fields.size(); ++i) {
            const ExpectedField& field = script_.expect.fields[i];
            const Node& node = *draft_.field_nodes[i];
            const auto attribute = std::find_if(wanted->attributes.begin(), wanted->attributes.end(),
                                                [&](const city::Attribute& a) { return a.code == field.field; });
            if (attribute == wanted->attributes.end()) {
                report_.error(node, "the service " + named(wanted->code) + " has no attribute " + named(field.field),
                              did_you_mean(field.field, codes));
                continue;
            }
            check_choice(node, field, *attribute);
            check_known(node, field);
        }
        if (script_.expect.disposition != "file") return;
        for (const city::Attribute& attribute : wanted->attributes) {
            const bool given = std::any_of(script_.expect.fields.begin(), script_.expect.fields.end(),
                                           [&](const ExpectedField& field) { return field.field == attribute.code; });
            if (attribute.required && !given) {
                report_.error(key_node("expect", "fields"), "the service " + named(wanted->code) + " requires " +
                                                                named(attribute.code) +
                                                                ", and the fields do not give it");
            }
        }
    }

    void check_choice(const Node& node, const ExpectedField& field, const city::Attribute& attribute) {
        if (attribute.values.empty()) return;
        Names keys;
        for (const city::Attribute::Value& value : attribute.values)
            keys.push_back(value.key);
        std::vector<std::string> values = field.accept;
        values.insert(values.begin(), field.value);
        for (const std::string& value : values) {
            for (const std::string& filled : fillings(value)) {
                if (holds(keys, filled) || filled.empty()) continue;
                report_.error(node,
                              "the list " + named(field.field) + " has no key " + named(filled) + ": it has " +
                                  one_of_words(keys),
                              did_you_mean(filled, keys));
                return;
            }
        }
    }

    /// What a text made of one `one_of` blank can become; a text without blanks is itself; others cannot be told
    /// beforehand.
    std::vector<std::string> fillings(const std::string& text) const {
        if (text.find('{') == std::string::npos) return {text};
        for (const auto& [id, vary] : script_.vary) {
            if (text == "{" + id + "}" && vary.from == Vary::From::one_of) return vary.one_of;
        }
        return {};
    }

    /// Nobody can write down what the caller never says.
    void check_known(const Node& node, const ExpectedField& field) {
        if (!field.fact.empty()) {
            const Fact* fact = fact_of(field.fact);
            if (fact != nullptr && !can_be_told(*fact)) {
                report_.error(node, "the fact " + named(field.fact) + " behind this field is never told");
            }
            return;
        }
        if (field.value.empty() || field.value == script_.caller.phone || field.value == script_.caller.email) return;
        for (const std::string* line : {&script_.opening, &script_.subject}) {
            if (says(*line, field.value)) return;
        }
        for (const Beat& beat : script_.beats) {
            if (says(beat.say, field.value)) return;
        }
        report_.error(node, "the caller never says " + named(field.value) + ": no fact has this value",
                      "give a fact with it, or name the fact: `{ value: ..., fact: ... }`");
    }

    /// True when a line holds the value itself or a blank of the same draw.
    static bool says(const std::string& line, const std::string& value) {
        if (line.find(value) != std::string::npos) return true;
        const Blanks wanted = blanks_in(value);
        if (wanted.names.size() != 1) return false;
        std::string_view name = wanted.names.front();
        for (const std::string_view tail : {".address", ".reference"}) {
            if (name.ends_with(tail)) name.remove_suffix(tail.size());
        }
        for (const std::string_view blank : blanks_in(line).names) {
            if (blank == name || blank == std::string(name) + ".spoken" || blank == std::string(name) + ".address" ||
                blank == std::string(name) + ".reference" || blank == std::string(name) + ".address.spoken") {
                return true;
            }
        }
        return false;
    }

    void check_manners() {
        if (known_.manners.lines.contains(script_.caller.language) || known_.manners.lines.empty()) return;
        report_.error(key_node("caller", "language"),
                      "common/manners.yaml says nothing about callers who speak " + named(script_.caller.language));
    }

    void check_draws() {
        for (const auto& [id, vary] : script_.vary) {
            const Node& node = key_node("vary", id);
            if (vary.from == Vary::From::name && !city()->names.contains(vary.language)) {
                report_.error(node, "city.yaml has no " + named(vary.language) + " names");
            } else if (vary.from == Vary::From::request && requests_for(script_, id, vary, *city()).empty()) {
                report_.error(node, "no request of the city fits this draw and fills its blanks");
            } else if (vary.from == Vary::From::block) {
                const std::vector<BlockChoice> choices = blocks_for(script_, id, vary, *city());
                const std::string avoid = service_to_avoid(script_);
                if (choices.empty()) {
                    report_.error(node, "no block of the city fits this draw");
                } else if (!avoid.empty() &&
                           std::none_of(choices.begin(), choices.end(), [&](const BlockChoice& choice) {
                               return is_free(choice, avoid, *city(), *city_.book);
                           })) {
                    report_.error(node, "every block that fits has an open " + named(avoid) +
                                            " request near it, so a new report would be a duplicate");
                }
            }
        }
        check_request();
    }

    void check_request() {
        const std::string& request = script_.expect.request;
        if (request.empty()) return;
        const Node& node = key_node("expect", "request");
        if (request.find('{') == std::string::npos) {
            check_in(Mention{What::step, request, &node}, "request", city()->requests, &city::Request::reference);
            return;
        }
        for (const auto& [id, vary] : script_.vary) {
            if (vary.from == Vary::From::request && (request == "{" + id + "}" || request == "{" + id + ".reference}"))
                return;
        }
        report_.error(node, "`request` must be a reference, as in `{req.reference}` where `req` draws a request");
    }

    /// Plain words for every step and forbidden phrase, so that findings can name them.
    void note_labels() {
        for (const auto* ids : {&script_.expect.steps, &script_.expect.never}) {
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

    ScriptDraft& draft_;
    Script& script_;
    const Known& known_;
    KnownCity city_;
    Report report_;
    Names phrases_, facts_, beats_;
    std::set<std::string> used_;
};

}  // namespace

void check_script(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues) {
    ScriptCheck(draft, known, city, issues).run();
}

void check_shift(const ShiftDraft& draft, const Known& known, const std::vector<ScriptDraft>& scripts,
                 std::vector<Issue>& issues) {
    Report report(*draft.source.document, issues);
    for (const Mention& mention : draft.source.mentions) {
        if (mention.what == What::city && !known.cities.contains(std::string(mention.id))) {
            report.error(*mention.node, "there is no city " + named(mention.id),
                         did_you_mean(mention.id, {known.cities.begin(), known.cities.end()}));
        }
        if (mention.what != What::script) continue;
        const auto found = std::find_if(scripts.begin(), scripts.end(),
                                        [&](const ScriptDraft& script) { return script.script.id == mention.id; });
        if (found == scripts.end()) {
            Names names;
            for (const ScriptDraft& script : scripts)
                names.push_back(script.script.id);
            report.error(*mention.node, "there is no script " + named(mention.id), did_you_mean(mention.id, names));
        } else if (found->script.city != draft.shift.city) {
            report.error(*mention.node, "the script " + named(mention.id) + " plays in " + named(found->script.city) +
                                            ", not in " + named(draft.shift.city));
        }
    }
}

void check_manners(const Source& source, const Known& known, std::vector<Issue>& issues) {
    if (source.document->root == nullptr || known.phrases->empty()) return;
    Report report(*source.document, issues);
    Names names;
    for (const Phrase& phrase : *known.phrases)
        names.push_back(phrase.id);
    for (const Mention& mention : source.mentions) {
        if (mention.what == What::manner && !holds(names, mention.id)) {
            report.error(*mention.node, "there is no phrase or special manner " + named(mention.id),
                         did_you_mean(mention.id, names));
        }
    }
}

}  // namespace shift311::script::read
