#include "tests/scoring/cards.hpp"
#include "tests/support/effort.hpp"

#include <cstdint>
#include <functional>
#include <map>

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

/// xorshift64: the same numbers on every machine.
struct Dice {
    std::uint64_t state;
    std::uint64_t operator()(std::uint64_t sides) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return state % sides;
    }
};

AnswerKey key() {
    AnswerKey key;
    key.disposition = "file";
    key.service = "street-defect";
    key.reference = "17346520";
    key.fields = {{"location", "Location", text::FieldKind::address, "4208 SPRUCE ST", {}, {}, "location", true},
                  {"cross_street", "Cross street", text::FieldKind::address, "S 42ND ST", {}, {}, "cross", false},
                  {"caller_name", "Caller", text::FieldKind::name, "Dana Whitfield", {}, {}, "name", false}};
    key.narrative = {{"the tire", {"blew a tire"}}};
    key.reply = {{"the claim form", {"claim form"}}};
    key.articles = {"potholes"};
    key.steps = {{"greet", "Greet"},
                 {"ask_location", "Where is it?"},
                 {"read_back", "Read it back"},
                 {"check_duplicates", "Check"},
                 {"give_reference", "Give the number"},
                 {"give_due_date", "Give the date"},
                 {"close", "Say goodbye"}};
    key.never = {{"calm_down", "Calm"}, {"promise_date", "Promise"}};
    key.secrets = {"Marisol Vega"};
    key.chances = {{"opening", {"empathise"}}};
    key.facts_asked = {"location", "cross", "name"};
    return key;
}

