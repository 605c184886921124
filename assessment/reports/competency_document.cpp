#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/rule_odds.hpp"
#include "assessment/reports/rule_trials.hpp"
#include "assessment/reports/set_aside.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace shift311::reports {

using standing::State;
using standing::Verdict;

std::string basis_text(const standing::Basis& basis) {
    std::string out = basis.from == standing::Basis::From::class_spec ? "class specification"
                      : basis.from == standing::Basis::From::center   ? "the center\u2019s own rule"
                                                                      : "practice value, not set by the center";
    // It stands in parentheses, in the middle of a sentence, so it begins small unless it begins with a name.
    if (!basis.note.empty()) {
        std::string note = basis.note;
        for (const std::string_view word : {"The ", "To ", "A ", "An ", "It ", "This ", "These ", "Each "})
            if (note.starts_with(word)) note[0] = static_cast<char>(note[0] - 'A' + 'a');
        out += "; " + note;
    }
    while (out.ends_with('.'))
        out.pop_back();
    return out;
}

std::string stamp_text(const standing::Stamp& stamp) {
    return stamp.empty() ? "\u2013" : moment_text(stamp);
}

std::string contact_title(const standing::History& history, const std::string& attempt, std::uint32_t contact) {
    for (const standing::ContactFact& fact : history.contacts) {
        if (fact.attempt == attempt && fact.contact == contact) return fact.title.empty() ? fact.script : fact.title;
    }
    return contact == 0 ? "the whole attempt " + records::short_id(attempt)
                        : fmt::format("contact {} of attempt {}", contact, records::short_id(attempt));
}

Line verdict_line(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return strong("\u2713 Passed", Tone::good);
        case Verdict::not_yet:
            return strong("\u2717 Not passed", Tone::bad);
        case Verdict::further:
            return strong("Further block needed", Tone::careful);
        case Verdict::open:
            break;
    }
    return strong("Not decided yet", Tone::careful);
}

namespace {

/// Whoever acts on the result has to know at once that some of it is still contested.
void add_open_disputes(Blocks& out, const CompetencyReport& report) {
    std::int64_t open = 0;
    std::int64_t exams = 0;
    for (const standing::Dispute& dispute : report.disputes) {
        if (!dispute.disputed || !dispute.answer.empty()) continue;
        ++open;
        const auto of_exam = [&](const standing::ContactFact& fact) {
            return fact.attempt == dispute.attempt && fact.purpose == standing::Purpose::exam;
        };
        exams += std::any_of(report.history.contacts.begin(), report.history.contacts.end(), of_exam) ? 1 : 0;
    }
    if (open == 0) return;
    Banner note{Tone::careful, counted(open, "open dispute"), ""};
    note.text = open == 1 ? "The trainee disputes a result that nobody has answered yet; "
                          : "The trainee disputes results that nobody has answered yet; ";
    note.text += exams == 0      ? "none of it concerns an exam."
                 : exams == open ? "an exam rests on it."
                                 : fmt::format("an exam rests on {} of them.", exams);
    note.text += " See \u201cAcknowledged and disputed\u201d.";
    out.push_back(std::move(note));
}

}  // namespace

void add_result(Blocks& out, const CompetencyReport& report) {
    const standing::Standing& now = report.standing;
    const standing::ExamResult* exam = report.newest_exam();
    Banner banner;
    banner.headline = std::string(standing::label(now.state));
    banner.tone = now.state == State::certified           ? Tone::good
                  : now.state == State::not_yet_competent ? Tone::bad
                  : now.state == State::expired           ? Tone::careful
                                                          : Tone::plain;
    if (now.state == State::certified && !now.certified_until.empty())
        banner.text = fmt::format("Valid through {}. ", day_text(now.certified_until));
    if (exam && !exam->outcome.empty())
        banner.text += fmt::format("Signed by {} on {}{}. ", exam->signed_by, day_text(exam->signed_at),
                                   exam->signed_code == "override" ? ", against the rule, with a written reason" : "");
    else if (exam && exam->rule != Verdict::open && sums_withheld(report, *exam).empty())
        banner.text += "The rule has decided; nobody has signed yet. ";
    banner.text += now.next;
    out.push_back(std::move(banner));
    add_open_disputes(out, report);
    add_set_aside(out, report.set_aside);

    if (const auto left_out = withheld_sentences(report); !left_out.empty()) {
        Banner note{Tone::careful, "Withheld for now", ""};
        for (const std::string& sentence : left_out)
            note.text += (note.text.empty() ? "" : "\n") + sentence;
        out.push_back(std::move(note));
    }
    Figures figures;
    if (exam && !sums_withheld(report, *exam).empty()) {
        figures.figures.push_back(
            {"Exam contacts taken", std::to_string(exam->judged),
             withheld(report, *exam) ? "results once it is closed" : "results once all is rated"});
        out.push_back(std::move(figures));
        return;
    }
    if (exam) {
        figures.figures.push_back({"Exam contacts passed", fmt::format("{} / {}", exam->passes, exam->judged),
                                   exam->judged > standing::kRuleCalls ? "26 of 30 needed" : "18 of 20 needed"});
        figures.figures.push_back({"Emergencies caught",
                                   fmt::format("{} / {}", exam->emergencies - exam->misses, exam->emergencies),
                                   exam->misses == 0 ? "none missed" : count_text(exam->misses) + " missed"});
        std::int64_t met = 0;
        for (const standing::FloorResult& floor : exam->floors)
            met += floor.met ? 1 : 0;
        figures.figures.push_back(
            {"Floors reached", fmt::format("{} / {}", met, exam->floors.size()), "all of them needed"});
    } else {
        figures.figures.push_back({"Exams taken", "0", "none opened yet"});
        std::int64_t met = 0;
        for (const standing::Requirement& requirement : now.eligibility)
            met += requirement.met ? 1 : 0;
        figures.figures.push_back(
            {"Ready for the exam", fmt::format("{} / {}", met, now.eligibility.size()), "requirements met"});
    }
    std::int64_t critical = 0;
    std::int64_t earlier = 0;
    for (const CriticalError& error : report.critical) {
        if (error.purpose == standing::Purpose::exam) ++(exam && error.form == exam->form ? critical : earlier);
    }
    figures.figures.push_back({"Critical errors", std::to_string(critical),
                               !exam         ? std::string("no exam yet")
                               : earlier > 0 ? fmt::format("in exam {}; {} in earlier ones", exam->number, earlier)
                                             : fmt::format("in exam {}", exam->number)});
    if (!exam) figures.figures.push_back({"Practice attempts", std::to_string(report.practice.counted), "never count"});
    out.push_back(std::move(figures));
}

