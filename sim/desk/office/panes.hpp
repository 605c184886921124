// How a page lays out its panes: side by side in the middle of a wide window, one under the other in a narrow one.
#pragma once

#include "sim/desk/controls/panel.hpp"
#include "sim/desk/ui.hpp"

#include <functional>
#include <string_view>

namespace shift311::desk {

constexpr float kPaneGap = 8;  ///< between panes, at 100 %

/// The middle of the window, a gap from its edges and at most so wide (at 100 %).
Rect page_middle(const Ui& ui, const Rect& window, float most);

/// Panes one under the other on a page that scrolls.
class Stack {
  public:
    Stack(Ui& ui, std::string_view name, const Rect& window);
    ~Stack();
    /// The place of the next pane, so high at 100 %.
    Rect next(float high);

  private:
    Ui& ui_;
    Scroll scroll_;
    float y_;
};

/// A list and what is chosen in it.
struct ListAndDetail {
    std::string_view name;     ///< of the page where it scrolls
    float most = 1300;         ///< how wide both together get
    float side_by_side = 900;  ///< the window's width from which they stand side by side
    float list_part = 0.5F;
    float list_high = 280, detail_high = 460;  ///< one under the other
    bool nothing = false;                      ///< the list is empty: nothing can be chosen, and it stands alone
};
void list_and_detail(Ui& ui, const Rect& window, const ListAndDetail& page,
                     const std::function<void(const Rect&)>& list, const std::function<void(const Rect&)>& detail);

}  // namespace shift311::desk
