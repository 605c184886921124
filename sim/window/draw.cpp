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

bool opaque(const ImDrawVert& v) {
    return ((v.col >> IM_COL32_A_SHIFT) & 0xFFU) == 0xFFU;
}

/// A large triangle of one solid color: most of the screen is made of these. It needs neither the letters' texture nor
/// blending, which spares a machine without a graphics card most of the work.
bool solid(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    constexpr float kLarge = 2 * 10000;  // twice the area, in pixels
    if (a.uv.x != b.uv.x || a.uv.x != c.uv.x || a.uv.y != b.uv.y || a.uv.y != c.uv.y) return false;
    if (!opaque(a) || !opaque(b) || !opaque(c)) return false;
    const float twice = (b.pos.x - a.pos.x) * (c.pos.y - a.pos.y) - (c.pos.x - a.pos.x) * (b.pos.y - a.pos.y);
    return std::abs(twice) > kLarge;
}

/// Triangles in their order, handed on as long as they can be drawn alike.
class Batch {
  public:
    explicit Batch(sf::RenderTarget& target) : target_(target) {}

    void begin(const sf::Texture* texture) {
        texture_ = texture;
        size_ = sf::Vector2f(texture->getSize());
    }
    void add(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
        const bool plain = solid(a, b, c);
        if (plain != plain_) flush();
        plain_ = plain;
        for (const ImDrawVert* v : {&a, &b, &c})
            triangles_.push_back(vertex(*v, size_));
    }
    void flush() {
        if (triangles_.empty()) return;
        sf::RenderStates states;
        states.texture = plain_ ? nullptr : texture_;
        states.blendMode = plain_ ? sf::BlendNone : sf::BlendAlpha;
        target_.draw(triangles_.data(), triangles_.size(), sf::Triangles, states);
        triangles_.clear();
    }

  private:
    sf::RenderTarget& target_;
    const sf::Texture* texture_ = nullptr;
    sf::Vector2f size_;
    std::vector<sf::Vertex> triangles_;
    bool plain_ = false;
};

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
    Batch batch(target);
    glEnable(GL_SCISSOR_TEST);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const float left = std::max(0.0F, command.ClipRect.x), top = std::max(0.0F, command.ClipRect.y);
            const float right = std::min(wide, command.ClipRect.z), bottom = std::min(high, command.ClipRect.w);
            if (right <= left || bottom <= top || command.ElemCount == 0) continue;
            // OpenGL counts from the bottom left.
            glScissor(static_cast<int>(left), static_cast<int>(high - bottom),
                      static_cast<int>(std::ceil(right - left)), static_cast<int>(std::ceil(bottom - top)));
            batch.begin(static_cast<const sf::Texture*>(desk::seam::texture_of(command)));
            for (unsigned e = 0; e + 2 < command.ElemCount; e += 3) {
                const auto corner = [&](unsigned k) -> const ImDrawVert& {
                    const unsigned at = command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + e + k)];
                    return list.VtxBuffer[static_cast<int>(at)];
                };
                batch.add(corner(0), corner(1), corner(2));
            }
            batch.flush();
        }
    }
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace shift311::window
