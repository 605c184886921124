#include "sim/app/exam_vignettes.hpp"

#include "assessment/records/store.hpp"
#include "assessment/text/normal.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"
#include "sim/app/session.hpp"
#include "sim/drill/run.hpp"

#include <unistd.h>

#include <chrono>
#include <iostream>

namespace shift311::app {
namespace {

using Clock = std::chrono::steady_clock;

constexpr journal::Millis kWithoutTerminal = 5'000;  ///< so long an answer takes where no clock runs

/// The block as an attempt of the records: begun or gone on with, every event kept, judged at the end.
class Block {
  public:
    Block(const script::Library& library, records::Store& store, const VignetteSitting& sitting,
          const std::string& person)
        : store_(store), rubric_(rubric_of_form(library, sitting.form)) {
        const script::Drills* drills = script::find_drills(library, sitting.city);
        const city::City* city = script::find_city(library, sitting.city);
        if (drills == nullptr || city == nullptr)
            throw std::runtime_error("There is no content of the city \"" + sitting.city + "\".");
        plan_ = std::make_shared<const drill::Plan>(
            drill::triage_plan(*drills, *city, sitting.ids, true, sitting.block == 2));
        run_ = std::make_unique<drill::Run>(
            plan_, [this](std::span<const drill::Event> events) { store_.append(attempt_, events); });
        if (sitting.attempt.empty())
            begin(sitting, person);
        else
            go_on(sitting.attempt);
    }

    drill::Run& run() { return *run_; }
    const drill::Plan& plan() const { return *plan_; }

    void finish() {
        const journal::Journal journal = store_.journal(attempt_);
        store_.add_scorecard(attempt_, drill::kContact,
                             scoring::judge_drill(plan_->key, journal, drill::kContact, rubric_));
        store_.finish(attempt_, run_->state().over_why);
    }

  private:
    void begin(const VignetteSitting& sitting, const std::string& person) {
        journal::Head head;
        head.trainee = person;
        head.shift = plan_->script;
        head.title = plan_->title;
        head.city = plan_->city;
        head.date = script::ShiftPlan{}.date;
        head.level = exam::kLevel;
        head.purpose = "exam";
        head.form = sitting.form;
        head.content_hash = plan_->content_hash;
        head.city_hash = plan_->city_hash;
        head.program = SHIFT311_VERSION;
        head.began = wall_clock();
        head.station = store_.station();
        attempt_ = store_.begin(head, {{drill::kContact, scoring::to_json(plan_->key)}});
    }
    void go_on(const std::string& attempt) {
        attempt_ = attempt;
        run_->resume(store_.journal(attempt).events);
        run_->submit(drill::Pause{"interrupted", 0}, run_->state().at);
    }

    records::Store& store_;
    scoring::Rubric rubric_;
    std::shared_ptr<const drill::Plan> plan_;
    std::unique_ptr<drill::Run> run_;
    std::string attempt_;
};

/// The one answer that these words mean; several, or none, are told.
const drill::Answer* meant(const drill::Plan& plan, const std::string& words) {
    if (const drill::Answer* exact = plan.answer(words)) return exact;
    const std::string wanted = text::plain(words);
    std::vector<const drill::Answer*> near;
    for (const drill::Answer& answer : plan.answers)
        if (!wanted.empty() && text::plain(answer.name + " " + answer.search).find(wanted) != std::string::npos)
            near.push_back(&answer);
    if (near.size() == 1) return near.front();
    std::cout << (near.empty() ? "No agency of the directory is meant by that." : "More than one agency is meant:")
              << '\n';
    for (const drill::Answer* one : near)
        std::cout << "  " << one->id << "  " << one->name << '\n';
    return nullptr;
}

}  // namespace

int sit_vignettes(const PlayOptions& options, const VignetteSitting& sitting) {
    const script::Library library = load_content(content_root(options.content));
    records::Store store = records::Store::open(records_path(options.db));
    Block block(library, store, sitting, options.trainee);
    drill::Run& run = block.run();
    const bool live = ::isatty(STDIN_FILENO) != 0;
    const auto began = Clock::now();
    const journal::Millis from = run.state().at;
    journal::Millis typed = from;
    const auto now = [&] {
        if (!live) return typed;
        return from + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count();
    };
    std::cout << "For each caller: 911, 311, or the agency (its id, or words of its name).\n";
    if (!run.state().waiting) run.submit(drill::Next{}, now());
    while (!run.state().over) {
        const drill::Screen screen = run.screen(now());
        std::cout << '\n' << screen.number << " of " << screen.total << "  " << screen.text << "\n> " << std::flush;
        std::string words;
        if (!std::getline(std::cin, words)) {
            std::cout << "\nThe block is not finished; \"shift311 exam sit\" goes on here.\n";
            return kDone;
        }
        const drill::Answer* answer = meant(block.plan(), words);
        if (answer == nullptr) continue;
        typed += kWithoutTerminal;
        if (const drill::Refusal no = run.submit(drill::Choose{answer->id}, now()); no != drill::Refusal::none)
            std::cout << drill::sentence(no) << '\n';
        else if (!run.state().over)
            run.submit(drill::Next{}, now());
    }
    block.finish();
    std::cout << '\n' << kRecorded << '\n';
    return kDone;
}

}  // namespace shift311::app
