#include "sim/script/blanks.hpp"
#include "sim/script/read/script_check.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

/// True when a line holds the value itself or a blank of the same draw.
bool says(const std::string& line, const std::string& value) {
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

}  // namespace

void ScriptCheck::check_fields() {
    const city::Service* wanted = city() == nullptr ? nullptr : city::find_service(*city(), script_.expect.service);
    if (wanted == nullptr || !shown().fields) return;
    Names codes;
    for (const city::Attribute& attribute : wanted->attributes)
        codes.push_back(attribute.code);
    for (std::size_t i = 0; i < script_.expect.fields.size(); ++i) {
        const ExpectedField& field = script_.expect.fields[i];
        const Node& node = *draft_.field_nodes[i];
        if (!sound(&node)) continue;
        const auto attribute = std::find_if(wanted->attributes.begin(), wanted->attributes.end(),
                                            [&](const city::Attribute& a) { return a.code == field.field; });
        if (attribute == wanted->attributes.end()) {
            report_.error(node, "the service " + named(wanted->code) + " has no attribute " + named(field.field),
                          did_you_mean(field.field, codes));
            continue;
        }
        if (check_choice(node, field, *attribute)) check_known(node, field, !attribute->values.empty());
    }
    if (script_.expect.disposition != "file" || !shows_keys(child(&root(), "expect"), "fields")) return;
    for (const city::Attribute& attribute : wanted->attributes) {
        const bool given =
            std::any_of(script_.expect.fields.begin(), script_.expect.fields.end(), [&](const ExpectedField& field) {
                return field.field == attribute.code ||
                       (!holds(codes, field.field) && nearest(field.field, codes) == attribute.code);
            });
        if (attribute.required && !given) {
            report_.error(key_node("expect", "fields"), "the service " + named(wanted->code) + " requires " +
                                                            named(attribute.code) + ", and the fields do not give it");
        }
    }
}

bool ScriptCheck::check_choice(const Node& node, const ExpectedField& field, const city::Attribute& attribute) {
    if (attribute.values.empty()) return true;
    Names keys;
    for (const city::Attribute::Value& value : attribute.values)
        keys.push_back(value.key);
    std::vector<std::string> values = field.accept;
    values.insert(values.begin(), field.value);
    for (const std::string& value : values) {
        for (const std::string& filled : fillings(value)) {
            if (holds(keys, filled) || filled.empty()) continue;
            report_.error(
                node,
                "the list " + named(field.field) + " has no key " + named(filled) + ": it has " + one_of_words(keys),
                did_you_mean(filled, keys));
            return false;
        }
    }
    return true;
}

/// What a text that is one `one_of` blank can become; a text without blanks is itself; others nobody knows before.
std::vector<std::string> ScriptCheck::fillings(const std::string& text) const {
    if (text.find('{') == std::string::npos) return {text};
    for (const auto& [id, vary] : script_.vary) {
        if (text == "{" + id + "}" && vary.from == Vary::From::one_of) return vary.one_of;
    }
    return {};
}

/// Nobody can write down what the caller never says.
void ScriptCheck::check_known(const Node& node, const ExpectedField& field, bool choice) {
    if (!play_is_known()) return;
    if (!field.fact.empty()) {
        const Fact* fact = fact_of(field.fact);
        if (fact != nullptr && !can_be_told(*fact)) {
            report_.error(node, "the fact " + named(field.fact) + " behind this field is never told");
        }
        return;
    }
    if (field.value.empty() || field.value == script_.caller.phone || field.value == script_.caller.email) return;
    for (const std::string* line : {&script_.opening, &script_.subject}) {
        if (!choice && says(*line, field.value)) return;
    }
    for (const Beat& beat : script_.beats) {
        if (!choice && says(beat.say, field.value)) return;
    }
    // A key of a list is never spoken as such, so only a fact can stand for it.
    report_.error(node, "the caller never says " + named(field.value) + ": no fact has this value",
                  "give a fact with it, or name the fact: `{ value: ..., fact: ... }`");
}

}  // namespace shift311::script::read
