#include "assessment/text/street_address.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/text/random_text.hpp"

#include <string>

using namespace shift311::text;
using shift311::text::testing::Random;

namespace {
struct Row {
    const char* typed;
    const char* normal;
};
std::string normal(std::string_view typed) {
    return written(parse_location(typed));
}
}  // namespace

TEST_CASE("addresses come out in the city's spelling", "[address]") {
    const Row rows[] = {
        // The rows of libpostal's expansion tests, in our normal form.
        {"123 Main St. #2f", "123 MAIN ST APT 2F"},
        {"120 E Ninety-sixth St", "120 E 96TH ST"},
        {"Nineteen oh one W El Segundo Blvd", "1901 W EL SEGUNDO BLVD"},
        {"S St. NW", "S ST NW"},
        // Typing.
        {"4208 spruce street", "4208 SPRUCE ST"},
        {"  4208   SPRUCE, STREET ", "4208 SPRUCE ST"},
        {"4208 Spruce St., Philadelphia, PA 19104", "4208 SPRUCE ST"},
        {"599 THE EMBARCADERO, SAN FRANCISCO, CA, 94111", "599 THE EMBARCADERO"},
        {"s broad", "S BROAD"},
        {"SOUTH BROAD ST", "S BROAD ST"},
        {"South St", "SOUTH ST"},
        {"1200 South Street", "1200 SOUTH ST"},
        {"North St", "NORTH ST"},
        {"n.w. corner", "NW CORNER"},
        {"42nd st", "42ND ST"},
        {"42 St", "42ND ST"},
        {"42th Street", "42ND ST"},
        {"4208 42 St", "4208 42ND ST"},
        {"01ST ST", "1ST ST"},
        {"4208-16 Germantown Ave", "4208-16 GERMANTOWN AVE"},
        {"4208 - 16 Germantown Ave", "4208-16 GERMANTOWN AVE"},
        {"12 1/2 Spruce St", "12 1/2 SPRUCE ST"},
        {"12\xC2\xBD Spruce St", "12 1/2 SPRUCE ST"},
        {"4208A Spruce St", "4208A SPRUCE ST"},
        {"4208-a Spruce St", "4208A SPRUCE ST"},
        {"04208 Spruce St", "4208 SPRUCE ST"},
        {"Spruce St, 4208", "4208 SPRUCE ST"},
        {"City Hall, 1400 John F Kennedy Blvd", "1400 JOHN F KENNEDY BLVD"},
        {"1500 block of Market St", "1500 MARKET ST"},
        {"4200 Spruce between 42nd and 43rd", "4200 SPRUCE"},
        {"100 Saint James Street", "100 ST JAMES ST"},
        {"Mount Vernon St", "MT VERNON ST"},
        {"Buena Vista Ave East", "BUENA VISTA AVE E"},
        {"Avenue N", "AVENUE N"},
        {"4208 Ave N", "4208 AVENUE N"},
        {"South Park", "S PARK"},
        {"O'Neil St", "ONEIL ST"},
        {"O\xE2\x80\x99Neil St", "ONEIL ST"},
        {"4208 Pe\xC3\xB1"
         "a St",
         "4208 PENA ST"},
        {"10 N Front St", "10 N FRONT ST"},
        {"calle Spruce 4208", "4208 SPRUCE ST"},
        {"4208 Spruce St near 43rd", "4208 SPRUCE ST"},
        {"4208 Calle Cinco", "4208 5TH ST"},
        // Speech.
        {"forty-two oh eight south forty second street", "4208 S 42ND ST"},
        {"forty two oh eight Spruce Street", "4208 SPRUCE ST"},
        {"one twenty-three Snyder Avenue", "123 SNYDER AVE"},
        {"fifteen hundred Market", "1500 MARKET"},
        {"42 oh eight Spruce", "4208 SPRUCE"},
        {"forty two oh eight forty two street", "4208 42ND ST"},
        {"twelve and a half Spruce Street", "12 1/2 SPRUCE ST"},
        {"forty-two oh eight to sixteen Germantown Avenue", "4208-16 GERMANTOWN AVE"},
        {"it's forty-two oh eight Spruce, apartment two F", "4208 SPRUCE APT 2F"},
        {"fifth avenue", "5TH AVE"},
        {"north west thirty third street", "NW 33RD ST"},
        // Units.
        {"4208 Spruce St Apt 2F", "4208 SPRUCE ST APT 2F"},
        {"4208 Spruce St, Unit #2", "4208 SPRUCE ST APT 2"},
        {"4208 Spruce St 2F", "4208 SPRUCE ST APT 2F"},
        {"4208 Spruce St 2nd floor", "4208 SPRUCE ST FL 2"},
        {"4208 Spruce St, second floor", "4208 SPRUCE ST FL 2"},
        {"4208 Spruce St Floor 2", "4208 SPRUCE ST FL 2"},
        {"4208 Spruce St rear", "4208 SPRUCE ST REAR"},
        {"4208 Spruce St Suite 400", "4208 SPRUCE ST APT 400"},
        {"4208 Spruce St number 2f", "4208 SPRUCE ST APT 2F"},
        // Corners.
        {"Broad & Snyder", "BROAD & SNYDER"},
        {"corner of 5th and Market", "5TH & MARKET"},
        {"at the corner of Fifth and Market Streets", "5TH ST & MARKET ST"},
        {"S Broad St @ Snyder Ave", "S BROAD ST & SNYDER AVE"},
        {"Broad at Snyder", "BROAD & SNYDER"},
        {"15th/Market", "15TH & MARKET"},
        {"15 and Market", "15TH & MARKET"},
        {"fifteen and Market", "15TH & MARKET"},
        {"Intersection of WOOLSEY ST and GOETTINGEN ST", "WOOLSEY ST & GOETTINGEN ST"},
        {"la esquina de Broad y Snyder", "BROAD & SNYDER"},
        {"Broad at the corner of Snyder", "BROAD & SNYDER"},
        {"the corner Broad and Snyder", "BROAD & SNYDER"},
        {"Esquina Dr", "ESQUINA DR"},
        {"Broad &", "BROAD"},
        {"& Broad", "BROAD"},
        // Not yet an address.
        {"", ""},
        {"4208", "4208"},
        {"S", "S"},
        {"#", ""},
        {"4208 #2F", "4208 APT 2F"},
        {"&", ""},
    };
    for (const Row& row : rows) {
        INFO(row.typed);
        CHECK(normal(row.typed) == row.normal);
    }
}

