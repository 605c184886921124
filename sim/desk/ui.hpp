// What every control is given: the look, this frame's keys, who has the focus, and the list of controls being made.
#pragma once

#include "sim/desk/control.hpp"
#include "sim/desk/fonts.hpp"
#include "sim/desk/input.hpp"
#include "sim/desk/key.hpp"
#include "sim/desk/text_edit.hpp"
#include "sim/desk/theme.hpp"

#include <imgui.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::desk {

struct Clipboard {
    std::function<std::string()> get;
    std::function<void(const std::string&)> set;
};

/// What a control asks for when it wants to be touched.
struct TouchSpec {
    std::string_view label;
    Role role = Role::button;
    std::string_view name = {};  ///< tells controls apart whose label changes; the label if empty
    bool enabled = true;
    bool focusable = true;  ///< false: the mouse reaches it, Tab does not
    bool current = false;   ///< the member of its group that Tab stops at
};

struct Touch {
    ControlId id = 0;
    std::size_t index = 0;  ///< in the list of controls
    bool hovered = false;
    bool held = false;
    bool clicked = false;  ///< by the mouse, or by Space or Enter while focused
    bool focused = false;
    bool gained = false;  ///< the focus came since the last frame, by key or mouse
    bool moved = false;   ///< it came by an arrow key from another member of the group
    bool ring = false;    ///< show the focus ring
};

class Ui {
  public:
    explicit Ui(Clipboard clipboard) : clipboard_(std::move(clipboard)) {}

    // --- the look
    void look(const Theme& theme, const Fonts& fonts, float scale);
    const Theme& theme() const { return *theme_; }
    const Fonts& fonts() const { return fonts_; }
    float scale() const { return scale_; }
    /// A measure at 100 % in whole pixels of this text scale.
    float px(float measure) const;
    ImDrawList& draw() const { return *ImGui::GetWindowDrawList(); }

    // --- the frame
    void begin(const Slice& slice, bool shift_held, Millis now, Rect window);
    void end();
    Millis now() const { return now_; }
    /// When the keys and clicks of this frame really happened.
    Millis event_time() const { return slice_.at != 0 ? slice_.at : now_; }
    Rect window() const { return window_; }
    /// The person pressed, typed or clicked something in this frame.
    bool touched() const { return (slice_.key && slice_.key->down) || !slice_.text.empty() || slice_.button; }
    /// Something moves by itself: draw the next frame too.
    void animate() { animating_ = true; }
    bool animating() const { return animating_; }
    /// The person chose another look; it takes effect with the next frame.
    void want_look(Mode mode, int text_scale) { wanted_look_ = {mode, text_scale}; }
    struct WantedLook {
        Mode mode = Mode::dark;
        int text_scale = 100;
    };
    /// Letters that what is now shown needs besides the usual ones.
    void want_letters(std::string letters) { wanted_letters_ = std::move(letters); }
    std::optional<std::string> take_wanted_letters() { return std::exchange(wanted_letters_, std::nullopt); }
    std::optional<WantedLook> take_wanted_look() { return std::exchange(wanted_look_, std::nullopt); }

    // --- keys
    /// An application hotkey; true once per press. Silent under a dialog, and for writing keys while text is being
    /// typed.
    bool pressed(const Chord& chord);
    /// Held this long, a key means something else than tapped.
    static constexpr Millis kHeld = 600;
    /// For a key with two meanings: true once, when it comes up within `kHeld` and nothing else had a use for it.
    bool tapped(const Chord& chord);
    /// Since when this key is held down, if it is.
    std::optional<Millis> held_since(Key key) const;
    /// The key of this frame, if the focus is here and nobody has taken it.
    const KeyPress* key_for(const Touch& touch) const;
    void take_key();
    /// Tab is about to move the focus away, in this frame.
    bool leaving() const { return slice_.key && !key_taken_ && slice_.key->key == Key::tab; }
    const std::u32string& text_for(const Touch& touch) const;
    void take_text() { slice_.text.clear(); }
    bool shift_held() const { return shift_; }
    const std::optional<MouseButton>& mouse_button() const { return slice_.button; }

