#include "sim/rehearse/mistake.hpp"

#include "assessment/scoring/rounding.hpp"
#include "sim/shift/state.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace shift311::rehearse {
namespace {

using Kind = Mistake::Kind;
using scoring::Points;

/// Steps that nothing else hangs on: leaving one out costs that step and what belongs to it.
constexpr std::array<std::string_view, 13> kAlone{
    "greet",       "thank_for_calling", "ask_how_help",   "read_back",     "paraphrase",       "reassure",
    "acknowledge", "anything_else",     "give_reference", "give_due_date", "no_date_possible", "check_duplicates",
    "brief_target"};

bool step_in(const scoring::AnswerKey& key, std::string_view id) {
    return std::any_of(key.steps.begin(), key.steps.end(), [&](const scoring::Step& step) { return step.id == id; });
}

/// A place that can be read back.
bool place_in(const scoring::AnswerKey& key) {
    return std::any_of(key.fields.begin(), key.fields.end(),
                       [](const scoring::FieldKey& field) { return field.place; });
}

/// What the caller's mood or talk may bring with it.
void may_upset(const scoring::AnswerKey& key, Mistake& made) {
    for (const scoring::AnswerKey::Chance& chance : key.chances)
        made.may_cost.insert("chance." + chance.after);
}

bool meets_a_feeling(const scoring::AnswerKey& key, const std::string& phrase) {
    for (const scoring::AnswerKey::Chance& chance : key.chances)
        if (std::find(chance.any.begin(), chance.any.end(), phrase) != chance.any.end()) return true;
    return false;
}

Mistake mistake(Kind kind, std::string what, std::string says) {
    Mistake made;
    made.kind = kind;
    made.what = std::move(what);
    made.says = std::move(says);
    return made;
}

void add_skipped_steps(const script::Cast& cast, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    const scoring::AnswerKey& key = cast.key;
    const bool written = shift::written(key.channel);
    for (const scoring::Step& step : key.steps) {
        if (std::find(kAlone.begin(), kAlone.end(), step.id) == kAlone.end() || meets_a_feeling(key, step.id)) continue;
        // Whoever searches for the request and opens it has looked for duplicates.
        if (step.id == "check_duplicates" && (step_in(key, "open_request") || step_in(key, "look_up_request")))
            continue;
        // Where nothing else closes the talk, leaving this out is hanging up: another mistake, tried on its own.
        if (step.id == "anything_else" && !step_in(key, "close")) continue;
        // Beats may hang on any phrase; then leaving it out changes the talk, and the cost is not that step alone.
        const bool beat_hangs_on_it =
            std::any_of(cast.script.beats.begin(), cast.script.beats.end(), [&](const script::Beat& beat) {
                return std::find(beat.on.begin(), beat.on.end(), step.id) != beat.on.end() ||
                       std::find(beat.if_said.begin(), beat.if_said.end(), step.id) != beat.if_said.end();
            });
        const bool fact_hangs_on_it =
            std::any_of(cast.script.facts.begin(), cast.script.facts.end(), [&](const script::Fact& fact) {
                return std::find(fact.told_by.begin(), fact.told_by.end(), step.id) != fact.told_by.end();
            });
        if (beat_hangs_on_it || fact_hangs_on_it) continue;
        Mistake made =
            mistake(Kind::skips_step, step.id, "leaves out a step: " + (step.label.empty() ? step.id : step.label));
        made.costs["step." + step.id] = rubric.step;
        // Where fewer words fall, the pauses grow.
        made.may_cost.insert("courtesy.dead_air");
        if (step.id == "read_back" && place_in(key)) made.costs["read_back.correct"] = rubric.read_back_correct;
        if (step.id == "give_reference") made.costs["reference.correct"] = rubric.reference_correct;
        if (step.id == "give_due_date" || step.id == "no_date_possible") made.costs["due.correct"] = rubric.due_correct;
        if (written && step.id != "check_duplicates") made.may_cost.insert("typing.speed");
        all.push_back(std::move(made));
    }
}

void add_recording(const scoring::AnswerKey& key, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    if (key.disposition != "file") return;
    for (const scoring::FieldKey& field : key.fields) {
        if (!field.place || field.expected.empty() || field.expected.front() < '0' || field.expected.front() > '9')
            continue;
        Mistake made =
            mistake(Kind::swaps_digits, field.field, "writes two digits of the house number the wrong way round");
        made.costs["field." + field.field] = rubric.place;
        if (step_in(key, "read_back")) made.costs["read_back.correct"] = rubric.read_back_correct;
        made.may_cost = {"typing.accuracy"};
        made.fails = true;
        all.push_back(std::move(made));
        break;
    }
    for (const scoring::FieldKey& field : key.fields) {
        if (field.field != "caller_name" && field.field != "callback") continue;
        Mistake made = mistake(Kind::leaves_field_empty, field.field, "leaves a field empty: " + field.label);
        made.costs["field." + field.field] = rubric.field;
        all.push_back(std::move(made));
        break;
    }
}

/// A fact that nothing but a question of its own brings out, behind a field that filing does not need.
void add_unasked(const script::Cast& cast, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    const scoring::AnswerKey& key = cast.key;
    if (key.disposition != "file" || !scoring::applies(rubric, "listening.questions", key.channel)) return;
    std::set<std::string> facts;
    for (const scoring::FieldKey& field : key.fields)
        if (!field.fact.empty()) facts.insert(field.fact);
    const auto told = [](const std::vector<std::string>& tells, const std::string& fact) {
        return std::find(tells.begin(), tells.end(), fact) != tells.end();
    };
    for (const scoring::FieldKey& field : key.fields) {
        if (field.fact.empty() || (field.field != "caller_name" && field.field != "callback")) continue;
        bool unasked = told(cast.script.opening_tells, field.fact);
        for (const script::Beat& beat : cast.script.beats)
            unasked = unasked || told(beat.tells, field.fact);
        for (const script::Fact& fact : cast.script.facts)
            for (const std::string& phrase : fact.told_by)
                unasked = unasked || (fact.id == field.fact && step_in(key, phrase));
        if (unasked) continue;
        Mistake made = mistake(Kind::never_asks, field.fact, "never asks for what the form needs: " + field.label);
        made.costs["field." + field.field] = rubric.field;
        const auto n = static_cast<std::int64_t>(facts.size());
        made.costs["listening.questions"] = rubric.questions - scoring::share(rubric.questions, n - 1, n);
        may_upset(key, made);
        all.push_back(std::move(made));
        break;
    }
}

void add_writing(const scoring::AnswerKey& key, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    const bool written = shift::written(key.channel);
    const bool narrated = !key.narrative.empty();
    const std::vector<scoring::Content>& contents = narrated ? key.narrative : key.reply;
    const std::string criterion = narrated ? "narrative." : "reply.";
    const Points each = narrated ? rubric.narrative_fact : rubric.reply_fact;
    const Points every = each * static_cast<Points>(contents.size());
    bool contradicted = false, forbidden = false;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const std::string id = criterion + std::to_string(i + 1);
        if (!contradicted && !contents[i].contradicts.empty()) {
            contradicted = true;
            Mistake made = mistake(Kind::contradicts, contents[i].contradicts.front(),
                                   "contradicts what was said: " + contents[i].what);
            made.costs[id] = scoring::share(each, rubric.contradiction_percent, 100);
            if (!narrated && !written) may_upset(key, made);
            all.push_back(std::move(made));
        }
        if (!forbidden && !contents[i].forbidden.empty() && (narrated || written)) {
            forbidden = true;
            Mistake made = mistake(Kind::writes_forbidden, contents[i].forbidden.front(),
                                   "writes what has no place in a record: " + contents[i].forbidden.front());
            made.costs[id] = scoring::share(every, rubric.forbidden_percent, 100);
            all.push_back(std::move(made));
        }
    }
    if (!narrated && !written) return;
    Mistake misspelled = mistake(Kind::misspells, "", "misspells a word");
    misspelled.costs["writing.spelling"] = rubric.slip_loss;
    all.push_back(std::move(misspelled));
    Mistake sloppy = mistake(Kind::writes_sloppily, "", "begins a sentence with a small letter");
    sloppy.costs["writing.grammar"] = rubric.slip_loss;
    all.push_back(std::move(sloppy));
}

