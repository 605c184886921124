#include "tests/listen/heard.hpp"

#include "sim/script/read/reader.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

namespace shift311::tests {

namespace {

const std::string kData = SHIFT311_SOURCE_DIR "/tests/data/listen/";

}  // namespace

const std::vector<script::Phrase>& core_phrases() {
    static const std::vector<script::Phrase> phrases = [] {
        std::vector<script::read::Issue> issues;
        std::vector<script::Phrase> read =
            script::read::read_phrases(SHIFT311_SOURCE_DIR "/scenarios/common/phrases.yaml", issues);
        for (const script::read::Issue& issue : issues)
            FAIL(script::read::text(issue));
        return read;
    }();
    return phrases;
}

const listen::Listener& core_listener() {
    static const listen::Listener listener(core_phrases());
    return listener;
}

std::string heard(const listen::Listener& listener, std::string_view words) {
    std::string out;
    for (const listen::Heard& one : listener.understand(words).heard) {
        if (!out.empty()) out += ",";
        out += one.phrase;
    }
    return out;
}

std::vector<std::string> plain_lines(const std::string& file) {
    std::ifstream in(kData + file);
    INFO("tests/data/listen/" << file);
    REQUIRE(in.is_open());
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') lines.push_back(line);
    }
    return lines;
}

std::vector<Wording> wordings(const std::string& file) {
    std::vector<Wording> out;
    for (const std::string& line : plain_lines(file)) {
        const std::size_t tab = line.find('\t');
        INFO(line);
        REQUIRE(tab != std::string::npos);
        Wording wording;
        wording.words = line.substr(tab + 1);
        std::istringstream meant(line.substr(0, tab));
        for (std::string one; std::getline(meant, one, '|');)
            wording.meant.push_back(one);
        out.push_back(std::move(wording));
    }
    return out;
}

}  // namespace shift311::tests
