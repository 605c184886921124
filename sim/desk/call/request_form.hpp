// The request form: the service, what the service asks, notes, duplicates nearby, and filing.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/controls/picker.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class RequestForm {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    /// The control that the keys should go to when the form is asked for.
    static std::string first_open(const Seat& seat);

  private:
    struct Columns {
        float name = 0;  ///< width of the column of names; 0: names stand above
        float x = 0, wide = 0;
    };
    void service(Ui& ui, Seat& seat, const Columns& columns, float& y);
    void field(Ui& ui, Seat& seat, const Columns& columns, float& y, const shift::FieldView& field);
    void text(Ui& ui, Seat& seat, const Rect& place, const shift::FieldView& field);
    void list(Ui& ui, Seat& seat, const Rect& place, const shift::FieldView& field);
    void notes(Ui& ui, Seat& seat, const Columns& columns, float& y);
    void near(Ui& ui, Seat& seat, const Rect& rect);
    void foot(Ui& ui, Seat& seat, Rect rect);

    std::map<std::string, PickerState> pickers_;
    std::string suggesting_;                 ///< the field whose suggestions are open
    std::optional<std::size_t> suggestion_;  ///< the one highlighted
    std::string dismissed_;                  ///< the value for which the suggestions were sent away
};

}  // namespace shift311::desk
