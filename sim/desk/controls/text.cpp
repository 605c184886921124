#include "sim/desk/controls/text.hpp"

#include "sim/desk/imgui_seam.hpp"
#include "sim/desk/text_layout.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

Color ground_of(const Theme& t, Mark::Kind kind) {
    switch (kind) {
        case Mark::Kind::good:
            return mix(t.good, t.panel, 300);
        case Mark::Kind::careful:
            return mix(t.careful, t.panel, 300);
        case Mark::Kind::bad:
            return mix(t.bad, t.panel, 300);
        default:
            return t.mark;
    }
}

}  // namespace

void label(Ui& ui, const Rect& rect, const Font& font, Tone tone, std::string_view text, paint::Align align,
           std::string_view what) {
    const bool fits = paint::text(ui, rect, font, ink(ui.theme(), tone), text, align);
    if (what.empty()) {
        ui.note(Role::text, text, rect, {}, fits);
    } else {
        ui.note(Role::text, what, rect, text, fits);
    }
}

void heading(Ui& ui, const Rect& rect, std::string_view text) {
    const bool fits = paint::text(ui, rect, ui.fonts().small_strong, ui.theme().dim, text);
    ui.note(Role::heading, text, rect, {}, fits);
}

void title(Ui& ui, const Rect& rect, std::string_view text) {
    const bool fits = paint::text(ui, rect, ui.fonts().title, ui.theme().text, text);
    ui.note(Role::heading, text, rect, {}, fits);
}

float paragraph_height(const Font& font, float wide, std::string_view text) {
    return static_cast<float>(wrap(text, font, wide).size()) * font.line;
}

float paragraph(Ui& ui, float x, float y, float wide, const Font& font, Tone tone, std::string_view text) {
    return marked_paragraph(ui, x, y, wide, font, tone, text, {});
}

float marked_paragraph(Ui& ui, float x, float y, float wide, const Font& font, Tone tone, std::string_view text,
                       const std::vector<Mark>& marks) {
    const Color color = ink(ui.theme(), tone);
    const auto lines = wrap(text, font, wide);
    float top = y;
    for (const TextLine& line : lines) {
        const float base = top + (font.line - font.size) / 2;
        // Cut the line where the marks begin and end.
        std::vector<std::size_t> edges{line.begin, line.end};
        for (const Mark& m : marks)
            for (const std::size_t e : {m.begin, m.end})
                if (e > line.begin && e < line.end) edges.push_back(e);
        std::sort(edges.begin(), edges.end());
        float left = x;
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            const std::string_view part = text.substr(edges[i], edges[i + 1] - edges[i]);
            if (part.empty()) continue;
            bool strong = false;
            const float part_wide = seam::width(font, part);
            for (const Mark& m : marks) {
                if (m.begin > edges[i] || m.end <= edges[i]) continue;
                if (m.kind == Mark::Kind::strong) {
                    strong = true;
                } else {
                    paint::fill(ui, {left - 1, top, part_wide + 2, font.line}, ground_of(ui.theme(), m.kind), ui.px(3));
                }
            }
            // A heavier letter is a little wider; drawn from the same place, it keeps the line's breaks.
            paint::text_at(ui, left, base, font, color, part);
            if (strong) paint::text_at(ui, left + 0.6F, base, font, color, part);
            left += part_wide;
        }
        top += font.line;
    }
    ui.note(Role::text, text, {x, y, wide, top - y});
    return top - y;
}

}  // namespace shift311::desk
