#include "sim/script/read/reader.hpp"

#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

using namespace shift311;
using namespace shift311::script;
using testing::Content;

TEST_CASE("a sound content folder is read whole, without a word") {
    const Content content;
    const read::Reading reading = content.read();
    CHECK(content.shown(reading.issues).empty());
    const Library& library = reading.library;
    CHECK(library.phrases.size() == 12);
    CHECK(library.phrases.front().id == "greet");
    CHECK(find_phrase(library, "promise_date")->avoid);
    CHECK(find_phrase(library, "nothing") == nullptr);
    REQUIRE(library.scripts.size() == 3);
    CHECK(library.scripts[0].id == "gas");
    CHECK(library.scripts[2].id == "status");
    REQUIRE(find_city(library, "smallville") != nullptr);
    REQUIRE(find_shift(library, "short") != nullptr);
    CHECK(library.manners.lines.at("english").at("still_there").say.size() == 2);
    CHECK(library.manners.lines.at("english").at("empathise").mood == 1);
}

TEST_CASE("a city is read as written") {
    const Content content;
    const city::City city = content.read().library.cities.front();
    CHECK(city.contact_center == "Small311");
    CHECK(city.holidays == std::vector<city::Date>{{2026, 11, 26}, {2026, 12, 25}});
    REQUIRE(city.streets.size() == 3);
    CHECK(city.streets[0].name == "N FRONT ST");
    CHECK(city.streets[2].blocks[3].cross_high.empty());
    CHECK(city.streets[2].blocks[3].maintained_by == "state");
    CHECK(city.streets[2].blocks[0].zip == "19104");
    REQUIRE(city.services.size() == 1);
    const city::Service& service = city.services.front();
    CHECK(service.due.business_days == 3);
    CHECK(service.due.basis == city::Basis::published);
    CHECK(service.attributes[1].datatype == city::Attribute::Datatype::singlevaluelist);
    CHECK(service.attributes[1].values[0].key == "driving_lane");
    CHECK(service.attributes[0].required);
    CHECK(city.directory[0].answers_in_s == 8);
    CHECK(city.directory[1].emergency);
    CHECK(city.articles[0].services == std::vector<std::string>{"street-defect"});
    CHECK(city.requests[1].closed_days_ago == 20);
    CHECK(city.requests[0].reporter == "Cy Stone");
    CHECK(city.referrals[0].how == "warm");
    CHECK(city.names.at("english").family == std::vector<std::string>{"Reyes", "Stone"});
}