TEST_CASE("an address falls into its parts", "[address]") {
    const Location one = parse_location("4208-16 South 42nd Street NW Apt 2F");
    CHECK(one.first == StreetAddress{"4208-16", "S", "42ND", "ST", "NW", "2F"});
    CHECK(one.cross.empty());
    const Location corner = parse_location("S Broad St and Snyder Ave");
    CHECK(corner.first == StreetAddress{"", "S", "BROAD", "ST", "", ""});
    REQUIRE(corner.cross.size() == 1);
    CHECK(corner.cross[0] == StreetAddress{"", "", "SNYDER", "AVE", "", ""});
}

TEST_CASE("two places stay two", "[address]") {
    CHECK(normal("19TH AVE") != normal("9TH AVE"));
    CHECK(normal("GEARY ST") != normal("GEARY BLVD"));
    CHECK(normal("N Broad St") != normal("S Broad St"));
    CHECK(normal("South St") != normal("S St"));
}

TEST_CASE("words of addresses and their abbreviations", "[address]") {
    CHECK(direction_abbreviation("NORTH") == "N");
    CHECK(direction_abbreviation("s.") == "S");
    CHECK(direction_abbreviation("Southwest") == "SW");
    CHECK(direction_abbreviation("Spruce") == "");
    CHECK(suffix_abbreviation("Street") == "ST");
    CHECK(suffix_abbreviation("Boul.") == "BLVD");
    CHECK(suffix_abbreviation("aly") == "ALY");
    CHECK(suffix_abbreviation("Terrace") == "TER");
    CHECK(suffix_abbreviation("Spruce") == "");
    CHECK(suffix_abbreviation("") == "");
}

