#include "sim/desk/controls/panel.hpp"

#include "sim/desk/controls/text.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>
#include <string>

namespace shift311::desk {

void card(const Ui& ui, const Rect& rect) {
    const float corner = ui.px(measure::kCardCorner);
    paint::fill(ui, rect, ui.theme().panel, corner);
    paint::outline(ui, rect, ui.theme().line, corner);
}

Rect card_head(Ui& ui, const Rect& rect, std::string_view text, std::string_view right) {
    Rect left = rect;
    const Rect head = left.cut_top(ui.px(40));
    Rect inside = head.inset(ui.px(16), 0);
    if (!right.empty()) {
        const Rect place = inside.cut_right(paint::width(ui.fonts().mono_small, right));
        label(ui, place, ui.fonts().mono_small, Tone::dim, right, paint::Align::right, std::string(text) + ", count");
        inside.cut_right(ui.px(8));
    }
    heading(ui, inside, text);
    paint::rule_below(ui, head, ui.theme().line);
    return left;
}

void notice(const Ui& ui, const Rect& rect, Tone tone) {
    const float corner = ui.px(measure::kCardCorner);
    paint::fill(ui, rect, quiet_ground(ui.theme(), tone), corner);
    paint::outline(ui, rect, quiet_line(ui.theme(), tone), corner);
}

Scroll::Scroll(Ui& ui, std::string_view name, const Rect& rect, bool follow) : ui_(ui), rect_(rect), follow_(follow) {
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    ImGui::BeginChild(std::string(name).c_str(), ImVec2(std::max(1.0F, rect.w), std::max(1.0F, rect.h)), false,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    // At the end is who was there in the last frame, even if the rectangle has become lower since.
    const float end = ImGui::GetStateStorage()->GetFloat(ImGui::GetID("end"), ImGui::GetScrollMaxY());
    at_end_ = ImGui::GetScrollY() >= std::min(end, ImGui::GetScrollMaxY()) - 1;
    content_ = {rect.x, rect.y - ImGui::GetScrollY(), rect.w, rect.h};
    if (ImGui::GetScrollMaxY() > 0) content_.w -= ui.px(10);
}

Scroll::~Scroll() {
    ImGui::SetCursorScreenPos(ImVec2(content_.x, content_.y + std::max(1.0F, height_) - 1));
    ImGui::Dummy(ImVec2(1, 1));
    const float end = std::max(0.0F, height_ - rect_.h);
    if (follow_ && at_end_) ImGui::SetScrollY(end);
    ImGui::GetStateStorage()->SetFloat(ImGui::GetID("end"), end);
    ImGui::EndChild();
}

Rect Scroll::at_least(float height) {
    Rect c = content_;
    c.h = std::max(rect_.h, height);
    height_ = c.h;
    return c;
}

void Scroll::to_top() {
    ImGui::SetScrollY(0);
}

void Scroll::by_keys(std::string_view label) {
    const float most = ImGui::GetScrollMaxY();
    if (most <= 0) return;
    const Touch touch = ui_.touch(rect_, {.label = label, .role = Role::text});
    if (touch.ring) paint::focus_ring(ui_, rect_.inset(1), ui_.px(measure::kControlCorner));
    ui_.control(touch).value = "scrolls";
    const KeyPress* key = ui_.key_for(touch);
    if (key == nullptr || key->mods != Mods{}) return;
    const float line = ui_.fonts().text.line * 2, page = rect_.h * 0.8F;
    switch (key->key) {
        case Key::up:
            by(-line);
            break;
        case Key::down:
            by(line);
            break;
        case Key::page_up:
            by(-page);
            break;
        case Key::page_down:
            by(page);
            break;
        case Key::home:
            to_top();
            break;
        case Key::end:
            ImGui::SetScrollY(most);
            break;
        default:
            return;
    }
    ui_.take_key();
}

void Scroll::by(float pixels) {
    ImGui::SetScrollY(std::max(0.0F, ImGui::GetScrollY() + pixels));
}

}  // namespace shift311::desk
