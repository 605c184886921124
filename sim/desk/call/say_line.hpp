// The line that the call taker speaks on: free words, or a phrase found by a few letters of it.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <cstddef>
#include <optional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace shift311::desk {

class SayLine {
  public:
    float height(Ui& ui, const Seat& seat, float wide);
    void show(Ui& ui, Seat& seat, Rect rect);
    /// There is little height: the list of phrases hangs over the conversation, and next steps are left out.
    void low(bool on) { low_ = on; }

  private:
    struct Choice {
        std::string phrase;  ///< id; empty: the words as typed
        std::string shown;
        std::string note;
        std::vector<std::pair<std::size_t, std::size_t>> strong;
    };
    void find(const Seat& seat);
    void say(Ui& ui, Seat& seat, const Choice& choice);

    std::string words_;
    bool low_ = false;
    bool browsing_ = false;  ///< the list was asked for with nothing typed
    std::vector<Choice> choices_;
    std::size_t chosen_ = 0;
    std::optional<std::size_t> in_view_;  ///< the choice that the list was scrolled to
    std::string found_for_;  ///< what `choices_` were found for
    journal::ContactId contact_ = 0;
};

}  // namespace shift311::desk
