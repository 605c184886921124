// The typing qualification: a timed copy test and a dictation into a form, measured by the published formulas.
#pragma once

#include "assessment/scoring/drill.hpp"
#include "assessment/scoring/typing.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

/// Practice value: the goal of the copy test when no program says otherwise. 35 words a minute are 10,500 keystrokes an
/// hour.
inline constexpr std::int64_t kCopyGoalWpm = 35;
/// A copy test shorter than this qualifies nobody.
inline constexpr journal::Millis kCopyTestTime = 300'000;

/// What was typed in one drill, all in whole numbers.
struct TypingFigures {
    TypingFacts facts;                  ///< C, INF, IF, F, |T|, |I| of Soukoreff & MacKenzie (2003)
    std::int64_t msd = 0;               ///< minimum string distance between what was to be typed and what stands
    std::int64_t inserts = 0;           ///< keystrokes that put text in
    std::int64_t pasted = 0;            ///< characters that no key put there; they earn nothing
    journal::Millis active = 0;         ///< the time that rates are taken over
    journal::Millis elapsed = 0;        ///< first to last keystroke
    std::int64_t wpm_gross = 0;         ///< hundredths
    std::int64_t wpm_net = 0;           ///< hundredths
    std::int64_t wpm_errors_out = 0;    ///< hundredths: gross less uncorrected errors a minute
    std::int64_t wpm_two_an_error = 0;  ///< hundredths: gross less 2 for each uncorrected error
    std::int64_t ksph_gross = 0, ksph_net = 0;
};

/// The part of `text` that was to be typed when `written` stands: the beginning of `text` nearest to it by edit
/// distance; of equally near ones the one whose length is nearest, then the shorter.
std::string presented_part(std::string_view text, std::string_view written);

/// One field typed against `text`. `time`: what rates are taken over.
TypingFigures typing_figures(std::string_view text, const std::vector<journal::FieldEdited>& edits,
                             journal::Millis time);

/// Words a minute of Soukoreff & MacKenzie, in hundredths: one character less, because the clock starts with the first.
std::int64_t text_entry_wpm_hundredths(std::int64_t written, journal::Millis first_to_last);

/// One number with its name and the sentence that defines it, for whoever shows it.
struct Figure {
    std::string id, label, value, definition;
};
/// Of a copy test or a dictation, in the order to be shown; read back from its scorecard.
std::vector<Figure> figures_of(const Scorecard& card);

/// A typing drill as its scorecard tells it.
struct TypingResult {
    bool dictation = false;
    bool finished = false;                    ///< to the end of the time or of the text, and every character by key
    std::int64_t wpm_gross = 0, wpm_net = 0;  ///< whole words a minute, half up
    std::int64_t ksph_gross = 0, ksph_net = 0;
    std::int64_t uncorrected_permille = 0;
    std::int64_t seconds = 0;  ///< that rates are taken over
};
TypingResult typing_result(const Scorecard& card);

Scorecard judge_copy_test(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                          const Rubric& rubric = {});
Scorecard judge_dictation(const AnswerKey& key, const journal::Journal& journal, journal::ContactId contact,
                          const Rubric& rubric = {});

}  // namespace shift311::scoring
