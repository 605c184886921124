// How an agent hands a contact over, and how it answers one in writing.
#include "assessment/scoring/steps.hpp"
#include "sim/rehearse/agent.hpp"

#include <algorithm>
#include <string_view>

namespace shift311::rehearse {
namespace {

using Kind = Mistake::Kind;
using shift::Stage;

constexpr shift::Millis kLooks = 1'000;  ///< reading what came in

/// An act without what follows its colon; a phrase as it is.
std::string_view step_id(const std::string& step) {
    const scoring::ActStep* act = scoring::find_act_step(step);
    return act ? act->id : std::string_view(step);
}

}  // namespace

void Agent::transfer() {
    const std::string& target = key().emergency ? key().emergency->target : key().target;
    const bool warm = (key().emergency ? key().emergency->warm : key().warm) && !is(Kind::transfers_cold);
    if (is(Kind::slow_emergency)) {
        now_ += 3 * key().emergency->within;
        run_.advance(now_);
    }
    const auto wanted = [&](const char* step) {
        return std::any_of(key().steps.begin(), key().steps.end(),
                           [&](const scoring::Step& s) { return step_id(s.id) == step; });
    };
    // What the key wants before the transfer, such as where it is, has to fit into the time there is.
    for (const scoring::Step& step : key().steps) {
        const std::string_view id = step_id(step.id);
        if (id == "announce_transfer" || id == "transfer_announced" || id == "transfer" || id == "brief_target") break;
        if (!scoring::find_act_step(step.id) && !skips(step.id) && !said(step.id)) say(step.id);
    }
    if ((wanted("announce_transfer") || wanted("transfer_announced")) && !skips("announce_transfer") &&
        !skips("transfer_announced") && !said("announce_transfer")) {
        if (!run_.say_phrase("announce_transfer", now_)) now_ = std::max(now_, contact().trainee_until);
    }
    run_.submit(shift::Transfer{target, warm}, now_);
    if (!warm || is(Kind::leaves_early)) {
        if (warm) run_.submit(shift::End{}, now_ += 500);
        return;
    }
    for (int wait = 0; wait < 120 && contact().stage == Stage::transferring; ++wait) {
        now_ += 1'000;
        run_.advance(now_);
    }
    now_ = std::max(now_, contact().target_until);
    if (contact().stage == Stage::connected && !skips("brief_target")) {
        std::string brief = "This is 311 with a caller for you:";
        for (const script::Fact& fact : cast().script.facts)
            if (knows(fact.id) && !fact.value.empty()) brief += ' ' + fact.value + '.';
        if (!run_.submit(shift::Say{brief, {}}, now_)) now_ = std::max(now_, contact().trainee_until);
    }
    // The caller may hear the other end pick up and still be asked for what was not said yet.
    run_.submit(shift::End{}, now_);
}

void Agent::write() {
    now_ += kLooks;
    open_article();
    open_request();
    fill_form();
    for (const scoring::Step& step : key().steps)
        if (step_id(step.id) == "check_duplicates" && !skips(step.id)) {
            do_step(step.id);
            break;
        }
    if (const Mistake* wrong = making(Kind::transfers_needlessly)) {
        run_.submit(shift::Transfer{wrong->what, false}, now_);
        return;
    }
    if (is(Kind::leaves_open)) {
        walked_away_ = true;
        return;
    }
    settle();
    if (key().disposition == "transfer") {
        run_.submit(shift::Transfer{key().target, false}, now_);
        return;
    }
    std::string text;
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : " ") + words; };
    for (const scoring::Step& step : key().steps)
        if (!scoring::find_act_step(step.id) && !skips(step.id) && step.id != "close") add(run_.wording(step.id));
    if (is(Kind::says_forbidden)) add(run_.wording(making(Kind::says_forbidden)->what));
    if (is(Kind::tells_secret)) add("It was reported by " + key().secrets.front() + ".");
    for (std::size_t i = 0; i < key().reply.size(); ++i) {
        if (is(Kind::leaves_out) && key().narrative.empty() && i == 0) continue;
        if (!key().reply[i].any.empty()) add("Please note: " + key().reply[i].any.front() + ".");
    }
    if (is(Kind::abuses)) add("You idiot.");
    if (key().narrative.empty()) text += added_sentences();
    for (const scoring::Step& step : key().steps)
        if (step.id == "close" && !skips("close")) add(run_.wording("close"));
    type("reply", text);
    run_.reply(now_);
}

}  // namespace shift311::rehearse
