// Reads the values of a map that has a fixed set of keys: every unknown key, missing key and wrong type is reported.
#pragma once

#include "sim/script/read/values.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

using Keys = std::span<const std::string_view>;

class Record {
  public:
    /// Goes through the map once; a `node` that is no map is reported and leaves the record empty.
    Record(Report& report, const Node& node, Keys keys);
    bool is_map() const { return is_map_; }
    /// A map in which nothing can stand that was not read: what is not found is missing.
    bool is_whole() const { return is_map_ && !node_.partial; }
    const Node& node() const { return node_; }
    /// The value under one of the keys; null when the author left it out.
    const Node* find(std::string_view key) const;
    /// The same; its absence is an error, unless the key may stand in what could not be read.
    const Node* need(std::string_view key) const;

    std::string text(std::string_view key) const;  ///< required, not empty
    std::string text_or(std::string_view key, std::string_view fallback) const;
    std::vector<std::string> texts(std::string_view key) const;  ///< optional: one text or a list of them
    std::vector<std::string> need_texts(std::string_view key) const;
    std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high) const;
    std::int64_t integer_or(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback) const;
    bool flag_or(std::string_view key, bool fallback) const;
    std::optional<Millis> duration(std::string_view key, Millis low, Millis high) const;
    /// Position of the value in `words`; absent or wrong (reported): `fallback`.
    std::size_t word(std::string_view key, const std::vector<std::string_view>& words, std::size_t fallback) const;
    std::size_t need_word(std::string_view key, const std::vector<std::string_view>& words) const;

  private:
    static constexpr std::size_t kMostKeys = 32;
    Report& report_;
    const Node& node_;
    Keys keys_;
    std::array<const Node*, kMostKeys> values_{};
    bool is_map_ = false;
};

}  // namespace shift311::script::read
