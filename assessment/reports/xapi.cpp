#include "assessment/reports/xapi.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/name_uuid.hpp"
#include "assessment/reports/set_aside.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

namespace shift311::reports {
namespace {

using nlohmann::json;

constexpr std::string_view kSpace = "886c5f44-df08-53e4-93ed-741a0f4f1d4b";
constexpr std::string_view kVerbs = "http://adlnet.gov/expapi/verbs/";

std::string statement_id(const std::string& name) {
    return name_uuid(kSpace, name);
}

/// A part of an IRI: letters, digits and -._~ stay, all else is written in percent.
std::string iri_part(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return out.empty() ? "unnamed" : out;
}

/// RFC 3339 with milliseconds; nothing for what is no stamp of ours.
std::optional<std::string> timestamp(const std::string& stamp) {
    const bool ours = stamp.size() == 20 && stamp[4] == '-' && stamp[7] == '-' && stamp[10] == 'T' &&
                      stamp[13] == ':' && stamp[16] == ':' && stamp.back() == 'Z';
    if (!ours) return std::nullopt;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U, 11U, 12U, 14U, 15U, 17U, 18U}) {
        if (stamp[at] < '0' || stamp[at] > '9') return std::nullopt;
    }
    return stamp.substr(0, 19) + ".000Z";
}

json agent(std::string_view home, const std::string& account) {
    return {{"objectType", "Agent"}, {"account", {{"homePage", home}, {"name", account}}}};
}

json verb(const std::string& word) {
    return {{"id", std::string(kVerbs) + word}, {"display", {{"en-US", word}}}};
}

json activity(const std::string& id, const std::string& type, const std::string& name) {
    json definition{{"type", "http://adlnet.gov/expapi/activities/" + type}};
    if (!name.empty()) definition["name"] = {{"en-US", name}};
    return {{"objectType", "Activity"}, {"id", id}, {"definition", definition}};
}

json bare_activity(const std::string& id) {
    return {{"objectType", "Activity"}, {"id", id}};
}

std::string line(const json& statement) {
    return statement.dump(-1, ' ', false, json::error_handler_t::replace);
}

json voiding(const std::string& voided, std::string_view home, const std::string& by, const std::string& at) {
    json out{{"id", statement_id("void " + voided)},
             {"actor", agent(home, by)},
             {"verb", verb("voided")},
             {"object", {{"objectType", "StatementRef"}, {"id", voided}}}};
    if (const auto when = timestamp(at)) out["timestamp"] = *when;
    return out;
}

/// What one judging made of the whole attempt.
struct Judged {
    scoring::Points points = 0, possible = 0;
    bool passed = false;
    bool whole = false;
    std::vector<std::string> critical;   ///< criteria
    std::vector<std::string> corrected;  ///< "2/field.location": contact and criterion
    std::vector<std::string> rubrics;
    std::string made;
    bool same(const Judged& other) const {
        return points == other.points && possible == other.possible && passed == other.passed &&
               critical == other.critical && corrected == other.corrected;
    }
};

/// As a trainer corrected it; false when this card has no such finding. The sentences of critical errors are not told
/// in statements, so only whether there is one is kept up.
bool correct(scoring::Scorecard& card, const standing::Override& change, const std::map<std::string, int>& percents) {
    const auto finding = std::find_if(card.findings.begin(), card.findings.end(),
                                      [&](const auto& it) { return it.criterion == change.criterion; });
    if (finding == card.findings.end()) return false;
    card.points += change.points - finding->points;
    finding->points = change.points;
    finding->critical = change.critical;
    const bool clean =
        std::none_of(card.findings.begin(), card.findings.end(), [](const auto& it) { return it.critical; });
    const auto least = percents.find(card.rubric_hash);
    const bool enough =
        least == percents.end() ? card.passed : scoring::percent(card.points, card.possible) >= least->second;
    card.passed = clean && enough;
    return true;
}

/// Of every contact the newest card that is not newer than the `judging`th, with the first `changes` corrections made.
Judged judged(const XapiAttempt& attempt, int judging, std::size_t changes) {
    std::map<journal::ContactId, const records::StoredCard*> newest;
    for (const records::StoredCard& card : attempt.cards) {
        if (card.number <= judging) newest[card.contact] = &card;
    }
    Judged out;
    std::map<journal::ContactId, records::StoredCard> corrected;
    for (std::size_t i = 0; i < changes; ++i) {
        const standing::Override& change = attempt.changes[i];
        const auto card = newest.find(change.contact);
        if (card == newest.end()) continue;
        const auto place = corrected.try_emplace(change.contact, *card->second).first;
        if (!correct(place->second.card, change, attempt.pass_percents)) continue;
        const std::string named = fmt::format("{}/{}", change.contact, change.criterion);
        if (std::find(out.corrected.begin(), out.corrected.end(), named) == out.corrected.end())
            out.corrected.push_back(named);
    }
    std::map<journal::ContactId, const records::StoredCard*> cards = newest;
    for (const auto& [contact, card] : corrected)
        cards[contact] = &card;
    bool all = !cards.empty();
    for (const auto& [contact, card] : cards) {
        out.points += card->card.points;
        out.possible += card->card.possible;
        all = all && card->card.passed;
        for (const scoring::Finding& finding : card->card.findings) {
            if (finding.critical) out.critical.push_back(finding.criterion);
        }
        if (std::find(out.rubrics.begin(), out.rubrics.end(), card->rubric) == out.rubrics.end())
            out.rubrics.push_back(card->rubric);
        out.made = std::max(out.made, card->made);
    }
    out.whole = !attempt.row.ended.empty() && attempt.row.why != "set_aside" && !cards.empty() &&
                static_cast<int>(cards.size()) >= attempt.row.contacts;
    out.passed = out.whole && all;
    return out;
}

