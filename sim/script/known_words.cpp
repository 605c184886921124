#include "sim/script/known_words.hpp"

namespace shift311::script {

std::vector<std::string> known_words(const city::City& city) {
    std::vector<std::string> words{city.name, city.contact_center};
    const auto add = [&words](const std::vector<std::string>& list) {
        words.insert(words.end(), list.begin(), list.end());
    };
    for (const city::Street& street : city.streets) {
        words.push_back(street.name);
        add(street.aliases);
        for (const city::Block& block : street.blocks)
            words.push_back(block.neighborhood);
    }
    for (const city::Service& service : city.services) {
        words.push_back(service.name);
        words.push_back(service.description);
        add(service.keywords);
    }
    for (const city::Destination& destination : city.directory) {
        words.push_back(destination.name);
        words.push_back(destination.handles);
        add(destination.keywords);
    }
    for (const city::Article& article : city.articles)
        words.push_back(article.title);
    for (const auto& [language, names] : city.names) {
        add(names.given);
        add(names.family);
    }
    return words;
}

}  // namespace shift311::script
