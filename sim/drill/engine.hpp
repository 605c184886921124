// The rules of a drill as pure functions: what an intent brings about, what happens by itself, what there is to see.
#pragma once

#include "sim/drill/plan.hpp"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace shift311::drill {

using journal::Event;
using journal::Seq;

/// Everything a drill is about has this contact.
inline constexpr journal::ContactId kContact = 1;
/// Of a dictation: a line follows by itself when its field is filled and no key was pressed for this long ...
inline constexpr Millis kPause = 4'000;
/// ... or, filled or not, this long after the line was spoken and the last key pressed.
inline constexpr Millis kSilence = 20'000;

/// The fold of `step` over the journal.
struct State {
    Millis at = 0;
    Seq last = 0;
    bool over = false;
    std::string over_why;  ///< finished | quit
    // vignettes
    std::size_t shown = 0;
    bool waiting = false;            ///< the vignette shown last has no answer yet
    std::vector<std::string> given;  ///< answers so far
    std::string told;
    // typing
    std::size_t prompts = 0;
    Millis prompted = 0;  ///< when the prompt shown last began, and
    Millis spoken = 0;    ///< when it is spoken to the end
    std::map<std::string, std::string> values;
    Millis first_key = -1, last_key = -1;
};
void apply(State& state, const Event& event);
State step(State state, const Event& event);

// ---- intents
struct Choose {
    std::string answer;
};
/// Begin; after an answer: the next vignette; in a dictation: the next line; of a copied text: that it is done.
struct Next {};
struct Edit {
    std::string field;
    std::string value;
    std::string inserted;
    int keys = 0;
    int erased = 0;
    bool pasted = false;
};
struct Pause {
    std::string why;  ///< interrupted | clock_jumped
    Millis lost = 0;
};
struct Stop {};
using Intent = std::variant<Choose, Next, Edit, Pause, Stop>;

enum class Refusal { none, over, not_begun, answer_first, no_vignette, unknown_answer, unknown_field, not_done };
/// One sentence.
std::string sentence(Refusal refusal);

struct Decision {
    std::vector<Event> events;  ///< seq 0; at and contact set
    Refusal refusal = Refusal::none;
};
Decision decide(const Plan& plan, const State& state, const Intent& intent, Millis at);

struct Due {
    Millis at = 0;
    std::vector<Event> events;
};
std::optional<Due> due(const Plan& plan, const State& state);

/// One spoken line, as far as it has been heard.
struct Heard {
    std::string text;
    std::size_t bytes = 0;  ///< of the text, spoken so far: ends with a whole word
};

/// What there is to see.
struct Screen {
    bool begun = false, over = false;
    std::string over_why;
    int number = 0, total = 0;  ///< vignette or line, 1-based, and how many there are
    // vignettes
    std::string text;       ///< of the vignette, or the text to copy
    bool answered = false;  ///< waits for Next
    bool right = false;
    std::string given, meant, told;  ///< names; empty in an exam
    // typing
    bool running = false;  ///< the clock of the copy test runs
    Millis left = 0;       ///< of the copy test
    std::vector<Heard> lines;
    std::string field;  ///< that the last line belongs into; not told in so many words
    std::map<std::string, std::string> values;
    bool can_finish = false;  ///< Next would end the copy test
};
Screen view(const Plan& plan, const State& state, Millis at);

}  // namespace shift311::drill
