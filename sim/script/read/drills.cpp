// The drills of a city: triage.yaml and typing.yaml.
#include "assessment/text/normal.hpp"
#include "sim/script/read/check.hpp"
#include "sim/script/read/drill_keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace shift311::script::read {
namespace {

constexpr std::size_t kLongestSay = 320, kLongestWhy = 240, kLongestText = 6000;
constexpr std::size_t kMostVignettes = 2000, kMostTexts = 200;
constexpr std::string_view kEmergency = "911", kHere = "311", kOwn = "contact_center";
const std::vector<std::string_view> kLineKinds{"text", "address", "phone", "name", "date", "number"};

/// Words by which everybody knows an emergency; one that is `hidden` does without them.
constexpr std::array<std::string_view, 33> kObvious{
    "911",       "fire",      "smoke",  "burning",  "flames",  "gun",      "guns",      "gunshots",  "shooting",
    "shot",      "shots",     "knife",  "stabbed",  "weapon",  "bleeding", "blood",     "breathing", "unconscious",
    "overdose",  "overdosed", "crash",  "crashed",  "wire",    "wires",    "ambulance", "emergency", "police",
    "explosion", "gas",       "robbed", "monoxide", "seizure", "kill"};

/// Sentences, as far as marks can tell.
std::size_t sentences(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (mark && (i + 1 == text.size() || text[i + 1] == ' ')) ++count;
    }
    return std::max<std::size_t>(count, 1);
}

std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (space && (line.empty() || line.back() == ' ')) continue;
        line += space ? ' ' : c;
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

