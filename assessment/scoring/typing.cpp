#include "assessment/scoring/typing.hpp"

#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/text/compare.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace shift311::scoring {
namespace {

std::int64_t size_of(std::string_view text) {
    return static_cast<std::int64_t>(text::code_points(text).size());
}

/// Characters of `written` that the best alignment with `presented` finds right.
std::int64_t right_characters(std::string_view presented, std::string_view written) {
    const auto distance = static_cast<std::int64_t>(text::levenshtein(presented, written));
    return std::max(size_of(presented), size_of(written)) - distance;
}

/// One field as it grew: every character knows whether a key put it there.
class Page {
  public:
    void edit(const journal::FieldEdited& edit) {
        const std::u32string after = text::code_points(edit.value);
        // Where an edit took place is read off the values before and after it: what both begin and end with stayed.
        std::size_t head = 0;
        while (head < text_.size() && head < after.size() && text_[head] == after[head])
            ++head;
        std::size_t tail = 0;
        while (tail < text_.size() - head && tail < after.size() - head &&
               text_[text_.size() - 1 - tail] == after[after.size() - 1 - tail]) {
            ++tail;
        }
        std::vector<bool> typed(typed_.begin(), typed_.begin() + static_cast<std::ptrdiff_t>(head));
        typed.insert(typed.end(), after.size() - head - tail, !edit.pasted);
        typed.insert(typed.end(), typed_.end() - static_cast<std::ptrdiff_t>(tail), typed_.end());
        text_ = after;
        typed_ = std::move(typed);
    }
    std::int64_t typed() const { return std::count(typed_.begin(), typed_.end(), true); }
    std::string text() const { return text::utf8(text_); }

  private:
    std::u32string text_;
    std::vector<bool> typed_;
};

const FieldKey* key_of(const AnswerKey& key, const std::string& field) {
    const auto found =
        std::find_if(key.fields.begin(), key.fields.end(), [&field](const FieldKey& f) { return f.field == field; });
    return found == key.fields.end() ? nullptr : &*found;
}

/// Wrong characters left standing. Free text has nothing to be compared with, and a value that means the same as the
/// expected one ("4208 Spruce Street") holds no error either.
std::int64_t wrong_characters(const AnswerKey& key, const std::string& field, const std::string& written) {
    const FieldKey* keyed = key_of(key, field);
    if (keyed == nullptr || written.empty()) return 0;
    const text::Comparison comparison =
        text::compare(keyed->kind, keyed->expected, written, keyed->accept, keyed->real_streets);
    if (comparison.credit == text::Credit::full) return 0;
    const std::string folded = text::folded(written);
    return size_of(folded) - right_characters(text::folded(keyed->expected), folded);
}

Finding graded(std::string criterion, Points possible, std::vector<Seq> seqs) {
    Finding finding;
    finding.criterion = std::move(criterion);
    finding.competency = Competency::typing;
    finding.possible = possible;
    finding.evidence = std::move(seqs);
    return finding;
}

/// "4.5 %" from 45 permille.
std::string percent_text(std::int64_t permille) {
    return std::to_string(permille / 10) + "." + std::to_string(permille % 10) + " %";
}

}  // namespace

std::int64_t TypingFacts::uncorrected_permille() const {
    return half_up(1000 * uncorrected, correct + uncorrected + corrected);
}
std::int64_t TypingFacts::corrected_permille() const {
    return half_up(1000 * corrected, correct + uncorrected + corrected);
}
std::int64_t TypingFacts::total_permille() const {
    return half_up(1000 * (uncorrected + corrected), correct + uncorrected + corrected);
}
std::int64_t TypingFacts::keystrokes_per_character_permille() const {
    return half_up(1000 * pressed, written);
}
std::int64_t TypingFacts::correction_efficiency_permille() const {
    return fixes == 0 ? 1000 : half_up(1000 * corrected, fixes);
}
std::int64_t TypingFacts::conscientiousness_permille() const {
    return corrected + uncorrected == 0 ? 1000 : half_up(1000 * corrected, corrected + uncorrected);
}
std::int64_t TypingFacts::utilized_permille() const {
    return half_up(1000 * correct, correct + uncorrected + corrected + fixes);
}

const std::vector<TypingDefinition>& typing_definitions() {
    static const std::vector<TypingDefinition> kDefinitions{
        {"ksph_gross", "Gross keystrokes an hour",
         "3,600 times the keystrokes that put text in, divided by the seconds of typing time; pauses longer than the "
         "rubric's (5 s in the practice rules) are no typing time."},
        {"ksph_net", "Net keystrokes an hour",
         "3,600 times the characters that stand and are right, divided by the seconds of typing time; corrected errors "
         "cost time, uncorrected ones earn nothing."},
        {"wpm", "Net words a minute",
         "Characters that stand and are right, five to a word, for each minute of typing time."},
        {"uncorrected_permille", "Errors left standing",
         "Wrong characters that stand, of all that stand or were taken out again (Soukoreff and MacKenzie 2003), in "
         "thousandths."},
        {"corrected_permille", "Errors put right",
         "Characters typed and taken out again, of all that stand or were taken out again (Soukoreff and MacKenzie "
         "2003), "
         "in thousandths."},
        {"keys_per_character_permille", "Keystrokes for each character",
         "Every keystroke, erasing ones too, divided by the characters that stand, in thousandths; 1,000 is typing "
         "without a correction."}};
    return kDefinitions;
}

