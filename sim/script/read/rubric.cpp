// A rubric file: what every criterion is worth, the limits that apply, and the channels on which it is judged.
#include "assessment/scoring/rubric.hpp"

#include "assessment/journal/event.hpp"
#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <array>

namespace shift311::script::read {
namespace {

constexpr std::array kChannels{journal::Channel::phone, journal::Channel::walk_in, journal::Channel::email,
                               journal::Channel::fax,   journal::Channel::web,     journal::Channel::radio};

/// The keys of one group, in the order of the table.
std::vector<std::string_view> keys_of(std::string_view group) {
    std::vector<std::string_view> keys;
    for (const scoring::RubricValue& value : scoring::rubric_values()) {
        if (value.group == group) keys.push_back(value.key);
    }
    return keys;
}

/// Every value must be there: nobody should have to guess what a rubric judges by.
void read_group(Report& report, const Node& node, std::string_view group, scoring::Rubric& rubric) {
    const std::vector<std::string_view> keys = keys_of(group);
    const Record record(report, node, keys);
    if (!record.is_map()) return;
    for (const scoring::RubricValue& value : scoring::rubric_values()) {
        if (value.group != group || record.need(value.key) == nullptr) continue;
        if (value.time) {
            rubric.*(value.member) = record.duration(value.key, value.least, value.most).value_or(0);
        } else {
            rubric.*(value.member) = record.integer(value.key, value.least, value.most);
        }
    }
}

std::vector<std::string_view> criteria() {
    std::vector<std::string_view> ids;
    for (const scoring::CriterionKind& kind : scoring::criterion_kinds()) {
        ids.push_back(kind.id);
        const std::string_view family = kind.id.substr(0, kind.id.find('.'));
        if (std::find(ids.begin(), ids.end(), family) == ids.end()) ids.push_back(family);
    }
    return ids;
}

void read_applies(Report& report, const Node& node, scoring::Rubric& rubric) {
    const std::vector<std::string_view> known = criteria();
    std::vector<std::string_view> words;
    for (const journal::Channel channel : kChannels)
        words.push_back(journal::word(channel));
    rubric.applies.clear();
    for_each_entry(report, node, [&](const Node& key, const Node& value) {
        if (std::find(known.begin(), known.end(), key.text) == known.end()) {
            report.error(key, "there is no criterion " + named(key.text), did_you_mean(key.text, known));
            return;
        }
        std::vector<journal::Channel>& channels = rubric.applies[key.text];
        for (const Node* item : items_or_one(value)) {
            const journal::Channel channel = kChannels.at(read_word(report, *item, words, 0));
            if (!sound(item)) continue;
            if (std::find(channels.begin(), channels.end(), channel) != channels.end()) {
                report.error(*item, "the channel " + named(item->text) + " stands here twice");
                continue;
            }
            channels.push_back(channel);
        }
        if (is_empty_list(value)) report.error(value, "the list is empty: a criterion applies to at least one channel");
        std::sort(channels.begin(), channels.end());
    });
}

void read(Report& report, const Node& root, scoring::Rubric& rubric) {
    const Record record(report, root, keys::kRubric);
    if (!record.is_map()) return;
    rubric.id = record.text("rubric");
    if (const Node* id = record.find("rubric"); id != nullptr && !rubric.id.empty())
        check_id(report, *id, rubric.id, true);
    rubric.version = record.text("version");
    rubric.title = record.text("title");
    rubric.pass_percent = static_cast<int>(record.integer("pass_percent", 1, 100));
    if (const Node* points = record.need("points")) {
        const Record groups(report, *points, keys::kRubricPoints);
        for (const std::string_view group : keys::kRubricPoints) {
            if (!groups.is_map()) break;
            if (const Node* node = groups.need(group)) read_group(report, *node, group, rubric);
        }
        scoring::Points sum = 0;
        for (const scoring::RubricValue& value : scoring::rubric_values()) {
            if (value.group != "limits") sum += rubric.*(value.member);
        }
        if (sum == 0 && sound(points)) report.error(*points, "nothing is worth any points, so everybody would pass");
    }
    if (const Node* limits = record.need("limits")) read_group(report, *limits, "limits", rubric);
    rubric.abuse = record.texts("abuse");
    rubric.applies.clear();
    if (const Node* applies = record.find("applies")) read_applies(report, *applies, rubric);
}

}  // namespace

scoring::Rubric read_rubric(const std::string& file, std::vector<Issue>& issues, std::string* given) {
    const std::size_t before = issues.size();
    const std::unique_ptr<Document> document = load(file, issues);
    scoring::Rubric rubric;
    rubric.id.clear();
    rubric.hash.clear();
    if (document->root != nullptr) {
        Report report(*document, issues);
        read(report, *document->root, rubric);
    }
    const bool faulty = std::any_of(issues.begin() + static_cast<std::ptrdiff_t>(before), issues.end(),
                                    [](const Issue& issue) { return issue.severity == Issue::Severity::error; });
    if (given != nullptr) *given = rubric.id;
    // Nothing is scored under a rubric with a fault, so it is not handed on at all.
    if (faulty)
        rubric.id.clear();
    else
        rubric.hash = hash_of_bytes(scoring::to_json(rubric));
    return rubric;
}

}  // namespace shift311::script::read
