// Reads single values: each is of the type that is wanted, or its mistake is reported.
#pragma once

#include "sim/city/city.hpp"
#include "sim/script/read/report.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

/// "a text", "a list": for messages.
std::string_view kind_name(const Node& node);

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
