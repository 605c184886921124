// Dear ImGui's triangles onto any SFML target.
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>

struct ImDrawData;
struct ImFontAtlas;

namespace shift311::window {

/// Loads the letters into a texture and tells the atlas about it. Throws when the graphics card cannot hold it.
void load_letters(ImFontAtlas& atlas, sf::Texture& texture);

/// The target must be the active one.
void draw(sf::RenderTarget& target, const ImDrawData& data);

}  // namespace shift311::window
