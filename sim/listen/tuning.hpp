// The numbers that the listener weighs with, found on the tuning wordings (tests/data/listen/dev.tsv) and by leaving
// examples out.
#pragma once

namespace shift311::listen {

#ifndef LISTEN_TUNABLE
#define LISTEN_TUNABLE constexpr
#endif

// Credits and shares are thousandths; weights are 1/256 of a bit.
inline LISTEN_TUNABLE int kSpellingCredit = 800;
inline LISTEN_TUNABLE int kMeaningCredit = 780;
inline LISTEN_TUNABLE int kUnknownWeight = 1040;
inline LISTEN_TUNABLE int kTopicWeight = 105;
inline LISTEN_TUNABLE int kNameWeight = 150;
inline LISTEN_TUNABLE int kFillerShare = 198;
inline LISTEN_TUNABLE int kPairShare = 122;
inline LISTEN_TUNABLE int kElsewhere = 650;
inline LISTEN_TUNABLE int kRecallFloor = 245;
inline LISTEN_TUNABLE int kAccept = 480;
inline LISTEN_TUNABLE int kMargin = 5;
inline LISTEN_TUNABLE int kLeastEvidence = 768;
inline LISTEN_TUNABLE int kClauseCost = 300;
inline LISTEN_TUNABLE int kSentenceCost = 30;
inline LISTEN_TUNABLE int kStarterCost = 1100;
inline LISTEN_TUNABLE int kFloorWeight = 40;
inline LISTEN_TUNABLE int kSilentShare = 600;
inline LISTEN_TUNABLE int kOpenRecall = 850;
inline LISTEN_TUNABLE int kOpenShare = 325;
inline LISTEN_TUNABLE int kSure = 2600;
inline LISTEN_TUNABLE int kThinCost = 70;
inline LISTEN_TUNABLE int kBridgeCost = 300;
inline LISTEN_TUNABLE int kSpellingDoubt = 250;
inline LISTEN_TUNABLE int kRateBase = 461;
inline LISTEN_TUNABLE int kRateGain = 6;
inline LISTEN_TUNABLE int kCoreShare = 650;
inline LISTEN_TUNABLE int kLeftOver = 650;
inline LISTEN_TUNABLE int kCoverage = 715;

}  // namespace shift311::listen
