#include "sim/city/city.hpp"

namespace shift311::city {

namespace {

template <typename Item, typename Id>
const Item* find_by(const std::vector<Item>& items, Id Item::*id, const std::string& wanted) {
    for (const Item& item : items) {
        if (item.*id == wanted) return &item;
    }
    return nullptr;
}

}  // namespace

const Service* find_service(const City& city, const std::string& code) {
    return find_by(city.services, &Service::code, code);
}

const Destination* find_destination(const City& city, const std::string& id) {
    return find_by(city.directory, &Destination::id, id);
}

const Article* find_article(const City& city, const std::string& id) {
    return find_by(city.articles, &Article::id, id);
}

}  // namespace shift311::city
