#include "sim/script/cast.hpp"

#include "sim/script/dates.hpp"
#include "sim/script/each_text.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace shift311;
using namespace shift311::script;
using testing::Content;

namespace {

constexpr city::Date kDay{2026, 11, 24};

/// Everything of a cast that a player or a judge can see, in one text.
std::string all_of(const Cast& cast) {
    std::string text = scoring::to_json(cast.key);
    for (const auto& [name, value] : cast.drawn)
        text += "\n" + name + "=" + value;
    for_each_text(cast.script, [&](const std::string& line) { text += "\n" + line; });
    return text;
}

const scoring::FieldKey& field(const Cast& cast, const std::string& code) {
    const auto found = std::find_if(cast.key.fields.begin(), cast.key.fields.end(),
                                    [&](const scoring::FieldKey& key) { return key.field == code; });
    REQUIRE(found != cast.key.fields.end());
    return *found;
}

struct Stage {
    read::Reading reading;
    explicit Stage(const Content& content) : reading(content.read()) {
        for (const std::string& line : content.shown(reading.issues))
            UNSCOPED_INFO(line);
        REQUIRE_FALSE(read::has_errors(reading.issues));
    }
    const city::City& city() const { return reading.library.cities.front(); }
    Cast play(const std::string& id, std::uint64_t seed, city::Date date = kDay) const {
        const city::AddressBook book(city());
        return cast(*find_script(reading.library, id), city(), book, date, seed);
    }
};

}  // namespace

TEST_CASE("the same seed always gives the same cast, and other seeds give others") {
    const read::Reading reading = read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
    REQUIRE_FALSE(read::has_errors(reading.issues));
    for (const Script& script : reading.library.scripts) {
        INFO(script.id);
        const city::City& city = *find_city(reading.library, script.city);
        const city::AddressBook book(city);
        std::set<std::string> different;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const std::string once = all_of(cast(script, city, book, kDay, seed));
            CHECK(once == all_of(cast(script, city, book, kDay, seed)));
            different.insert(once);
        }
        CHECK(different.size() > 1);
    }
}

TEST_CASE("every blank is filled and every field's fact is there") {
    const read::Reading reading = read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
    for (const Script& script : reading.library.scripts) {
        INFO(script.id);
        const city::City& city = *find_city(reading.library, script.city);
        const city::AddressBook book(city);
        for (std::uint64_t seed = 100; seed < 150; ++seed) {
            Cast play = cast(script, city, book, kDay, seed);
            play.script.phrases.clear();  // these keep the blanks that are filled when they are spoken
            for_each_text(play.script, [&](const std::string& line) {
                INFO(line);
                CHECK(line.find_first_of("{}") == std::string::npos);
            });
            for (const auto& [name, value] : play.drawn) {
                INFO(name);
                CHECK(value.find_first_of("{}") == std::string::npos);
            }
            for (const Fact& fact : play.script.facts)
                CHECK(fact.say.size() == 1);
            for (const scoring::FieldKey& key : play.key.fields) {
                INFO(key.field);
                CHECK_FALSE(key.expected.empty());
                CHECK_FALSE(key.label.empty());
                if (key.kind != text::FieldKind::address) continue;
                const city::AddressStatus status = book.look_up(key.expected).status;
                CHECK((status == city::AddressStatus::found || status == city::AddressStatus::street_only ||
                       status == city::AddressStatus::intersection));
                CHECK(std::find(key.real_streets.begin(), key.real_streets.end(), key.expected) ==
                      key.real_streets.end());
            }
            for (const std::string& secret : play.key.secrets)
                CHECK_FALSE(secret.empty());
        }
    }
}

