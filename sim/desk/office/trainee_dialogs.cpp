// What is asked before something is decided about a trainee: a program, an exam, a signature, a plan.
#include "assessment/standing/withheld.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/secret_field.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_area.hpp"
#include "sim/desk/office/trainee_page.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

using standing::Verdict;

namespace {

bool blank(const std::string& text) {
    return text.find_first_not_of(" \n") == std::string::npos;
}

/// The two buttons at the foot of a dialog, the act at the right; 1: done, -1: left.
int foot(Ui& ui, const Access& access, Rect content, const Button& act) {
    int out = 0;
    Rect line = content.cut_bottom(ui.px(measure::kButton));
    if (button(ui, line.cut_right(std::min(line.w, button_width(ui, act) + ui.px(12))), act)) out = 1;
    line.cut_right(ui.px(8));
    const Button leave{.label = "Cancel", .kind = ButtonKind::quiet, .chord = chord(Key::escape)};
    if (button(ui, line.cut_right(std::min(line.w, button_width(ui, leave))), leave)) out = -1;
    line.cut_right(ui.px(12));
    // What was refused is said where the eye is.
    if (access.tone() == Tone::bad && !access.sentence().empty()) {
        const Font& small = ui.fonts().small;
        const float high = paragraph_height(small, line.w, access.sentence());
        paragraph(ui, line.x, line.bottom() - std::max(high, line.h / 2 + high / 2), line.w, small, Tone::bad,
                  access.sentence());
    }
    return out;
}

}  // namespace

void TraineePage::ask_enroll(Ui& ui) {
    std::vector<std::string> names;
    for (const ProgramChoice& p : file_.join)
        names.push_back(p.title);
    const float wide = ui.px(560);
    Dialog dialog(ui, "Enroll " + trainee_, wide, ui.px(300));
    Rect body = dialog.content();
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim,
                           names.empty()
                               ? "No program was found in the content folder."
                               : "The program says what is practiced, what the exam asks for, and who signs.") +
                 ui.px(14));
    const Choice programs{.label = "Program", .options = names, .chosen = choice_};
    if (!names.empty())
        if (const auto chosen = choice(ui, {body.x, body.y, body.w, choice_height(ui, body.w, programs)}, programs))
            choice_ = chosen;
    const int done = foot(ui, access_, body,
                          {.label = "Enroll",
                           .kind = ButtonKind::primary,
                           .chord = ctrl(Key::enter),
                           .enabled = choice_.has_value(),
                           .name = "enroll now"});
    if (done == 1 && access_.act([&] { access_.host().enroll(trainee_, file_.join[*choice_].id); },
                                 trainee_ + " is in " + file_.join[*choice_].title + "."))
        asking_ = Asking::none, reload();
    if (done == -1 || dialog.dismissed()) asking_ = Asking::none;
}

void TraineePage::ask_exam(Ui& ui) {
    const Font& font = ui.fonts().text;
    const float wide = std::min(ui.px(620), ui.window().w - ui.px(32)), inner = wide - ui.px(48);
    const bool can = file_.missing.empty();
    float high = ui.px(20 + 40 + 60 + 40);
    if (can) {
        high += paragraph_height(font, inner, file_.exam) + ui.px(90);
    } else {
        for (const std::string& m : file_.missing)
            high += paragraph_height(font, inner - ui.px(28), m) + ui.px(8);
        high += ui.px(30);
    }
    Dialog dialog(ui, can ? "Start an exam" : "The exam cannot start yet", wide, high);
    Rect body = dialog.content();
    if (can) {
        body.cut_top(paragraph(ui, body.x, body.y, body.w, font, Tone::plain, file_.exam) + ui.px(12));
        body.cut_top(paragraph(ui, body.x, body.y, body.w, font, Tone::dim,
                               trainee_ +
                                   " finds it on their own screen after signing in. Once it is opened it counts, "
                                   "whatever comes of it."));
    } else {
        Rect list = body;
        list.cut_bottom(ui.px(measure::kButton + 12));
        Scroll scroll(ui, "missing", list);
        const Rect c = scroll.content();
        float y = c.y;
        for (const std::string& m : file_.missing) {
            draw_icon(ui, Icon::warning, {c.x, y, ui.px(16), font.line}, ui.px(14), ui.theme().careful);
            y += paragraph(ui, c.x + ui.px(28), y, c.w - ui.px(28), font, Tone::plain, m) + ui.px(8);
        }
        scroll.used(y - c.y);
    }
    int done = 0;
    if (can) {
        done =
            foot(ui, access_, body, {.label = "Open the exam", .kind = ButtonKind::primary, .chord = ctrl(Key::enter)});
    } else {
        Rect line = body.cut_bottom(ui.px(measure::kButton));
        const Button close{.label = "Close", .kind = ButtonKind::primary, .chord = chord(Key::escape)};
        if (button(ui, line.cut_right(button_width(ui, close)), close)) done = -1;
    }
    if (done == 1 && access_.act([&] { access_.host().open_exam(trainee_); }, "The exam of " + trainee_ + " is open."))
        asking_ = Asking::none, reload();
    if (done == -1 || dialog.dismissed()) asking_ = Asking::none;
}

