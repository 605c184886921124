#include "sim/script/draw.hpp"
#include "sim/script/read/script_check.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>

namespace shift311::script::read {

bool ScriptCheck::told_unasked(const std::string& fact) const {
    if (holds(script_.opening_tells, fact)) return true;
    return std::any_of(script_.beats.begin(), script_.beats.end(),
                       [&](const Beat& beat) { return holds(beat.tells, fact); });
}

bool ScriptCheck::can_be_told(const Fact& fact) const {
    return !fact.told_by.empty() || told_unasked(fact.id);
}

void ScriptCheck::check_unused() {
    if (!sound(&root())) return;  // what is used may stand in what could not be read
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

void ScriptCheck::check_cue(const Mention& mention) {
    if (script_.emergency && script_.emergency->cue == mention.id) return;
    if (!script_.emergency) {
        if (!shows_keys(&root(), "emergency")) return;
        report_.error(*mention.node, "the cue " + named(mention.id) + " is spoken, but the script has no `emergency`");
        return;
    }
    if (!given(child(child(&root(), "emergency"), "cue"))) return;
    report_.error(*mention.node, "the cue " + named(mention.id) + " is not the one of `emergency`",
                  did_you_mean(mention.id, {script_.emergency->cue}));
}

/// The clock starts when the cue is spoken, so it must be spoken, and in one way only: a fact and the lines that tell
/// the same fact count as one.
void ScriptCheck::check_cues() {
    if (!script_.emergency || !play_is_known()) return;
    const std::string& cue = script_.emergency->cue;
    std::set<std::string> speakers;
    const auto line = [&](const std::string& spoken, const std::vector<std::string>& tells, const std::string& who,
                          const Node& node) {
        bool of_fact = false;
        for (const std::string& id : tells) {
            const Fact* fact = fact_of(id);
            if (fact == nullptr || fact->cue.empty()) continue;
            of_fact = true;
            if (spoken.empty()) {
                report_.error(node, "this line tells the fact " + named(id) + ", whose cue it must speak too",
                              "add `cue: " + fact->cue + "`");
            }
            speakers.insert("fact " + id);
        }
        if (spoken == cue && !of_fact) speakers.insert(who);
    };
    line(script_.opening_cue, script_.opening_tells, "opening", key_node("opening", "say"));
    for (std::size_t i = 0; i < script_.beats.size(); ++i) {
        const Beat& beat = script_.beats[i];
        line(beat.cue, beat.tells, "beat " + beat.id, *draft_.beat_nodes[i]);
    }
    for (const Fact& fact : script_.facts) {
        if (fact.cue == cue && can_be_told(fact)) speakers.insert("fact " + fact.id);
    }
    const Node& node = key_node("emergency", "cue");
    if (speakers.empty()) {
        report_.error(node, "the caller never speaks the cue " + named(cue) +
                                ": give `cue` in the opening, in a fact that is told, or in a beat");
    } else if (speakers.size() > 1) {
        report_.error(node, "the cue " + named(cue) + " is spoken in " + std::to_string(speakers.size()) +
                                " ways: let it be one fact, and let other lines `tells` that fact");
    }
}

void ScriptCheck::check_emergency() {
    const Expect& expect = script_.expect;
    const EmergencyCue& emergency = *script_.emergency;
    const Node* wanted = child(&root(), "expect");
    if (wanted == nullptr || wanted->partial || expect.disposition.empty()) return;
    if (!sound(child(&root(), "emergency"))) return;
    if (!sound({child(wanted, "target"), child(wanted, "transfer")})) return;
    if (expect.disposition != "transfer" || expect.target != emergency.target) {
        report_.error(key_node("emergency", "cue"),
                      "an emergency is transferred: `expect` must say `disposition: transfer` and `target: " +
                          named(emergency.target).substr(1));
    } else if (expect.warm != emergency.warm) {
        report_.error(key_node("emergency", "cue"), "`emergency` and `expect` differ in `transfer`: warm or cold");
    }
}

void ScriptCheck::check_manners() {
    if (known_.manners.lines.contains(script_.caller.language) || !known_.manners_shown) return;
    if (!sound(child(child(&root(), "caller"), "language"))) return;
    report_.error(key_node("caller", "language"),
                  "common/manners.yaml says nothing about callers who speak " + named(script_.caller.language));
}

void ScriptCheck::check_draws() {
    for (const auto& [id, vary] : script_.vary) {
        const Node& node = key_node("vary", id);
        if (!sound(child(child(&root(), "vary"), id))) continue;
        const bool somewhere = std::all_of(vary.on.begin(), vary.on.end(), [&](const std::string& name) {
            return std::any_of(city()->streets.begin(), city()->streets.end(),
                               [&](const city::Street& street) { return street.name == name; });
        });
        if (!somewhere) continue;  // told at the street's name
        if (vary.from == Vary::From::name && !city()->names.contains(vary.language)) {
            report_.error(node, "city.yaml has no " + named(vary.language) + " names");
        } else if (vary.from == Vary::From::request && requests_for(script_, id, vary, *city()).empty()) {
            report_.error(node, "no request of the city fits this draw and fills its blanks");
        } else if (vary.from == Vary::From::block) {
            const std::vector<BlockChoice> choices = blocks_for(script_, id, vary, *city());
            const std::string avoid = service_to_avoid(script_);
            if (choices.empty()) {
                report_.error(node, "no block of the city fits this draw");
            } else if (!avoid.empty() && std::none_of(choices.begin(), choices.end(), [&](const BlockChoice& choice) {
                           return is_free(choice, avoid, *city(), *city_.book);
                       })) {
                report_.error(node, "every block that fits has an open " + named(avoid) +
                                        " request near it, so a new report would be a duplicate");
            }
        }
    }
    check_request();
    check_due_steps();
}

/// A day can only be told where the service has one.
void ScriptCheck::check_due_steps() {
    const city::Service* service = city::find_service(*city(), script_.expect.service);
    if (service == nullptr || script_.expect.disposition != "file") return;
    const Node& node = key_node("expect", "steps");
    if (!service->due.business_days && holds(script_.expect.steps, "give_due_date")) {
        report_.error(node,
                      "no date may be given for " + named(service->code) + ", so `give_due_date` cannot be a step",
                      "did you mean `no_date_possible`?");
    }
    if (service->due.business_days && holds(script_.expect.steps, "no_date_possible")) {
        report_.error(node,
                      "a date can be given for " + named(service->code) + ", so `no_date_possible` cannot be a step",
                      "did you mean `give_due_date`?");
    }
}

void ScriptCheck::check_request() {
    const std::string& request = script_.expect.request;
    if (request.empty()) return;
    const Node& node = key_node("expect", "request");
    if (request.find('{') == std::string::npos) {
        check_in(Mention{Mention::What::step, request, &node}, "request", city()->requests, &city::Request::reference,
                 shown().requests);
        return;
    }
    for (const auto& [id, vary] : script_.vary) {
        if (vary.from == Vary::From::request && (request == "{" + id + "}" || request == "{" + id + ".reference}"))
            return;
    }
    if (!sound(child(&root(), "vary"))) return;
    report_.error(node, "`request` must be a reference, as in `{req.reference}` where `req` draws a request");
}

}  // namespace shift311::script::read
