// The desk while a shift is played: where everything stands, and which key does what.
#pragma once

#include "sim/desk/call/compare.hpp"
#include "sim/desk/call/conversation.hpp"
#include "sim/desk/call/look_up.hpp"
#include "sim/desk/call/request_form.hpp"
#include "sim/desk/call/seat.hpp"
#include "sim/desk/call/tour.hpp"
#include "sim/desk/call/transfer.hpp"
#include "sim/desk/host.hpp"
#include "sim/desk/ui.hpp"

#include <memory>
#include <optional>

namespace shift311::desk {

class CallScreen {
  public:
    CallScreen(shift::Run& run, bool tour);

    enum class Deed { none, leave, settings_changed, tour_done };
    Deed frame(Ui& ui, Settings& settings);

    Seat& seat() { return seat_; }
    const Seat& seat() const { return seat_; }
    /// The shift's clock runs: nothing lies over the desk that stops it.
    bool running(Millis now) const;
    /// The person did something: the tour's clock takes note.
    void touched(Millis now) { tour_.touched(now); }
    bool touring() const { return touring_; }

  private:
    void columns(Ui& ui, Rect body);
    void narrow(Ui& ui, Rect body);
    void side(Ui& ui, const Rect& rect, bool with_talk);
    void keys(Ui& ui);
    void foot(Ui& ui, Rect& body);
    void trouble(Ui& ui, Deed& deed);

    Seat seat_;
    Conversation conversation_;
    RequestForm form_;
    History history_;
    Knowledge knowledge_;
    Directory directory_;
    TransferView transfer_;
    CompareView compare_;
    Tour tour_;
    bool touring_ = false;
    bool help_ = false, menu_ = false, ending_ = false;
    bool narrow_ = false;
    std::optional<Rect> below_contacts_;  ///< where the tour's card hides nothing; none in one column
    Millis f1_down_ = 0;
    journal::ContactId active_ = static_cast<journal::ContactId>(-1);  ///< as in the last frame
    shift::Stage stage_ = shift::Stage::waiting;
};

}  // namespace shift311::desk
