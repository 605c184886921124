// One trainee's file and the roster: what the screens by role show of how people stand.
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/standing/practice.hpp"
#include "sim/app/exam_acting.hpp"
#include "sim/app/exam_progress.hpp"
#include "sim/app/office_host.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/city/calendar.hpp"
#include "sim/desk/debrief/story.hpp"
#include "sim/exam/form.hpp"

#include <algorithm>
#include <array>

namespace shift311::app {

using records::Right;
using standing::History;
using standing::Purpose;
using standing::State;

namespace {

constexpr std::size_t kTrend = 30;  // contacts shown
constexpr std::size_t kNow = 10;    // contacts that say how it goes now
constexpr std::size_t kBefore = 5;  // contacts before these, at least, to say how it went
constexpr int kLately = 14;         // days
constexpr int kIdle = 10;           // days without practice that ask for attention
constexpr std::size_t kNeeds = 8;
constexpr const char* kWaits = "This contact waits for a second rating.";

std::int64_t day_of(const std::string& stamp) {
    city::Date date;
    return city::parse_iso(stamp.substr(0, 10), date) ? city::day_number(date) : 0;
}

std::string day_text(const std::string& stamp) {
    city::Date date;
    if (!city::parse_iso(stamp.substr(0, 10), date)) return stamp;
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(kMonths.at(static_cast<std::size_t>(date.month - 1))) + " " + std::to_string(date.day) + ", " +
           std::to_string(date.year);
}

std::vector<desk::Trend> trends_of(const History& history, const standing::Program* program) {
    std::vector<desk::Trend> out;
    for (const scoring::Competency competency : scoring::kCompetencies) {
        desk::Trend trend;
        trend.word = scoring::word(competency);
        trend.label = scoring::label(competency);
        if (program != nullptr)
            if (const auto floor = program->floors.find(trend.word); floor != program->floors.end())
                trend.floor = floor->second;
        std::vector<scoring::Scorecard::Sum> sums;
        for (const standing::ContactFact& fact : history.contacts) {
            const auto found = fact.competencies.find(trend.word);
            if (found == fact.competencies.end() || found->second.possible == 0) continue;
            sums.push_back(found->second);
        }
        const std::size_t first = sums.size() > kTrend ? sums.size() - kTrend : 0;
        scoring::Scorecard::Sum now, before;
        for (std::size_t i = first; i < sums.size(); ++i) {
            trend.percents.push_back(scoring::percent(sums[i].points, sums[i].possible));
            scoring::Scorecard::Sum& part = i + kNow < sums.size() ? before : now;
            part.points += sums[i].points;
            part.possible += sums[i].possible;
        }
        trend.now = scoring::percent(now.points, now.possible);
        if (trend.percents.size() >= kNow + kBefore) trend.before = scoring::percent(before.points, before.possible);
        out.push_back(std::move(trend));
    }
    return out;
}

std::string about_triage(const standing::TriageFact& fact) {
    return local_time(fact.at) + ": " + std::to_string(fact.shown) + " shown, " + std::to_string(fact.misses) +
           (fact.misses == 1 ? " emergency missed" : " emergencies missed");
}

std::vector<desk::DrillLine> drills_of(const History& history, const standing::Program* program) {
    desk::DrillLine vignettes{"Emergency vignettes", "", false}, copy{"Copy test", "", false},
        dictation{"Dictation to form", "", false};
    for (const standing::TriageFact& fact : history.triage) {
        if (!fact.finished) continue;
        vignettes.last = about_triage(fact);
        vignettes.met = fact.misses == 0;
    }
    const standing::TypingMinimum minimum = program != nullptr ? program->typing : standing::TypingMinimum{};
    for (const standing::TypingFact& fact : history.typing) {
        if (!fact.finished) continue;
        desk::DrillLine& line = fact.dictation ? dictation : copy;
        line.met = fact.dictation ? fact.ksph_net >= minimum.ksph_net : fact.wpm_net >= minimum.wpm_net;
        line.last = local_time(fact.at) + ": " +
                    (fact.dictation
                         ? reports::count_text(fact.ksph_net) + " KSPH net of " + reports::count_text(minimum.ksph_net)
                         : std::to_string(fact.wpm_net) + " WPM net of " + std::to_string(minimum.wpm_net));
    }
    return {vignettes, copy, dictation};
}

/// What to play for a family: the easiest script of it that was played least.
std::vector<desk::PracticeNext> next_of(const script::Library& library, const History& history,
                                        const standing::Program& program) {
    std::vector<desk::PracticeNext> out;
    for (const standing::Need& need : standing::needs(program, history, wall_clock())) {
        if (out.size() >= kNeeds) break;
        const script::Script* best = nullptr;
        std::pair<std::int64_t, int> least{0, 0};
        for (const script::Script& script : library.scripts) {
            const std::string& family = script.family.empty() ? script.id : script.family;
            if (script.exam || family != need.family) continue;
            const std::pair<std::int64_t, int> cost{
                std::count_if(history.contacts.begin(), history.contacts.end(),
                              [&](const standing::ContactFact& f) { return f.script == script.id; }),
                script.level};
            if (best == nullptr || cost < least) best = &script, least = cost;
        }
        desk::PracticeNext next;
        next.title = need.family;
        std::replace(next.title.begin(), next.title.end(), '-', ' ');
        std::replace(next.title.begin(), next.title.end(), '_', ' ');
        if (!next.title.empty() && next.title[0] >= 'a' && next.title[0] <= 'z')
            next.title[0] = static_cast<char>(next.title[0] - 32);
        next.why = need.why;
        next.due = need.due;
        if (best != nullptr) next.shift = "script:" + best->id;
        out.push_back(std::move(next));
    }
    return out;
}

/// What every attempt of a person was for, in a word; one that nothing was judged of is not among them.
std::map<std::string, std::string> purposes_of(const History& history) {
    const auto word = [](Purpose purpose) {
        return purpose == Purpose::exam            ? "Exam"
               : purpose == Purpose::qualification ? "Qualification"
               : purpose == Purpose::drill         ? "Drill"
                                                   : "Practice";
    };
    std::map<std::string, std::string> out;
    for (const standing::ContactFact& fact : history.contacts)
        out[fact.attempt] = word(fact.purpose);
    for (const standing::TriageFact& fact : history.triage)
        out[fact.attempt] = word(fact.purpose);
    for (const standing::TypingFact& fact : history.typing)
        out[fact.attempt] = word(fact.purpose);
    return out;
}

std::string purpose_of(const records::AttemptRow& row, const std::map<std::string, std::string>& purposes) {
    if (const auto known = purposes.find(row.id); known != purposes.end()) return known->second;
    return exam::is_sitting(row.shift) ? "Exam" : "Practice";
}

}  // namespace

bool OfficeHost::reads_results(const History& history) const {
    return account_ && history.person != my_id() && records::may(account_->role, Right::read_all);
}

std::vector<desk::Sitting> OfficeHost::sittings(const History& history, const standing::Program& program) const {
    std::vector<desk::Sitting> out;
    const standing::Event* opened = app::open_exam(history, program.id);
    if (opened == nullptr) return out;
    try {
        const exam::Form form = kept_form(library_, store_, program.id, opened->form);
        const ExamProgress progress = progress_of(program, history, *opened, form, store_);
        for (const ExamPart& part : progress.parts) {
            if (!part.needed || part.state == ExamPart::State::done) continue;
            const bool next = progress.next() == &part;
            desk::Sitting sitting;
            sitting.title = part.title;
            sitting.about = part.state == ExamPart::State::under_way ? "Interrupted: it goes on where it was."
                            : !next                                  ? "After the one before it."
                            : part.kind == ExamPart::Kind::vignettes ? "60 short calls: where does each belong?"
                                                                     : "Five contacts in one go.";
            if (next) sitting.shift = part.plan;
            out.push_back(std::move(sitting));
        }
    } catch (const std::runtime_error& fault) {
        out.push_back({"", "The exam cannot go on here", fault.what()});
    }
    return out;
}

void OfficeHost::add_exam(desk::File& file, const History& history, const standing::Program& program) const {
    const standing::Event* opened = app::open_exam(history, program.id);
    file.exam_open = opened != nullptr;
    if (opened != nullptr) {
        const standing::ExamResult result = standing::exam_result(program, history, *opened);
        file.exam_whole = reads_results(history) && result.rule != standing::Verdict::open;
        return;
    }
    if (!account_ || !records::may(account_->role, Right::start_exam)) return;
    if (const std::string refusal = standing::exam_refusal(file.standing); !refusal.empty())
        file.missing.push_back(refusal);
    std::set<std::string> given_out;
    for (const standing::Event& one : history.events) {
        if (one.kind != "exam_opened") continue;
        const auto held = kept_contents(store_, one.form);
        given_out.insert(held.begin(), held.end());
    }
    // Whether a form can be drawn does not hang on the seed; the exam itself is drawn anew when it is opened.
    const exam::Drawn drawn = exam::draw(library_, program, history, 1, given_out);
    file.missing.insert(file.missing.end(), drawn.missing.begin(), drawn.missing.end());
    file.exam = std::to_string(standing::kRuleCalls) + " contacts in " +
                std::to_string(standing::kRuleCalls / exam::kSittingContacts) + " sittings, then a block of " +
                std::to_string(standing::kRuleEmergencies + standing::kRuleOthers) +
                " vignettes, half of them emergencies.";
}

std::vector<desk::WorkLine> OfficeHost::attempts_of(const records::Person& person, const History& history,
                                                    const std::set<std::string>& due) const {
    const std::vector<records::AttemptRow> rows = store_.attempts(person.name);
    std::set<std::string> hidden;
    if (!reads_results(history)) hidden = reports::attempts_not_out(store_, person.id, rows);
    const std::map<std::string, std::string> purposes = purposes_of(history);
    std::vector<desk::WorkLine> out;
    for (const records::AttemptRow& row : rows) {
        if (row.why == "set_aside" || hidden.count(row.id) != 0) continue;
        desk::WorkLine line;
        line.attempt = row.id;
        line.title = row.title;
        line.when = local_time(row.began);
        line.purpose = purpose_of(row, purposes);
        line.level = row.level;
        line.contacts = row.contacts;
        line.finished = !row.ended.empty();
        if (line.finished && due.count(row.id) != 0) {
            line.rate_blind = kWaits;
        } else {
            line.percent = scoring::percent(row.points, row.possible);
            line.passed = row.passed();
            line.critical = row.critical;
        }
        out.push_back(std::move(line));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<desk::WorkLine> OfficeHost::results_of(const records::Person& person, const History& history,
                                                   const standing::Program* program) const {
    std::vector<desk::WorkLine> out;
    const std::vector<standing::Dispute> said = records::disputes_of(store_, person.id);
    const std::int64_t today = day_of(wall_clock());
    for (const standing::ContactFact& fact : history.contacts) {
        desk::WorkLine line;
        for (const standing::Dispute& d : said)
            if (d.attempt == fact.attempt && (d.contact == fact.contact || d.contact == 0)) line.said = d;
        const bool counts = fact.purpose == Purpose::exam || fact.purpose == Purpose::qualification;
        // Practice never counts; it is asked about only where it says something grave.
        if (!counts && fact.critical.empty() && !line.said) continue;
        line.attempt = fact.attempt;
        line.contact = fact.contact;
        line.title = fact.title;
        line.when = local_time(fact.at);
        line.purpose = counts ? "Exam" : "Practice";
        line.level = fact.level;
        line.percent = scoring::percent(fact.points, fact.possible);
        line.passed = fact.passed;
        line.critical = static_cast<int>(fact.critical.size());
        std::string from = fact.at;
        if (const standing::Stamp out_at = standing::results_out_at(history.events, fact.form); !out_at.empty())
            from = out_at;
        if (program != nullptr) {
            const std::int64_t last = day_of(from) + program->dispute_days;
            if (today <= last) line.answer_by = day_text(city::iso(city::date_of(last)));
        }
        for (const records::StoredCard& stored : store_.scorecards(fact.attempt)) {
            if (stored.contact != fact.contact) continue;
            for (const std::size_t i : desk::lost_points(stored.card)) {
                const scoring::Finding& f = stored.card.findings[i];
                line.lost.push_back({f.criterion, f.title.empty() ? f.why : f.title,
                                     points_text(f.points) + " of " + points_text(f.possible)});
            }
        }
        out.push_back(std::move(line));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

desk::File OfficeHost::file(const std::string& person) {
    const records::Person about = known(person);
    // Without accounts the file belongs to whoever sits there.
    if (guarded()) {
        if (account_ && about.id == my_id()) {
            demand(Right::read_own, about.id);
        } else {
            demand(Right::read_all);
        }
    }
    const History whole = records::history_of(store_, about.id);
    const bool all = reads_results(whole);
    // Whoever sits an exam learns nothing of how it goes before it is closed: nothing below is made of it.
    const History history = all ? whole : standing::for_examined(whole);
    const standing::Program* program = program_of(history);
    desk::File file;
    file.id = about.id;
    file.name = about.name;
    file.competencies = trends_of(history, program);
    file.drills = drills_of(history, program);
    for (const standing::Program& one : library_.programs)
        file.join.push_back({one.id, one.title + " (" + one.id + ")"});
    const std::set<std::string> due = reports::to_rate_blind_in(reports::exams_of(store_, whole, library_.programs));
    if (program != nullptr) {
        file.program = program->title + " (" + program->id + ")";
        file.standing = standing::standing(*program, whole, wall_clock());
        add_exam(file, whole, *program);
        if (about.id == my_id()) file.sittings = sittings(whole, *program);
        if (!all) {
            file.standing = standing::for_examined(std::move(file.standing));
            if (file.standing.exam && !standing::results_out(*file.standing.exam)) file.standing.exam.reset();
        }
    }
    // What to practice is said by the program one is in, or by the first there is.
    if (const standing::Program* by = program != nullptr          ? program
                                      : library_.programs.empty() ? nullptr
                                                                  : &library_.programs.front())
        file.next = next_of(library_, history, *by);
    file.attempts = attempts_of(about, history, due);
    if (!all) file.results = results_of(about, history, program);
    file.reports = records::reports_of(store_, about.id);
    if (!all)
        file.reports.erase(std::remove_if(file.reports.begin(), file.reports.end(),
                                          [](const standing::Report& r) { return r.contact != 0; }),
                           file.reports.end());
    std::reverse(file.reports.begin(), file.reports.end());
    return file;
}

std::vector<desk::RosterLine> OfficeHost::roster() {
    demand(Right::read_all);
    const std::string now = wall_clock();
    const std::int64_t today = day_of(now);
    const std::vector<standing::Dispute> disputes = records::disputes_of(store_);
    std::vector<desk::RosterLine> out;
    for (const records::Account& account : records::accounts(store_)) {
        if (account.role != records::Role::trainee) continue;
        const History history = records::history_of(store_, account.person.id);
        desk::RosterLine line;
        line.id = account.person.id;
        line.name = account.person.name;
        line.contacts = static_cast<int>(history.contacts.size());
        for (const standing::ContactFact& fact : history.contacts) {
            if (line.last.empty() || fact.at > line.last) line.last = fact.at;
            if (today - day_of(fact.at) <= kLately) line.critical += static_cast<int>(fact.critical.size());
        }
        if (!line.last.empty()) {
            // Another desk's clock may be ahead of this one.
            line.days = std::max(0, static_cast<int>(today - day_of(line.last)));
            line.last = day_text(line.last);
        }
        const standing::Program* program = program_of(history);
        for (const desk::Trend& trend : trends_of(history, program)) {
            if (trend.percents.empty() || (!line.weakest.empty() && trend.now >= line.weakest_percent)) continue;
            line.weakest = trend.label;
            line.weakest_percent = trend.now;
        }
        const auto want = [&](int attention, const std::string& why) {
            if (attention <= line.attention) return;
            line.attention = attention;
            line.why = why;
        };
        for (const standing::Dispute& d : disputes)
            if (d.disputed && d.answer.empty() && d.by == line.id) want(4, "Disputes a result");
        if (line.critical > 0)
            want(5, line.critical == 1 ? "A critical error in the last two weeks"
                                       : std::to_string(line.critical) + " critical errors in the last two weeks");
        if (program == nullptr) {
            want(1, "In no program yet");
        } else {
            line.program = program->title + " (" + program->id + ")";
            const standing::Standing s = standing::standing(*program, history, now);
            line.state = s.state;
            if (!s.transitions.empty()) line.since = day_text(s.transitions.back().at);
            if (!s.certified_until.empty()) line.until = day_text(s.certified_until);
            const bool open = app::open_exam(history, program->id) != nullptr;
            if (s.exam && s.exam->outcome.empty() && !open)
                want(4, s.exam->rated ? "The exam waits for a signature" : "The exam waits for second ratings");
            if (s.remediation_due) want(3, "Remediation is due");
            if (s.state == State::in_training && line.days > kIdle)
                want(2, "Has not practiced for " + std::to_string(line.days) + " days");
            if (s.state == State::ready_for_exam) want(1, "Ready: an exam can be opened");
            if (s.state == State::expired) want(1, "The certification has expired");
        }
        out.push_back(std::move(line));
    }
    return out;
}

}  // namespace shift311::app
