#include "assessment/reports/attempt_report.hpp"
#include "assessment/reports/said_json.hpp"
#include "assessment/reports/withheld.hpp"

#include <nlohmann/json.hpp>

namespace shift311::reports {
namespace {

using nlohmann::json;

json sums_json(const std::map<std::string, scoring::Scorecard::Sum>& sums) {
    json out = json::object();
    for (const auto& [name, sum] : sums)
        out[name] = {{"points", sum.points}, {"possible", sum.possible}};
    return out;
}

json typing_json(const scoring::Typing& typing) {
    return {{"ksph_gross", typing.ksph_gross},
            {"ksph_net", typing.ksph_net},
            {"uncorrected_permille", typing.uncorrected_permille},
            {"wpm", typing.wpm},
            {"keys", typing.keys},
            {"erased", typing.erased},
            {"active_ms", typing.active}};
}

json times_json(const scoring::Times& times) {
    return {{"answer_ms", times.answer}, {"handle_ms", times.handle}, {"hold_ms", times.hold}, {"wrap_ms", times.wrap}};
}

json findings_json(const ContactReport& contact) {
    json out = json::array();
    if (!contact.card) return out;
    for (const scoring::Finding& finding : contact.card->card.findings) {
        out.push_back({{"contact", contact.contact},
                       {"criterion", finding.criterion},
                       {"competency", scoring::word(finding.competency)},
                       {"points", finding.points},
                       {"possible", finding.possible},
                       {"critical", finding.critical},
                       {"evidence", finding.evidence},
                       {"title", finding.title},
                       {"why", finding.why}});
    }
    return out;
}

json fields_json(const ContactReport& contact, const std::string& prefix) {
    json out = json::object();
    if (!contact.card) return out;
    for (const auto& [name, field] : contact.card->card.fields) {
        out[prefix + name] = {{"label", field.label},   {"expected", field.expected}, {"written", field.written},
                              {"credit", field.credit}, {"said", field.said},         {"written_at", field.written_at}};
    }
    return out;
}

json contact_json(const ContactReport& contact) {
    const scoring::Scorecard none;
    const scoring::Scorecard& card = contact.card ? contact.card->card : none;
    json out{{"contact", contact.contact},
             {"script", contact.script},
             {"title", contact.title},
             {"channel", contact.channel},
             {"from", contact.from},
             {"arrived", contact.arrived},
             {"ended", contact.ended},
             {"scored", contact.card.has_value()},
             {"disposition", card.disposition},
             {"points", card.points},
             {"possible", card.possible},
             {"passed", card.passed},
             {"critical", card.critical},
             {"competencies", sums_json(card.competencies)},
             {"findings", findings_json(contact)},
             {"typing", typing_json(card.typing)},
             {"times", times_json(card.times)},
             {"fields", fields_json(contact, "")},
             {"strength", card.strength},
             {"next", card.next}};
    if (contact.withheld) out["withheld"] = kUntilRatedWhy;
    if (contact.card) {
        out["scorecard"] = {{"number", contact.card->number},
                            {"made", contact.card->made},
                            {"rubric", contact.card->rubric},
                            {"program", contact.card->program},
                            {"through", contact.card->through}};
    }
    return out;
}

template <class Said>
json all_said(const std::vector<Said>& said) {
    json out = json::array();
    for (const Said& it : said)
        out.push_back(said_json(it));
    return out;
}

}  // namespace

std::string attempt_json(const AttemptReport& report) {
    json contacts = json::array();
    for (const ContactReport& contact : report.contacts)
        contacts.push_back(contact_json(contact));

    json out;
    if (contacts.size() == 1) {
        out = contacts.front();
        out.erase("ended");  // of the conversation; of the attempt below
    } else {
        json critical = json::array();
        json findings = json::array();
        json fields = json::object();
        for (std::size_t i = 0; i < report.contacts.size(); ++i) {
            const std::string prefix = std::to_string(report.contacts[i].contact) + ".";
            for (const json& sentence : contacts[i]["critical"])
                critical.push_back(sentence);
            for (const json& finding : contacts[i]["findings"])
                findings.push_back(finding);
            fields.update(fields_json(report.contacts[i], prefix));
        }
        out = {{"script", report.head.shift},
               {"title", report.head.title},
               {"disposition", ""},
               {"points", report.points},
               {"possible", report.possible},
               {"passed", report.all_passed},
               {"critical", critical},
               {"competencies", sums_json(report.competencies)},
               {"findings", findings},
               {"typing", typing_json(report.typing)},
               {"times", times_json(report.times)},
               {"fields", fields}};
    }
    if (withheld(report) > 0) out["withheld"] = kUntilRatedWhy;
    out["passed"] = report.all_passed;
    out["scored"] = report.whole;
    out["attempt"] = report.row.id;
    out["trainee"] = report.row.trainee;
    out["person"] = report.row.person;
    out["station"] = report.row.station;
    out["shift"] = report.head.shift;
    out["shift_title"] = report.head.title;
    out["city"] = report.head.city;
    out["date"] = report.head.date;
    out["seed"] = report.head.seed;
    out["level"] = report.head.level;
    out["purpose"] = purpose_word(report.head);
    out["form"] = report.head.form;
    out["began"] = report.head.began;
    out["ended_at"] = report.row.ended;
    out["state"] = report.row.why.empty() ? "open" : report.row.why;
    out["percent"] = report.possible > 0 ? json(scoring::percent(report.points, report.possible)) : json();
    out["length_ms"] = report.length;
    out["events"] = report.events;
    out["program"] = report.head.program;
    out["content_hash"] = report.head.content_hash;
    out["city_hash"] = report.head.city_hash;
    out["corrections"] = all_said(report.corrections);
    out["disputes"] = all_said(report.disputes);
    out["contacts"] = std::move(contacts);
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace shift311::reports
