// shift311 play: the desk in a window, the text desk, or the demonstration, by what the machine has.
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/window/display.hpp"

#include <iostream>

#include <unistd.h>

namespace shift311::app {

int play(const PlayOptions& options) {
    const bool at_terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    if (options.text) return play_text(options, at_terminal);
    const std::string why = window::why_no_display();
    if (!why.empty()) {
        std::cerr << why << '\n';
        if (at_terminal) {
            std::cerr << "The text desk opens instead.\n";
            return play_text(options, true);
        }
        if (!options.control_tree.empty() || !options.shift.empty() || !options.script.empty())
            throw EnvironmentLacks("There is no display to open the desk on; --text plays without one.");
        std::cerr << "There is no terminal either, so the model agent plays a short demonstration.\n";
        DemoOptions demo_options;
        demo_options.content = options.content;
        return demo(demo_options);
    }
    return play_text(options, at_terminal);
}

}  // namespace shift311::app