void add_scope(Blocks& out, const CompetencyReport& report) {
    const standing::Program& program = report.program;
    out.push_back(Heading{"Scope", 2, false});
    out.push_back(Paragraph{
        plain("This report says what was asked of this person in the training program named below, what was observed, "
              "what was decided, by whom and by which rule. Practice and exam are kept apart: practice is listed at "
              "the end and never counts. The program judges by fixed rules from the recorded journal of each contact; "
              "it uses no learned model and no other trainee\u2019s results. Its only negative state is \u201cnot yet "
              "competent\u201d; any employment action is a decision of management outside of it."),
        false});
    Facts facts;
    const auto fact = [&](const char* name, const std::string& value) {
        if (!value.empty()) facts.facts.emplace_back(name, plain(value));
    };
    const auto& attempts = report.practice.attempts;
    fact("Employee", report.name());
    fact("Training provider", program.employer);
    fact("Program", program.title + " (" + program.id + ")");
    if (!attempts.empty())
        fact("Training dates", day_text(attempts.front().began) + " to " + day_text(attempts.back().began));
    std::string last_day;
    std::int64_t days = 0;
    for (const records::AttemptRow& row : attempts) {
        const std::string day = row.began.substr(0, 10);
        if (day != last_day) ++days;
        last_day = day;
    }
    if (days > 0)
        fact("Duration", fmt::format("{} at the desk on {}, {} in all",
                                     counted(static_cast<std::int64_t>(attempts.size()), "attempt"),
                                     counted(days, "day"), duration_text(report.desk_time)));
    std::string skills;
    for (const auto& [name, floor] : program.floors)
        skills += (skills.empty() ? "" : ", ") + competency_label(name);
    fact("Core competencies", skills);
    fact("Software skills", skills_text(report.skills));
    fact("Resulting certification",
         report.standing.certified_until.empty()
             ? "none"
             : program.title + ", valid through " + day_text(report.standing.certified_until));
    out.push_back(std::move(facts));
    if (!program.failing.empty())
        out.push_back(
            Paragraph{{Span{"What the class specification says of failing: ", true}, Span{program.failing}}, false});
}

