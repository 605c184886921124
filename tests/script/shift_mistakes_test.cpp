// Mistakes in a shift: each kind of mistake with its exact place.
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311::script::testing;

namespace {

constexpr const char* kShort = "smallville/shifts/short.yaml";

const std::vector<Mistake> kMistakes{
    {kShort,
     "script: gas",
     "script: gass",
     {"12:23: error: there is no script `gass` (contacts[1].script); did you mean `gas`?"}},
    {kShort,
     "at: 2m",
     "at: 2s",
     {"12:5: error: the contacts must stand in the order in which they arrive (contacts[1])"}},
    {kShort, "at: 2m", "at: 8m", {"12:5: error: the last contact arrives after the shift's 6 minutes (contacts[1])"}},
    {kShort,
     "at: 2m",
     "at: 2",
     {"12:11: error: expected a length of time such as `90s`, `2m` or `1m30s`, found `2` (contacts[1].at); write the "
      "unit: `2s` for seconds"}},
    {kShort,
     "2026-11-24",
     "24.11.2026",
     {"6:7: error: expected a day such as `2026-11-24`, found `24.11.2026` (date)"}},
    {kShort, "08:00", "8:00", {"7:12: error: expected a time of day such as `08:00`, found `8:00` (starts_at)"}},
    {kShort, "08:00", "24:10", {"7:12: error: expected a time of day such as `08:00`, found `24:10` (starts_at)"}},
    {kShort,
     "percent: 80",
     "percent: 101",
     {"9:27: error: the number `101` is out of range: 1 to 100 (service_level.percent)"}},
    {kShort, "city: smallville", "city: bigville", {"3:7: error: there is no city `bigville` (city)"}},
    {kShort,
     "minutes: 6",
     "minutes: six",
     {"5:10: error: expected a whole number from 1 to 480, found `six` (minutes)"}},
    {kShort, "minutes: 6", "minutes: 999", {"5:10: error: the number `999` is out of range: 1 to 480 (minutes)"}},
    {kShort, "minutes: 6\n", "", {"1:1: error: the key `minutes` is missing"}},
    {kShort, "script: gas", "script: [gas]", {"12:23: error: expected a text here, found a list (contacts[1].script)"}},
    {kShort, "level: 2", "level: 5", {"4:8: error: the number `5` is out of range: 1 to 4 (level)"}},
    {kShort, "about: Two contacts.\n", "", {"1:1: error: the key `about` is missing"}},
};

}  // namespace

TEST_CASE("every mistake in a shift is told with line, column and what was meant") {
    for (const Mistake& mistake : kMistakes) {
        INFO(mistake.file << ": " << mistake.from << " => " << mistake.to);
        CHECK(told(mistake) == wanted(mistake));
    }
}
