#include "sim/desk/office/standing_view.hpp"

#include "assessment/standing/calendar.hpp"
#include "assessment/standing/withheld.hpp"
#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/progress.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/office/spark.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

using standing::State;
using standing::Verdict;

namespace {

constexpr float kTrend = 46;  // of one competency, at least

/// One thing between here and there: an icon, its name, and how far it is done.
float requirement_view(Ui& ui, float x, float y, float wide, const standing::Requirement& r) {
    const Font& font = ui.fonts().text;
    const bool counted = r.needed > 1;
    const std::string count = counted ? std::to_string(std::min(r.done, r.needed)) + " of " + std::to_string(r.needed)
                              : r.met ? "done"
                                      : "not yet";
    const float right = std::max(ui.px(68), paint::width(font, count));
    const float words = wide - ui.px(26) - right - ui.px(12);
    const float high = paragraph_height(font, words, r.label);
    draw_icon(ui, r.met ? Icon::check : Icon::dot, {x, y, ui.px(16), font.line}, ui.px(r.met ? 14 : 10),
              ink(ui.theme(), r.met ? Tone::good : Tone::faint));
    paragraph(ui, x + ui.px(26), y, words, font, r.met ? Tone::dim : Tone::plain, r.label);
    label(ui, {x + wide - right, y, right, font.line}, font, r.met ? Tone::good : Tone::dim, count, paint::Align::right,
          r.label + ", done");
    float used = high + ui.px(6);
    if (counted && !r.met) {
        progress(ui, {x + ui.px(26), y + used, wide - ui.px(26), ui.px(8)},
                 {.label = r.label, .part = r.done * 1000 / r.needed, .value = count});
        used += ui.px(12);
    }
    return used + ui.px(8);
}

const char* verdict_word(Verdict verdict) {
    switch (verdict) {
        case Verdict::open:
            return "under way";
        case Verdict::passed:
            return "passed";
        case Verdict::further:
            return "10 more contacts decide";
        case Verdict::not_yet:
            return "not yet";
    }
    return "";
}

Tone verdict_tone(Verdict verdict) {
    return verdict == Verdict::passed ? Tone::good : verdict == Verdict::not_yet ? Tone::bad : Tone::careful;
}

float exam_view(Ui& ui, const Rect& rect, const standing::ExamResult& exam) {
    const Font& font = ui.fonts().text;
    const float x = rect.x, wide = rect.w;
    float y = rect.y;
    const auto fact = [&](const std::string& name, const std::string& value, Tone tone) {
        const float right = std::min(paint::width(font, value), wide * 0.62F);
        label(ui, {x, y, wide - right - ui.px(12), font.line}, font, Tone::dim, name);
        label(ui, {x + wide - right, y, right, font.line}, font, tone, value, paint::Align::right, "Exam, " + name);
        y += font.line + ui.px(8);
    };
    heading(ui, {x, y, wide, ui.px(24)}, exam.number == 1 ? "Exam" : "Exam, retest " + std::to_string(exam.number - 1));
    y += ui.px(28);
    const bool withheld = standing::sums_withheld(exam);
    if (withheld) {
        fact("Contacts taken", std::to_string(exam.judged), Tone::plain);
    } else {
        fact("Contacts passed",
             std::to_string(exam.passes) + " of " + std::to_string(exam.judged) + ", " + verdict_word(exam.calls),
             verdict_tone(exam.calls));
        fact("Emergencies missed",
             std::to_string(exam.misses) + " of " + std::to_string(exam.emergencies) + ", " +
                 verdict_word(exam.emergency),
             verdict_tone(exam.emergency));
    }
    const auto rated = std::count_if(exam.second.begin(), exam.second.end(),
                                     [](const standing::SecondRating& s) { return s.ratings >= s.needed; });
    if (!exam.second.empty())
        fact("Second ratings", std::to_string(rated) + " of " + std::to_string(exam.second.size()),
             exam.rated ? Tone::good : Tone::careful);
    for (const standing::FloorResult& floor : exam.floors)
        if (!floor.met && !withheld)
            fact("Below its floor", floor.competency + ", floor " + std::to_string(floor.floor) + " %", Tone::bad);
    if (withheld) y += paragraph(ui, x, y, wide, font, Tone::dim, standing::kSumsWithheld) + ui.px(4);
    if (!exam.outcome.empty())
        fact("Signed", (exam.outcome == "certified" ? "certified, " : "not yet, ") + exam.signed_by,
             exam.outcome == "certified" ? Tone::good : Tone::careful);
    return y - rect.y + ui.px(6);
}

}  // namespace

Tone tone_of(State state) {
    switch (state) {
        case State::in_training:
            return Tone::dim;
        case State::ready_for_exam:
            return Tone::accent;
        case State::exam_under_way:
        case State::expired:
            return Tone::careful;
        case State::not_yet_competent:
            return Tone::bad;
        case State::certified:
            return Tone::good;
    }
    return Tone::dim;
}

Icon icon_of(State state) {
    switch (state) {
        case State::in_training:
            return Icon::book;
        case State::ready_for_exam:
            return Icon::flag;
        case State::exam_under_way:
            return Icon::clock;
        case State::not_yet_competent:
            return Icon::warning;
        case State::certified:
            return Icon::check;
        case State::expired:
            return Icon::history;
    }
    return Icon::dot;
}

