// shift311 list: what shifts, scripts, services and phrases there are.
#include "sim/app/content.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace shift311::app {
namespace {

nlohmann::json rows(const script::Library& library, const std::string& what) {
    nlohmann::json list = nlohmann::json::array();
    if (what == "shifts")
        for (const script::ShiftPlan& plan : library.shifts)
            list.push_back({{"id", plan.id},
                            {"title", plan.title},
                            {"city", plan.city},
                            {"level", plan.level},
                            {"minutes", plan.minutes},
                            {"contacts", plan.contacts.size()},
                            {"about", plan.about}});
    if (what == "scripts")
        for (const script::Script& script : library.scripts) {
            if (script.exam) continue;  // shown to nobody before an exam draws it
            list.push_back({{"id", script.id},
                            {"title", script.title},
                            {"city", script.city},
                            {"channel", std::string(journal::word(script.channel))},
                            {"level", script.level},
                            {"minutes", script.minutes},
                            {"family", script.family},
                            {"duties", script.duties}});
        }
    if (what == "services")
        for (const city::City& city : library.cities)
            for (const city::Service& service : city.services)
                list.push_back(
                    {{"id", service.code},
                     {"title", service.name},
                     {"city", city.id},
                     {"department", service.department},
                     {"due_business_days",
                      service.due.business_days ? nlohmann::json(*service.due.business_days) : nlohmann::json()},
                     {"basis", service.due.basis == city::Basis::published ? "published" : "practice value"}});
    if (what == "phrases")
        for (const script::Phrase& phrase : library.phrases)
            list.push_back(
                {{"id", phrase.id}, {"title", phrase.label}, {"group", phrase.group}, {"avoid", phrase.avoid}});
    return list;
}

}  // namespace

int list(const ListOptions& options) {
    const script::Library library = load_content(content_root(options.content));
    const nlohmann::json list = rows(library, options.what);
    if (options.format == "json") {
        std::cout << list.dump(2) << '\n';
        return kDone;
    }
    std::size_t width = 0;
    for (const auto& row : list)
        width = std::max(width, row["id"].get_ref<const std::string&>().size());
    for (const auto& row : list) {
        std::string id = row["id"];
        id.resize(width + 2, ' ');
        std::cout << id << row["title"].get<std::string>();
        if (row.contains("minutes"))
            std::cout << "  (about " << row["minutes"] << " min, level " << row["level"] << ')';
        std::cout << '\n';
    }
    return kDone;
}

}  // namespace shift311::app
