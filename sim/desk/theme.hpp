// The look: every color and measure of the desk in one place, dark and light.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace shift311::desk {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Color&) const = default;
};

/// 0xRRGGBB
constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex)};
}
constexpr Color clear(Color c, std::uint8_t alpha) {
    return {c.r, c.g, c.b, alpha};
}
/// `part` thousandths of `a`, the rest `b`.
Color mix(Color a, Color b, int part);
ImU32 packed(Color c);
/// Contrast of two opaque colors as WCAG 2 reckons it, 1 to 21.
double contrast(Color a, Color b);

enum class Mode { dark, light };

struct Theme {
    Mode mode;
    // grounds, from the back to the front
    Color ground, panel, raised, hover, field, selected, line, edge;
    // inks
    Color text, dim, faint, accent, on_accent, good, careful, bad;
    // quiet grounds under a word of that status, and the lines around them
    Color good_ground, careful_ground, bad_ground, accent_ground;
    Color good_line, careful_line, bad_line;
    Color mark;   ///< behind words that matter in a caption
    Color shade;  ///< over the desk while a dialog is open
};

const Theme& theme(Mode mode);

/// Measures at a text scale of 100 %, in pixels; the grid is 8.
namespace measure {
constexpr float kGrid = 8;
constexpr float kCardCorner = 8;
constexpr float kControlCorner = 6;
constexpr float kCapCorner = 4;
constexpr float kField = 36;
constexpr float kButton = 40;
constexpr float kTopBar = 48;
constexpr float kBottomBar = 32;
constexpr float kFocusRing = 2;
}  // namespace measure

constexpr int kLeastScale = 100;  ///< text scale, percent
constexpr int kMostScale = 200;

/// The little that Dear ImGui draws by itself (scroll bars, backgrounds) in our look.
void apply(const Theme& theme, float scale, ImGuiStyle& style);

/// An ink on a ground that the desk really uses, and the contrast it must have.
struct Pair {
    std::string_view what;
    Color ink, ground;
    double least;
};
std::vector<Pair> pairs(const Theme& theme);

}  // namespace shift311::desk
