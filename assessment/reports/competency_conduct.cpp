// What people said and decided: critical errors, ratings, overrides, disputes, decisions, signatures; and the proof.
#include "assessment/reports/competency_figures.hpp"
#include "assessment/reports/competency_parts.hpp"
#include "assessment/reports/page.hpp"
#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace shift311::reports {
namespace {

using standing::Event;
using standing::Mark;
using standing::Purpose;

void add_errors(Blocks& out, const CompetencyReport& report, bool exam) {
    for (const CriticalError& error : report.critical) {
        if ((error.purpose == Purpose::exam) != exam || withheld(report, error.attempt, error.contact)) continue;
        out.push_back(Paragraph{
            {Span{day_text(error.at) + ", " + error.title + ". ", true}, Span{error.sentence},
             Span{" Attempt " + records::short_id(error.attempt) + fmt::format(", contact {}.", error.contact), false,
                  false, Tone::quiet}},
            false});
        for (const Quotation& moment : error.excerpt)
            out.push_back(moment);
    }
}

std::string mark_text(const Mark& mark) {
    switch (mark.kind) {
        case Mark::Kind::number:
            return std::to_string(mark.value);
        case Mark::Kind::not_responding:
            return fmt::format("{} NRT", mark.value);
        case Mark::Kind::not_observed:
            break;
    }
    return "NO";
}

std::string marks_text(const std::map<std::string, Mark>& marks) {
    std::string out;
    for (const auto& [name, mark] : marks) {
        out += (out.empty() ? "" : ", ") + competency_label(name) + "\u00a0" + mark_text(mark);
        if (mark.suggested > 0 && mark.kind == Mark::Kind::number && mark.suggested != mark.value)
            out += fmt::format(" (drafted {})", mark.suggested);
    }
    return out;
}

std::string comments_text(const standing::Report& report) {
    std::string out;
    for (const auto& [name, mark] : report.marks) {
        if (!mark.comment.empty()) out += (out.empty() ? "" : "\n") + competency_label(name) + ": " + mark.comment;
    }
    if (!report.most.empty()) out += (out.empty() ? "" : "\n") + std::string("Most acceptable: ") + report.most;
    if (!report.least.empty()) out += (out.empty() ? "" : "\n") + std::string("Least acceptable: ") + report.least;
    return out.empty() ? "\u2013" : out;
}

std::string kind_text(const std::string& kind) {
    static const std::map<std::string, std::string> kWords{{"enrolled", "Enrolled"},
                                                           {"exam_opened", "Exam opened"},
                                                           {"exam_closed", "Exam closed"},
                                                           {"signed_off", "Outcome signed"},
                                                           {"remediation_planned", "Remediation planned"},
                                                           {"remediation_done", "Remediation done"},
                                                           {"accommodation", "Accommodation"},
                                                           {"legal_hold", "Legal hold set"},
                                                           {"legal_hold_lifted", "Legal hold lifted"},
                                                           {"withdrawn", "Withdrawn"}};
    const auto known = kWords.find(kind);
    return known == kWords.end() ? kind : known->second;
}

Table events_table(const CompetencyReport& report, const std::set<std::string>& kinds, const std::string& caption,
                   const std::string& empty) {
    Table table;
    table.caption = caption;
    table.empty = empty;
    table.columns = {{"When", false, 2}, {"What", false, 2}, {"By", false, 1}, {"In words", false, 5}};
    for (const Event& event : report.history.events) {
        if (!kinds.count(event.kind)) continue;
        table.rows.push_back({plain(stamp_text(event.at)), plain(kind_text(event.kind)), plain(event.by_name),
                              plain(event.why.empty() ? "\u2013" : event.why)});
    }
    return table;
}

}  // namespace

