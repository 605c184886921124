#include "sim/desk/controls/chips.hpp"

#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

std::vector<Rect> chip_places(const Ui& ui, float wide, const std::vector<std::string>& words, float extra) {
    std::vector<Rect> out;
    const float high = ui.px(measure::kField), gap = ui.px(8);
    float x = 0, y = 0;
    for (const std::string& word : words) {
        const float chip = std::min(wide, paint::width(ui.fonts().text, word) + extra + ui.px(24));
        if (x > 0 && x + chip > wide) x = 0, y += high + gap;
        out.push_back({x, y, chip, high});
        x += chip + gap;
    }
    return out;
}

}  // namespace shift311::desk
