// How far apart two texts are: edit distances and similarity over Unicode code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace shift311::text {

/// Levenshtein distance in code points (insert, delete, substitute).
std::size_t levenshtein(std::string_view a, std::string_view b);
/// Optimal string alignment: Levenshtein plus transposition of neighbors, no substring edited twice.
std::size_t osa(std::string_view a, std::string_view b);
/// True Damerau-Levenshtein.
std::size_t damerau_levenshtein(std::string_view a, std::string_view b);
/// Jaro and Jaro-Winkler similarity 0..1 (prefix 0.1 up to 4, boost only above 0.7). For display and search, never for
/// pass or fail.
double jaro(std::string_view a, std::string_view b);
double jaro_winkler(std::string_view a, std::string_view b);

}  // namespace shift311::text