/// A good call, act by act; every act may be left out and the rest still makes sense.
struct Part {
    journal::Millis at;
    journal::Act act;
};
std::vector<Part> good_call() {
    std::vector<Part> parts;
    const auto say = [&](journal::Millis at, std::vector<std::string> heard, std::string text) {
        parts.push_back({at, journal::TraineeSaid{std::move(text), 1000, std::move(heard), false}});
    };
    const auto caller = [&](journal::Millis at, std::string why, std::vector<std::string> tells) {
        journal::CallerSaid said;
        said.text = "...";
        said.lasts = 2000;
        said.why = std::move(why);
        said.tells = std::move(tells);
        parts.push_back({at, said});
    };
    const auto type = [&](journal::Millis at, const std::string& field, const std::string& value) {
        for (std::size_t i = 1; i <= value.size(); ++i) {
            parts.push_back({at + 150 * static_cast<journal::Millis>(i),
                             journal::FieldEdited{field, value.substr(0, i), value.substr(i - 1, 1), 1, 0, false}});
        }
    };
    say(7000, {"greet"}, "Thank you for calling 311.");
    caller(9000, "opening", {});
    say(12'000, {"empathise"}, "That must have been a shock.");
    say(14'000, {"ask_location"}, "Where is it?");
    caller(16'000, "answer", {"location"});
    parts.push_back({19'000, journal::ServiceChosen{"street-defect"}});
    type(20'000, "location", "4208 Spruce Street");
    say(26'000, {"ask_cross_street"}, "The cross street?");
    caller(28'000, "answer", {"cross", "name"});
    type(30'000, "cross_street", "S 42nd St");
    type(34'000, "caller_name", "Dana Whitfield");
    type(38'000, "notes", "Caller blew a tire.");
    say(44'000, {"read_back"}, "4208 Spruce at 42nd.");
    parts.push_back({48'000, journal::Opened{journal::Catalog::articles, "potholes"}});
    parts.push_back({49'000, journal::LookedUp{journal::Catalog::near, "", {}}});
    parts.push_back({50'000, journal::Opened{journal::Catalog::near, "17346520"}});
    parts.push_back({55'000, journal::Filed{"18000001", "street-defect", {}, "2027-01-28"}});
    say(60'000, {"give_reference"}, "Your number is 18000001.");
    say(64'000, {"give_due_date"}, "By January 28. There is a claim form.");
    say(68'000, {"close"}, "Goodbye.");
    parts.push_back({70'000, journal::Ended{"trainee", "closed"}});
    parts.push_back({80'000, journal::Wrapped{"file"}});
    return parts;
}

journal::Journal played(const std::vector<Part>& parts, const std::function<bool(std::size_t)>& keep) {
    JournalBuilder builder;
    builder.rings().at(5000).answered();
    std::map<std::string, std::string> form;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!keep(i)) continue;
        journal::Act act = parts[i].act;
        if (const auto* edit = std::get_if<journal::FieldEdited>(&act)) form[edit->field] = edit->value;
        if (auto* filed = std::get_if<journal::Filed>(&act)) {
            filed->fields = form;
            filed->fields.erase("notes");
        }
        builder.at(parts[i].at).act(std::move(act));
    }
    return builder.journal();
}

/// Edits belong together: a text is typed or it is not.
std::vector<std::vector<std::size_t>> acts_of(const std::vector<Part>& parts) {
    std::vector<std::vector<std::size_t>> acts;
    std::string field;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto* edit = std::get_if<journal::FieldEdited>(&parts[i].act);
        if (edit != nullptr && edit->field == field) {
            acts.back().push_back(i);
        } else {
            acts.push_back({i});
        }
        field = edit != nullptr ? edit->field : "";
    }
    return acts;
}

void sound(const Scorecard& card) {
    CHECK(card.points >= 0);
    CHECK(card.points <= card.possible);
    for (const Finding& finding : card.findings) {
        CHECK(finding.points >= 0);
        CHECK(finding.points <= finding.possible);
        CHECK(std::is_sorted(finding.evidence.begin(), finding.evidence.end()));
    }
    CHECK(to_json(card_from_json(to_json(card))) == to_json(card));
}

}  // namespace

TEST_CASE("property: a good call earns everything") {
    const Scorecard card = assess(key(), played(good_call(), [](std::size_t) { return true; }), 1);
    for (const Finding& finding : card.findings) {
        INFO(finding.criterion << ": " << finding.why);
        CHECK(finding.points == finding.possible);
    }
    CHECK(card.passed);
}

TEST_CASE("property: a journal cut off anywhere still scores between nothing and everything") {
    const journal::Journal whole = played(good_call(), [](std::size_t) { return true; });
    for (std::size_t size = 0; size <= whole.events.size(); ++size) {
        journal::Journal cut;
        cut.events.assign(whole.events.begin(), whole.events.begin() + static_cast<std::ptrdiff_t>(size));
        INFO("cut after event " << size);
        sound(assess(key(), cut, 1));
    }
}

TEST_CASE("property: one more right act never lowers the score") {
    const std::vector<Part> parts = good_call();
    const std::vector<std::vector<std::size_t>> acts = acts_of(parts);
    Dice dice{311};
    for (int round = 0; round < 150; ++round) {
        std::vector<bool> keep(parts.size(), false);
        const std::uint64_t density = 1 + dice(9);
        for (const auto& act : acts) {
            const bool kept = dice(10) < density;
            for (const std::size_t part : act)
                keep[part] = kept;
        }
        const auto& one_more = acts[dice(acts.size())];
        for (const std::size_t part : one_more)
            keep[part] = false;
        const Scorecard without = assess(key(), played(parts, [&](std::size_t i) { return bool(keep[i]); }), 1);
        for (const std::size_t part : one_more)
            keep[part] = true;
        const Scorecard with = assess(key(), played(parts, [&](std::size_t i) { return bool(keep[i]); }), 1);
        INFO("act " << one_more.front() << ", " << journal::name_of({0, 0, 0, parts[one_more.front()].act}));
        CHECK(with.points >= without.points);
        CHECK(with.critical.size() <= without.critical.size());
    }
}

TEST_CASE("property: any events in any order give a sound scorecard") {
    const std::vector<Part> parts = good_call();
    Dice dice{911};
    for (int round = 0; round < 200; ++round) {
        JournalBuilder builder;
        journal::Millis at = 0;
        for (std::uint64_t n = dice(60); n > 0; --n) {
            at += static_cast<journal::Millis>(dice(9000));
            builder.at(at).of(static_cast<journal::ContactId>(1 + dice(2)));
            switch (dice(12)) {
                case 0:
                    builder.rings();
                    break;
                case 1:
                    builder.answered();
                    break;
                case 2:
                    builder.act(journal::HoldBegan{});
                    break;
                case 3:
                    builder.act(journal::HoldEnded{});
                    break;
                case 4:
                    builder.act(journal::TransferBegan{"911", dice(2) == 0});
                    break;
                case 5:
                    builder.act(journal::TransferAnswered{"911", "", 0});
                    break;
                case 6:
                    builder.again("...", {"cross"}, "ask_cross_street");
                    break;
                case 7:
                    builder.says({"calm_down", "disclose_private"}, "\xFF Marisol Vega");
                    break;
                default:
                    builder.act(parts[dice(parts.size())].act);
                    break;
            }
        }
        AnswerKey judged = key();
        if (dice(2) == 0) judged.emergency = Emergency{"gas", "911", 1000, true};
        judged.channel = static_cast<journal::Channel>(dice(6));
        const Scorecard card = assess(judged, builder.journal(), 1);
        CHECK(card.points <= card.possible);
        CHECK(to_json(assess(judged, builder.journal(), 1)) == to_json(card));
        sound(card);
    }
}

TEST_CASE("property: the order of unrelated events does not matter") {
    const std::vector<Part> parts = good_call();
    const Scorecard alone = assess(key(), played(parts, [](std::size_t) { return true; }), 1);
    Dice dice{417};
    for (int round = 0; round < shift311::tests::effort(60); ++round) {
        // What happens with another contact, or with none, goes in anywhere.
        journal::Journal mixed;
        for (const journal::Event& event : played(parts, [](std::size_t) { return true; }).events) {
            while (dice(3) == 0) {
                journal::Event other;
                other.at = event.at;
                other.contact = static_cast<journal::ContactId>(2 * dice(2));
                switch (dice(4)) {
                    case 0:
                        other.act = journal::AcdChanged{};
                        break;
                    case 1:
                        other.act = journal::TraineeSaid{"calm down, Marisol Vega", 900, {"calm_down"}, true};
                        break;
                    case 2:
                        other.act = journal::FieldEdited{"location", "1 ELSEWHERE ST", "1", 1, 0, false};
                        break;
                    default:
                        other.act = journal::HoldBegan{};
                        break;
                }
                if (other.contact == 0) other.act = journal::AcdChanged{};
                mixed.events.push_back(other);
            }
            mixed.events.push_back(event);
            // Two look-ups at the same moment may come in either order.
            if (mixed.events.size() > 1 && dice(2) == 0) {
                journal::Event& before = mixed.events[mixed.events.size() - 2];
                const bool unrelated = std::holds_alternative<journal::Opened>(event.act) &&
                                       std::holds_alternative<journal::LookedUp>(before.act);
                if (unrelated) std::swap(before.act, mixed.events.back().act);
            }
        }
        journal::Seq seq = 0;
        for (journal::Event& event : mixed.events)
            event.seq = ++seq;
        const Scorecard card = assess(key(), mixed, 1);
        REQUIRE(card.findings.size() == alone.findings.size());
        for (std::size_t i = 0; i < card.findings.size(); ++i) {
            INFO(card.findings[i].criterion);
            CHECK(card.findings[i].criterion == alone.findings[i].criterion);
            CHECK(card.findings[i].points == alone.findings[i].points);
        }
        CHECK(card.typing.ksph_net == alone.typing.ksph_net);
        CHECK(card.passed == alone.passed);
    }
}
