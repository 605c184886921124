// triage.yaml and typing.yaml: what is wrong in them is told with its place, and what ships is whole.
#include "sim/city/address.hpp"
#include "sim/script/library.hpp"
#include "sim/script/read/drill_keys.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <span>

using namespace shift311;
namespace keys = shift311::script::read::keys;

namespace {

const script::Library& shipped() {
    static const script::read::Reading reading = script::read::read_library(SHIFT311_SOURCE_DIR "/scenarios");
    return reading.library;
}

/// The one city of the small content folder.
std::string city_folder(const script::testing::Content& content) {
    const script::read::Reading reading = content.read();
    REQUIRE(reading.library.cities.size() == 1);
    return reading.library.cities.front().id;
}

bool told(const std::vector<std::string>& issues, const std::string& part) {
    const bool found = std::any_of(issues.begin(), issues.end(),
                                   [&](const std::string& one) { return one.find(part) != std::string::npos; });
    if (!found)
        for (const std::string& one : issues)
            WARN(one);
    return found;
}

const std::string kGood =
    "triage:\n"
    "  - id: one\n    say: \"There is smoke.\"\n    answer: \"911\"\n    why: \"Smoke is fire.\"\n"
    "  - id: two\n    say: \"My trash is still here.\"\n    answer: \"311\"\n    why: \"A missed collection.\"\n"
    "  - id: three\n    say: \"He does not move.\"\n    answer: \"911\"\n    hidden: true\n    why: \"He is ill.\"\n"
    "  - id: four\n    say: \"My light is out.\"\n    answer: \"311\"\n    why: \"A street light.\"\n";

struct Triage {
    script::testing::Content content;
    std::string folder = city_folder(content);

    std::vector<std::string> with(const std::string& from, const std::string& to) {
        std::string text = kGood;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        content.write(folder + "/triage.yaml", text);
        return content.issues();
    }
};

}  // namespace

TEST_CASE("a sound triage file is read whole") {
    Triage triage;
    const std::size_t before = triage.content.issues().size();
    CHECK(triage.with("There is smoke.", "There is thick smoke.").size() == before);
    const script::read::Reading reading = triage.content.read();
    const script::Drills* drills = script::find_drills(reading.library, triage.folder);
    REQUIRE(drills != nullptr);
    REQUIRE(drills->vignettes.size() == 4);
    CHECK(drills->vignettes[0].emergency);
    CHECK_FALSE(drills->vignettes[1].emergency);
    CHECK(drills->vignettes[2].hidden);
    CHECK_FALSE(drills->hash.empty());
}

TEST_CASE("mistakes in a triage file are told with file, line and what was meant") {
    Triage triage;
    const std::string file = triage.folder + "/triage.yaml:";
    CHECK(told(triage.with("    answer: \"911\"\n    why: \"Smoke", "    anser: \"911\"\n    why: \"Smoke"),
               file + "4:5: error: unknown key `anser`"));
    CHECK(told(triage.with("id: two", "id: one"), "the id `one` is given twice"));
    CHECK(told(triage.with("\"311\"", "nowhere"), "`nowhere` is neither 911 nor 311 nor in this city's directory"));
    CHECK(told(triage.with("\"311\"", "\"312\""), "did you mean `311`?"));
    CHECK(told(triage.with("My light is out.", "There is smoke."), "another vignette says the same"));
    CHECK(told(triage.with("There is smoke.", std::string(321, 'x')), "321 characters long; at most 320"));
    CHECK(told(triage.with("There is smoke.", "One. Two. Three. Four."), "more than three sentences"));
    CHECK(told(triage.with("    why: \"A missed", "    hidden: true\n    why: \"A missed"),
               "only an emergency can be hidden"));
    CHECK(told(triage.with("He does not move.", "He is bleeding."), "marked as hidden, but says `bleeding`"));
    CHECK(told(triage.with("    why: \"Smoke", "    accept: \"311\"\n    why: \"Smoke"),
               "an emergency has one answer, 911"));
    CHECK(told(triage.with("    why: \"A missed", "    accept: \"911\"\n    why: \"A missed"),
               "911 is right only where it is the answer"));
    CHECK(told(triage.with("    answer: \"311\"\n    why: \"A street", "    answer: \"911\"\n    why: \"A street"),
               "3 of the 4 vignettes for practice are emergencies; it should be half of them"));
    CHECK(told(triage.with("    hidden: true\n", ""), "0 of the 2 emergencies for practice are hidden"));
    CHECK(told(triage.with("    why: \"Smoke is fire.\"\n", ""), "`why`"));
}

