// The text desk: the whole job by typed commands, one a line, over the same engine as the window.
#pragma once

#include "sim/shift/run.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::desk::typed {

struct Options {
    /// True at a terminal: time is real and comes in through `pass`. False for a file of commands: time stands still
    /// but for waiting, speech and typing, so that the same file always gives the same journal.
    bool real_time = false;
    /// Called when a contact has been wrapped up; what it gives is printed.
    std::function<std::string(journal::ContactId)> debrief;
    /// False: nothing is said of how a shift may go and went, as in an exam.
    bool sum_up = true;
};

class TextDesk {
  public:
    TextDesk(shift::Run& run, std::ostream& out, Options options);

    /// Says where things stand and how to begin; of a shift taken up again, what was said and written so far.
    void welcome();
    /// One line of input. False when the shift is over.
    bool command(const std::string& line);
    /// Real time: let everything happen up to `at` and tell it.
    void pass(shift::Millis at);
    /// End of input: ends the shift as quitting does.
    void finish();
    shift::Millis now() const { return now_; }

  private:
    struct Word {
        const char* name;
        const char* takes;
        const char* does;
        void (TextDesk::*run)(const std::string& rest);
    };
    static const std::vector<Word>& words();

    void contacts(const std::string& rest);
    void answer(const std::string& rest);
    void take(const std::string& rest);
    void say(const std::string& rest);
    void ask(const std::string& rest);
    void set(const std::string& rest);
    void form(const std::string& rest);
    void service(const std::string& rest);
    void find(const std::string& rest);
    void near(const std::string& rest);
    void open(const std::string& rest);
    void lookup(const std::string& rest);
    void directory(const std::string& rest);
    void hold(const std::string& rest);
    void resume(const std::string& rest);
    void transfer(const std::string& rest);
    void file(const std::string& rest);
    void add(const std::string& rest);
    void forward(const std::string& rest);
    void reopen(const std::string& rest);
    void close(const std::string& rest);
    void reply(const std::string& rest);
    void note(const std::string& rest);
    void end(const std::string& rest);
    void wrap(const std::string& rest);
    void wait(const std::string& rest);
    void status(const std::string& rest);
    void help(const std::string& rest);
    void quit(const std::string& rest);

    /// True when the intent was taken; otherwise the refusal is printed.
    bool submit(const shift::Intent& intent);
    bool accepted(const std::optional<shift::Refusal>& refusal);
    void change(const std::string& reference, const char* how);
    /// Types `value` into a field, 200 ms a character; what stood there is selected and replaced.
    bool type(const std::string& field, const std::string& value, bool append = false);
    void choose(const std::string& field, const std::string& value);
    /// Until everybody has finished speaking, answers included.
    void listen();
    /// Prints what has happened since the last time.
    void tell();
    void print(const std::string& line);
    void print_message(const shift::Contact& contact);
    void retell();
    void print_articles(const std::vector<std::string>& ids);
    void open_article(const std::string& id);
    std::string stamp(shift::Millis at, journal::ContactId contact) const;

    shift::Run& run_;
    std::ostream& out_;
    Options options_;
    shift::Millis now_ = 0;
    std::size_t told_ = 0;  ///< events already printed
};

}  // namespace shift311::desk::typed