std::string purpose_of(const journal::Head& head) {
    return head.purpose.empty() ? "practice" : head.purpose == "exam" ? "certification" : head.purpose;
}

json attempt_statement(const XapiAttempt& attempt, const Judged& judged, const std::string& id, const std::string& when,
                       std::string_view home_page) {
    const std::string home(home_page);
    const journal::Head& head = attempt.head;
    const bool decided = judged.whole && judged.possible > 0;
    json out{{"id", id},
             {"actor", agent(home_page, attempt.row.person)},
             {"verb", verb(!decided        ? "attempted"
                           : judged.passed ? "passed"
                                           : "failed")},
             {"object", activity(home + "/shift/" + iri_part(head.shift), "simulation",
                                 head.title.empty() ? head.shift : head.title)}};
    json result{{"completion", judged.whole}};
    if (decided) result["success"] = judged.passed;
    if (decided)
        result["score"] = {
            {"scaled", static_cast<double>((judged.points * 20000 + judged.possible) / (2 * judged.possible)) / 10000},
            {"raw", static_cast<double>(judged.points) / 100},
            {"min", 0},
            {"max", static_cast<double>(judged.possible) / 100}};
    if (!attempt.row.ended.empty()) result["duration"] = iso_duration(attempt.length);
    json scoring{{"engine", head.program}, {"seed", std::to_string(head.seed)}, {"content-hash", head.content_hash}};
    scoring["rubrics"] = judged.rubrics;
    result["extensions"] = {{home + "/xapi/ext/critical-errors", judged.critical},
                            {home + "/xapi/ext/scoring", scoring},
                            {home + "/xapi/ext/level", head.level}};
    if (!judged.corrected.empty()) result["extensions"][home + "/xapi/ext/corrected"] = judged.corrected;
    out["result"] = std::move(result);
    json activities{{"category", json::array({bare_activity(home + "/mode/" + iri_part(purpose_of(head)))})}};
    std::string registration = attempt.row.id;
    if (!head.form.empty()) {
        activities["parent"] = json::array({bare_activity(home + "/exam/" + iri_part(head.form))});
        registration = statement_id("form " + head.form);
    }
    out["context"] = {{"registration", statement_id("registration " + registration)},
                      {"platform", "shift311"},
                      {"language", "en-US"},
                      {"contextActivities", activities}};
    if (const auto at = timestamp(when)) out["timestamp"] = *at;
    return out;
}

std::map<std::string, int> pass_percents(const records::Store& store, const std::vector<records::StoredCard>& cards) {
    std::map<std::string, int> out;
    for (const records::StoredCard& card : cards) {
        const std::string& hash = card.card.rubric_hash;
        if (hash.empty() || out.count(hash) != 0) continue;
        if (hash == scoring::kPracticeHash) out[hash] = scoring::Rubric().pass_percent;
        try {
            if (const auto kept = records::kept_rubric(store, hash))
                out[hash] = scoring::rubric_from_json(*kept).pass_percent;
        } catch (const std::runtime_error&) {
            continue;  // not readable by this program: as if it were not kept
        }
    }
    return out;
}

