// Any bytes as a line that the records keep, or as the demographic file: refused in one sentence, or read and written
// back to a line that reads the same. The first byte says as which.
#include "assessment/records/entry_json.hpp"
#include "assessment/reports/demographics.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "assessment/scoring/rubric.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

using namespace shift311;

void require(bool holds) {
    if (!holds) std::abort();
}

/// What `from` made of a line is written by `to`, and that is read and written again to the same.
template <class From, class To>
void back_and_forth(const std::string& line, From from, To to) {
    const std::string written = to(from(line));
    require(to(from(written)) == written);
}

template <class Entry>
void entry(const std::string& line) {
    back_and_forth(
        line,
        [](const std::string& one) {
            Entry read{};
            records::from_json(one, read);
            return read;
        },
        [](const Entry& one) { return records::to_json(one); });
}

void take(char as, const std::string& line) {
    switch (as) {
        case 'r':
            return back_and_forth(line, scoring::rubric_from_json,
                                  [](const scoring::Rubric& one) { return scoring::to_json(one); });
        case 's':
            return back_and_forth(line, scoring::card_from_json,
                                  [](const scoring::Scorecard& one) { return scoring::to_json(one); });
        case 'k':
            return back_and_forth(line, scoring::key_from_json,
                                  [](const scoring::AnswerKey& one) { return scoring::to_json(one); });
        case 'p':
            return entry<standing::Program>(line);
        case 'e':
            return entry<standing::Event>(line);
        case 'o':
            return entry<standing::Report>(line);
        case 'c':
            return entry<standing::Override>(line);
        case 'd':
            return entry<standing::Dispute>(line);
        default:
            reports::read_demographics(line, "groups");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string line(reinterpret_cast<const char*>(data) + 1, size - 1);
    try {
        take(static_cast<char>(data[0]), line);
    } catch (const std::runtime_error& refused) {
        require(!std::string_view(refused.what()).empty());
    }
    return 0;
}