TEST_CASE("addresses as a person says them", "[address]") {
    const Row rows[] = {
        {"4208 SPRUCE ST", "forty-two oh eight Spruce Street"},
        {"S 42ND ST", "South Forty-second Street"},
        {"1500 MARKET ST", "fifteen hundred Market Street"},
        {"123 N BROAD ST", "one twenty-three North Broad Street"},
        {"S BROAD ST & SNYDER AVE", "South Broad Street and Snyder Avenue"},
        {"4208 SPRUCE ST APT 2F", "forty-two oh eight Spruce Street apartment two F"},
        {"4208 SPRUCE ST FL 2", "forty-two oh eight Spruce Street floor two"},
        {"12 1/2 SPRUCE ST", "twelve and a half Spruce Street"},
        {"4208-16 GERMANTOWN AVE", "forty-two oh eight to sixteen Germantown Avenue"},
        {"100 ST JAMES ST", "one hundred Saint James Street"},
        {"2600 MCKEAN ST", "twenty-six hundred McKean Street"},
        {"S ST NW", "S Street Northwest"},
        {"120 3RD ST", "120 Third Street"},  // "one twenty Third" would be heard as 1 and 23rd
        {"123RD ST", "123rd Street"},
        {"599 THE EMBARCADERO", "five ninety-nine The Embarcadero"},
        {"", ""},
    };
    for (const Row& row : rows) {
        INFO(row.typed);
        CHECK(spoken(row.typed) == row.normal);
    }
}

TEST_CASE("what is said is read back as the same place", "[address]") {
    const std::vector<std::string> numbers = {"",      "1",       "7",      "20",    "42",   "100",  "123",
                                              "120",   "300",     "408",    "1000",  "1500", "1901", "2000",
                                              "2010",  "3021",    "4208",   "4240",  "5005", "9999", "10005",
                                              "12000", "4208-16", "12 1/2", "4208A", "20-22"};
    const std::vector<std::string> directions = {"", "N", "S", "E", "W", "NE", "SW"};
    const std::vector<std::string> names = {"SPRUCE",
                                            "BROAD",
                                            "42ND",
                                            "3RD",
                                            "1ST",
                                            "11TH",
                                            "20TH",
                                            "66TH",
                                            "123RD",
                                            "ST JAMES",
                                            "MT VERNON",
                                            "SPRING GARDEN",
                                            "JOHN F KENNEDY",
                                            "MCKEAN",
                                            "THE EMBARCADERO",
                                            "SOUTH",
                                            "FRONT",
                                            "A",
                                            "OAK LANE",
                                            "SEVEN OAKS",
                                            "MARTIN LUTHER KING JR",
                                            "LA SALLE"};
    const std::vector<std::string> suffixes = {"ST", "AVE", "BLVD", "RD", "PL", "TER", "PARK", "SQ", ""};
    const std::vector<std::string> units = {"",         "",      "",      " APT 2F", " APT 12", " APT B",
                                            " APT 204", " FL 2", " REAR", " APT A2", " # 3"};
    Random random(2027);
    int in_words = 0;
    for (int round = 0; round < shift311::tests::effort(20'000); ++round) {
        std::string address = random.pick(numbers);
        const auto add = [&](const std::string& part) {
            if (!part.empty()) address += (address.empty() ? "" : " ") + part;
        };
        add(random.pick(directions));
        add(random.pick(names));
        add(random.pick(suffixes));
        address += random.pick(units);
        if (random.below(5) == 0) address += " & " + random.pick(names) + " " + random.pick(suffixes);
        const Location place = parse_location(address);
        const std::string said = spoken(address);
        INFO(address << " / " << said);
        REQUIRE(parse_location(said) == place);
        REQUIRE(parse_location(written(place)) == place);
        if (said.find_first_of("0123456789") == std::string::npos) ++in_words;
    }
    // Digits stay only where words would be heard otherwise, and in 4208A and 123RD.
    CHECK(in_words > shift311::tests::effort(13'000));
}

TEST_CASE("addresses take any bytes", "[address]") {
    Random random(4);
    for (int round = 0; round < shift311::tests::effort(20'000); ++round) {
        const std::string text = round % 4 == 0 ? random.bytes(60) : random.address_soup();
        const Location place = parse_location(text);
        REQUIRE(parse_location(written(place)) == place);  // one form for one place, however odd
        spoken(text);
        direction_abbreviation(text);
        suffix_abbreviation(text);
    }
    parse_location(std::string(20'000, '1'));
    parse_location(std::string(20'000, ','));
    SUCCEED();
}