void add_critical(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Critical errors", 2, false});
    std::int64_t in_exams = 0, in_practice = 0;
    for (const CriticalError& error : report.critical) {
        if (error.purpose != Purpose::exam)
            ++in_practice;
        else if (!withheld(report, error.attempt, error.contact))
            ++in_exams;
    }
    const auto left_out = withheld_sentences(report);
    out.push_back(Paragraph{plain("A critical error fails its contact whatever the points. Times count from the moment "
                                  "the contact was answered."),
                            false});
    out.push_back(Heading{"In exams", 3, false});
    if (in_exams == 0)
        out.push_back(Paragraph{plain(report.standing.exams.empty() ? "No exam has been opened."
                                      : left_out.empty()            ? "None."
                                                                    : "None among what is shown."),
                                false});
    for (const std::string& sentence : left_out)
        out.push_back(Paragraph{plain(sentence), true});
    add_errors(out, report, true);
    out.push_back(Heading{"In practice (do not count)", 3, false});
    if (in_practice == 0) out.push_back(Paragraph{plain("None."), false});
    add_errors(out, report, false);
}

void add_ratings(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Ratings by people, and where they disagree with the machine", 2, false});
    const std::vector<Disagreement> apart = disagreements(report);
    const std::vector<const standing::RatingFact*> shown = shown_ratings(report);
    const auto all = static_cast<std::int64_t>(shown.size());
    if (all == 0) {
        out.push_back(
            Paragraph{plain(report.history.ratings.empty()
                                ? "No exam contact has been rated by a person."
                                : "Ratings of exam contacts are withheld until all that are asked for are in."),
                      false});
    } else {
        const auto blind = std::count_if(shown.begin(), shown.end(), [](const auto* rating) { return rating->blind; });
        out.push_back(Paragraph{
            plain(fmt::format(
                "{} of exam contacts, {} of them blind; each stands beside its contact above. {}",
                counted(all, "rating"), blind,
                apart.empty()
                    ? std::string("Raters and machine agree on pass or fail in all of them.")
                    : fmt::format("Raters and machine disagree on pass or fail in {}, named here.", apart.size()))),
            false});
    }
    Table ratings;
    ratings.caption = "Ratings that say otherwise than the machine, or give their reasons";
    ratings.columns = {{"When", false, 2},    {"Contact", false, 3},    {"Rater", false, 2},
                       {"Machine", false, 1}, {"Rater says", false, 1}, {"In words", false, 4}};
    for (const standing::RatingFact* one : shown) {
        const standing::RatingFact& rating = *one;
        const bool apart_here =
            std::any_of(apart.begin(), apart.end(), [&](const auto& it) { return it.rating == one; });
        if (!apart_here && rating.why.empty()) continue;
        const bool machine = apart_here ? !rating.passed : rating.passed;
        ratings.rows.push_back(
            {plain(day_text(rating.at)), plain(contact_title(report.history, rating.attempt, rating.contact)),
             plain(rating.rater_name + (rating.blind ? "" : " (not blind)")), plain(machine ? "passed" : "not passed"),
             apart_here ? strong(rating.passed ? "passed" : "not passed", Tone::careful)
                        : plain(rating.passed ? "passed" : "not passed"),
             plain(rating.why.empty() ? "\u2013" : rating.why)});
    }
    out.push_back(std::move(ratings));
    Table days;
    days.caption =
        "Daily observation reports: 1 not acceptable, 4 acceptable, 7 superior; NO not observed; NRT not "
        "responding to training";
    days.empty = "No daily observation report has been written.";
    days.columns = {{"Day", false, 1}, {"Trainer", false, 1}, {"Marks", false, 1}, {"In words", false, 6}};
    for (const standing::Report& day : report.observations) {
        if (!day.attempt.empty()) continue;
        days.rows.push_back(
            {plain(day_text(day.day)), plain(day.rater_name), plain(marks_text(day.marks)), plain(comments_text(day))});
    }
    out.push_back(std::move(days));
}

void add_overrides(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Overrides", 2, false});
    Table table;
    table.caption = "Findings of the machine that a trainer corrected; the machine\u2019s value stays on record";
    table.empty = "No automatic finding was overridden.";
    table.columns = {{"When", false, 2},     {"Contact", false, 2}, {"Criterion", false, 2}, {"Machine", true, 1},
                     {"Corrected", true, 1}, {"By", false, 1},      {"Reason", false, 4}};
    const auto value = [](scoring::Points points, scoring::Points possible, bool critical) {
        return points_text(points) + " of " + points_text(possible) + (critical ? ", critical" : "");
    };
    for (const standing::Override& it : report.overrides) {
        if (withheld(report, it.attempt, it.contact)) continue;
        table.rows.push_back({plain(day_text(it.at)), plain(contact_title(report.history, it.attempt, it.contact)),
                              figures(it.criterion), plain(value(it.machine_points, it.possible, it.machine_critical)),
                              strong(value(it.points, it.possible, it.critical)), plain(it.by_name), plain(it.why)});
    }
    out.push_back(std::move(table));
}

