// What was observed: exams, emergencies, typing, clauses.
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/competency_table.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

using standing::ContactFact;
using standing::ExamResult;
using standing::Purpose;

/// False while it is open whether a second rater must see it.
bool drawn(const ExamResult& exam, const ContactFact& contact) {
    return std::none_of(exam.undrawn.begin(), exam.undrawn.end(),
                        [&](const auto& it) { return it.attempt == contact.attempt && it.contact == contact.contact; });
}

/// What the second raters said of one contact, and why they were asked.
Line rated_line(const CompetencyReport& report, const ExamResult& exam, const ContactFact& contact) {
    Line out;
    const auto wanted = std::find_if(exam.second.begin(), exam.second.end(), [&](const auto& it) {
        return it.attempt == contact.attempt && it.contact == contact.contact;
    });
    const bool hidden = withheld(report, contact.attempt, contact.contact);
    for (const standing::RatingFact& rating : report.history.ratings) {
        if (hidden || rating.attempt != contact.attempt || rating.contact != contact.contact) continue;
        if (!out.empty()) out.push_back(Span{"; "});
        out.push_back(Span{(rating.passed ? "\u2713 " : "\u2717 ") + rating.rater_name, false, false,
                           rating.passed ? Tone::good : Tone::bad});
        if (!rating.blind) out.push_back(Span{" (not blind)"});
    }
    if (!drawn(exam, contact)) return plain("not drawn yet", Tone::quiet);
    if (wanted == exam.second.end()) return out.empty() ? plain("\u2013", Tone::quiet) : out;
    const int missing = wanted->needed - wanted->ratings;
    // Why it was asked for would say what the machine found; that it was does not.
    if (hidden) return {Span{fmt::format("{} still due", missing), true, false, Tone::careful}};
    const std::string why = wanted->why == "borderline" ? "near the cut" : wanted->why;
    if (!why.empty()) out.push_back(Span{" (" + why + ")", false, false, Tone::quiet});
    return out;
}

void add_contacts(Blocks& out, const CompetencyReport& report, const ExamResult& exam) {
    Table table;
    table.caption = "The exam\u2019s contacts, in the order played";
    table.empty = "No contact of this exam has been judged yet.";
    table.columns = {{"No.", true, 1},
                     {"Contact", false, 4},
                     {"Points", true, 1},
                     {"Machine", false, 2},
                     {"Second rating, blind", false, 3}};
    int number = 0;
    for (const ContactFact* contact : exam_contacts(report.history, exam.form)) {
        Line machine = standing::passes(report.program, *contact) ? strong("\u2713 Passed", Tone::good)
                                                                  : strong("\u2717 Not passed", Tone::bad);
        if (!contact->critical.empty())
            machine.push_back(Span{contact->critical.size() == 1 ? ", critical error" : ", critical errors", false,
                                   false, Tone::bad});
        const bool hidden = withheld(report, contact->attempt, contact->contact);
        if (hidden)
            machine = plain(drawn(exam, *contact) ? "withheld until rated" : "withheld until drawn", Tone::quiet);
        table.rows.push_back({plain(std::to_string(++number)),
                              plain(contact->title.empty() ? contact->script : contact->title),
                              plain(hidden ? "\u2013" : percent_text(contact->points, contact->possible)),
                              std::move(machine), rated_line(report, exam, *contact)});
    }
    out.push_back(std::move(table));
}

