// A drill at the desk: what it is about, the drill itself, and what came of it.
#pragma once

#include "sim/desk/controls/picker.hpp"
#include "sim/desk/drill/drill_host.hpp"
#include "sim/desk/host.hpp"
#include "sim/desk/shift_clock.hpp"
#include "sim/desk/ui.hpp"
#include "sim/drill/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class DrillScreen {
  public:
    /// `run`: one that was begun by somebody else, a part of an exam; nothing is left to choose, and its clock waits for
    /// the one who sits it.
    DrillScreen(DrillHost& host, std::string person, std::string script, drill::Run* run = nullptr);

    enum class Deed { none, leave, settings_changed };
    Deed frame(Ui& ui, Settings& settings);
    std::optional<Millis> next_due() const;
    const drill::Run* run() const { return run_; }

  private:
    Deed intro(Ui& ui, Rect window);
    Deed playing(Ui& ui, Rect window);
    void vignette(Ui& ui, Rect rect);
    void answers(Ui& ui, Rect rect, const drill::Screen& screen);
    float feedback(Ui& ui, Rect rect, const drill::Screen& screen) const;
    void copy(Ui& ui, Rect rect);
    void prompt_text(Ui& ui, const Rect& rect, const drill::Screen& screen) const;
    void dictation(Ui& ui, Rect rect);
    void captions(Ui& ui, const Rect& rect, const drill::Screen& screen) const;
    void form(Ui& ui, const Rect& rect, const drill::Screen& screen);
    Deed result(Ui& ui, Rect window);
    float figures(Ui& ui, const Rect& rect) const;
    float review(Ui& ui, const Rect& rect) const;

    void take_up(Ui& ui, drill::Run& run);
    void submit(const drill::Intent& intent, journal::Millis at);
    void answer(Ui& ui, const std::string& id);
    void next(Ui& ui);
    bool triage() const;
    bool copying() const;
    /// One that was begun by somebody else waits for the one who sits it.
    bool to_sit() const;

    DrillHost& host_;
    std::string person_, script_;
    std::optional<OpenDrill> open_;
    drill::Run* run_ = nullptr;
    ShiftClock clock_;
    bool qualification_ = false;
    bool fresh_ = true;
    bool taken_ = false;  ///< the run's clock and answers are set up
    int caller_ = 0;      ///< the vignette shown last
    std::string trouble_, notice_;
    std::vector<PickerOption> agencies_;
    std::vector<std::string> agency_ids_;
    std::optional<std::size_t> agency_;
    PickerState picker_;
    std::optional<scoring::Scorecard> card_;
    std::vector<drill::Line> lines_;
    std::vector<drill::Wrong> wrong_;
    std::string compared_;  ///< what was typed, with what is missing set in between
    std::vector<std::pair<std::size_t, std::size_t>> extra_, missing_;  ///< bytes of `compared_`
};

}  // namespace shift311::desk
