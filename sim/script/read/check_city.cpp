#include "sim/script/read/check.hpp"

#include <algorithm>

namespace shift311::script::read {
namespace {

template <typename List, typename Id>
std::vector<std::string_view> ids_of(const List& list, Id id) {
    std::vector<std::string_view> ids;
    for (const auto& item : list)
        ids.push_back(item.*id);
    return ids;
}

bool holds(const std::vector<std::string_view>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void check_address(Report& report, const Node& node, const city::AddressBook& book) {
    const city::AddressLookup look = book.look_up(node.text);
    const bool found = look.status == city::AddressStatus::found || look.status == city::AddressStatus::intersection;
    if (found && look.normal == node.text) return;
    if (found) {
        report.error(node, "the address is not written as the city writes it", "write `" + look.normal + "`");
        return;
    }
    std::string suggestion;
    if (!look.suggestions.empty()) suggestion = "did you mean `" + look.suggestions.front() + "`?";
    report.error(node, "the address " + named(node.text) + " is not in this city's streets", suggestion);
}

}  // namespace

void check_city(const CityDraft& draft, const city::AddressBook& book, std::vector<Issue>& issues) {
    const auto services = ids_of(draft.city.services, &city::Service::code);
    const auto destinations = ids_of(draft.city.directory, &city::Destination::id);
    for (const Source& source : draft.sources) {
        Report report(*source.document, issues);
        for (const Mention& mention : source.mentions) {
            switch (mention.what) {
                case Mention::What::service:
                    if (draft.services && !holds(services, mention.id)) {
                        report.error(*mention.node, "there is no service " + named(mention.id),
                                     did_you_mean(mention.id, services));
                    }
                    break;
                case Mention::What::destination:
                    if (draft.directory && !holds(destinations, mention.id)) {
                        report.error(*mention.node, "the directory has no entry " + named(mention.id),
                                     did_you_mean(mention.id, destinations));
                    }
                    break;
                case Mention::What::address:
                    if (draft.addresses) check_address(report, *mention.node, book);
                    break;
                default:
                    break;
            }
        }
    }
}

}  // namespace shift311::script::read
