// Any two texts, parted at the first line break: the diff tells both, and what was written exactly as expected earns
// full credit.
#include "assessment/text/align.hpp"
#include "assessment/text/compare.hpp"
#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t kLongest = 400;  // the distances take time by the square of it

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace text = shift311::text;
    const std::string_view both(reinterpret_cast<const char*>(data), std::min(size, kLongest));
    const std::size_t parting = both.find('\n');
    if (parting == std::string_view::npos) return 0;
    const std::string_view expected = both.substr(0, parting);
    const std::string_view written = both.substr(parting + 1);

    const bool readable = text::valid_utf8(expected) && text::valid_utf8(written);
    if (readable) {
        std::string from;
        std::string to;
        for (const text::DiffPart& part : text::diff(expected, written)) {
            if (part.kind != text::DiffPart::Kind::extra) from += part.text;
            if (part.kind != text::DiffPart::Kind::missing) to += part.text;
        }
        require(from == expected && to == written);
    }
    require(text::damerau_levenshtein(expected, written) <= text::osa(expected, written));
    require(text::osa(expected, written) <= text::levenshtein(expected, written));
    require(text::levenshtein(expected, written) == text::levenshtein(written, expected));

    using Kind = text::FieldKind;
    for (const Kind kind :
         {Kind::address, Kind::phone, Kind::name, Kind::date, Kind::choice, Kind::number, Kind::text}) {
        const text::Comparison met = text::compare(kind, expected, written);
        require((met.credit == text::Credit::full) == met.why.empty());
        require(!readable || text::valid_utf8(met.why));
        require(expected != written || met.credit == text::Credit::full);
    }
    return 0;
}
