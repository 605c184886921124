#include "assessment/scoring/wording.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/script_reader.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

/// The fact whose value is the same text, blanks still open; `{where}` and `{where.address}` are the same.
std::string fact_of_value(const Script& script, const std::string& value) {
    const auto whole = [&](std::string text) {
        for (const auto& [id, vary] : script.vary) {
            const char* part = vary.from == Vary::From::block     ? ".address"
                               : vary.from == Vary::From::request ? ".reference"
                                                                  : nullptr;
            if (part != nullptr && text == "{" + id + "}") text = "{" + id + part + "}";
        }
        return text;
    };
    const std::string wanted = whole(value);
    for (const Fact& fact : script.facts) {
        if (whole(fact.value) == wanted) return fact.id;
    }
    return {};
}

}  // namespace

std::vector<ExpectedContent> ScriptReader::contents(const Record& record, std::string_view key) {
    std::vector<ExpectedContent> contents;
    const Node* list = record.find(key);
    if (list == nullptr) return contents;
    for_each_item(report, *list, [&](const Node& item) {
        const Record content(report, item, keys::kContent);
        ExpectedContent& added = contents.emplace_back();
        added.what = need_line(content, "what");
        content.need("any");
        added.any = lines(content, "any");
        if (const Node* any = content.find("any"); any != nullptr && is_empty_list(*any))
            report.unread(*any, "the list is empty");
        added.contradicts = lines(content, "contradicts");
        added.forbidden = lines(content, "forbidden");
        // What is right must not be held against anybody: a wording that holds the wrong one could never be written.
        for (const char* name : {"contradicts", "forbidden"}) {
            const Node* wrong = content.find(name);
            if (wrong == nullptr) continue;
            for (const Node* wording : items_or_one(*wrong)) {
                for (const std::string& right : added.any) {
                    if (wording->text.empty() || !scoring::mentions(right, wording->text)) continue;
                    report.error(*wording, named(wording->text) + " stands in the right wording " + named(right) +
                                               ", so whoever writes that would lose points for it");
                }
            }
        }
    });
    return contents;
}

void ScriptReader::read_fields(const Node& node) {
    if (!few(report, node)) return;
    for_each_entry(report, node, [&](const Node& key, const Node& value) {
        ExpectedField& field = draft.script.expect.fields.emplace_back();
        draft.field_nodes.push_back(&value);
        field.field = key.text;
        field.place = report.place(key);
        if (value.kind != Node::Kind::map) {
            mention_blanks(report, draft.source, value, Mention::What::blank);
            field.value = read_text(report, value);
        } else {
            const Record record(report, value, keys::kExpectedField);
            field.value = need_line(record, "value");
            field.accept = lines(record, "accept");
            field.fact = record.text_or("fact", "");
            draft.source.mention_all(Mention::What::fact, record.find("fact"));
            if (const Node* kind = record.find("kind"))
                field.kind = kFieldKinds[read_word(report, *kind, kFieldKinds, 6)];
        }
        if (field.fact.empty()) field.fact = fact_of_value(draft.script, field.value);
    });
}

void ScriptReader::read_limits(const Node& node) {
    Expect& expect = draft.script.expect;
    constexpr Millis kLongest = 3'600'000;
    const Record record(report, node, keys::kLimits);
    expect.answer_limit = record.duration("answer", 1000, kLongest);
    expect.handle_limit = record.duration("handle", 1000, kLongest);
    expect.hold_limit = record.duration("hold", 1000, kLongest);
    expect.wrap_limit = record.duration("wrap", 1000, kLongest);
}

void ScriptReader::read_expect(const Node& node) {
    Expect& expect = draft.script.expect;
    const Record record(report, node, keys::kExpect);
    const std::size_t chosen = record.need_word("disposition", kDispositions);
    if (given(record.find("disposition"))) expect.disposition = kDispositions[chosen];
    expect.service = record.text_or("service", "");
    draft.source.mention_all(Mention::What::service, record.find("service"));
    expect.request = line(record, "request");
    expect.target = record.text_or("target", "");
    draft.source.mention_all(Mention::What::destination, record.find("target"));
    expect.warm = record.word("transfer", kTransfers, 0) == 1;
    if (const Node* fields = record.find("fields")) read_fields(*fields);
    expect.narrative = contents(record, "narrative");
    expect.reply = contents(record, "reply");
    expect.articles = ids(record, "articles", Mention::What::article);
    record.need("steps");
    expect.steps = ids(record, "steps", Mention::What::step);
    expect.never = ids(record, "never", Mention::What::phrase);
    expect.unsafe = ids(record, "unsafe", Mention::What::phrase);
    expect.secrets = lines(record, "secrets");
    if (const Node* chances = record.find("chances")) {
        for_each_item(report, *chances, [&](const Node& item) {
            const Record chance(report, item, keys::kChance);
            Chance& added = expect.chances.emplace_back();
            added.after = chance.text("after");
            draft.source.mention_all(Mention::What::beat, chance.find("after"));
            chance.need("any");
            added.any = ids(chance, "any", Mention::What::phrase);
        });
    }
    if (const Node* limits = record.find("limits")) read_limits(*limits);

    const std::string& how = expect.disposition;
    if (!record.is_whole() || how.empty()) return;
    const auto needs = [&](const char* disposition, const char* key) {
        if (how == disposition && record.find(key) == nullptr) {
            report.error(node, "`disposition: " + how + "` needs the key " + named(key));
        }
    };
    needs("file", "service");
    needs("file", "fields");
    needs("add_to_existing", "request");
    needs("transfer", "target");
    needs("transfer", "transfer");
    for (const char* key : {"target", "transfer"}) {
        if (const Node* odd = record.find(key); odd != nullptr && how != "transfer") {
            report.error(*odd, std::string("only `disposition: transfer` has a ") + named(key));
        }
    }
    if (const Node* fields = record.find("fields"); fields != nullptr && record.find("service") == nullptr) {
        report.error(*fields, "`fields` belong to a service: give `service` too");
    }
}

}  // namespace shift311::script::read
