#include "tests/scoring/cards.hpp"

#include <stdexcept>

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey full_key() {
    AnswerKey key;
    key.script = "gas-in-passing";
    key.title = "A pothole, and \"a smell\"";
    key.channel = journal::Channel::walk_in;
    key.level = 3;
    key.duties = {"6J55-08"};
    key.disposition = "transfer";
    key.service = "street-defect";
    key.reference = "17346520";
    key.target = "911";
    key.warm = true;
    key.emergency = Emergency{"gas_smell", "911", 20'000, true};
    key.fields = {{"location",
                   "Location",
                   text::FieldKind::address,
                   "4208 SPRUCE ST",
                   {"42ND AND SPRUCE"},
                   {"SPRING ST"},
                   "location",
                   true},
                  {"callback", "Call back", text::FieldKind::phone, "215-555-0142", {}, {}, "", false}};
    key.narrative = {{"the smell", {"gas", "rotten eggs"}}};
    key.reply = {{"the number", {"911"}}};
    key.articles = {"gas"};
    key.steps = {{"greet", "Greet"}, {"check_duplicates", "Check"}};
    key.never = {{"calm_down", "Calm"}};
    key.secrets = {"Peña"};
    key.due = "2027-01-28";
    key.chances = {{"opening", {"empathise"}}};
    key.facts_asked = {"location"};
    key.limits = {1, 2, 3, 4};
    return key;
}

std::string key_complaint(const std::string& json) {
    try {
        key_from_json(json);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "accepted";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("an answer key has these bytes, and comes back the same") {
    const std::string json = to_json(full_key());
    CHECK(json ==
          R"({"articles":["gas"],"chances":[{"after":"opening","any":["empathise"]}],"channel":"walk_in",)"
          R"("disposition":"transfer","due":"2027-01-28","duties":["6J55-08"],"emergency":{"cue":"gas_smell",)"
          R"("target":"911","warm":true,"within":20000},"facts_asked":["location"],"fields":[{"accept":["42ND AND )"
          R"(SPRUCE"],"expected":"4208 SPRUCE ST","fact":"location","field":"location","kind":"address","label":)"
          R"("Location","place":true,"real_streets":["SPRING ST"]},{"accept":[],"expected":"215-555-0142","fact":"",)"
          R"("field":"callback","kind":"phone","label":"Call back","place":false,"real_streets":[]}],"level":3,)"
          R"("limits":{"answer":1,"handle":2,"hold":3,"wrap":4},"narrative":[{"any":["gas","rotten eggs"],"what":)"
          R"("the smell"}],"never":[{"id":"calm_down","label":"Calm"}],"reference":"17346520","reply":[{"any":)"
          R"(["911"],"what":"the number"}],"script":"gas-in-passing","secrets":["Peña"],"service":"street-defect",)"
          R"("steps":[{"id":"greet","label":"Greet"},{"id":"check_duplicates","label":"Check"}],"target":"911",)"
          R"("title":"A pothole, and \"a smell\"","warm":true})");
    CHECK(to_json(key_from_json(json)) == json);
    const std::string plain = to_json(AnswerKey{});
    CHECK(plain.find("emergency") == std::string::npos);
    CHECK(to_json(key_from_json(plain)) == plain);
}

TEST_CASE("an answer key that is not exactly one is refused in one sentence") {
    const std::string json = to_json(full_key());
    CHECK(key_complaint(json) == "accepted");
    CHECK(key_complaint(replaced(json, R"("kind":"address")", R"("kind":"place")")) ==
          R"(Answer key: "kind" cannot be "place".)");
    CHECK(key_complaint(replaced(json, R"("level":3)", R"("level":5)")) ==
          R"(Answer key: "level" should lie between 1 and 4.)");
    CHECK(key_complaint(replaced(json, R"("due":"2027-01-28",)", "")) == R"(Answer key: "due" is missing.)");
    CHECK(key_complaint(replaced(json, R"("hold":3)", R"("hold":3,"lunch":9)")) ==
          R"(Answer key: the key "lunch" is unknown here.)");
    CHECK(key_complaint(replaced(json, R"("walk_in")", R"("pigeon")")) ==
          R"(Answer key: "channel" cannot be "pigeon".)");
    CHECK(key_complaint("{") == "Answer key: this is not JSON, from character 2 on.");
}

TEST_CASE("a scorecard comes back the same, byte for byte") {
    JournalBuilder builder;
    builder.rings(journal::Channel::walk_in)
        .answered()
        .at(3000)
        .opening("A pothole, and \"a smell\".", {"location"}, "gas_smell");
    builder.types("location", "4280 Spruce Street").says({"greet"}, "Señora Peña?").ends("hung_up");
    const Scorecard card = assess(full_key(), builder.journal(), 1);
    REQUIRE(card.critical.size() == 3);
    const std::string json = to_json(card);
    const Scorecard back = card_from_json(json);
    CHECK(to_json(back) == json);
    CHECK(back.points == card.points);
    CHECK(back.typing.active == card.typing.active);
    CHECK(back.fields.at("location").written_at == card.fields.at("location").written_at);
    CHECK(back.findings.size() == card.findings.size());
    CHECK(to_json(card_from_json(to_json(Scorecard{}))) == to_json(Scorecard{}));
}

TEST_CASE("a scorecard that cannot be is refused") {
    const std::string json = to_json(assess(full_key(), JournalBuilder().rings().answered().journal(), 1));
    CHECK_THROWS_WITH(card_from_json(replaced(json, "\"competency\":\"recording\"", "\"competency\":\"dancing\"")),
                      R"(Scorecard: "competency" cannot be "dancing".)");
    CHECK_THROWS_AS(card_from_json(replaced(json, "\"points\":0,\"possible\":800", "\"points\":801,\"possible\":800")),
                    std::runtime_error);
    CHECK_THROWS_AS(card_from_json(replaced(json, "\"passed\":false", "\"passed\":0")), std::runtime_error);
    CHECK_THROWS_AS(card_from_json(replaced(json, "\"rubric\"", "\"rubrik\"")), std::runtime_error);
}