TEST_CASE("the cast of a script, drawn and keyed") {
    const Content content;
    const Stage stage(content);
    const Cast play = stage.play("pothole", 7);
    const std::string address = play.drawn.at("where.address");
    // These must never change: journals of earlier plays were made with them, on whatever compiler.
    CHECK(address == "4203 SPRUCE ST");
    CHECK(play.drawn.at("who") == "Bob Reyes");
    CHECK(play.drawn.at("size") == "2");
    CHECK(play.drawn.at("tel") == "267-555-0182");
    CHECK(play.drawn.at("where") == address);
    CHECK(play.script.caller.name == play.drawn.at("who"));
    CHECK(play.script.vary.empty());
    CHECK(play.key.script == "pothole");
    CHECK(play.key.disposition == "file");
    CHECK(play.key.service == "street-defect");
    REQUIRE(play.key.fields.size() == 5);
    CHECK(field(play, "location").expected == address);
    CHECK(field(play, "location").label == "Location");
    CHECK(field(play, "location").kind == text::FieldKind::address);
    CHECK(field(play, "location").place);
    CHECK(field(play, "location").fact == "location");
    CHECK(field(play, "lane").kind == text::FieldKind::choice);
    CHECK_FALSE(field(play, "lane").place);
    CHECK(field(play, "callback").kind == text::FieldKind::phone);
    CHECK(field(play, "caller_name").kind == text::FieldKind::name);
    CHECK(field(play, "size").kind == text::FieldKind::number);
    CHECK(field(play, "size").accept.front() == play.drawn.at("size") + " feet");
    REQUIRE(play.key.steps.size() == 6);
    CHECK(play.key.steps[3].label == "Check for duplicates before filing");
    CHECK(play.key.never[0].label == "Promise a date");
    CHECK(play.key.limits.handle == 360'000);
    CHECK(play.key.limits.hold == scoring::AnswerKey::Limits{}.hold);
    CHECK(play.key.chances[0].after == "still-there");
    CHECK(play.key.facts_asked.size() == 5);
    // Three business days from Tuesday; Thursday is a holiday.
    CHECK(play.key.due == "2026-11-30");
    CHECK(stage.play("pothole", 7, {2026, 12, 1}).key.due == "2026-12-04");
}

TEST_CASE("a drawn block answers its wishes and stays clear of open requests") {
    const Content content;
    const Stage stage(content);
    std::set<std::string> corners;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Cast play = stage.play("pothole", seed);
        const int number = std::stoi(play.drawn.at("where.number"));
        INFO(number);
        // Block 4000 holds an open request and 4100 is next to it; 4300 is the state's.
        CHECK(number >= 4200);
        CHECK(number <= 4299);
        CHECK(play.drawn.at("where.street") == "SPRUCE ST");
        CHECK(play.drawn.at("where.maintained_by") == "city");
        CHECK(play.drawn.at("where.cross") == (number < 4250 ? "S 42ND ST" : "S 43RD ST"));
        corners.insert(play.drawn.at("where.cross"));
    }
    CHECK(corners.size() == 2);
}

TEST_CASE("a dead end takes its other corner, and one side of a street keeps its parity") {
    const Content content;
    content.change("smallville/scripts/gas.yaml", "block: {}", "block: { maintained_by: state }");
    const Stage stage(content);
    for (std::uint64_t seed = 0; seed < 30; ++seed)
        CHECK(stage.play("gas", seed).drawn.at("where.cross") == "S 43RD ST");
    content.change("smallville/scripts/gas.yaml", "maintained_by: state", "on: [S FRONT ST]");
    const Stage odd(content);
    for (std::uint64_t seed = 0; seed < 30; ++seed)
        CHECK(std::stoi(odd.play("gas", seed).drawn.at("where.number")) % 2 == 1);
}

TEST_CASE("twins exist in the opposite direction") {
    const Content content;
    content.change("smallville/scripts/gas.yaml", "block: {}", "block: { twin: true }");
    const Stage stage(content);
    std::set<std::string> streets;
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        streets.insert(stage.play("gas", seed).drawn.at("where.street"));
    CHECK(streets == std::set<std::string>{"N FRONT ST", "S FRONT ST"});
}

TEST_CASE("a request is quoted as it stands, and misremembered by two swapped digits") {
    const Content content;
    const Stage stage(content);
    std::set<std::string> wrong;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Cast play = stage.play("status", seed);
        CHECK(play.drawn.at("req.reference") == "17346520");
        CHECK(play.key.reference == "17346520");
        CHECK(play.key.secrets == std::vector<std::string>{"Cy Stone"});
        // Opened on Thursday the 19th, three business days.
        CHECK(play.key.due == "2026-11-24");
        const std::string& swapped = play.drawn.at("req.wrong");
        CHECK(swapped != "17346520");
        CHECK(std::is_permutation(swapped.begin(), swapped.end(), std::string("17346520").begin()));
        wrong.insert(swapped);
    }
    CHECK(wrong.size() == 7);
}

