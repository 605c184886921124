// The end of a shift: every contact with its score, the service level, and what to practice next.
#pragma once

#include "sim/desk/host.hpp"
#include "sim/desk/ui.hpp"
#include "sim/shift/screen.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class SummaryScreen {
  public:
    /// `yardstick`: what the service level may be measured by, a sentence; empty: nothing.
    SummaryScreen(std::vector<Debrief> debriefs, shift::Screen last, std::string yardstick = {});

    struct Deed {
        bool leave = false;
        std::optional<std::size_t> open;  ///< place in the list of debriefs
    };
    Deed frame(Ui& ui);
    const std::vector<Debrief>& debriefs() const { return debriefs_; }

  private:
    void figures(Ui& ui, Rect rect) const;
    float figures_height(float wide, const Ui& ui) const;
    void practice(Ui& ui, const Rect& rect) const;
    std::optional<std::size_t> contacts(Ui& ui, const Rect& rect) const;

    std::vector<Debrief> debriefs_;
    shift::Screen last_;
    std::string yardstick_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
