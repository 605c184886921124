#include "sim/desk/call/tour.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace shift311::desk {

namespace {

constexpr Millis kAfterTouch = 4000;
constexpr journal::Millis kSoon = 3000;  // an answer that is on its way is waited for

bool said(const shift::Contact& c, std::string_view phrase) {
    return std::find(c.said.begin(), c.said.end(), phrase) != c.said.end();
}
bool filled(const shift::Contact& c, const char* field) {
    const auto found = c.fields.find(field);
    return found != c.fields.end() && found->second.size() > 4;
}

struct Step {
    const char* target;  ///< label of the control that the card points at
    const char* title;
    const char* text;
    bool (*done)(const shift::Contact&);
};

using shift::Contact;
using shift::Stage;

constexpr std::array kSteps{
    Step{"Answer", "Answer the phone", "A caller is waiting. Press F1, or click Answer.",
         [](const Contact& c) { return c.stage != Stage::waiting; }},
    Step{"Say", "Say hello",
         "Type what you would say, such as \u201cThank you for calling 311, this is Dana\u201d, and press Enter. A few "
         "letters of a phrase, such as \u201cgreet\u201d, do as well. Ctrl+/ brings you back to this line.",
         [](const Contact& c) { return !c.said.empty() || c.stage == Stage::wrap_up || c.stage == Stage::done; }},
    Step{"Say", "Ask where it is", "Listen first: callers often say half of what you need. Then ask where it is.",
         [](const Contact& c) {
             return said(c, "ask_location") || filled(c, "location") ||
                    std::find(c.known.begin(), c.known.end(), "location") != c.known.end();
         }},
    Step{"Service", "Choose the service",
         "Press F5 and type what it is about, such as \u201cpothole\u201d or \u201ctrash\u201d. Enter takes it.",
         [](const Contact& c) { return !c.service.empty(); }},
    Step{
        "Location", "Write the location",
        "Number, direction, street and type, just as the city writes it. The field tells you what it knows; \u2193 and "
        "Enter take a suggestion.",
        [](const Contact& c) { return filled(c, "location"); }},
    Step{"File request", "Fill in the rest, and file",
         "Tab goes from field to field. Ask the caller for what is missing: Ctrl+/ to speak, F5 back to the form. Read "
         "the "
         "address back before you file with Ctrl+Enter.",
         [](const Contact& c) { return !c.filed.empty() || !c.changed.empty(); }},
    Step{"Say", "Give the number",
         "Tell the caller the reference number, and when it will be done. Try \u201cgive reference\u201d and "
         "\u201cgive due "
         "date\u201d.",
         [](const Contact& c) { return said(c, "give_reference"); }},
    Step{"Say", "Close the call", "Ask whether there is anything else, and say goodbye.",
         [](const Contact& c) { return said(c, "close") || c.stage == Stage::wrap_up || c.stage == Stage::done; }},
    Step{"End", "End the call", "F4 ends the call once everything is said.",
         [](const Contact& c) { return c.stage == Stage::wrap_up || c.stage == Stage::done; }},
    Step{"Outcome: Request filed", "Say how it came out",
         "Choose the outcome with the arrow keys and Space, then finish with F4. Your score comes next.",
         [](const Contact& c) { return c.stage == Stage::done; }},
};

std::optional<Rect> place_of(const Ui& ui, std::string_view label) {
    for (const Control& c : ui.controls())
        if (c.label == label && interactive(c.role) && !c.visible.empty()) return c.visible;
    return std::nullopt;
}

}  // namespace

std::size_t Tour::due(const Seat& seat) const {
    if (seat.state().contacts.empty()) return 0;
    const Contact& contact = seat.state().contacts.front();
    std::size_t step = 0;
    // A later act counts for the ones before it: nobody is sent back.
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        if (kSteps[i].done(contact)) step = std::max(step, i + 1);
    return step;
}

bool Tour::clock_runs(Millis now, const Seat& seat) const {
    if (!welcomed_) return false;
    const auto next = seat.run().next_due();
    if (next && *next - seat.clock().at() < kSoon) return true;
    return !seat.quiet() || seat.state().contacts.empty() || now - touched_ < kAfterTouch;
}

