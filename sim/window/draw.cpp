#include "sim/window/draw.hpp"

#include "sim/desk/imgui_seam.hpp"

#include <SFML/Graphics/RenderStates.hpp>
#include <SFML/Graphics/Vertex.hpp>
#include <SFML/OpenGL.hpp>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace shift311::window {

namespace {

sf::Vertex vertex(const ImDrawVert& v, sf::Vector2f texture_size) {
    const auto part = [&](unsigned shift) { return static_cast<sf::Uint8>((v.col >> shift) & 0xFFU); };
    return {{v.pos.x, v.pos.y},
            {part(IM_COL32_R_SHIFT), part(IM_COL32_G_SHIFT), part(IM_COL32_B_SHIFT), part(IM_COL32_A_SHIFT)},
            {v.uv.x * texture_size.x, v.uv.y * texture_size.y}};
}

}  // namespace

void load_letters(ImFontAtlas& atlas, sf::Texture& texture) {
    unsigned char* pixels = nullptr;
    int wide = 0, high = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &wide, &high);
    if (!texture.create(static_cast<unsigned>(wide), static_cast<unsigned>(high)))
        throw std::runtime_error("The graphics driver cannot hold the letters at this text size (" +
                                 std::to_string(wide) + " x " + std::to_string(high) + " pixels).");
    texture.update(pixels);
    texture.setSmooth(false);
    atlas.SetTexID(desk::seam::texture_id(&texture));
    atlas.ClearTexData();
}

void draw(sf::RenderTarget& target, const ImDrawData& data) {
    const sf::Vector2u size = target.getSize();
    const auto wide = static_cast<float>(size.x), high = static_cast<float>(size.y);
    target.setView(sf::View(sf::FloatRect(0, 0, wide, high)));
    std::vector<sf::Vertex> triangles;
    glEnable(GL_SCISSOR_TEST);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const float left = std::max(0.0F, command.ClipRect.x), top = std::max(0.0F, command.ClipRect.y);
            const float right = std::min(wide, command.ClipRect.z), bottom = std::min(high, command.ClipRect.w);
            if (right <= left || bottom <= top || command.ElemCount == 0) continue;
            const auto* texture = static_cast<const sf::Texture*>(desk::seam::texture_of(command));
            const sf::Vector2f texture_size(texture->getSize());
            triangles.clear();
            triangles.reserve(command.ElemCount);
            for (unsigned e = 0; e < command.ElemCount; ++e) {
                const unsigned at = command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + e)];
                triangles.push_back(vertex(list.VtxBuffer[static_cast<int>(at)], texture_size));
            }
            // OpenGL counts from the bottom left.
            glScissor(static_cast<int>(left), static_cast<int>(high - bottom),
                      static_cast<int>(std::ceil(right - left)), static_cast<int>(std::ceil(bottom - top)));
            target.draw(triangles.data(), triangles.size(), sf::Triangles, sf::RenderStates(texture));
        }
    }
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace shift311::window
