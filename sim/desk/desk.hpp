// The desk: which screen is shown, the shift's clock, what sounds. The program around it is the Host.
#pragma once

#include "sim/desk/call/call_screen.hpp"
#include "sim/desk/debrief/debrief_screen.hpp"
#include "sim/desk/debrief/summary_screen.hpp"
#include "sim/desk/drill/drill_screen.hpp"
#include "sim/desk/face.hpp"
#include "sim/desk/host.hpp"
#include "sim/desk/office/office.hpp"
#include "sim/desk/office/sign_in_screen.hpp"
#include "sim/desk/start/start_screen.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace shift311::desk {

/// What should be heard now.
struct Sounds {
    enum class Lasting { none, ring, ring_back, hold };
    Lasting lasting = Lasting::none;
    int clicks = 0;  ///< counts up each time the line opens or closes
    bool mute = false;
};

class Desk final : public Face {
  public:
    struct Options {
        std::string trainee;  ///< empty: ask
        std::string shift;    ///< id; empty: ask
        int level = 0;        ///< 0: as planned
        bool resume = false;  ///< go on with what `trainee` was interrupted in, unasked
        DrillHost* drills = nullptr;  ///< without it there are no drills
    };
    /// `office`: without it there are no accounts, and no screens by role.
    Desk(Host& host, Options options, OfficeHost* office = nullptr);
    ~Desk() override;

    void frame(Ui& ui) override;
    std::optional<Millis> next_due() const override;
    bool finished() const override { return quit_; }
    /// Closing the window in the middle of a shift leaves it to be taken up again.
    void close_asked() override;

    Sounds sounds() const;
    /// "start", "shift", "debrief", "summary", "sign-in", or a screen of the office: "roster", "review" ...
    std::string screen() const;
    const Settings& settings() const { return settings_; }

  private:
    void take_up(Ui& ui, shift::Run& run, bool tour);
    void start(Ui& ui, const std::string& shift, int level);
    void begin_asked(Ui& ui);
    void resume_asked(Ui& ui);
    void sit_block(Ui& ui, const std::string& plan);
    void start_frame(Ui& ui);
    void shift_frame(Ui& ui);
    void look_for_ends(Ui& ui);
    void debrief_frame(Ui& ui);
    void summary_frame(Ui& ui);
    void drill_frame(Ui& ui);
    void to_start(Ui& ui);
    void make_start();
    void sign_in_frame(Ui& ui);
    void office_frame(Ui& ui);
    void seat(Ui& ui, const Seated& seated);
    void sign_out(Ui& ui);
    void open_office(Ui& ui, Section section);
    void through_door(Ui& ui);
    void save();
    bool clock_runs() const;
    std::string letters() const;

    Host& host_;
    OfficeHost* office_host_;
    std::optional<Seated> seated_;
    Options options_;
    Settings settings_;
    std::unique_ptr<SignInScreen> sign_in_;
    std::unique_ptr<Office> office_;
    std::unique_ptr<StartScreen> start_;
    std::unique_ptr<CallScreen> call_;
    std::unique_ptr<DebriefScreen> debrief_;
    std::unique_ptr<SummaryScreen> summary_;
    std::unique_ptr<DrillScreen> drill_;
    std::string person_;
    bool starting_ = false;                   ///< the shift named by the options is still to be started
    std::set<journal::ContactId> debriefed_;  ///< contacts whose debrief was shown, or was no use
    std::size_t heard_ = 0;                   ///< events that have clicked
    int clicks_ = 0;
    Millis now_ = 0;
    bool quit_ = false;
};

}  // namespace shift311::desk
