#include "assessment/journal/strict_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace shift311::journal {
namespace {

using nlohmann::json;

/// nlohmann's parser lets the last of two equal keys win; a record that says two things is refused instead.
class Once : public nlohmann::json_sax<json> {
  public:
    json root;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }  // no text holds any
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        const auto [at, added] = open_.back()->get_ref<json::object_t&>().try_emplace(std::move(name));
        if (!added) throw BadJson("the key " + in_quotes(at->first) + " stands there twice.");
        member_ = &at->second;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
        if (const auto* bad = dynamic_cast<const json::parse_error*>(&error)) throw *bad;
        throw BadJson("this is not JSON that can be read.");  // a number beyond every range
    }

  private:
    json& put(json&& value) {
        json* place = &root;
        if (!open_.empty() && open_.back()->is_array()) {
            open_.back()->push_back(std::move(value));
            return open_.back()->back();
        }
        if (!open_.empty()) place = member_;
        *place = std::move(value);
        return *place;
    }
    template <class Value>
    bool put(Value&& value) {
        put(json(std::forward<Value>(value)));
        return true;
    }
    bool open(json&& value) {
        open_.push_back(&put(std::move(value)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    std::vector<json*> open_;  ///< from the outermost; nothing is added beside one before it is closed
    json* member_ = nullptr;   ///< whose key was read last
};

json parse_once(std::string_view line) {
    Once read;
    try {
        json::sax_parse(line.begin(), line.end(), &read);
        return std::move(read.root);
    } catch (const json::parse_error& error) {
        try {
            (void)json(std::string(line)).dump();
        } catch (const json::type_error&) {
            throw BadJson("the text is not valid UTF-8.");
        }
        throw BadJson("this is not JSON, from character " + std::to_string(error.byte) + " on.");
    } catch (const json::exception&) {  // a number beyond every range
        throw BadJson("this is not JSON that can be read.");
    }
}

[[noreturn]] void wrong_type(std::string_view key, const char* wanted) {
    throw BadJson(in_quotes(key) + " should be " + wanted + ".");
}

std::string text_of(std::string_view key, const json& value, const char* wanted) {
    if (!value.is_string()) wrong_type(key, wanted);
    return value.get<std::string>();
}

std::int64_t number_of(std::string_view key, const json& value, std::int64_t least, std::int64_t most,
                       const char* wanted) {
    if (!value.is_number_integer()) wrong_type(key, wanted);
    const bool too_large = value.is_number_unsigned() &&
                           value.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()};
    const std::int64_t number = too_large ? std::numeric_limits<std::int64_t>::max() : value.get<std::int64_t>();
    if (too_large || number < least || number > most) {
        throw BadJson(in_quotes(key) + " should lie between " + std::to_string(least) + " and " + std::to_string(most) +
                      ".");
    }
    return number;
}

}  // namespace

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kMost = 60;
    if (text.size() <= kMost) return '"' + std::string(text) + '"';
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;  // not inside a character
    return '"' + std::string(text.substr(0, end)) + "...\"";
}

// ---- writing -------------------------------------------------------------------------------------------------------

struct JsonOut::Object {
    json value = json::object();
};

JsonOut::JsonOut() : object_(std::make_unique<Object>()) {}
JsonOut::~JsonOut() = default;
JsonOut::JsonOut(JsonOut&&) noexcept = default;
JsonOut& JsonOut::operator=(JsonOut&&) noexcept = default;

void JsonOut::put(std::string_view key, bool value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, std::int64_t value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, std::uint64_t value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, std::string_view value) {
    object_->value[std::string(key)] = std::string(value);
}
void JsonOut::put(std::string_view key, const std::vector<std::string>& value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, const std::vector<std::int64_t>& value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, const std::map<std::string, std::string>& value) {
    object_->value[std::string(key)] = value;
}
void JsonOut::put(std::string_view key, JsonOut&& object) {
    object_->value[std::string(key)] = std::move(object.object_->value);
}
void JsonOut::put(std::string_view key, std::vector<JsonOut>&& objects) {
    json list = json::array();
    for (JsonOut& object : objects)
        list.push_back(std::move(object.object_->value));
    object_->value[std::string(key)] = std::move(list);
}

std::string JsonOut::line() const {
    try {
        return object_->value.dump();
    } catch (const json::type_error&) {
        throw BadJson("a text to be written is not valid UTF-8.");
    }
}

