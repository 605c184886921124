#include "sim/desk/controls/dialog.hpp"

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace shift311::desk {

Dialog::Dialog(Ui& ui, std::string_view heading, float wide, float high) : ui_(ui) {
    const Rect all = ui.window();
    ImGui::SetNextWindowPos(ImVec2(all.x, all.y));
    ImGui::SetNextWindowSize(ImVec2(all.w, all.h));
    ImGui::SetNextWindowFocus();
    ImGui::Begin(("##dialog " + std::string(heading)).c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ui.begin_layer();
    ui.push_scope(heading);
    const Theme& t = ui.theme();
    paint::fill(ui, all, t.shade);

    wide = std::min(wide, all.w - ui.px(32));
    high = std::min(high, all.h - ui.px(32));
    const Rect box{std::round((all.w - wide) / 2), std::round((all.h - high) / 2), wide, high};
    for (int i = 4; i > 0; --i)
        paint::fill(ui, box.grown(ui.px(static_cast<float>(2 * i))).moved(0, ui.px(4)), Color{0, 0, 0, 14},
                    ui.px(measure::kCardCorner) + ui.px(static_cast<float>(2 * i)));
    card(ui, box);
    ui.note(Role::dialog, heading, box);
    content_ = box.inset(ui.px(24), ui.px(20));
    title(ui, content_.cut_top(ui.px(32)), heading);
    content_.cut_top(ui.px(8));

    const auto& button = ui.mouse_button();
    dismissed_ = ui.pressed(chord(Key::escape)) ||
                 (button && button->down && button->button == 0 && !box.contains(button->x, button->y));
}

Dialog::~Dialog() {
    ui_.pop_scope();
    ui_.end_layer();
    ImGui::End();
}

}  // namespace shift311::desk
