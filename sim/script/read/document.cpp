#include "sim/script/read/document.hpp"

#include "sim/script/read/bytes.hpp"
#include "sim/script/read/parsing.hpp"
#include "sim/script/read/report.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>

namespace shift311::script::read {
namespace {

constexpr const char* kTooLarge = "the file is larger than 1 MiB";

/// Where a key stands among the children of a map.
std::optional<std::size_t> place_of(const Node* map, std::string_view key) {
    std::optional<std::size_t> meant;
    if (map == nullptr || map->kind != Node::Kind::map) return meant;
    for (std::size_t i = 0; i + 1 < map->children.size(); i += 2) {
        const Node& one = *map->children[i];
        if (one.kind == Node::Kind::text && one.text == key) return i;
        if (!meant && one.meant == key) meant = i;
    }
    return meant;
}

/// What a key holds that is given again: the first is read, and what only the second has is added to it.
void join_again(Node& first, const Node& second) {
    first.unread = true;
    if (first.kind != Node::Kind::map || second.kind != Node::Kind::map) {
        first.partial = true;
        return;
    }
    for (std::size_t i = 0; i + 1 < second.children.size(); i += 2) {
        if (child(&first, second.children[i]->text) != nullptr) continue;
        first.children.push_back(second.children[i]);
        first.children.push_back(second.children[i + 1]);
    }
}

void check_doubled_keys(Document& document, std::vector<Issue>& issues) {
    constexpr int kMost = 50;
    int found = 0;
    std::vector<std::pair<Node*, Node*>> keys;  // with their values
    for (Node& node : document.nodes) {
        if (node.kind != Node::Kind::map) continue;
        keys.clear();
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            if (node.children[i]->kind == Node::Kind::text && !node.children[i]->told)
                keys.emplace_back(node.children[i], node.children[i + 1]);
        }
        std::stable_sort(keys.begin(), keys.end(),
                         [](const auto& a, const auto& b) { return a.first->text < b.first->text; });
        std::size_t first = 0;
        for (std::size_t i = 1; i < keys.size(); ++i) {
            const Node& key = *keys[i].first;
            if (key.text != keys[first].first->text) {
                first = i;
                continue;
            }
            if (key.parent != &node) continue;  // joined from a second one, and told there
            Issue issue = issue_at(document.file, key.line,
                                   position(document.bytes, offset_of(document.bytes, key.line, key.column)).second,
                                   "the key " + named(key.text) + " is given twice; the first is on line " +
                                       std::to_string(keys[first].first->line));
            issue.path = path_of(key);
            issues.push_back(std::move(issue));
            join_again(*keys[first].second, *keys[i].second);
            if (++found == kMost) return;
        }
    }
}

}  // namespace

std::string path_of(const Node& node) {
    if (node.parent == nullptr) return {};
    const Node& parent = *node.parent;
    const auto found = std::find(parent.children.begin(), parent.children.end(), &node);
    const auto index = static_cast<std::size_t>(found - parent.children.begin());
    std::string path = path_of(parent);
    if (parent.kind == Node::Kind::list) return path + "[" + std::to_string(index) + "]";
    const Node& key = *parent.children[index - index % 2];
    if (!path.empty()) path += ".";
    const std::string name = named(key.text);
    return path + name.substr(1, name.size() - 2);
}

const Node* child(const Node* map, std::string_view key) {
    const std::optional<std::size_t> at = place_of(map, key);
    return at ? map->children[*at + 1] : nullptr;
}

const Node* key_of(const Node* map, std::string_view key) {
    const std::optional<std::size_t> at = place_of(map, key);
    return at ? map->children[*at] : nullptr;
}

std::unique_ptr<Document> parse(std::string bytes, const std::string& file, std::vector<Issue>& issues) {
    auto document = std::make_unique<Document>();
    document->file = file;
    document->bytes = std::move(bytes);
    if (document->bytes.starts_with("\xEF\xBB\xBF")) document->bytes.erase(0, 3);  // the mark some editors put first
    if (document->bytes.size() > kLargestFile) {
        issues.push_back(issue_at(file, 1, 1, kTooLarge));
        return document;
    }
    read_yaml(*document, issues);
    check_doubled_keys(*document, issues);
    return document;
}

std::unique_ptr<Document> load(const std::string& file, std::vector<Issue>& issues) {
    const auto refused = [&](const char* why) {
        issues.push_back(issue_at(file, 1, 1, why));
        auto document = std::make_unique<Document>();
        document->file = file;
        return document;
    };
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return refused(errno == ENOENT ? "there is no such file" : "the file may not be read");
    if (!S_ISREG(status.st_mode)) return refused("this is no regular file");
    if (static_cast<std::uint64_t>(status.st_size) > kLargestFile) return refused(kTooLarge);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refused("the file may not be read");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return parse(std::move(bytes), file, issues);
}

}  // namespace shift311::script::read
