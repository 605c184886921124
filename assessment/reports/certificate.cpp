#include "assessment/reports/certificate.hpp"

#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace shift311::reports {
namespace {

using standing::State;

/// The exam that certified: the newest one that was signed so.
const standing::ExamResult* certifying(const CompetencyReport& report) {
    const auto found = std::find_if(report.standing.exams.rbegin(), report.standing.exams.rend(),
                                    [](const auto& exam) { return exam.outcome == "certified"; });
    return found == report.standing.exams.rend() ? nullptr : &*found;
}

}  // namespace

std::string certificate_refusal(const CompetencyReport& report) {
    const std::string& name = report.name();
    if (report.standing.state == State::expired)
        return fmt::format("The certification of {} ran out on {}, so there is no certificate.", name,
                           day_text(report.standing.certified_until));
    if (report.standing.state != State::certified || !certifying(report))
        return fmt::format(
            "{} is not certified ({}), so there is no certificate; report trainee shows what is missing.", name,
            standing::label(report.standing.state));
    return {};
}

Document certificate_document(const CompetencyReport& report) {
    if (const std::string refusal = certificate_refusal(report); !refusal.empty()) throw std::invalid_argument(refusal);
    const standing::Program& program = report.program;
    const standing::ExamResult& exam = *certifying(report);
    Document out;
    out.layout = Layout::certificate;
    out.title = "Certificate of Competence";
    out.subtitle = program.employer;
    out.foot = "Proof: shift311 report trainee, with the records of the training desk";
    out.stamp = {"trainee " + records::short_id(report.practice.person.id), "exam " + records::short_id(exam.form),
                 "program " + program.version,
                 report.chain_head.empty() ? std::string() : "records " + report.chain_head.substr(0, 16)};
    out.made = report.prepared;
    out.blocks.push_back(Paragraph{plain("This certifies that"), false});
    out.blocks.push_back(Heading{report.name(), 2, false});
    out.blocks.push_back(
        Paragraph{{Span{"has demonstrated the competencies of the training program "}, Span{program.title, true},
                   Span{fmt::format(" ({}) under the rule {}, in an exam of {} unseen contacts and {} emergencies.",
                                    program.id, standing::kRule, exam.judged, exam.emergencies)}},
                  false});
    Facts facts;
    const auto fact = [&](const char* name, const std::string& value) {
        if (!value.empty()) facts.facts.emplace_back(name, plain(value));
    };
    fact("Contacts passed", fmt::format("{} of {}", exam.passes, exam.judged));
    fact("Emergencies caught", fmt::format("{} of {}", exam.emergencies - exam.misses, exam.emergencies));
    fact("Certified on", day_text(exam.signed_at));
    fact("Valid through", day_text(report.standing.certified_until));
    if (exam.signed_code == "override") fact("Signed", "by decision of the signer, with a written reason on record");
    out.blocks.push_back(std::move(facts));
    const std::string signer = program.signer_title.empty() ? "Supervisor" : program.signer_title;
    out.blocks.push_back(
        Signatures{{{signer, exam.signed_by, day_text(exam.signed_at)}, {"Signature by hand", "", ""}}});
    return out;
}

}  // namespace shift311::reports
