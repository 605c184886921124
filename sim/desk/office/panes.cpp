#include "sim/desk/office/panes.hpp"

#include <algorithm>
#include <cmath>

namespace shift311::desk {

Rect page_middle(const Ui& ui, const Rect& window, float most) {
    const Rect all = window.inset(ui.px(kPaneGap));
    const float wide = std::min(all.w, ui.px(most));
    return {std::round(all.x + (all.w - wide) / 2), all.y, wide, all.h};
}

Stack::Stack(Ui& ui, std::string_view name, const Rect& window)
    : ui_(ui), scroll_(ui, name, window), y_(scroll_.content().y + ui.px(kPaneGap)) {}

Stack::~Stack() {
    scroll_.used(y_ - scroll_.content().y);
}

Rect Stack::next(float high) {
    const Rect c = scroll_.content().inset(ui_.px(kPaneGap), 0);
    const Rect place{c.x, y_, c.w, ui_.px(high)};
    y_ += place.h + ui_.px(kPaneGap);
    return place;
}

void list_and_detail(Ui& ui, const Rect& window, const ListAndDetail& page,
                     const std::function<void(const Rect&)>& list, const std::function<void(const Rect&)>& detail) {
    if (page.nothing) return list(page_middle(ui, window, page.most));
    if (window.w >= ui.px(page.side_by_side)) {
        Rect all = page_middle(ui, window, page.most);
        const Rect left = all.cut_left(std::round(all.w * page.list_part));
        all.cut_left(ui.px(kPaneGap));
        list(left);
        detail(all);
        return;
    }
    Stack stack(ui, page.name, window);
    list(stack.next(page.list_high));
    detail(stack.next(page.detail_high));
}

}  // namespace shift311::desk
