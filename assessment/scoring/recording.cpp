// Recording: what stands in the form against what the caller said, field by field.
#include "assessment/scoring/criteria.hpp"
#include "assessment/scoring/rounding.hpp"
#include "assessment/scoring/wording.hpp"
#include "assessment/text/compare.hpp"
#include "assessment/text/street_address.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace shift311::scoring {
namespace {

text::Comparison compared(const FieldKey& field, const std::string& written) {
    if (written.empty()) return {field.expected.empty() ? text::Credit::full : text::Credit::none, {}};
    return text::compare(field.kind, field.expected, written, field.accept, field.real_streets);
}

/// The comparison speaks of "House number" and "Street name", which says enough of the place; any other field goes by
/// its label.
std::string said_of(const FieldKey& field, const text::Comparison& comparison) {
    if (comparison.why.empty() || field.place) return comparison.why;
    if (field.kind == text::FieldKind::address) return field.label + ", " + lower_first(comparison.why);
    const std::size_t colon = comparison.why.find(": ");
    std::string why = colon == std::string::npos ? field.label + ": " + lower_first(comparison.why)
                                                 : field.label + comparison.why.substr(colon);
    // A choice is recorded by its key, and read as words: "driving_lane".
    if (field.kind == text::FieldKind::choice) std::replace(why.begin(), why.end(), '_', ' ');
    return why;
}

std::string told_at(const Moment& said, const ContactEvents& events) {
    const bool by_letter = events.arrived && said.seq == events.arrived->seq;
    return by_letter ? " The message says it." : " The caller said it at " + events.when(said.at) + ".";
}

/// A field left empty, or wrong for want of a question, is told apart from one that was misheard or mistyped.
std::string why_lost(const FieldKey& field, const FieldResult& result, const text::Comparison& comparison,
                     const Moment& said, const ContactEvents& events) {
    if (result.written.empty()) {
        if (said.seq != 0) return "The field was left empty." + told_at(said, events);
        if (field.fact.empty()) return "The field was left empty; " + shortened(field.expected) + " belongs there.";
        return "The caller never said it, because nobody asked: ask about the " + lower_first(field.label) + ".";
    }
    std::string why = said_of(field, comparison);
    // Nothing was said: the answer is right or wrong all the same.
    constexpr std::string_view kSaid = " said.";
    if (said.seq == 0 && why.ends_with(kSaid)) why.replace(why.size() - kSaid.size(), kSaid.size(), " would be right.");
    if (said.seq != 0) why += told_at(said, events);
    if (said.seq == 0 && !field.fact.empty()) {
        why += " The caller never said it, because nobody asked: ask about the " + lower_first(field.label) + ".";
    }
    return why;
}

std::string title_of(const FieldKey& field, const FieldResult& result, const text::Comparison& comparison) {
    if (comparison.credit == text::Credit::full) return field.label + " right";
    if (result.written.empty()) return field.label + " left empty";
    constexpr std::size_t kTitle = 64;
    std::string title = said_of(field, comparison);
    if (title.ends_with('.')) title.pop_back();
    if (!title.empty() && title.size() <= kTitle) return title;
    return field.label + ": " + shortened(result.written, 20) + " written, " + shortened(field.expected, 20) + " said";
}

/// From said to written, and how often it was changed.
void measure(const FieldKey& field, const Moment& said, const ContactEvents& events, FieldResult& result) {
    const std::string* before = nullptr;
    for (const auto& edit : events.edits) {
        if (edit->field != field.field) continue;
        const bool after = said.seq != 0 && edit.seq > said.seq;
        if (after && result.begun_after < 0) result.begun_after = std::max<Millis>(0, edit.at - said.at);
        if (after && edit.seq == result.written_at) result.written_after = std::max<Millis>(0, edit.at - said.at);
        if (before != nullptr && !edit->value.starts_with(*before)) ++result.revisions;
        before = &edit->value;
    }
}

/// What a wrong place means on the street.
std::string consequence(const FieldKey& field, const std::string& written) {
    const std::string meant = text::parse_location(field.expected).first.number;
    const std::string number = text::parse_location(written).first.number;
    if (!number.empty() && number != meant) return " A crew sent to " + number + " is at the wrong door.";
    return " A crew sent there is at the wrong place.";
}

}  // namespace

void judge_recording(const Case& contact, Scorecard& card) {
    for (const FieldKey& field : contact.key.fields) {
        const ContactEvents& events = contact.events;
        const Moment said = events.told(field.fact);
        FieldResult result;
        result.label = field.label;
        result.expected = field.expected;
        result.written = events.value(field.field);
        result.said = said.seq;
        result.written_at = events.written_at(field.field);
        measure(field, said, events, result);
        const text::Comparison comparison = compared(field, result.written);
        const int halves = static_cast<int>(comparison.credit);
        result.credit = halves * 50;

        Finding finding;
        finding.criterion = "field." + field.field;
        finding.competency = Competency::recording;
        finding.possible = field.place ? contact.rubric.place : contact.rubric.field;
        finding.points = share(finding.possible, halves, 2);
        finding.evidence = evidence({result.said, result.written_at, events.filed ? events.filed->seq : 0});
        finding.title = title_of(field, result, comparison);
        if (comparison.credit == text::Credit::full) {
            const bool by_letter = events.arrived && said.seq == events.arrived->seq;
            finding.why = by_letter ? field.label + ": right, as the message says."
                          : said.seq != 0
                              ? field.label + ": right, as the caller said it at " + events.when(said.at) +
                                    (result.written_after < 0
                                         ? "."
                                         : "; it was written " + journal::clock_text(result.written_after) + " later.")
                              : field.label + ": right.";
        } else {
            finding.why = why_lost(field, result, comparison, said, events);
        }
        card.fields[field.field] = result;

        const bool wrong_place = field.place && comparison.credit == text::Credit::none && !result.written.empty();
        if (wrong_place && events.filed) {
            finding.why += consequence(field, result.written);
            finding.critical = true;
            card.critical.push_back("Request filed for the wrong place: " + shortened(result.written) + ", not " +
                                    shortened(field.expected) + ".");
        }
        card.findings.push_back(std::move(finding));
    }
}

}  // namespace shift311::scoring
