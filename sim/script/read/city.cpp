#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/words.hpp"

#include <algorithm>
#include <filesystem>

namespace shift311::script::read {
namespace {

void read_profile(Report& report, Source&, const Node& root, city::City& city) {
    const Record record(report, root, keys::kCity);
    const std::string id = record.text("city");
    if (const Node* node = record.find("city"); node != nullptr && id != city.id) {
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
        const std::filesystem::path path = std::filesystem::path(folder) / file.name;
        std::error_code ignored;
        if (!file.required && !std::filesystem::exists(path, ignored)) continue;
        Source& source = draft.sources.emplace_back();
        source.document = load(path.string(), issues);
        documents.push_back(source.document.get());
        if (source.document->root == nullptr) continue;
        Report report(*source.document, issues);
        file.read(report, source, *source.document->root, draft.city);
    }
    draft.city.hash = hash_of(documents);
    return draft;
}

}  // namespace shift311::script::read
