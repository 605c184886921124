// Anything a person could press, in any order: never a crash, never time running backwards, always a journal that
// folds.
#include "assessment/scoring/assess.hpp"
#include "sim/script/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/effort.hpp"
#include "tests/support/floor.hpp"

using namespace shift311;

namespace {

shift::Intent any_intent(script::Random& random, const shift::Run& run) {
    const auto pick = [&](const std::vector<std::string>& list) { return list[random.below(list.size())]; };
    static const std::vector<std::string> kServices{"street-defect", "missed-trash", "", "nonsense"};
    static const std::vector<std::string> kFields{"location", "narrative", "notes", "reply", "caller_name", "nonsense"};
    static const std::vector<std::string> kTargets{"911", "pgw", "water", "nobody"};
    static const std::vector<std::string> kOutcomes{"file", "add_to_existing", "inform", "transfer", "end", "?"};
    static const std::vector<std::string> kWays{"added", "forwarded", "reopened", "closed", "eaten"};
    std::vector<std::string> references{"00000000", ""};
    for (const city::Request& request : run.floor().city.requests)
        references.push_back(request.reference);
    switch (random.below(17)) {
        case 0:
            return shift::Answer{static_cast<journal::ContactId>(random.below(4))};
        case 1:
            return shift::Take{static_cast<journal::ContactId>(random.below(5))};
        case 2: {
            const script::Phrase& phrase = run.floor().phrases[random.below(run.floor().phrases.size())];
            return shift::Say{phrase.say, {phrase.id}};
        }
        case 3:
            return shift::Say{"mumble", {}};
        case 4:
            return shift::ChooseService{pick(kServices)};
        case 5:
            return shift::Edit{pick(kFields), "4208 SPRUCE ST", "T", 1, 0, random.below(2) == 0};
        case 6:
            return shift::LookUp{journal::Catalog::requests, "spruce", {}};
        case 7:
            return shift::Open{journal::Catalog::requests, pick(references)};
        case 8:
            return shift::Hold{};
        case 9:
            return shift::Resume{};
        case 10:
            return shift::Transfer{pick(kTargets), random.below(2) == 0};
        case 11:
            return shift::File{};
        case 12:
            return shift::ChangeRequest{pick(references), pick(kWays)};
        case 13:
            return shift::Reply{};
        case 14:
            return shift::End{};
        case 15:
            return shift::Wrap{pick(kOutcomes)};
        default:
            return shift::SetAcd{random.below(2) == 0 ? journal::AcdState::on_break : journal::AcdState::available};
    }
}

}  // namespace

TEST_CASE("random play folds, moves forward and can be judged", "[shift][property]") {
    for (std::uint64_t seed = 1; seed <= static_cast<std::uint64_t>(tests::effort(60)); ++seed) {
        CAPTURE(seed);
        script::Random random(seed);
        const auto& scripts = tests::content().scripts;
        std::vector<std::pair<shift::Millis, std::string>> contacts;
        for (shift::Millis at = 0; contacts.size() < 3; at += static_cast<shift::Millis>(random.below(40'000)))
            contacts.emplace_back(at, scripts[random.below(scripts.size())].id);
        tests::Desk desk(tests::plan_of(contacts), seed, 1 + static_cast<int>(random.below(4)));
        for (int act = 0; act < 150 && !desk.run.state().over; ++act) {
            desk.wait(static_cast<shift::Millis>(random.below(6'000)));
            desk.act(any_intent(random, desk.run));
            const shift::Screen screen = desk.run.screen(desk.now);
            REQUIRE(screen.contacts.size() == desk.run.state().contacts.size());
        }
        journal::Journal journal;
        journal.events = desk.stored;
        shift::State state;
        for (std::size_t i = 0; i < desk.stored.size(); ++i) {
            REQUIRE(desk.stored[i].seq == i + 1);
            if (i > 0) REQUIRE(desk.stored[i].at >= desk.stored[i - 1].at);
            shift::apply(state, desk.stored[i]);
        }
        CHECK(shift::digest(state) == shift::digest(desk.run.state()));
        for (journal::ContactId id = 1; id <= contacts.size(); ++id) {
            const scoring::Scorecard card = scoring::assess(desk.run.floor().casts[id - 1].key, journal, id);
            CHECK(card.points >= 0);
            CHECK(card.points <= card.possible);
        }
    }
}
