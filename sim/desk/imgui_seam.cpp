#include "sim/desk/imgui_seam.hpp"

#include "sim/desk/utf8.hpp"

#include <imgui_freetype.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <type_traits>

namespace shift311::desk::seam {

void use_freetype(ImFontAtlas& atlas) {
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
#if IMGUI_VERSION_NUM >= 19200
    atlas.SetFontLoader(ImGuiFreeType::GetFontLoader());
#else
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
#endif
}

void hint_lightly(ImFontConfig& config) {
#if IMGUI_VERSION_NUM >= 19200
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#else
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#endif
}

void configure(ImGuiIO& io) {
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;
#if IMGUI_VERSION_NUM >= 18700
    io.ConfigInputTrickleEventQueue = false;  // our slices are already one change a frame
#endif
}

void feed(ImGuiIO& io, const Input& input, const Slice& slice) {
    const ImVec2 at = input.mouse_inside() ? ImVec2(input.mouse_x(), input.mouse_y()) : ImVec2(-FLT_MAX, -FLT_MAX);
#if IMGUI_VERSION_NUM >= 18700
    io.AddMousePosEvent(at.x, at.y);
    if (slice.button) io.AddMouseButtonEvent(slice.button->button, slice.button->down);
    if (slice.wheel != 0) io.AddMouseWheelEvent(0, slice.wheel);
#else
    io.MousePos = at;
    for (int button = 0; button < 3; ++button)
        io.MouseDown[button] = input.mouse_down(button);
    io.MouseWheel = slice.wheel;
#endif
}

float advance(const Font& font, char32_t c) {
    const ImWchar glyph = c <= 0xFFFF ? static_cast<ImWchar>(c) : static_cast<ImWchar>(0xFFFD);
#if IMGUI_VERSION_NUM >= 19200
    return font.face->GetFontBaked(font.size)->GetCharAdvance(glyph);
#else
    return font.face->GetCharAdvance(glyph) * (font.size / font.face->FontSize);
#endif
}

float width(const Font& font, std::string_view text) {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();)
        sum += advance(font, decode(text, at));
    return sum;
}

namespace {

// ImTextureID was void* up to 1.91.3 and is an integer since.
template <class Id>
Id to_id(const void* texture) {
    if constexpr (std::is_pointer_v<Id>) {
        return const_cast<void*>(texture);
    } else {
        return static_cast<Id>(reinterpret_cast<std::uintptr_t>(texture));
    }
}
template <class Id>
const void* from_id(Id id) {
    if constexpr (std::is_pointer_v<Id>) {
        return id;
    } else {
        return reinterpret_cast<const void*>(static_cast<std::uintptr_t>(id));
    }
}

}  // namespace

bool scroll_to(const Rect& rect) {
    for (ImGuiWindow* w = ImGui::GetCurrentWindow(); w != nullptr;
         w = (w->Flags & ImGuiWindowFlags_ChildWindow) != 0 ? w->ParentWindow : nullptr) {
        const float top = w->InnerRect.Min.y, bottom = w->InnerRect.Max.y;
        const float seen = std::min(rect.bottom(), bottom) - std::max(rect.y, top);
        if (seen >= std::min(rect.h, bottom - top) - 1 || w->ScrollMax.y <= 0) continue;
        ImGui::SetScrollFromPosY(w, rect.middle() - w->Pos.y, 0.5F);
        return true;
    }
    return false;
}

ImTextureID texture_id(const void* texture) {
    return to_id<ImTextureID>(texture);
}

const void* texture_of(const ImDrawCmd& command) {
    return from_id<ImTextureID>(command.GetTexID());
}

}  // namespace shift311::desk::seam