void add_exam(Blocks& out, const CompetencyReport& report, const ExamResult& exam) {
    out.push_back(Heading{
        fmt::format("Exam {}{}, begun {}", exam.number, exam.number > 1 ? " (retest)" : "", day_text(exam.opened)), 3,
        false});
    Facts facts;
    const auto fact = [&](const char* name, Line value) { facts.facts.emplace_back(name, std::move(value)); };
    if (withheld(report, exam)) {
        fact("Form", figures(exam.form));
        fact("Opened, closed", plain(stamp_text(exam.opened) + " to not closed"));
        fact("Contacts", plain(counted(exam.judged, "contact") + " taken; results come once the exam is closed"));
        out.push_back(std::move(facts));
        return;
    }
    fact("Form", {Span{exam.form, false, true}, Span{fmt::format(", drawn by seed {}", exam.seed)}});
    fact("Opened, closed",
         plain(stamp_text(exam.opened) + " to " + (exam.closed.empty() ? "not closed" : stamp_text(exam.closed))));
    const auto still =
        std::count_if(exam.second.begin(), exam.second.end(), [](const auto& it) { return it.ratings < it.needed; });
    const auto second_ratings = [&] {
        fact("Second ratings",
             plain(exam.second.empty() ? std::string("none called for yet")
                   : still == 0        ? fmt::format("all {} made", exam.second.size())
                                : fmt::format("{} of {} contacts still to be rated", still, exam.second.size())));
    };
    if (const std::string why = sums_withheld(report, exam); !why.empty()) {
        fact("Contacts", plain(counted(exam.judged, "contact") + " taken; how it goes is withheld " + why));
        second_ratings();
        out.push_back(std::move(facts));
        add_contacts(out, report, exam);
        return;
    }
    Line calls = verdict_line(exam.calls);
    calls.push_back(Span{fmt::format(": {} of {} passed{}", exam.passes, exam.judged,
                                     exam.further_needed ? ", further block of 10 called for" : "")});
    fact("Contacts", std::move(calls));
    Line emergencies = verdict_line(exam.emergency);
    emergencies.push_back(
        Span{fmt::format(": {} missed of {}, {}, {}", exam.misses, exam.emergencies,
                         counted(exam.false_transfers, "false transfer"), counted(exam.blocks, "block"))});
    fact("Emergencies", std::move(emergencies));
    fact("Floors", exam.floors_met                        ? strong("\u2713 All reached", Tone::good)
                   : exam.rule == standing::Verdict::open ? strong("Not decided yet", Tone::careful)
                                                          : strong("\u2717 Not all reached", Tone::bad));
    second_ratings();
    fact("The rule says", verdict_line(exam.rule));
    if (exam.outcome.empty()) {
        fact("Signed", strong("Not signed yet", Tone::careful));
    } else {
        const bool certified = exam.outcome == "certified";
        Line line =
            strong(certified ? "\u2713 Certified" : "\u2717 Not yet competent", certified ? Tone::good : Tone::bad);
        line.push_back(
            Span{fmt::format(" by {}, {}{}", exam.signed_by, stamp_text(exam.signed_at),
                             exam.signed_code == "override" ? ", against the rule" : ", as the rule has it")});
        if (!exam.signed_why.empty()) line.push_back(Span{". Reason: \u201c" + exam.signed_why + "\u201d"});
        fact("Signed", std::move(line));
    }
    out.push_back(std::move(facts));
    if (!exam.reasons.empty()) {
        Bullets reasons;
        for (const std::string& reason : exam.reasons)
            reasons.items.push_back(plain(reason));
        out.push_back(std::move(reasons));
    }
    add_contacts(out, report, exam);
    std::map<std::string, int> floors = report.program.floors;
    for (Block& block : means_blocks(competency_means(exam_contacts(report.history, exam.form), floors),
                                     fmt::format("exam {}", exam.number)))
        out.push_back(std::move(block));
}

std::string purpose_text(Purpose purpose) {
    switch (purpose) {
        case Purpose::exam:
            return "exam";
        case Purpose::qualification:
            return "qualification";
        case Purpose::drill:
            return "drill, practice";
        case Purpose::practice:
            break;
    }
    return "practice";
}

std::string bound_sentence(const EmergencyCount& count) {
    if (count.shown == 0) return "No emergency was shown, so nothing is known about how often one would be missed.";
    std::string out = fmt::format("{} of {} caught", count.shown - count.missed, count.shown);
    out += count.missed == 0 ? ", none missed. " : fmt::format(", {} missed. ", count.missed);
    out +=
        fmt::format("With 95\u00a0% confidence the true rate of misses is below {}", tenths_percent(count.most * 100));
    out += count.missed == 0 ? fmt::format(
                                   " (1 \u2212 0.05^(1/{})): catching all of them does not prove that none would "
                                   "ever be missed.",
                                   count.shown)
                             : " (Clopper-Pearson, one-sided).";
    return out;
}

}  // namespace