// ---- reading -------------------------------------------------------------------------------------------------------

struct JsonIn::Object {
    json value;
    std::vector<const json*> asked;  ///< few: looked through in finish

    const json& at(std::string_view key) {
        const auto& members = value.get_ref<const json::object_t&>();
        const auto found = members.find(std::string(key));
        if (found == members.end()) throw BadJson(in_quotes(key) + " is missing.");
        asked.push_back(&found->second);
        return found->second;
    }
};

JsonIn::JsonIn(std::string_view line) : object_(std::make_unique<Object>(Object{parse_once(line), {}})) {
    if (!object_->value.is_object()) throw BadJson("this is JSON, but not an object.");
}
JsonIn::JsonIn(std::unique_ptr<Object> object) : object_(std::move(object)) {}
JsonIn::~JsonIn() = default;
JsonIn::JsonIn(JsonIn&&) noexcept = default;
JsonIn& JsonIn::operator=(JsonIn&&) noexcept = default;

bool JsonIn::has(std::string_view key) const {
    return object_->value.contains(std::string(key));
}

bool JsonIn::flag(std::string_view key) {
    const json& value = object_->at(key);
    if (!value.is_boolean()) wrong_type(key, "true or false");
    return value.get<bool>();
}

std::int64_t JsonIn::number(std::string_view key, std::int64_t least, std::int64_t most) {
    return number_of(key, object_->at(key), least, most, "a whole number");
}

std::uint64_t JsonIn::big_number(std::string_view key) {
    const json& value = object_->at(key);
    if (!value.is_number_unsigned()) wrong_type(key, "a whole number of 0 or more");
    return value.get<std::uint64_t>();
}

std::string JsonIn::text(std::string_view key) {
    return text_of(key, object_->at(key), "a text");
}

std::vector<std::string> JsonIn::texts(std::string_view key) {
    constexpr auto kWanted = "a list of texts";
    const json& value = object_->at(key);
    if (!value.is_array()) wrong_type(key, kWanted);
    std::vector<std::string> list;
    for (const json& item : value)
        list.push_back(text_of(key, item, kWanted));
    return list;
}

std::vector<std::int64_t> JsonIn::numbers(std::string_view key, std::int64_t least, std::int64_t most) {
    constexpr auto kWanted = "a list of whole numbers";
    const json& value = object_->at(key);
    if (!value.is_array()) wrong_type(key, kWanted);
    std::vector<std::int64_t> list;
    for (const json& item : value)
        list.push_back(number_of(key, item, least, most, kWanted));
    return list;
}

std::map<std::string, std::string> JsonIn::text_map(std::string_view key) {
    constexpr auto kWanted = "an object of texts";
    const json& value = object_->at(key);
    if (!value.is_object()) wrong_type(key, kWanted);
    std::map<std::string, std::string> map;
    for (const auto& [name, item] : value.items())
        map[name] = text_of(key, item, kWanted);
    return map;
}

JsonIn JsonIn::object(std::string_view key) {
    const json& value = object_->at(key);
    if (!value.is_object()) wrong_type(key, "an object");
    return JsonIn(std::make_unique<Object>(Object{value, {}}));
}

std::vector<JsonIn> JsonIn::objects(std::string_view key) {
    constexpr auto kWanted = "a list of objects";
    const json& value = object_->at(key);
    if (!value.is_array()) wrong_type(key, kWanted);
    std::vector<JsonIn> list;
    for (const json& item : value) {
        if (!item.is_object()) wrong_type(key, kWanted);
        list.push_back(JsonIn(std::make_unique<Object>(Object{item, {}})));
    }
    return list;
}

std::map<std::string, JsonIn> JsonIn::object_map(std::string_view key) {
    constexpr auto kWanted = "an object of objects";
    const json& value = object_->at(key);
    if (!value.is_object()) wrong_type(key, kWanted);
    std::map<std::string, JsonIn> map;
    for (const auto& [name, item] : value.items()) {
        if (!item.is_object()) wrong_type(key, kWanted);
        map.emplace(name, JsonIn(std::make_unique<Object>(Object{item, {}})));
    }
    return map;
}

void JsonIn::finish() const {
    for (const auto& [name, item] : object_->value.items()) {
        if (std::find(object_->asked.begin(), object_->asked.end(), &item) == object_->asked.end())
            throw BadJson("the key " + in_quotes(name) + " is unknown here.");
    }
}

}  // namespace shift311::journal
