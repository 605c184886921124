// A trainee's results that ask for an answer: seen and agreed, or disputed with a word of why.
#pragma once

#include "sim/desk/controls/picker.hpp"
#include "sim/desk/office/access.hpp"

#include <map>
#include <utility>

namespace shift311::desk {

class ResultsPage final : public Page {
  public:
    explicit ResultsPage(Access& access);

    std::string heading() const override { return "My results"; }
    std::string name() const override { return "results"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;
    bool unsaved() const override;

  private:
    void list(Ui& ui, const Rect& rect);
    void detail(Ui& ui, const Rect& rect);
    float said(Ui& ui, float x, float y, float wide, const standing::Dispute& dispute) const;
    void dispute_form(Ui& ui, float x, float& y, float wide, const WorkLine& line);
    void answer(const WorkLine& line, bool disputed);

    Access& access_;
    std::vector<WorkLine> lines_;
    std::size_t selected_ = 0;
    /// A dispute that is not sent yet. It stays while other results are looked at.
    struct Draft {
        bool open = false;
        std::size_t about = 0;  ///< 0: the whole contact; else what was lost, from 1
        std::string words;
        bool blank() const { return words.find_first_not_of(" \n") == std::string::npos; }
    };
    Draft& draft_of(const WorkLine& line);
    std::map<std::pair<std::string, journal::ContactId>, Draft> drafts_;
    PickerState picker_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
