#include "assessment/scoring/typing_test.hpp"

#include "assessment/scoring/advice.hpp"
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

namespace shift311::scoring {
namespace {

std::int64_t size_of(std::string_view text) {
    return static_cast<std::int64_t>(text::code_points(text).size());
}

/// Distance of every beginning of `text` to all of `written`.
std::vector<std::int64_t> distances(const std::u32string& text, const std::u32string& written) {
    std::vector<std::int64_t> row(text.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t j = 1; j <= written.size(); ++j) {
        std::int64_t diagonal = row[0];
        row[0] = static_cast<std::int64_t>(j);
        for (std::size_t i = 1; i <= text.size(); ++i) {
            const std::int64_t replaced = diagonal + (text[i - 1] == written[j - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({replaced, row[i] + 1, row[i - 1] + 1});
        }
    }
    return row;
}

struct Definition {
    std::string_view id, label, unit, text;
};

// Every figure names its formula where it is shown, because no standard defines any of them.
constexpr std::array kDefinitions{
    Definition{"wpm_gross", "Gross speed", "wpm", "Every keystroke that put text in; five are a word, a minute."},
    Definition{"wpm_net", "Net speed", "wpm", "Right characters that stand at the end; five are a word, a minute."},
    Definition{"ksph_gross", "Gross keystrokes", "an hour", "Every keystroke that put text in, an hour."},
    Definition{"ksph_net", "Net keystrokes", "an hour", "Right characters that stand at the end, an hour."},
    Definition{
        "uncorrected", "Errors left", "%",
        "Wrong characters left standing, of all that were right, left wrong or corrected (INF / (C + INF + IF))."},
    Definition{"corrected", "Errors corrected", "%",
               "Characters typed and taken out again, of the same sum (IF / (C + INF + IF))."},
    Definition{"kspc", "Keys a character", "", "All keystrokes, erasing ones too, for each character that stands."},
    Definition{"msd", "Characters wrong", "",
               "Fewest insertions, deletions and replacements between the text and what stands."},
    Definition{"wpm_errors_out", "Speed less errors", "wpm",
               "Gross speed less one word a minute for every error left each minute."},
    Definition{"wpm_two_an_error", "Speed less two an error", "wpm",
               "Gross speed less two words a minute for every character left wrong, as some cities count."},
    Definition{"active", "Time", "s", "From the first keystroke to the end of the test; the rates are taken over it."},
    Definition{"elapsed", "First to last key", "s", "From the first keystroke to the last, pauses and all."},
};

/// Hundredths or permille with as many places.
std::string decimal(std::int64_t number, std::int64_t unit) {
    std::string rest = std::to_string(unit + number % unit).substr(1);
    while (rest.size() > 1 && rest.back() == '0')
        rest.pop_back();
    return std::to_string(number / unit) + "." + rest;
}

std::string shown(std::string_view id, std::int64_t number) {
    if (id.starts_with("wpm")) return decimal(number, 100);
    if (id == "uncorrected" || id == "corrected") return decimal(number, 10);
    if (id == "kspc") return decimal(number, 1000);
    if (id == "active" || id == "elapsed") return std::to_string(half_up(number, 1000));
    return grouped(number);
}

/// In a dictation, time is counted as in a call.
std::string defined(const Definition& definition, std::string_view script) {
    if (definition.id == "active" && script == kDictation)
        return "Typing time: pauses longer than 5 s are left out; the rates are taken over it.";
    return std::string(definition.text);
}

void put(Scorecard& card, std::string_view id, std::int64_t number) {
    const auto* found =
        std::find_if(kDefinitions.begin(), kDefinitions.end(), [&](const auto& d) { return d.id == id; });
    FieldResult& field = card.fields[std::string(kFigure) + std::string(id)];
    if (found != kDefinitions.end()) field.label = defined(*found, card.script);
    field.written = std::to_string(std::max<std::int64_t>(0, number));
}

void put_all(Scorecard& card, const TypingFigures& figures) {
    put(card, "wpm_gross", figures.wpm_gross);
    put(card, "wpm_net", figures.wpm_net);
    put(card, "ksph_gross", figures.ksph_gross);
    put(card, "ksph_net", figures.ksph_net);
    put(card, "uncorrected", figures.facts.uncorrected_permille());
    put(card, "corrected", figures.facts.corrected_permille());
    put(card, "kspc", figures.facts.keystrokes_per_character_permille());
    put(card, "active", figures.active);
    put(card, "elapsed", figures.elapsed);
    put(card, "pasted", figures.pasted);
}

/// What a drill's journal says of one contact.
struct Course {
    std::vector<const journal::FieldEdited*> edits;
    std::map<std::string, journal::Seq> prompted;
    Millis first = -1, last = 0, ended = -1;
    bool finished = false;
    bool paused = false;  ///< it stood still after typing had begun, so nobody knows what was done meanwhile
    journal::Seq first_edit = 0, last_edit = 0;
};

Course course_of(const journal::Journal& journal, journal::ContactId contact) {
    Course course;
    for (const journal::Event& event : journal.events) {
        if (const auto* over = std::get_if<journal::ShiftEnded>(&event.act)) {
            if (course.ended < 0) course.ended = event.at;
            course.finished = over->why == "finished";
        }
        if (std::holds_alternative<journal::Paused>(event.act) && course.first >= 0) course.paused = true;
        if (event.contact != contact) continue;
        if (const auto* prompt = std::get_if<journal::PromptShown>(&event.act)) {
            course.prompted.emplace(prompt->field, event.seq);
        } else if (const auto* edit = std::get_if<journal::FieldEdited>(&event.act)) {
            course.edits.push_back(edit);
            if (course.first < 0) {
                course.first = event.at;
                course.first_edit = event.seq;
            }
            course.last = event.at;
            course.last_edit = event.seq;
        }
    }
    return course;
}

void add_up(Scorecard& card) {
    for (const Finding& finding : card.findings) {
        card.points += finding.points;
        card.possible += finding.possible;
        if (finding.possible == 0) continue;
        Scorecard::Sum& sum = card.competencies[std::string(word(finding.competency))];
        sum.points += finding.points;
        sum.possible += finding.possible;
    }
}

std::string percent_text(std::int64_t permille) {
    return decimal(permille, 10) + " %";
}

}  // namespace

std::string presented_part(std::string_view text, std::string_view written) {
    const std::u32string whole = text::code_points(text), typed = text::code_points(written);
    const std::vector<std::int64_t> row = distances(whole, typed);
    const auto away = [&](std::size_t length) {
        return length > typed.size() ? length - typed.size() : typed.size() - length;
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < row.size(); ++i)
        if (row[i] < row[best] || (row[i] == row[best] && away(i) < away(best))) best = i;
    return text::utf8(whole.substr(0, best));
}

TypingFigures typing_figures(std::string_view text, const std::vector<journal::FieldEdited>& edits, Millis time) {
    TypingFigures figures;
    std::string written;
    for (const journal::FieldEdited& edit : edits) {
        written = edit.value;
        if (edit.pasted) {
            figures.pasted += size_of(edit.inserted);
            continue;
        }
        figures.inserts += edit.keys;
        figures.facts.fixes += edit.erased;
    }
    const std::string presented = presented_part(text, written);
    TypingFacts& facts = figures.facts;
    facts.written = size_of(written);
    facts.pressed = figures.inserts + facts.fixes;
    figures.msd = static_cast<std::int64_t>(text::levenshtein(presented, written));
    facts.uncorrected = figures.msd;
    const std::int64_t standing = std::max(size_of(presented), facts.written) - figures.msd;
    facts.correct = std::max<std::int64_t>(0, standing - figures.pasted);
    // What was typed and does not stand any more was taken out again.
    facts.corrected =
        std::max<std::int64_t>(0, figures.inserts - std::max<std::int64_t>(0, facts.written - figures.pasted));
    figures.active = time;
    figures.wpm_gross = wpm_hundredths(figures.inserts, time);
    figures.wpm_net = wpm_hundredths(facts.correct, time);
    figures.wpm_errors_out =
        std::max<std::int64_t>(0, figures.wpm_gross - half_up(facts.uncorrected * 6'000'000, time));
    figures.wpm_two_an_error = std::max<std::int64_t>(0, figures.wpm_gross - 200 * facts.uncorrected);
    figures.ksph_gross = per_hour(figures.inserts, time);
    figures.ksph_net = per_hour(facts.correct, time);
    return figures;
}

std::int64_t text_entry_wpm_hundredths(std::int64_t written, Millis first_to_last) {
    return wpm_hundredths(std::max<std::int64_t>(0, written - 1), first_to_last);
}

Scorecard judge_copy_test(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                          const Rubric& rubric) {
    Scorecard card;
    card.script = key.script;
    card.title = key.title;
    card.rubric = rubric.version;
    card.rubric_hash = rubric.hash;
    card.rubric_hash = rubric.hash;
    const Course course = course_of(journal, contact);
    std::vector<journal::FieldEdited> edits;
    for (const journal::FieldEdited* edit : course.edits)
        edits.push_back(*edit);
    const std::string text = key.fields.empty() ? std::string{} : key.fields.front().expected;
    const Millis limit = key.limits.handle;
    // The clock starts with the first keystroke and stops with the test; of one that was broken off, with the last.
    const Millis until = course.finished && course.ended >= 0 ? course.ended : course.last;
    const Millis time = course.first < 0 ? 0 : std::clamp<Millis>(until - course.first, 0, limit);
    TypingFigures figures = typing_figures(text, edits, time);
    figures.elapsed = course.first < 0 ? 0 : course.last - course.first;

    FieldResult& copy = card.fields["copy"];
    copy.label = key.fields.empty() ? std::string("Copy") : key.fields.front().label;
    copy.written = edits.empty() ? std::string{} : edits.back().value;
    copy.expected = presented_part(text, copy.written);
    copy.credit = copy.written == copy.expected && !copy.written.empty() ? 100 : 0;
    copy.written_at = course.last_edit;
    if (!course.prompted.empty()) copy.said = course.prompted.begin()->second;
    put_all(card, figures);
    put(card, "msd", figures.msd);
    put(card, "wpm_errors_out", figures.wpm_errors_out);
    put(card, "wpm_two_an_error", figures.wpm_two_an_error);
    const bool whole = course.finished && !course.paused && figures.pasted == 0 && figures.inserts > 0;
    put(card, "finished", whole ? 1 : 0);

    Typing& typing = card.typing;
    typing.keys = figures.inserts;
    typing.erased = figures.facts.fixes;
    typing.active = time;
    typing.ksph_gross = figures.ksph_gross;
    typing.ksph_net = figures.ksph_net;
    typing.uncorrected_permille = figures.facts.uncorrected_permille();
    typing.wpm = half_up(figures.wpm_net, 100);
    card.times.handle = time;

    const std::vector<journal::Seq> seqs = evidence({course.first_edit, course.last_edit});
    Finding speed;
    speed.criterion = "copy.speed";
    speed.competency = Competency::typing;
    speed.possible = rubric.speed;
    speed.evidence = seqs;
    const std::int64_t goal = kCopyGoalWpm * 100;
    if (whole)
        speed.points = figures.wpm_net >= goal       ? rubric.speed
                       : 2 * figures.wpm_net >= goal ? share(rubric.speed, 1, 2)
                                                     : 0;
    speed.title = "Copied " + decimal(figures.wpm_net, 100) + " words a minute net";
    speed.why =
        course.paused && course.finished ? std::string("The test stood still in between, so its speed does not count.")
        : !course.finished               ? std::string("The test was broken off, so its speed does not count.")
        : figures.pasted > 0   ? std::string("Text that no key put there does not count, so neither does the test.")
        : figures.inserts == 0 ? std::string("Nothing was typed.")
                               : "You copied " + decimal(figures.wpm_net, 100) + " right words a minute over " +
                                     std::to_string(half_up(time, 1000)) + " seconds; the practice goal is " +
                                     std::to_string(kCopyGoalWpm) + ".";
    Finding accuracy;
    accuracy.criterion = "copy.accuracy";
    accuracy.competency = Competency::typing;
    accuracy.possible = rubric.uncorrected;
    accuracy.evidence = seqs;
    if (figures.inserts > 0 && figures.pasted == 0)
        accuracy.points = within_limit(rubric.uncorrected, typing.uncorrected_permille, rubric.uncorrected_permille);
    accuracy.title = "Errors left: " + percent_text(typing.uncorrected_permille);
    accuracy.why = figures.inserts == 0 ? std::string("Nothing was typed.")
                                        : percent_text(typing.uncorrected_permille) +
                                              " of what you typed was wrong and left standing; the goal is at most " +
                                              percent_text(rubric.uncorrected_permille) + ".";
    card.findings = {std::move(accuracy), std::move(speed)};
    add_up(card);
    card.passed = whole && percent(card.points, card.possible) >= rubric.pass_percent;
    card.strength = strength_of(card);
    card.next = next_of(key, card);
    return card;
}

Scorecard judge_dictation(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                          const Rubric& rubric) {
    Scorecard card;
    card.script = key.script;
    card.title = key.title;
    card.rubric = rubric.version;
    card.rubric_hash = rubric.hash;
    card.rubric_hash = rubric.hash;
    const ContactEvents events(journal, contact);
    const Case judged{key, events, rubric};
    judge_recording(judged, card);
    judge_typing(judged, card);
    const Course course = course_of(journal, contact);
    for (auto& [name, field] : card.fields)
        if (const auto said = course.prompted.find(name); said != course.prompted.end()) field.said = said->second;

    TypingFigures figures;
    std::map<std::string, std::string> values;
    for (const journal::FieldEdited* edit : course.edits) {
        values[edit->field] = edit->value;
        if (edit->pasted) figures.pasted += size_of(edit->inserted);
        if (!edit->pasted) figures.facts.fixes += edit->erased;
    }
    for (const auto& [name, value] : values)
        figures.facts.written += size_of(value);
    figures.inserts = card.typing.keys;
    figures.facts.pressed = figures.inserts + figures.facts.fixes;
    figures.active = card.typing.active;
    figures.elapsed = course.first < 0 ? 0 : course.last - course.first;
    figures.ksph_gross = card.typing.ksph_gross;
    figures.ksph_net = card.typing.ksph_net;
    // 300 keystrokes an hour are one word a minute, so the hundredths come from the same count.
    figures.wpm_gross = half_up(card.typing.ksph_gross, 3);
    figures.wpm_net = half_up(card.typing.ksph_net, 3);
    figures.facts.corrected =
        std::max<std::int64_t>(0, figures.inserts - std::max<std::int64_t>(0, figures.facts.written - figures.pasted));
    put_all(card, figures);
    // Right and wrong are told by each field's meaning here, as in a call; the share left wrong is measured with it.
    put(card, "uncorrected", card.typing.uncorrected_permille);
    const std::int64_t standing = figures.facts.written - figures.pasted;
    put(card, "corrected", half_up(1000 * figures.facts.corrected, standing + figures.facts.corrected));
    // A form with gaps is no measure: whoever skips the long lines would seem quick.
    const bool filled = std::all_of(key.fields.begin(), key.fields.end(),
                                    [&](const FieldKey& field) { return !values[field.field].empty(); });
    const bool whole = course.finished && !course.paused && filled && figures.pasted == 0 && figures.inserts > 0;
    put(card, "finished", whole ? 1 : 0);
    card.times.handle = figures.elapsed;
    add_up(card);
    card.passed = whole && percent(card.points, card.possible) >= rubric.pass_percent;
    card.strength = strength_of(card);
    card.next = next_of(key, card);
    return card;
}

std::vector<Figure> figures_of(const Scorecard& card) {
    std::vector<Figure> figures;
    for (const Definition& definition : kDefinitions) {
        const auto found = card.fields.find(std::string(kFigure) + std::string(definition.id));
        if (found == card.fields.end()) continue;
        std::string value = shown(definition.id, figure(card, definition.id));
        if (!definition.unit.empty()) value += " " + std::string(definition.unit);
        figures.push_back({std::string(definition.id), std::string(definition.label), std::move(value),
                           defined(definition, card.script)});
    }
    return figures;
}

TypingResult typing_result(const Scorecard& card) {
    TypingResult result;
    result.dictation = card.script == kDictation;
    result.finished = figure(card, "finished") == 1;
    result.wpm_gross = half_up(figure(card, "wpm_gross"), 100);
    result.wpm_net = half_up(figure(card, "wpm_net"), 100);
    result.ksph_gross = figure(card, "ksph_gross");
    result.ksph_net = figure(card, "ksph_net");
    result.uncorrected_permille = card.typing.uncorrected_permille;
    result.seconds = half_up(figure(card, "active"), 1000);
    return result;
}

}  // namespace shift311::scoring
