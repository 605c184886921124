// One trainee's file, for those who train and those who read: standing, work, competencies, decisions, and what to do.
#pragma once

#include "sim/desk/controls/choice.hpp"
#include "sim/desk/office/access.hpp"

namespace shift311::desk {

class TraineePage final : public Page {
  public:
    TraineePage(Access& access, std::string trainee);

    std::string heading() const override { return trainee_; }
    std::string name() const override { return "trainee"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;

  private:
    enum class Asking { none, enroll, exam, close, sign_off, plan };

    void standing(Ui& ui, const Rect& rect);
    float acts(Ui& ui, const Rect& rect);
    void work(Ui& ui, const Rect& rect);
    void competencies(Ui& ui, const Rect& rect);
    void decisions(Ui& ui, const Rect& rect) const;
    void dialogs(Ui& ui);
    void ask_enroll(Ui& ui);
    void ask_exam(Ui& ui);
    void ask_close(Ui& ui);
    void ask_sign_off(Ui& ui);
    void ask_plan(Ui& ui);
    void ask(Ui& ui, Asking asking);
    void write(ReportFormat format);

    Access& access_;
    std::string trainee_;
    File file_;
    Asking asking_ = Asking::none;
    std::string words_, secret_;
    std::optional<std::size_t> choice_;
    std::size_t selected_ = 0;
    float acts_high_ = 0;
    bool fresh_ = true;
};

}  // namespace shift311::desk