/// What every conversation gives a chance for, whatever it is about.
void add_desk(const script::Cast& cast, const scoring::Rubric& rubric, const city::City& city,
              std::vector<Mistake>& all) {
    const scoring::AnswerKey& key = cast.key;
    const bool written = shift::written(key.channel);
    const auto add = [&](Kind kind, const std::string& what, const std::string& says, const std::string& criterion,
                         Points cost) -> Mistake& {
        Mistake made = mistake(kind, what, says);
        if (!criterion.empty()) made.costs[criterion] = cost;
        may_upset(key, made);
        // A hold takes its time, and a caller who was left in peace may begin to speak.
        made.may_cost.insert({"emergency.clock", "courtesy.interrupting"});
        all.push_back(std::move(made));
        return all.back();
    };
    if (!written && key.steps.size() > 2) {
        if (key.channel == journal::Channel::phone && !step_in(key, "hold_asked") && !step_in(key, "hold_thanked")) {
            add(Kind::holds_unasked, "", "puts the caller on hold without asking", "hold.asked", rubric.hold);
            const bool hangs_up = cast.script.caller.hold_patience <= key.limits.hold + 5'000;
            add(Kind::holds_too_long, "", "leaves the caller on hold too long", "hold.returned",
                rubric.hold - (hangs_up ? 0 : scoring::share(rubric.hold, 1, 2)));
            add(Kind::holds_unthanked, "", "does not thank the caller after a hold", "hold.thanked", rubric.hold);
        }
        if (key.disposition != "transfer") {
            const bool speaks_up = std::any_of(
                cast.script.beats.begin(), cast.script.beats.end(),
                [](const script::Beat& beat) { return beat.silence.has_value() || beat.after.has_value(); });
            if (!speaks_up)
                add(Kind::falls_silent, "", "falls silent for 24 seconds", "courtesy.dead_air",
                    rubric.dead_air - scoring::share(rubric.dead_air, 1, 2));
            add(Kind::interrupts, "", "speaks over the caller", "courtesy.interrupting", rubric.slip_loss);
        }
    }
    if (!key.emergency) {
        Mistake& abuse = add(Kind::abuses, "", "is abusive", "", 0);
        abuse.fails = true;
    }
    add(Kind::leaves_open, "", "walks away in the middle of it", "tempo.forgotten", rubric.forgotten).derails = true;
    Mistake& unwrapped = add(Kind::never_wraps, "", "never wraps up", "procedure.wrap_up", rubric.wrap_up);
    unwrapped.costs["referral.disposition"] = rubric.disposition - scoring::share(rubric.disposition, 1, 2);
    for (const city::Destination& destination : city.directory) {
        if (destination.id == key.target || (key.emergency && destination.id == key.emergency->target)) continue;
        add(Kind::transfers_needlessly, destination.id, "transfers the caller to where they do not belong",
            "transfer.false", rubric.false_transfer)
            .derails = true;
        break;
    }
    if (key.disposition != "file") return;
    for (const city::Service& service : city.services) {
        if (service.code == key.service) continue;
        add(Kind::picks_wrong_service, service.code, "chooses the wrong service", "knowledge.service", rubric.service)
            .derails = true;
        break;
    }
}