float standing_view(Ui& ui, const Rect& rect, const File& file, bool own) {
    const float x = rect.x + ui.px(16), wide = rect.w - ui.px(32);
    const Font& font = ui.fonts().text;
    float y = rect.y + ui.px(16);
    if (file.program.empty()) {
        y += paragraph(ui, x, y, wide, font, Tone::dim,
                       own ? "You are in no program yet. A trainer puts you into one; practice is open to you already."
                           : "In no program yet. What certification asks for stands here after enrollment.");
        return y + ui.px(16) - rect.y;
    }
    const standing::Standing& s = file.standing;
    const std::string word{standing::label(s.state)};
    const float icon = ui.px(22);
    draw_icon(ui, icon_of(s.state), {x, y, icon, ui.fonts().title.line}, ui.px(20),
              ink(ui.theme(), s.state == State::in_training ? Tone::accent : tone_of(s.state)));
    label(ui, {x + icon + ui.px(10), y, wide - icon - ui.px(10), ui.fonts().title.line}, ui.fonts().title,
          s.state == State::in_training ? Tone::plain : tone_of(s.state), word, paint::Align::left, "State");
    y += ui.fonts().title.line + ui.px(2);
    const float program = paragraph(ui, x, y, wide, ui.fonts().small, Tone::dim, file.program);
    y += program + ui.px(10);
    if (!s.next.empty()) y += paragraph(ui, x, y, wide, font, Tone::plain, s.next) + ui.px(6);
    if (!s.certified_until.empty()) {
        label(ui, {x, y, wide, font.line}, font, Tone::good,
              "Certified until " + standing::date_words(s.certified_until));
        y += font.line + ui.px(6);
    }
    y += ui.px(10);
    if (s.exam) {
        paint::fill(ui, {rect.x, y - ui.px(2), rect.w, 1}, ui.theme().line);
        y += ui.px(8);
        y += exam_view(ui, {x, y, wide, rect.h}, *s.exam);
    }
    if (!s.eligibility.empty()) {
        const auto met = std::count_if(s.eligibility.begin(), s.eligibility.end(),
                                       [](const standing::Requirement& r) { return r.met; });
        paint::fill(ui, {rect.x, y - ui.px(2), rect.w, 1}, ui.theme().line);
        y += ui.px(6);
        const std::string count = std::to_string(met) + " of " + std::to_string(s.eligibility.size());
        Rect head{x, y, wide, ui.px(28)};
        label(ui, head.cut_right(paint::width(ui.fonts().mono_small, count)), ui.fonts().mono_small, Tone::dim, count,
              paint::Align::right, "Asked for, done");
        heading(ui, head, own ? "Before your exam" : "Before the exam");
        y += ui.px(34);
        for (const standing::Requirement& r : s.eligibility)
            if (!r.met) y += requirement_view(ui, x, y, wide, r);
        for (const standing::Requirement& r : s.eligibility)
            if (r.met) y += requirement_view(ui, x, y, wide, r);
    }
    return y + ui.px(8) - rect.y;
}

std::string trend_words(const Trend& trend) {
    if (trend.percents.empty()) return "not seen yet";
    std::string words = std::to_string(trend.now) + " %";
    if (trend.before >= 0 && trend.now > trend.before) words += ", up " + std::to_string(trend.now - trend.before);
    if (trend.before > trend.now) words += ", down " + std::to_string(trend.before - trend.now);
    return words;
}

float competencies_height(const Ui& ui, std::size_t count) {
    return ui.px(20) + ui.px(kTrend) * static_cast<float>(count);
}

float competencies_view(Ui& ui, const Rect& rect, const std::vector<Trend>& trends) {
    const float x = rect.x + ui.px(16), wide = rect.w - ui.px(32);
    float y = rect.y + ui.px(10);
    const Font& font = ui.fonts().text;
    // Where there is room the lines stand taller, and say more.
    const float room = (rect.bottom() - y - ui.px(10)) / static_cast<float>(std::max<std::size_t>(1, trends.size()));
    const float high = std::clamp(std::floor(room), ui.px(kTrend), ui.px(88));
    for (const Trend& trend : trends) {
        Rect line{x, y, wide, high};
        y += high;
        const std::string words = trend_words(trend);
        const bool below = !trend.percents.empty() && trend.floor > 0 && trend.now < trend.floor;
        Rect name = line.cut_left(std::min(ui.px(124), wide * 0.34F));
        const float block = font.line + (trend.floor > 0 ? ui.fonts().tiny.line : 0);
        name.y = std::round(name.middle() - block / 2);
        paint::text(ui, {name.x, name.y, name.w, font.line}, font, ui.theme().text, trend.label);
        if (trend.floor > 0)
            paint::text(ui, {name.x, name.y + font.line, name.w, ui.fonts().tiny.line}, ui.fonts().tiny, ui.theme().dim,
                        "floor " + std::to_string(trend.floor) + " %");
        const std::string now = trend.percents.empty() ? "\u2013" : std::to_string(trend.now) + " %";
        Rect right = line.cut_right(ui.px(92));
        const std::size_t comma = words.find(", ");
        const std::string change = comma == std::string::npos ? std::string() : words.substr(comma + 2);
        const float lines = font.line + (change.empty() ? 0 : ui.fonts().tiny.line);
        right.y = std::round(right.middle() - lines / 2);
        label(ui, {right.x, right.y, right.w, font.line}, ui.fonts().mono,
              trend.percents.empty() ? Tone::dim
              : below                ? Tone::careful
                                     : Tone::plain,
              now, paint::Align::right, trend.label + ", now");
        if (!change.empty())
            paint::text(ui, {right.x, right.y + font.line, right.w, ui.fonts().tiny.line}, ui.fonts().tiny,
                        ink(ui.theme(), change.rfind("up", 0) == 0 ? Tone::good : Tone::careful), change,
                        paint::Align::right);
        line.cut_right(ui.px(12));
        spark(ui, line.inset(0, ui.px(7)),
              {.label = trend.label, .value = words, .percents = &trend.percents, .floor = trend.floor});
    }
    return y + ui.px(10) - rect.y;
}

}  // namespace shift311::desk