void add_disputes(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Acknowledged and disputed", 2, false});
    Table table;
    table.caption = "What the trainee acknowledged or disputed, and the answer";
    table.empty = "The trainee has neither acknowledged nor disputed a result.";
    table.columns = {{"When", false, 2}, {"About", false, 2}, {"Trainee", false, 4}, {"Answer", false, 4}};
    for (const standing::Dispute& it : report.disputes) {
        std::string about = contact_title(report.history, it.attempt, it.contact);
        if (!it.criterion.empty()) about += ", " + it.criterion;
        Line trainee = strong(it.disputed ? "Disputes" : "Acknowledges");
        if (!it.words.empty()) trainee.push_back(Span{": \u201c" + it.words + "\u201d"});
        Line answer;
        if (!it.disputed) {
            answer = plain("\u2013", Tone::quiet);
        } else if (it.answer.empty()) {
            answer = strong("Open", Tone::careful);
        } else {
            answer = strong(it.answer == "changed" ? "Changed" : "Upheld");
            answer.push_back(Span{fmt::format(" by {}, {}{}", it.answered_by, day_text(it.answered_at),
                                              it.answer_words.empty() ? "" : ": \u201c" + it.answer_words + "\u201d")});
        }
        table.rows.push_back({plain(day_text(it.at)), plain(about), std::move(trainee), std::move(answer)});
    }
    out.push_back(std::move(table));
}

void add_decisions(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Retests and remediation", 2, false});
    out.push_back(Paragraph{
        plain(report.standing.exams.empty()
                  ? fmt::format("No exam yet; after the first, {} allowed.", counted(report.program.retests, "retest"))
                  : counted(static_cast<std::int64_t>(report.standing.exams.size()), "exam") + " taken." +
                        (report.standing.state == standing::State::certified
                             ? std::string()
                             : " " + counted(report.standing.retests_left, "retest") + " left.") +
                        (report.standing.remediation_due
                             ? " A remediation plan must be written and carried out before the next form."
                             : "")),
        false});
    out.push_back(events_table(report, {"remediation_planned", "remediation_done"}, "Remediation",
                               "No remediation was planned."));
    out.push_back(Heading{"Accommodations", 2, false});
    out.push_back(events_table(report, {"accommodation"}, "Accommodations granted", "No accommodation is on record."));
    out.push_back(Heading{"Decisions", 2, false});
    out.push_back(events_table(
        report,
        {"enrolled", "exam_opened", "exam_closed", "signed_off", "legal_hold", "legal_hold_lifted", "withdrawn"},
        "What people decided", "Nothing is on record."));
    Table states;
    states.caption = "How the standing came about";
    states.empty = "The standing has not changed since enrollment.";
    states.columns = {{"When", false, 2}, {"From", false, 1}, {"To", false, 1}, {"By", false, 1}, {"Why", false, 5}};
    for (const standing::Transition& it : report.standing.transitions)
        states.rows.push_back({plain(stamp_text(it.at)), plain(std::string(standing::label(it.from))),
                               strong(std::string(standing::label(it.to))), plain(it.by), plain(it.why)});
    out.push_back(std::move(states));
}

