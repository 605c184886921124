// What nearly every file reads, read once for the builds that only tests use.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace shift311::support {

/// Never called: clang makes here, once, what reading and writing JSON is made of.
inline std::string json_once(const std::string& text) {
    nlohmann::json json = nlohmann::json::parse(text);
    json["text"] = text;
    json["number"] = 1;
    json.push_back(true);
    return json.dump(2) + json.at("text").get<std::string>() + json.value("other", std::string());
}

}  // namespace shift311::support
