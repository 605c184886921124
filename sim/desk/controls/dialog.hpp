// A dialog over the desk: the rest is shaded and out of reach until it closes.
#pragma once

#include "sim/desk/ui.hpp"

#include <string_view>

namespace shift311::desk {

/// From construction to destruction, controls belong to the dialog.
class Dialog {
  public:
    Dialog(Ui& ui, std::string_view title, float wide, float high);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;

    /// What is left for content under the title, padded.
    Rect content() const { return content_; }
    /// Escape was pressed, or the mouse outside.
    bool dismissed() const { return dismissed_; }

  private:
    Ui& ui_;
    Rect content_;
    bool dismissed_ = false;
};

}  // namespace shift311::desk
