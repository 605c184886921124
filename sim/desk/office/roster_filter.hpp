// Over a list of trainees: a name to be found, and chips for the groups they fall into by standing.
#pragma once

#include "sim/desk/office_host.hpp"
#include "sim/desk/ui.hpp"

#include <string>
#include <vector>

namespace shift311::desk {

class RosterFilter {
  public:
    /// `find`: the label of the field. `attention`: those who need some are a group of their own.
    RosterFilter(const char* find, bool attention) : label_(find), attention_(attention) {}

    /// Draws it along the top of the rectangle; gives the height used.
    float frame(Ui& ui, const Rect& rect, const std::vector<RosterLine>& lines);
    bool shows(const RosterLine& line) const;
    const char* label() const { return label_; }
    /// Enter was pressed after a name: the first that was found is meant.
    bool submitted() const { return submitted_; }

  private:
    const char* label_;
    bool attention_;
    std::string find_;
    std::size_t which_ = 0;
    bool submitted_ = false;
};

}  // namespace shift311::desk
