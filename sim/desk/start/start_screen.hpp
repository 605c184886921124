// Where a trainee sits down: who are you, which shift, what came out before.
#pragma once

#include "sim/desk/host.hpp"
#include "sim/desk/key.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

/// What stands beside the practice desk for whoever signed in; without accounts, what can be had without them.
struct Beside {
    bool signed_in = false;
    std::string role;  ///< as read by people; empty: nobody signed in
    struct Door {
        std::string label;
        Chord chord;
        std::string note = {};  ///< "2 to answer"; stands beside it
    };
    std::vector<Door> doors;  ///< other screens, each with its key
    bool accounts = false;    ///< accounts can be set up
};

class StartScreen {
  public:
    StartScreen(Host& host, std::string person, Beside beside = {});

    enum class Deed { none, start, resume, review, quit, settings_changed, door, sign_out, accounts };
    Deed frame(Ui& ui, Settings& settings);

    const std::string& person() const { return person_; }
    const ShiftChoice& shift() const { return shifts_[chosen_]; }
    int level() const { return level_; }
    /// Which of the doors was opened.
    std::size_t door() const { return door_; }
    /// What is to be taken up, or looked at again.
    const std::string& attempt() const { return attempt_; }
    /// A sentence to be shown: why a shift did not start.
    void tell(std::string sentence) { trouble_ = std::move(sentence); }
    /// Asks the host again: after a shift, or when the person changed.
    void reload();
    void choose_shift(const std::string& id, int level);

  private:
    Deed show(Ui& ui, Settings& settings);
    Deed who(Ui& ui, const Rect& rect);
    Deed signed_in(Ui& ui, const Rect& rect);
    Deed doors(Ui& ui, Rect& body);
    Deed looks(Ui& ui, const Rect& rect, Settings& settings);
    float looks_height(const Ui& ui) const;
    Deed which(Ui& ui, const Rect& rect);
    Deed past(Ui& ui, const Rect& rect);
    void add(Ui& ui, Rect rect);
    void select(const std::string& person);

    Host& host_;
    std::string person_;
    Beside beside_;
    std::size_t door_ = 0;
    std::vector<std::string> people_;
    std::vector<ShiftChoice> shifts_;
    std::size_t chosen_ = 0;
    int level_ = 0;
    std::vector<PastResult> results_;
    std::optional<Interrupted> interrupted_;
    std::string new_name_, refused_, trouble_, attempt_;
    bool person_changed_ = true;
    bool looks_first_ = false;  ///< the look was chosen before anybody said who they are: it is theirs
};

}  // namespace shift311::desk