void TraineePage::ask_close(Ui& ui) {
    const Font& font = ui.fonts().text;
    Dialog dialog(ui, "Close the exam of " + trainee_, ui.px(580), ui.px(360));
    Rect body = dialog.content();
    body.cut_top(paragraph(ui, body.x, body.y, body.w, font, file_.exam_whole ? Tone::plain : Tone::careful,
                           file_.exam_whole
                               ? "Everything that the rule asks for was taken. After closing, " + trainee_ +
                                     " can read the results, and second ratings and the signature follow."
                               : "Parts of this exam are still to be taken. Closed now, it counts as not passed.") +
                 ui.px(14));
    label(ui, body.cut_top(ui.fonts().small.line), ui.fonts().small, Tone::dim,
          file_.exam_whole ? "A word on it, if you like" : "Why it is closed early (must be given)");
    body.cut_top(ui.px(6));
    Rect area = body;
    area.cut_bottom(ui.px(measure::kButton + 14));
    const FieldTouch words = text_area(ui, area, {.label = "Reason", .value = words_});
    if (words.edit) words_ = words.edit->value;
    const int done = foot(ui, access_, body,
                          {.label = "Close it",
                           .kind = ButtonKind::primary,
                           .chord = ctrl(Key::enter),
                           .enabled = file_.exam_whole || !blank(words_)});
    if (done == 1 && access_.act([&] { access_.host().close_exam(trainee_, words_); }, "The exam is closed."))
        asking_ = Asking::none, reload();
    if (done == -1 || dialog.dismissed()) asking_ = Asking::none;
}

