// What the desk asks of the program around it: people, shifts, records, results.
#pragma once

#include "assessment/journal/event.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/scorecard.hpp"
#include "sim/desk/plain_words.hpp"
#include "sim/shift/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

struct ShiftChoice {
    std::string id, title, about;
    int minutes = 0;
    int contacts = 0;
    int level = 1;
    bool tour = false;
    std::string yardstick = {};  ///< what one person alone could manage at its pace; empty: that says nothing
};

struct PastResult {
    std::string attempt;
    std::string when;  ///< "Sat Nov 21, 19:49"
    std::string title;
    int percent = 0;
    bool passed = false;
    int contacts = 0;
    int level = 1;
    bool finished = true;
};

struct Interrupted {
    std::string attempt, title, when;
    journal::Millis at = 0;
};

struct Settings {
    int text_scale = 100;
    bool dark = true;
    bool mute = false;
    bool tour_done = false;
};

struct Debrief {
    journal::ContactId contact = 0;
    scoring::AnswerKey key;
    scoring::Scorecard card;
    std::vector<journal::Event> events;  ///< of this contact
    journal::Millis answered = 0;
    PlainWords words = {};  ///< of the script that was played
};

class Host {
  public:
    virtual ~Host() = default;
    virtual std::vector<std::string> people() = 0;
    /// A sentence when refused.
    virtual std::optional<std::string> add_person(const std::string& name) = 0;
    virtual std::vector<ShiftChoice> shifts() = 0;
    /// Newest first.
    virtual std::vector<PastResult> results(const std::string& person) = 0;
    virtual std::optional<Interrupted> interrupted(const std::string& person) = 0;
    virtual void set_aside(const std::string& attempt) = 0;
    /// Level 0: as planned. Throws std::runtime_error with a sentence.
    virtual shift::Run& start(const std::string& person, const std::string& shift, int level) = 0;
    virtual shift::Run& resume(const std::string& attempt) = 0;
    /// Of the running or just ended shift: contacts wrapped or over.
    virtual std::vector<Debrief> debriefs() = 0;
    virtual std::vector<Debrief> debriefs_of(const std::string& attempt) = 0;
    /// Of the running or just ended shift: what is said in place of its results; empty: they are shown.
    virtual std::string recorded() { return {}; }
    virtual Settings settings(const std::string& person) = 0;
    virtual void save(const std::string& person, const Settings& settings) = 0;
    /// Back to the start screen; the shift stays interrupted unless it is over.
    virtual void leave_shift() = 0;
};

}  // namespace shift311::desk
