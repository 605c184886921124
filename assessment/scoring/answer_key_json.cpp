#include "assessment/journal/strict_json.hpp"
#include "assessment/scoring/answer_key.hpp"

#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace shift311::scoring {
namespace {

using journal::BadJson;
using journal::JsonIn;
using journal::JsonOut;
using namespace std::string_view_literals;

constexpr std::array kFieldKinds{"address"sv, "phone"sv, "name"sv, "date"sv, "choice"sv, "number"sv, "text"sv};
constexpr auto kMost = std::numeric_limits<std::int64_t>::max();

template <class T, class Make>
std::vector<JsonOut> written(const std::vector<T>& list, Make make) {
    std::vector<JsonOut> objects;
    for (const T& item : list)
        objects.push_back(make(item));
    return objects;
}

JsonOut from_field(const FieldKey& field) {
    JsonOut out;
    out.put("field", field.field);
    out.put("label", field.label);
    out.put("kind", kFieldKinds.at(static_cast<std::size_t>(field.kind)));
    out.put("expected", field.expected);
    out.put("accept", field.accept);
    out.put("real_streets", field.real_streets);
    out.put("fact", field.fact);
    out.put("place", field.place);
    return out;
}

JsonOut from_content(const Content& content) {
    JsonOut out;
    out.put("what", content.what);
    out.put("any", content.any);
    if (!content.contradicts.empty()) out.put("contradicts", content.contradicts);
    if (!content.forbidden.empty()) out.put("forbidden", content.forbidden);
    return out;
}

JsonOut from_step(const Step& step) {
    JsonOut out;
    out.put("id", step.id);
    out.put("label", step.label);
    return out;
}

JsonOut from_chance(const AnswerKey::Chance& chance) {
    JsonOut out;
    out.put("after", chance.after);
    out.put("any", chance.any);
    return out;
}

FieldKey to_field(JsonIn& in) {
    FieldKey field;
    field.field = in.text("field");
    field.label = in.text("label");
    const std::string kind = in.text("kind");
    std::size_t i = 0;
    while (i < kFieldKinds.size() && kFieldKinds.at(i) != kind)
        ++i;
    if (i == kFieldKinds.size()) throw BadJson("\"kind\" cannot be " + journal::in_quotes(kind) + ".");
    field.kind = static_cast<text::FieldKind>(i);
    field.expected = in.text("expected");
    field.accept = in.texts("accept");
    field.real_streets = in.texts("real_streets");
    field.fact = in.text("fact");
    field.place = in.flag("place");
    return field;
}

template <class T, class Make>
std::vector<T> read(JsonIn& in, std::string_view key, Make make) {
    std::vector<T> list;
    for (JsonIn& object : in.objects(key)) {
        list.push_back(make(object));
        object.finish();
    }
    return list;
}

std::vector<std::string> texts_if_any(JsonIn& in, std::string_view key) {
    return in.has(key) ? in.texts(key) : std::vector<std::string>{};
}

Content to_content(JsonIn& in) {
    return {in.text("what"), in.texts("any"), texts_if_any(in, "contradicts"), texts_if_any(in, "forbidden")};
}
Step to_step(JsonIn& in) {
    return {in.text("id"), in.text("label")};
}
AnswerKey::Chance to_chance(JsonIn& in) {
    return {in.text("after"), in.texts("any")};
}

AnswerKey read_key(std::string_view json) {
    JsonIn in(json);
    AnswerKey key;
    key.script = in.text("script");
    key.title = in.text("title");
    const std::string channel = in.text("channel");
    if (!journal::read_word(channel, key.channel))
        throw BadJson("\"channel\" cannot be " + journal::in_quotes(channel) + ".");
    if (in.has("language")) key.language = in.text("language");
    key.level = static_cast<int>(in.number("level", 1, 4));
    if (in.has("family")) key.family = in.text("family");
    key.duties = in.texts("duties");
    key.disposition = in.text("disposition");
    key.service = in.text("service");
    key.reference = in.text("reference");
    key.target = in.text("target");
    key.warm = in.flag("warm");
    if (in.has("emergency")) {
        JsonIn emergency = in.object("emergency");
        key.emergency = Emergency{emergency.text("cue"), emergency.text("target"), emergency.number("within", 0, kMost),
                                  emergency.flag("warm")};
        emergency.finish();
    }
    key.fields = read<FieldKey>(in, "fields", to_field);
    key.narrative = read<Content>(in, "narrative", to_content);
    key.reply = read<Content>(in, "reply", to_content);
    key.articles = in.texts("articles");
    key.steps = read<Step>(in, "steps", to_step);
    key.never = read<Step>(in, "never", to_step);
    if (in.has("unsafe")) key.unsafe = read<Step>(in, "unsafe", to_step);
    key.secrets = in.texts("secrets");
    key.due = in.text("due");
    key.chances = read<AnswerKey::Chance>(in, "chances", to_chance);
    key.facts_asked = in.texts("facts_asked");
    JsonIn limits = in.object("limits");
    key.limits.answer = limits.number("answer", 0, kMost);
    key.limits.handle = limits.number("handle", 0, kMost);
    key.limits.hold = limits.number("hold", 0, kMost);
    key.limits.wrap = limits.number("wrap", 0, kMost);
    limits.finish();
    in.finish();
    return key;
}

}  // namespace

std::string to_json(const AnswerKey& key) {
    JsonOut out;
    out.put("script", key.script);
    out.put("title", key.title);
    out.put("channel", journal::word(key.channel));
    if (!key.language.empty()) out.put("language", key.language);
    out.put("level", std::int64_t{key.level});
    if (!key.family.empty()) out.put("family", key.family);
    out.put("duties", key.duties);
    out.put("disposition", key.disposition);
    out.put("service", key.service);
    out.put("reference", key.reference);
    out.put("target", key.target);
    out.put("warm", key.warm);
    if (key.emergency) {
        JsonOut emergency;
        emergency.put("cue", key.emergency->cue);
        emergency.put("target", key.emergency->target);
        emergency.put("within", key.emergency->within);
        emergency.put("warm", key.emergency->warm);
        out.put("emergency", std::move(emergency));
    }
    out.put("fields", written(key.fields, from_field));
    out.put("narrative", written(key.narrative, from_content));
    out.put("reply", written(key.reply, from_content));
    out.put("articles", key.articles);
    out.put("steps", written(key.steps, from_step));
    out.put("never", written(key.never, from_step));
    if (!key.unsafe.empty()) out.put("unsafe", written(key.unsafe, from_step));
    out.put("secrets", key.secrets);
    out.put("due", key.due);
    out.put("chances", written(key.chances, from_chance));
    out.put("facts_asked", key.facts_asked);
    JsonOut limits;
    limits.put("answer", key.limits.answer);
    limits.put("handle", key.limits.handle);
    limits.put("hold", key.limits.hold);
    limits.put("wrap", key.limits.wrap);
    out.put("limits", std::move(limits));
    return out.line();
}

AnswerKey key_from_json(std::string_view json) {
    try {
        return read_key(json);
    } catch (const BadJson& error) {
        throw std::runtime_error(std::string("Answer key: ") + error.what());
    }
}

}  // namespace shift311::scoring
