#include "sim/desk/fonts.hpp"

#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/utf8.hpp"

#include <cmath>
#include <filesystem>
#include <set>

namespace shift311::desk {

namespace {

// Dear ImGui takes the height from ascender to descender for the size; designers give the size of the em.
constexpr float kInterHeight = 1.21F;
constexpr float kMonoHeight = 1.32F;

bool there(const std::string& file) {
    std::error_code ignored;
    return !file.empty() && std::filesystem::is_regular_file(file, ignored);
}

constexpr ImWchar kAlways[] = {0x0020, 0x007E, 0x00A0, 0x017F, 0x0218, 0x021B, 0x2010, 0x2027, 0x2030,
                               0x203A, 0x20AC, 0x20AC, 0x2122, 0x2122, 0x2190, 0x2193, 0x2212, 0x2212,
                               0x2260, 0x2265, 0x2713, 0x2713, 0xFFFD, 0xFFFD, 0};

bool usual(char32_t c) {
    for (std::size_t i = 0; kAlways[i] != 0; i += 2)
        if (c >= kAlways[i] && c <= kAlways[i + 1]) return true;
    return false;
}

std::vector<ImWchar> letters(const std::string& extra) {
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(kAlways);
    for (std::size_t at = 0; at < extra.size();) {
        const char32_t c = decode(extra, at);
        if (c >= 0x20 && c <= 0xFFFF) builder.AddChar(static_cast<ImWchar>(c));
    }
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    return {ranges.begin(), ranges.end()};
}

}  // namespace

std::string unusual_letters(const std::string& text) {
    std::set<char32_t> found;
    for (std::size_t at = 0; at < text.size();)
        if (const char32_t c = decode(text, at); c > 0x20 && !usual(c)) found.insert(c);
    std::string out;
    for (const char32_t c : found)
        append(out, c);
    return out;
}

FontFiles system_fonts() {
    return {"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
            "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf"};
}

FontLoad load_fonts(ImFontAtlas& atlas, const FontFiles& files, float scale, const std::string& extra) {
    FontLoad out;
    atlas.Clear();
    // The atlas keeps a pointer to the ranges until it is built.
    const std::vector<ImWchar> ranges = letters(extra);
    static const ImWchar kNumerals[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x2010, 0x2027, 0x2190,
                                        0x2193, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
    const bool regular = there(files.regular), semibold = there(files.semibold), mono = there(files.mono);
    if (!regular)
        out.faults.push_back("The font Inter was not found at " + files.regular +
                             "; a plain built-in font is used. Install the package fonts-inter.");
    else if (!semibold)
        out.faults.push_back("The font Inter SemiBold was not found at " + files.semibold +
                             "; headings use the regular weight. Install the package fonts-inter.");
    if (!mono)
        out.faults.push_back("The font JetBrains Mono was not found at " + files.mono +
                             "; numbers use the text font. Install the package fonts-jetbrains-mono.");

    const auto add = [&](const std::string& file, float height, float size, float line, const ImWchar* wanted) {
        Font font;
        font.line = std::round(line * scale);
        ImFontConfig config;
        if (!file.empty()) {
            font.size = std::round(size * height * scale);
            seam::hint_lightly(config);
            font.face = atlas.AddFontFromFileTTF(file.c_str(), font.size, &config, wanted);
        }
        if (font.face == nullptr) {
            font.size = std::round(size * scale);
            config = ImFontConfig();
            config.SizePixels = font.size;
            font.face = atlas.AddFontDefault(&config);
        }
        return font;
    };
    const std::string text_file = regular ? files.regular : std::string();
    const std::string strong_file = semibold ? files.semibold : text_file;
    const std::string mono_file = mono ? files.mono : text_file;
    const float mono_height = mono ? kMonoHeight : kInterHeight;
    const ImWchar* all = ranges.data();

    Fonts& f = out.fonts;
    f.text = add(text_file, kInterHeight, 15, 20, all);
    f.strong = add(strong_file, kInterHeight, 15, 20, all);
    f.small = add(text_file, kInterHeight, 13, 18, all);
    f.small_strong = add(strong_file, kInterHeight, 13, 18, all);
    f.tiny = add(text_file, kInterHeight, 12, 16, all);
    f.title = add(strong_file, kInterHeight, 20, 28, all);
    f.huge = add(strong_file, kInterHeight, 44, 52, kNumerals);
    f.mono = add(mono_file, mono_height, 15, 20, all);
    f.mono_small = add(mono_file, mono_height, 12, 16, kNumerals);
    f.mono_big = add(mono_file, mono_height, 24, 32, all);

    seam::use_freetype(atlas);
    atlas.Build();
    return out;
}

}  // namespace shift311::desk
