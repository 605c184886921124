#include "tests/support/catch.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Source {
    std::string room;
    std::string name;
    std::string text;
    std::vector<std::string> includes;  ///< with their brackets or quotes
};

std::vector<Source> sources() {
    std::vector<Source> found;
    for (const std::string room : {"journal", "scoring", "standing"}) {
        const fs::path folder = fs::path(SHIFT311_SOURCE_DIR) / "assessment" / room;
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".cpp" && kind != ".hpp") continue;
            Source source{room, room + "/" + entry.path().filename().string(), {}, {}};
            std::ifstream file(entry.path());
            std::string line;
            while (std::getline(file, line)) {
                source.text += line + "\n";
                std::istringstream words(line);
                std::string directive, target;
                if (words >> directive >> target && directive == "#include") source.includes.push_back(target);
            }
            found.push_back(std::move(source));
        }
    }
    std::sort(found.begin(), found.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
    return found;
}

bool standard(const std::string& include) {
    return include.starts_with('<') && include.ends_with('>') &&
           std::all_of(include.begin() + 1, include.end() - 1,
                       [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; });
}

/// The words of the code, without what stands in comments and string literals.
std::set<std::string> code_words(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
            continue;
        }
        if (c == '/' && text.compare(i, 2, "//") == 0) i = std::min(text.find('\n', i), text.size() - 1);
        if (c == '"') quoted = true;
        if (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '_') {
            word += text[i];
        } else {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

}  // namespace

TEST_CASE("the rooms of judging include the standard library and the rooms below them, nothing else") {
    const std::vector<Source> all = sources();
    REQUIRE(all.size() > 30);
    for (const Source& source : all) {
        for (const std::string& include : source.includes) {
            INFO(source.name << " includes " << include);
            const bool own =
                include.starts_with("\"assessment/journal/") ||
                (source.room != "journal" &&
                 (include.starts_with("\"assessment/scoring/") || include.starts_with("\"assessment/text/"))) ||
                (source.room == "standing" &&
                 (include.starts_with("\"assessment/standing/") || include.starts_with("\"assessment/measure/")));
            const bool excepted = (source.name == "journal/strict_json.cpp" && include == "<nlohmann/json.hpp>") ||
                                  (source.room == "standing" && include.starts_with("<boost/math/"));
            CHECK((standard(include) || own || excepted));
            CHECK_FALSE(include.starts_with("\"sim/"));
        }
    }
}

TEST_CASE("judging uses no clock, no chance, no unordered container, no locale and no floating point") {
    const std::set<std::string> clocks{"<chrono>", "<ctime>",      "<random>", "<unordered_map>", "<unordered_set>",
                                       "<locale>", "<filesystem>", "<thread>", "<iostream>",      "<fstream>"};
    const std::set<std::string> floats{"double", "float"};
    for (const Source& source : sources()) {
        if (source.room == "standing") continue;  // its intervals are printed, never compared
        for (const std::string& include : source.includes) {
            INFO(source.name << " includes " << include);
            CHECK(clocks.count(include) == 0);
        }
        for (const std::string& word : code_words(source.text)) {
            INFO(source.name << " uses " << word);
            CHECK(floats.count(word) == 0);
        }
    }
}