TEST_CASE("people of one play and the people of the records have different names") {
    const Content content;
    content.change("smallville/scripts/pothole.yaml", "  who: { name: english }",
                   "  who: { name: english }\n  other: { name: english }");
    content.change("smallville/scripts/pothole.yaml", "Hi, there", "{other} sent me. There");
    content.change("smallville/city.yaml", "[Reyes, Stone]", "[Reyes, Stone, Park]");
    const Stage stage(content);
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Cast play = stage.play("pothole", seed);
        CHECK(play.drawn.at("who.last") != "Stone");
        CHECK(play.drawn.at("other.last") != "Stone");
        CHECK(play.drawn.at("who.last") != play.drawn.at("other.last"));
    }
}

TEST_CASE("telephone numbers belong to nobody and differ within a play") {
    const Content content;
    content.change("smallville/scripts/pothole.yaml", "  tel: { phone: true }",
                   "  tel: { phone: true }\n  work: { phone: true }");
    content.change("smallville/scripts/pothole.yaml", "Hi, there", "Call {work}. There");
    const Stage stage(content);
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Cast play = stage.play("pothole", seed);
        for (const char* id : {"tel", "work"}) {
            const std::string& phone = play.drawn.at(id);
            INFO(phone);
            CHECK(phone.size() == 12);
            CHECK((phone.starts_with("215-555-01") || phone.starts_with("267-555-01")));
        }
        CHECK(play.drawn.at("tel") != play.drawn.at("work"));
    }
}

TEST_CASE("one_of may hold what was drawn before it, and numbers include both ends") {
    const Content content;
    content.change("smallville/scripts/pothole.yaml", R"(size: { one_of: ["2", "3"] })",
                   "n: { number: [2, 4] }\n  size: { one_of: [\"{n} feet\", \"{n} yards\"] }");
    const Stage stage(content);
    std::set<std::string> sizes;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        sizes.insert(stage.play("pothole", seed).drawn.at("size"));
    CHECK(sizes == std::set<std::string>{"2 feet", "3 feet", "4 feet", "2 yards", "3 yards", "4 yards"});
}

TEST_CASE("a datetime is compared as a day when it is one, and a field's kind can be chosen") {
    const Content content;
    content.change("smallville/scripts/pothole.yaml", "    lane: driving_lane\n",
                   "    lane: driving_lane\n    since: { value: this morning, fact: lane }\n"
                   "    cross_street: { value: \"{where.cross}\", fact: location }\n");
    const Stage words(content);
    CHECK(field(words.play("pothole", 1), "since").kind == text::FieldKind::text);
    CHECK(field(words.play("pothole", 1), "cross_street").kind == text::FieldKind::address);
    CHECK_FALSE(field(words.play("pothole", 1), "cross_street").place);
    content.change("smallville/scripts/pothole.yaml", "value: this morning", "value: 2026-11-20");
    CHECK(field(Stage(content).play("pothole", 1), "since").kind == text::FieldKind::date);
    content.change("smallville/scripts/pothole.yaml", "value: 2026-11-20", "kind: name, value: 2026-11-20");
    CHECK(field(Stage(content).play("pothole", 1), "since").kind == text::FieldKind::name);
}

TEST_CASE("requests are dated for the story's day") {
    const Content content;
    const Stage stage(content);
    city::City city = stage.city();
    date_requests(city, kDay);
    CHECK(city.requests[0].opened == city::Date{2026, 11, 19});
    CHECK(city.requests[0].expected == city::Date{2026, 11, 24});
    CHECK(city.requests[1].opened == city::Date{2026, 10, 25});
    city.services[0].due.business_days.reset();
    date_requests(city, kDay);
    CHECK_FALSE(city.requests[0].expected);
}

TEST_CASE("an emergency and its target reach the key") {
    const Content content;
    const Cast play = Stage(content).play("gas", 3);
    REQUIRE(play.key.emergency);
    CHECK(play.key.emergency->cue == "gas_smell");
    CHECK(play.key.emergency->target == "911");
    CHECK(play.key.target == "911");
    CHECK(play.key.warm);
    CHECK(play.key.due.empty());
}
