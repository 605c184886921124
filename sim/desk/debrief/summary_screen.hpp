// The end of a shift: every contact with its score, the service level, and what to practice next.
#pragma once

#include "sim/desk/host.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"
#include "sim/shift/screen.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class SummaryScreen {
  public:
    SummaryScreen(std::vector<Debrief> debriefs, shift::Screen last);

    struct Deed {
        bool leave = false;
        std::optional<std::size_t> open;  ///< place in the list of debriefs
    };
    Deed frame(Ui& ui);
    const std::vector<Debrief>& debriefs() const { return debriefs_; }

  private:
    struct Figure {
        std::string name, value, note;
        Tone tone;
    };
    std::array<Figure, 3> all_figures() const;
    /// Draws them across the top of `rect`, as high as they need; gives their height.
    float figures(Ui& ui, const Rect& rect) const;
    void practice(Ui& ui, const Rect& rect) const;
    std::optional<std::size_t> contacts(Ui& ui, const Rect& rect) const;

    std::vector<Debrief> debriefs_;
    shift::Screen last_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
