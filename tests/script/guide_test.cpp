// The format guide and the editors' schemas tell of exactly the keys that the reader knows.
#include "sim/script/blanks.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content_file.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <span>
#include <string>
#include <vector>

namespace keys = shift311::script::read::keys;

namespace {

struct Part {
    const char* schema;
    const char* pointer;  ///< where the schema describes the record
    std::span<const std::string_view> keys;
};

const std::vector<Part> kParts{
    {"script", "", keys::kScript},
    {"script", "/properties/vary/additionalProperties", keys::kVary},
    {"script", "/properties/vary/additionalProperties/properties/block", keys::kVaryBlock},
    {"script", "/properties/vary/additionalProperties/properties/request", keys::kVaryRequest},
    {"script", "/properties/caller", keys::kCaller},
    {"script", "/properties/opening/anyOf/1", keys::kOpening},
    {"script", "/properties/facts/additionalProperties", keys::kFact},
    {"script", "/properties/phrases/additionalProperties", keys::kPhrase},
    {"script", "/properties/beats/items", keys::kBeat},
    {"script", "/properties/emergency", keys::kEmergency},
    {"script", "/properties/expect", keys::kExpect},
    {"script", "/properties/expect/properties/fields/additionalProperties/anyOf/1", keys::kExpectedField},
    {"script", "/properties/expect/properties/narrative/items", keys::kContent},
    {"script", "/properties/expect/properties/reply/items", keys::kContent},
    {"script", "/properties/expect/properties/chances/items", keys::kChance},
    {"script", "/properties/expect/properties/limits", keys::kLimits},
    {"shift", "", keys::kShift},
    {"shift", "/properties/service_level", keys::kServiceLevel},
    {"shift", "/properties/contacts/items", keys::kArrival},
    {"program", "", keys::kProgram},
    {"program", "/properties/phases/items", keys::kPhase},
    {"program", "/properties/typing", keys::kTypingMinimum},
    {"program", "/properties/exam", keys::kExam},
    {"program", "/properties/exam/properties/pass", keys::kPass},
    {"program", "/properties/exam/properties/pass/properties/judges", keys::kCutSheet},
    {"program", "/properties/exam/properties/pass/properties/judges/properties/sheet/items", keys::kJudge},
    {"program", "/properties/exam/properties/floors", keys::kFloors},
    {"program", "/properties/exam/properties/blueprint/items", keys::kCell},
    {"program", "/properties/certification", keys::kCertification},
    {"program", "/properties/typing/properties/basis", keys::kRuleBasis},
    {"city", "", keys::kCity},
    {"city", "/properties/names/properties/english", keys::kNames},
    {"streets", "", keys::kStreetsFile},
    {"streets", "/properties/streets/items", keys::kStreet},
    {"streets", "/properties/streets/items/properties/blocks/items", keys::kBlock},
    {"services", "", keys::kServicesFile},
    {"services", "/properties/services/items", keys::kService},
    {"services", "/properties/services/items/properties/due", keys::kDue},
    {"services", "/properties/services/items/properties/attributes/items", keys::kAttribute},
    {"services", "/properties/services/items/properties/attributes/items/properties/values/items",
     keys::kAttributeValue},
    {"directory", "", keys::kDirectoryFile},
    {"directory", "/properties/directory/items", keys::kDestination},
    {"articles", "", keys::kArticlesFile},
    {"articles", "/properties/articles/items", keys::kArticle},
    {"requests", "", keys::kRequestsFile},
    {"requests", "/properties/requests/items", keys::kRequest},
    {"referrals", "", keys::kReferralsFile},
    {"referrals", "/properties/referrals/items", keys::kReferral},
    {"phrases", "", keys::kPhrasesFile},
    {"phrases", "/properties/phrases/additionalProperties", keys::kPhrase},
    {"manners", "", keys::kMannersFile},
    {"manners", "/properties/manners/properties/english/additionalProperties", keys::kManner},
    {"duties", "", keys::kDutiesFile},
    {"rubric", "", keys::kRubric},
    {"rubric", "/properties/points", keys::kRubricPoints},
};

}  // namespace

TEST_CASE("each schema has exactly the keys that the reader knows") {
    for (const Part& part : kParts) {
        INFO(part.schema << " " << part.pointer);
        const nlohmann::json schema =
            nlohmann::json::parse(shift311::tests::content_text(std::string("schema/") + part.schema + ".schema.json"));
        const nlohmann::json& record = schema.at(nlohmann::json::json_pointer(part.pointer));
        CHECK(record.at("additionalProperties") == false);
        std::set<std::string> described;
        for (const auto& [key, unused] : record.at("properties").items())
            described.insert(key);
        CHECK(described == std::set<std::string>(part.keys.begin(), part.keys.end()));
    }
}

TEST_CASE("the format guide tells of every key, draw and special id") {
    const std::string guide = shift311::tests::content_text("README.md");
    for (const Part& part : kParts) {
        for (const std::string_view key : part.keys) {
            INFO(part.schema << part.pointer << " " << key);
            const bool told = guide.find("`" + std::string(key) + "`") != std::string::npos ||
                              guide.find("`" + std::string(key) + ":") != std::string::npos ||
                              guide.find("`{ " + std::string(key) + ":") != std::string::npos;
            CHECK(told);
        }
    }
    using From = shift311::script::Vary::From;
    const std::vector<std::pair<From, std::string>> draws{
        {From::name, "who"}, {From::block, "where"}, {From::request, "req"}, {From::phone, "tel"}};
    for (const auto& [from, id] : draws) {
        for (const std::string_view tail : shift311::script::parts_of(from)) {
            INFO(id << "." << tail);
            CHECK(guide.find("{" + id + "." + std::string(tail) + "}") != std::string::npos);
        }
    }
    for (const std::string_view blank : shift311::script::kLineBlanks) {
        INFO(blank);
        CHECK(guide.find("{" + std::string(blank) + "}") != std::string::npos);
    }
}

TEST_CASE("the guide's example is a sound script") {
    const std::string guide = shift311::tests::content_text("README.md");
    const std::size_t begin = guide.find("# yaml-language-server");
    REQUIRE(begin != std::string::npos);
    // The first mention is the example: the paragraph about editors comes later.
    const std::string example = guide.substr(begin, guide.find("```", begin) - begin);
    const shift311::script::testing::Content elsewhere;
    elsewhere.remove("common");
    elsewhere.write("dark-corner.yaml", example);
    CHECK(elsewhere.shown(shift311::script::read::lint(
              {elsewhere.path("dark-corner.yaml")}, SHIFT311_SOURCE_DIR "/scenarios")) == std::vector<std::string>{});
}
