// How well the listener hears what it has never seen, what nonsense it believes, and how long it takes.
#include "assessment/text/normal.hpp"
#include "tests/listen/heard.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

using shift311::listen::Listener;
using shift311::tests::core_listener;
using shift311::tests::heard;
using shift311::tests::Wording;

namespace {

bool is_right(const Wording& wording) {
    const std::string got = heard(core_listener(), wording.words);
    return std::find(wording.meant.begin(), wording.meant.end(), got) != wording.meant.end();
}

int count_right(const std::vector<Wording>& wordings) {
    return static_cast<int>(std::count_if(wordings.begin(), wordings.end(), is_right));
}

std::string share(int part, std::size_t whole) {
    const int permille = 1000 * part / static_cast<int>(whole);
    return std::to_string(part) + " of " + std::to_string(whole) + " (" + std::to_string(permille / 10) + "." +
           std::to_string(permille % 10) + " %)";
}

}  // namespace

TEST_CASE("unseen wordings are unseen", "[listen][measure]") {
    std::set<std::string> examples;
    for (const auto& phrase : shift311::tests::core_phrases()) {
        for (const auto* wordings : {&phrase.english, &phrase.spanish}) {
            for (const std::string& wording : *wordings)
                examples.insert(shift311::text::plain(wording));
        }
    }
    for (const Wording& wording : shift311::tests::wordings("dev.tsv"))
        examples.insert(shift311::text::plain(wording.words));
    const auto unseen = shift311::tests::wordings("unseen.tsv");
    CHECK(unseen.size() >= 240);
    for (const Wording& wording : unseen) {
        INFO(wording.words);
        CHECK(examples.insert(shift311::text::plain(wording.words)).second);
    }
}

TEST_CASE("at least nine of ten unseen wordings are heard right, every phrase of them and no other",
          "[listen][measure]") {
    const auto unseen = shift311::tests::wordings("unseen.tsv");
    const int right = count_right(unseen);
    std::cout << "unseen wordings heard right: " << share(right, unseen.size()) << '\n';
    CHECK(right * 10 >= static_cast<int>(unseen.size()) * 9);
}

TEST_CASE("less than one of a hundred lines of nonsense is believed", "[listen][measure]") {
    const auto nonsense = shift311::tests::plain_lines("nonsense.tsv");
    CHECK(nonsense.size() >= 200);
    const auto believed = static_cast<int>(std::count_if(nonsense.begin(), nonsense.end(), [](const std::string& line) {
        return !heard(core_listener(), line).empty();
    }));
    std::cout << "nonsense believed: " << share(believed, nonsense.size()) << '\n';
    CHECK(believed * 100 < static_cast<int>(nonsense.size()));
}

TEST_CASE("the wordings tuned with stay right", "[listen][measure]") {
    const auto tuned = shift311::tests::wordings("dev.tsv");
    const int right = count_right(tuned);
    std::cout << "tuning wordings heard right: " << share(right, tuned.size()) << '\n';
    CHECK(right * 100 >= static_cast<int>(tuned.size()) * 95);
}

TEST_CASE("hearing a line takes far less than learning the phrases", "[listen][measure]") {
    using Clock = std::chrono::steady_clock;
    const auto microseconds = [](Clock::duration d) {
        return static_cast<long>(std::chrono::duration_cast<std::chrono::microseconds>(d).count());
    };
    const auto unseen = shift311::tests::wordings("unseen.tsv");
    const auto start = Clock::now();
    const Listener fresh(shift311::tests::core_phrases());
    CHECK(heard(fresh, "where is it") == "ask_location");  // learns now
    const auto learned = Clock::now();
    std::size_t phrases = 0;
    for (const Wording& wording : unseen)
        phrases += fresh.understand(wording.words).heard.size();
    const auto done = Clock::now();
    const long learning = microseconds(learned - start);
    const long each = microseconds(done - learned) / static_cast<long>(unseen.size());
    std::cout << "hearing a line: " << each << " microseconds; learning the phrases: " << learning << " microseconds; "
              << phrases << " phrases heard\n";
    CHECK(each * 10 < learning);
}
