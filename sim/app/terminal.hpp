// A desk of typed lines at a terminal: questions, and lines as they come while time passes.
#pragma once

#include "assessment/journal/journal.hpp"

#include <functional>
#include <optional>
#include <string>

namespace shift311::app {

/// What was typed after `question`; `otherwise` when it was nothing.
std::string ask(const std::string& question, const std::string& otherwise);

/// What becomes of something that was interrupted. Only what is set aside is never offered again.
enum class Interrupted { go_on, not_now, set_aside };
/// Asks until one of the three is plain; an empty line goes on. At the end of input: not_now.
Interrupted ask_interrupted(const std::string& title, journal::Millis at);

/// A desk as the terminal sees it. Times are milliseconds of the shift or drill.
struct LiveDesk {
    std::function<journal::Millis()> now;
    std::function<std::optional<journal::Millis>()> next_due;  ///< when something happens by itself
    std::function<void(journal::Millis)> pass;                 ///< time goes on
    std::function<bool()> over;
    std::function<bool(const std::string&)> command;  ///< false: the end
};
/// Hands on lines from the terminal until the desk or the input ends; time passes between them as on the wall.
void play_live(const LiveDesk& desk);

/// `desk` has now, pass and command, `run` has next_due and state, as both typed desks and their runs do.
template <class Desk, class Run>
void play_live(Desk& desk, Run& run) {
    play_live({[&] { return desk.now(); }, [&] { return run.next_due(); }, [&](journal::Millis at) { desk.pass(at); },
               [&] { return run.state().over; }, [&](const std::string& line) { return desk.command(line); }});
}

}  // namespace shift311::app