void add_exams(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Exams", 2, false});
    if (report.standing.exams.empty()) {
        out.push_back(Paragraph{plain("No exam has been opened. Nothing below certifies anything."), false});
        Table table;
        table.caption = "What is still needed before the exam";
        table.columns = {{"Requirement", false, 4}, {"Done", true, 1}, {"Needed", true, 1}, {"Met", false, 1}};
        for (const standing::Requirement& requirement : report.standing.eligibility)
            table.rows.push_back(
                {plain(requirement.label), plain(std::to_string(requirement.done)),
                 plain(std::to_string(requirement.needed)),
                 requirement.met ? strong("\u2713 Yes", Tone::good) : strong("Not yet", Tone::careful)});
        out.push_back(std::move(table));
        return;
    }
    for (auto exam = report.standing.exams.rbegin(); exam != report.standing.exams.rend(); ++exam)
        add_exam(out, report, *exam);
}

void add_emergencies(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Emergencies caught and missed", 2, false});
    Table table;
    table.caption = "Emergencies and false transfers, vignettes and contacts together";
    table.columns = {{"Where", false, 2}, {"Emergencies", true, 1},
                     {"Missed", true, 1}, {"Rate of misses at most, 95 %", true, 1},
                     {"Others", true, 1}, {"Sent to 911 without need", true, 1}};
    const auto row = [&](const std::string& where, const EmergencyCount& count) {
        table.rows.push_back({plain(where), plain(std::to_string(count.shown)),
                              count.missed ? strong(std::to_string(count.missed), Tone::bad) : plain("0"),
                              plain(count.shown ? tenths_percent(count.most * 100) : "nothing shown"),
                              plain(std::to_string(count.others)), plain(std::to_string(count.false_transfers))});
    };
    for (const ExamResult& exam : report.standing.exams)
        if (sums_withheld(report, exam).empty())
            row(fmt::format("Exam {}", exam.number), emergency_count(report.history, exam.form));
    row("Practice and drills (do not count)", emergency_count(report.history, {}));
    out.push_back(std::move(table));
    if (const ExamResult* exam = report.newest_exam(); exam && sums_withheld(report, *exam).empty())
        out.push_back(Paragraph{{Span{fmt::format("Exam {}: ", exam->number), true},
                                 Span{bound_sentence(emergency_count(report.history, exam->form))}},
                                false});
    Bullets missed;
    for (const standing::TriageFact& block : report.history.triage) {
        if (block.purpose != Purpose::exam) continue;
        for (const std::string& text : block.missed)
            missed.items.push_back({Span{day_text(block.at) + ", vignette: ", true}, Span{"\u201c" + text + "\u201d"}});
    }
    for (const ContactFact& contact : report.history.contacts) {
        if (contact.purpose == Purpose::exam && contact.emergency_missed &&
            !withheld(report, contact.attempt, contact.contact))
            missed.items.push_back({Span{day_text(contact.at) + ", contact: ", true},
                                    Span{contact.title.empty() ? contact.script : contact.title}});
    }
    if (missed.items.empty()) return;
    out.push_back(Heading{"Emergencies missed in exams", 3, false});
    out.push_back(std::move(missed));
}

