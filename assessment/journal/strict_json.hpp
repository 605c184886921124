// JSON objects read and written key by key: nothing missing, nothing unknown, no other type, the same bytes every time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::journal {

/// What is wrong with a JSON text, as one sentence without a capital or place: `"seq" is missing.`
struct BadJson : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Collects one object; keys come out sorted.
class JsonOut {
  public:
    JsonOut();
    ~JsonOut();
    JsonOut(JsonOut&&) noexcept;
    JsonOut& operator=(JsonOut&&) noexcept;

    void put(std::string_view key, bool value);
    void put(std::string_view key, std::int64_t value);
    void put(std::string_view key, std::uint64_t value);
    void put(std::string_view key, std::string_view value);
    void put(std::string_view key, const char* value) { put(key, std::string_view(value)); }  // never as a bool
    void put(std::string_view key, const std::vector<std::string>& value);
    void put(std::string_view key, const std::vector<std::int64_t>& value);
    void put(std::string_view key, const std::map<std::string, std::string>& value);
    void put(std::string_view key, JsonOut&& object);
    void put(std::string_view key, std::vector<JsonOut>&& objects);
    /// One line without a line feed. Throws BadJson when a text is not UTF-8.
    std::string line() const;

  private:
    struct Object;
    std::unique_ptr<Object> object_;
};

/// Takes one object apart; every getter throws BadJson when the key is missing or of another type.
class JsonIn {
  public:
    explicit JsonIn(std::string_view line);
    ~JsonIn();
    JsonIn(JsonIn&&) noexcept;
    JsonIn& operator=(JsonIn&&) noexcept;

    bool has(std::string_view key) const;
    bool flag(std::string_view key);
    /// A whole number no smaller than `least` and no larger than `most`.
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most);
    std::uint64_t big_number(std::string_view key);
    std::string text(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::vector<std::int64_t> numbers(std::string_view key, std::int64_t least, std::int64_t most);
    std::map<std::string, std::string> text_map(std::string_view key);
    JsonIn object(std::string_view key);
    std::vector<JsonIn> objects(std::string_view key);
    std::map<std::string, JsonIn> object_map(std::string_view key);
    /// Throws when the object holds a key that nobody asked for.
    void finish() const;

  private:
    struct Object;
    explicit JsonIn(std::unique_ptr<Object> object);
    std::unique_ptr<Object> object_;
};

/// `text` in quotes for a message, cut short when it is long.
std::string in_quotes(std::string_view text);

}  // namespace shift311::journal