bool sound_home(std::string_view home) {
    const bool scheme = home.substr(0, 8) == "https://" || home.substr(0, 7) == "http://";
    if (!scheme || home.back() == '/' || home.size() > 500) return false;
    return std::all_of(home.begin(), home.end(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' && c != '`' &&
               c != '{' && c != '|' && c != '}' && c != '@';
    });
}

}  // namespace

std::string iso_duration(journal::Millis length) {
    const auto hundredths = std::max<journal::Millis>(length, 0) / 10;
    const auto hours = hundredths / 360'000;
    const auto minutes = hundredths / 6'000 % 60;
    const auto seconds = hundredths / 100 % 60;
    const auto rest = hundredths % 100;
    std::string out = "PT";
    if (hours > 0) out += fmt::format("{}H", hours);
    if (minutes > 0) out += fmt::format("{}M", minutes);
    if (rest > 0)
        out += rest % 10 == 0 ? fmt::format("{}.{}S", seconds, rest / 10) : fmt::format("{}.{:02}S", seconds, rest);
    else if (seconds > 0 || out == "PT")
        out += fmt::format("{}S", seconds);
    return out;
}

std::vector<std::string> xapi_attempt(const XapiAttempt& attempt, std::string_view home) {
    int judgings = 1;
    for (const records::StoredCard& card : attempt.cards)
        judgings = std::max(judgings, card.number);
    const std::string& when = attempt.row.ended.empty() ? attempt.row.began : attempt.row.ended;
    std::string id = statement_id("attempt " + attempt.row.id + (attempt.row.ended.empty() ? " begun" : ""));
    Judged before = judged(attempt, 1, 0);
    std::vector<std::string> out{line(attempt_statement(attempt, before, id, when, home))};
    for (int judging = 2; judging <= judgings; ++judging) {
        Judged now = judged(attempt, judging, 0);
        if (now.same(before)) continue;
        out.push_back(line(voiding(id, home, attempt.row.station, now.made)));
        id = statement_id(fmt::format("attempt {} judged {}", attempt.row.id, judging));
        out.push_back(line(attempt_statement(attempt, now, id, when, home)));
        before = std::move(now);
    }
    for (std::size_t i = 0; i < attempt.changes.size(); ++i) {
        Judged now = judged(attempt, judgings, i + 1);
        if (now.same(before)) continue;
        const standing::Override& change = attempt.changes[i];
        out.push_back(line(voiding(id, home, change.by.empty() ? attempt.row.station : change.by, change.at)));
        id = statement_id(fmt::format("attempt {} corrected {}", attempt.row.id, change.id));
        out.push_back(line(attempt_statement(attempt, now, id, when, home)));
        before = std::move(now);
    }
    return out;
}

std::vector<std::string> xapi_events(const XapiPerson& person, std::string_view home_page) {
    const std::string home(home_page);
    std::vector<std::string> out;
    std::map<std::string, std::string> signed_before;  // form -> statement
    for (const standing::Event& event : person.events) {
        const bool opened = event.kind == "exam_opened";
        const bool signed_off = event.kind == "signed_off";
        if (!opened && !signed_off) continue;
        const std::string id = statement_id("event " + event.id);
        if (signed_off) {
            const auto before = signed_before.find(event.form);
            if (before != signed_before.end())
                out.push_back(
                    line(voiding(before->second, home_page, event.by.empty() ? "unknown" : event.by, event.at)));
            signed_before[event.form] = id;
        }
        const bool certified = event.outcome == "certified";
        json statement{{"id", id},
                       {"actor", agent(home_page, person.person)},
                       {"verb", verb(opened      ? "attempted"
                                     : certified ? "passed"
                                                 : "failed")},
                       {"object", activity(home + "/program/" + iri_part(event.program) + "/certification",
                                           "assessment", "Certification " + event.program)}};
        if (signed_off)
            statement["result"] = {{"success", certified},
                                   {"completion", true},
                                   {"extensions", {{home + "/xapi/ext/signed-code", event.code}}}};
        json context{{"registration", statement_id("registration " + statement_id("form " + event.form))},
                     {"platform", "shift311"},
                     {"language", "en-US"},
                     {"contextActivities",
                      {{"category", json::array({bare_activity(home + "/mode/certification")})},
                       {"grouping", json::array({bare_activity(home + "/exam/" + iri_part(event.form))})}}}};
        if (!event.by.empty()) context["instructor"] = agent(home_page, event.by);
        statement["context"] = std::move(context);
        if (const auto at = timestamp(event.at)) statement["timestamp"] = *at;
        out.push_back(line(statement));
    }
    return out;
}

std::string export_xapi(const records::Store& store, const std::string& attempt, std::string_view home,
                        std::vector<std::string>* set_aside) {
    if (!sound_home(home))
        throw std::invalid_argument(
            "\"" + std::string(home) +
            "\" cannot name activities; give an address such as https://training.example.gov/311, "
            "without a slash at its end.");
    std::string out;
    const auto add = [&](const std::vector<std::string>& lines) {
        for (const std::string& one : lines)
            out += one + "\n";
    };
    std::set<std::string> overridden;
    for (const records::Entry& entry : store.entries("override", {}, attempt))
        overridden.insert(entry.attempt);
    const auto add_attempt = [&](const records::AttemptRow& row) {
        const journal::Journal journal = store.journal(row.id);
        const journal::Millis length = journal.events.empty() ? 0 : journal.events.back().at;
        XapiAttempt whole{row, journal.head, length, store.all_scorecards(row.id), {}, {}};
        if (overridden.count(row.id)) whole.changes = records::overrides_of(store, row.id);
        if (!whole.changes.empty()) whole.pass_percents = pass_percents(store, whole.cards);
        add(xapi_attempt(whole, home));
    };
    if (!attempt.empty()) {
        add_attempt(store.attempt(attempt));
        return out;
    }
    std::vector<std::string> unread;
    for (const records::AttemptRow& row : store.attempts())
        unless_damaged(unread, row.id, [&] { add_attempt(row); });
    if (set_aside != nullptr) *set_aside = std::move(unread);
    for (const records::Person& person : store.people())
        add(xapi_events({person.id, records::events_of(store, person.id)}, home));
    return out;
}

}  // namespace shift311::reports
