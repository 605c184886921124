// The numbers that the listener weighs with. Found on tests/data/listen/dev.tsv and nonsense_dev.tsv and by hearing
// examples that were left out; never on the wordings that it is measured with.
#pragma once

namespace shift311::listen {

#ifndef SHIFT311_LISTEN_TUNABLE
#define SHIFT311_LISTEN_TUNABLE constexpr  // a tuning run compiles them as variables
#endif

// Scores, credits and shares are thousandths; weights are 1/256 of a bit.

// What a word weighs.
inline SHIFT311_LISTEN_TUNABLE int kFloorWeight = 150;     // the commonest words
inline SHIFT311_LISTEN_TUNABLE int kTopicWeight = 105;     // what calls are about
inline SHIFT311_LISTEN_TUNABLE int kNameWeight = 150;      // a person's name
inline SHIFT311_LISTEN_TUNABLE int kUnknownWeight = 1100;  // a word that no example and no list has
inline SHIFT311_LISTEN_TUNABLE int kFarWeight = 3200;      // a word from another world than the city's
inline SHIFT311_LISTEN_TUNABLE int kFillerShare = 179;     // how much of a filler's weight counts

// What a word gets credit for.
inline SHIFT311_LISTEN_TUNABLE int kSpellingCredit = 800;  // it is one slip away from the example's word
inline SHIFT311_LISTEN_TUNABLE int kSpellingDoubt =
    250;  // and so much of a strange word's weight still counts against it
inline SHIFT311_LISTEN_TUNABLE int kMeaningCredit = 780;  // it means much the same as the example's word
inline SHIFT311_LISTEN_TUNABLE int kRateBase = 322;       // the phrase uses it in another example
inline SHIFT311_LISTEN_TUNABLE int kRateGain = 10;        // ... and the more, the more examples use it

// How the words make a score.
inline SHIFT311_LISTEN_TUNABLE int kElsewhere =
    650;  // share of the precision that all the phrase's examples have together
inline SHIFT311_LISTEN_TUNABLE int kCoreShare = 650;    // the same of the recall
inline SHIFT311_LISTEN_TUNABLE int kSilentShare = 600;  // how much a known word that does not fit counts against
inline SHIFT311_LISTEN_TUNABLE int kRecallFloor = 318;  // what precision alone is worth
inline SHIFT311_LISTEN_TUNABLE int kPairBonus = 140;    // words in the example's own order
inline SHIFT311_LISTEN_TUNABLE int kOpenRecall =
    950;  // how much of an open example must be said for the rest to be free
inline SHIFT311_LISTEN_TUNABLE int kOpenShare = 325;       // how much that rest still counts against
inline SHIFT311_LISTEN_TUNABLE int kOtherKind = 980;       // a question taken for a statement, or the other way round
inline SHIFT311_LISTEN_TUNABLE int kOtherKindAvoid = 850;  // the same where the phrase is one to avoid
inline SHIFT311_LISTEN_TUNABLE int kDenied = 600;  // something to avoid, said with a "not" that its example lacks
inline SHIFT311_LISTEN_TUNABLE int kOwnEdge = 15;  // a script's own phrase before a core phrase of the same score

// When a score is believed.
inline SHIFT311_LISTEN_TUNABLE int kAccept = 440;
inline SHIFT311_LISTEN_TUNABLE int kSure = 2600;          // less weight than this asks for a higher score,
inline SHIFT311_LISTEN_TUNABLE int kThinCost = 91;        // by so much of what is missing
inline SHIFT311_LISTEN_TUNABLE int kLeastEvidence = 768;  // less is never enough ...
inline SHIFT311_LISTEN_TUNABLE int kCertain = 950;        // ... but for a score like this
inline SHIFT311_LISTEN_TUNABLE int kMargin = 4;           // before the next phrase
inline SHIFT311_LISTEN_TUNABLE int kAvoidExtra = 60;      // more before something is taken for a thing not to say

// Where words are parted.
inline SHIFT311_LISTEN_TUNABLE int kSentenceCost = 30;
inline SHIFT311_LISTEN_TUNABLE int kClauseCost = 400;
inline SHIFT311_LISTEN_TUNABLE int kJoinCost = 450;      // before "and"
inline SHIFT311_LISTEN_TUNABLE int kStarterCost = 1100;  // with nothing but a word that often starts something
inline SHIFT311_LISTEN_TUNABLE int kBridgeCost = 1000;   // a stretch that runs over the end of a sentence
inline SHIFT311_LISTEN_TUNABLE int kLeftOver = 650;      // share of its weight that a stretch not understood costs
inline SHIFT311_LISTEN_TUNABLE int kCoverage = 715;      // of a sentence, so much must be understood

}  // namespace shift311::listen
