#include "sim/drill/plan.hpp"

#include "assessment/scoring/triage.hpp"
#include "assessment/scoring/typing_test.hpp"
#include "sim/city/address.hpp"
#include "sim/drill/drill.hpp"
#include "sim/script/random.hpp"

#include <algorithm>
#include <stdexcept>

namespace shift311::drill {
namespace {

/// The contact center's own entry is what "311" stands for.
constexpr std::string_view kOwn = "contact_center";

std::vector<Answer> answers_of(const city::City& city) {
    std::vector<Answer> answers(2);
    answers[0] = {std::string(scoring::kEmergencyAnswer), "911", "", ""};
    answers[1] = {"311", "311", "Taken here: a service request, or information.", ""};
    for (const city::Destination& one : city.directory) {
        if (one.id == kOwn) continue;
        Answer answer{one.id, one.name, one.handles, one.handles};
        for (const std::string& word : one.keywords)
            answer.search += " " + word;
        if (one.id == scoring::kEmergencyAnswer) {
            answers[0] = std::move(answer);
        } else {
            answers.push_back(std::move(answer));
        }
    }
    return answers;
}

Plan begun(const script::Drills& drills, const city::City& city, std::string_view script, std::string title) {
    Plan plan;
    plan.script = script;
    plan.title = std::move(title);
    plan.city = city.id;
    plan.content_hash = drills.hash;
    plan.city_hash = city.hash;
    plan.key.script = plan.script;
    plan.key.title = plan.title;
    return plan;
}

template <class List>
const auto& pick(const List& list, const std::string& id, std::uint64_t seed, const char* what) {
    if (list.empty()) throw std::runtime_error(std::string("The content holds no ") + what + " for this city.");
    if (id.empty()) {
        script::Random random(seed);
        return list[static_cast<std::size_t>(random.below(list.size()))];
    }
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
    if (found == list.end()) throw std::runtime_error(std::string("There is no ") + what + " \"" + id + "\".");
    return *found;
}

text::FieldKind kind_of(const std::string& word) {
    if (word == "address") return text::FieldKind::address;
    if (word == "phone") return text::FieldKind::phone;
    if (word == "name") return text::FieldKind::name;
    if (word == "date") return text::FieldKind::date;
    if (word == "number") return text::FieldKind::number;
    return text::FieldKind::text;
}

}  // namespace

const Answer* Plan::answer(std::string_view id) const {
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) { return one.id == id; });
    return found == answers.end() ? nullptr : &*found;
}

Plan triage_plan(const script::Drills& drills, const city::City& city, const std::vector<std::string>& ids, bool exam,
                 bool second_look) {
    Plan plan = begun(drills, city, second_look ? scoring::kSecondLook : scoring::kTriage,
                      second_look ? "Emergency vignettes, second look" : "Emergency vignettes");
    plan.exam = exam;
    plan.key.level = exam ? 4 : 1;
    plan.answers = answers_of(city);
    for (const std::string& id : ids) {
        const script::Vignette& one = pick(drills.vignettes, id, 0, "vignette");
        plan.vignettes.push_back(one);
        scoring::FieldKey field;
        field.field = one.id;
        field.label = one.text;
        field.kind = text::FieldKind::choice;
        field.expected = one.answer;
        field.accept = one.accept;
        plan.key.fields.push_back(std::move(field));
    }
    // So that a finding can name where something was sent.
    for (const Answer& answer : plan.answers)
        plan.key.steps.push_back({answer.id, answer.name});
    return plan;
}

Plan practice_plan(const script::Drills& drills, const city::City& city, int count, std::uint64_t seed) {
    std::vector<std::string> ids;
    for (const script::Vignette* one : draw(drills, count, false, seed))
        ids.push_back(one->id);
    if (ids.empty()) throw std::runtime_error("The content holds no vignette for practice in this city.");
    return triage_plan(drills, city, ids, false);
}

Plan copy_plan(const script::Drills& drills, const city::City& city, const std::string& id, std::uint64_t seed) {
    const script::CopyText& text = pick(drills.copy, id, seed, "text to copy");
    Plan plan = begun(drills, city, scoring::kCopyTest, "Copy test: " + text.title);
    plan.copy = text;
    plan.limit = scoring::kCopyTestTime;
    plan.key.limits.handle = plan.limit;
    scoring::FieldKey field;
    field.field = "copy";
    field.label = text.title;
    field.expected = text.text;
    plan.key.reference = text.id;  // so that it can be taken up again
    plan.key.fields.push_back(std::move(field));
    return plan;
}

Plan dictation_plan(const script::Drills& drills, const city::City& city, const std::string& id, std::uint64_t seed) {
    const script::Dictation& dictation = pick(drills.dictations, id, seed, "dictation");
    Plan plan = begun(drills, city, scoring::kDictation, "Dictation: " + dictation.title);
    plan.dictation = dictation;
    plan.key.service = dictation.service;
    plan.key.reference = dictation.id;
    const city::Service* service = city::find_service(city, dictation.service);
    const city::AddressBook book(city);
    for (const script::Dictation::Line& line : dictation.lines) {
        scoring::FieldKey field;
        field.field = line.field;
        field.label = line.field;
        Field shown{line.field, line.field, ""};
        if (service != nullptr) {
            for (const city::Attribute& attribute : service->attributes) {
                if (attribute.code != line.field) continue;
                field.label = shown.label = attribute.description;
                shown.hint = attribute.hint;
            }
        }
        field.kind = kind_of(line.kind);
        field.expected = line.value;
        if (field.kind == text::FieldKind::address) {
            const std::string street = book.look_up(line.value).street;
            if (!street.empty()) field.real_streets = book.neighbors(street);
        }
        plan.key.fields.push_back(std::move(field));
        plan.fields.push_back(std::move(shown));
    }
    if (service == nullptr) return plan;
    const auto place = [&](const std::string& code) {
        const auto found = std::find_if(service->attributes.begin(), service->attributes.end(),
                                        [&](const city::Attribute& a) { return a.code == code; });
        return found - service->attributes.begin();
    };
    std::stable_sort(plan.fields.begin(), plan.fields.end(),
                     [&](const Field& a, const Field& b) { return place(a.code) < place(b.code); });
    return plan;
}

Plan plan_again(const script::Drills& drills, const city::City& city, const scoring::AnswerKey& key, bool exam) {
    Plan plan;
    if (scoring::is_triage(key.script)) {
        std::vector<std::string> ids;
        for (const scoring::FieldKey& field : key.fields)
            ids.push_back(field.field);
        plan = triage_plan(drills, city, ids, exam, key.script == scoring::kSecondLook);
    } else if (key.script == scoring::kCopyTest) {
        plan = copy_plan(drills, city, key.reference, 0);
    } else {
        plan = dictation_plan(drills, city, key.reference, 0);
    }
    plan.key = key;
    return plan;
}

}  // namespace shift311::drill
