#include "sim/shift/pace.hpp"

#include "assessment/text/normal.hpp"

#include <algorithm>

namespace shift311::shift {

Millis listen(Run& run, Millis now) {
    constexpr Millis kBegins = 500;  // long enough for an answer to begin, too short for anything else to be awaited
    constexpr int kTurns = 20;       // callers who talk to themselves are heard out some other time
    const ContactId id = run.state().active;
    for (int turn = 0; turn < kTurns; ++turn) {
        const Contact* contact = find_contact(run.state(), id);
        if (!contact) return now;
        const std::size_t lines = contact->lines.size();
        now = std::max({now, contact->trainee_until, contact->caller_until, contact->target_until});
        run.advance(now + kBegins);
        now = std::max(now, run.state().at);
        contact = find_contact(run.state(), id);
        if (contact->lines.size() == lines) return now;
    }
    return now;
}

std::optional<Refusal> type(Run& run, const std::string& field, const std::string& text, bool append, Millis& now) {
    std::string value;
    if (const Contact* contact = active_contact(run.state())) value = field_value(*contact, field);
    std::u32string keys = text::code_points(text);
    if (append && !value.empty()) keys.insert(keys.begin(), U' ');
    if (!append && !value.empty()) {
        now += kKeyTakes;  // select all, delete
        value.clear();
        if (auto refusal = run.submit(Edit{field, value, "", 0, 1, false}, now)) return refusal;
    }
    for (const char32_t point : keys) {
        const std::string key = text::utf8(std::u32string(1, point));
        value += key;
        now += kKeyTakes;
        if (auto refusal = run.submit(Edit{field, value, key, 1, 0, false}, now)) return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> choose(Run& run, const std::string& field, const std::string& value, Millis& now) {
    now += kKeyTakes * static_cast<Millis>(text::code_points(value).size());
    return run.submit(Edit{field, value, value, 0, 0, true}, now);
}

}  // namespace shift311::shift
