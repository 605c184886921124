#include "assessment/text/compare_rules.hpp"
#include "assessment/text/street_address.hpp"

namespace shift311::text {

namespace {

const Comparison kFull{Credit::full, {}};

Comparison compare_streets(const StreetAddress& expected, const StreetAddress& written,
                           const std::vector<std::string>& real_streets) {
    const auto wrong = [](std::string_view what, std::string_view is, std::string_view was) {
        return Comparison{Credit::none, differ(what, is, was)};
    };
    if (written.number != expected.number) return wrong("House number", written.number, expected.number);
    Comparison result = kFull;
    if (written.name != expected.name) {
        if (!misspelled(expected.name, written.name)) return wrong("Street", written.name, expected.name);
        for (const std::string& street : real_streets) {
            const std::string real = parse_location(street).first.name;
            if (real == written.name && real != expected.name) {
                return {Credit::none,
                        "Street: " + written.name + " written, which is another street; " + expected.name + " said."};
            }
        }
        result = {Credit::half, "Street name: spelled " + written.name + ", " + expected.name + " said."};
    }
    if (written.direction != expected.direction) return wrong("Direction", written.direction, expected.direction);
    if (written.suffix != expected.suffix) return wrong("Street type", written.suffix, expected.suffix);
    if (written.post_direction != expected.post_direction) {
        return wrong("Direction after the street", written.post_direction, expected.post_direction);
    }
    if (written.unit != expected.unit) {
        if (!written.unit.empty() && !expected.unit.empty()) return wrong("Unit", written.unit, expected.unit);
        if (result.credit == Credit::full) result = {Credit::half, differ("Unit", written.unit, expected.unit)};
    }
    return result;
}

}  // namespace

Comparison compare_addresses(std::string_view expected_text, std::string_view written_text,
                             const std::vector<std::string>& real_streets) {
    const Location expected = parse_location(expected_text);
    const Location written = parse_location(written_text);
    if (expected == written) return kFull;
    if (expected.cross.empty() && written.cross.empty())
        return compare_streets(expected.first, written.first, real_streets);
    if (expected.cross.size() != written.cross.size()) {
        const std::string what = expected.cross.empty()  ? "Address: a corner written, one street said: "
                                 : written.cross.empty() ? "Corner: one street written, a corner said: "
                                                         : "Corner: another number of streets written than said: ";
        return {Credit::none, what + shown(written_text) + " for " + shown(expected_text) + "."};
    }
    // A corner is the same place in either order: the best pairing counts.
    std::vector<StreetAddress> ours{written.first};
    ours.insert(ours.end(), written.cross.begin(), written.cross.end());
    std::vector<StreetAddress> theirs{expected.first};
    theirs.insert(theirs.end(), expected.cross.begin(), expected.cross.end());
    Comparison best{Credit::none, {}};
    std::size_t best_right = 0;
    for (std::size_t turn = 0; turn < ours.size(); ++turn) {
        Comparison worst = kFull;
        std::size_t right = 0;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const Comparison street = compare_streets(theirs[i], ours[(i + turn) % ours.size()], real_streets);
            if (street.credit != Credit::none) ++right;
            if (street.credit < worst.credit) worst = street;
        }
        const bool better =
            turn == 0 || worst.credit > best.credit || (worst.credit == best.credit && right > best_right);
        if (!better) continue;
        best = worst;
        best_right = right;
    }
    return best;
}

}  // namespace shift311::text
