#include "tests/scoring/cards.hpp"

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey gas() {
    AnswerKey key;
    key.disposition = "transfer";
    key.target = "911";
    key.warm = true;
    key.emergency = Emergency{"gas_smell", "911", 20'000, true};
    return key;
}

JournalBuilder smells_at_10s() {
    JournalBuilder builder;
    builder.rings().answered().at(10'000).caller("It smells of rotten eggs.", {}, "gas_smell");
    return builder;
}

Points clock_points(journal::Millis after) {
    JournalBuilder builder = smells_at_10s();
    builder.at(10'000 + after).act(journal::TransferBegan{"911", true});
    return finding(assess(gas(), builder.journal(), 1), "emergency.clock").points;
}

}  // namespace

TEST_CASE("the emergency clock is full in time, half up to twice the time, nothing after") {
    CHECK(clock_points(0) == 1000);
    CHECK(clock_points(20'000) == 1000);
    CHECK(clock_points(20'001) == 500);
    CHECK(clock_points(40'000) == 500);
    CHECK(clock_points(40'001) == 0);
}

TEST_CASE("a caught emergency: full points, and the strength says it") {
    JournalBuilder builder = smells_at_10s();
    builder.at(24'000)
        .act(journal::TransferBegan{"911", true})
        .at(28'000)
        .act(journal::TransferAnswered{"911", "911.", 400});
    builder.at(40'000).ends("transferred").at(45'000).wraps("transfer");
    const Scorecard card = assess(gas(), builder.journal(), 1);
    CHECK(card.points == card.possible);
    CHECK(card.passed);
    CHECK(finding(card, "emergency.clock").evidence == std::vector<journal::Seq>{3, 4});
    CHECK(card.strength == "The caller spoke of gas smell at 0:10, and you called 911 14 s later.");
    CHECK(card.next.empty());
    CHECK(find(card, "transfer.target") == nullptr);  // not counted twice
}

TEST_CASE("a missed emergency fails the contact whatever the points") {
    JournalBuilder builder = smells_at_10s();
    builder.at(60'000).says({"close"}).ends().wraps("transfer");
    const Scorecard card = assess(gas(), builder.journal(), 1);
    CHECK(finding(card, "emergency.clock").critical);
    REQUIRE(card.critical.size() == 1);
    CHECK(card.critical[0] ==
          "Missed emergency: the caller spoke of gas smell at 0:10, and no transfer to 911 was made.");
    CHECK_FALSE(card.passed);
    CHECK(card.next == "Ask about danger first, and transfer at the first sign of it: the form can wait.");
}

TEST_CASE("a transfer to the wrong line does not catch an emergency, and one to the right line after it is a detour") {
    JournalBuilder builder = smells_at_10s();
    builder.at(12'000).act(journal::TransferBegan{"gas-works", true});
    Scorecard card = assess(gas(), builder.journal(), 1);
    CHECK(card.critical.size() == 1);
    CHECK(finding(card, "emergency.target").points == 0);
    builder.at(20'000).act(journal::TransferBegan{"911", true}).act(journal::TransferAnswered{"911", "", 0});
    card = assess(gas(), builder.journal(), 1);
    CHECK(card.critical.empty());
    CHECK(finding(card, "emergency.target").points == 800);
    CHECK(finding(card, "transfer.false").points == 0);
    CHECK(finding(card, "transfer.false").evidence == std::vector<journal::Seq>{4});
    CHECK(finding(card, "emergency.clock").points == 1000);
}

TEST_CASE("an emergency that nobody asked about is missed as well, but not by a call that was never answered") {
    JournalBuilder silent;
    silent.rings().at(3000).answered().at(20'000).says({"close"}).ends();
    const Scorecard card = assess(gas(), silent.journal(), 1);
    CHECK(card.critical.size() == 1);
    CHECK(card.critical[0].find("nobody asked") != std::string::npos);
    JournalBuilder abandoned;
    abandoned.rings().at(90'000).act(journal::Abandoned{});
    const Scorecard lost = assess(gas(), abandoned.journal(), 1);
    CHECK(lost.critical.empty());
    CHECK_FALSE(lost.passed);
    CHECK(lost.points == 0);
}

TEST_CASE("a letter that holds an emergency speaks when it is opened") {
    AnswerKey key = gas();
    key.channel = journal::Channel::email;
    journal::Arrived arrived;
    arrived.channel = journal::Channel::email;
    arrived.cue = "gas_smell";
    JournalBuilder builder;
    builder.act(arrived).at(300'000).answered().at(315'000).act(journal::TransferBegan{"911", false});
    CHECK(finding(assess(key, builder.journal(), 1), "emergency.clock").points == 1000);
    JournalBuilder unread;
    unread.act(arrived).of(0).at(900'000).act(journal::ShiftEnded{"finished"});
    const Scorecard card = assess(key, unread.journal(), 1);
    CHECK(card.critical.size() == 1);
    CHECK(card.points == 0);
}

TEST_CASE("a warm transfer counts when somebody answered before the trainee left") {
    const auto kind = [](auto&& transfer) {
        JournalBuilder builder = smells_at_10s();
        transfer(builder);
        return finding(assess(gas(), builder.journal(), 1), "emergency.kind");
    };
    const Finding stayed = kind([](JournalBuilder& b) {
        b.act(journal::TransferBegan{"911", true}).act(journal::TransferAnswered{"911", "", 0}).ends("transferred");
    });
    CHECK(stayed.points == 400);
    const Finding cold = kind([](JournalBuilder& b) {
        b.act(journal::TransferBegan{"911", false}).ends("transferred");
    });
    CHECK(cold.points == 0);
    CHECK(cold.title == "Cold transfer, warm needed");
    const Finding left = kind([](JournalBuilder& b) { b.act(journal::TransferBegan{"911", true}).ends("left_early"); });
    CHECK(left.points == 0);
    CHECK(left.title == "Left before 911 answered");
    const Finding late = kind([](JournalBuilder& b) {
        b.act(journal::TransferBegan{"911", true}).ends("left_early").act(journal::TransferAnswered{"911", "", 0});
    });
    CHECK(late.points == 0);
}

TEST_CASE("an ordinary transfer is judged by target and kind") {
    AnswerKey key;
    key.disposition = "transfer";
    key.target = "water-department";
    JournalBuilder builder;
    builder.rings()
        .answered()
        .at(9000)
        .act(journal::TransferBegan{"water-department", false})
        .ends("transferred")
        .wraps("transfer");
    Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "transfer.target").points == 800);
    CHECK(finding(card, "transfer.kind").points == 400);
    CHECK(finding(card, "referral.disposition").points == 800);
    CHECK(find(card, "emergency.clock") == nullptr);
    JournalBuilder wrong;
    wrong.rings().answered().act(journal::TransferBegan{"police", false}).ends("transferred").wraps("transfer");
    card = assess(key, wrong.journal(), 1);
    CHECK(finding(card, "transfer.target").title == "Transferred to police, water department right");
    CHECK(finding(card, "transfer.target").points == 0);
}

TEST_CASE("a transfer without need loses points and is no critical error") {
    AnswerKey key;
    key.disposition = "file";
    JournalBuilder builder;
    builder.rings().answered().files("18000001", "street-defect", {}).act(journal::TransferBegan{"911", true});
    builder.act(journal::TransferAnswered{"911", "", 0}).ends("transferred").wraps("file");
    const Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "referral.disposition").points == 800);
    CHECK(finding(card, "transfer.false").points == 0);
    CHECK(finding(card, "transfer.false").title == "Transferred without need to 911");
    CHECK(finding(card, "transfer.false").why ==
          "You transferred the caller to 911 at 0:00; filing a new request was right.");
    // Whoever is sent away has not been answered.
    key.disposition = "inform";
    JournalBuilder sent;
    sent.rings().answered().act(journal::TransferBegan{"police", false}).ends("transferred").wraps("inform");
    CHECK(finding(assess(key, sent.journal(), 1), "referral.disposition").points == 0);
    CHECK(card.critical.empty());
}

TEST_CASE("the outcome is judged by the deed, and the wrap-up has to say so") {
    const auto points = [](const std::string& due, auto&& play) {
        AnswerKey key;
        key.disposition = due;
        JournalBuilder builder;
        builder.rings().answered();
        play(builder);
        return finding(assess(key, builder.journal(), 1), "referral.disposition").points;
    };
    const auto filed = [](JournalBuilder& b) { b.files("18000001", "x", {}).ends(); };
    const auto added = [](JournalBuilder& b) { b.act(journal::RequestChanged{"17000001", "added"}).ends(); };
    CHECK(points("file", [&](JournalBuilder& b) { filed(b), b.wraps("file"); }) == 800);
    CHECK(points("file", [&](JournalBuilder& b) { filed(b), b.wraps("inform"); }) == 400);
    CHECK(points("file", [&](JournalBuilder& b) { filed(b); }) == 400);
    CHECK(points("file", [&](JournalBuilder& b) { b.ends().wraps("file"); }) == 0);
    CHECK(points("add_to_existing", [&](JournalBuilder& b) { added(b), b.wraps("add_to_existing"); }) == 800);
    CHECK(points("add_to_existing", [&](JournalBuilder& b) { added(b), filed(b), b.wraps("add_to_existing"); }) == 0);
    CHECK(points("inform", [&](JournalBuilder& b) { b.ends().wraps("inform"); }) == 800);
    CHECK(points("inform", [&](JournalBuilder& b) { b.ends("unanswered").wraps("inform"); }) == 0);
    CHECK(points("inform", [&](JournalBuilder& b) { filed(b), b.wraps("inform"); }) == 0);
    CHECK(points("end", [&](JournalBuilder& b) { b.ends("gave_up", "caller").wraps("end"); }) == 800);
}

TEST_CASE("the service is the one filed under, or the last one chosen") {
    AnswerKey key;
    key.disposition = "file";
    key.service = "street-defect";
    JournalBuilder builder;
    builder.rings().answered().act(journal::ServiceChosen{"illegal-dumping"});
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.service").points == 0);
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.service").title ==
          "Service: illegal dumping chosen, street defect right");
    builder.act(journal::ServiceChosen{"street-defect"});
    CHECK(finding(assess(key, builder.journal(), 1), "knowledge.service").points == 600);
    JournalBuilder none;
    none.rings().answered();
    CHECK(finding(assess(key, none.journal(), 1), "knowledge.service").title == "No service chosen");
}