void add_transfer(const scoring::AnswerKey& key, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    if (key.disposition != "transfer" || shift::written(key.channel)) return;
    const bool warm = key.emergency ? key.emergency->warm : key.warm;
    const std::string kind = key.emergency ? "emergency.kind" : "transfer.kind";
    if (warm) {
        for (const auto& [how, says] :
             {std::pair{Kind::transfers_cold, "makes a cold transfer where a warm one is due"},
              std::pair{Kind::leaves_early, "leaves before the other end has answered"}}) {
            Mistake made = mistake(how, "", says);
            made.costs[kind] = rubric.transfer_kind;
            if (step_in(key, "brief_target")) made.costs["step.brief_target"] = rubric.step;
            all.push_back(std::move(made));
        }
    }
    if (key.emergency) {
        Mistake slow = mistake(Kind::slow_emergency, "", "takes far too long to transfer an emergency");
        slow.costs["emergency.clock"] = rubric.emergency_clock;
        slow.may_cost = {"tempo.handle", "listening.repeat", "courtesy.dead_air"};
        all.push_back(std::move(slow));
        Mistake missed = mistake(Kind::misses_emergency, "", "treats an emergency as an ordinary contact");
        missed.costs["emergency.clock"] = rubric.emergency_clock;
        missed.fails = missed.derails = true;
        all.push_back(std::move(missed));
    }
}

