#include "sim/shift/reaction.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/street_address.hpp"
#include "sim/shift/engine.hpp"

#include <algorithm>

namespace shift311::shift {
namespace {

using journal::CallerSaid;
using journal::MoodChanged;

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool all_in(const std::vector<std::string>& wanted, const std::vector<std::string>& list) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& item) { return contains(list, item); });
}

bool any_in(const std::vector<std::string>& unwanted, const std::vector<std::string>& list) {
    return std::any_of(unwanted.begin(), unwanted.end(), [&](const std::string& item) { return contains(list, item); });
}

std::string replaced(std::string text, const std::string& blank, const std::string& value) {
    const std::size_t at = text.find(blank);
    if (at != std::string::npos) text.replace(at, blank.size(), value);
    return text;
}

CallerSaid line(std::string text, std::string why, std::string answers) {
    CallerSaid said;
    said.text = std::move(text);
    said.lasts = speech_time(said.text);
    said.why = std::move(why);
    said.answers = std::move(answers);
    return said;
}

void change_mood(Reaction& reaction, const Contact& contact, int steps, const std::string& why,
                 const std::string& beat) {
    const Mood to = moved(contact.mood, steps);
    reaction.acts.insert(reaction.acts.begin(), MoodChanged{contact.mood, to, why, beat, ""});
}

const script::Manners::Line* manner_line(const script::Cast& cast, const script::Manners& manners,
                                         const std::string& id) {
    for (const std::string& language : {cast.script.caller.language, std::string("english")}) {
        const auto lines = manners.lines.find(language);
        if (lines == manners.lines.end()) continue;
        const auto found = lines->second.find(id);
        if (found != lines->second.end()) return &found->second;
    }
    return nullptr;
}

