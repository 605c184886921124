// One contact as the debrief tells it: what happened, laid out in lanes on one axis of time.
#pragma once

#include "sim/desk/host.hpp"
#include "sim/desk/tone.hpp"

#include <string>
#include <vector>

namespace shift311::desk {

enum class Lane { caller, you, form, phone };

struct Moment {
    Lane lane = Lane::caller;
    journal::Millis from = 0, to = 0;  ///< since the contact was answered
    std::string text;                  ///< what stands in the bar
    std::string told;                  ///< the whole of it, for the detail
    Tone tone = Tone::plain;
    std::vector<journal::Seq> events;
    bool holds(journal::Seq seq) const;
};

struct Story {
    std::vector<Moment> moments;  ///< ascending by `from`
    journal::Millis begin = 0, end = 0;
};

Story story_of(const Debrief& debrief);

/// The moment that holds this event, or nothing.
const Moment* moment_of(const Story& story, journal::Seq seq);

/// The findings in the order in which they are shown: critical ones, then by points lost, most first.
std::vector<std::size_t> lost_points(const scoring::Scorecard& card);

/// "8.00", "-2.50".
std::string points_text(scoring::Points points);
/// "Referral" for the competency's word.
std::string competency_label(const std::string& word);

}  // namespace shift311::desk
