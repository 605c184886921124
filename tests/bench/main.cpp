// Prints the table of measurements; names given on the command line pick some of them.
#include "tests/bench/bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <string_view>

namespace shift311::bench {

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

namespace {

struct Measure {
    std::string_view name;
    Row (*take)();
};

constexpr std::array kMeasures = {
    Measure{"start", first_frame},      Measure{"frame", active_frame},        Measure{"idle", idle_minute},
    Measure{"append", durable_append},  Measure{"load", content_load},         Measure{"contacts", rehearsed_contacts},
    Measure{"lookup", address_look_up}, Measure{"rescore", rescored_journals}, Measure{"trainee", trainee_reports},
    Measure{"cohort", cohort_reports},  Measure{"items", item_reports},
};

int run(const std::vector<std::string_view>& wanted) {
    fmt::print("{:<10} {:<46} {:>10} {:>10} {:>7}  {}\n", "name", "measure", "ours", "floor", "ratio", "floor is");
    int failed = 0;
    for (const Measure& measure : kMeasures) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), measure.name) == wanted.end()) continue;
        try {
            const Row row = measure.take();
            const std::string what = fmt::format("{}, {}", row.what, row.unit);
            if (row.floor > 0)
                fmt::print("{:<10} {:<46} {:>10.3g} {:>10.3g} {:>7.2f}  {}\n", measure.name, what, row.ours, row.floor,
                           row.ours / row.floor, row.than);
            else
                fmt::print("{:<10} {:<46} {:>10.3g} {:>10} {:>7}  {}\n", measure.name, what, row.ours, "", "",
                           row.than);
        } catch (const std::exception& error) {
            ++failed;
            fmt::print("{:<10} could not be measured: {}\n", measure.name, error.what());
        }
        std::fflush(stdout);
    }
    return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace shift311::bench

int main(int argc, char** argv) {
    return shift311::bench::run({argv + 1, argv + argc});
}