TypingFacts typing_facts(std::string_view presented, std::string_view stream) {
    TypingFacts facts;
    std::u32string standing;
    for (const char32_t point : text::code_points(stream)) {
        ++facts.pressed;
        if (point != U'\b') {
            standing.push_back(point);
            continue;
        }
        ++facts.fixes;
        if (!standing.empty()) standing.pop_back();
    }
    const std::string written = text::utf8(standing);
    facts.written = static_cast<std::int64_t>(standing.size());
    facts.correct = right_characters(presented, written);
    facts.uncorrected = static_cast<std::int64_t>(text::levenshtein(presented, written));
    facts.corrected = std::max<std::int64_t>(0, facts.pressed - facts.written - facts.fixes);
    return facts;
}

std::int64_t wpm_hundredths(std::int64_t characters, Millis time) {
    return half_up(characters * 1'200'000, time);
}

std::int64_t per_hour(std::int64_t keys, Millis time) {
    return half_up(keys * 3'600'000, time);
}

Typing measured_typing(const AnswerKey& key, const ContactEvents& events, const Rubric& rubric) {
    Typing typing;
    std::map<std::string, Page> pages;
    const Dated<journal::FieldEdited>* before = nullptr;
    for (const auto& edit : events.edits) {
        pages[edit->field].edit(*edit.act);
        if (edit->pasted) continue;
        typing.keys += edit->keys;
        typing.erased += edit->erased;
        if (before != nullptr) typing.elapsed += std::max<Millis>(0, edit.at - before->at);
        if (before != nullptr && edit.at - before->at <= rubric.typing_pause) {
            typing.active += std::max<Millis>(0, edit.at - before->at);
        }
        before = &edit;
    }
    std::int64_t standing = 0, wrong = 0;
    for (const auto& [field, page] : pages) {
        const std::int64_t typed = page.typed();
        standing += typed;
        wrong += std::clamp<std::int64_t>(wrong_characters(key, field, page.text()), 0, typed);
    }
    TypingFacts facts;
    facts.correct = standing - wrong;
    facts.uncorrected = wrong;
    facts.corrected = std::max<std::int64_t>(0, typing.keys - standing);
    facts.written = standing;
    facts.pressed = typing.keys + typing.erased;
    typing.uncorrected_permille = facts.uncorrected_permille();
    typing.corrected_permille = facts.corrected_permille();
    typing.keys_per_character_permille = facts.keystrokes_per_character_permille();
    typing.ksph_gross = per_hour(typing.keys, typing.active);
    typing.ksph_net = per_hour(facts.correct, typing.active);
    typing.wpm = half_up(wpm_hundredths(facts.correct, typing.active), 100);
    return typing;
}

void judge_typing(const Case& contact, Scorecard& card) {
    const Rubric& rubric = contact.rubric;
    card.typing = measured_typing(contact.key, contact.events, rubric);
    const Typing& typing = card.typing;
    if (typing.keys < rubric.typing_min_keys || typing.active <= 0) return;
    std::vector<Seq> seqs;
    for (const auto& edit : contact.events.edits) {
        if (!edit->pasted) seqs.push_back(edit.seq);
    }
    // Hundreds of edits tell no one anything; the first and the last bound them.
    seqs = evidence({seqs.front(), seqs.back()});

    Finding accuracy = graded("typing.accuracy", rubric.uncorrected, seqs);
    accuracy.points = within_limit(rubric.uncorrected, typing.uncorrected_permille, rubric.uncorrected_permille);
    const std::string left = percent_text(typing.uncorrected_permille);
    accuracy.title = "Typing errors left: " + left;
    accuracy.why = "Uncorrected errors, wrong characters left standing among all that you typed, were " + left +
                   "; the goal is at most " + percent_text(rubric.uncorrected_permille) + ".";
    card.findings.push_back(std::move(accuracy));

    Finding speed = graded("typing.speed", rubric.speed, seqs);
    speed.points = typing.ksph_net >= rubric.ksph_net       ? rubric.speed
                   : 2 * typing.ksph_net >= rubric.ksph_net ? share(rubric.speed, 1, 2)
                                                            : 0;
    const std::string rate = grouped(typing.ksph_net), goal = grouped(rubric.ksph_net);
    speed.title = "Typing speed " + rate + " keystrokes an hour, goal " + goal;
    speed.why = "You typed " + rate + " net keystrokes an hour (" + std::to_string(typing.wpm) +
                " words a minute): characters that stand and are right, while typing, pauses over " +
                std::to_string(rubric.typing_pause / 1000) + " s left out; the practice goal is " + goal + ".";
    card.findings.push_back(std::move(speed));
}

}  // namespace shift311::scoring
