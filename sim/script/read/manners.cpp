#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

Manners::Line read_line(Report& report, const Node& key, const Node& value) {
    Manners::Line line;
    const Record record(report, value, keys::kManner);
    line.say = record.texts("say");
    line.mood = read_mood_step(report, record);
    const bool takes_line = key.text == "again" || key.text == "not_right";
    for (const std::string& say : line.say) {
        if (say.empty()) continue;
        const bool holds = say.find("{say}") != std::string::npos;
        if (takes_line && !holds)
            report.error(value,
                         "every wording of `again` and `not_right` must hold `{say}`: the line that is repeated");
        if (!takes_line && say.find_first_of("{}") != std::string::npos) {
            report.error(value, "only `again` and `not_right` may hold a blank, and only `{say}`");
        }
    }
    if (record.is_whole() && sound(&value) && line.say.empty() && !line.mood)
        report.error(value, "give `say`, `mood` or both");
    return line;
}

}  // namespace

Manners read_manners(const std::string& file, std::vector<Issue>& issues, Source& source) {
    Manners manners;
    source.document = load(file, issues);
    if (source.document->root == nullptr) return manners;
    Report report(*source.document, issues);
    const Record record(report, *source.document->root, keys::kMannersFile);
    const Node* languages = record.need("manners");
    if (languages == nullptr) return manners;
    for_each_entry(report, *languages, [&](const Node& language, const Node& lines) {
        read_word(report, language, kLanguages, 0);
        auto& into = manners.lines[language.text];
        for_each_entry(report, lines, [&](const Node& key, const Node& value) {
            if (std::find(kSpecialManners.begin(), kSpecialManners.end(), key.text) == kSpecialManners.end()) {
                source.mention(Mention::What::manner, key);
            }
            into[key.text] = read_line(report, key, value);
        });
        if (lines.kind != Node::Kind::map || lines.partial) return;
        for (const std::string_view id : kSpecialManners) {
            // One that is written nearly so is told where it stands.
            const bool nearly = std::any_of(into.begin(), into.end(),
                                            [&](const auto& entry) { return !nearest(entry.first, {id}).empty(); });
            if (!nearly) report.error(language, "the manner " + named(id) + " is missing");
        }
    });
    return manners;
}

std::map<std::string, std::string> read_duties(const std::string& file, std::vector<Issue>& issues, bool& shown) {
    std::map<std::string, std::string> duties;
    const std::unique_ptr<Document> document = load(file, issues);
    shown = shows_keys(document->root, "duties");
    if (document->root == nullptr) return duties;
    Report report(*document, issues);
    const Record record(report, *document->root, keys::kDutiesFile);
    if (const Node* map = record.need("duties")) {
        for_each_entry(report, *map,
                       [&](const Node& key, const Node& value) { duties[key.text] = read_text(report, value); });
    }
    return duties;
}

}  // namespace shift311::script::read
