// The drills by typed lines: vignettes, copy test and dictation over the same engine as the window.
#pragma once

#include "sim/drill/run.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace shift311::desk::typed {

class DrillDesk {
  public:
    struct Options {
        /// True at a terminal: time is real and comes in through `pass`, and whole lines are handed over, so that
        /// nobody knows how they were typed. False for a file of lines: time stands still but for waiting, speech and
        /// typing.
        bool real_time = false;
    };
    DrillDesk(drill::Run& run, std::ostream& out, Options options);

    /// Says what to do, and begins.
    void welcome();
    /// One line of input. False when the drill is over.
    bool command(const std::string& line);
    /// Real time: let everything happen up to `at` and tell it.
    void pass(drill::Millis at);
    /// End of input: breaks the drill off, as quitting does.
    void finish();
    drill::Millis now() const { return now_; }

  private:
    void vignette_line(const std::string& line);
    void copy_line(const std::string& line);
    void dictation_line(const std::string& line);
    void help();
    void find(const std::string& words);
    void wait(const std::string& seconds);
    void type(const std::string& field, const std::string& text, bool append);
    /// Until the line that is being spoken is over.
    void listen();
    void tell();
    bool submit(const drill::Intent& intent);
    void print(const std::string& line);
    std::vector<const drill::Answer*> answers_for(const std::string& words) const;

    drill::Run& run_;
    std::ostream& out_;
    Options options_;
    drill::Millis now_ = 0;
    std::size_t told_ = 0;
};

/// What came of it, as text.
std::string drill_result_text(const scoring::Scorecard& card, const drill::Plan& plan,
                              const std::vector<journal::Event>& events);

}  // namespace shift311::desk::typed
