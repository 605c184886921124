#include "sim/script/read/record.hpp"

#include "sim/script/read/sound.hpp"

#include <algorithm>

namespace shift311::script::read {
Record::Record(Report& report, const Node& node, Keys keys) : report_(report), node_(node), keys_(keys) {
    if (node.kind != Node::Kind::map) {
        report.unread(node, "expected keys with values here, found " + std::string(kind_name(node)));
        return;
    }
    is_map_ = true;
    std::vector<std::pair<std::string_view, std::size_t>> wrong;
    for (std::size_t i = 0; i < node.children.size() && !report.full(); i += 2) {
        const Node& key = *node.children[i];
        if (key.told) continue;
        if (key.kind != Node::Kind::text) {
            report.error(key, "a key must be a word, found " + std::string(kind_name(key)));
            continue;
        }
        const auto found = std::find(keys.begin(), keys.end(), key.text);
        if (found == keys.end()) {
            const std::vector<std::string_view> known(keys.begin(), keys.end());
            report.unread(key, "unknown key " + named(key.text), did_you_mean(key.text, known));
            wrong.emplace_back(nearest(key.text, known), i);
            continue;
        }
        const Node*& slot = values_[static_cast<std::size_t>(found - keys.begin())];
        if (slot == nullptr) slot = node.children[i + 1];
    }
    // A key that is written wrong is told once: its value is read as what was meant, and is not missing.
    for (const auto& [key, i] : wrong) {
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (found == keys.end()) continue;
        const Node*& slot = values_[static_cast<std::size_t>(found - keys.begin())];
        if (slot != nullptr) continue;
        slot = node.children[i + 1];
        node.children[i]->meant = *found;
    }
}

const Node* Record::find(std::string_view key) const {
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nullptr : values_[static_cast<std::size_t>(found - keys_.begin())];
}

const Node* Record::need(std::string_view key) const {
    const Node* value = find(key);
    if (value == nullptr && is_whole()) report_.error(node_, "the key " + named(key) + " is missing");
    return value;
}

std::string Record::text(std::string_view key) const {
    const Node* value = need(key);
    return value == nullptr ? std::string() : read_text(report_, *value);
}

std::string Record::text_or(std::string_view key, std::string_view fallback) const {
    const Node* value = find(key);
    if (value == nullptr) return std::string(fallback);
    return read_text(report_, *value);
}

std::vector<std::string> Record::texts(std::string_view key) const {
    const Node* value = find(key);
    return value == nullptr ? std::vector<std::string>() : read_texts(report_, *value);
}

std::vector<std::string> Record::need_texts(std::string_view key) const {
    const Node* value = need(key);
    if (value == nullptr) return {};
    std::vector<std::string> texts = read_texts(report_, *value);
    if (is_empty_list(*value)) report_.unread(*value, "the list is empty");
    return texts;
}

std::int64_t Record::integer(std::string_view key, std::int64_t low, std::int64_t high) const {
    const Node* value = need(key);
    return value == nullptr ? low : read_integer(report_, *value, low, high);
}

std::int64_t Record::integer_or(std::string_view key, std::int64_t low, std::int64_t high,
                                std::int64_t fallback) const {
    const Node* value = find(key);
    return value == nullptr ? fallback : read_integer(report_, *value, low, high);
}

bool Record::flag_or(std::string_view key, bool fallback) const {
    const Node* value = find(key);
    return value == nullptr ? fallback : read_flag(report_, *value);
}

std::optional<Millis> Record::duration(std::string_view key, Millis low, Millis high) const {
    const Node* value = find(key);
    return value == nullptr ? std::nullopt : read_duration(report_, *value, low, high);
}

std::size_t Record::word(std::string_view key, const std::vector<std::string_view>& words, std::size_t fallback) const {
    const Node* value = find(key);
    return value == nullptr ? fallback : read_word(report_, *value, words, fallback);
}

std::size_t Record::need_word(std::string_view key, const std::vector<std::string_view>& words) const {
    const Node* value = need(key);
    return value == nullptr ? 0 : read_word(report_, *value, words, 0);
}

}  // namespace shift311::script::read