/// A read-back that names another house number than the caller's is put right: nobody lets a crew go to the wrong door.
bool read_back_is_wrong(const script::Cast& cast, const Contact& contact) {
    if (contact.lines.empty()) return false;
    std::string heard;
    for (auto said = contact.lines.rbegin(); said != contact.lines.rend(); ++said) {
        if (said->who != Line::Who::trainee) continue;
        heard = said->text;
        break;
    }
    for (const scoring::FieldKey& key : cast.key.fields) {
        if (!key.place || !contains(contact.known, key.fact)) continue;
        const std::string number = text::parse_location(key.expected).first.number;
        if (number.empty()) continue;
        // The number may be written in digits or said in words; only a text that names some number can be wrong.
        const bool has_digits = std::any_of(heard.begin(), heard.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (has_digits) return !text::mentions_number(heard, number);
    }
    return false;
}

const script::Fact* place_fact(const script::Cast& cast) {
    for (const scoring::FieldKey& key : cast.key.fields)
        if (key.place)
            for (const script::Fact& fact : cast.script.facts)
                if (fact.id == key.fact) return &fact;
    return nullptr;
}

/// Told in answer to the same breath: two phrases that ask for one thing are one question, not a repeat.
bool just_told(const Contact& contact, const std::string& fact) {
    for (auto line = contact.lines.rbegin(); line != contact.lines.rend() && line->who != Line::Who::trainee; ++line)
        if (contains(line->tells, fact)) return true;
    return false;
}

/// Reactions that the script's author wrote: beats and facts.
std::optional<Reaction> scripted(const script::Cast& cast, const script::Manners& manners, const Contact& contact,
                                 const std::string& trigger) {
    Reaction reaction;
    bool spoken = false;
    bool found = false;

    std::vector<const script::Fact*> fresh;
    const script::Fact* told = nullptr;
    for (const script::Fact& fact : cast.script.facts) {
        if (!contains(fact.told_by, trigger)) continue;
        if (contains(contact.known, fact.id)) {
            if (!told && !just_told(contact, fact.id)) told = &fact;
        } else {
            fresh.push_back(&fact);
        }
    }
    const script::Beat* beat = nullptr;
    for (const script::Beat& candidate : cast.script.beats) {
        const bool set_off = trigger.rfind("act:", 0) == 0
                                 ? candidate.on_act == trigger.substr(4) && !candidate.on_act.empty()
                                 : contains(candidate.on, trigger);
        if (!set_off || !may_play(candidate, contact)) continue;
        // A beat that only moves the mood leaves the word to the facts.
        if (!candidate.say.empty() && !fresh.empty()) continue;
        beat = &candidate;
        break;
    }
    if (beat) {
        reaction = play(*beat, contact);
        found = true;
        for (journal::Act& act : reaction.acts)
            if (auto* said = std::get_if<CallerSaid>(&act)) {
                said->answers = trigger;
                spoken = true;
            }
    }
    if (!spoken && (!fresh.empty() || told)) {
        found = true;
        CallerSaid said = line("", "answer", trigger);
        if (!fresh.empty()) {
            for (const script::Fact* fact : fresh) {
                if (!said.text.empty()) said.text += ' ';
                said.text += fact->say.empty() ? std::string{} : fact->say.front();
                said.tells.push_back(fact->id);
                if (said.cue.empty()) said.cue = fact->cue;
            }
        } else {
            said.again = true;
            said.tells.push_back(told->id);
            const script::Manners::Line* again = manner_line(cast, manners, "again");
            const std::string what = told->say.empty() ? std::string{} : told->say.front();
            if (!told->again.empty())
                said.text = told->again;
            else if (again && !again->say.empty()) {
                const auto turns = contact.beats.find("again");
                said.text =
                    replaced(again->say[static_cast<std::size_t>(turns == contact.beats.end() ? 0 : turns->second) %
                                        again->say.size()],
                             "{say}", what);
            } else
                said.text = what;
            said.beat = "again";
            // Being asked once more is forgiven once; after that it tells on the mood.
            const auto turns = contact.beats.find("again");
            if (turns != contact.beats.end() && turns->second >= 1)
                change_mood(reaction, contact, -1, "You asked again for what the caller had already told you.", "");
        }
        said.lasts = speech_time(said.text);
        reaction.acts.emplace_back(std::move(said));
    }
    if (!found) return std::nullopt;
    return reaction;
}

bool only_mood(const Reaction& reaction) {
    return std::all_of(reaction.acts.begin(), reaction.acts.end(),
                       [](const journal::Act& act) { return std::holds_alternative<MoodChanged>(act); });
}

/// What anybody would say when the script is silent about it.
std::optional<Reaction> mannered(const script::Cast& cast, const script::Manners& manners, const Contact& contact,
                                 const std::string& trigger) {
    const auto played = contact.beats.find("manner:" + trigger);
    const std::size_t turn = played == contact.beats.end() ? 0 : static_cast<std::size_t>(played->second);
    const script::Manners::Line* line_of = manner_line(cast, manners, trigger);
    std::string id = trigger;
    if (!line_of && trigger.rfind("ask_", 0) == 0) {
        line_of = manner_line(cast, manners, "no_answer");
        id = "no_answer";
    }
    if (!line_of) return std::nullopt;
    Reaction reaction;
    if (line_of->mood && *line_of->mood != 0 && turn == 0) {
        change_mood(reaction, contact, *line_of->mood,
                    *line_of->mood > 0 ? "You said the right thing at the right time."
                                       : "What you said made the caller feel worse.",
                    line_of->say.empty() ? "manner:" + trigger : "");
    }
    if (auto said = manner(cast, manners, id, turn)) {
        said->answers = trigger;
        said->beat = "manner:" + trigger;
        reaction.acts.emplace_back(std::move(*said));
    }
    if (reaction.acts.empty()) return std::nullopt;
    if (only_mood(reaction)) std::get<MoodChanged>(reaction.acts.front()).answers = trigger;
    return reaction;
}

/// Says the last line once more.
std::optional<Reaction> repeated(const Contact& contact, const std::string& trigger) {
    for (auto said = contact.lines.rbegin(); said != contact.lines.rend(); ++said) {
        if (said->who != Line::Who::caller) continue;
        CallerSaid again = line(said->text, "repeat", trigger);
        again.tells = said->tells;
        Reaction reaction;
        reaction.acts.emplace_back(std::move(again));
        return reaction;
    }
    return std::nullopt;
}

}  // namespace

