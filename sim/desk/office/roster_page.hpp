// Everybody in training at a glance, whoever needs attention first.
#pragma once

#include "sim/desk/office/access.hpp"
#include "sim/desk/office/roster_filter.hpp"

namespace shift311::desk {

class RosterPage final : public Page {
  public:
    explicit RosterPage(Access& access);

    std::string heading() const override { return "Trainees"; }
    std::string name() const override { return "roster"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;

  private:
    /// The row the focus goes to: of who was looked at last if `last` and still shown, else the first; the field
    /// where there is none.
    std::string first_shown(bool last) const;
    void table(Ui& ui, const Rect& rect);

    Access& access_;
    std::vector<RosterLine> lines_;
    RosterFilter filter_{"Find a trainee", true};
    std::string last_;  ///< who was looked at: the focus comes back there
    bool fresh_ = true;
};

}  // namespace shift311::desk
