#include "sim/desk/call/help.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/dialog.hpp"
#include "sim/desk/controls/key_cap.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <array>

namespace shift311::desk {

namespace {

struct Line {
    const char* cap;
    const char* does;
};
struct Group {
    const char* name;
    std::array<Line, 7> lines;
};

constexpr std::array kGroups{
    Group{"The call",
          {Line{"F1", "answer whoever has waited longest"},
           {"F2", "hold, and take back"},
           {"F3", "transfer"},
           {"F4", "end the call; then finish the contact"},
           {"Ctrl 1-9", "turn to a contact"},
           {"PgUp PgDn", "scroll the conversation"},
           {"F10", "menu: break, settings, leave"}}},
    Group{"Speaking",
          {Line{"/", "speak, when not typing in a field"},
           {"Ctrl /", "speak, from anywhere"},
           {"\u2191 \u2193", "choose a phrase; \u2193 alone lists them all"},
           {"Enter", "say it"},
           {"Esc", "clear the line, then leave it"},
           {"", ""},
           {"", ""}}},
    Group{"The request",
          {Line{"F5", "go to the form"},
           {"Tab", "next field"},
           {"\u2190 \u2192", "choose among chips"},
           {"\u2193 Enter", "take a suggestion"},
           {"F7", "compare with requests on file nearby"},
           {"Ctrl Enter", "file the request, or send the reply"},
           {"F12", "notes"}}},
    Group{"Looking up",
          {Line{"F6", "requests on file"},
           {"F8", "knowledge articles"},
           {"F9", "directory"},
           {"Ctrl + -", "larger and smaller text"},
           {"F11", "dark and light"},
           {"?", "this sheet; F1 held, too, while typing"},
           {"", ""}}},
};

}  // namespace

bool help_sheet(Ui& ui) {
    const bool wide = ui.window().w >= ui.px(880);
    Dialog box(ui, "All keys", ui.px(wide ? 900 : 480), ui.px(624));
    Rect all = box.content();
    Rect foot = all.cut_bottom(ui.px(measure::kButton));
    all.cut_bottom(ui.px(8));
    bool close = box.dismissed();
    const Button shut{.label = "Close", .kind = ButtonKind::primary, .chord = chord(Key::escape)};
    {
        Scroll scroll(ui, "keys", all);
        const Rect c = scroll.content();
        const float column = wide ? (c.w - ui.px(32)) / 2 : c.w;
        float tallest = 0, y = c.y;
        for (std::size_t g = 0; g < kGroups.size(); ++g) {
            const bool right = wide && g % 2 == 1;
            const float x = right ? c.x + column + ui.px(32) : c.x;
            float line = y;
            heading(ui, {x, line, column, ui.px(28)}, kGroups[g].name);
            line += ui.px(30);
            for (const Line& l : kGroups[g].lines) {
                if (*l.does == 0) continue;
                const float caps = ui.px(104);
                key_cap(ui, x, line + ui.px(14), l.cap);
                label(ui, {x + caps, line, column - caps, ui.px(28)}, ui.fonts().text, Tone::plain, l.does);
                line += ui.px(29);
            }
            tallest = std::max(tallest, line);
            if (!wide || right) y = tallest + ui.px(12), tallest = 0;
        }
        scroll.used(std::max(y, tallest) - c.y);
    }
    if (button(ui, foot.cut_right(button_width(ui, shut)), shut)) close = true;
    return close || ui.pressed(chord(Key::question)) || ui.pressed(chord(Key::f1));
}

}  // namespace shift311::desk
