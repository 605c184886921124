#include "assessment/journal/codec.hpp"

#include "assessment/journal/strict_json.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace shift311::journal {
namespace {

// One list of keys a kind of event, walked by the writer and by the reader alike, so that the two cannot drift apart.
// Const or not, the walked struct is `E`.
template <class Walk, class E>
void walk(Walk&& key, E& e) {
    using T = std::remove_const_t<E>;
    if constexpr (std::is_same_v<T, AcdChanged>) {
        key("state", e.state);
    } else if constexpr (std::is_same_v<T, Paused>) {
        key("why", e.why), key("lost", e.lost);
    } else if constexpr (std::is_same_v<T, ShiftEnded>) {
        key("why", e.why);
    } else if constexpr (std::is_same_v<T, Arrived>) {
        key("script", e.script), key("title", e.title), key("channel", e.channel), key("from", e.from);
        key("subject", e.subject), key("body", e.body), key("tells", e.tells), key("mood", e.mood), key("cue", e.cue);
    } else if constexpr (std::is_same_v<T, Ended>) {
        key("by", e.by), key("why", e.why);
    } else if constexpr (std::is_same_v<T, Wrapped>) {
        key("disposition", e.disposition);
    } else if constexpr (std::is_same_v<T, CallerSaid>) {
        key("text", e.text), key("lasts", e.lasts), key("why", e.why), key("beat", e.beat), key("tells", e.tells);
        key("answers", e.answers), key("cue", e.cue), key("again", e.again), key("hangs_up", e.hangs_up);
    } else if constexpr (std::is_same_v<T, TraineeSaid>) {
        key("text", e.text), key("lasts", e.lasts), key("heard", e.heard), key("over_caller", e.over_caller);
    } else if constexpr (std::is_same_v<T, MoodChanged>) {
        key("from", e.from), key("to", e.to), key("why", e.why), key("beat", e.beat);
        key("answers", e.answers);
    } else if constexpr (std::is_same_v<T, ServiceChosen>) {
        key("service", e.service);
    } else if constexpr (std::is_same_v<T, FieldEdited>) {
        key("field", e.field), key("value", e.value), key("inserted", e.inserted);
        key("keys", e.keys), key("erased", e.erased), key("pasted", e.pasted);
    } else if constexpr (std::is_same_v<T, LookedUp>) {
        key("where", e.where), key("query", e.query), key("found", e.found);
    } else if constexpr (std::is_same_v<T, Opened>) {
        key("where", e.where), key("id", e.id);
    } else if constexpr (std::is_same_v<T, TransferBegan>) {
        key("target", e.target), key("warm", e.warm);
    } else if constexpr (std::is_same_v<T, TransferAnswered>) {
        key("target", e.target), key("text", e.text), key("lasts", e.lasts);
    } else if constexpr (std::is_same_v<T, Filed>) {
        key("reference", e.reference), key("service", e.service), key("fields", e.fields), key("due", e.due);
    } else if constexpr (std::is_same_v<T, RequestChanged>) {
        key("reference", e.reference), key("how", e.how);
    } else if constexpr (std::is_same_v<T, Replied>) {
        key("text", e.text), key("heard", e.heard);
    } else if constexpr (std::is_same_v<T, VignetteShown>) {
        key("id", e.id), key("text", e.text), key("number", e.number);
    } else if constexpr (std::is_same_v<T, VignetteAnswered>) {
        key("id", e.id), key("answer", e.answer), key("told", e.told);
    } else if constexpr (std::is_same_v<T, PromptShown>) {
        key("id", e.id), key("text", e.text), key("field", e.field), key("lasts", e.lasts);
    } else if constexpr (std::is_same_v<T, Head>) {
        key("format", e.format), key("attempt", e.attempt), key("station", e.station), key("trainee", e.trainee);
        key("shift", e.shift), key("title", e.title), key("city", e.city), key("date", e.date);
        key("starts_at_minute", e.starts_at_minute), key("level", e.level), key("seed", e.seed);
        key("content_hash", e.content_hash), key("city_hash", e.city_hash);
        key("program", e.program), key("began", e.began);
        // Journals written before there were exams hold neither.
        key.unless_empty("purpose", e.purpose), key.unless_empty("form", e.form);
    } else {
        static_assert(std::is_empty_v<T>, "an event with fields needs its keys written here");
    }
}

struct Write {
    JsonOut& out;
    template <class T>
    void operator()(std::string_view key, const T& value) const {
        if constexpr (std::is_enum_v<T>) {
            out.put(key, word(value));
        } else if constexpr (std::is_same_v<T, int>) {
            out.put(key, std::int64_t{value});
        } else {
            out.put(key, value);
        }
    }
    void unless_empty(std::string_view key, const std::string& value) const {
        if (!value.empty()) out.put(key, value);
    }
};

struct Read {
    JsonIn& in;
    void operator()(std::string_view key, std::string& value) const { value = in.text(key); }
    void operator()(std::string_view key, bool& value) const { value = in.flag(key); }
    void operator()(std::string_view key, std::uint64_t& value) const { value = in.big_number(key); }
    void operator()(std::string_view key, std::vector<std::string>& value) const { value = in.texts(key); }
    void operator()(std::string_view key, std::map<std::string, std::string>& value) const { value = in.text_map(key); }
    void operator()(std::string_view key, Millis& value) const {
        value = in.number(key, 0, std::numeric_limits<Millis>::max());
    }
    void operator()(std::string_view key, int& value) const {
        value = static_cast<int>(in.number(key, 0, std::numeric_limits<int>::max()));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view key, Enum& value) const {
        const std::string text = in.text(key);
        if (!read_word(text, value)) throw BadJson(in_quotes(key) + " cannot be " + in_quotes(text) + ".");
    }
    void unless_empty(std::string_view key, std::string& value) const {
        if (!in.has(key)) return;
        value = in.text(key);
        if (value.empty()) throw BadJson(in_quotes(key) + " is empty.");
    }
};

template <std::size_t I = 0>
Act read_act(std::string_view name, JsonIn& in) {
    if constexpr (I == std::variant_size_v<ActKinds>) {
        throw BadJson("the act " + in_quotes(name) + " is unknown.");
    } else {
        using T = std::variant_alternative_t<I, ActKinds>;
        if (name != T::kName) return read_act<I + 1>(name, in);
        T act;
        walk(Read{in}, act);
        return act;
    }
}

Event read_event(std::string_view line) {
    JsonIn in(line);
    Event event;
    event.seq = static_cast<Seq>(in.number("seq", 1, std::numeric_limits<Seq>::max()));
    Read{in}("at", event.at);
    event.contact = static_cast<ContactId>(in.number("contact", 0, std::numeric_limits<ContactId>::max()));
    event.act = read_act(in.text("act"), in);
    in.finish();
    return event;
}

Head read_head(std::string_view line) {
    JsonIn in(line);
    Head head;
    // Before anything else: a newer format may have other keys.
    Read{in}("format", head.format);
    if (head.format > kFormat) {
        throw BadJson("the journal has format " + std::to_string(head.format) + ", and this program reads up to " +
                      std::to_string(kFormat) + ".");
    }
    if (head.format < 1) throw BadJson("the journal has format " + std::to_string(head.format) + ", which never was.");
    walk(Read{in}, head);
    in.finish();
    return head;
}

template <class Do>
auto naming(std::string_view place, Do&& work) {
    try {
        return work();
    } catch (const BadJson& error) {
        throw BadJournal(std::string(place) + ": " + error.what());
    }
}

}  // namespace

