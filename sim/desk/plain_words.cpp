#include "sim/desk/plain_words.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

std::string found_or_spelled(const std::map<std::string, std::string>& words, const std::string& id) {
    const auto found = words.find(id);
    return found == words.end() ? spelled_out(id) : found->second;
}

void add(PlainWords& words, const city::City& city) {
    for (const city::Service& service : city.services) {
        words.services.emplace(service.code, service.name);
        for (const city::Attribute& attribute : service.attributes) {
            words.fields.emplace(attribute.code, attribute.description);
            for (const city::Attribute::Value& value : attribute.values)
                words.choices[attribute.code].emplace(value.key, value.name);
        }
    }
    for (const city::Article& article : city.articles)
        words.articles.emplace(article.id, article.title);
    for (const city::Destination& place : city.directory)
        words.places.emplace(place.id, place.name);
}

}  // namespace

std::string spelled_out(std::string id) {
    std::replace(id.begin(), id.end(), '_', ' ');
    std::replace(id.begin(), id.end(), '-', ' ');
    if (!id.empty() && id[0] >= 'a' && id[0] <= 'z') id[0] = static_cast<char>(id[0] - 'a' + 'A');
    return id;
}

std::string PlainWords::service(const std::string& id) const {
    return found_or_spelled(services, id);
}
std::string PlainWords::phrase(const std::string& id) const {
    return found_or_spelled(phrases, id);
}
std::string PlainWords::article(const std::string& id) const {
    return found_or_spelled(articles, id);
}
std::string PlainWords::place(const std::string& id) const {
    return found_or_spelled(places, id);
}
std::string PlainWords::field(const std::string& code) const {
    return found_or_spelled(fields, code);
}

std::string PlainWords::value(const std::string& code, const std::string& written) const {
    const auto keys = choices.find(code);
    if (keys == choices.end()) return written;
    std::string out;
    for (std::size_t at = 0; at <= written.size();) {
        const std::size_t comma = std::min(written.find(',', at), written.size());
        std::string key = written.substr(at, comma - at);
        key.erase(0, std::min(key.find_first_not_of(' '), key.size()));
        const auto name = keys->second.find(key);
        if (name == keys->second.end()) return written;
        out += (out.empty() ? "" : ", ") + name->second;
        at = comma + 1;
    }
    return out;
}

std::string opened_name(const PlainWords& words, const journal::Opened& act) {
    switch (act.where) {
        case journal::Catalog::articles:
            return words.article(act.id);
        case journal::Catalog::directory:
            return words.place(act.id);
        default:
            return act.id;
    }
}

PlainWords words_of(const script::Library& library, const std::string& script) {
    PlainWords words;
    const script::Script* one = script::find_script(library, script);
    for (const city::City& city : library.cities)
        if (one == nullptr || city.id == one->city) add(words, city);
    for (const script::Phrase& phrase : library.phrases)
        words.phrases.emplace(phrase.id, phrase.label);
    if (one != nullptr)
        for (const script::Phrase& phrase : one->phrases)
            words.phrases.emplace(phrase.id, phrase.label);
    return words;
}

}  // namespace shift311::desk