TEST_CASE("a script is read as written") {
    const Content content;
    const read::Reading reading = content.read();
    const Script& script = *find_script(reading.library, "pothole");
    CHECK(script.title == "A pothole");
    CHECK(script.channel == Channel::phone);
    CHECK(script.duties == std::vector<std::string>{"6J55-08"});
    REQUIRE(script.vary.size() == 4);
    CHECK(script.vary[0].first == "who");
    CHECK(script.vary[1].second.on == std::vector<std::string>{"SPRUCE ST"});
    CHECK(script.caller.mood == Mood::annoyed);
    CHECK(script.caller.patience == 90'000);
    CHECK(script.caller.hold_patience == 120'000);
    CHECK(script.facts[0].say.size() == 2);
    CHECK(script.facts[2].told_by == std::vector<std::string>{"ask_callback"});
    CHECK(script.phrases[0].id == "ask_tire");
    CHECK(script.beats[0].id == "still-there");
    CHECK(script.beats[0].after == 40'000);
    CHECK(script.beats[0].mood == -1);
    CHECK(script.beats[1].id == "beat-2");
    CHECK(script.beats[1].on == std::vector<std::string>{"empathise", "ask_tire"});
    CHECK(script.expect.fields[0].fact == "location");
    CHECK(script.expect.fields[3].fact == "name");
    CHECK(script.expect.fields[4].accept == std::vector<std::string>{"{size} feet"});
    CHECK(script.expect.narrative[0].any.size() == 2);
    CHECK(script.expect.handle_limit == 360'000);
    CHECK_FALSE(script.expect.hold_limit);
    CHECK(script.labels.at("check_duplicates") == "Check for duplicates before filing");
    CHECK(script.labels.at("greet") == "Greet");
    CHECK(script.labels.at("promise_date") == "Promise a date");
    CHECK(script.place.file == content.path("smallville/scripts/pothole.yaml"));

    const Script& gas = *find_script(reading.library, "gas");
    REQUIRE(gas.emergency);
    CHECK(gas.emergency->target == "911");
    CHECK(gas.emergency->within == 20'000);
    CHECK(gas.expect.warm);
}

TEST_CASE("a shift is read as written") {
    const Content content;
    const read::Reading reading = content.read();
    const ShiftPlan& shift = *find_shift(reading.library, "short");
    CHECK(shift.level == 2);
    CHECK(shift.date == "2026-11-24");
    CHECK(shift.starts_at_minute == 480);
    CHECK(shift.service_level_percent == 80);
    REQUIRE(shift.contacts.size() == 2);
    CHECK(shift.contacts[1].at == 120'000);
    CHECK(shift.contacts[1].script == "gas");
}

TEST_CASE("the hash names the bytes") {
    const Content content;
    const std::string before = content.read().library.scripts[0].hash;
    const std::string city_before = content.read().library.cities[0].hash;
    CHECK(before.size() == 64);
    CHECK(content.read().library.scripts[0].hash == before);
    content.write("smallville/scripts/gas.yaml", content.bytes("smallville/scripts/gas.yaml") + "# a comment\n");
    CHECK(content.read().library.scripts[0].hash != before);
    CHECK(content.read().library.cities[0].hash == city_before);
    content.write("smallville/city.yaml", content.bytes("smallville/city.yaml") + "# a comment\n");
    CHECK(content.read().library.cities[0].hash != city_before);
    // BLAKE2b-256 of nothing but the length mark would differ from this well-known value of the empty text.
    CHECK(before != "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("a folder that holds no content is one clear sentence") {
    const Content content;
    CHECK(content.shown(read::read_library(content.path("nowhere")).issues) ==
          std::vector<std::string>{"nowhere: error: there is no content folder here"});
    CHECK(content.shown(read::read_library(content.path("smallville")).issues) ==
          std::vector<std::string>{"smallville: error: this is no content folder: it holds no folder `common`"});
}

TEST_CASE("a single script can be read from text, with syntax and shape checked") {
    const Content content;
    std::vector<read::Issue> issues;
    const Script script = read::read_script(content.bytes("smallville/scripts/gas.yaml"), "gas.yaml", issues);
    CHECK(issues.empty());
    CHECK(script.id == "gas");
    read::read_script("script: x\nopenning: hello\n", "x.yaml", issues);
    REQUIRE_FALSE(issues.empty());
    CHECK(read::text(issues[0]) == "x.yaml:2:1: error: unknown key `openning` (openning); did you mean `opening`?");
}

TEST_CASE("the core phrases can be read alone") {
    const Content content;
    std::vector<read::Issue> issues;
    CHECK(read::read_phrases(content.path("common/phrases.yaml"), issues).size() == 12);
    CHECK(issues.empty());
}

TEST_CASE("the content that is delivered is sound") {
    const read::Reading reading = read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
    for (const read::Issue& issue : reading.issues)
        UNSCOPED_INFO(read::text(issue));
    CHECK_FALSE(read::has_errors(reading.issues));
    // One warning is meant: a program whose city has no contacts yet.
    CHECK(reading.issues.size() == 1);
    CHECK(find_program(reading.library, "6J55") != nullptr);
    CHECK(find_program(reading.library, "1322") != nullptr);
    CHECK(reading.library.phrases.size() >= 50);
    CHECK(find_city(reading.library, "philadelphia") != nullptr);
}
