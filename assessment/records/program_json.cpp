// A program as it is kept beside what was judged by it.
#include "assessment/records/entry_json.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <stdexcept>
#include <utility>

namespace shift311::records {
namespace {

using Json = nlohmann::json;
using standing::Basis;

constexpr std::array kFrom{"class_spec", "center", "practice_value"};

Json basis_json(const Basis& basis) {
    return {{"from", kFrom.at(static_cast<std::size_t>(basis.from))}, {"note", basis.note}};
}

Basis basis_in(const Json& json) {
    Basis basis;
    const std::string from = json.at("from").get<std::string>();
    for (std::size_t i = 0; i < kFrom.size(); ++i)
        if (from == kFrom.at(i)) basis.from = static_cast<Basis::From>(i);
    basis.note = json.at("note").get<std::string>();
    return basis;
}

Json sheet_json(const standing::CutSheet& sheet) {
    Json judges = Json::array();
    for (const standing::CutSheet::Judge& judge : sheet.judges)
        judges.push_back({{"judge", judge.name}, {"incumbent", judge.incumbent}, {"estimates", judge.estimates}});
    return {{"asked_on", sheet.asked_on},
            {"rounds", sheet.rounds},
            {"less_sem", sheet.less_errors},
            {"sheet", std::move(judges)}};
}

standing::CutSheet sheet_in(const Json& json) {
    standing::CutSheet sheet;
    json.at("asked_on").get_to(sheet.asked_on);
    json.at("rounds").get_to(sheet.rounds);
    json.at("less_sem").get_to(sheet.less_errors);
    for (const Json& judge : json.at("sheet"))
        sheet.judges.push_back({judge.at("judge").get<std::string>(), judge.at("incumbent").get<bool>(),
                                judge.at("estimates").get<std::map<std::string, int>>()});
    return sheet;
}

}  // namespace

std::string to_json(const standing::Program& program) {
    Json clauses = Json::array(), phases = Json::array(), blueprint = Json::array();
    for (const standing::Clause& clause : program.clauses)
        clauses.push_back({{"id", clause.id}, {"title", clause.title}});
    for (const standing::Phase& phase : program.phases)
        phases.push_back({{"id", phase.id},
                          {"title", phase.title},
                          {"weeks", phase.weeks},
                          {"families", phase.families},
                          {"contacts", phase.contacts}});
    for (const standing::Cell& cell : program.blueprint)
        blueprint.push_back({{"id", cell.id},
                             {"title", cell.title},
                             {"families", cell.families},
                             {"first", cell.first},
                             {"second", cell.second}});
    Json json{{"id", program.id},
              {"title", program.title},
              {"employer", program.employer},
              {"city", program.city},
              {"version", program.version},
              {"rubric", program.rubric},
              {"clauses", clauses},
              {"phases", phases},
              {"blueprint", blueprint},
              {"floors", program.floors},
              {"floors_basis", basis_json(program.floors_basis)},
              {"pass_percent", program.pass_percent},
              {"pass_basis", basis_json(program.pass_basis)},
              {"typing",
               {{"wpm_net", program.typing.wpm_net},
                {"ksph_net", program.typing.ksph_net},
                {"needed", program.typing.needed},
                {"out_of", program.typing.out_of},
                {"clauses", program.typing.clauses},
                {"basis", basis_json(program.typing.basis)}}},
              {"retests", program.retests},
              {"second_rating_percent", program.second_rating_percent},
              {"valid_months", program.valid_months},
              {"valid_basis", basis_json(program.valid_basis)},
              {"dispute_days", program.dispute_days},
              {"signer_title", program.signer_title},
              {"appeal", program.appeal},
              {"failing", program.failing},
              {"hash", program.hash}};
    // Where nobody was asked, a program is kept as it was before there were sheets.
    if (!program.pass_sheet.empty()) json["pass_judges"] = sheet_json(program.pass_sheet);
    try {
        return json.dump();
    } catch (const Json::exception&) {
        throw std::invalid_argument("The program \"" + program.id + "\" holds text that is not UTF-8.");
    }
}

void from_json(const std::string& line, standing::Program& program) {
    try {
        const Json json = Json::parse(line);
        const auto take = [&](const char* key, auto& value) { json.at(key).get_to(value); };
        take("id", program.id);
        take("title", program.title);
        take("employer", program.employer);
        take("city", program.city);
        take("version", program.version);
        take("rubric", program.rubric);
        for (const Json& clause : json.at("clauses"))
            program.clauses.push_back({clause.at("id").get<std::string>(), clause.at("title").get<std::string>()});
        for (const Json& phase : json.at("phases"))
            program.phases.push_back(
                {phase.at("id").get<std::string>(), phase.at("title").get<std::string>(), phase.at("weeks").get<int>(),
                 phase.at("families").get<std::vector<std::string>>(), phase.at("contacts").get<int>()});
        for (const Json& cell : json.at("blueprint"))
            program.blueprint.push_back({cell.at("id").get<std::string>(), cell.at("title").get<std::string>(),
                                         cell.at("families").get<std::vector<std::string>>(),
                                         cell.at("first").get<int>(), cell.at("second").get<int>()});
        take("floors", program.floors);
        program.floors_basis = basis_in(json.at("floors_basis"));
        take("pass_percent", program.pass_percent);
        program.pass_basis = basis_in(json.at("pass_basis"));
        if (json.contains("pass_judges")) program.pass_sheet = sheet_in(json.at("pass_judges"));
        const Json& typing = json.at("typing");
        typing.at("wpm_net").get_to(program.typing.wpm_net);
        typing.at("ksph_net").get_to(program.typing.ksph_net);
        typing.at("needed").get_to(program.typing.needed);
        typing.at("out_of").get_to(program.typing.out_of);
        if (typing.contains("clauses")) typing.at("clauses").get_to(program.typing.clauses);
        program.typing.basis = basis_in(typing.at("basis"));
        take("retests", program.retests);
        take("second_rating_percent", program.second_rating_percent);
        take("valid_months", program.valid_months);
        program.valid_basis = basis_in(json.at("valid_basis"));
        take("dispute_days", program.dispute_days);
        take("signer_title", program.signer_title);
        take("appeal", program.appeal);
        take("failing", program.failing);
        take("hash", program.hash);
    } catch (const Json::exception& bad) {
        throw std::runtime_error(std::string("A kept program cannot be read: ") + bad.what());
    }
}

}  // namespace shift311::records
