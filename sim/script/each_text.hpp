// Visits every text of a script that may hold blanks.
#pragma once

#include "sim/script/script.hpp"

#include <string>

namespace shift311::script {

/// `visit(text)` for each; `AnyScript` is Script or const Script.
template <typename AnyScript, typename Visit>
void for_each_text(AnyScript& script, const Visit& visit) {
    const auto visit_all = [&](auto& texts) {
        for (auto& text : texts)
            visit(text);
    };
    auto& caller = script.caller;
    for (auto* text :
         {&caller.name, &caller.phone, &caller.email, &caller.stands_at, &script.subject, &script.opening}) {
        visit(*text);
    }
    for (auto& fact : script.facts) {
        visit(fact.value);
        visit_all(fact.say);
        visit(fact.again);
    }
    for (auto& phrase : script.phrases)
        visit(phrase.say);
    for (auto& beat : script.beats) {
        visit(beat.say);
        visit(beat.mood_why);
    }
    auto& expect = script.expect;
    visit(expect.request);
    for (auto& field : expect.fields) {
        visit(field.value);
        visit_all(field.accept);
    }
    for (auto* contents : {&expect.narrative, &expect.reply}) {
        for (auto& content : *contents) {
            visit(content.what);
            visit_all(content.any);
            visit_all(content.contradicts);
            visit_all(content.forbidden);
        }
    }
    visit_all(expect.secrets);
    visit_all(script.solution);
}

}  // namespace shift311::script
