#include "sim/app/exam_progress.hpp"

#include "assessment/scoring/drill.hpp"

#include <algorithm>

namespace shift311::app {
namespace {

/// A sitting is done when it has ended, whichever way; one that was only begun can be taken up again.
void look_up_sitting(const std::vector<records::AttemptRow>& attempts, ExamPart& part) {
    for (const records::AttemptRow& row : attempts) {
        if (row.shift != part.plan) continue;
        part.attempt = row.id;
        part.state = row.ended.empty() ? ExamPart::State::under_way : ExamPart::State::done;
    }
}

/// A block is done once a sitting of it went to its end. One that broke off is no sitting of the records' facts yet: it
/// is found among the attempts.
void look_up_block(const standing::History& history, const records::Store& store,
                   const std::vector<records::AttemptRow>& attempts, const std::string& form, ExamPart& part) {
    const std::string_view script = part.block == 2 ? scoring::kSecondLook : scoring::kTriage;
    for (const records::AttemptRow& row : attempts) {
        if (row.shift != script || !row.ended.empty()) continue;
        const journal::Head head = store.journal(row.id).head;
        if (head.purpose != "exam" || head.form != form) continue;
        part.attempt = row.id;
        part.state = ExamPart::State::under_way;
    }
    for (const standing::TriageFact& fact : history.triage) {
        if (fact.purpose != standing::Purpose::exam || fact.form != form || fact.block != part.block || !fact.finished)
            continue;
        part.attempt = fact.attempt;
        part.state = ExamPart::State::done;
    }
}

}  // namespace

const ExamPart* ExamProgress::next() const {
    for (const ExamPart& part : parts)
        if (part.needed && part.state != ExamPart::State::done) return &part;
    return nullptr;
}

ExamProgress progress_of(const standing::Program& program, const standing::History& history,
                         const standing::Event& opened, const exam::Form& form, const records::Store& store) {
    ExamProgress progress;
    progress.result = standing::exam_result(program, history, opened);
    const std::vector<records::AttemptRow> attempts = store.attempts(history.name);
    const auto first = static_cast<std::size_t>(
        std::count_if(form.sittings.begin(), form.sittings.end(), [](const auto& one) { return !one.further; }));
    bool first_done = true;
    for (std::size_t i = 0; i < form.sittings.size(); ++i) {
        const exam::Sitting& sitting = form.sittings[i];
        ExamPart part;
        part.plan = sitting.plan.id;
        part.title = "Sitting " + std::to_string(i + 1) + " of " +
                     std::to_string(sitting.further ? form.sittings.size() : first);
        look_up_sitting(attempts, part);
        if (!sitting.further) first_done = first_done && part.state == ExamPart::State::done;
        // Whether ten more contacts decide is known only when all twenty are in.
        part.needed = !sitting.further || part.state != ExamPart::State::waiting ||
                      (first_done && progress.result.further_needed);
        progress.parts.push_back(std::move(part));
    }
    for (std::size_t i = 0; i < form.vignettes.size(); ++i) {
        ExamPart part;
        part.kind = ExamPart::Kind::vignettes;
        part.block = static_cast<int>(i) + 1;
        part.plan = exam::block_plan(form.id, part.block);
        part.title = i == 0 ? "Emergency vignettes" : "Emergency vignettes, second block";
        look_up_block(history, store, attempts, form.id, part);
        part.needed =
            i == 0 || part.state != ExamPart::State::waiting || progress.result.emergency == standing::Verdict::further;
        progress.parts.push_back(std::move(part));
    }
    progress.complete = progress.next() == nullptr;
    return progress;
}

const standing::Event* newest_exam(const standing::History& history, const std::string& program) {
    const standing::Event* newest = nullptr;
    for (const standing::Event& event : history.events)
        if (event.program == program && event.kind == "exam_opened") newest = &event;
    return newest;
}

const standing::Event* open_exam(const standing::History& history, const std::string& program) {
    const standing::Event* open = nullptr;
    for (const standing::Event& event : history.events) {
        if (event.program != program) continue;
        if (event.kind == "exam_opened") open = &event;
        if (event.kind == "exam_closed" && open != nullptr && event.form == open->form) open = nullptr;
    }
    return open;
}

}  // namespace shift311::app
