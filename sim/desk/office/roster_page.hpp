// Everybody in training at a glance, whoever needs attention first.
#pragma once

#include "sim/desk/office/access.hpp"

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
    bool shown(const RosterLine& line) const;
    float filter_row(Ui& ui, const Rect& rect);
    void table(Ui& ui, const Rect& rect);

    Access& access_;
    std::vector<RosterLine> lines_;
    std::string find_;
    std::size_t which_ = 0;
    std::string last_;  ///< who was looked at: the focus comes back there
    bool fresh_ = true;
};

}  // namespace shift311::desk
