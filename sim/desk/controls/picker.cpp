#include "sim/desk/controls/picker.hpp"

#include "sim/desk/controls/popup.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/fuzzy.hpp"
#include "sim/desk/icon.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

struct Found {
    std::size_t option = 0;
    FuzzyMatch match;
};

std::vector<Found> find(const std::vector<PickerOption>& options, const std::string& filter) {
    std::vector<Found> out;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (auto by_name = fuzzy(filter, options[i].name)) {
            by_name->score += 1000;
            out.push_back({i, *by_name});
        } else if (auto by_words = fuzzy(filter, options[i].search)) {
            by_words->letters.clear();  // they point into words that are not shown
            out.push_back({i, *by_words});
        }
    }
    if (!filter.empty())
        std::stable_sort(out.begin(), out.end(),
                         [](const Found& a, const Found& b) { return a.match.score > b.match.score; });
    return out;
}

void close(PickerState& state) {
    state = {};
}

}  // namespace

std::optional<std::size_t> picker(Ui& ui, const Rect& rect, const Picker& p, PickerState& state) {
    const std::vector<PickerOption>& options = *p.options;
    const std::string shown = state.open && !state.filter.empty() ? state.filter
                              : p.chosen                          ? options[*p.chosen].name
                                                                  : std::string();
    Rect field = rect;
    const FieldTouch touch = text_field(ui, field,
                                        {.label = p.label,
                                         .value = shown,
                                         .hint = p.hint,
                                         .remark = state.open ? std::string_view() : p.remark,
                                         .remark_tone = p.remark_tone,
                                         .trailing = Icon::chevron_down,
                                         .enabled = p.enabled});
    if (!touch.focused) {
        close(state);
        return std::nullopt;
    }
    if (touch.clicked) state.open = !state.open;
    if (touch.edit) {
        // The first letter starts a search of its own, it does not lengthen the name that stands there.
        const bool erased = touch.edit->inserted.empty();
        if (state.open && !state.filter.empty()) {
            state.filter = touch.edit->value;
        } else {
            state.filter = erased ? std::string() : touch.edit->inserted;
        }
        state.open = true;
        state.highlight = 0;
    }
    const std::vector<Found> found = find(options, state.filter);
    const bool was_open = state.open;
    if (ui.pressed(chord(Key::down))) {
        if (was_open) state.highlight = std::min(state.highlight + 1, found.empty() ? 0 : found.size() - 1);
        state.open = true;
    }
    if (ui.pressed(chord(Key::up))) state.highlight = state.highlight == 0 ? 0 : state.highlight - 1;
    if (was_open && ui.pressed(chord(Key::escape))) {
        close(state);
        return std::nullopt;
    }
    if (touch.submitted && !was_open) {
        state.open = true;
        return std::nullopt;
    }
    if (!state.open) return std::nullopt;
    state.highlight = std::min(state.highlight, found.empty() ? 0 : found.size() - 1);

    std::vector<PopupItem> items;
    for (const Found& f : found)
        items.push_back({options[f.option].name, options[f.option].note, f.match.letters});
    if (items.empty()) items.push_back({"Nothing is called that", "", {}});
    const auto clicked =
        popup_list(ui, rect, p.label, items, found.empty() ? std::nullopt : std::make_optional(state.highlight));
    // Tab takes what is highlighted when something was typed, and goes on to the next field by itself.
    const bool by_tab = ui.leaving() && !state.filter.empty();
    std::optional<std::size_t> taken = clicked;
    if (touch.submitted || by_tab) taken = state.highlight;
    if (!taken || *taken >= found.size()) return std::nullopt;
    const std::size_t option = found[*taken].option;
    close(state);
    return option;
}

}  // namespace shift311::desk
