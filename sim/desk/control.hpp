// One control as anybody may know it who does not see the pixels: tests, screen readers, the control tree.
#pragma once

#include "sim/desk/rect.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk {

using ControlId = std::uint32_t;

enum class Role : std::uint8_t {
    button,
    text_field,
    text_area,
    radio,
    check,
    row,
    tab,
    link,
    heading,
    text,
    status,
    progress,
    dialog
};
std::string_view role_name(Role role);
/// Whether a person can act on it.
bool interactive(Role role);

struct Control {
    std::string label = {};
    Role role = Role::text;
    Rect rect = {};     ///< where it was laid out
    Rect visible = {};  ///< the part of it that can be seen and clicked
    bool focused = false;
    bool enabled = true;
    bool fits = true;  ///< false: some of its text had to be cut
    std::string value = {};
    ControlId id = 0;
    int layer = 0;  ///< 0 the desk, 1 and up: dialogs over it
};

/// Labels of interactive controls that can be seen more than once at the same time.
std::vector<std::string> duplicate_labels(const std::vector<Control>& controls);

}  // namespace shift311::desk
