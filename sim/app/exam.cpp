// The commands of programs and exams: what they take, and what each is for.
#include "sim/app/commands.hpp"
#include "sim/app/exam_commands.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace shift311::app {
namespace {

using Command = int (*)(const ExamOptions&);

/// Commands of one family, each with options of its own, which live as long as the parser.
class Adder {
  public:
    Adder(CLI::App& app, Chosen& chosen) : app_(app), chosen_(chosen) {}

    ExamOptions& add(const std::string& name, const std::string& about, Command deed, bool formats = false) {
        options_ = std::make_shared<ExamOptions>();
        command_ = app_.add_subcommand(name, about);
        add_acting(*command_, options_->act, formats);
        command_->callback(
            [options = options_, &chosen = chosen_, deed] { chosen = [options, deed] { return deed(*options); }; });
        return *options_;
    }
    CLI::App& command() { return *command_; }

    void name(const std::string& what = "Name of the trainee") {
        command_->add_option("name", options_->name, what)->required();
    }
    void why(const std::string& what, bool required) {
        command_->add_option("--why", options_->why, what)->required(required);
    }
    void outcome(const std::string& key, std::vector<std::string> words, const std::string& what) {
        command_->add_option(key, options_->outcome, what)->required()->check(CLI::IsMember(std::move(words)));
    }
    void contact(bool required) {
        command_->add_option("attempt", options_->attempt, "Id of the attempt, or its beginning")->required();
        command_->add_option("contact", options_->contact, "Number of the contact in it")->required(required);
    }
    void marks() {
        command_->add_option("--mark", options_->marks,
                             "courtesy=5, typing=NO (not observed), privacy=2!NRT (not responding)");
        command_->add_option("--comment", options_->comments, "courtesy=\"what you saw\"");
        command_->add_option("--file", options_->file, "Read it from this YAML or JSON file");
    }

  private:
    CLI::App& app_;
    Chosen& chosen_;
    CLI::App* command_ = nullptr;
    std::shared_ptr<ExamOptions> options_;
};

void add_program_commands(Adder& add) {
    ExamOptions& enrolled = add.add("enroll", "Put a trainee into a program", enroll);
    add.name();
    add.command().add_option("program", enrolled.program, "Id of the program, such as 6J55")->required();
    add.why("Anything to note beside it", false);

    ExamOptions& shown = add.add("standing", "Where a trainee stands, and what to practice next", show_standing, true);
    add.command().add_option("name", shown.name, "Name of the trainee (default: everybody, or yourself)");

    add.add("sign", "Sign the outcome of an exam", sign);
    add.name();
    add.outcome("outcome", {"certified", "not_yet"}, "certified or not_yet");
    add.why("Why, in plain words", true);

    add.add("remediate", "Note a remediation plan, or that it is done", remediate);
    add.name();
    add.outcome("what", {"plan", "done"}, "plan or done");
    add.why("The plan, or what was done", true);
}

void add_rating_commands(Adder& add) {
    ExamOptions& rated = add.add("rate", "Rate a contact without having seen the machine's judgment", rate);
    add.contact(true);
    add.command().add_flag("--passed", rated.passed, "You would have passed it");
    add.command().add_flag("--failed", rated.failed, "You would not have passed it");
    add.command().add_flag("--seen", rated.seen, "You had seen the machine's judgment: not a blind rating");
    add.marks();
    add.why("What decided, in plain words", false);

    ExamOptions& observed = add.add("dor", "Daily observation report on a trainee", observe);
    add.name();
    add.command().add_option("--day", observed.day, "Day observed, such as 2026-11-21 (default: today)");
    add.command().add_flag("--draft", observed.draft, "Print a report to fill in, with what the evidence suggests");
    add.command().add_option("--most", observed.most, "The most acceptable performance of the day");
    add.command().add_option("--least", observed.least, "The least acceptable performance of the day");
    add.marks();

    ExamOptions& changed =
        add.add("override", "Correct an automatic finding; the machine's stays beside it", override_finding);
    add.contact(true);
    add.command().add_option("criterion", changed.criterion, "Which finding, such as field.location")->required();
    add.command().add_option("--points", changed.points, "Points instead of the machine's, such as 2.5");
    add.command().add_flag("--critical", changed.critical, "It is a critical error");
    add.command().add_flag("--not-critical", changed.not_critical, "It is no critical error")->excludes("--critical");
    add.why("Why; the trainee reads it", true);
}

void add_dispute_commands(Adder& add) {
    add.add("acknowledge", "You have seen a result of yours, and agree", acknowledge);
    add.contact(false);

    ExamOptions& disputed = add.add("dispute", "You dispute a result of yours", dispute);
    add.contact(false);
    add.command().add_option("criterion", disputed.criterion, "Which finding (default: the whole contact)");
    add.why("What is wrong, in your own words", true);

    add.add("disputes", "What trainees dispute, the open ones first", show_disputes, true);

    ExamOptions& answered = add.add("answer", "Answer a dispute", answer);
    add.command().add_option("dispute", answered.dispute, "Id of the dispute, or its beginning")->required();
    add.outcome("answer", {"upheld", "changed"}, "upheld (the result stays) or changed");
    add.why("Why; the trainee reads it", true);
}

}  // namespace

void add_exam(CLI::App& app, Chosen& chosen) {
    Adder add(app, chosen);
    add_program_commands(add);
    add_rating_commands(add);
    add_dispute_commands(add);

    CLI::App* exam = app.add_subcommand("exam", "Exams: open, sit, status, close");
    exam->require_subcommand(1);
    Adder of_exam(*exam, chosen);
    ExamOptions& opened = of_exam.add("open", "Draw a form and open an exam", exam_open);
    of_exam.name();
    of_exam.command().add_option("--seed", opened.seed, "Draw the form by this number (default: by chance)");
    of_exam.why("Anything to note beside it", false);

    ExamOptions& sat = of_exam.add("sit", "Take the next part of the exam", exam_sit);
    of_exam.name();
    of_exam.command().add_flag("--text", sat.text, "At the text desk");
    of_exam.command().add_flag("--mute", sat.mute, "No sound");
    of_exam.command().add_option("--control-tree", sat.control_tree,
                                 "Keep a JSON list of the visible controls in this file");

    of_exam.add("status", "How far an exam is", exam_status, true);
    of_exam.name();

    of_exam.add("close", "End an exam", exam_close);
    of_exam.name();
    of_exam.why("Needed when it is closed before all of it was taken", false);
}

}  // namespace shift311::app
