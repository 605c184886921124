// One line for a PIN or a passphrase: dots are shown, and nobody but its keeper learns the letters.
#pragma once

#include "sim/desk/ui.hpp"

#include <string>
#include <string_view>

namespace shift311::desk {

struct SecretField {
    std::string_view label;
    std::string_view hint = {};
    bool enabled = true;
};

/// Changes `value`. True when Enter was pressed in it. It can be pasted into, and never copied from.
bool secret_field(Ui& ui, const Rect& rect, const SecretField& field, std::string& value);

}  // namespace shift311::desk
