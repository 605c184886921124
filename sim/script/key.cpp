#include "sim/script/key.hpp"

#include "assessment/text/street_address.hpp"
#include "sim/city/calendar.hpp"
#include "sim/script/dates.hpp"

#include <algorithm>
#include <array>

namespace shift311::script {
namespace {

using text::FieldKind;

bool is_place(const std::string& code) {
    return code == "location" || code == "address";
}

const city::Attribute* find_attribute(const city::Service* service, const std::string& code) {
    if (service == nullptr) return nullptr;
    for (const city::Attribute& attribute : service->attributes) {
        if (attribute.code == code) return &attribute;
    }
    return nullptr;
}

/// Other streets of the city that a misspelling of this address must not hit.
std::vector<std::string> streets_near(const std::string& address, const city::AddressBook& book) {
    std::string street = book.look_up(address).street;
    if (street.empty()) {
        text::StreetAddress parts = text::parse_location(address).first;
        parts.number.clear();
        parts.unit.clear();
        street = text::written(parts);
    }
    return street.empty() ? std::vector<std::string>() : book.neighbors(street);
}

std::vector<scoring::Step> steps_of(const std::vector<std::string>& ids, const Script& script) {
    std::vector<scoring::Step> steps;
    for (const std::string& id : ids) {
        const auto label = script.labels.find(id);
        steps.push_back({id, label == script.labels.end() ? id : label->second});
    }
    return steps;
}

std::vector<scoring::Content> contents_of(const std::vector<ExpectedContent>& expected) {
    std::vector<scoring::Content> contents;
    for (const ExpectedContent& content : expected)
        contents.push_back({content.what, content.any, content.contradicts, content.forbidden});
    return contents;
}

/// The right completion date: of the request to be filed, or of the one asked about while it is open.
std::string due_of(const Script& script, const city::City& city, city::Date date) {
    std::optional<city::Date> due;
    if (script.expect.disposition == "file") {
        if (const city::Service* service = city::find_service(city, script.expect.service))
            due = due_date(*service, city, date);
    } else if (!script.expect.request.empty()) {
        for (const city::Request& request : city.requests) {
            if (request.reference == script.expect.request && request.status == "open")
                due = dated(request, city, date).expected;
        }
    }
    return due ? city::iso(*due) : std::string();
}

scoring::FieldKey field_key(const ExpectedField& field, const city::Service* service, const city::AddressBook& book) {
    const city::Attribute* attribute = find_attribute(service, field.field);
    scoring::FieldKey key;
    key.field = field.field;
    key.label = attribute == nullptr ? field.field : attribute->description;
    key.kind = kind_of(field, attribute);
    key.expected = field.value;
    key.accept = field.accept;
    key.fact = field.fact;
    key.place = is_place(field.field);
    if (key.kind == FieldKind::address) key.real_streets = streets_near(field.value, book);
    return key;
}

}  // namespace

FieldKind kind_of(const ExpectedField& field, const city::Attribute* attribute) {
    static constexpr std::array<std::pair<std::string_view, FieldKind>, 7> kKinds{{{"address", FieldKind::address},
                                                                                   {"phone", FieldKind::phone},
                                                                                   {"name", FieldKind::name},
                                                                                   {"date", FieldKind::date},
                                                                                   {"choice", FieldKind::choice},
                                                                                   {"number", FieldKind::number},
                                                                                   {"text", FieldKind::text}}};
    for (const auto& [word, kind] : kKinds) {
        if (field.kind == word) return kind;
    }
    if (is_place(field.field) || field.field == "cross_street") return FieldKind::address;
    if (field.field == "callback" || field.field == "phone") return FieldKind::phone;
    if (field.field == "caller_name" || field.field == "name") return FieldKind::name;
    if (attribute == nullptr) return FieldKind::text;
    using Datatype = city::Attribute::Datatype;
    switch (attribute->datatype) {
        case Datatype::singlevaluelist:
        case Datatype::multivaluelist:
            return FieldKind::choice;
        case Datatype::number:
            return FieldKind::number;
        case Datatype::datetime: {
            city::Date day;
            return city::parse_iso(field.value, day) && city::valid(day) ? FieldKind::date : FieldKind::text;
        }
        case Datatype::string:
        case Datatype::text:
            break;
    }
    return FieldKind::text;
}

scoring::AnswerKey key_of(const Script& filled, const city::City& city, const city::AddressBook& book,
                          city::Date date) {
    const Expect& expect = filled.expect;
    scoring::AnswerKey key;
    key.script = filled.id;
    key.title = filled.title;
    key.channel = filled.channel;
    // English goes without saying: keys of earlier versions do not say it.
    if (filled.caller.language != "english") key.language = filled.caller.language;
    key.level = filled.level;
    key.family = filled.family;
    key.duties = filled.duties;
    key.disposition = expect.disposition;
    key.service = expect.service;
    key.reference = expect.request;
    key.target = expect.target;
    key.warm = expect.warm;
    if (filled.emergency) {
        key.emergency = scoring::Emergency{filled.emergency->cue, filled.emergency->target, filled.emergency->within,
                                           filled.emergency->warm};
    }
    const city::Service* service = city::find_service(city, expect.service);
    for (const ExpectedField& field : expect.fields)
        key.fields.push_back(field_key(field, service, book));
    key.narrative = contents_of(expect.narrative);
    key.reply = contents_of(expect.reply);
    key.articles = expect.articles;
    key.steps = steps_of(expect.steps, filled);
    key.never = steps_of(expect.never, filled);
    key.unsafe = steps_of(expect.unsafe, filled);
    key.secrets = expect.secrets;
    key.due = due_of(filled, city, date);
    for (const Chance& chance : expect.chances)
        key.chances.push_back({chance.after, chance.any});
    for (const Fact& fact : filled.facts)
        key.facts_asked.push_back(fact.id);
    key.limits.answer = expect.answer_limit.value_or(key.limits.answer);
    key.limits.handle = expect.handle_limit.value_or(key.limits.handle);
    key.limits.hold = expect.hold_limit.value_or(key.limits.hold);
    key.limits.wrap = expect.wrap_limit.value_or(key.limits.wrap);
    return key;
}

}  // namespace shift311::script
