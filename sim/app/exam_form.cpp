// An exam's form, its sittings and its rubric, as the records and the content have them.
#include "assessment/records/entry.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/session.hpp"

#include <nlohmann/json.hpp>

namespace shift311::app {
namespace {

constexpr std::string_view kKeptAs = "form";

/// "6J55" of "6J55-3f2a...": the hash has no dash.
std::string program_of_form(const std::string& form) {
    return form.substr(0, form.rfind('-'));
}

}  // namespace

void keep_form(records::Store& store, const exam::Form& form) {
    store.keep_rule(kKeptAs, form.id, nlohmann::json(form.text).dump());
}

exam::Form kept_form(const script::Library& library, const records::Store& store, const std::string& program,
                     const std::string& form) {
    const standing::Program* rule = script::find_program(library, program);
    if (rule == nullptr)
        throw std::runtime_error("The program \"" + program + "\" of this exam is no longer in the content.");
    const auto kept = store.rule(kKeptAs, form);
    if (!kept)
        throw std::runtime_error(
            "The form of this exam is not in this desk's records: it can only go on at the desk at "
            "which it was opened.");
    const auto text = nlohmann::json::parse(*kept, nullptr, false);
    return exam::form_from_text(library, *rule, text.is_string() ? text.get<std::string>() : std::string{}, form);
}

std::set<std::string> kept_contents(const records::Store& store, const std::string& form) {
    const auto kept = store.rule(kKeptAs, form);
    const auto text = nlohmann::json::parse(kept.value_or("null"), nullptr, false);
    return text.is_string() ? exam::contents(text.get<std::string>()) : std::set<std::string>{};
}

scoring::Rubric rubric_of(const script::Library& library, const standing::Program& program) {
    if (const scoring::Rubric* rubric = script::find_rubric(library, program.rubric)) return *rubric;
    const scoring::Rubric built_in;
    if (program.rubric == built_in.id) return built_in;
    throw std::runtime_error("There is no rubric \"" + program.rubric + "\", by which exams of " + program.id +
                             " are judged.");
}

scoring::Rubric rubric_of_form(const script::Library& library, const std::string& form) {
    const std::string id = program_of_form(form);
    const standing::Program* program = script::find_program(library, id);
    if (program == nullptr)
        throw std::runtime_error("The program \"" + id + "\" of this exam is no longer in the content.");
    return rubric_of(library, *program);
}

script::ShiftPlan find_plan(const script::Library& library, const std::string& id) {
    if (exam::is_sitting(id))
        throw WrongUsage("That is a sitting of an exam; \"shift311 exam sit NAME\" opens the next one.");
    if (id.rfind("script:", 0) == 0) {
        const script::Script* script = script::find_script(library, id.substr(7));
        if (script == nullptr)
            throw WrongUsage("There is no script \"" + id.substr(7) + "\"; \"shift311 list scripts\" shows them all.");
        if (script->exam)
            throw WrongUsage("The script \"" + script->id + "\" is kept for exams and can't be practiced.");
        return shift::plan_for(*script);
    }
    if (const script::ShiftPlan* plan = script::find_shift(library, id)) return *plan;
    throw WrongUsage("There is no shift \"" + id + "\"; \"shift311 list shifts\" shows them all.");
}

script::ShiftPlan plan_of(const script::Library& library, const records::Store& store, const journal::Head& head) {
    if (!exam::is_sitting(head.shift)) return find_plan(library, head.shift);
    const std::string id = exam::form_of(head.shift);
    const exam::Form form = kept_form(library, store, program_of_form(id), id);
    for (const exam::Sitting& sitting : form.sittings)
        if (sitting.plan.id == head.shift) return sitting.plan;
    throw std::runtime_error("The form of this exam has no sitting \"" + head.shift + "\".");
}

std::unique_ptr<Session> sit(const script::Library& library, const Ear& ear, records::Store& store,
                             const std::string& sitting, const std::string& person) {
    for (const records::OpenAttempt& open : store.open_attempts(person))
        if (open.shift == sitting) return std::make_unique<Session>(library, ear, store, open.id);
    const std::string id = exam::form_of(sitting);
    const std::string program = program_of_form(id);
    const exam::Form form = kept_form(library, store, program, id);
    for (const exam::Sitting& one : form.sittings)
        if (one.plan.id == sitting)
            return std::make_unique<Session>(library, ear, store, *script::find_program(library, program), form, one,
                                             person);
    throw std::runtime_error("The form of this exam has no sitting \"" + sitting + "\".");
}

}  // namespace shift311::app
