// shift311 drill: emergency vignettes, copy test, dictation.
#include "assessment/scoring/triage.hpp"
#include "sim/app/access.hpp"
#include "sim/app/commands.hpp"
#include "sim/app/content.hpp"
#include "sim/app/drill_session.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/app/seed.hpp"
#include "sim/app/terminal.hpp"
#include "sim/desk/typed/drill_desk.hpp"
#include "sim/window/display.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace shift311::app {
namespace {

struct DrillOptions {
    std::string what;
    std::string trainee;
    std::string text_id;
    bool text = false;
    std::string db, content;
    std::optional<std::uint64_t> seed;
    int count = drill::kBlock;
    AccessOptions access;
};

drill::Plan plan_of(const DrillOptions& options, const script::Library& library, std::uint64_t seed) {
    const DrillCity where = drill_city(library);
    if (options.what == "copy") return drill::copy_plan(*where.drills, *where.city, options.text_id, seed);
    if (options.what == "dictation") return drill::dictation_plan(*where.drills, *where.city, options.text_id, seed);
    drill::Plan plan = drill::practice_plan(*where.drills, *where.city, options.count, seed);
    if (static_cast<int>(plan.vignettes.size()) < options.count)
        std::cerr << "There are " << plan.vignettes.size() << " vignettes for practice, so the block has no more.\n";
    return plan;
}

std::string_view script_of(const std::string& what) {
    if (what == "copy") return scoring::kCopyTest;
    return what == "dictation" ? scoring::kDictation : scoring::kTriage;
}

int play_drill(const DrillOptions& options) {
    const bool at_terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    if (!options.text) {
        const std::string why = window::why_no_display();
        if (why.empty()) {
            PlayOptions at_desk;
            at_desk.shift = script_of(options.what);
            at_desk.trainee = options.trainee;
            at_desk.db = options.db;
            at_desk.content = options.content;
            at_desk.seed = options.seed;
            at_desk.access = options.access;
            return play(at_desk);
        }
        std::cerr << why << "\nThe drill is played by typed lines instead.\n";
    }
    const script::Library library = load_content(content_root(options.content));
    records::Store store = records::Store::open(records_path(options.db));
    const Access access(store, options.access);
    std::string trainee = options.trainee;
    if (access.account()) {
        if (trainee.empty()) trainee = access.account()->person.name;
        const auto person = store.person(trainee);
        demand(access, records::Right::practice, person ? person->id : trainee);
    }
    if (trainee.empty()) trainee = at_terminal ? ask("Who is practicing? ", "Trainee") : "Trainee";
    trainee = store.add_person(trainee).name;

    std::unique_ptr<DrillSession> session;
    if (const auto open = interrupted_drill(store, trainee, script_of(options.what)); open && at_terminal) {
        const Interrupted choice = ask_interrupted(open->title, open->at);
        if (choice == Interrupted::go_on) session = std::make_unique<DrillSession>(store, library, open->id);
        if (choice == Interrupted::set_aside) store.finish(open->id, "set_aside");
    }
    if (!session) {
        const std::uint64_t seed = options.seed.value_or(new_seed());
        session = std::make_unique<DrillSession>(store, plan_of(options, library, seed),
                                                 DrillChoice{trainee, "drill", "", seed, drill_rubric(library)});
    }
    drill::Run& run = session->run();
    desk::typed::DrillDesk desk(run, std::cout, {at_terminal});
    desk.welcome();
    if (at_terminal) {
        play_live(desk, run);
    } else {
        for (std::string line; std::getline(std::cin, line);)
            if (!desk.command(line)) break;
    }
    desk.finish();
    if (session->scorecard())
        std::cout << desk::typed::drill_result_text(*session->scorecard(), run.plan(), run.events());
    std::cout << "Attempt " << records::short_id(session->attempt()) << " is in the records.\n";
    return kDone;
}

}  // namespace

void add_drill(CLI::App& app, Chosen& chosen) {
    auto options = std::make_shared<DrillOptions>();
    CLI::App* command = app.add_subcommand("drill", "Drills: triage (911, 311 or which agency), copy or dictation");
    command->add_option("what", options->what, "triage, copy or dictation")
        ->required()
        ->check(CLI::IsMember({"triage", "copy", "dictation"}));
    command->add_option("--trainee", options->trainee, "Who is practicing");
    command->add_flag("--text", options->text, "By typed lines: no window");
    command->add_option("--db", options->db, "Records file (default: $XDG_DATA_HOME/shift311/records.db)");
    command->add_option("--content", options->content,
                        "Content folder (default: the source tree's, then the installed one)");
    command->add_option("--seed", options->seed, "Same seed, same vignettes or text");
    command->add_option("--count", options->count, "How many vignettes; half of them are emergencies")
        ->check(CLI::Range(2, 200));
    command->add_option("--text-id", options->text_id, "A certain text to copy, or a certain dictation");
    add_access(*command, options->access);
    command->callback([options, &chosen] { chosen = [options] { return play_drill(*options); }; });
}

}  // namespace shift311::app
