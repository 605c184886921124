#include "assessment/journal/event.hpp"

#include <array>
#include <cstddef>

namespace shift311::journal {

Act::Act() = default;
Act::Act(const Act& other) = default;
Act::Act(Act&& other) noexcept = default;
Act& Act::operator=(const Act& other) = default;
Act& Act::operator=(Act&& other) noexcept = default;
Act::~Act() = default;
namespace {

using namespace std::string_view_literals;

// In the order of the enumerations.
constexpr std::array kChannels{"phone"sv, "walk_in"sv, "email"sv, "fax"sv, "web"sv, "radio"sv};
constexpr std::array kMoods{"furious"sv, "angry"sv, "annoyed"sv, "uneasy"sv, "calm"sv, "content"sv};
constexpr std::array kAcdStates{"available"sv, "on_contact"sv, "wrap_up"sv, "on_break"sv};
constexpr std::array kCatalogs{"requests"sv, "near"sv, "articles"sv, "directory"sv};

template <class Enum, std::size_t N>
std::string_view word_in(const std::array<std::string_view, N>& words, Enum value) {
    const auto at = static_cast<std::size_t>(value);
    return at < N ? words[at] : std::string_view{};
}

template <class Enum, std::size_t N>
bool read_from(const std::array<std::string_view, N>& words, std::string_view word, Enum& value) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == word) {
            value = static_cast<Enum>(i);
            return true;
        }
    }
    return false;
}

}  // namespace

std::string_view name_of(const Event& event) {
    return std::visit([](const auto& act) { return act.kName; }, event.act);
}

std::string_view word(Channel channel) {
    return word_in(kChannels, channel);
}
std::string_view word(Mood mood) {
    return word_in(kMoods, mood);
}
std::string_view word(AcdState state) {
    return word_in(kAcdStates, state);
}
std::string_view word(Catalog catalog) {
    return word_in(kCatalogs, catalog);
}

bool read_word(std::string_view word, Channel& channel) {
    return read_from(kChannels, word, channel);
}
bool read_word(std::string_view word, Mood& mood) {
    return read_from(kMoods, word, mood);
}
bool read_word(std::string_view word, AcdState& state) {
    return read_from(kAcdStates, word, state);
}
bool read_word(std::string_view word, Catalog& catalog) {
    return read_from(kCatalogs, word, catalog);
}

}  // namespace shift311::journal
