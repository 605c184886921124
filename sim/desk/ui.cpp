#include "sim/desk/ui.hpp"

#include "sim/desk/imgui_seam.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shift311::desk {

namespace {

constexpr ControlId kSeed = 2166136261U;
constexpr int kReveal = 6;
constexpr int kWanted = 4;  // frames

ControlId hash(std::string_view text, ControlId seed) {
    for (const char c : text)
        seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
    return seed;
}

/// A key held down steps through a list again and again, but answers or holds a call only once.
bool acts_once(Key key) {
    return (key >= Key::f1 && key <= Key::f12) || key == Key::enter || key == Key::escape || key <= Key::digit9;
}

bool is_text(Role role) {
    return role == Role::text_field || role == Role::text_area;
}

}  // namespace

void Ui::look(const Theme& theme, const Fonts& fonts, float scale) {
    theme_ = &theme;
    fonts_ = fonts;
    scale_ = scale;
}

float Ui::px(float measure) const {
    return std::round(measure * scale_);
}

void Ui::begin(const Slice& slice, bool shift_held, Millis now, Rect window) {
    slice_ = slice;
    key_taken_ = false;
    up_.reset();
    shift_ = shift_held;
    now_ = now;
    window_ = window;
    animating_ = false;
    controls_.clear();
    stops_.clear();
    scopes_.clear();
    group_ = 0;
    layer_ = deepest_ = 0;
    if (slice_.key) {
        if (slice_.key->down) {
            held_.try_emplace(slice_.key->key, Held{slice_.key->at, slice_.key->mods, false});
        } else {
            if (const auto held = held_.find(slice_.key->key); held != held_.end()) {
                up_ = held->second;
                held_.erase(held);
            }
            key_taken_ = true;  // only presses act
        }
    }
}

bool Ui::pressed(const Chord& chord) {
    if (covered()) return false;
    if (const char32_t c = written(chord.key); c != 0 && !chord.mods.ctrl && !chord.mods.alt) {
        if (typing()) return false;
        const auto same = [c](char32_t t) { return t == c || (t >= U'A' && t <= U'Z' && t + 32 == c); };
        const auto found = std::find_if(slice_.text.begin(), slice_.text.end(), same);
        if (found == slice_.text.end()) return false;
        slice_.text.erase(found);
        return true;
    }
    if (key_taken_ || !slice_.key || slice_.key->key != chord.key || slice_.key->mods != chord.mods) return false;
    take_key();
    if (slice_.key->repeat && acts_once(chord.key)) return false;
    return true;
}

bool Ui::tapped(const Chord& chord) {
    if (covered() || !up_ || slice_.key->key != chord.key || up_->mods != chord.mods || up_->taken) return false;
    if (slice_.key->at - up_->since >= kHeld) return false;
    up_.reset();
    return true;
}

std::optional<Millis> Ui::held_since(Key key) const {
    const auto found = held_.find(key);
    if (found == held_.end()) return std::nullopt;
    return found->second.since;
}

void Ui::take_key() {
    key_taken_ = true;
    if (!slice_.key) return;
    if (const auto held = held_.find(slice_.key->key); held != held_.end()) held->second.taken = true;
}

const KeyPress* Ui::key_for(const Touch& touch) const {
    return touch.focused && !key_taken_ && slice_.key ? &*slice_.key : nullptr;
}

const std::u32string& Ui::text_for(const Touch& touch) const {
    static const std::u32string kNone;
    return touch.focused ? slice_.text : kNone;
}

void Ui::focus(std::string_view label) {
    for (const Control& c : controls_) {
        if (c.label != label || !interactive(c.role) || !c.enabled) continue;
        set_focus(c.id, is_text(c.role), true);
        wanted_focus_.clear();
        return;
    }
    // Nobody may take the keys meant for the one that is still to come.
    if (wanted_focus_.empty()) {
        focus_before_ = focus_;
        text_before_ = focus_is_text_;
    }
    focus_ = 0;
    wanted_focus_ = label;
    wanted_frames_ = kWanted;
}

void Ui::unfocus() {
    focus_ = 0;
    focus_is_text_ = false;
    wanted_focus_.clear();
}

