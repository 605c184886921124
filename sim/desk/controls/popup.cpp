#include "sim/desk/controls/popup.hpp"

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

std::optional<std::size_t> popup_list(Ui& ui, const Rect& anchor, std::string_view name,
                                      const std::vector<PopupItem>& items, std::optional<std::size_t> highlight) {
    constexpr std::size_t kMost = 8;
    const Theme& t = ui.theme();
    const float line = ui.px(32), edge = ui.px(4);
    const Rect window = ui.window();
    const float wanted = line * static_cast<float>(std::min(items.size(), kMost)) + 2 * edge;
    const float below = window.bottom() - anchor.bottom() - ui.px(8), above = anchor.y - ui.px(8);
    const bool down = below >= wanted || below >= above;
    const float high = std::min(wanted, std::max(line + 2 * edge, down ? below : above));
    const Rect box{anchor.x, down ? anchor.bottom() + ui.px(4) : anchor.y - ui.px(4) - high, anchor.w, high};

    // Room around the box for its shadow.
    const float rim = ui.px(12);
    ImGui::SetNextWindowPos(ImVec2(box.x - rim, box.y - rim));
    ImGui::SetNextWindowSize(ImVec2(box.w + 2 * rim, box.h + 2 * rim));
    ImGui::Begin(("##popup " + std::string(name)).c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoScrollWithMouse);
    for (int i = 3; i > 0; --i)
        paint::fill(ui, box.grown(static_cast<float>(2 * i)).moved(0, 3), Color{0, 0, 0, 18},
                    ui.px(measure::kControlCorner) + static_cast<float>(2 * i));
    paint::fill(ui, box, t.panel, ui.px(measure::kControlCorner));
    paint::outline(ui, box, t.edge, ui.px(measure::kControlCorner));
    // The highlight is followed when it moves; else the wheel could never leave it.
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const int now = highlight ? static_cast<int>(*highlight) : -1;
    const bool follow = ImGui::IsWindowAppearing() || kept.GetInt(ImGui::GetID("highlight"), -1) != now;
    kept.SetInt(ImGui::GetID("highlight"), now);
    std::optional<std::size_t> clicked;
    {
        Scroll scroll(ui, name, box.inset(1, edge));
        const Rect c = scroll.content();
        float y = c.y;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const PopupItem& item = items[i];
            const Rect r{c.x, y, c.w, line};
            y += line;
            const Touch touch = ui.touch(r, {.label = item.text, .role = Role::row, .focusable = false});
            const bool on = highlight == i;
            if (on || touch.hovered) paint::fill(ui, r, on ? t.selected : t.hover);
            Rect inside = r.inset(ui.px(12), 0);
            if (!item.note.empty()) {
                const Font& small = ui.fonts().small;
                const Rect note = inside.cut_right(std::min(paint::width(small, item.note), inside.w * 0.5F));
                paint::text(ui, note, small, t.dim, item.note, paint::Align::right);
                inside.cut_right(ui.px(12));
            }
            const Font& font = ui.fonts().text;
            const bool fits = paint::text(ui, inside, font, t.text, item.text);
            if (fits) {
                for (const auto& [begin, end] : item.strong)
                    paint::text_at(ui,
                                   inside.x + paint::width(font, std::string_view(item.text).substr(0, begin)) + 0.6F,
                                   r.middle() - font.size / 2, font, t.text,
                                   std::string_view(item.text).substr(begin, end - begin));
            }
            ui.control(touch).value = on ? "selected" : "";
            ui.control(touch).fits = fits;
            // The press counts, not the release: by then the field has lost the focus and the list may be gone.
            if (touch.held && ui.mouse_button() && ui.mouse_button()->down) clicked = i;
            if (on && follow && (r.y < box.y || r.bottom() > box.bottom()))
                scroll.by(r.y < box.y ? r.y - box.y : r.bottom() - box.bottom());
        }
        scroll.used(y - c.y);
    }
    ImGui::End();
    return clicked;
}

}  // namespace shift311::desk
