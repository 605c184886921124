// What can be looked up by typed commands: requests, what is open nearby, articles, the directory.
#include "sim/desk/typed/telling.hpp"
#include "sim/desk/typed/text_desk.hpp"

namespace shift311::desk::typed {

using journal::Catalog;

void TextDesk::find(const std::string& rest) {
    const std::vector<std::string> found = run_.find_requests(rest);
    if (!submit(shift::LookUp{Catalog::requests, rest, found})) return;
    if (found.empty()) print("No request matches \"" + rest + "\".");
    for (const std::string& reference : found)
        print(request_line(run_, reference));
}

void TextDesk::near(const std::string&) {
    const std::vector<std::string> found = run_.find_near();
    const shift::Contact* contact = shift::active_contact(run_.state());
    const std::string place = contact ? shift::field_value(*contact, "location") : std::string{};
    if (!submit(shift::LookUp{Catalog::near, place, found})) return;
    if (found.empty())
        print(place.empty() ? "Write the location into the form first." : "No open request at or near " + place + ".");
    for (const std::string& reference : found)
        print(request_line(run_, reference));
}

void TextDesk::open_article(const std::string& id) {
    if (!submit(shift::Open{Catalog::articles, id})) return;
    for (const std::string& line : article_lines(*city::find_article(run_.floor().city, id)))
        print(line);
}

void TextDesk::open(const std::string& rest) {
    if (city::find_article(run_.floor().city, rest)) return open_article(rest);
    if (!submit(shift::Open{Catalog::requests, rest})) return;
    if (const auto request = shift::request_view(run_.floor(), run_.state(), rest))
        for (const std::string& line : request_lines(*request))
            print(line);
}

void TextDesk::lookup(const std::string& rest) {
    if (city::find_article(run_.floor().city, rest)) return open_article(rest);
    const std::vector<std::string> found = run_.find_articles(rest);
    if (!submit(shift::LookUp{Catalog::articles, rest, found})) return;
    if (found.empty()) return print("No article matches \"" + rest + "\".");
    if (found.size() == 1) return open_article(found.front());
    for (const std::string& id : found)
        if (const city::Article* article = city::find_article(run_.floor().city, id))
            print("  " + id + "  " + article->title);
    print("Type \"open\" and the id to read one.");
}

void TextDesk::directory(const std::string& rest) {
    const std::vector<std::string> found = run_.find_destinations(rest);
    if (!submit(shift::LookUp{Catalog::directory, rest, found})) return;
    if (found.empty()) print("The directory has nothing for \"" + rest + "\".");
    for (const std::string& id : found)
        if (const city::Destination* target = city::find_destination(run_.floor().city, id))
            print(destination_line(*target));
}

}  // namespace shift311::desk::typed
