// One of many: a field that opens a list, filtered by what is typed.
#pragma once

#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct PickerOption {
    std::string name;
    std::string note = {};    ///< at the right of the list
    std::string search = {};  ///< further words by which it is found
};

struct Picker {
    std::string_view label;
    const std::vector<PickerOption>* options = nullptr;
    std::optional<std::size_t> chosen = {};
    std::string_view hint = {};
    std::string_view remark = {};
    Tone remark_tone = Tone::dim;
    bool enabled = true;
};

/// Kept by whoever shows the picker.
struct PickerState {
    bool open = false;
    std::string filter;
    std::size_t highlight = 0;
};

/// The option newly chosen in this frame.
std::optional<std::size_t> picker(Ui& ui, const Rect& rect, const Picker& picker, PickerState& state);

}  // namespace shift311::desk
