#include "sim/app/drill_desk_host.hpp"

#include "sim/app/exam_vignettes.hpp"
#include "sim/app/output.hpp"
#include "sim/app/seed.hpp"

namespace shift311::app {

drill::Run& DrillDeskHost::begin_drill(const std::string& person, const std::string& script, bool qualification) {
    session_.reset();
    const DrillCity where = drill_city(library_);
    const std::uint64_t seed = seed_.value_or(new_seed());
    drill::Plan plan = script == scoring::kCopyTest ? drill::copy_plan(*where.drills, *where.city, {}, seed)
                       : script == scoring::kDictation
                           ? drill::dictation_plan(*where.drills, *where.city, {}, seed)
                           : drill::practice_plan(*where.drills, *where.city, drill::kBlock, seed);
    session_ = std::make_unique<DrillSession>(
        store_, std::move(plan),
        DrillChoice{person, qualification ? "qualification" : "drill", "", seed, drill_rubric(library_)});
    return session_->run();
}

drill::Run& DrillDeskHost::sit_block(const std::string& person, const std::string& plan) {
    session_.reset();
    if (!desk_.may_sit(person, plan)) throw std::runtime_error("That exam is not " + person + "\u2019s to sit here.");
    session_ = app::sit_block(library_, store_, plan, person);
    return session_->run();
}

std::optional<desk::OpenDrill> DrillDeskHost::open_drill(const std::string& person, const std::string& script) {
    // Against the clock nothing can go on fairly: a test that was cut off is over.
    if (script == scoring::kCopyTest) {
        while (const auto open = interrupted_drill(store_, person, script))
            store_.finish(open->id, "quit");
        return std::nullopt;
    }
    const auto open = interrupted_drill(store_, person, script);
    if (!open) return std::nullopt;
    return desk::OpenDrill{open->id, open->title, local_time(open->began)};
}

drill::Run& DrillDeskHost::resume_drill(const std::string& attempt) {
    session_.reset();
    session_ = std::make_unique<DrillSession>(store_, library_, attempt);
    return session_->run();
}

void DrillDeskHost::set_drill_aside(const std::string& attempt) {
    session_.reset();
    store_.finish(attempt, "set_aside");
}

std::optional<scoring::Scorecard> DrillDeskHost::drill_scorecard() {
    return session_ ? session_->scorecard() : std::nullopt;
}

}  // namespace shift311::app
