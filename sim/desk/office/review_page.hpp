// An attempt watched again by who may: replay, what was said and written at any moment, findings, rating, overrides.
#pragma once

#include "sim/desk/debrief/story.hpp"
#include "sim/desk/office/access.hpp"
#include "sim/desk/office/as_it_stood.hpp"
#include "sim/desk/office/rating_form.hpp"

#include <memory>
#include <optional>

namespace shift311::desk {

class ReviewPage final : public Page {
  public:
    /// Opens at this contact and finding, if they are named. Throws what the host refuses.
    ReviewPage(Access& access, std::string attempt, journal::ContactId contact, const std::string& criterion,
               bool blind);

    std::string heading() const override;
    std::string name() const override { return "review"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    std::optional<Millis> next_due() const override;
    bool unsaved() const override { return form_ != nullptr && form_->touched(); }

  private:
    const ReviewContact& now() const { return review_.contacts[index_]; }
    void load();
    void open(std::size_t index);
    void select(std::size_t place);
    void jump(int by);
    void to(journal::Millis at);
    void rate();
    void play(Ui& ui);
    void toggle(Ui& ui);
    void hotkeys(Ui& ui);

    void findings(Ui& ui, const Rect& rect);
    float head(Ui& ui, const Rect& c);
    float findings_list(Ui& ui, const Rect& c);
    void time(Ui& ui, const Rect& rect);
    void transport(Ui& ui, Rect rect);
    void conversation(Ui& ui, const Rect& rect, const Stood& stood);
    void form_as_it_stood(Ui& ui, const Rect& rect, const Stood& stood);
    void side(Ui& ui, const Rect& rect);
    void finding_detail(Ui& ui, const Rect& rect);
    float human_words(Ui& ui, const Rect& rect, const scoring::Finding& finding);
    void override_dialog(Ui& ui);

    Access& access_;
    std::string attempt_;
    bool blind_;
    Review review_;
    std::size_t index_ = 0;
    Story story_;
    std::vector<std::size_t> lost_;
    std::size_t selected_ = 0;
    journal::Millis at_ = 0;
    bool playing_ = false;
    int speed_ = 1;
    Millis played_at_ = 0;
    std::size_t said_ = 0;  ///< lines shown when the list was last moved to its end
    std::unique_ptr<RatingForm> form_;
    // the override being made
    bool overriding_ = false;
    std::string points_, why_;
    bool critical_ = false;
    bool fresh_ = true;
};

}  // namespace shift311::desk