    // --- focus
    /// Gives the focus to the control with this label, now or as soon as it is made.
    void focus(std::string_view label);
    void unfocus();
    bool has_focus(std::string_view label) const;
    bool typing() const { return focus_ != 0 && focus_is_text_; }
    bool anything_focused() const { return focus_ != 0; }

    // --- nesting
    /// Controls made inside a scope are told apart from those of the same label in another (another contact's form).
    void push_scope(std::string_view scope);
    void pop_scope();
    /// Inside a group Tab stops once; arrow keys, Home and End move within it.
    void begin_group(std::string_view name);
    void end_group();
    /// Inside a layer stands a dialog; what is under it neither takes keys nor focus.
    void begin_layer();
    void end_layer();
    bool covered() const { return layer_ < top_layer_; }

    // --- the list
    Touch touch(const Rect& rect, const TouchSpec& spec);
    Control& control(const Touch& touch) { return controls_[touch.index]; }
    void note(Role role, std::string_view label, const Rect& rect, std::string_view value = {}, bool fits = true);
    const std::vector<Control>& controls() const { return controls_; }

    // --- what text controls keep between frames
    struct TextState {
        TextEdit edit;
        float scroll = 0;
        Millis clicked_at = 0;
        bool selecting = false;
    };
    TextState& text_state(ControlId id) { return texts_[id]; }
    Clipboard& clipboard() { return clipboard_; }

  private:
    struct Stop {
        ControlId id = 0;
        ControlId group = 0;
        int layer = 0;
        bool current = false;
        bool text = false;
    };
    ControlId id_of(std::string_view name) const;
    Rect visible_part(const Rect& rect) const;
    void set_focus(ControlId id, bool text, bool by_key);
    void move_by_tab(bool back);
    void move_in_group(Key key);
    void settle_layers();
    const Stop* stop(ControlId id) const;
    std::vector<const Stop*> tab_stops() const;

    const Theme* theme_ = nullptr;
    Fonts fonts_;
    float scale_ = 1;
    Clipboard clipboard_;

    Slice slice_;
    bool key_taken_ = false;
    bool shift_ = false;
    Millis now_ = 0;
    Rect window_;
    bool animating_ = false;
    std::optional<WantedLook> wanted_look_;
    std::optional<std::string> wanted_letters_;
    struct Held {
        Millis since = 0;
        Mods mods{};
        bool taken = false;  ///< its press had a meaning already
    };
    std::map<Key, Held> held_;
    std::optional<Held> up_;  ///< the key that came up in this frame

    ControlId focus_ = 0;
    std::string focus_label_;  ///< of the control that has it, as last made
    bool focus_is_text_ = false;
    bool focus_by_key_ = false;
    int reveal_ = 0;              ///< frames in which the focus, moved by key, is still to be brought into view
    ControlId gained_ = 0;        ///< to be told to the control that gained the focus
    bool moved_ = false;          ///< the gain came by an arrow key inside a group
    int wanted_frames_ = 0;       ///< how long it is waited for
    ControlId focus_before_ = 0;  ///< gets the keys again if it is never made
    bool text_before_ = false;
    std::string wanted_focus_;    ///< label asked for, not made yet
    std::size_t last_place_ = 0;  ///< where in the Tab order the focus was, should its control vanish

    std::vector<ControlId> scopes_;
    ControlId group_ = 0;
    int layer_ = 0, deepest_ = 0, top_layer_ = 0;
    struct Kept {
        ControlId id = 0;
        bool text = false;
    };
    std::vector<Kept> kept_focus_;  ///< who had the focus before each layer opened

    std::vector<Control> controls_;
    std::vector<Stop> stops_;
    std::map<ControlId, TextState> texts_;
};

}  // namespace shift311::desk
