// The form of a rating: a mark for each competency, a word where one is due, and the signature.
#pragma once

#include "assessment/standing/rating.hpp"
#include "sim/desk/ui.hpp"

#include <set>
#include <string>

namespace shift311::desk {

class RatingForm {
  public:
    explicit RatingForm(standing::Report report) : report_(std::move(report)) {}

    enum class Deed { none, sign, leave };
    /// `leave`: what the other button says; empty: there is none.
    Deed frame(Ui& ui, const Rect& rect, std::string_view leave);
    const standing::Report& report() const { return report_; }
    /// Something was marked or written that is not signed.
    bool touched() const { return touched_; }

  private:
    float mark(Ui& ui, float x, float y, float wide, const std::string& word);

    standing::Report report_;
    std::set<std::string> commented_;  ///< competencies whose comment was opened
    std::string wanted_;               ///< a field to be focused once it is there
    bool touched_ = false;
};

}  // namespace shift311::desk
