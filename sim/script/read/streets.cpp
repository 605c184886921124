#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>
#include <map>

namespace shift311::script::read {
namespace {

/// Street names stand as the city writes them, so that they can be compared without guessing.
std::string read_street_name(Report& report, const Node& node) {
    const std::string name = read_text(report, node);
    for (const char c : name) {
        const bool good =
            (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '\'' || c == '.';
        if (good) continue;
        report.unread(node, "a street name is written in capitals, as in `S 42ND ST`; found " + named(name));
        break;
    }
    return name;
}

city::Block read_block(Report& report, const Node& node) {
    city::Block block;
    const Record record(report, node, keys::kBlock);
    block.low = static_cast<int>(record.integer("from", 0, 99'999));
    block.high = static_cast<int>(record.integer("to", 0, 99'999));
    const bool numbered = given(record.find("from")) && given(record.find("to"));
    if (numbered && block.low > block.high)
        report.unread(node, "the block runs from a higher house number to a lower one");
    if (const Node* cross = record.need("cross")) {
        if (cross->kind != Node::Kind::list || cross->children.size() != 2) {
            report.error(*cross, "expected the two cross streets, low end first; write \"\" at a dead end");
        } else {
            const auto corner = [&](const Node& item) {
                return item.kind == Node::Kind::text && item.quoted && item.text.empty()
                           ? std::string()
                           : read_street_name(report, item);
            };
            block.cross_low = corner(*cross->children[0]);
            block.cross_high = corner(*cross->children[1]);
        }
    }
    block.maintained_by = kMaintainers[record.word("maintained_by", kMaintainers, 0)];
    block.neighborhood = record.text_or("neighborhood", "");
    block.zip = record.text_or("zip", "");
    if (const Node* zip = record.find("zip"); zip != nullptr && !block.zip.empty()) {
        if (block.zip.size() != 5 ||
            !std::all_of(block.zip.begin(), block.zip.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            report.error(*zip, "a ZIP code has five digits, found " + named(block.zip));
        }
    }
    return block;
}

city::Street read_street(Report& report, const Node& node, std::map<std::string, int>& lines) {
    city::Street street;
    const Record record(report, node, keys::kStreet);
    const auto claim = [&](const Node& at, const std::string& name) {
        const auto [entry, fresh] = lines.emplace(name, at.line);
        if (!fresh && !name.empty()) {
            report.unread(at, "the street name " + named(name) + " is taken by line " + std::to_string(entry->second));
        }
    };
    if (const Node* name = record.need("name")) {
        street.name = read_street_name(report, *name);
        claim(*name, street.name);
    }
    if (const Node* aliases = record.find("aliases")) {
        for (const Node* alias : items_or_one(*aliases)) {
            street.aliases.push_back(read_street_name(report, *alias));
            claim(*alias, street.aliases.back());
        }
    }
    if (const Node* blocks = record.need("blocks")) {
        std::vector<std::pair<city::Block, const Node*>> placed;
        for_each_item(report, *blocks, [&](const Node& item) { placed.emplace_back(read_block(report, item), &item); });
        std::stable_sort(placed.begin(), placed.end(),
                         [](const auto& a, const auto& b) { return a.first.low < b.first.low; });
        const bool numbered = shows_values(*blocks, {"from", "to"});
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (i > 0 && numbered && placed[i].first.low <= placed[i - 1].first.high) {
                report.unread(*placed[i].second, "the block overlaps the one from " +
                                                     std::to_string(placed[i - 1].first.low) + " to " +
                                                     std::to_string(placed[i - 1].first.high));
            }
            street.blocks.push_back(std::move(placed[i].first));
        }
        if (is_empty_list(*blocks)) report.error(*blocks, "the list is empty");
    }
    return street;
}

std::string read_digits(Report& report, const Node& node, std::size_t digits) {
    if (node.kind != Node::Kind::text) return read_text(report, node);
    const std::string& text = node.text;
    if (text.size() != digits || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        report.unread(node, "expected " + std::to_string(digits) + " digits, found " + named(text));
    }
    return text;
}

city::Request read_request(Report& report, Source& source, const Node& node, std::map<std::string, int>& lines) {
    city::Request request;
    const Record record(report, node, keys::kRequest);
    if (const Node* reference = record.need("reference")) {
        request.reference = read_digits(report, *reference, 8);
        const auto [entry, fresh] = lines.emplace(request.reference, reference->line);
        if (!fresh && !request.reference.empty())
            report.error(*reference, "the reference is taken by line " + std::to_string(entry->second));
    }
    request.service = record.text("service");
    source.mention_all(Mention::What::service, record.find("service"));
    request.status = kStatuses[record.word("status", kStatuses, 0)];
    request.status_note = record.text_or("status_note", "");
    request.address = record.text("address");
    source.mention_all(Mention::What::address, record.find("address"));
    request.description = record.text_or("description", "");
    request.opened_days_ago = static_cast<int>(record.integer("opened_days_ago", 0, 3650));
    const Node* closed = record.find("closed_days_ago");
    if (closed != nullptr) {
        request.closed_days_ago = static_cast<int>(read_integer(report, *closed, 0, 3650));
        if (sound(closed) && given(record.find("opened_days_ago")) &&
            *request.closed_days_ago > request.opened_days_ago)
            report.error(*closed, "the request was closed before it was opened");
    }
    if (record.is_whole() && sound(record.find("status")) && (closed != nullptr) != (request.status == "closed")) {
        report.error(closed != nullptr ? *closed : node,
                     "a closed request has `closed_days_ago`, and an open one has not");
    }
    request.reporter = record.text_or("reporter", "");
    request.reporter_phone = record.text_or("reporter_phone", "");
    return request;
}

}  // namespace

void read_streets(Report& report, Source&, const Node& root, city::City& city) {
    const Record record(report, root, keys::kStreetsFile);
    const Node* list = record.need("streets");
    if (list == nullptr) return;
    std::map<std::string, int> lines;
    for_each_item(report, *list, [&](const Node& item) { city.streets.push_back(read_street(report, item, lines)); });
    std::stable_sort(city.streets.begin(), city.streets.end(),
                     [](const auto& a, const auto& b) { return a.name < b.name; });
}

void read_requests(Report& report, Source& source, const Node& root, city::City& city) {
    const Record record(report, root, keys::kRequestsFile);
    const Node* list = record.need("requests");
    if (list == nullptr) return;
    std::map<std::string, int> lines;
    for_each_item(report, *list,
                  [&](const Node& item) { city.requests.push_back(read_request(report, source, item, lines)); });
}

}  // namespace shift311::script::read
