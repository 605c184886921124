#include "sim/desk/theme.hpp"

#include <cmath>

namespace shift311::desk {

Color mix(Color a, Color b, int part) {
    const auto blend = [part](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>((x * part + y * (1000 - part) + 500) / 1000);
    };
    return {blend(a.r, b.r), blend(a.g, b.g), blend(a.b, b.b)};
}

ImU32 packed(Color c) {
    return ImGui::ColorConvertFloat4ToU32(ImVec4(c.r / 255.0F, c.g / 255.0F, c.b / 255.0F, c.a / 255.0F));
}

double contrast(Color a, Color b) {
    const auto linear = [](std::uint8_t v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](Color c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); };
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return la > lb ? la / lb : lb / la;
}

namespace {

/// What follows from the named colors by rule: quiet status grounds are the status color let into the panel.
Theme finished(Theme t) {
    const int depth = t.mode == Mode::dark ? 120 : 90;
    const int line = t.mode == Mode::dark ? 420 : 450;
    t.good_ground = mix(t.good, t.panel, depth);
    t.careful_ground = mix(t.careful, t.panel, depth);
    t.bad_ground = mix(t.bad, t.panel, depth);
    t.accent_ground = mix(t.accent, t.panel, depth + 40);
    t.good_line = mix(t.good, t.panel, line);
    t.careful_line = mix(t.careful, t.panel, line);
    t.bad_line = mix(t.bad, t.panel, line);
    return t;
}

Theme dark() {
    Theme t{};
    t.mode = Mode::dark;
    t.ground = rgb(0x0f1419);
    t.panel = rgb(0x161c23);
    t.raised = rgb(0x1d252e);
    t.hover = rgb(0x26313c);
    t.field = rgb(0x0f1419);
    t.selected = rgb(0x1b3145);
    t.line = rgb(0x2a343f);
    t.edge = rgb(0x394653);
    t.text = rgb(0xe6edf3);
    t.dim = rgb(0x93a1b0);
    t.faint = rgb(0x66747f);
    t.accent = rgb(0x4cb2ff);
    t.on_accent = rgb(0x06121c);
    t.good = rgb(0x2fbf8f);
    t.careful = rgb(0xe6a23c);
    t.bad = rgb(0xff7059);
    t.mark = rgb(0x24486a);
    t.shade = {4, 7, 10, 170};
    return finished(t);
}

Theme light() {
    Theme t{};
    t.mode = Mode::light;
    t.ground = rgb(0xeef1f4);
    t.panel = rgb(0xffffff);
    t.raised = rgb(0xf5f7f9);
    t.hover = rgb(0xe9edf1);
    t.field = rgb(0xf7f9fa);
    t.selected = rgb(0xe3effb);
    t.line = rgb(0xd8dfe6);
    t.edge = rgb(0xbcc7d1);
    t.text = rgb(0x17212b);
    t.dim = rgb(0x566472);
    t.faint = rgb(0x7b8a99);
    t.accent = rgb(0x0a64bf);
    t.on_accent = rgb(0xffffff);
    t.good = rgb(0x08714e);
    t.careful = rgb(0x925700);
    t.bad = rgb(0xbf331c);
    t.mark = rgb(0xcfe5fb);
    t.shade = {15, 23, 31, 96};
    return finished(t);
}

ImVec4 vec(Color c) {
    return {c.r / 255.0F, c.g / 255.0F, c.b / 255.0F, c.a / 255.0F};
}

}  // namespace

const Theme& theme(Mode mode) {
    static const Theme kDark = dark();
    static const Theme kLight = light();
    return mode == Mode::dark ? kDark : kLight;
}

void apply(const Theme& t, float scale, ImGuiStyle& style) {
    style = ImGuiStyle();
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 0;
    style.WindowRounding = 0;
    style.ItemSpacing = ImVec2(0, 0);
    style.FramePadding = ImVec2(0, 0);
    style.WindowMinSize = ImVec2(1, 1);
    style.ScrollbarSize = std::round(10 * scale);
    style.ScrollbarRounding = std::round(5 * scale);
    style.GrabMinSize = std::round(24 * scale);
    style.AntiAliasedLinesUseTex = false;  // needs a texture filter that would blur the letters
    for (ImVec4& color : style.Colors)
        color = vec(t.text);
    style.Colors[ImGuiCol_WindowBg] = vec(t.ground);
    style.Colors[ImGuiCol_ChildBg] = vec(clear(t.panel, 0));
    style.Colors[ImGuiCol_PopupBg] = vec(t.panel);
    style.Colors[ImGuiCol_Border] = vec(t.line);
    style.Colors[ImGuiCol_ScrollbarBg] = vec(clear(t.panel, 0));
    style.Colors[ImGuiCol_ScrollbarGrab] = vec(t.line);
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(t.edge);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(t.dim);
    style.Colors[ImGuiCol_NavHighlight] = vec(clear(t.accent, 0));
}

std::vector<Pair> pairs(const Theme& t) {
    constexpr double kRead = 4.5;
    constexpr double kMissable = 3.0;
    constexpr double kShape = 3.0;  // focus ring, bars, icons: what is seen but not read
    std::vector<Pair> out;
    struct Ground {
        std::string_view name;
        Color color;
    };
    const Ground grounds[] = {{"ground", t.ground}, {"panel", t.panel},       {"raised", t.raised},
                              {"hover", t.hover},   {"selected", t.selected}, {"field", t.field}};
    for (const Ground& g : grounds) {
        out.push_back({"text", t.text, g.color, kRead});
        out.push_back({"dim", t.dim, g.color, kRead});
        out.push_back({"accent", t.accent, g.color, kRead});
        out.push_back({"good", t.good, g.color, kRead});
        out.push_back({"careful", t.careful, g.color, kRead});
        out.push_back({"bad", t.bad, g.color, kRead});
        out.push_back({"focus ring", t.accent, g.color, kShape});
    }
    for (const Color g : {t.ground, t.panel, t.raised, t.field})
        out.push_back({"faint", t.faint, g, kMissable});
    out.push_back({"on accent", t.on_accent, t.accent, kRead});
    out.push_back({"text on mark", t.text, t.mark, kRead});
    out.push_back({"good on its ground", t.good, t.good_ground, kRead});
    out.push_back({"careful on its ground", t.careful, t.careful_ground, kRead});
    out.push_back({"bad on its ground", t.bad, t.bad_ground, kRead});
    for (const Color g : {t.good_ground, t.careful_ground, t.bad_ground, t.accent_ground}) {
        out.push_back({"text on status ground", t.text, g, kRead});
        out.push_back({"dim on status ground", t.dim, g, kRead});
    }
    return out;
}

}  // namespace shift311::desk
