// A content file as a tree of values that know where they stand; the one place where YAML is parsed.
#pragma once

#include "sim/script/read/reader.hpp"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

/// One value of a file: nothing, a text, a list or a map.
struct Node {
    enum class Kind { nothing, text, list, map };
    Kind kind = Kind::nothing;
    bool quoted = false;  ///< a text in quotes or a block: never a number, a yes or a no
    bool flow = false;    ///< a list or map in brackets
    /// What is wrong with the value is told already; it can't be read, and nothing more is said about it.
    bool told = false;
    /// A list or map that may hold more than could be read: nothing is missing in it for sure.
    bool partial = false;
    /// Reading the value failed, so that nothing may be judged by it.
    mutable bool unread = false;
    /// Of a key that is written wrong: the key it is read as; empty for any other.
    mutable std::string_view meant;
    int line = 0;    ///< 1-based
    int column = 0;  ///< 1-based, in bytes
    std::string text;
    std::vector<Node*> children;  ///< of a list: its items; of a map: key, value, key, value ...
    Node* parent = nullptr;
};

/// "facts.location.told_by[0]": where the value stands in its document.
std::string path_of(const Node& node);
/// The value under a key of a map, or under one that is read as this key; null when there is none, or when `map` is
/// null or no map.
const Node* child(const Node* map, std::string_view key);
/// The same for the key itself.
const Node* key_of(const Node* map, std::string_view key);

struct Document {
    std::string file;
    std::string bytes;
    std::deque<Node> nodes;      ///< owns every value; addresses stay
    const Node* root = nullptr;  ///< null when nothing of the file could be read
};

/// Files larger than this are no scripts.
inline constexpr std::size_t kLargestFile = 1024 * 1024;
/// Values nested deeper than this are no scripts.
inline constexpr int kDeepest = 24;

/// Parse `bytes`; what YAML allows and our format does not (anchors, tags, several documents, doubled keys ...) becomes
/// issues. What is no YAML becomes an issue too, and is left out, so that the rest can be read.
std::unique_ptr<Document> parse(std::string bytes, const std::string& file, std::vector<Issue>& issues);
/// The same for a file; one that cannot be opened is an issue.
std::unique_ptr<Document> load(const std::string& file, std::vector<Issue>& issues);

}  // namespace shift311::script::read
