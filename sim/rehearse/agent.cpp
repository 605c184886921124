#include "sim/rehearse/agent.hpp"

#include "assessment/scoring/steps.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>

namespace shift311::rehearse {
namespace {

using journal::Catalog;
using Kind = Mistake::Kind;
using shift::Millis;
using shift::Stage;

constexpr Millis kReacts = 2'000;  ///< from the ring to the answer, and from the end to the wrap-up
constexpr Millis kLooks = 1'000;   ///< reading what a search has found

std::string before_colon(const std::string& step) {
    return step.substr(0, step.find(':'));
}
std::string after_colon(const std::string& step) {
    const std::size_t colon = step.find(':');
    return colon == std::string::npos ? std::string{} : step.substr(colon + 1);
}

}  // namespace

const script::Cast& Agent::cast() const {
    return run_.floor().casts.at(id_ - 1);
}
const scoring::AnswerKey& Agent::key() const {
    return cast().key;
}
const shift::Contact& Agent::contact() const {
    return *shift::find_contact(run_.state(), id_);
}
bool Agent::over() const {
    return contact().stage == Stage::wrap_up || contact().stage == Stage::done;
}

bool Agent::said(const std::string& phrase) const {
    return std::find(contact().said.begin(), contact().said.end(), phrase) != contact().said.end();
}

bool Agent::knows(const std::string& fact) const {
    return std::find(contact().known.begin(), contact().known.end(), fact) != contact().known.end();
}

const Mistake* Agent::making(Kind kind) const {
    const auto found =
        std::find_if(mistakes_.begin(), mistakes_.end(), [kind](const Mistake& one) { return one.kind == kind; });
    return found == mistakes_.end() ? nullptr : &*found;
}

bool Agent::skips(const std::string& step) const {
    return std::any_of(mistakes_.begin(), mistakes_.end(),
                       [&](const Mistake& one) { return one.kind == Kind::skips_step && one.what == step; });
}

void Agent::play_shift() {
    while (!run_.state().over) {
        const shift::Contact* next = nullptr;
        for (const shift::Contact& waiting : run_.state().contacts) {
            if (waiting.stage != Stage::waiting) continue;
            if (!next || (shift::written(next->channel) && !shift::written(waiting.channel))) next = &waiting;
        }
        if (next) {
            handle(next->id);
            if (walked_away_) return;
            continue;
        }
        const auto due = run_.next_due();
        if (!due) return;
        now_ = std::max(now_, *due);
        run_.advance(now_);
    }
}

void Agent::handle(journal::ContactId id) {
    id_ = id;
    met_.clear();
    settled_ = narrated_ = false;
    if (choose_) mistakes_ = choose_(cast());
    now_ = std::max(now_, contact().arrived + kReacts);
    if (is(Kind::answers_late)) now_ = std::max(now_, contact().arrived + key().limits.answer * 2 + 1'000);
    run_.advance(now_);
    if (run_.submit(shift::Answer{id}, now_)) return;  // gave up before we came to it
    if (shift::written(contact().channel))
        write();
    else
        talk();
    if (walked_away_) return;
    if (!over()) run_.submit(shift::End{}, now_);
    if (contact().stage != Stage::wrap_up) return;
    if (is(Kind::never_wraps)) {
        walked_away_ = true;
        return;
    }
    now_ = std::max(now_, run_.state().at) + kReacts;
    run_.submit(shift::Wrap{is(Kind::wraps_wrong) ? making(Kind::wraps_wrong)->what : key().disposition}, now_);
}

void Agent::say(const std::string& phrase) {
    if (over()) return;
    const bool first = !contact().opened;
    if (run_.say_phrase(phrase, now_)) return;
    if (first && is(Kind::interrupts)) {
        // Into the caller's very first words.
        while (!contact().opened && !over()) {
            const auto due = run_.next_due();
            if (!due) break;
            now_ = std::max(now_, *due);
            run_.advance(now_);
        }
        run_.say_phrase("acknowledge", now_ += 300);
    }
    now_ = shift::listen(run_, now_);
}

void Agent::say_words(const std::string& words) {
    if (over()) return;
    if (!run_.say(words, now_)) now_ = shift::listen(run_, now_);
}

bool Agent::emergency_heard() const {
    if (!key().emergency || is(Kind::misses_emergency)) return false;
    return std::any_of(run_.events().begin(), run_.events().end(), [&](const shift::Event& event) {
        const auto* line = std::get_if<journal::CallerSaid>(&event.act);
        return line && event.contact == id_ && line->cue == key().emergency->cue;
    });
}

/// Answers a feeling as soon as it shows: the opening or a beat after which the key wants a kind word.
void Agent::meet_feelings() {
    if (is(Kind::ignores_feeling)) return;
    for (const scoring::AnswerKey::Chance& chance : key().chances) {
        if (chance.any.empty() || met_.count(chance.after) != 0) continue;
        const bool shown = chance.after == "opening" ? contact().opened : contact().beats.count(chance.after) != 0;
        if (!shown) continue;
        met_.insert(chance.after);
        say(chance.any.front());
    }
}

void Agent::talk() {
    std::vector<std::string> steps;
    for (const scoring::Step& step : key().steps)
        steps.push_back(step.id);
    // Nobody can be understood who is not heard out: the caller's opening comes after the first word.
    for (std::size_t i = 0; i < steps.size() && !over(); ++i) {
        if (i > 0) {
            // The first time around the caller may still have to begin.
            while (!contact().opened && !over()) {
                const auto due = run_.next_due();
                if (!due) break;
                now_ = std::max(now_, *due);
                run_.advance(now_);
                now_ = shift::listen(run_, now_);
            }
            if (is(Kind::hangs_up)) return;
            if (is(Kind::leaves_open)) {
                walked_away_ = true;
                return;
            }
            err_in_the_middle(i, steps.size());
            if (over()) return;
            if (is(Kind::says_forbidden) && !said(making(Kind::says_forbidden)->what))
                say(making(Kind::says_forbidden)->what);
            meet_feelings();
            if (emergency_heard()) break;
            fill_form();
        }
        if (!skips(steps[i])) do_step(steps[i]);
        if (emergency_heard()) break;
    }
    if (over()) return;
    if (key().disposition == "transfer" || emergency_heard()) {
        if (!is(Kind::misses_emergency)) transfer();
        return;
    }
    meet_feelings();
    ask_for_what_is_missing();
    settle();
    if (is(Kind::tells_secret)) say_words("It was reported by " + key().secrets.front() + ".");
}

void Agent::put_on_hold() {
    if (!is(Kind::holds_unasked)) say("ask_hold");
    if (over() || run_.submit(shift::Hold{}, now_)) return;
    constexpr Millis kShort = 5'000;
    now_ += is(Kind::holds_too_long) ? key().limits.hold + kShort : kShort;
    run_.advance(now_);
    if (over()) return;
    run_.submit(shift::Resume{}, now_);
    now_ = shift::listen(run_, now_);
    if (!is(Kind::holds_unthanked)) say("thank_hold");
}

/// What goes wrong between two steps of a conversation.
void Agent::err_in_the_middle(std::size_t step, std::size_t steps) {
    if (step == 1) {
        if (is(Kind::abuses)) say_words("You idiot.");
        if (is(Kind::holds_unasked) || is(Kind::holds_too_long) || is(Kind::holds_unthanked)) put_on_hold();
        if (is(Kind::transfers_needlessly))
            run_.submit(shift::Transfer{making(Kind::transfers_needlessly)->what, false}, now_);
    }
    if (step + 1 != steps) return;
    if (is(Kind::falls_silent)) {
        constexpr Millis kSilence = 24'000;  // the caller asks whether anyone is there after 25 s
        now_ += kSilence;
        run_.advance(now_);
    }
    // A fact that is told, not written, is contradicted by telling the opposite too.
    if (is(Kind::contradicts) && key().narrative.empty()) say_words(making(Kind::contradicts)->what + ".");
}

void Agent::do_step(const std::string& step) {
    const scoring::ActStep* act = scoring::find_act_step(step);
    const std::string id = before_colon(step);
    if (!act) {
        if (said(step)) return;
        static const std::set<std::string> kNeedsForm{"read_back"};
        static const std::set<std::string> kNeedsFiling{"give_reference", "give_due_date", "no_date_possible",
                                                        "anything_else", "close"};
        if (key().disposition != "transfer") {
            if (kNeedsForm.count(step) != 0) {
                ask_for_what_is_missing();
                fill_form();
            }
            if (kNeedsFiling.count(step) != 0) {
                ask_for_what_is_missing();
                settle();
            }
            if (step.rfind("explain_", 0) == 0) open_article();
        }
        if (step == "close" && is(Kind::tells_secret)) say_words("It was reported by " + key().secrets.front() + ".");
        if (step == "close" && is(Kind::asks_again)) say(making(Kind::asks_again)->what);
        say(step);
        return;
    }
    if (id == "check_duplicates") {
        ask_for_what_is_missing();
        fill_form();
        now_ += kLooks;
        run_.submit(shift::LookUp{Catalog::near, shift::field_value(contact(), "location"), run_.find_near()}, now_);
        now_ += kLooks;
    } else if (id == "look_up_article") {
        open_article();
    } else if (id == "look_up_request") {
        look_up_request();
    } else if (id == "open_request") {
        open_request();
    } else if (id == "look_up_directory") {
        const std::string wanted = after_colon(step).empty() ? key().target : after_colon(step);
        now_ += kLooks;
        run_.submit(shift::LookUp{Catalog::directory, wanted, run_.find_destinations(wanted)}, now_);
        run_.submit(shift::Open{Catalog::directory, wanted}, now_);
    } else if (id == "choose_service" || id == "file_request" || id == "change_request") {
        ask_for_what_is_missing();
        settle();
    } else if (id == "take_notes") {
        type("notes", "See the caller's words.");
    } else if (id == "hold_asked") {
        say("ask_hold");
        run_.submit(shift::Hold{}, now_);
        now_ += 5'000;
        run_.submit(shift::Resume{}, now_);
    } else if (id == "hold_thanked") {
        say("thank_hold");
    }
    // Announcing, making and briefing a transfer belong together: see transfer().
}

void Agent::ask_for(const std::string& fact) {
    if (knows(fact) || (is(Kind::never_asks) && making(Kind::never_asks)->what == fact)) return;
    for (const script::Fact& known : cast().script.facts) {
        if (known.id != fact) continue;
        for (const std::string& phrase : known.told_by) {
            say(phrase);
            if (knows(fact) || over()) return;
        }
    }
}

void Agent::ask_for_what_is_missing() {
    for (const scoring::FieldKey& field : key().fields) {
        if (over()) return;
        if (!field.fact.empty()) ask_for(field.fact);
    }
    for (const std::string& fact : key().facts_asked) {
        if (over()) return;
        ask_for(fact);
    }
}

}  // namespace shift311::rehearse