TEST_CASE("mistakes in a typing file are told") {
    script::testing::Content content;
    const std::string folder = city_folder(content);
    const auto reading = content.read();
    const city::Service& service = reading.library.cities.front().services.front();
    const std::string field = service.attributes.front().code;
    const auto with = [&](const std::string& lines, const std::string& which, const std::string& text = "too short") {
        content.write(folder + "/typing.yaml", "copy:\n  - id: a\n    title: A\n    text: \"" + text +
                                                   "\"\ndictations:\n  - id: b\n    title: B\n    service: " + which +
                                                   "\n    lines:\n" + lines);
        return content.issues();
    };
    const std::string line = "      - {say: Hello, field: " + field + ", value: x}\n";
    CHECK(told(with(line, service.code), "this is 2 words; five minutes want about 350 to 450"));
    CHECK(told(with(line, service.code), "this dictation has 1 lines; 8 to 12"));
    CHECK(told(with(line + line, service.code), "the field `" + field + "` has a line already"));
    CHECK(told(with("      - {say: Hello, field: " + field + "x, value: x}\n", service.code),
               "did you mean `" + field + "`?"));
    CHECK(told(with(line, service.code + "x"), "there is no service `" + service.code + "x`"));
    CHECK(told(with("      - {say: Hello, field: " + field + ", value: x, kind: adress}\n", service.code),
               "did you mean `address`?"));
    CHECK(told(with(line, service.code, std::string(6001, 'x')), "6001 characters long"));
}

TEST_CASE(
    "Philadelphia has 130 vignettes, half of them emergencies, a third of these hidden, and no answer repeats a "
    "referral wrongly") {
    const script::Drills* drills = script::find_drills(shipped(), "philadelphia");
    const city::City* city = script::find_city(shipped(), "philadelphia");
    REQUIRE(drills != nullptr);
    REQUIRE(city != nullptr);
    int urgent = 0, hidden = 0, exam = 0, exam_urgent = 0, exam_hidden = 0;
    for (const script::Vignette& one : drills->vignettes) {
        urgent += one.emergency ? 1 : 0;
        hidden += one.hidden ? 1 : 0;
        exam += one.exam ? 1 : 0;
        exam_urgent += one.exam && one.emergency ? 1 : 0;
        exam_hidden += one.exam && one.hidden ? 1 : 0;
        CHECK(one.why.ends_with('.'));
    }
    CHECK(drills->vignettes.size() == 130);
    CHECK(urgent == 65);
    CHECK(hidden >= 22);
    CHECK(exam == 60);
    CHECK(exam_urgent == 30);
    CHECK(exam_hidden >= 10);
}

TEST_CASE("Philadelphia's copy texts and dictations are long enough, and its dictated places exist") {
    const script::Drills* drills = script::find_drills(shipped(), "philadelphia");
    const city::City* city = script::find_city(shipped(), "philadelphia");
    REQUIRE(drills != nullptr);
    CHECK(drills->copy.size() >= 6);
    for (const script::CopyText& text : drills->copy)
        CHECK(text.text.find('\n') == std::string::npos);
    CHECK(drills->dictations.size() >= 6);
    const city::AddressBook book(*city);
    for (const script::Dictation& dictation : drills->dictations) {
        INFO(dictation.id);
        CHECK(dictation.lines.size() >= 8);
        CHECK(dictation.lines.size() <= 12);
        for (const script::Dictation::Line& line : dictation.lines) {
            INFO(line.value);
            if (line.field == "location") CHECK_FALSE(book.look_up(line.value).street.empty());
        }
    }
}

TEST_CASE("schemas and guide tell of exactly the keys of the drills") {
    struct Part {
        const char* schema;
        const char* pointer;
        std::span<const std::string_view> keys;
    };
    const std::vector<Part> parts{
        {"triage", "", keys::kTriageFile},
        {"triage", "/properties/triage/items", keys::kVignette},
        {"typing", "", keys::kTypingFile},
        {"typing", "/properties/copy/items", keys::kCopyText},
        {"typing", "/properties/dictations/items", keys::kDictation},
        {"typing", "/properties/dictations/items/properties/lines/items", keys::kDictationLine},
    };
    const std::string guide = shift311::tests::content_text("README.md");
    for (const Part& part : parts) {
        INFO(part.schema << " " << part.pointer);
        const nlohmann::json schema =
            nlohmann::json::parse(shift311::tests::content_text(std::string("schema/") + part.schema + ".schema.json"));
        const nlohmann::json& record = schema.at(nlohmann::json::json_pointer(part.pointer));
        CHECK(record.at("additionalProperties") == false);
        std::set<std::string> described;
        for (const auto& [key, unused] : record.at("properties").items())
            described.insert(key);
        CHECK(described == std::set<std::string>(part.keys.begin(), part.keys.end()));
        for (const std::string_view key : part.keys) {
            INFO(key);
            CHECK((guide.find("`" + std::string(key) + "`") != std::string::npos ||
                   guide.find("`" + std::string(key) + ":") != std::string::npos));
        }
    }
}