bool Tour::show(Ui& ui, Seat& seat, const std::optional<Rect>& free) {
    const std::size_t step = due(seat);
    if (step >= kSteps.size()) return false;
    const Step& s = kSteps[step];
    const Theme& t = ui.theme();
    const bool early = welcomed_ && seat.state().contacts.empty();
    std::string head = s.title, text = s.text;
    if (!welcomed_) {
        head = "Welcome to the desk";
        text =
            "This is a practice call. A card like this one shows what to do next; the clock stands still while you "
            "read. "
            "At the end you see what was heard, what was missed and why.";
    } else if (early) {
        head = "The phone will ring";
        text = "You are available; the first caller is a moment away.";
    }
    const std::optional<Rect> target = welcomed_ && !early ? place_of(ui, s.target) : std::nullopt;

    const Rect window = ui.window();
    const bool aside = free && welcomed_;
    const float wide = aside ? free->w : std::min(ui.px(340), window.w - ui.px(32));
    const float inner = wide - ui.px(32);
    const float high = ui.px(16) + ui.fonts().strong.line + ui.px(6) + paragraph_height(ui.fonts().text, inner, text) +
                       ui.px(12 + 36 + 14);
    Rect box{std::round((window.w - wide) / 2), std::round((window.h - high) / 2), wide, high};
    if (aside) {
        box = {free->x, free->bottom() - high, wide, high};
    } else if (target) {
        // Beside the control, on whichever side has room, and never over it.
        const float gap = ui.px(14);
        const float level =
            std::clamp(target->middle() - high / 2, ui.px(56), std::max(ui.px(56), window.h - high - ui.px(40)));
        if (target->right() + gap + wide < window.w - ui.px(8)) {
            box = {target->right() + gap, level, wide, high};
        } else if (target->x - gap - wide > ui.px(8)) {
            box = {target->x - gap - wide, level, wide, high};
        } else if (target->y - gap - high > ui.px(8)) {
            box = {std::clamp(target->x, ui.px(8), window.w - wide - ui.px(8)), target->y - gap - high, wide, high};
        } else {
            box = {std::clamp(target->x, ui.px(8), window.w - wide - ui.px(8)), target->bottom() + gap, wide, high};
        }
    }
    if (target) paint::outline(ui, target->grown(ui.px(4)), t.accent, ui.px(10), ui.px(3));

    ImGui::SetNextWindowPos(ImVec2(box.x, box.y));
    ImGui::SetNextWindowSize(ImVec2(box.w, box.h));
    ImGui::Begin("##tour", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    paint::fill(ui, box, t.panel, ui.px(measure::kCardCorner));
    paint::outline(ui, box, t.accent, ui.px(measure::kCardCorner), ui.px(2));
    Rect inside = box.inset(ui.px(16), ui.px(14));
    const std::string count = welcomed_ ? std::to_string(step + 1) + " of " + std::to_string(kSteps.size()) : "";
    Rect top = inside.cut_top(ui.fonts().strong.line);
    if (!count.empty())
        label(ui, top.cut_right(paint::width(ui.fonts().small, count)), ui.fonts().small, Tone::dim, count,
              paint::Align::right, "Tour step");
    label(ui, top, ui.fonts().strong, Tone::accent, head);
    inside.cut_top(ui.px(6));
    inside.cut_top(paragraph(ui, inside.x, inside.y, inside.w, ui.fonts().text, Tone::plain, text));
    inside.cut_top(ui.px(12));
    Rect foot = inside.cut_top(ui.px(36));
    bool left = false;
    const Button leave{.label = "Leave the tour", .kind = ButtonKind::quiet};
    if (button(ui, foot.cut_right(button_width(ui, leave)), leave)) left = true;
    if (!welcomed_) {
        const Button start{.label = "Start", .kind = ButtonKind::primary};
        if (button(ui, foot.cut_left(button_width(ui, start) + ui.px(24)), start)) {
            welcomed_ = true;
            touched_ = ui.now();
        }
    }
    ImGui::End();
    if (!ui.anything_focused() && !welcomed_) ui.focus("Start");
    return !left;
}

}  // namespace shift311::desk
