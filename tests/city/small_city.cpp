#include "tests/city/small_city.hpp"

#include <algorithm>

namespace shift311::city::testing {

namespace {

std::string ordinal(int n) {
    const int teens = n % 100;
    const bool th = teens >= 11 && teens <= 13;
    return std::to_string(n) + (th || n % 10 > 3 || n % 10 == 0 ? "TH"
                                : n % 10 == 1                   ? "ST"
                                : n % 10 == 2                   ? "ND"
                                                                : "RD");
}

/// One block for each hundred from `first` to `last`; between numbered streets, Broad in place of 14th.
Street numbered(const std::string& name, int first, int last, const std::string& maintained_by = "city") {
    Street street{name, {}, {}};
    const auto cross = [](int hundred) {
        return hundred == 14 ? std::string("S BROAD ST") : "S " + ordinal(hundred) + " ST";
    };
    for (int hundred = first; hundred <= last; ++hundred) {
        street.blocks.push_back({hundred == 0 ? 1 : hundred * 100, hundred * 100 + 99, cross(hundred),
                                 cross(hundred + 1), maintained_by, "", ""});
    }
    return street;
}

Street between(const std::string& name, int low, int high, const std::string& cross_low, const std::string& cross_high,
               const std::string& maintained_by = "city") {
    return {name, {}, {{low, high, cross_low, cross_high, maintained_by, "", ""}}};
}

}  // namespace

Request request(const std::string& reference, const std::string& service, const std::string& address,
                const std::string& description, int opened_days_ago) {
    Request out;
    out.reference = reference;
    out.service = service;
    out.address = address;
    out.description = description;
    out.opened_days_ago = opened_days_ago;
    return out;
}

City small_city() {
    City city;
    city.id = "small";
    city.name = "Small City";
    city.holidays = {{2027, 1, 1}, {2027, 1, 18}, {2027, 11, 25}, {2027, 11, 26}};

    city.streets.push_back(numbered("SPRUCE ST", 1, 49));
    city.streets.push_back(numbered("PINE ST", 1, 49));
    city.streets.push_back(numbered("SNYDER AVE", 1, 29));
    city.streets.push_back(numbered("SOUTH ST", 1, 26));
    city.streets.push_back(numbered("SPRING GARDEN ST", 1, 24));
    Street south_broad = numbered("S BROAD ST", 1, 51, "state");
    south_broad.aliases = {"AVENUE OF THE ARTS", "S 14TH ST"};
    for (Block& block : south_broad.blocks)
        block.cross_low = block.cross_high = "";
    south_broad.blocks[2].cross_high = "SPRUCE ST";
    south_broad.blocks[3].cross_low = "SPRUCE ST";
    south_broad.blocks[21].cross_high = "SNYDER AVE";
    south_broad.blocks[22].cross_low = "SNYDER AVE";
    city.streets.push_back(south_broad);
    Street north_broad = numbered("N BROAD ST", 1, 66, "state");
    for (Block& block : north_broad.blocks)
        block.cross_low = block.cross_high = "";
    north_broad.blocks[5].cross_low = "SPRING GARDEN ST";
    city.streets.push_back(north_broad);
    city.streets.push_back(between("S 42ND ST", 200, 399, "WALNUT ST", "SPRUCE ST"));
    city.streets.push_back(between("N 42ND ST", 1, 999, "MARKET ST", "W GIRARD AVE"));
    city.streets.push_back(between("E GIRARD AVE", 1, 1499, "N FRONT ST", ""));
    city.streets.push_back(between("W GIRARD AVE", 1, 6399, "N FRONT ST", ""));
    city.streets.push_back(between("66TH AVE", 500, 1399, "N 5TH ST", "N BROAD ST"));
    city.streets.push_back(between("S 66TH ST", 1900, 2999, "", ""));
    city.streets.push_back(between("GEARY ST", 1, 1099, "", ""));
    city.streets.push_back(between("GEARY BLVD", 1100, 8499, "", ""));
    city.streets.push_back(between("MOUNT VERNON ST", 1500, 4299, "", ""));
    city.streets.push_back(between("SEVEN OAKS RD", 1, 99, "", "", "private"));
    city.streets.push_back(between("MERION AVE", 100, 999, "", ""));
    city.streets.push_back(between("MARION AVE", 100, 999, "", ""));
    city.streets.push_back(between("KELLY DR", 1, 4999, "", "", "parks"));
    Street ridge{"RIDGE AVE", {}, {}};
    ridge.blocks = {{100, 299, "", "", "state", "", ""}, {400, 999, "", "", "state", "", ""}};
    city.streets.push_back(ridge);
    std::sort(city.streets.begin(), city.streets.end(),
              [](const Street& a, const Street& b) { return a.name < b.name; });

    Service pothole;
    pothole.code = "street-defect";
    pothole.name = "Street Defect";
    pothole.keywords = {"pothole", "cave-in"};
    Service trash;
    trash.code = "missed-trash";
    trash.name = "Rubbish Collection";
    trash.keywords = {"trash", "garbage", "missed pickup"};
    Service light;
    light.code = "street-light";
    light.name = "Street Light Outage";
    city.services = {pothole, trash, light};

    city.requests = {
        request("17346520", "street-defect", "4208 SPRUCE ST", "Deep pothole in the driving lane", 10),
        request("17346521", "street-defect", "4115 SPRUCE ST", "Sunken patch by the caf\xC3\xA9", 30),
        request("17350011", "street-defect", "4302 SPRUCE ST", "Pothole, second caller", 2),
        request("17350099", "street-light", "4210 SPRUCE ST", "Light out", 3),
        request("17351234", "missed-trash", "1200 S BROAD ST", "Whole block missed", 1),
        request("17351235", "street-defect", "S BROAD ST & SNYDER AVE", "Cave-in at the corner", 5),
        request("17360000", "street-defect", "4400 SPRUCE ST", "Pothole two blocks on", 4),
        request("17370000", "street-defect", "250 RIDGE AVE", "Pothole before the gap", 4),
    };
    city.requests[1].status = "closed";

    const auto destination = [&](const char* id, const char* name, const char* number, const char* handles,
                                 std::vector<std::string> keywords) {
        Destination out;
        out.id = id;
        out.name = name;
        out.number = number;
        out.handles = handles;
        out.keywords = std::move(keywords);
        city.directory.push_back(std::move(out));
    };
    destination("911", "911 Emergency", "911", "Anybody hurt or in danger.",
                {"emergency", "police", "fire", "ambulance"});
    destination("pgw", "Gas Works emergency", "215-555-0112", "Any smell of gas.",
                {"gas", "gas smell", "rotten egg", "leak"});
    destination("water", "Water Department", "215-555-0163", "Water in the street, hydrants, sewers.",
                {"water main", "hydrant", "leak"});
    destination("streets", "Streets Department", "215-555-0155", "Potholes, trash and street lights.",
                {"pothole", "trash"});
    destination("988", "988 Crisis Lifeline", "988", "Somebody in a mental health crisis.", {"suicide", "crisis"});
    destination("permits", "Permit Office", "215-555-0171", "Building permits and plan review.", {"permit", "license"});

    const auto article = [&](const char* id, const char* title, std::vector<std::string> keywords, const char* body) {
        Article out;
        out.id = id;
        out.title = title;
        out.keywords = std::move(keywords);
        out.body = body;
        city.articles.push_back(std::move(out));
    };
    article("deck-permit", "Building a deck: do I need a permit?", {"permit", "deck", "zoning"},
            "A deck above 30 inches needs a building permit.");
    article("trash-day", "When trash is collected", {"trash day", "set out", "holiday schedule"},
            "Set out after 7 in the evening.");
    article("recycling", "What goes in recycling", {"recycling", "blue bin"},
            "Cardboard, cans and bottles. No plastic bags with the trash.");
    article("snow", "Clearing snow from sidewalks", {"snow", "sidewalk", "shovel"},
            "Six hours after it stops, a path of 36 inches.");
    article("noise", "Noise at night", {"noise", "party", "loud music"}, "Call 911 while it goes on.");
    return city;
}

}  // namespace shift311::city::testing
