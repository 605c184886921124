#include "assessment/records/entry_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>

namespace shift311::records {
namespace {

using Json = nlohmann::json;

std::string line_of(const Json& json) {
    try {
        return json.dump();
    } catch (const Json::exception&) {
        throw std::invalid_argument("That text is not readable (UTF-8); type it again.");
    }
}

Json object_in(const std::string& line) {
    Json json = Json::parse(line, nullptr, false);
    return json.is_object() ? json : Json::object();
}

/// The value of a key, where it is there and of the right type.
template <class T>
void read(const Json& json, const char* key, T& value) {
    const auto found = json.find(key);
    if (found == json.end()) return;
    try {
        found->get_to(value);
    } catch (const Json::exception&) {
    }
}

Json mark_json(const standing::Mark& mark) {
    constexpr std::array kKinds{"number", "not_observed", "not_responding"};
    return {{"kind", kKinds.at(static_cast<std::size_t>(mark.kind))},
            {"value", mark.value},
            {"suggested", mark.suggested},
            {"comment", mark.comment}};
}

standing::Mark mark_in(const Json& json) {
    standing::Mark mark;
    std::string kind;
    read(json, "kind", kind);
    mark.kind = kind == "number"           ? standing::Mark::Kind::number
                : kind == "not_responding" ? standing::Mark::Kind::not_responding
                                           : standing::Mark::Kind::not_observed;
    read(json, "value", mark.value);
    read(json, "suggested", mark.suggested);
    read(json, "comment", mark.comment);
    return mark;
}

}  // namespace

std::string to_json(const standing::Event& event) {
    return line_of({{"kind", event.kind},
                    {"by_name", event.by_name},
                    {"program", event.program},
                    {"form", event.form},
                    {"seed", event.seed},
                    {"outcome", event.outcome},
                    {"code", event.code},
                    {"why", event.why}});
}

void from_json(const std::string& line, standing::Event& event) {
    const Json json = object_in(line);
    read(json, "kind", event.kind);
    read(json, "by_name", event.by_name);
    read(json, "program", event.program);
    read(json, "form", event.form);
    read(json, "seed", event.seed);
    read(json, "outcome", event.outcome);
    read(json, "code", event.code);
    read(json, "why", event.why);
}

std::string to_json(const standing::Report& report) {
    Json marks = Json::object();
    for (const auto& [competency, mark] : report.marks)
        marks[competency] = mark_json(mark);
    Json json{{"trainee_name", report.trainee_name},
              {"rater_name", report.rater_name},
              {"day", report.day},
              {"blind", report.blind},
              {"marks", marks},
              {"most", report.most},
              {"least", report.least}};
    if (report.passed) json["passed"] = *report.passed;
    return line_of(json);
}

void from_json(const std::string& line, standing::Report& report) {
    const Json json = object_in(line);
    read(json, "trainee_name", report.trainee_name);
    read(json, "rater_name", report.rater_name);
    read(json, "day", report.day);
    read(json, "blind", report.blind);
    read(json, "most", report.most);
    read(json, "least", report.least);
    if (json.contains("passed") && json.at("passed").is_boolean()) report.passed = json.at("passed").get<bool>();
    if (json.contains("marks"))
        for (const auto& [competency, mark] : json.at("marks").items())
            report.marks[competency] = mark_in(mark);
}

std::string to_json(const standing::Override& change) {
    return line_of({{"criterion", change.criterion},
                    {"machine_points", change.machine_points},
                    {"points", change.points},
                    {"possible", change.possible},
                    {"machine_critical", change.machine_critical},
                    {"critical", change.critical},
                    {"by_name", change.by_name},
                    {"why", change.why}});
}

void from_json(const std::string& line, standing::Override& change) {
    const Json json = object_in(line);
    read(json, "criterion", change.criterion);
    read(json, "machine_points", change.machine_points);
    read(json, "points", change.points);
    read(json, "possible", change.possible);
    read(json, "machine_critical", change.machine_critical);
    read(json, "critical", change.critical);
    read(json, "by_name", change.by_name);
    read(json, "why", change.why);
}

std::string to_json(const standing::Dispute& dispute) {
    return line_of({{"criterion", dispute.criterion},
                    {"by_name", dispute.by_name},
                    {"disputed", dispute.disputed},
                    {"words", dispute.words}});
}

void from_json(const std::string& line, standing::Dispute& dispute) {
    const Json json = object_in(line);
    read(json, "criterion", dispute.criterion);
    read(json, "by_name", dispute.by_name);
    read(json, "disputed", dispute.disputed);
    read(json, "words", dispute.words);
}

}  // namespace shift311::records
