// What the desk needs of Dear ImGui beyond its public face, and where 1.86 (Debian 12) and its successors differ: mouse
// feed, texture handle, glyph widths, scrolling of windows within windows.
#pragma once

#include "sim/desk/fonts.hpp"
#include "sim/desk/input.hpp"
#include "sim/desk/rect.hpp"

#include <imgui.h>

#include <cstdint>
#include <string_view>

namespace shift311::desk::seam {

/// Letters are drawn by FreeType, lightly hinted: crisp strokes, true widths.
void use_freetype(ImFontAtlas& atlas);
void hint_lightly(ImFontConfig& config);
/// Switches off what the desk decides by itself: keyboard navigation, the event trickle, settings files.
void configure(ImGuiIO& io);
/// Tells Dear ImGui where the mouse is after this slice. It never sees a key: keys are ours.
void feed(ImGuiIO& io, const Input& input, const Slice& slice);
/// How far the pen moves for this character, in pixels.
float advance(const Font& font, char32_t c);
float width(const Font& font, std::string_view text);
ImTextureID texture_id(const void* texture);
const void* texture_of(const ImDrawCmd& command);

/// Scrolls the innermost of the nested windows being drawn that does not show this part of itself; false: all do.
/// A window learns only after a frame how far it can scroll, so this is asked again until it is true no more.
bool scroll_to(const Rect& rect);

}  // namespace shift311::desk::seam
