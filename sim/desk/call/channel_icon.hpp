// The sign of the way a contact came.
#pragma once

#include "assessment/journal/event.hpp"
#include "sim/desk/icon.hpp"

namespace shift311::desk {

constexpr Icon channel_icon(journal::Channel channel) {
    switch (channel) {
        case journal::Channel::phone:
            return Icon::phone;
        case journal::Channel::walk_in:
            return Icon::person;
        case journal::Channel::email:
            return Icon::mail;
        case journal::Channel::fax:
            return Icon::fax;
        case journal::Channel::web:
            return Icon::web;
        case journal::Channel::radio:
            return Icon::radio;
    }
    return Icon::phone;
}

}  // namespace shift311::desk
