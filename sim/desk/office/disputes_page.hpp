// What trainees dispute, the open ones first, and the answer of whoever signs.
#pragma once

#include "sim/desk/office/access.hpp"

#include <map>

namespace shift311::desk {

class DisputesPage final : public Page {
  public:
    explicit DisputesPage(Access& access);

    std::string heading() const override { return "Disputes"; }
    std::string name() const override { return "disputes"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;
    bool unsaved() const override;

  private:
    void list(Ui& ui, const Rect& rect);
    void detail(Ui& ui, const Rect& rect);
    void answer_form(Ui& ui, float x, float& y, float wide, const DisputeLine& line);

    Access& access_;
    std::vector<DisputeLine> lines_;
    std::size_t selected_ = 0;
    /// An answer that is not sent yet. It stays while others are looked at.
    struct Draft {
        std::optional<std::size_t> answer;
        std::string words;
        bool blank() const { return words.find_first_not_of(" \n") == std::string::npos; }
    };
    std::map<std::string, Draft> drafts_;  ///< by dispute
    bool fresh_ = true;
};

}  // namespace shift311::desk
