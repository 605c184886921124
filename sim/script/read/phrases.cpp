#include "sim/script/blanks.hpp"
#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

namespace shift311::script::read {
namespace {

const std::vector<std::string_view> kGroups{"opening", "need",   "place",    "time", "details",  "safety",  "contact",
                                            "manner",  "answer", "transfer", "hold", "language", "closing", "avoid"};

Phrase read_phrase(Report& report, Source& source, const Node& key, const Node& value) {
    Phrase phrase;
    phrase.id = key.text;
    check_id(report, key, key.text, false);
    const Record record(report, value, keys::kPhrase);
    phrase.label = record.text("label");
    phrase.group = kGroups[record.need_word("group", kGroups)];
    phrase.say = record.text("say");
    if (const Node* say = record.find("say")) mention_blanks(report, source, *say, Mention::What::line_blank);
    phrase.english = record.need_texts("en");
    phrase.spanish = record.texts("es");
    phrase.avoid = record.flag_or("avoid", false);
    if (given(record.find("group")) && sound(record.find("avoid")) && record.is_whole() &&
        phrase.avoid != (phrase.group == "avoid")) {
        report.error(record.find("avoid") != nullptr ? *record.find("avoid") : value,
                     "a phrase of the group `avoid` has `avoid: true`, and no other phrase has");
    }
    return phrase;
}

}  // namespace

void Source::mention_all(Mention::What what, const Node* node) {
    if (node == nullptr) return;
    for (const Node* item : items_or_one(*node)) {
        if (item->kind == Node::Kind::text && !item->told && !item->text.empty()) mention(what, *item);
    }
}

void mention_blanks(Report& report, Source& source, const Node& node, Mention::What what) {
    for (const Node* item : items_or_one(node)) {
        if (item->kind != Node::Kind::text || item->told) continue;
        const Blanks blanks = blanks_in(item->text);
        if (!blanks.whole) {
            report.error(*item, "a brace `{` or `}` does not belong to a blank such as `{where.address}`");
        }
        for (const std::string_view name : blanks.names)
            source.mentions.push_back({what, name, item});
    }
}

std::vector<Phrase> read_phrase_map(Report& report, Source& source, const Node& map) {
    std::vector<Phrase> phrases;
    for_each_entry(report, map, [&](const Node& key, const Node& value) {
        phrases.push_back(read_phrase(report, source, key, value));
    });
    return phrases;
}

std::vector<Phrase> read_phrases(const std::string& file, std::vector<Issue>& issues, bool& shown) {
    Source source;
    source.document = load(file, issues);
    shown = shows_keys(source.document->root, "phrases");
    if (source.document->root == nullptr) return {};
    Report report(*source.document, issues);
    const Record record(report, *source.document->root, keys::kPhrasesFile);
    const Node* map = record.need("phrases");
    if (map == nullptr) return {};
    std::vector<Phrase> phrases = read_phrase_map(report, source, *map);
    for (const Mention& mention : source.mentions) {
        if (!is_line_blank(mention.id)) {
            report.error(*mention.node, "unknown blank " + named("{" + std::string(mention.id) + "}"),
                         did_you_mean(mention.id, {kLineBlanks.begin(), kLineBlanks.end()}));
        }
    }
    return phrases;
}

std::vector<Phrase> read_phrases(const std::string& file, std::vector<Issue>& issues) {
    bool shown = true;
    return read_phrases(file, issues, shown);
}

}  // namespace shift311::script::read