void add_rule(Blocks& out, const CompetencyReport& report) {
    const standing::Program& program = report.program;
    out.push_back(Heading{"The rule and its error rates", 2, false});
    out.push_back(Paragraph{{Span{fmt::format("{}, version {}. ", standing::kRule, program.version), true},
                             Span{"It was fixed before the exam and is the same for everybody."}},
                            false});
    Bullets rule;
    rule.items = {
        {Span{"Contacts. ", true},
         Span{fmt::format(
             "20 contacts that the trainee has not seen, drawn by a fixed blueprint. A contact passes with "
             "at least {}\u00a0% of its points and no critical error ({}). 18 or more pass the block; 15 or "
             "fewer do not; with 16 or 17, 10 further contacts decide: 26 of all 30.",
             program.pass_percent, basis_text(program.pass_basis))}},
        {Span{"Emergencies. ", true},
         Span{"30 short vignettes that are emergencies, mixed with at least 30 that are not. No miss passes; one miss "
              "asks for a second block of 30 without any; two do not pass. An emergency missed in a contact counts "
              "here. More than 3 false transfers among 30 others do not pass."}},
        {Span{"Floors. ", true}, Span{"Each competency reaches its floor over the exam\u2019s contacts (" +
                                      basis_text(program.floors_basis) + ")."}},
        {Span{"People. ", true},
         Span{fmt::format(
             "Contacts that failed, that lie near the cut, and a drawn {}\u00a0% of those passed are rated "
             "again by a trainer who has not seen the machine\u2019s judgment. {} signs every outcome.",
             program.second_rating_percent, program.signer_title.empty() ? "A supervisor" : program.signer_title)}},
        {Span{"Retests. ", true}, Span{fmt::format("At most {} more, each on another form, each after a written "
                                                   "remediation plan.",
                                                   program.retests)}},
        {Span{"Typing. ", true},
         Span{fmt::format("{} net words a minute and {} net keystrokes an hour in {} of the last {} tests ({}). A "
                          "condition for taking the exam, not a part of its score.",
                          program.typing.wpm_net, count_text(program.typing.ksph_net), program.typing.needed,
                          program.typing.out_of, basis_text(program.typing.basis))}},
    };
    out.push_back(std::move(rule));
    add_cut(out, report);

    const int tries = program.retests + 1;
    Table odds;
    odds.caption = "How often the contact block passes a trainee, by how often that trainee handles a contact rightly";
    odds.columns = {{"Handles rightly", false, 1},
                    {"Passes a single block of 20", true, 1},
                    {"Passes this rule", true, 1},
                    {"Contacts judged, mean", true, 1},
                    {fmt::format("Passes in one of {} exams", tries), true, 1}};
    std::string read;
    for (const CallOdds& row : call_odds(tries)) {
        const std::string skill = fmt::format("{:.0f}\u00a0%", row.skill * 100);
        odds.rows.push_back({plain(skill), plain(tenths_percent(row.single * 100)),
                             strong(tenths_percent(row.rule * 100)), plain(fmt::format("{:.1f}", row.mean_contacts)),
                             plain(tenths_percent(row.within_tries * 100))});
        if (row.skill == .70)
            read +=
                fmt::format("Read: somebody who handles {} of contacts rightly is passed by mistake in {} of exams; ",
                            skill, tenths_percent(row.rule * 100));
        if (row.skill == .95)
            read += fmt::format("somebody who handles {} rightly is turned away in {}. ", skill,
                                tenths_percent((1 - row.rule) * 100));
    }
    out.push_back(std::move(odds));
    out.push_back(Paragraph{
        plain(read + "Every figure is an exact binomial sum that a spreadsheet can repeat. The emergency block, the "
                     "floors and the signature lower these chances further. The last column shows what retests do and "
                     "why they are capped."),
        true});
    Chart chart;
    chart.drawing = odds_drawing(rule_curve(), single_curve(), "This rule, 20 contacts and 10 more at 16 or 17",
                                 "18 of 20, no second look");
    chart.caption = "Chance of passing the contact block, by skill.";
    chart.description = "Both curves rise from nearly 0 at 60 percent to nearly 100 at 97; the table holds the values.";
    out.push_back(std::move(chart));
    add_rule_trials(out);
    Table emergencies;
    emergencies.caption =
        "How often the emergency block passes a trainee, by how often that trainee misses an emergency";
    emergencies.columns = {{"Misses an emergency", false, 1}, {"Passes the block", true, 1}};
    for (const EmergencyOdds& row : emergency_odds())
        emergencies.rows.push_back(
            {plain(tenths_percent(row.miss_rate * 100)), strong(tenths_percent(row.passes * 100))});
    out.push_back(std::move(emergencies));
    out.push_back(Paragraph{
        plain(
            "What these tables assume: contacts are independent and equally difficult. Real ones are not quite; where "
            "results of one trainee hang together more than that, the exam is worth fewer contacts than it has, and "
            "both errors grow."),
        true});
}

Document competency_document(const CompetencyReport& report) {
    Document out;
    out.title = "Competency report: " + report.name();
    out.subtitle = report.program.title + " (" + report.program.id + ")";
    if (!report.program.employer.empty()) out.subtitle += ", " + report.program.employer;
    out.subtitle += ".";
    out.stamp = {std::string("shift311 ") + SHIFT311_VERSION, "trainee " + records::short_id(report.practice.person.id),
                 "program " + report.program.version,
                 report.prepared.empty() ? std::string() : "prepared " + day_text(report.prepared)};
    out.foot = report.name() + " \u00b7 competency report \u00b7 " + report.program.id +
               (report.chain_head.empty() ? std::string() : " \u00b7 records " + report.chain_head.substr(0, 12));
    out.made = report.prepared;
    add_result(out.blocks, report);
    add_scope(out.blocks, report);
    add_rule(out.blocks, report);
    add_exams(out.blocks, report);
    add_emergencies(out.blocks, report);
    add_typing(out.blocks, report);
    add_clauses(out.blocks, report);
    add_critical(out.blocks, report);
    add_ratings(out.blocks, report);
    add_overrides(out.blocks, report);
    add_disputes(out.blocks, report);
    add_decisions(out.blocks, report);
    add_signatures(out.blocks, report);
    add_practice(out.blocks, report);
    add_record(out.blocks, report);
    return out;
}

}  // namespace shift311::reports
