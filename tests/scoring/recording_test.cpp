#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey pothole() {
    AnswerKey key;
    key.disposition = "file";
    key.service = "street-defect";
    key.fields = {{"location", "Location", text::FieldKind::address, "4208 SPRUCE ST", {}, {}, "location", true},
                  {"cross_street", "Cross street", text::FieldKind::address, "S 42ND ST", {}, {}, "cross", false},
                  {"lane", "Lane", text::FieldKind::choice, "driving_lane", {}, {}, "lane", false}};
    return key;
}

JournalBuilder told() {
    JournalBuilder builder;
    builder.rings().at(4000).answered().at(10'000).caller("Forty-two oh eight Spruce.", {"location"});
    builder.at(27'000).caller("The corner is South Forty-second.", {"cross"});
    return builder;
}

}  // namespace

TEST_CASE("a right field earns all of its points and names both events") {
    JournalBuilder builder = told();
    builder.at(30'000).chooses("location", "4208 spruce street");
    const Scorecard card = assess(pothole(), builder.journal(), 1);
    const Finding place = finding(card, "field.location");
    CHECK(place.points == 800);
    CHECK(place.possible == 800);
    CHECK(place.evidence == std::vector<journal::Seq>{3, 5});
    CHECK(place.why == "Location: right, as the caller said it at 0:06; it was written 0:20 later.");
    const FieldResult& result = card.fields.at("location");
    CHECK(result.credit == 100);
    CHECK(result.said == 3);
    CHECK(result.written_at == 5);
    CHECK(result.written == "4208 spruce street");
    CHECK(result.expected == "4208 SPRUCE ST");
}

TEST_CASE("the value at the moment of filing counts") {
    JournalBuilder builder = told();
    builder.at(30'000).chooses("location", "4280 SPRUCE ST").chooses("location", "4208 SPRUCE ST");
    builder.files("18000001", "street-defect", {{"location", "4208 SPRUCE ST"}});
    builder.chooses("location", "1 BROAD ST");
    const Scorecard card = assess(pothole(), builder.journal(), 1);
    CHECK(finding(card, "field.location").points == 800);
    CHECK(card.fields.at("location").written_at == 6);
    CHECK(finding(card, "field.location").evidence == std::vector<journal::Seq>{3, 6, 7});
}

TEST_CASE("a request filed for the wrong place is critical, and says what it leads to") {
    JournalBuilder builder = told();
    builder.at(30'000).chooses("location", "4280 SPRUCE ST");
    const Finding unfiled = finding(assess(pothole(), builder.journal(), 1), "field.location");
    CHECK(unfiled.points == 0);
    CHECK_FALSE(unfiled.critical);
    CHECK(unfiled.title == "House number: 4280 written, 4208 said");

    builder.files("18000001", "street-defect", {{"location", "4280 SPRUCE ST"}});
    const Scorecard card = assess(pothole(), builder.journal(), 1);
    const Finding filed = finding(card, "field.location");
    CHECK(filed.critical);
    CHECK(
        filed.why ==
        "House number: 4280 written, 4208 said. The caller said it at 0:06. A crew sent to 4280 is at the wrong door.");
    CHECK(card.critical ==
          std::vector<std::string>{"Request filed for the wrong place: 4280 SPRUCE ST, not 4208 SPRUCE ST."});
    CHECK_FALSE(card.passed);
}

TEST_CASE("a direction or a street type that is wrong is a wrong place too, a misspelling is not") {
    const auto credit_of = [](const std::string& expected, const std::string& written) {
        AnswerKey key = pothole();
        key.fields[0].expected = expected;
        JournalBuilder builder = told();
        builder.chooses("location", written).files("18000001", "street-defect", {{"location", written}});
        const Scorecard card = assess(key, builder.journal(), 1);
        return std::pair(card.fields.at("location").credit, !card.critical.empty());
    };
    CHECK(credit_of("1200 N BROAD ST", "1200 S BROAD ST") == std::pair(0, true));
    CHECK(credit_of("1200 GEARY BLVD", "1200 GEARY ST") == std::pair(0, true));
    CHECK(credit_of("4208 SPRUCE ST", "4208 SPRUSE ST") == std::pair(50, false));
    CHECK(credit_of("4208 SPRUCE ST", "4208 SPRUCE ST") == std::pair(100, false));
}

TEST_CASE("a wrong field away from the place is no critical error") {
    JournalBuilder builder = told();
    builder.chooses("cross_street", "S 43RD ST").files("18000001", "street-defect", {{"cross_street", "S 43RD ST"}});
    const Scorecard card = assess(pothole(), builder.journal(), 1);
    CHECK(card.critical.empty());
    CHECK(finding(card, "field.cross_street").title.starts_with("Cross street"));
}

TEST_CASE("half credit is half the points, rounded up") {
    Rubric rubric;
    rubric.field = 401;
    AnswerKey key = pothole();
    key.fields = {{"name", "Caller", text::FieldKind::name, "Whitfield", {}, {}, "", false}};
    JournalBuilder builder = told();
    builder.chooses("name", "Whitfeild");
    CHECK(finding(assess(key, builder.journal(), 1, rubric), "field.name").points == 201);
}

TEST_CASE("an empty field is told apart by whether anybody asked") {
    JournalBuilder builder = told();
    const Scorecard card = assess(pothole(), builder.journal(), 1);
    CHECK(finding(card, "field.cross_street").why == "The field was left empty. The caller said it at 0:23.");
    CHECK(finding(card, "field.cross_street").title == "Cross street left empty");
    CHECK(finding(card, "field.lane").why == "The caller never said it, because nobody asked: ask about the lane.");
    CHECK(card.fields.at("lane").said == 0);
    CHECK(card.fields.at("lane").written_at == 0);
}

TEST_CASE("a wrong guess at what was never said is not blamed on hearing") {
    JournalBuilder builder = told();
    builder.chooses("lane", "parking_lane");
    const std::string why = finding(assess(pothole(), builder.journal(), 1), "field.lane").why;
    CHECK(
        why ==
        "Lane: parking lane written, driving lane would be right. The caller never said it, because nobody asked: ask "
        "about the lane.");
}

TEST_CASE("a letter tells its facts by arriving") {
    AnswerKey key = pothole();
    key.channel = journal::Channel::email;
    journal::Arrived arrived;
    arrived.channel = journal::Channel::email;
    arrived.body = "4208 Spruce, driving lane";
    arrived.tells = {"location", "lane"};
    JournalBuilder builder;
    builder.act(arrived).answered().chooses("location", "4208 SPRUCE ST");
    CHECK(finding(assess(key, builder.journal(), 1), "field.location").evidence == std::vector<journal::Seq>{1, 3});
}

TEST_CASE("the narrative holds a fact in any of its wordings, in the notes as well") {
    AnswerKey key;
    key.narrative = {{"the damaged tire", {"blew a tire", "tire damaged", "flat tire"}},
                     {"the depth", {"a foot deep"}}};
    JournalBuilder builder;
    builder.rings().answered().chooses("narrative", "Caller BLEW A TIRE, hole is wide.");
    Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "narrative.1").points == 200);
    CHECK(finding(card, "narrative.1").evidence == std::vector<journal::Seq>{3});
    CHECK(finding(card, "narrative.2").points == 0);
    builder.chooses("notes", "about a foot   deep");
    card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "narrative.2").points == 200);
    // A reply is no narrative, and neither is half a wording.
    JournalBuilder other;
    other.rings().answered().chooses("reply", "blew a tire").chooses("notes", "foot deep");
    card = assess(key, other.journal(), 1);
    CHECK(finding(card, "narrative.1").points == 0);
    CHECK(finding(card, "narrative.2").points == 0);
}
