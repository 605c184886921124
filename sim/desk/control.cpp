#include "sim/desk/control.hpp"

#include <algorithm>
#include <set>

namespace shift311::desk {

std::string_view role_name(Role role) {
    switch (role) {
        case Role::button:
            return "button";
        case Role::text_field:
            return "text field";
        case Role::text_area:
            return "text area";
        case Role::radio:
            return "radio";
        case Role::check:
            return "check box";
        case Role::row:
            return "row";
        case Role::tab:
            return "tab";
        case Role::link:
            return "link";
        case Role::heading:
            return "heading";
        case Role::text:
            return "text";
        case Role::status:
            return "status";
        case Role::progress:
            return "progress";
        case Role::dialog:
            return "dialog";
    }
    return "text";
}

bool interactive(Role role) {
    switch (role) {
        case Role::button:
        case Role::text_field:
        case Role::text_area:
        case Role::radio:
        case Role::check:
        case Role::row:
        case Role::tab:
        case Role::link:
            return true;
        default:
            return false;
    }
}

std::vector<std::string> duplicate_labels(const std::vector<Control>& controls) {
    std::set<std::string> seen;
    std::set<std::string> twice;
    for (const Control& c : controls) {
        if (!interactive(c.role) || c.visible.empty()) continue;
        if (!seen.insert(c.label).second) twice.insert(c.label);
    }
    return {twice.begin(), twice.end()};
}

}  // namespace shift311::desk