void add_manners(const script::Cast& cast, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    const scoring::AnswerKey& key = cast.key;
    if (!key.unsafe.empty()) {
        const scoring::Step& step = key.unsafe.front();
        Mistake made = mistake(Kind::says_forbidden, step.id,
                               "gives wrong safety information: " + (step.label.empty() ? step.id : step.label));
        made.costs["safety.advice"] = rubric.forbidden;
        made.may_cost.insert("never." + step.id);
        may_upset(key, made);
        made.fails = true;
        all.push_back(std::move(made));
    }
    for (const scoring::Step& step : key.never) {
        if (step.id == "disclose_private" || step.id == "abuse" || step.id == "unsafe_advice" || step.id == "interrupt")
            continue;
        Mistake made = mistake(Kind::says_forbidden, step.id,
                               "says what must not be said: " + (step.label.empty() ? step.id : step.label));
        made.costs["never." + step.id] = rubric.forbidden;
        // What it does to the caller may give new feelings to meet.
        for (const scoring::AnswerKey::Chance& chance : key.chances)
            made.may_cost.insert("chance." + chance.after);
        made.may_cost.insert("due.correct");
        all.push_back(std::move(made));
        break;
    }
    if (!key.secrets.empty()) {
        Mistake made = mistake(Kind::tells_secret, "", "gives away who reported it");
        made.costs["privacy.secrets"] = rubric.privacy;
        made.fails = true;
        all.push_back(std::move(made));
    }
    for (const scoring::AnswerKey::Chance& chance : key.chances) {
        const bool in_steps = std::any_of(chance.any.begin(), chance.any.end(),
                                          [&](const std::string& phrase) { return step_in(key, phrase); });
        if (in_steps || chance.after != "opening") continue;
        Mistake made = mistake(Kind::ignores_feeling, "", "leaves the caller's feeling without a word");
        made.costs["chance." + chance.after] = rubric.chance;
        // Whoever is not heard may have more to say.
        for (const scoring::AnswerKey::Chance& other : key.chances)
            made.may_cost.insert("chance." + other.after);
        all.push_back(std::move(made));
        break;
    }
    if (!shift::written(key.channel) && key.disposition != "transfer") {
        for (const scoring::FieldKey& field : key.fields) {
            const auto fact = std::find_if(cast.script.facts.begin(), cast.script.facts.end(),
                                           [&](const script::Fact& f) { return f.id == field.fact; });
            if (fact == cast.script.facts.end() || fact->told_by.empty() || !step_in(key, "close")) continue;
            Mistake made =
                mistake(Kind::asks_again, fact->told_by.front(), "asks again for what was said: " + field.label);
            made.costs["listening.repeat"] = 100;
            all.push_back(std::move(made));
            break;
        }
        Mistake hung_up = mistake(Kind::hangs_up, "", "hangs up on the caller");
        hung_up.fails = hung_up.derails = true;
        all.push_back(std::move(hung_up));
    }
}

void add_rest(const scoring::AnswerKey& key, const scoring::Rubric& rubric, std::vector<Mistake>& all) {
    if (key.channel == journal::Channel::phone) {
        Mistake made = mistake(Kind::answers_late, "", "lets the phone ring far too long");
        made.costs["tempo.answer"] = rubric.answer;
        all.push_back(std::move(made));
    }
    if (!key.disposition.empty()) {
        Mistake made =
            mistake(Kind::wraps_wrong, key.disposition == "end" ? "inform" : "end", "wraps up with the wrong outcome");
        made.costs["referral.disposition"] = rubric.disposition - scoring::share(rubric.disposition, 1, 2);
        all.push_back(std::move(made));
    }
    if (!key.articles.empty()) {
        Mistake made = mistake(Kind::skips_article, "", "answers without reading the article");
        made.costs["knowledge.article"] = rubric.article;
        for (const scoring::Step& step : key.steps)
            if (step.id.rfind("look_up_article", 0) == 0) made.costs["step." + step.id] = rubric.step;
        all.push_back(std::move(made));
    }
    if (!key.narrative.empty() && !key.narrative.front().any.empty()) {
        Mistake made = mistake(Kind::leaves_out, "", "leaves out of the record: " + key.narrative.front().what);
        made.costs["narrative.1"] = rubric.narrative_fact;
        all.push_back(std::move(made));
    } else if (!key.reply.empty() && !key.reply.front().any.empty() && shift::written(key.channel)) {
        Mistake made = mistake(Kind::leaves_out, "", "leaves out of the reply: " + key.reply.front().what);
        made.costs["reply.1"] = rubric.reply_fact;
        all.push_back(std::move(made));
    }
}

}  // namespace

std::vector<Mistake> mistakes(const script::Cast& cast, const scoring::Rubric& rubric, const city::City* city) {
    std::vector<Mistake> all;
    add_transfer(cast.key, rubric, all);
    add_recording(cast.key, rubric, all);
    add_skipped_steps(cast, rubric, all);
    add_manners(cast, rubric, all);
    add_rest(cast.key, rubric, all);
    add_unasked(cast, rubric, all);
    add_writing(cast.key, rubric, all);
    if (city != nullptr) add_desk(cast, rubric, *city, all);
    return all;
}

}  // namespace shift311::rehearse
