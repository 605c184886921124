#include "sim/script/read/check.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/unseen.hpp"

namespace shift311::script::read {
namespace {

/// "the opening is 96 % like that of `pothole` (philadelphia/scripts/pothole.yaml)"
std::string likeness(const Seen& seen, const std::string& of) {
    const std::string percent = std::to_string(seen.percent) + " %";
    switch (seen.what) {
        case Seen::What::opening:
            return "the opening is " + percent + " like that of " + of;
        case Seen::What::within:
            return "this opening and that of " + of + " are " + percent + " alike but for what one of them says more";
        case Seen::What::lines:
            return percent + " of what the caller says after the opening is nearly said in " + of + " too";
    }
    return {};
}

}  // namespace

void check_unseen(const std::vector<ScriptDraft>& scripts, std::vector<Issue>& issues) {
    std::vector<const Script*> kept, practiced;
    std::vector<const ScriptDraft*> kept_drafts, practiced_drafts;
    for (const ScriptDraft& draft : scripts) {
        const Node* root = draft.source.document->root;
        if (root == nullptr || !sound(child(root, "exam"))) continue;  // nobody knows which of the two it is
        (draft.script.exam ? kept : practiced).push_back(&draft.script);
        (draft.script.exam ? kept_drafts : practiced_drafts).push_back(&draft);
    }
    const auto met = met_in_practice(kept, practiced);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!met[i]) continue;
        const Document& document = *kept_drafts[i]->source.document;
        const Node* opening = child(document.root, "opening");
        if (const Node* say = child(opening, "say")) opening = say;
        if (opening == nullptr) opening = document.root;
        const ScriptDraft& other = *practiced_drafts[met[i]->in];
        Report(document, issues)
            .warning(*opening, likeness(*met[i], named(other.script.id) + " (" + other.source.document->file + ")") +
                                   ": a trainee who practiced that has seen it");
    }
}

void check_unseen(Report& report, const std::vector<Vignette>& vignettes, const std::vector<const Node*>& says) {
    std::vector<const Vignette*> kept, practiced;
    std::vector<const Node*> kept_says;
    for (std::size_t i = 0; i < vignettes.size(); ++i) {
        if (says[i] == nullptr) continue;
        (vignettes[i].exam ? kept : practiced).push_back(&vignettes[i]);
        if (vignettes[i].exam) kept_says.push_back(says[i]);
    }
    const auto met = met_in_practice(kept, practiced);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!met[i]) continue;
        const std::string other = named(practiced[met[i]->in]->id);
        const std::string percent = std::to_string(met[i]->percent) + " %";
        report.warning(*kept_says[i],
                       (met[i]->what == Seen::What::within
                            ? "this and " + other + " are " + percent + " alike but for what one of them says more"
                            : "this is " + percent + " like " + other) +
                           ", which is practice: a trainee who met that has seen it");
    }
}

}  // namespace shift311::script::read