std::size_t words_in(const std::string& line) {
    return line.empty() ? 0 : static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

std::string limited(Report& report, const Record& record, std::string_view key, std::size_t most) {
    std::string text = record.text(key);
    const std::size_t length = text::code_points(text).size();
    if (length > most)
        report.error(*record.find(key), "this is " + std::to_string(length) + " characters long; at most " +
                                            std::to_string(most) + " can be read in one look");
    return text;
}

std::string own_id(Report& report, const Record& record, std::set<std::string>& ids) {
    const Node* node = record.need("id");
    if (node == nullptr) return {};
    std::string id = read_text(report, *node);
    if (check_id(report, *node, id, true) && !ids.insert(id).second)
        report.error(*node, "the id " + named(id) + " is given twice");
    return id;
}

class TriageReader {
  public:
    TriageReader(Report& report, const CityDraft& place, Drills& drills)
        : report_(report), place_(place), drills_(drills) {
        known_ = {kEmergency, kHere};
        for (const city::Destination& one : place.city.directory)
            if (one.id != kEmergency && one.id != kOwn) known_.push_back(one.id);
    }

    void read(const Node& root) {
        const Record file(report_, root, keys::kTriageFile);
        const Node* list = file.need("triage");
        if (list == nullptr || !few(report_, *list, kMostVignettes)) return;
        for_each_item(report_, *list, [&](const Node& item) { read_one(item); });
        check_balance(*list);
        check_unseen(report_, drills_.vignettes, says_);
    }

  private:
    void read_one(const Node& item) {
        const Record record(report_, item, keys::kVignette);
        Vignette one;
        one.place = report_.place(item);
        one.id = own_id(report_, record, ids_);
        one.text = limited(report_, record, "say", kLongestSay);
        one.why = limited(report_, record, "why", kLongestWhy);
        one.hidden = record.flag_or("hidden", false);
        one.exam = record.flag_or("exam", false);
        if (const Node* answer = record.need("answer")) {
            one.answer = read_text(report_, *answer);
            check_agency(*answer, one.answer);
        }
        one.emergency = one.answer == kEmergency;
        if (const Node* accept = record.find("accept")) {
            one.accept = record.texts("accept");
            for (const Node* other : items_or_one(*accept)) {
                if (other->kind != Node::Kind::text) continue;
                check_agency(*other, other->text);
                if (other->text == one.answer) report_.error(*other, named(other->text) + " is the answer already");
                if (other->text == kEmergency && !one.emergency && given(record.find("answer")))
                    report_.error(*other,
                                  "911 is right only where it is the answer; anywhere else it is a call sent "
                                  "there without need");
            }
            if (one.emergency) report_.error(*accept, "an emergency has one answer, 911, and no other is right");
        }
        if (!one.text.empty()) check_text(record, one);
        if (one.id.empty()) return;
        says_.push_back(sound(record.find("exam")) ? record.find("say") : nullptr);
        drills_.vignettes.push_back(std::move(one));
    }

    void check_agency(const Node& node, const std::string& id) {
        if (id.empty() || std::find(known_.begin(), known_.end(), id) != known_.end()) return;
        if (id == kOwn)
            report_.unread(node, "the contact center's own entry is no answer", "did you mean `311`?");
        else if (place_.directory)
            report_.unread(node, named(id) + " is neither 911 nor 311 nor in this city's directory",
                           did_you_mean(id, known_));
    }

    void check_text(const Record& record, const Vignette& one) {
        const Node& say = *record.find("say");
        if (!texts_.insert(text::folded(one.text)).second) report_.error(say, "another vignette says the same");
        if (sentences(one.text) > 3)
            report_.warning(say, "this is more than three sentences; a vignette is read in one look");
        const Node* hidden = record.find("hidden");
        if (!one.hidden || hidden == nullptr) return;
        if (!given(record.find("answer"))) return;
        if (!one.emergency) {
            report_.error(*hidden, "only an emergency can be hidden; the answer here is " + named(one.answer));
            return;
        }
        const std::vector<std::string> words = text::words(one.text);
        for (const std::string_view word : kObvious) {
            if (std::find(words.begin(), words.end(), word) == words.end()) continue;
            report_.warning(*hidden, "this is marked as hidden, but says " + named(word));
            return;
        }
    }

    void check_balance(const Node& list) {
        if (!shows_values(list, {"answer"}) || !shows_values(list, {"hidden", "exam"}, false)) return;
        for (const bool exam : {false, true}) {
            std::size_t all = 0, urgent = 0, hidden = 0;
            for (const Vignette& one : drills_.vignettes) {
                if (one.exam != exam) continue;
                ++all;
                urgent += one.emergency ? 1U : 0U;
                hidden += one.hidden && one.emergency ? 1U : 0U;
            }
            const std::string part = exam ? "kept for exams" : "for practice";
            if (2 * urgent > all + 1 || all > 2 * urgent + 1)
                report_.warning(list, std::to_string(urgent) + " of the " + std::to_string(all) + " vignettes " + part +
                                          " are emergencies; it should be half of them");
            if (3 * hidden < urgent)
                report_.warning(list, std::to_string(hidden) + " of the " + std::to_string(urgent) + " emergencies " +
                                          part + " are hidden; it should be a third of them");
        }
    }

    Report& report_;
    const CityDraft& place_;
    Drills& drills_;
    std::vector<std::string_view> known_;
    std::set<std::string> ids_;
    std::set<std::string> texts_;
    std::vector<const Node*> says_;  ///< one for each of drills_.vignettes
};

void read_copy_text(Report& report, const Node& item, std::set<std::string>& ids, Drills& drills) {
    constexpr std::size_t kFewWords = 350, kManyWords = 450;
    const Record record(report, item, keys::kCopyText);
    CopyText one;
    one.place = report.place(item);
    one.id = own_id(report, record, ids);
    one.title = record.text("title");
    // Where its lines break in the file is nothing that anybody types.
    one.text = one_line(limited(report, record, "text", kLongestText));
    const std::size_t words = words_in(one.text);
    if (!one.text.empty() && (words < kFewWords || words > kManyWords))
        report.warning(*record.find("text"),
                       "this is " + std::to_string(words) + " words; five minutes want about 350 to 450");
    if (!one.id.empty()) drills.copy.push_back(std::move(one));
}

Dictation::Line read_line(Report& report, const Node& item, const city::Service* service, bool shown,
                          std::set<std::string>& used) {
    const Record record(report, item, keys::kDictationLine);
    Dictation::Line line;
    line.say = limited(report, record, "say", kLongestSay);
    line.value = limited(report, record, "value", kLongestSay);
    line.kind = std::string(kLineKinds[record.word("kind", kLineKinds, 0)]);
    const Node* field = record.need("field");
    if (field == nullptr) return line;
    line.field = read_text(report, *field);
    if (!line.field.empty() && !used.insert(line.field).second)
        report.error(*field, "the field " + named(line.field) + " has a line already");
    if (service == nullptr || !shown || line.field.empty()) return line;
    std::vector<std::string_view> known;
    for (const city::Attribute& attribute : service->attributes)
        known.push_back(attribute.code);
    if (std::find(known.begin(), known.end(), line.field) == known.end())
        report.error(*field, "the service " + named(service->code) + " has no field " + named(line.field),
                     did_you_mean(line.field, known));
    return line;
}

void read_dictation(Report& report, const Node& item, const CityDraft& place, std::set<std::string>& ids,
                    Drills& drills) {
    constexpr std::size_t kFewLines = 8, kManyLines = 12;
    const Record record(report, item, keys::kDictation);
    Dictation one;
    one.place = report.place(item);
    one.id = own_id(report, record, ids);
    one.title = record.text("title");
    one.service = record.text("service");
    const city::Service* service = city::find_service(place.city, one.service);
    if (service == nullptr && !one.service.empty() && place.services) {
        std::vector<std::string_view> known;
        for (const city::Service& each : place.city.services)
            known.push_back(each.code);
        report.error(*record.find("service"), "there is no service " + named(one.service),
                     did_you_mean(one.service, known));
    }
    const Node* lines = record.need("lines");
    if (lines == nullptr || !few(report, *lines)) return;
    std::set<std::string> used;
    for_each_item(report, *lines,
                  [&](const Node& each) { one.lines.push_back(read_line(report, each, service, place.fields, used)); });
    if (one.lines.empty()) {
        if (!is_empty_list(*lines)) return;
        report.error(*lines, "a dictation has at least one line");
        return;
    }
    if (!lines->partial && (one.lines.size() < kFewLines || one.lines.size() > kManyLines))
        report.warning(*lines, "this dictation has " + std::to_string(one.lines.size()) +
                                   " lines; 8 to 12 are enough to measure and short enough to bear");
    if (!one.id.empty()) drills.dictations.push_back(std::move(one));
}

void read_typing(Report& report, const Node& root, const CityDraft& place, Drills& drills) {
    const Record file(report, root, keys::kTypingFile);
    std::set<std::string> ids;
    if (const Node* list = file.need("copy"); list != nullptr && few(report, *list, kMostTexts))
        for_each_item(report, *list, [&](const Node& item) { read_copy_text(report, item, ids, drills); });
    if (const Node* list = file.need("dictations"); list != nullptr && few(report, *list, kMostTexts))
        for_each_item(report, *list, [&](const Node& item) { read_dictation(report, item, place, ids, drills); });
}

}  // namespace

Drills read_drills(const std::string& folder, const CityDraft& place, std::vector<Issue>& issues) {
    namespace fs = std::filesystem;
    Drills drills;
    drills.city = place.city.id;
    std::vector<std::unique_ptr<Document>> documents;
    for (const char* name : {"triage.yaml", "typing.yaml"}) {
        std::error_code ignored;
        const fs::path file = fs::path(folder) / name;
        if (!fs::exists(file, ignored)) continue;
        documents.push_back(load(file.string(), issues));
        const Document& document = *documents.back();
        if (document.root == nullptr) continue;
        Report report(document, issues);
        if (documents.back()->file.ends_with("triage.yaml")) {
            TriageReader(report, place, drills).read(*document.root);
        } else {
            read_typing(report, *document.root, place, drills);
        }
    }
    std::vector<const Document*> read;
    for (const auto& document : documents)
        read.push_back(document.get());
    if (!read.empty()) drills.hash = hash_of(read);
    return drills;
}

}  // namespace shift311::script::read
