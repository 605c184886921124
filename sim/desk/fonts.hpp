// The letters: Inter for text, JetBrains Mono for numbers, in the sizes that the desk uses.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace shift311::desk {

/// A font at a size, and the height of a line of it.
struct Font {
    ImFont* face = nullptr;
    float size = 0;
    float line = 0;
};

struct Fonts {
    Font text, strong, small, small_strong, tiny, title, huge, mono, mono_small, mono_big;
};

struct FontFiles {
    std::string regular, semibold, mono;
};

/// Where Debian puts fonts-inter and fonts-jetbrains-mono.
FontFiles system_fonts();

/// The letters of a text that are not always loaded, each once, ascending.
std::string unusual_letters(const std::string& text);

struct FontLoad {
    Fonts fonts;
    std::vector<std::string> faults;  ///< one sentence for each font that is missing; its place is taken by another
};

/// Clears the atlas and fills it for this text scale (1.0 = 100 %). `extra` holds any text (names, content) whose
/// letters must be there besides Latin, Latin Extended-A and the signs the desk itself uses.
FontLoad load_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, const std::string& extra = {});

}  // namespace shift311::desk
