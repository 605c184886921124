// The daily observation report of one trainee: drafted from the day's evidence, edited and signed by the trainer.
#pragma once

#include "sim/desk/office/access.hpp"
#include "sim/desk/office/rating_form.hpp"

namespace shift311::desk {

class DayReportPage final : public Page {
  public:
    /// Throws what the host refuses.
    DayReportPage(Access& access, const std::string& trainee);

    std::string heading() const override { return "Daily observation report: " + file_.name; }
    std::string name() const override { return "day-report"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    bool unsaved() const override { return form_.touched(); }

  private:
    void evidence(Ui& ui, const Rect& rect) const;

    Access& access_;
    File file_;
    RatingForm form_;
};

}  // namespace shift311::desk
