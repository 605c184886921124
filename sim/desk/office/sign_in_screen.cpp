#include "sim/desk/office/sign_in_screen.hpp"

#include "sim/desk/bars.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/secret_field.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/paint.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

namespace {

constexpr const char* kName = "Your name";
constexpr const char* kSecret = "PIN or passphrase";
constexpr const char* kAgain = "The same again";

/// The word above a field.
void field_name(Ui& ui, Rect& body, const char* words) {
    paint::text(ui, body.cut_top(ui.px(22)), ui.fonts().small, ui.theme().dim, words);
}

bool blank(const std::string& text) {
    return text.find_first_not_of(' ') == std::string::npos;
}

}  // namespace

SignInScreen::SignInScreen(OfficeHost& host, Way way, std::string name)
    : host_(host), way_(way), name_(std::move(name)) {
    if (way_ == Way::sign_in)
        for (const Member& member : host_.members())
            names_.push_back({member.name, "", ""});
}

Rect SignInScreen::box(Ui& ui, Rect window, float high) const {
    const float wide = std::min(ui.px(440), window.w - ui.px(32));
    const float top = window.y + std::max(ui.px(16), std::round((window.h - high) * 0.4F));
    return {std::round(window.x + (window.w - wide) / 2), top, wide, high};
}

void SignInScreen::submit(Ui& ui, Deed& deed) {
    SignedIn answer;
    try {
        if (way_ == Way::first_administrator && secret_ != again_) {
            answer.refusal = "The two do not match. Type the passphrase again.";
        } else {
            answer =
                way_ == Way::sign_in ? host_.sign_in(name_, secret_) : host_.make_first_administrator(name_, secret_);
        }
    } catch (const std::exception& fault) {
        answer.refusal = fault.what();
    }
    again_.clear();
    if (answer.seated) {
        secret_.clear();
        refusal_.clear();
        deed.seated = answer.seated;
        return;
    }
    refusal_ = answer.refusal;
    if (way_ == Way::sign_in) secret_.clear();
    ui.focus(way_ == Way::sign_in || answer.refusal.rfind("The two", 0) != 0 ? kSecret : kAgain);
}

float SignInScreen::refusal_height(Ui& ui, float wide) const {
    return refusal_.empty() ? 0 : paragraph_height(ui.fonts().text, wide - ui.px(32), refusal_) + ui.px(36);
}

void SignInScreen::tell_refusal(Ui& ui, Rect& body) const {
    if (refusal_.empty()) return;
    const Rect told = body.cut_top(refusal_height(ui, body.w) - ui.px(14));
    notice(ui, told, Tone::bad);
    paragraph(ui, told.x + ui.px(16), told.y + ui.px(11), told.w - ui.px(32), ui.fonts().text, Tone::plain, refusal_);
    body.cut_top(ui.px(14));
}

void SignInScreen::sign_in(Ui& ui, const Rect& window, Deed& deed) {
    const float inner = std::min(ui.px(440), window.w - ui.px(32)) - ui.px(64);
    const float high = ui.px(386) + refusal_height(ui, inner);
    Scroll scroll(ui, "sign in", window);
    const Rect place = box(ui, scroll.at_least(high + ui.px(32)), high);
    card(ui, place);
    Rect body = place.inset(ui.px(32), ui.px(28));
    title(ui, body.cut_top(ui.px(32)), "Sign in");
    const char* about = "Your practice, your results and your standing are kept under your name.";
    body.cut_top(ui.px(4));
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim, about));
    body.cut_top(ui.px(20));
    field_name(ui, body, "Name");
    const auto known =
        std::find_if(names_.begin(), names_.end(), [&](const PickerOption& o) { return o.name == name_; });
    const Picker who{.label = kName,
                     .options = &names_,
                     .chosen = known == names_.end()
                                   ? std::nullopt
                                   : std::make_optional(static_cast<std::size_t>(known - names_.begin())),
                     .hint = "Type a few letters of it"};
    if (const auto taken = picker(ui, body.cut_top(ui.px(measure::kButton)), who, picker_)) {
        name_ = names_[*taken].name;
        refusal_.clear();
        // Tab goes there by itself, and would go one further.
        if (!ui.leaving()) ui.focus(kSecret);
    }
    body.cut_top(ui.px(14));
    // Over the field that has the focus: scrolled into view with it, it is read.
    tell_refusal(ui, body);
    field_name(ui, body, kSecret);
    const Rect secret_place = body.cut_top(ui.px(measure::kButton));
    bool go = secret_field(ui, secret_place, {.label = kSecret}, secret_);
    body.cut_top(ui.px(20));
    const bool ready = !name_.empty() && !secret_.empty();
    const Button act{.label = "Sign in", .kind = ButtonKind::primary, .enabled = ready};
    go = button(ui, body.cut_top(ui.px(44)), act) || go;
    body.cut_top(ui.px(12));
    label(ui, body.cut_top(ui.fonts().small.line), ui.fonts().small, Tone::dim,
          "Forgotten? An administrator can set a new one.");
    if (go && ready) submit(ui, deed);
}

