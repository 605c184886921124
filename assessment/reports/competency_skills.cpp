// Software skills: which screens and tools of the desk somebody has used, by what the scorecards credit.
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/scoring/drill.hpp"
#include "assessment/standing/exam.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::reports {
namespace {

/// Criteria that only what was done with the tool earns points of; one that ends with a dot stands for all that begin
/// so.
struct Skill {
    const char* name;
    std::vector<std::string_view> criteria;
};

const std::vector<Skill>& skills() {
    static const std::vector<Skill> kSkills{
        {"request form", {"field."}},
        {"duplicate search", {"step.check_duplicates"}},
        {"request history", {"step.look_up_request", "step.open_request", "knowledge.request"}},
        {"change of an existing request", {"step.change_request"}},
        {"knowledge articles", {"step.look_up_article", "knowledge.article"}},
        {"directory", {"step.look_up_directory"}},
        {"transfer", {"step.transfer", "transfer.target", "emergency.target"}},
        {"written replies", {"step.send_reply", "reply."}},
        {"several contacts at once", {"tempo.concurrent"}},
    };
    return kSkills;
}

bool of(const Skill& skill, std::string_view criterion) {
    return std::any_of(skill.criteria.begin(), skill.criteria.end(), [&](std::string_view one) {
        return one.back() == '.' ? criterion.substr(0, one.size()) == one : criterion == one;
    });
}

/// Whether what the machine found in this contact may be read in sums.
bool told(const CompetencyReport& report, const standing::ContactFact& fact) {
    if (fact.purpose != standing::Purpose::exam) return true;
    return std::any_of(report.standing.exams.begin(), report.standing.exams.end(),
                       [&](const auto& exam) { return exam.form == fact.form && sums_withheld(report, exam).empty(); });
}

void list(std::string& out, const char* begin, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out += out.empty() ? "" : ". ";
    out += fmt::format("{}{}", begin, fmt::join(items, ", "));
}

}  // namespace

std::vector<SkillUse> software_skills(const records::Store& store, const CompetencyReport& report,
                                      const std::set<std::string>& hidden) {
    std::vector<SkillUse> out;
    for (const Skill& skill : skills())
        out.push_back({skill.name, 0, 0, false});
    store.contact_facts(report.practice.person.id, true, [&](const records::ContactRow& row) {
        if (!row.counts() || hidden.count(row.fact.attempt) != 0 || scoring::is_drill(row.fact.script)) return;
        if (!told(report, row.fact)) return;
        for (std::size_t i = 0; i < out.size(); ++i) {
            bool asked = false, used = false;
            for (const records::ContactRow::Criterion& finding : row.findings) {
                if (finding.possible == 0 || !of(skills()[i], finding.criterion)) continue;
                asked = true;
                used = used || finding.points > 0;
            }
            out[i].asked += asked ? 1 : 0;
            out[i].used += used ? 1 : 0;
        }
    });
    const auto finished = [](const auto& all) {
        return std::count_if(all.begin(), all.end(), [](const auto& it) { return it.finished; });
    };
    out.push_back({"typing tests", finished(report.history.typing), 0, true});
    out.push_back({"blocks of vignettes", finished(report.history.triage), 0, true});
    return out;
}

std::string skills_text(const std::vector<SkillUse>& all) {
    std::vector<std::string> used, unused, unasked, done, untaken;
    for (const SkillUse& it : all) {
        if (it.finished)
            (it.used > 0 ? done : untaken).push_back(it.used > 0 ? fmt::format("{} {}", it.used, it.skill) : it.skill);
        else if (it.used > 0)
            used.push_back(fmt::format("{} {} of {}", it.skill, it.used, it.asked));
        else if (it.asked > 0)
            unused.push_back(fmt::format("{} ({})", it.skill, counted(it.asked, "contact")));
        else
            unasked.push_back(it.skill);
    }
    if (used.empty() && unused.empty() && done.empty()) return "none observed yet";
    std::string out;
    list(out, "Used, in so many of the contacts that asked for it: ", used);
    list(out, "Finished: ", done);
    list(out, "Not finished: ", untaken);
    list(out, "Asked for and not credited: ", unused);
    list(out, "Nothing that was judged asked for: ", unasked);
    return out + ". Counted from the scorecards; what else was opened stands in the journals.";
}

}  // namespace shift311::reports
