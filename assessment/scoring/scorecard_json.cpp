#include "assessment/journal/strict_json.hpp"
#include "assessment/scoring/scorecard.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

namespace shift311::scoring {
namespace {

using journal::BadJson;
using journal::JsonIn;
using journal::JsonOut;

constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

JsonOut from_finding(const Finding& finding) {
    JsonOut out;
    out.put("criterion", finding.criterion);
    out.put("competency", word(finding.competency));
    out.put("points", finding.points);
    out.put("possible", finding.possible);
    out.put("critical", finding.critical);
    out.put("evidence", std::vector<std::int64_t>(finding.evidence.begin(), finding.evidence.end()));
    out.put("why", finding.why);
    out.put("title", finding.title);
    return out;
}

Competency competency(const std::string& text) {
    for (const Competency one : kCompetencies) {
        if (word(one) == text) return one;
    }
    throw BadJson("\"competency\" cannot be " + journal::in_quotes(text) + ".");
}

journal::Seq to_seq(std::int64_t number) {
    return static_cast<journal::Seq>(number);
}
constexpr std::int64_t kMostSeq = std::numeric_limits<journal::Seq>::max();
constexpr std::int64_t kMostRevisions = std::numeric_limits<int>::max();

Finding to_finding(JsonIn& in) {
    Finding finding;
    finding.criterion = in.text("criterion");
    finding.competency = competency(in.text("competency"));
    finding.possible = in.number("possible", 0, kMost);
    finding.points = in.number("points", 0, finding.possible);
    finding.critical = in.flag("critical");
    for (const std::int64_t seq : in.numbers("evidence", 1, kMostSeq))
        finding.evidence.push_back(to_seq(seq));
    finding.why = in.text("why");
    finding.title = in.text("title");
    return finding;
}

JsonOut from_field(const FieldResult& field) {
    JsonOut out;
    out.put("label", field.label);
    out.put("expected", field.expected);
    out.put("written", field.written);
    out.put("credit", std::int64_t{field.credit});
    out.put("said", std::int64_t{field.said});
    out.put("written_at", std::int64_t{field.written_at});
    out.put("begun_after_ms", field.begun_after);
    out.put("written_after_ms", field.written_after);
    out.put("revisions", std::int64_t{field.revisions});
    return out;
}

FieldResult to_field(JsonIn& in) {
    FieldResult field;
    field.label = in.text("label");
    field.expected = in.text("expected");
    field.written = in.text("written");
    field.credit = static_cast<int>(in.number("credit", 0, 100));
    field.said = to_seq(in.number("said", 0, kMostSeq));
    field.written_at = to_seq(in.number("written_at", 0, kMostSeq));
    if (in.has("begun_after_ms")) field.begun_after = in.number("begun_after_ms", -1, kMost);
    if (in.has("written_after_ms")) field.written_after = in.number("written_after_ms", -1, kMost);
    if (in.has("revisions")) field.revisions = static_cast<int>(in.number("revisions", 0, kMostRevisions));
    return field;
}

JsonOut from_typing(const Typing& typing) {
    JsonOut out;
    out.put("ksph_gross", typing.ksph_gross);
    out.put("ksph_net", typing.ksph_net);
    out.put("uncorrected_permille", typing.uncorrected_permille);
    out.put("wpm", typing.wpm);
    out.put("keys", typing.keys);
    out.put("erased", typing.erased);
    out.put("active_ms", typing.active);
    out.put("corrected_permille", typing.corrected_permille);
    out.put("keys_per_character_permille", typing.keys_per_character_permille);
    out.put("elapsed_ms", typing.elapsed);
    return out;
}

Typing to_typing(JsonIn in) {
    Typing typing;
    typing.ksph_gross = in.number("ksph_gross", 0, kMost);
    typing.ksph_net = in.number("ksph_net", 0, kMost);
    typing.uncorrected_permille = in.number("uncorrected_permille", 0, 1000);
    typing.wpm = in.number("wpm", 0, kMost);
    typing.keys = in.number("keys", 0, kMost);
    typing.erased = in.number("erased", 0, kMost);
    typing.active = in.number("active_ms", 0, kMost);
    if (in.has("corrected_permille")) typing.corrected_permille = in.number("corrected_permille", 0, 1000);
    if (in.has("keys_per_character_permille"))
        typing.keys_per_character_permille = in.number("keys_per_character_permille", 0, kMost);
    if (in.has("elapsed_ms")) typing.elapsed = in.number("elapsed_ms", 0, kMost);
    in.finish();
    return typing;
}

JsonOut from_times(const Times& times) {
    JsonOut out;
    out.put("answer_ms", times.answer);
    out.put("handle_ms", times.handle);
    out.put("hold_ms", times.hold);
    out.put("wrap_ms", times.wrap);
    return out;
}

Times to_times(JsonIn in) {
    Times times{in.number("answer_ms", 0, kMost), in.number("handle_ms", 0, kMost), in.number("hold_ms", 0, kMost),
                in.number("wrap_ms", 0, kMost)};
    in.finish();
    return times;
}

Scorecard read_card(std::string_view json) {
    JsonIn in(json);
    Scorecard card;
    card.script = in.text("script");
    card.title = in.text("title");
    card.disposition = in.text("disposition");
    card.possible = in.number("possible", 0, kMost);
    card.points = in.number("points", 0, card.possible);
    card.passed = in.flag("passed");
    card.critical = in.texts("critical");
    for (auto& [name, object] : in.object_map("competencies")) {
        competency(name);
        Scorecard::Sum sum;
        sum.possible = object.number("possible", 0, kMost);
        sum.points = object.number("points", 0, sum.possible);
        object.finish();
        card.competencies[name] = sum;
    }
    for (JsonIn& object : in.objects("findings")) {
        card.findings.push_back(to_finding(object));
        object.finish();
    }
    card.typing = to_typing(in.object("typing"));
    card.times = to_times(in.object("times"));
    for (auto& [name, object] : in.object_map("fields")) {
        card.fields[name] = to_field(object);
        object.finish();
    }
    card.strength = in.text("strength");
    card.next = in.text("next");
    card.rubric = in.text("rubric");
    // Cards of earlier versions do not have what follows.
    if (in.has("rubric_hash")) card.rubric_hash = in.text("rubric_hash");
    if (in.has("spelling")) {
        JsonIn spelling = in.object("spelling");
        card.spelling.dictionary = spelling.text("dictionary");
        card.spelling.misspelled = spelling.texts("misspelled");
        spelling.finish();
    }
    in.finish();
    return card;
}

}  // namespace

std::string to_json(const Scorecard& card) {
    JsonOut out;
    out.put("script", card.script);
    out.put("title", card.title);
    out.put("disposition", card.disposition);
    out.put("points", card.points);
    out.put("possible", card.possible);
    out.put("passed", card.passed);
    out.put("critical", card.critical);
    JsonOut competencies;
    for (const auto& [name, sum] : card.competencies) {
        JsonOut object;
        object.put("points", sum.points);
        object.put("possible", sum.possible);
        competencies.put(name, std::move(object));
    }
    out.put("competencies", std::move(competencies));
    std::vector<JsonOut> findings;
    for (const Finding& finding : card.findings)
        findings.push_back(from_finding(finding));
    out.put("findings", std::move(findings));
    out.put("typing", from_typing(card.typing));
    out.put("times", from_times(card.times));
    JsonOut fields;
    for (const auto& [name, field] : card.fields)
        fields.put(name, from_field(field));
    out.put("fields", std::move(fields));
    out.put("strength", card.strength);
    out.put("next", card.next);
    out.put("rubric", card.rubric);
    out.put("rubric_hash", card.rubric_hash);
    JsonOut spelling;
    spelling.put("dictionary", card.spelling.dictionary);
    spelling.put("misspelled", card.spelling.misspelled);
    out.put("spelling", std::move(spelling));
    return out.line();
}

Scorecard card_from_json(std::string_view json) {
    try {
        return read_card(json);
    } catch (const BadJson& error) {
        throw std::runtime_error(std::string("Scorecard: ") + error.what());
    }
}

}  // namespace shift311::scoring
