// Reads the values of a map that has a fixed set of keys: every unknown key, missing key and wrong type is reported.
#pragma once

#include "sim/city/city.hpp"
#include "sim/script/read/report.hpp"

#include <array>
#include <functional>
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
    const Node& node() const { return node_; }
    /// The value under one of the keys; null when the author left it out.
    const Node* find(std::string_view key) const;
    /// The same; its absence is an error.
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

/// One value each; what is wrong is reported, and an empty value comes back.
std::string read_text(Report& report, const Node& node);
std::vector<std::string> read_texts(Report& report, const Node& node);
std::int64_t read_integer(Report& report, const Node& node, std::int64_t low, std::int64_t high);
bool read_flag(Report& report, const Node& node);
std::optional<Millis> read_duration(Report& report, const Node& node, Millis low, Millis high);
std::size_t read_word(Report& report, const Node& node, const std::vector<std::string_view>& words,
                      std::size_t fallback);
std::optional<city::Date> read_date(Report& report, const Node& node);
/// Reports a shape that ids do not have: `dashes` for files and services ("pothole-tire"), else underscores
/// ("ask_name").
bool check_id(Report& report, const Node& node, std::string_view id, bool dashes);

/// False, and reported, when a list or map of a script is longer than anybody writes by hand.
bool few(Report& report, const Node& node, std::size_t most = 200);

/// Every entry of a map with free keys, or every item of a list; a wrong type is reported.
void for_each_entry(Report& report, const Node& node,
                    const std::function<void(const Node& key, const Node& value)>& use);
void for_each_item(Report& report, const Node& node, const std::function<void(const Node& item)>& use);
/// The items of a list of texts, or a single text, as nodes.
std::vector<const Node*> items_or_one(const Node& node);

}  // namespace shift311::script::read
