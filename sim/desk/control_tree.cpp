#include "sim/desk/control_tree.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace shift311::desk {

namespace {

void put_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(byte));
            out += escaped;
        } else {
            out += c;
        }
    }
    out += '"';
}

}  // namespace

std::string tree_json(const std::vector<Control>& controls) {
    std::string out = "[";
    for (const Control& c : controls) {
        if (c.visible.empty()) continue;
        out += out.size() == 1 ? "\n" : ",\n";
        out += "{\"label\":";
        put_string(out, c.label);
        out += ",\"role\":";
        put_string(out, role_name(c.role));
        // Rounded inward, so that every pixel of the rectangle belongs to the control.
        const long left = std::lround(std::ceil(c.visible.x)), top = std::lround(std::ceil(c.visible.y));
        const long right = std::lround(std::floor(c.visible.right()));
        const long bottom = std::lround(std::floor(c.visible.bottom()));
        out += ",\"x\":" + std::to_string(left) + ",\"y\":" + std::to_string(top);
        out += ",\"w\":" + std::to_string(right - left) + ",\"h\":" + std::to_string(bottom - top);
        out += c.focused ? ",\"focused\":true" : ",\"focused\":false";
        out += c.enabled ? ",\"enabled\":true" : ",\"enabled\":false";
        out += ",\"value\":";
        put_string(out, c.value);
        out += '}';
    }
    return out + "\n]\n";
}

ControlTreeFile::ControlTreeFile(std::filesystem::path file) : file_(std::move(file)) {}

void ControlTreeFile::update(const std::vector<Control>& controls) {
    std::string now = tree_json(controls);
    if (now == written_) return;
    std::filesystem::path beside = file_;
    beside += "." + std::to_string(getpid()) + ".new";
    {
        std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
        stream << now;
        stream.close();
        if (!stream) throw ControlTreeFault("The control tree cannot be written to " + file_.string() + ".");
    }
    std::error_code fault;
    std::filesystem::rename(beside, file_, fault);
    if (fault)
        throw ControlTreeFault("The control tree cannot be written to " + file_.string() + ": " + fault.message() +
                               ".");
    written_ = std::move(now);
}

}  // namespace shift311::desk
