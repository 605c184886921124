// The criteria of a contact, one file each: every function adds its findings to the scorecard.
#pragma once

#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/contact_events.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <string>
#include <utility>

namespace shift311::scoring {

/// What a criterion may look at.
struct Case {
    const AnswerKey& key;
    const ContactEvents& events;
    const Rubric& rubric;
    const journal::Journal* journal =
        nullptr;  ///< all of it, since other contacts wait at the same time; null: this one
    journal::ContactId contact = 0;
    const Spelling* spelling = nullptr;  ///< null: spelling is not looked at

    bool written() const {
        return key.channel == journal::Channel::email || key.channel == journal::Channel::fax ||
               key.channel == journal::Channel::web;
    }
};

void judge_listening(const Case& contact, Scorecard& card);
void judge_recording(const Case& contact, Scorecard& card);
void judge_narrative(const Case& contact, Scorecard& card);
void judge_typing(const Case& contact, Scorecard& card);
void judge_referral(const Case& contact, Scorecard& card);
void judge_emergency(const Case& contact, Scorecard& card);
void judge_procedure(const Case& contact, Scorecard& card);
void judge_holds(const Case& contact, Scorecard& card);
void judge_promises(const Case& contact, Scorecard& card);
void judge_courtesy(const Case& contact, Scorecard& card);
void judge_silence(const Case& contact, Scorecard& card);
void judge_privacy(const Case& contact, Scorecard& card);
void judge_knowledge(const Case& contact, Scorecard& card);
void judge_writing(const Case& contact, Scorecard& card);
void judge_tempo(const Case& contact, Scorecard& card);
void judge_concurrent(const Case& contact, Scorecard& card);

/// A critical finding fails the contact; its sentence stands on the card twice, with the points and at the top.
inline void add_critical(Scorecard& card, Finding finding) {
    finding.critical = true;
    card.critical.push_back(finding.why);
    card.findings.push_back(std::move(finding));
}

}  // namespace shift311::scoring
