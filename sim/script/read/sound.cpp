#include "sim/script/read/sound.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

/// True for a map in which some key could not be read or is none of the known ones.
bool hides_keys(const Node& map) {
    if (map.partial) return true;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
        const Node& key = *map.children[i];
        if (key.told || key.unread || key.kind != Node::Kind::text) return true;
    }
    return false;
}

/// The section, or null when it is left out; `hidden` when nothing can be said about it.
const Node* section_of(const Node* root, std::string_view section, bool& hidden) {
    hidden = root == nullptr || root->kind != Node::Kind::map;
    if (hidden) return nullptr;
    const Node* found = child(root, section);
    if (found == nullptr) hidden = hides_keys(*root);
    return found;
}

}  // namespace

bool sound(const Node* node) {
    if (node == nullptr) return true;
    if (node->told || node->unread || node->partial) return false;
    return std::all_of(node->children.begin(), node->children.end(), [](const Node* inner) { return sound(inner); });
}

bool sound(std::initializer_list<const Node*> nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [](const Node* node) { return sound(node); });
}

bool given(const Node* node) {
    return node != nullptr && sound(node);
}

bool is_empty_list(const Node& node) {
    return node.kind == Node::Kind::list && node.children.empty() && !node.partial && !node.told;
}

bool shows_keys(const Node* root, std::string_view section) {
    bool hidden = false;
    const Node* map = section_of(root, section, hidden);
    if (map == nullptr) return !hidden;
    return map->kind == Node::Kind::map && !map->told && !hides_keys(*map);
}

bool shows_values(const Node& list, std::initializer_list<std::string_view> keys, bool needed) {
    if (list.kind != Node::Kind::list || list.told || list.partial) return false;
    return std::all_of(list.children.begin(), list.children.end(), [&](const Node* item) {
        if (item->kind != Node::Kind::map || item->told) return false;
        return std::all_of(keys.begin(), keys.end(), [&](std::string_view key) {
            const Node* value = child(item, key);
            return value == nullptr ? !needed && !hides_keys(*item) : sound(value);
        });
    });
}

bool shows_values(const Node* root, std::string_view section, std::initializer_list<std::string_view> keys,
                  bool needed) {
    bool hidden = false;
    const Node* list = section_of(root, section, hidden);
    return list == nullptr ? !hidden : shows_values(*list, keys, needed);
}

}  // namespace shift311::script::read
