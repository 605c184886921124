#include "sim/desk/input.hpp"

namespace shift311::desk {

void Input::push(const InputEvent& event) {
    if (const auto* t = std::get_if<Typed>(&event); t != nullptr && (t->c < 0x20 || t->c == 0x7F)) return;
    queue_.push_back(event);
}

Slice Input::next() {
    Slice slice;
    bool text = false;
    bool motion = false;
    while (!queue_.empty()) {
        const InputEvent event = queue_.front();
        if (const auto* typed = std::get_if<Typed>(&event)) {
            if (motion) return slice;
            text = true;
            slice.text.push_back(typed->c);
            slice.at = typed->at;
            queue_.pop_front();
            continue;
        }
        if (const auto* moved = std::get_if<MouseMoved>(&event)) {
            if (text) return slice;
            motion = true;
            x_ = moved->x, y_ = moved->y, inside_ = true;
            slice.at = moved->at;
            queue_.pop_front();
            continue;
        }
        if (const auto* wheel = std::get_if<Wheel>(&event)) {
            if (text) return slice;
            motion = true;
            slice.wheel += wheel->steps;
            slice.at = wheel->at;
            queue_.pop_front();
            continue;
        }
        if (const auto* left = std::get_if<MouseLeft>(&event)) {
            if (text) return slice;
            motion = true;
            inside_ = false;
            slice.at = left->at;
            queue_.pop_front();
            continue;
        }
        if (text || motion) return slice;
        if (const auto* key = std::get_if<KeyPress>(&event)) {
            slice.key = *key;
            slice.at = key->at;
            shift_ = key->mods.shift;
        } else if (const auto* button = std::get_if<MouseButton>(&event)) {
            x_ = button->x, y_ = button->y, inside_ = true;
            if (button->button >= 0 && button->button < 3) down_[button->button] = button->down;
            shift_ = button->mods.shift;
            slice.button = *button;
            slice.at = button->at;
        }
        queue_.pop_front();
        return slice;
    }
    return slice;
}

}  // namespace shift311::desk
