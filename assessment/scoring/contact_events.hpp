// One contact's part of a journal, laid out for judging: who said what when, and how the form stood at the end.
#pragma once

#include "assessment/journal/journal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::scoring {

using journal::ContactId;
using journal::Millis;
using journal::Seq;

/// An act with its place and time; points into the journal, which outlives the judging.
template <class Act>
struct Dated {
    Seq seq = 0;
    Millis at = 0;
    const Act* act = nullptr;
    const Act* operator->() const { return act; }
};

struct Moment {
    Seq seq = 0;
    Millis at = 0;
};

/// What the trainee said or wrote to the caller.
struct TraineeLine {
    Seq seq = 0;
    Millis at = 0;
    const std::string* text = nullptr;
    const std::vector<std::string>* heard = nullptr;
    bool over_caller = false;
    Millis lasts = 0;      ///< 0 for what was written
    bool written = false;  ///< sent, not spoken
};

/// One phrase of a line: lines hold several, in the order spoken.
struct PhraseSaid {
    Seq seq = 0;
    Millis at = 0;
    std::size_t order = 0;  ///< within the line
};

struct Hold {
    Seq began_seq = 0;
    Seq ended_seq = 0;  ///< 0: never taken back
    Millis began = 0;
    Millis ended = 0;
};

class ContactEvents {
  public:
    ContactEvents(const journal::Journal& journal, ContactId contact);

    std::optional<Dated<journal::Arrived>> arrived;
    std::optional<Moment> abandoned;
    /// First act of the trainee on this contact; a written contact is answered by opening it.
    std::optional<Moment> answered;
    std::optional<Dated<journal::Ended>> ended;
    std::optional<Dated<journal::Wrapped>> wrapped;
    std::optional<Dated<journal::Filed>> filed;  ///< the last one
    std::vector<Dated<journal::CallerSaid>> caller;
    std::vector<Dated<journal::MoodChanged>> moods;
    std::vector<TraineeLine> trainee;
    std::vector<Dated<journal::ServiceChosen>> services;
    std::vector<Dated<journal::FieldEdited>> edits;
    std::vector<Dated<journal::LookedUp>> look_ups;
    std::vector<Dated<journal::Opened>> opened;
    std::vector<Hold> holds;
    std::vector<Dated<journal::TransferBegan>> transfers;
    std::vector<Dated<journal::TransferAnswered>> transfer_answers;
    std::vector<Dated<journal::RequestChanged>> changes;
    Moment last;  ///< the contact's last event

    /// "1:05" since the contact was answered, as every sentence of the scorecard names its moments.
    std::string when(Millis at) const;
    /// When and where the caller first told this fact, unasked or asked; seq 0: never.
    Moment told(std::string_view fact) const;
    /// As filed; as last edited when nothing was filed or the field is no part of a request.
    std::string value(std::string_view field) const;
    /// The edit that wrote that value; seq 0: never edited.
    Seq written_at(std::string_view field) const;
    /// The fields that were ever edited or filed, each once, in alphabetical order.
    std::vector<std::string> fields() const;
    /// Every time this phrase was said or written to the caller.
    std::vector<PhraseSaid> said(std::string_view phrase) const;
};

/// Evidence in order, each event once, without the zeros that stand for "never".
std::vector<Seq> evidence(std::vector<Seq> seqs);

}  // namespace shift311::scoring