void add_typing(Blocks& out, const CompetencyReport& report) {
    const standing::TypingMinimum& minimum = report.program.typing;
    out.push_back(Heading{"Typing", 2, false});
    Table table;
    table.caption = "Typing tests, newest first";
    table.empty = "No typing test has been taken.";
    table.columns = {{"Taken", false, 2},
                     {"Test", false, 2},
                     {"Net WPM", true, 1},
                     {"Gross WPM", true, 1},
                     {"Net KSPH", true, 1},
                     {"Gross KSPH", true, 1},
                     {"Errors left in 1,000", true, 1},
                     {"Length", true, 1},
                     {"Minimum reached", false, 2}};
    for (auto test = report.history.typing.rbegin(); test != report.history.typing.rend(); ++test) {
        const bool met =
            test->finished && (test->dictation ? test->ksph_net >= minimum.ksph_net : test->wpm_net >= minimum.wpm_net);
        std::string kind = test->dictation ? "dictation to form" : "copy test";
        if (test->purpose != Purpose::qualification) kind += " (" + purpose_text(test->purpose) + ")";
        table.rows.push_back(
            {plain(day_text(test->at)), plain(kind), plain(test->dictation ? "\u2013" : std::to_string(test->wpm_net)),
             plain(test->dictation ? "\u2013" : std::to_string(test->wpm_gross)),
             plain(test->dictation ? count_text(test->ksph_net) : "\u2013"),
             plain(test->dictation ? count_text(test->ksph_gross) : "\u2013"),
             plain(std::to_string(test->uncorrected_permille)), plain(duration_text(test->seconds * 1000)),
             !test->finished ? strong("not finished", Tone::careful)
             : met           ? strong("\u2713 Yes", Tone::good)
                             : strong("\u2717 No", Tone::bad)});
    }
    const bool some = !table.rows.empty();
    out.push_back(std::move(table));
    Bullets terms;
    terms.items = {
        {Span{"WPM, net: ", true}, Span{"words a minute of five characters each, only characters that are right in the "
                                        "end, over the time from the first keystroke to the last."}},
        {Span{"WPM, gross: ", true}, Span{"the same with every character typed."}},
        {Span{"KSPH, net: ", true},
         Span{"keystrokes an hour: characters right in the end times 3,600, over the seconds spent typing. Pauses of "
              "more than 5\u00a0s are left out. KSPH, gross: every inserting keystroke."}},
        {Span{"Errors left: ", true},
         Span{"uncorrected errors in 1,000 characters. Corrected ones cost time and nothing "
              "else."}},
        {Span{"Minimum: ", true},
         Span{fmt::format("{} WPM net in the copy test, {} KSPH net in the dictation, in {} of the last {} tests ({}).",
                          minimum.wpm_net, count_text(minimum.ksph_net), minimum.needed, minimum.out_of,
                          basis_text(minimum.basis))}},
    };
    if (!some) return;
    out.push_back(std::move(terms));
    out.push_back(
        Paragraph{plain("No standards body defines these measures; the definitions above are those used here. "
                        "What is said to a caller by typing is speech and is in none of these figures."),
                  true});
}

void add_clauses(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"What was observed, clause by clause", 2, false});
    Table table;
    table.caption = "Clauses of the class specification, and the contacts that are evidence for each";
    table.empty = "This program names no clauses.";
    table.columns = {{"Clause", false, 1},
                     {"In our words", false, 6},
                     {"Exam, passed of contacts", true, 1},
                     {"Practice, passed of contacts", true, 1},
                     {"Last", false, 2}};
    std::int64_t unseen = 0;
    for (const ClauseEvidence& it : clause_evidence(report.program, report.history)) {
        const bool observed = it.observed();
        unseen += observed ? 0 : 1;
        const auto share = [](std::int64_t passed, std::int64_t of) {
            return of ? plain(fmt::format("{} of {}", passed, of)) : plain("\u2013", Tone::quiet);
        };
        Line practice = share(it.practice_passed, it.practice);
        if (it.tests > 0) {
            if (it.practice == 0) practice.clear();
            practice.push_back(Span{fmt::format("{}{} of {}", it.practice > 0 ? "; " : "", it.tests_passed,
                                                counted(it.tests, "typing test"))});
        }
        table.rows.push_back({figures(it.clause.id), plain(it.clause.title), share(it.exam_passed, it.exam),
                              std::move(practice),
                              observed ? plain(day_text(it.last)) : strong("not observed", Tone::careful)});
    }
    const bool some = !table.rows.empty();
    out.push_back(std::move(table));
    if (!some) return;
    out.push_back(
        Paragraph{plain(fmt::format(
                      "{} of the {} clauses {} not observed: nothing that this person did is evidence for "
                      "them, and this report says nothing about them. A contact is evidence for each clause that "
                      "its script names, a typing test for those that the program names; one may count for several.",
                      unseen, report.program.clauses.size(), unseen == 1 ? "was" : "were")),
                  true});
}

}  // namespace shift311::reports
