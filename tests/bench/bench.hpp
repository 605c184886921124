// Measurements of the program beside floors built from the same libraries, taken in turns in one run.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace shift311::bench {

/// One line of the table. Where there is nothing to compare with, `floor` is 0 and `than` says what the figure is.
struct Row {
    std::string what;
    std::string unit;
    double ours = 0;
    double floor = 0;
    std::string than;
};

/// The middle one of an odd number of values.
double median(std::vector<double> values);

/// Microseconds of wall time that `act` takes.
template <class Act>
double microseconds(Act&& act) {
    const auto began = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count();
}

/// Keeps the compiler from leaving out work whose result nobody reads.
template <class T>
void use(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

Row first_frame();
Row active_frame();
Row idle_minute();
Row durable_append();
Row content_load();
Row rehearsed_contacts();
Row address_look_up();
Row rescored_journals();
Row trainee_reports();
Row cohort_reports();
Row item_reports();

}  // namespace shift311::bench
