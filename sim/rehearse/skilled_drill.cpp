#include "sim/rehearse/skilled_drill.hpp"

#include "assessment/scoring/triage.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <string>

namespace shift311::rehearse {
namespace {

using journal::Millis;

constexpr int kCharactersAWord = 5;
constexpr int kMostSteps = 2'000;  ///< no drill asks for so many; a player who is stuck stops

bool happens(script::Random& random, int permille) {
    return random.below(1'000) < static_cast<std::uint64_t>(std::clamp(permille, 0, 1'000));
}

class Player {
  public:
    Player(drill::Run& run, const DrillSkill& skill, script::Random& random)
        : run_(run), skill_(skill), random_(random) {}

    void play() {
        run_.submit(drill::Next{}, now_);
        if (run_.plan().triage())
            sort_vignettes();
        else if (run_.plan().copying())
            copy();
        else
            take_down();
        if (!run_.state().over) run_.submit(drill::Stop{}, now_);
    }

  private:
    void sort_vignettes() {
        for (int step = 0; step < kMostSteps && !run_.state().over; ++step) {
            now_ += 4'000 + static_cast<Millis>(random_.below(5'000));
            if (run_.state().waiting)
                run_.submit(drill::Choose{answer(run_.plan().vignettes.at(run_.state().shown - 1))}, now_);
            else
                run_.submit(drill::Next{}, now_);
        }
    }

    std::string answer(const script::Vignette& vignette) {
        const std::string urgent(scoring::kEmergencyAnswer);
        if (vignette.emergency)
            return happens(random_, vignette.hidden ? 2 * skill_.miss_permille : skill_.miss_permille) ? "311" : urgent;
        if (happens(random_, skill_.false_transfer_permille)) return urgent;
        if (!happens(random_, skill_.wrong_agency_permille)) return vignette.answer;
        const auto& answers = run_.plan().answers;
        const std::string& other = answers[random_.below(answers.size())].id;
        return other == urgent ? vignette.answer : other;
    }

    /// Word by word, as fast as this player types.
    void type(const std::string& field, const std::string& text, bool until_over) {
        const std::u32string points = text::code_points(text);
        std::u32string value;
        for (std::size_t at = 0; at < points.size() && !(until_over && run_.state().over);) {
            const std::size_t space = points.find(U' ', at);
            const std::size_t end = space == std::u32string::npos ? points.size() : space + 1;
            std::u32string word = points.substr(at, end - at);
            for (char32_t& one : word)
                if (one >= U'a' && one <= U'z' && happens(random_, skill_.typo_permille))
                    one = one == U'e' ? U'r' : U'e';
            value += word;
            now_ += static_cast<Millis>(word.size()) * 60'000 / (kCharactersAWord * std::max(1, skill_.words_a_minute));
            run_.advance(now_);
            run_.submit(
                drill::Edit{field, text::utf8(value), text::utf8(word), static_cast<int>(word.size()), 0, false}, now_);
            at = end;
        }
    }

    void copy() {
        now_ += 2'000;
        type("copy", run_.plan().copy.text, true);
        if (!run_.state().over) run_.submit(drill::Next{}, now_);
        if (!run_.state().over) finish();
    }

    void take_down() {
        const auto& lines = run_.plan().dictation.lines;
        for (int step = 0; step < kMostSteps && !run_.state().over; ++step) {
            const std::size_t line = run_.state().prompts;
            if (line == 0 || line > lines.size()) break;
            // Whoever listens begins to type while the line is still spoken.
            now_ = std::max(now_, run_.state().prompted + (run_.state().spoken - run_.state().prompted) / 2);
            type(lines[line - 1].field, lines[line - 1].value, false);
            now_ = std::max(now_, run_.state().spoken) + 500;
            if (run_.state().prompts == line) run_.submit(drill::Next{}, now_);
        }
    }

    void finish() {
        if (const auto due = run_.next_due()) {
            now_ = std::max(now_, *due);
            run_.advance(now_);
        }
    }

    drill::Run& run_;
    const DrillSkill& skill_;
    script::Random& random_;
    Millis now_ = 1'000;
};

}  // namespace

void play_drill(drill::Run& run, const DrillSkill& skill, script::Random& random) {
    Player(run, skill, random).play();
}

}  // namespace shift311::rehearse