journal::Mood moved(journal::Mood mood, int steps) {
    const int worst = static_cast<int>(Mood::furious);
    const int best = static_cast<int>(Mood::content);
    return static_cast<Mood>(std::clamp(static_cast<int>(mood) + steps, worst, best));
}

bool may_play(const script::Beat& beat, const Contact& contact) {
    const auto played = contact.beats.find(beat.id);
    if (played != contact.beats.end() && played->second > 0 && !beat.repeats) return false;
    return all_in(beat.if_known, contact.known) && !any_in(beat.unless_known, contact.known) &&
           all_in(beat.if_said, contact.said) && !any_in(beat.unless_said, contact.said);
}

Reaction play(const script::Beat& beat, const Contact& contact) {
    Reaction reaction;
    if (!beat.say.empty() || beat.hangs_up) {
        CallerSaid said = line(beat.say, "beat", "");
        if (beat.say.empty()) said.lasts = 0;
        said.beat = beat.id;
        said.tells = beat.tells;
        said.cue = beat.cue;
        said.hangs_up = beat.hangs_up;
        reaction.acts.emplace_back(std::move(said));
    }
    if (beat.mood && (*beat.mood != 0 || reaction.acts.empty())) {
        const std::string why = !beat.mood_why.empty() ? beat.mood_why
                                : *beat.mood > 0       ? "What you said helped."
                                : *beat.mood < 0       ? "The caller has had enough of this."
                                                       : "";
        change_mood(reaction, contact, *beat.mood, why, reaction.acts.empty() ? beat.id : "");
    } else if (reaction.acts.empty()) {
        // Nothing to hear and nothing to feel: still note that it was played.
        reaction.acts.emplace_back(MoodChanged{contact.mood, contact.mood, "", beat.id, ""});
    }
    return reaction;
}

std::optional<journal::CallerSaid> manner(const script::Cast& cast, const script::Manners& manners,
                                          const std::string& id, std::size_t turn) {
    const script::Manners::Line* found = manner_line(cast, manners, id);
    if (!found || found->say.empty()) return std::nullopt;
    return line(found->say[turn % found->say.size()], "manner", "");
}

std::optional<Reaction> react(const script::Cast& cast, const script::Manners& manners, const Contact& contact) {
    for (const std::string& trigger : contact.pending) {
        if (trigger == "read_back" || trigger == "paraphrase") {
            const script::Fact* fact = place_fact(cast);
            if (fact && read_back_is_wrong(cast, contact)) {
                Reaction reaction;
                const script::Manners::Line* wrong = manner_line(cast, manners, "not_right");
                const std::string what = fact->say.empty() ? fact->value : fact->say.front();
                CallerSaid said =
                    line(wrong && !wrong->say.empty() ? replaced(wrong->say.front(), "{say}", what) : what, "answer",
                         trigger);
                said.tells.push_back(fact->id);
                reaction.acts.emplace_back(std::move(said));
                return reaction;
            }
        }
        if (auto reaction = scripted(cast, manners, contact, trigger)) {
            if (!only_mood(*reaction)) return reaction;
            // The mood moves; a word that goes with it may come from the manners.
            if (!contact.replied)
                if (auto word = manner(cast, manners, trigger, 0)) {
                    word->answers = trigger;
                    reaction->acts.emplace_back(std::move(*word));
                    return reaction;
                }
            for (journal::Act& act : reaction->acts)
                std::get<MoodChanged>(act).answers = trigger;
            return reaction;
        }
    }
    if (contact.replied) return std::nullopt;
    for (const std::string& trigger : contact.pending) {
        if (trigger == "ask_repeat")
            if (auto reaction = repeated(contact, trigger)) return reaction;
        if (auto reaction = mannered(cast, manners, contact, trigger)) return reaction;
    }
    return std::nullopt;
}

}  // namespace shift311::shift