std::string to_json(const Head& head) {
    return naming("Journal head", [&] {
        JsonOut out;
        walk(Write{out}, head);
        return out.line();
    });
}

std::string to_json(const Event& event) {
    return naming("Event " + std::to_string(event.seq), [&] {
        JsonOut out;
        out.put("seq", std::int64_t{event.seq});
        out.put("at", event.at);
        out.put("contact", std::int64_t{event.contact});
        out.put("act", name_of(event));
        std::visit([&out](const auto& act) { walk(Write{out}, act); }, event.act);
        return out.line();
    });
}

Head head_from_json(std::string_view line) {
    return naming("Journal head", [&] { return read_head(line); });
}

Event event_from_json(std::string_view line) {
    return naming("Event", [&] { return read_event(line); });
}

std::string to_json_lines(const Journal& journal) {
    std::string lines = to_json(journal.head) + '\n';
    for (const Event& event : journal.events)
        lines += to_json(event) + '\n';
    return lines;
}

Journal from_json_lines(std::string_view text) {
    if (text.empty()) throw BadJournal("Line 1: the journal is empty.");
    Journal journal;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        naming("Line " + std::to_string(number), [&] {
            if (number == 1) {
                journal.head = read_head(line);
                return;
            }
            Event event = read_event(line);
            if (event.seq != number - 1) {
                throw BadJson("event number " + std::to_string(event.seq) + " stands where " +
                              std::to_string(number - 1) + " belongs.");
            }
            if (!journal.events.empty() && event.at < journal.events.back().at) {
                throw BadJson("time goes back from " + std::to_string(journal.events.back().at) + " to " +
                              std::to_string(event.at) + " ms.");
            }
            journal.events.push_back(std::move(event));
        });
    }
    return journal;
}

}  // namespace shift311::journal
