// shift311: one program, one sub-command a job; with none, the desk.
#include "assessment/records/trouble.hpp"
#include "sim/app/commands.hpp"
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>
#include <iostream>

namespace shift311::app {
namespace {

const std::string kContentHelp = "Content folder (default: the source tree's, then the installed one)";
const std::string kDbHelp = "Records file (default: $XDG_DATA_HOME/shift311/records.db)";

void add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats) {
    command.add_option("--format", format, "How to print it")->check(CLI::IsMember(formats))->capture_default_str();
}

void add_play(CLI::App& command, PlayOptions& options) {
    command.add_option("--shift", options.shift, "Shift to play (see: list shifts)");
    command.add_option("--script", options.script, "A single script to play (see: list scripts)")->excludes("--shift");
    command.add_option("--trainee", options.trainee, "Who is practicing");
    command.add_option("--level", options.level, "1 guided, 2 prompted, 3 alone, 4 exam conditions")
        ->check(CLI::Range(1, 4));
    command.add_option("--seed", options.seed, "Same seed, same callers");
    command.add_flag("--text", options.text, "The text desk: typed commands, no window");
    command.add_flag("--resume", options.resume, "Go on with the trainee's interrupted shift, unasked")
        ->excludes("--shift")
        ->excludes("--script");
    command.add_option("--db", options.db, kDbHelp);
    command.add_option("--content", options.content, kContentHelp);
    command.add_option("--control-tree", options.control_tree, "Keep a JSON list of the visible controls in this file");
    command.add_flag("--mute", options.mute, "No sound");
    command.add_option("--screenshots", options.screenshots,
                       "Ctrl+Shift+P saves a picture of the window into this folder");
    command.add_option("--size", options.size, "Window size, such as 1600x900");
    add_access(command, options.access);
}

void add_records(CLI::App& command, RecordsOptions& options) {
    command.add_option("--db", options.db, kDbHelp);
    command.add_option("--content", options.content, kContentHelp);
    add_access(command, options.access);
}

int run(int argc, char** argv) {
    CLI::App app{"A practice floor for city 3-1-1 call takers."};
    app.set_version_flag("--version", std::string("shift311 ") + SHIFT311_VERSION);
    app.require_subcommand(0, 1);
    std::function<int()> chosen;

    PlayOptions play_options;
    add_play(app, play_options);
    CLI::App* play_command = app.add_subcommand("play", "Practice; with no choice given, the start screen");
    PlayOptions play_command_options;
    add_play(*play_command, play_command_options);
    play_command->callback([&] { chosen = [&] { return play(play_command_options); }; });

    LintOptions lint_options;
    CLI::App* lint_command = app.add_subcommand("lint", "Check content");
    lint_command->add_option("paths", lint_options.paths, "Files or folders (default: all content)");
    lint_command->add_option("--content", lint_options.content, kContentHelp);
    add_format(*lint_command, lint_options.format, {"text", "json"});
    lint_command->callback([&] { chosen = [&] { return lint(lint_options); }; });

    RehearseOptions rehearse_options;
    CLI::App* rehearse_command =
        app.add_subcommand("rehearse", "Let agents play scripts; the model agent must score 100");
    rehearse_command->add_option("paths", rehearse_options.paths, "Scripts or folders (default: all content)");
    rehearse_command->add_option("--plays", rehearse_options.plays, "Plays of each script, each with other draws")
        ->check(CLI::Range(1, 1000));
    rehearse_command->add_option("--content", rehearse_options.content, kContentHelp);
    add_format(*rehearse_command, rehearse_options.format, {"text", "json"});
    rehearse_command->callback([&] { chosen = [&] { return rehearse(rehearse_options); }; });

    ListOptions list_options;
    CLI::App* list_command = app.add_subcommand("list", "What there is: shifts, scripts, services or phrases");
    list_command->add_option("what", list_options.what, "shifts, scripts, services or phrases")
        ->required()
        ->check(CLI::IsMember({"shifts", "scripts", "services", "phrases"}));
    list_command->add_option("--content", list_options.content, kContentHelp);
    add_format(*list_command, list_options.format, {"text", "json"});
    list_command->callback([&] { chosen = [&] { return list(list_options); }; });

    HearOptions hear_options;
    CLI::App* hear_command = app.add_subcommand("hear", "Which phrase is understood");
    hear_command->add_option("words", hear_options.words, "What was said")->required();
    hear_command->add_option("--script", hear_options.script, "With the phrases of this script");
    hear_command->add_option("--content", hear_options.content, kContentHelp);
    add_format(*hear_command, hear_options.format, {"text", "json"});
    hear_command->callback([&] { chosen = [&] { return hear(hear_options); }; });

    ReportOptions report_options;
    CLI::App* report_command = app.add_subcommand(
        "report",
        "Reports: trainee NAME, certificate NAME, cohort [PROGRAM], items, attempt ID, impact [PROGRAM], agreement [ID]");
    report_command
        ->add_option("what", report_options.what,
                     "trainee, certificate, cohort, items, attempt, impact or agreement")
        ->required()
        ->check(CLI::IsMember({"trainee", "certificate", "cohort", "items", "attempt", "impact", "agreement"}));
    report_command->add_option("which", report_options.which,
                               "Name of the trainee, id of the attempt, or id of the program");
    report_command->add_option("--groups", report_options.groups,
                               "Of impact: the demographic file, CSV or JSON; read and not kept");
    report_command->add_option("--content", report_options.content, kContentHelp);
    report_command->add_option("--out", report_options.out, "Write into this file");
    report_command->add_option("--db", report_options.db, kDbHelp);
    add_access(*report_command, report_options.access);
    add_format(*report_command, report_options.format, {"html", "pdf", "csv", "json"});
    report_command->callback([&] { chosen = [&] { return report(report_options); }; });

    RescoreOptions rescore_options;
    RecordsOptions replay_options, verify_options, export_options;
    CLI::App* rescore_command = app.add_subcommand("rescore", "Judge again from the journals");
    rescore_command->add_option("--attempt", rescore_options.attempt, "Only this attempt");
    rescore_command->add_option("--rubric", rescore_options.rubric,
                                "Judge by this rubric (default: practice; exams keep to their program's)");
    rescore_command->add_option("--db", rescore_options.db, kDbHelp);
    rescore_command->add_option("--content", rescore_options.content, kContentHelp);
    add_access(*rescore_command, rescore_options.access);
    add_format(*rescore_command, rescore_options.format, {"text", "json"});
    rescore_command->callback([&] { chosen = [&] { return rescore(rescore_options); }; });

    CLI::App* replay_command = app.add_subcommand("replay", "Watch an attempt again");
    replay_command->add_option("attempt", replay_options.attempt, "Id of the attempt")->required();
    replay_command->add_option("--speed", replay_options.speed, "1 to 60 times as fast; 0 prints it at once")
        ->check(CLI::Range(0.0, 60.0));
    add_records(*replay_command, replay_options);
    replay_command->callback([&] { chosen = [&] { return replay(replay_options); }; });

    CLI::App* verify_command = app.add_subcommand("verify", "Prove the records whole");
    add_records(*verify_command, verify_options);
    verify_command->callback([&] { chosen = [&] { return verify(verify_options); }; });

    CLI::App* export_command = app.add_subcommand("export", "Hand over data: xapi, journal, or self NAME");
    export_command->add_option("what", export_options.what, "xapi, journal or self")
        ->required()
        ->check(CLI::IsMember({"xapi", "journal", "self"}));
    export_command->add_option("attempt", export_options.attempt, "Only this attempt (default: the newest); of self: the name");
    export_command->add_option("--out", export_options.out, "Write into this file");
    export_command->add_option("--home", export_options.home,
                               "Of xapi: the center's address that names activities and accounts");
    add_records(*export_command, export_options);
    export_command->callback([&] { chosen = [&] {
            return export_options.what == "self" ? export_self(export_options) : export_data(export_options);
        }; });

    DemoOptions demo_options;
    CLI::App* demo_command =
        app.add_subcommand("demo", "The model agent plays a short shift and prints its scorecards");
    demo_command->add_option("--out", demo_options.out, "Write the report into this file");
    demo_command->add_option("--content", demo_options.content, kContentHelp);
    demo_command->callback([&] { chosen = [&] { return demo(demo_options); }; });

    add_people(app, chosen);
    add_exam(app, chosen);
    add_drill(app, chosen);
    add_simulate(app, chosen);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    if (!chosen) return play(play_options);
    return chosen();
}

/// Everything that can go wrong becomes one clear sentence and an exit code here, and nowhere else.
int guarded(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const ContentFaults& faults) {
        std::fputs(faults.what(), stderr);
        return kFaults;
    } catch (const WrongUsage& error) {
        std::cerr << "shift311: " << error.what() << '\n';
        return kUsage;
    } catch (const records::NotFound& error) {
        std::cerr << "shift311: " << error.what() << '\n';
        return kUsage;
    } catch (const records::Trouble& trouble) {
        std::cerr << "shift311: " << trouble.what() << '\n';
        const bool faulty =
            trouble.kind == records::Trouble::Kind::damaged || trouble.kind == records::Trouble::Kind::newer;
        return faulty ? kFaults : kLacking;
    } catch (const EnvironmentLacks& error) {
        std::cerr << "shift311: " << error.what() << '\n';
        return kLacking;
    } catch (const std::exception& error) {
        std::cerr << "shift311: " << error.what() << '\n';
        return kFaults;
    }
}

}  // namespace
}  // namespace shift311::app

int main(int argc, char** argv) {
    return shift311::app::guarded(argc, argv);
}
