#include "sim/script/draw.hpp"
#include "sim/script/read/script_check.hpp"

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
void ScriptCheck::check_cues() {
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
            report_.error(key_node("emergency", "cue"),
                          "the cue " + named(cue) + " is spoken in " + std::to_string(who.size()) +
                              " places: let it be one fact, and let other lines `tells` that fact");
        }
    }
    if (script_.emergency && !speakers.contains(script_.emergency->cue)) {
        report_.error(key_node("emergency", "cue"),
                      "the caller never speaks the cue " + named(script_.emergency->cue) +
                          ": give `cue` in the opening, in a fact that is told, or in a beat");
    }
}

void ScriptCheck::check_emergency() {
    const Expect& expect = script_.expect;
    const EmergencyCue& emergency = *script_.emergency;
    if (expect.disposition.empty()) return;
    if (expect.disposition != "transfer" || expect.target != emergency.target) {
        report_.error(key_node("emergency", "cue"),
                      "an emergency is transferred: `expect` must say `disposition: transfer` and `target: " +
                          emergency.target + "`");
    } else if (expect.warm != emergency.warm) {
        report_.error(key_node("emergency", "cue"), "`emergency` and `expect` differ in `transfer`: warm or cold");
    }
}

void ScriptCheck::check_manners() {
    if (known_.manners.lines.contains(script_.caller.language) || known_.manners.lines.empty()) return;
    report_.error(key_node("caller", "language"),
                  "common/manners.yaml says nothing about callers who speak " + named(script_.caller.language));
}

void ScriptCheck::check_draws() {
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
            } else if (!avoid.empty() && std::none_of(choices.begin(), choices.end(), [&](const BlockChoice& choice) {
                           return is_free(choice, avoid, *city(), *city_.book);
                       })) {
                report_.error(node, "every block that fits has an open " + named(avoid) +
                                        " request near it, so a new report would be a duplicate");
            }
        }
    }
    check_request();
}

void ScriptCheck::check_request() {
    const std::string& request = script_.expect.request;
    if (request.empty()) return;
    const Node& node = key_node("expect", "request");
    if (request.find('{') == std::string::npos) {
        check_in(Mention{Mention::What::step, request, &node}, "request", city()->requests, &city::Request::reference);
        return;
    }
    for (const auto& [id, vary] : script_.vary) {
        if (vary.from == Vary::From::request && (request == "{" + id + "}" || request == "{" + id + ".reference}"))
            return;
    }
    report_.error(node, "`request` must be a reference, as in `{req.reference}` where `req` draws a request");
}

}  // namespace shift311::script::read
