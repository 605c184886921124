// How far a set of items measures one thing, and how far a total may lie from the true one.
#pragma once

#include "assessment/measure/interval.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace shift311::measure {

/// One row a person, one column an item; nothing missing.
using Scores = std::vector<std::vector<double>>;

struct Reliability {
    double alpha = 0;     ///< Cronbach's; of items that are 0 or 1 this is KR-20. Below 0 when items work against each
                          ///< other
    double total_sd = 0;  ///< of the sum of the items, n - 1
    double sem = 0;       ///< total_sd * sqrt(1 - alpha): standard error of measurement of a total
    std::int64_t people = 0, items = 0;
};
/// Empty below two people or two items, for ragged rows, or when the totals do not vary.
std::optional<Reliability> reliability(const Scores& scores);
/// Feldt's interval of alpha; empty below two people or two items.
std::optional<Interval> feldt_interval(double alpha, std::int64_t people, std::int64_t items, double confidence = 0.95);

struct ItemFigures {
    double mean = 0;                      ///< of items that are 0 or 1: the difficulty p
    std::optional<double> r_total;        ///< with the total, this item included
    std::optional<double> r_rest;         ///< with the total of the other items: corrected
    std::optional<double> alpha_without;  ///< alpha of the other items
};
/// One for each column; empty for a ragged or empty table.
std::vector<ItemFigures> item_figures(const Scores& scores);

/// Lord's binomial standard error of one person's x right of n: sqrt(x (n - x) / (n - 1)). Empty below n = 2.
std::optional<double> lord_sem(std::int64_t x, std::int64_t n);

}  // namespace shift311::measure