bool Ui::has_focus(std::string_view label) const {
    if (!wanted_focus_.empty()) return wanted_focus_ == label;
    return focus_ != 0 && focus_label_ == label;
}

void Ui::set_focus(ControlId id, bool text, bool by_key) {
    if (focus_ != id) {
        gained_ = id;
        focus_label_.clear();
        for (const Control& c : controls_)
            if (c.id == id) focus_label_ = c.label;
    }
    moved_ = false;
    focus_ = id;
    focus_is_text_ = text;
    focus_by_key_ = by_key;
    reveal_ = by_key ? kReveal : 0;
}

void Ui::push_scope(std::string_view scope) {
    scopes_.push_back(hash(scope, scopes_.empty() ? kSeed : scopes_.back()));
}

void Ui::pop_scope() {
    scopes_.pop_back();
}

void Ui::begin_group(std::string_view name) {
    group_ = hash(name, scopes_.empty() ? kSeed : scopes_.back()) | 1U;
}

void Ui::end_group() {
    group_ = 0;
}

void Ui::begin_layer() {
    ++layer_;
    deepest_ = std::max(deepest_, layer_);
}

void Ui::end_layer() {
    --layer_;
}

ControlId Ui::id_of(std::string_view name) const {
    const ControlId id = hash(name, scopes_.empty() ? kSeed : scopes_.back());
    return id == 0 ? 1 : id;
}

Rect Ui::visible_part(const Rect& rect) const {
    const ImVec2 low = draw().GetClipRectMin(), high = draw().GetClipRectMax();
    return rect.meet({low.x, low.y, high.x - low.x, high.y - low.y}).meet(window_);
}

Touch Ui::touch(const Rect& rect, const TouchSpec& spec) {
    Touch t;
    t.id = id_of(spec.name.empty() ? spec.label : spec.name);
    t.index = controls_.size();
    Control c;
    c.label = spec.label;
    c.role = spec.role;
    c.rect = rect;
    c.visible = visible_part(rect);
    c.enabled = spec.enabled && !covered();
    c.id = t.id;
    c.layer = layer_;
    const bool text = is_text(spec.role);

    if (c.enabled && !rect.empty()) {
        if (!wanted_focus_.empty() && wanted_focus_ == spec.label && spec.focusable) {
            set_focus(t.id, text, true);
            wanted_focus_.clear();
        }
        ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
        ImGui::PushID(static_cast<int>(t.id));
        t.clicked = ImGui::InvisibleButton("##touch", ImVec2(rect.w, rect.h));
        t.hovered = ImGui::IsItemHovered();
        t.held = ImGui::IsItemActive();
        if (ImGui::IsItemActivated() && spec.focusable) set_focus(t.id, text, false);
        ImGui::PopID();
        if (spec.focusable) stops_.push_back({t.id, group_, layer_, spec.current, text});
        t.focused = spec.focusable && focus_ == t.id;
        if (t.focused) {
            focus_is_text_ = text;
            focus_label_ = spec.label;
            t.gained = gained_ == t.id;
            t.moved = t.gained && moved_;
            if (t.gained) gained_ = 0;
            t.ring = focus_by_key_ || text;
            if (reveal_ > 0) {
                --reveal_;
                // A window learns only after a frame how far it can scroll; hence more than one try.
                if (visible_part(rect).h < rect.h - 1) seam::scroll_to(rect);
            }
            if (!text) {
                const KeyPress* key = key_for(t);
                if (key != nullptr && key->key == Key::enter && key->mods == Mods{}) {
                    t.clicked = !key->repeat;
                    take_key();
                }
                if (const auto space = slice_.text.find(U' '); space != std::u32string::npos) {
                    t.clicked = true;
                    slice_.text.erase(space, 1);
                }
            }
        }
    }
    c.focused = t.focused;
    controls_.push_back(std::move(c));
    return t;
}

void Ui::note(Role role, std::string_view label, const Rect& rect, std::string_view value, bool fits) {
    Control c;
    c.label = label;
    c.role = role;
    c.rect = rect;
    c.visible = visible_part(rect);
    c.value = value;
    c.fits = fits;
    c.layer = layer_;
    controls_.push_back(std::move(c));
}

}  // namespace shift311::desk
