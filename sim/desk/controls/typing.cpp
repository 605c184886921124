#include "sim/desk/controls/typing.hpp"

#include "sim/desk/utf8.hpp"

namespace shift311::desk {

namespace {

/// As much of the text as there is room for.
std::string fitting(const TextEdit& edit, const std::string& text, std::size_t most) {
    const std::size_t kept = length(edit.text()) - length(edit.selected());
    std::size_t room = most > kept ? most - kept : 0;
    std::size_t at = 0;
    for (; room > 0 && at < text.size(); --room)
        decode(text, at);
    return text.substr(0, at);
}

/// A key that moves or selects; false if it is none of these.
bool moves(TextEdit& edit, const KeyPress& key) {
    const bool select = key.mods.shift;
    if (key.mods.alt) return false;
    if (key.mods.ctrl) {
        switch (key.key) {
            case Key::left:
                edit.move_word_left(select);
                return true;
            case Key::right:
                edit.move_word_right(select);
                return true;
            case Key::home:
                edit.place(0, select);
                return true;
            case Key::end:
                edit.place(edit.text().size(), select);
                return true;
            case Key::a:
                edit.select_all();
                return true;
            default:
                return false;
        }
    }
    switch (key.key) {
        case Key::left:
            edit.move_left(select);
            return true;
        case Key::right:
            edit.move_right(select);
            return true;
        case Key::home: {
            const auto line = edit.text().rfind('\n', edit.caret() == 0 ? 0 : edit.caret() - 1);
            edit.place(edit.caret() == 0 || line == std::string::npos ? 0 : line + 1, select);
            return true;
        }
        case Key::end: {
            const auto line = edit.text().find('\n', edit.caret());
            edit.place(line == std::string::npos ? edit.text().size() : line, select);
            return true;
        }
        default:
            return false;
    }
}

bool is(const KeyPress& key, const Chord& chord) {
    return key.key == chord.key && key.mods == chord.mods;
}

}  // namespace

std::optional<Edit> type_into(Ui& ui, const Touch& touch, TextEdit& edit, const TypingRules& rules) {
    Edit out;
    const std::string before = edit.text();

    if (const std::u32string& typed = ui.text_for(touch); !typed.empty()) {
        const std::string text = fitting(edit, encode(typed), rules.most);
        edit.insert(text, true);
        out.inserted += text;
        out.insert_keys = static_cast<int>(length(text));
        ui.take_text();
    }
    if (const KeyPress* pressed = ui.key_for(touch); pressed != nullptr) {
        const KeyPress key = *pressed;
        bool mine = true;
        if (moves(edit, key)) {
        } else if (key.key == Key::backspace && !key.mods.alt) {
            out.erase_keys = (key.mods.ctrl ? edit.erase_word_left() : edit.erase_left()) ? 1 : 0;
        } else if (key.key == Key::del && !key.mods.alt && !key.mods.shift) {
            out.erase_keys = (key.mods.ctrl ? edit.erase_word_right() : edit.erase_right()) ? 1 : 0;
        } else if (is(key, ctrl(Key::c)) || is(key, ctrl(Key::insert))) {
            if (edit.selecting()) ui.clipboard().set(edit.selected());
        } else if (is(key, ctrl(Key::x)) || is(key, shifted(Key::del))) {
            if (edit.selecting()) {
                ui.clipboard().set(edit.selected());
                out.erase_keys = edit.erase_selection() ? 1 : 0;
            }
        } else if (is(key, ctrl(Key::v)) || is(key, shifted(Key::insert))) {
            const std::string text = fitting(edit, clean(ui.clipboard().get(), rules.one_line), rules.most);
            edit.insert(text, false);
            out.inserted += text;
            out.pasted = !text.empty();
        } else if (is(key, ctrl(Key::z))) {
            out.erase_keys = edit.undo() ? 1 : 0;
        } else if (is(key, ctrl(Key::y)) || (key.key == Key::z && key.mods == Mods{.ctrl = true, .shift = true})) {
            out.pasted = edit.redo();  // text comes back that was not typed just now
        } else if (is(key, chord(Key::enter)) && !rules.one_line) {
            if (!fitting(edit, "\n", rules.most).empty()) {
                edit.insert("\n", true);
                out.inserted += "\n";
                ++out.insert_keys;
            }
        } else {
            mine = false;
        }
        if (mine) ui.take_key();
    }
    if (edit.text() == before) return std::nullopt;
    out.value = edit.text();
    out.at = ui.event_time();
    return out;
}

void select_by_mouse(Ui& ui, const Touch& touch, Ui::TextState& state, std::size_t here) {
    constexpr Millis kDoubleClick = 350;
    if (ui.mouse_button() && ui.mouse_button()->button == 0 && ui.mouse_button()->down && touch.held) {
        if (ui.event_time() - state.clicked_at < kDoubleClick) {
            state.edit.select_word(here);
            state.selecting = false;
        } else {
            state.edit.place(here, ui.shift_held() && !touch.gained);
            state.selecting = true;
        }
        state.clicked_at = ui.event_time();
    } else if (touch.held && state.selecting) {
        state.edit.place(here, true);
    }
    if (!touch.held) state.selecting = false;
}

}  // namespace shift311::desk
