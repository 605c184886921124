// A trainee's own progress: where they stand, how each competency goes, and what to practice next.
#pragma once

#include "sim/desk/office/access.hpp"

namespace shift311::desk {

class ProgressPage final : public Page {
  public:
    /// `alone`: without accounts there is practice only, and nothing to certify.
    ProgressPage(Access& access, bool alone);

    std::string heading() const override { return "My progress"; }
    std::string name() const override { return "progress"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;

  private:
    void standing(Ui& ui, const Rect& rect);
    void competencies(Ui& ui, const Rect& rect);
    void next(Ui& ui, const Rect& rect);
    void drills(Ui& ui, const Rect& rect);
    float first_need(Ui& ui, const Rect& c);

    Access& access_;
    bool alone_;
    File file_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
