// After a contact: the score, what went well, what to practice, and every moment behind it.
#pragma once

#include "sim/desk/debrief/story.hpp"
#include "sim/desk/host.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class DebriefScreen {
  public:
    /// `next`: what the button at the top says ("Next contact", "Back"). Opens at the contact with this place in the
    /// list.
    DebriefScreen(std::vector<Debrief> debriefs, std::size_t open, std::string next);

    /// True when the person goes on.
    bool frame(Ui& ui);
    std::optional<Millis> next_due() const;

  private:
    void open(std::size_t index);
    void select(std::size_t place);
    void step_moment(int by);
    void score(Ui& ui, const Rect& rect);
    float summary(Ui& ui, const Rect& c);
    void happened(Ui& ui, const Rect& rect);
    void detail(Ui& ui, const Rect& rect);
    void lines(Ui& ui, const Rect& rect);
    void keys(Ui& ui);
    const Debrief& now() const { return debriefs_[index_]; }

    std::vector<Debrief> debriefs_;
    std::size_t index_ = 0;
    std::string next_;
    Story story_;
    std::vector<std::size_t> lost_;  ///< findings of the card, in the order shown
    std::size_t selected_ = 0;       ///< place in `lost_`
    bool moved_ = false;             ///< the moment changed: bring its line into view
    bool by_moment_ = false;         ///< the detail shows the moment, not the finding
    std::size_t moment_ = 0;
    journal::Millis at_ = 0;
    bool playing_ = false;
    Millis played_at_ = 0;  ///< monotonic time of the last step of the replay
    bool fresh_ = true;
    bool flat_ = false;       ///< one column: the score card is as tall as what is in it
    float score_high_ = 420;  ///< as it was in the last frame
};

}  // namespace shift311::desk
