#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>
#include <filesystem>

namespace shift311::script::read {
namespace {

void read_profile(Report& report, Source&, const Node& root, city::City& city) {
    const Record record(report, root, keys::kCity);
    const std::string id = record.text("city");
    if (const Node* node = record.find("city"); given(node) && id != city.id) {
        report.error(*node, "the city is called " + named(id) + " here, but its folder is " + named(city.id));
    }
    city.name = record.text("name");
    city.contact_center = record.text("contact_center");
    city.hours = record.text("hours");
    city.number = record.text("number");
    city.privacy = record.text("privacy");
    if (const Node* holidays = record.need("holidays")) {
        for_each_item(report, *holidays, [&](const Node& item) {
            if (const auto date = read_date(report, item)) city.holidays.push_back(*date);
        });
        std::sort(city.holidays.begin(), city.holidays.end());
    }
    if (const Node* names = record.need("names")) {
        for_each_entry(report, *names, [&](const Node& language, const Node& value) {
            read_word(report, language, kLanguages, 0);
            const Record lists(report, value, keys::kNames);
            city.names[language.text] = {lists.need_texts("given"), lists.need_texts("family")};
        });
    }
}

struct File {
    const char* name;
    bool required;
    void (*read)(Report&, Source&, const Node&, city::City&);
};
constexpr File kFiles[] = {{"city.yaml", true, read_profile},        {"streets.yaml", true, read_streets},
                           {"services.yaml", true, read_services},   {"directory.yaml", true, read_directory},
                           {"articles.yaml", false, read_articles},  {"requests.yaml", false, read_requests},
                           {"referrals.yaml", false, read_referrals}};

/// After a file was read: which of its names are all there, and which may be hidden in what could not be read.
void note_shown(CityDraft& draft, const std::string& file, const Node* root) {
    const bool whole = root != nullptr && sound(root);
    if (file == "services.yaml") {
        draft.services = shows_values(root, "services", {"code"});
        draft.fields = whole;
    } else if (file == "directory.yaml") {
        draft.directory = shows_values(root, "directory", {"id"});
    } else if (file == "articles.yaml") {
        draft.articles = shows_values(root, "articles", {"id"});
    } else if (file == "requests.yaml") {
        draft.requests = shows_values(root, "requests", {"reference"});
    } else if (file == "streets.yaml") {
        draft.streets = shows_values(root, "streets", {"name"}) && shows_values(root, "streets", {"aliases"}, false);
        draft.addresses = whole;
    }
}

}  // namespace

std::vector<std::string_view> city_files() {
    std::vector<std::string_view> names;
    for (const File& file : kFiles)
        names.emplace_back(file.name);
    return names;
}

CityDraft read_city(const std::string& folder, const std::string& id, std::vector<Issue>& issues) {
    CityDraft draft;
    draft.city.id = id;
    std::vector<const Document*> documents;
    for (const File& file : kFiles) {
        const std::string name = file.name;
        const std::filesystem::path path = std::filesystem::path(folder) / name;
        std::error_code ignored;
        if (!file.required && !std::filesystem::exists(path, ignored)) continue;
        Source& source = draft.sources.emplace_back();
        source.document = load(path.string(), issues);
        documents.push_back(source.document.get());
        const Node* root = source.document->root;
        if (root != nullptr) {
            Report report(*source.document, issues);
            file.read(report, source, *root, draft.city);
        }
        note_shown(draft, name, root);
    }
    draft.city.hash = hash_of(documents);
    return draft;
}

}  // namespace shift311::script::read
