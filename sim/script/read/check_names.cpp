#include "assessment/scoring/steps.hpp"
#include "sim/script/blanks.hpp"
#include "sim/script/read/script_check.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>

namespace shift311::script::read {

using What = Mention::What;

void ScriptCheck::check_mention(const Mention& mention) {
    switch (mention.what) {
        case What::phrase:
            if (phrases_shown() && !holds(phrases_, mention.id)) unknown(mention, "phrase", phrases_);
            break;
        case What::fact:
            if (shows_keys(&root(), "facts") && !holds(facts_, mention.id)) unknown(mention, "fact", facts_);
            break;
        case What::beat:
            if (shows_values(&root(), "beats", {"id"}, false) && !holds(beats_, mention.id))
                unknown(mention, "beat", beats_);
            break;
        case What::step:
            check_step(mention);
            break;
        case What::duty: {
            Names names;
            for (const auto& [id, title] : known_.duties)
                names.push_back(id);
            if (known_.duties_shown && !holds(names, mention.id)) unknown(mention, "duty", names);
            break;
        }
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
            if (city() != nullptr)
                check_in(mention, "service", city()->services, &city::Service::code, shown().services);
            break;
        case What::destination:
            if (city() != nullptr)
                check_in(mention, "directory entry", city()->directory, &city::Destination::id, shown().directory);
            break;
        case What::article:
            if (city() != nullptr) check_in(mention, "article", city()->articles, &city::Article::id, shown().articles);
            break;
        case What::street:
            if (city() != nullptr) check_in(mention, "street", city()->streets, &city::Street::name, shown().streets);
            break;
        case What::cue:
            check_cue(mention);
            break;
        case What::script:
        case What::address:
        case What::manner:
            break;
    }
}

bool ScriptCheck::phrases_shown() const {
    return known_.phrases_shown && shows_keys(&root(), "phrases");
}

void ScriptCheck::check_step(const Mention& mention) {
    if (holds(phrases_, mention.id)) return;
    const scoring::ActStep* act = scoring::find_act_step(mention.id);
    const std::size_t colon = mention.id.find(':');
    if (act == nullptr) {
        if (!phrases_shown()) return;
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
        check_in(after, "article", city()->articles, &city::Article::id, shown().articles);
    } else if (act->after_colon == "directory id") {
        check_in(after, "directory entry", city()->directory, &city::Destination::id, shown().directory);
    } else if (act->after_colon == "service") {
        check_in(after, "service", city()->services, &city::Service::code, shown().services);
    } else if (act->after_colon == "reference") {
        check_in(after, "request", city()->requests, &city::Request::reference, shown().requests);
    }
}

void ScriptCheck::check_blank(const Mention& mention, bool in_phrase) {
    if (in_phrase && is_line_blank(mention.id)) return;
    const std::string blank = named("{" + std::string(mention.id) + "}");
    const std::string_view name = mention.id.substr(0, mention.id.find('.'));
    Names known;
    for (const auto& [id, vary] : script_.vary) {
        known.push_back(id);
        if (id == name) {
            used_.insert(id);
            if (name == mention.id) return check_order(mention, id);
            if (!sound(child(child(&root(), "vary"), id))) return;  // what it draws is not known
            const auto parts = parts_of(vary.from);
            const std::string_view part = mention.id.substr(name.size() + 1);
            if (std::find(parts.begin(), parts.end(), part) != parts.end()) return check_order(mention, id);
            std::vector<std::string> whole;
            for (const std::string_view known_part : parts)
                whole.push_back(id + "." + std::string(known_part));
            report_.error(*mention.node,
                          "the blank " + blank + " asks for something that " + named(id) + " does not have",
                          did_you_mean(mention.id, {whole.begin(), whole.end()}));
            return;
        }
    }
    if (!shows_keys(&root(), "vary")) return;
    if (in_phrase) known.insert(known.end(), kLineBlanks.begin(), kLineBlanks.end());
    report_.error(*mention.node, "nothing under `vary` fills the blank " + blank, did_you_mean(name, known));
}

/// A value of one draw may hold only what was drawn before it.
void ScriptCheck::check_order(const Mention& mention, const std::string& id) {
    const Node* list = mention.node->parent;
    const Node* draw = list == nullptr ? nullptr : list->parent;
    const Node* vary = draw == nullptr ? nullptr : draw->parent;
    if (vary == nullptr || vary->parent != &root() || path_of(*vary) != "vary") return;
    for (const auto& [own, unused] : script_.vary) {
        if (path_of(*draw) == "vary." + own) break;
        if (own == id) return;
    }
    report_.error(*mention.node, "the blank " + named("{" + std::string(mention.id) + "}") + " is drawn later: move " +
                                     named(id) + " up");
}

void ScriptCheck::check_own_phrases() {
    for (const Phrase& phrase : script_.phrases) {
        const bool core = std::any_of(known_.phrases->begin(), known_.phrases->end(),
                                      [&](const Phrase& p) { return p.id == phrase.id; });
        if (core)
            report_.error(key_node("phrases", phrase.id),
                          "the phrase " + named(phrase.id) + " is a core phrase already: choose another id");
    }
}

void ScriptCheck::unknown(const Mention& mention, const std::string& what, const Names& known) {
    report_.error(*mention.node, "there is no " + what + " " + named(mention.id), did_you_mean(mention.id, known));
}

}  // namespace shift311::script::read
