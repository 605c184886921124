#include "sim/script/read/keys.hpp"
#include "sim/script/read/script_reader.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>

namespace shift311::script::read {

std::string ScriptReader::line(const Record& record, std::string_view key) {
    const Node* node = record.find(key);
    if (node == nullptr) return {};
    mention_blanks(report, draft.source, *node, Mention::What::blank);
    return read_text(report, *node);
}

std::string ScriptReader::need_line(const Record& record, std::string_view key) {
    const Node* node = record.need(key);
    if (node == nullptr) return {};
    mention_blanks(report, draft.source, *node, Mention::What::blank);
    return read_text(report, *node);
}

std::vector<std::string> ScriptReader::lines(const Record& record, std::string_view key) {
    if (const Node* node = record.find(key)) mention_blanks(report, draft.source, *node, Mention::What::blank);
    return record.texts(key);
}

std::vector<std::string> ScriptReader::ids(const Record& record, std::string_view key, Mention::What what) {
    draft.source.mention_all(what, record.find(key));
    return record.texts(key);
}

void ScriptReader::read(const Node& root) {
    Script& script = draft.script;
    const Record record(report, root, keys::kScript);
    script.place = report.place(root);
    script.id = record.text("script");
    if (const Node* id = record.find("script"); id != nullptr && !script.id.empty())
        check_id(report, *id, script.id, true);
    script.title = record.text("title");
    script.city = record.text("city");
    draft.source.mention_all(Mention::What::city, record.find("city"));
    script.channel = static_cast<Channel>(record.need_word("channel", kChannels));
    script.level = static_cast<int>(record.integer_or("level", 1, 4, 1));
    script.minutes = static_cast<int>(record.integer_or("minutes", 1, 60, 4));
    script.family = record.text_or("family", script.id);
    if (const Node* family = record.find("family")) check_id(report, *family, script.family, true);
    script.exam = record.flag_or("exam", false);
    script.duties = record.need_texts("duties");
    draft.source.mention_all(Mention::What::duty, record.find("duties"));
    if (const Node* node = record.find("vary")) read_vary(*node);
    if (const Node* node = record.need("caller")) read_caller(*node);

    const bool written =
        script.channel == Channel::email || script.channel == Channel::fax || script.channel == Channel::web;
    script.subject = line(record, "subject");
    const Node* subject = record.find("subject");
    const bool channel = given(record.find("channel"));
    if (subject != nullptr && channel && !written) {
        report.error(*subject, "only an e-mail, a fax or a web form has a subject");
    }
    if (written && channel && record.is_whole() && subject == nullptr)
        report.error(root, "a written contact needs a `subject`");

    if (const Node* node = record.need("opening")) read_opening(*node);
    if (const Node* node = record.find("facts")) read_facts(*node);
    if (const Node* node = record.find("phrases")) script.phrases = read_phrase_map(report, draft.source, *node);
    if (const Node* node = record.find("beats")) read_beats(*node);
    if (const Node* node = record.find("emergency")) read_emergency(*node);
    if (const Node* node = record.need("expect")) read_expect(*node);
    script.solution = lines(record, "solution");
}

void ScriptReader::read_caller(const Node& node) {
    Caller& caller = draft.script.caller;
    const Record record(report, node, keys::kCaller);
    caller.name = need_line(record, "name");
    caller.voice = record.text_or("voice", "");
    caller.language = kLanguages[record.word("language", kLanguages, 0)];
    caller.phone = line(record, "phone");
    caller.mood = static_cast<Mood>(record.word("mood", kMoods, static_cast<std::size_t>(caller.mood)));
    caller.patience = record.duration("patience", 5000, 3'600'000).value_or(caller.patience);
    caller.hold_patience = record.duration("hold_patience", 5000, 3'600'000).value_or(caller.hold_patience);
    caller.email = line(record, "email");
    caller.stands_at = line(record, "stands_at");
}

void ScriptReader::read_opening(const Node& node) {
    Script& script = draft.script;
    if (node.kind != Node::Kind::map) {
        mention_blanks(report, draft.source, node, Mention::What::blank);
        script.opening = read_text(report, node);
        return;
    }
    const Record record(report, node, keys::kOpening);
    script.opening = need_line(record, "say");
    script.opening_tells = ids(record, "tells", Mention::What::fact);
    script.opening_cue = record.text_or("cue", "");
    draft.source.mention_all(Mention::What::cue, record.find("cue"));
}

void ScriptReader::read_facts(const Node& node) {
    if (!few(report, node)) return;
    for_each_entry(report, node, [&](const Node& key, const Node& value) {
        Fact& fact = draft.script.facts.emplace_back();
        fact.id = key.text;
        fact.place = report.place(key);
        check_id(report, key, key.text, false);
        const Record record(report, value, keys::kFact);
        fact.value = need_line(record, "value");
        fact.say = lines(record, "say");
        const Node* say = record.find("say");
        if (say == nullptr && record.is_whole())
            report.error(value, "the key `say` is missing: how the caller puts it");
        if (say != nullptr && is_empty_list(*say)) report.unread(*say, "the list is empty");
        fact.told_by = ids(record, "told_by", Mention::What::phrase);
        fact.again = line(record, "again");
        fact.cue = record.text_or("cue", "");
        draft.source.mention_all(Mention::What::cue, record.find("cue"));
    });
}

Beat ScriptReader::read_beat(const Node& node) {
    Beat beat;
    constexpr Millis kLongest = 3'600'000;
    const Record record(report, node, keys::kBeat);
    beat.place = report.place(node);
    beat.id = record.text_or("id", "beat-" + std::to_string(draft.script.beats.size() + 1));
    if (const Node* id = record.find("id")) check_id(report, *id, beat.id, true);

    beat.after = record.duration("after", 0, kLongest);
    beat.silence = record.duration("silence", 1000, kLongest);
    beat.on_hold = record.duration("on_hold", 0, kLongest);
    beat.on = ids(record, "on", Mention::What::phrase);
    if (const Node* mood = record.find("mood_at"))
        beat.mood_at = static_cast<Mood>(read_word(report, *mood, kMoods, 0));
    if (const Node* act = record.find("on_act")) beat.on_act = kActs[read_word(report, *act, kActs, 0)];
    int triggers = 0;
    for (const char* key : {"after", "silence", "on_hold", "on", "mood_at", "on_act"})
        triggers += record.find(key) != nullptr ? 1 : 0;
    if (record.is_whole() && triggers != 1) {
        report.error(
            node, std::string(triggers == 0 ? "nothing sets this beat off" : "more than one thing sets this beat off") +
                      ": give one of `after`, `silence`, `on_hold`, `on`, `mood_at` and `on_act`");
    }

    beat.if_known = ids(record, "if_known", Mention::What::fact);
    beat.unless_known = ids(record, "unless_known", Mention::What::fact);
    beat.if_said = ids(record, "if_said", Mention::What::phrase);
    beat.unless_said = ids(record, "unless_said", Mention::What::phrase);

    beat.say = line(record, "say");
    beat.tells = ids(record, "tells", Mention::What::fact);
    beat.cue = record.text_or("cue", "");
    draft.source.mention_all(Mention::What::cue, record.find("cue"));
    beat.mood = read_mood_step(report, record);
    beat.mood_why = line(record, "why");
    beat.hangs_up = record.flag_or("hangs_up", false);
    beat.repeats = record.flag_or("repeats", false);
    if (record.is_whole()) {
        const bool silent = beat.say.empty() && sound(record.find("say"));
        if (silent && !beat.mood && !beat.hangs_up && sound(record.find("hangs_up"))) {
            report.error(node, "nothing happens in this beat: give `say`, `mood` or `hangs_up: true`");
        }
        if (silent && (!beat.tells.empty() || !beat.cue.empty())) {
            report.error(node, "`tells` and `cue` need a `say`: the line in which the caller tells it");
        }
        const Node* mood = record.find("mood");
        if (!beat.mood_why.empty() && sound(mood) && (mood == nullptr || mood->text == "same")) {
            report.error(*record.find("why"),
                         "`why` explains a mood that gets better or worse, and this beat changes none");
        }
    }
    return beat;
}

void ScriptReader::read_beats(const Node& node) {
    if (!few(report, node)) return;
    for_each_item(report, node, [&](const Node& item) {
        Beat beat = read_beat(item);
        for (const Beat& earlier : draft.script.beats) {
            if (beat.id.empty() || earlier.id != beat.id) continue;
            report.error(item,
                         "the beat id " + named(beat.id) + " is taken by line " + std::to_string(earlier.place.line));
        }
        draft.script.beats.push_back(std::move(beat));
        draft.beat_nodes.push_back(&item);
    });
}

void ScriptReader::read_emergency(const Node& node) {
    const Record record(report, node, keys::kEmergency);
    EmergencyCue emergency;
    emergency.cue = record.text("cue");
    emergency.target = record.text("target");
    draft.source.mention_all(Mention::What::destination, record.find("target"));
    emergency.within = record.duration("within", 1000, 600'000).value_or(emergency.within);
    emergency.warm = record.word("transfer", kTransfers, 1) == 1;
    draft.script.emergency = emergency;
}

ScriptDraft draft_script(std::unique_ptr<Document> document, std::vector<Issue>& issues) {
    ScriptDraft draft;
    draft.source.document = std::move(document);
    const Document& source = *draft.source.document;
    draft.script.hash = hash_of({&source});
    draft.script.place = {source.file, 0, 0};
    if (source.root == nullptr) return draft;
    Report report(source, issues);
    ScriptReader{report, draft}.read(*source.root);
    return draft;
}

Script read_script(const std::string& text, const std::string& file, std::vector<Issue>& issues) {
    return draft_script(parse(text, file, issues), issues).script;
}

}  // namespace shift311::script::read