void add_signatures(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Signatures", 2, false});
    Signatures signatures;
    const standing::ExamResult* exam = report.newest_exam();
    const std::string signer = report.program.signer_title.empty() ? "Supervisor" : report.program.signer_title;
    if (exam && !exam->outcome.empty())
        signatures.signatures.push_back(
            {signer, exam->signed_by, "signed in the records " + stamp_text(exam->signed_at)});
    else
        signatures.signatures.push_back({signer, "", ""});
    const auto seen = std::find_if(report.disputes.rbegin(), report.disputes.rend(), [&](const auto& it) {
        return !it.disputed && exam && !exam->closed.empty() && it.at >= exam->closed;
    });
    if (seen != report.disputes.rend())
        signatures.signatures.push_back(
            {"Trainee", report.name(), "acknowledged in the records " + stamp_text(seen->at)});
    else
        signatures.signatures.push_back({"Trainee; signing acknowledges receipt, not agreement", "", ""});
    signatures.signatures.push_back({"Human resources", "", ""});
    out.push_back(std::move(signatures));
    out.push_back(Heading{"How to appeal", 2, false});
    if (report.program.appeal.empty())
        out.push_back(
            Paragraph{plain(fmt::format("A result can be disputed at the desk or in writing within {} of being "
                                        "made known. The program as written names no further appeal.",
                                        counted(report.program.dispute_days, "calendar day"))),
                      false});
    for (const std::string& paragraph : report.program.appeal)
        out.push_back(Paragraph{plain(paragraph), false});
}

void add_practice(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Practice (does not count)", 2, true});
    out.push_back(Paragraph{plain("Kept apart from everything above. It shows how the training went; no figure of it "
                                  "entered the outcome."),
                            false});
    for (Block& block : practice_blocks(report.practice, 3))
        out.push_back(std::move(block));
}

void add_record(Blocks& out, const CompetencyReport& report) {
    out.push_back(Heading{"Record", 2, false});
    Facts facts;
    const auto fact = [&](const char* name, Line value) { facts.facts.emplace_back(name, std::move(value)); };
    const auto hash = [&](const char* name, const std::string& value) {
        if (!value.empty()) fact(name, figures(value));
    };
    fact("Prepared", plain(stamp_text(report.prepared) + ", by shift311 " + SHIFT311_VERSION));
    hash("Trainee", report.practice.person.id);
    hash("Program, version", report.program.id + " " + report.program.version);
    hash("Program, hash", report.program.hash);
    std::set<std::string> rubrics;
    for (const standing::ContactFact& contact : report.history.contacts) {
        if (contact.purpose == Purpose::exam && !contact.rubric.empty()) rubrics.insert(contact.rubric);
    }
    std::string used;
    for (const std::string& rubric : rubrics)
        used += (used.empty() ? "" : ", ") + rubric;
    hash("Rubric, id", report.program.rubric);
    hash("Rubric, as applied", used);
    hash("Records, chain head", report.chain_head);
    out.push_back(std::move(facts));
    Table cards;
    cards.caption = "Scorecards that the exams rest on";
    cards.empty = "No exam contact has been judged.";
    cards.columns = {{"Attempt", false, 1}, {"Contact", true, 1}, {"Scorecard, hash", false, 5}};
    for (const standing::ContactFact& contact : report.history.contacts) {
        if (contact.purpose != Purpose::exam) continue;
        cards.rows.push_back({figures(records::short_id(contact.attempt)), plain(std::to_string(contact.contact)),
                              withheld(report, contact.attempt, contact.contact)
                                  ? plain("withheld until rated", Tone::quiet)
                                  : figures(contact.scorecard_hash.empty() ? "\u2013" : contact.scorecard_hash)});
    }
    out.push_back(std::move(cards));
    Table journals;
    journals.caption = "Journals that the outcome rests on";
    journals.empty = "No journal of an exam is on record.";
    journals.columns = {
        {"Attempt", false, 1}, {"Begun", false, 1}, {"What", false, 1}, {"Journal, BLAKE2b-256", false, 5}};
    for (const JournalHash& it : report.journals)
        journals.rows.push_back(
            {figures(records::short_id(it.attempt)), plain(day_text(it.began)), plain(it.what), figures(it.hash)});
    out.push_back(std::move(journals));
    out.push_back(
        Paragraph{{Span{"shift311 verify", false, true},
                   Span{" derives every scorecard again from its journal and walks the "
                        "chain of records; "},
                   Span{"shift311 export journal ATTEMPT", false, true},
                   Span{" hands over what a hash above was made of. The same journal always gives the same score."}},
                  true});
}

}  // namespace shift311::reports