void SignInScreen::first(Ui& ui, const Rect& window, Deed& deed) {
    const float inner = std::min(ui.px(440), window.w - ui.px(32)) - ui.px(64);
    const char* about =
        "With accounts, everybody signs in: trainees practice and see their own records, trainers rate and sign, HR "
        "reads reports. Practice kept so far stays. This cannot be taken back.";
    const float high = ui.px(392) + paragraph_height(ui.fonts().text, inner, about) + refusal_height(ui, inner);
    Scroll scroll(ui, "first administrator", window);
    const Rect place = box(ui, scroll.at_least(high + ui.px(32)), high);
    card(ui, place);
    Rect body = place.inset(ui.px(32), ui.px(28));
    title(ui, body.cut_top(ui.px(32)), "Set up accounts");
    body.cut_top(ui.px(4));
    body.cut_top(paragraph(ui, body.x, body.y, body.w, ui.fonts().text, Tone::dim, about));
    body.cut_top(ui.px(20));
    field_name(ui, body, "Name of the first administrator");
    const FieldTouch name = text_field(ui, body.cut_top(ui.px(measure::kButton)),
                                       {.label = kName, .value = name_, .hint = "First and last name", .most = 60});
    if (name.edit) name_ = name.edit->value;
    body.cut_top(ui.px(14));
    field_name(ui, body, "PIN (four digits or more) or passphrase (eight letters or more)");
    bool go = secret_field(ui, body.cut_top(ui.px(measure::kButton)), {.label = kSecret}, secret_);
    body.cut_top(ui.px(8));
    go = secret_field(ui, body.cut_top(ui.px(measure::kButton)), {.label = kAgain, .hint = kAgain}, again_) || go;
    body.cut_top(ui.px(14));
    tell_refusal(ui, body);
    body.cut_top(ui.px(6));
    Rect acts = body.cut_top(ui.px(44));
    const Button back{.label = "Not now", .kind = ButtonKind::quiet, .chord = chord(Key::escape)};
    if (button(ui, acts.cut_left(button_width(ui, back)), back)) deed.back = true;
    acts.cut_left(ui.px(12));
    const bool ready = !blank(name_) && !secret_.empty() && !again_.empty();
    go = button(ui, acts,
                {.label = "Set up accounts", .kind = ButtonKind::primary, .enabled = ready, .name = "set up"}) ||
         go;
    if (go && ready) submit(ui, deed);
}

SignInScreen::Deed SignInScreen::frame(Ui& ui, Settings& settings) {
    Deed deed;
    if (fresh_) {
        fresh_ = false;
        ui.focus(name_.empty() || way_ == Way::first_administrator ? kName : kSecret);
    }
    deed.settings_changed = settings_keys(ui, settings);
    Rect window = ui.window();
    Rect bar = top_bar(ui, window);
    const Button quit{.label = "Quit", .kind = ButtonKind::quiet, .chord = ctrl(Key::q)};
    if (button(ui, bar.cut_right(button_width(ui, quit)).inset(0, ui.px(6)), quit)) deed.quit = true;
    label(ui, bar, ui.fonts().text, Tone::dim, "Practice floor for city 3-1-1 call takers");
    if (window.h > ui.px(400))
        bottom_bar(ui, window,
                   {{"Tab", "next"},
                    {"\u2191 \u2193", "choose"},
                    {"Enter", way_ == Way::sign_in ? "sign in" : "go on"},
                    {"Ctrl + -", "text size"},
                    {"F11", "dark, light"}});
    if (way_ == Way::sign_in) {
        sign_in(ui, window, deed);
    } else {
        first(ui, window, deed);
    }
    return deed;
}

}  // namespace shift311::desk