void TraineePage::ask_sign_off(Ui& ui) {
    const standing::ExamResult& exam = *file_.standing.exam;
    const Font& font = ui.fonts().text;
    const float wide = std::min(ui.px(680), ui.window().w - ui.px(32));
    Dialog dialog(ui, "Sign off the exam of " + trainee_, wide, ui.px(560));
    Rect body = dialog.content();
    const bool open = exam.rule == Verdict::open || exam.rule == Verdict::further || !exam.rated;
    const bool withheld = standing::sums_withheld(exam);
    const std::string rule = withheld                        ? "How it went is withheld until it is rated."
                             : exam.rule == Verdict::passed  ? "By the rule: certified."
                             : exam.rule == Verdict::not_yet ? "By the rule: not yet."
                                                             : "The rule has not decided yet.";
    Rect foot_place = body.cut_bottom(ui.px(measure::kButton));
    body.cut_bottom(ui.px(14));
    const std::optional<std::string> outcome =
        choice_ ? std::make_optional<std::string>(*choice_ == 0 ? "certified" : "not_yet") : std::nullopt;
    const bool against = outcome && ((*outcome == "certified") != (exam.rule == Verdict::passed));
    {
        // A little wider than what stands in it, for the focus ring; what stands in it lines up with the title.
        Scroll scroll(ui, "sign off", {body.x - ui.px(4), body.y, body.w + ui.px(8), body.h});
        const Rect c = scroll.content().inset(ui.px(4), 0);
        float y = c.y;
        const Tone tone = withheld                        ? Tone::careful
                          : exam.rule == Verdict::passed  ? Tone::good
                          : exam.rule == Verdict::not_yet ? Tone::bad
                                                          : Tone::careful;
        label(ui, {c.x, y, c.w, font.line}, ui.fonts().strong, tone, rule);
        y += font.line + ui.px(6);
        for (const std::string& reason : withheld ? std::vector<std::string>{} : exam.reasons)
            y += paragraph(ui, c.x, y, c.w, font, Tone::plain, reason) + ui.px(4);
        if (!exam.rated)
            y += paragraph(
                     ui, c.x, y, c.w, font, Tone::careful,
                     "Second ratings are missing. They are made without seeing the machine's scores, from the list of "
                     "attempts.") +
                 ui.px(4);
        y += ui.px(12);
        const Choice outcomes{
            .label = "Outcome", .options = {"Certified", "Not yet competent"}, .chosen = choice_, .enabled = !open};
        const float high = choice_height(ui, c.w, outcomes);
        if (const auto chosen = choice(ui, {c.x, y, c.w, high}, outcomes)) choice_ = chosen;
        y += high + ui.px(14);
        const Font& small = ui.fonts().small;
        label(ui, {c.x, y, c.w, small.line}, small, against ? Tone::careful : Tone::dim,
              against ? "This is not what the rule says. Your reason stands in the report and in any appeal."
                      : "A word on it (must be given when you decide otherwise than the rule)");
        y += small.line + ui.px(6);
        const FieldTouch why =
            text_area(ui, {c.x, y, c.w, ui.px(84)}, {.label = "Reason", .value = words_, .enabled = !open});
        if (why.edit) words_ = why.edit->value;
        y += ui.px(84 + 14);
        label(ui, {c.x, y, c.w, small.line}, small, Tone::dim, "Your PIN or passphrase again, as your signature");
        y += small.line + ui.px(6);
        secret_field(ui, {c.x, y, std::min(c.w, ui.px(320)), ui.px(measure::kButton)},
                     {.label = "Signature", .enabled = !open}, secret_);
        y += ui.px(measure::kButton + 6);
        scroll.used(y - c.y);
    }
    const bool ready = !open && outcome && !secret_.empty() && (!against || !blank(words_));
    const int done = foot(ui, access_, foot_place,
                          {.label = "Sign", .kind = ButtonKind::primary, .chord = ctrl(Key::enter), .enabled = ready});
    if (done == 1 && outcome &&
        access_.act([&] { access_.host().sign_off(trainee_, *outcome, words_, secret_); },
                    "Signed: " + trainee_ + (*outcome == "certified" ? " is certified." : " is not yet competent.")))
        asking_ = Asking::none, secret_.clear(), reload();
    if (done == 1) secret_.clear();
    if (done == -1 || dialog.dismissed()) asking_ = Asking::none, secret_.clear();
}

void TraineePage::ask_plan(Ui& ui) {
    Dialog dialog(ui, "Remediation of " + trainee_, ui.px(600), ui.px(400));
    Rect body = dialog.content();
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim,
                           "Before the next exam a plan is written, worked through, and noted as done.") +
                 ui.px(14));
    const Choice kinds{.label = "What happened", .options = {"A plan is made", "The plan is done"}, .chosen = choice_};
    const float high = choice_height(ui, body.w, kinds);
    if (const auto chosen = choice(ui, body.cut_top(high), kinds)) choice_ = chosen;
    body.cut_top(ui.px(14));
    label(ui, body.cut_top(ui.fonts().small.line), ui.fonts().small, Tone::dim,
          choice_ == 1U ? "What was done, and how it went" : "What will be practiced, with whom, and until when");
    body.cut_top(ui.px(6));
    Rect area = body;
    area.cut_bottom(ui.px(measure::kButton + 14));
    const FieldTouch words = text_area(ui, area, {.label = "Plan", .value = words_});
    if (words.edit) words_ = words.edit->value;
    const int done = foot(ui, access_, body,
                          {.label = "Keep it",
                           .kind = ButtonKind::primary,
                           .chord = ctrl(Key::enter),
                           .enabled = choice_ && !blank(words_)});
    if (done == 1 && access_.act(
                         [&] {
                             if (*choice_ == 0) {
                                 access_.host().plan_remediation(trainee_, words_);
                             } else {
                                 access_.host().remediation_done(trainee_, words_);
                             }
                         },
                         *choice_ == 0 ? "The plan is kept." : "Remediation is noted as done."))
        asking_ = Asking::none, reload();
    if (done == -1 || dialog.dismissed()) asking_ = Asking::none;
}

void TraineePage::dialogs(Ui& ui) {
    switch (asking_) {
        case Asking::none:
            return;
        case Asking::enroll:
            return ask_enroll(ui);
        case Asking::exam:
            return ask_exam(ui);
        case Asking::close:
            return ask_close(ui);
        case Asking::sign_off:
            return ask_sign_off(ui);
        case Asking::plan:
            return ask_plan(ui);
    }
}

}  // namespace shift311::desk
