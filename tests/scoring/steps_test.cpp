#include "assessment/scoring/steps.hpp"

#include "tests/scoring/cards.hpp"

#include <set>

using namespace shift311;
using namespace shift311::scoring;
using namespace shift311::tests;

namespace {

AnswerKey with_steps(const std::vector<std::string>& ids) {
    AnswerKey key;
    for (const std::string& id : ids)
        key.steps.push_back({id, ""});
    return key;
}

Points step_points(const std::string& id, const JournalBuilder& builder) {
    return finding(assess(with_steps({id}), builder.journal(), 1), "step." + id).points;
}

Points order_points(const std::vector<std::string>& due, const JournalBuilder& builder, Points worth = 1000) {
    Rubric rubric;
    rubric.order = worth;
    return finding(assess(with_steps(due), builder.journal(), 1, rubric), "procedure.order").points;
}

JournalBuilder call() {
    JournalBuilder builder;
    builder.rings().answered();
    return builder;
}

}  // namespace

TEST_CASE("act steps are found by their ids, with an id after a colon where one is meant") {
    REQUIRE(find_act_step("check_duplicates") != nullptr);
    CHECK(find_act_step("check_duplicates")->label == "Check for duplicates before filing");
    CHECK(find_act_step("look_up_article:noise") != nullptr);
    CHECK(find_act_step("look_up_article:") == nullptr);
    CHECK(find_act_step("check_duplicates:near") == nullptr);
    CHECK(find_act_step("greet") == nullptr);
    CHECK(find_act_step("") == nullptr);
    std::set<std::string_view> ids;
    for (const ActStep& act : kActSteps) {
        CHECK(ids.insert(act.id).second);
        CHECK_FALSE(act.label.empty());
        // An act that nothing does is one that nobody can do.
        CHECK_FALSE(done_step(std::string(act.id) + (act.after_colon.empty() ? "" : ":none-such"),
                              ContactEvents(JournalBuilder().journal(), 7))
                        .done == (act.id != "hold_asked" && act.id != "hold_thanked"));
    }
}

TEST_CASE("a phrase is a step when it was said, in speech or in a reply") {
    JournalBuilder builder = call();
    CHECK(step_points("greet", builder) == 0);
    builder.at(3000).says({"thank_for_calling", "greet"});
    const Finding greet = finding(assess(with_steps({"greet"}), builder.journal(), 1), "step.greet");
    CHECK(greet.points == 200);
    CHECK(greet.why == "Greet: done at 0:03.");
    CHECK(greet.evidence == std::vector<journal::Seq>{3});
    JournalBuilder letter;
    letter.rings(journal::Channel::email).answered().act(journal::Replied{"Dear", {"greet"}});
    CHECK(step_points("greet", letter) == 200);
}

TEST_CASE("a step that was not taken is named as an instruction or as a question") {
    AnswerKey key;
    key.steps = {{"read_back", "Read the address back"}, {"ask_anyone_hurt", "Is anyone hurt?"}};
    const Scorecard card = assess(key, call().journal(), 1);
    CHECK(finding(card, "step.read_back").title == "Did not read the address back");
    CHECK(finding(card, "step.read_back").competency == Competency::procedure);
    CHECK(finding(card, "step.ask_anyone_hurt").why == "Did not ask: Is anyone hurt?");
    CHECK(finding(card, "step.ask_anyone_hurt").competency == Competency::listening);
}

TEST_CASE("duplicates are checked before the request goes out, or not at all") {
    JournalBuilder late = call();
    late.files("18000001", "x", {}).act(journal::LookedUp{journal::Catalog::near, "", {}});
    CHECK(step_points("check_duplicates", late) == 0);
    JournalBuilder near = call();
    near.act(journal::LookedUp{journal::Catalog::near, "", {}}).files("18000001", "x", {});
    CHECK(step_points("check_duplicates", near) == 200);
    JournalBuilder searched = call();
    searched.act(journal::LookedUp{journal::Catalog::requests, "spruce", {}})
        .act(journal::RequestChanged{"17000001", "added"});
    CHECK(step_points("check_duplicates", searched) == 200);
    JournalBuilder articles = call();
    articles.act(journal::LookedUp{journal::Catalog::articles, "pothole", {}});
    CHECK(step_points("check_duplicates", articles) == 0);
}

TEST_CASE("look-ups and openings count where they were made") {
    JournalBuilder builder = call();
    builder.act(journal::LookedUp{journal::Catalog::articles, "noise", {"noise"}});
    CHECK(step_points("look_up_article", builder) == 200);
    CHECK(step_points("look_up_article:noise", builder) == 0);  // found is not read
    builder.act(journal::Opened{journal::Catalog::articles, "noise"});
    CHECK(step_points("look_up_article:noise", builder) == 200);
    CHECK(step_points("look_up_article:trash", builder) == 0);
    CHECK(step_points("look_up_directory", builder) == 0);
    builder.act(journal::LookedUp{journal::Catalog::directory, "water", {}});
    CHECK(step_points("look_up_directory", builder) == 200);
    builder.act(journal::Opened{journal::Catalog::near, "17346520"});
    CHECK(step_points("open_request", builder) == 200);
    CHECK(step_points("open_request:17346520", builder) == 200);
    CHECK(step_points("open_request:17346521", builder) == 0);
    CHECK(step_points("look_up_request", builder) == 200);
    builder.act(journal::ServiceChosen{"street-defect"});
    CHECK(step_points("choose_service", builder) == 200);
    CHECK(step_points("choose_service:graffiti", builder) == 0);
    builder.chooses("notes", "a");
    CHECK(step_points("take_notes", builder) == 200);
}

TEST_CASE("every hold is asked for and thanked for; no hold leaves nothing undone") {
    JournalBuilder builder = call();
    CHECK(step_points("hold_asked", builder) == 200);
    CHECK(step_points("hold_thanked", builder) == 200);
    builder.says({"ask_hold"}).act(journal::HoldBegan{}).act(journal::HoldEnded{}).says({"thank_hold"});
    CHECK(step_points("hold_asked", builder) == 200);
    CHECK(step_points("hold_thanked", builder) == 200);
    builder.act(journal::HoldBegan{}).act(journal::HoldEnded{});
    CHECK(step_points("hold_asked", builder) == 0);
    CHECK(step_points("hold_thanked", builder) == 0);
    builder.says({"thank_hold"});
    CHECK(step_points("hold_thanked", builder) == 200);
}

TEST_CASE("a transfer is announced before it begins, and the other end is told after it answers") {
    JournalBuilder builder = call();
    CHECK(step_points("transfer_announced", builder) == 0);
    builder.act(journal::TransferBegan{"911", true}).says({"announce_transfer"});
    CHECK(step_points("transfer_announced", builder) == 0);
    CHECK(step_points("brief_target", builder) == 0);
    builder.act(journal::TransferAnswered{"911", "", 0}).says({}, "Gas at 4208 Spruce.");
    CHECK(step_points("brief_target", builder) == 200);
    CHECK(step_points("transfer:911", builder) == 200);
    CHECK(step_points("transfer:water", builder) == 0);
    JournalBuilder right = call();
    right.says({"announce_transfer"}).act(journal::TransferBegan{"911", true});
    CHECK(step_points("transfer_announced", right) == 200);
}

TEST_CASE("filing, changing and replying are steps") {
    JournalBuilder builder = call();
    CHECK(step_points("file_request", builder) == 0);
    builder.files("18000001", "x", {}).act(journal::RequestChanged{"17000001", "reopened"}).ends("replied");
    CHECK(step_points("file_request", builder) == 200);
    CHECK(step_points("change_request", builder) == 200);
    CHECK(step_points("change_request:17000002", builder) == 0);
    CHECK(step_points("send_reply", builder) == 200);
}

TEST_CASE("what the caller tells unasked need not be asked for") {
    AnswerKey key = with_steps({"ask_cross_street", "ask_location", "ask_lane"});
    key.fields = {{"cross_street", "Cross street", text::FieldKind::address, "S 42ND ST", {}, {}, "cross", false}};
    JournalBuilder builder = call();
    builder.at(3000).opening("At Forty-second and Spruce!", {"cross", "location"});
    const Scorecard card = assess(key, builder.journal(), 1);
    CHECK(finding(card, "step.ask_cross_street").points == 200);
    CHECK(finding(card, "step.ask_cross_street").why == "Ask cross street: no need, the caller told it at 0:03.");
    CHECK(finding(card, "step.ask_location").points == 200);
    CHECK(finding(card, "step.ask_lane").points == 0);
}

TEST_CASE("steps in the due order keep the points of order, in one breath too") {
    const std::vector<std::string> due{"greet", "ask_location", "read_back", "close"};
    JournalBuilder right = call();
    right.says({"greet", "ask_location"}).says({"read_back"}).says({"close"});
    CHECK(order_points(due, right) == 1000);
    JournalBuilder swapped = call();
    swapped.says({"ask_location", "greet"}).says({"read_back"}).says({"close"});
    CHECK(order_points(due, swapped) == 750);
    JournalBuilder skipped = call();
    skipped.says({"greet"}).says({"close"});
    CHECK(order_points(due, skipped) == 1000);  // what is missing is lost as a step already
    JournalBuilder backwards = call();
    backwards.says({"close"}).says({"read_back"}).says({"ask_location"}).says({"greet"});
    CHECK(order_points(due, backwards) == 250);
    CHECK(order_points(due, call()) == 0);
}

TEST_CASE("a step taken again at the right time is in order") {
    JournalBuilder builder = call();
    builder.says({"greet"}).says({"read_back"}).says({"ask_location"}).says({"read_back"}).says({"close"});
    CHECK(order_points({"greet", "ask_location", "read_back", "close"}, builder) == 1000);
}

TEST_CASE("a step out of order is named with its time") {
    AnswerKey key = with_steps({"greet", "ask_location", "check_duplicates", "close"});
    JournalBuilder builder = call();
    builder.at(5000).says({"close"}).at(65'000).says({"greet"}).at(70'000).says({"ask_location"});
    const Finding order = finding(assess(key, builder.journal(), 1), "procedure.order");
    CHECK(order.title == "One step out of order");
    CHECK(order.why == "Out of the order due: close at 0:05.");
    CHECK(order.evidence == std::vector<journal::Seq>{3});
    CHECK(order.points == 133);  // two of three
    CHECK(find(assess(with_steps({"greet"}), builder.journal(), 1), "procedure.order") == nullptr);
}

TEST_CASE("the reference number told is the one that was filed") {
    AnswerKey key = with_steps({"give_reference"});
    JournalBuilder builder = call();
    CHECK(finding(assess(key, builder.journal(), 1), "reference.correct").points == 0);
    builder.at(60'000).files("18234567", "x", {}).at(70'000).says({"give_reference"}, "Your number is 18234576.");
    Finding reference = finding(assess(key, builder.journal(), 1), "reference.correct");
    CHECK(reference.points == 0);
    CHECK(reference.title == "Wrong reference number given");
    CHECK(reference.why == "What you said at 1:10 does not hold the reference number 18234567.");
    builder.says({"give_reference"}, "I am sorry: 1823 45 67.");
    reference = finding(assess(key, builder.journal(), 1), "reference.correct");
    CHECK(reference.points == 200);
    CHECK(find(assess({}, builder.journal(), 1), "reference.correct") == nullptr);
}

TEST_CASE("the reference number of a request that was there before") {
    AnswerKey key = with_steps({"give_reference"});
    key.reference = "17346520";
    JournalBuilder builder = call();
    builder.says({"give_reference"}, "It is 1 7 3 4 6 5 2 0.");
    CHECK(finding(assess(key, builder.journal(), 1), "reference.correct").points == 200);
}

TEST_CASE("the due date told is that of the request filed") {
    AnswerKey key = with_steps({"give_due_date"});
    key.due = "2027-01-29";
    JournalBuilder builder = call();
    builder.files("18234567", "x", {}, "2027-01-28").says({"give_due_date"}, "By January 29.");
    CHECK(finding(assess(key, builder.journal(), 1), "due.correct").title == "Wrong due date given");
    builder.says({"give_due_date"}, "No, by January 28th.");
    CHECK(finding(assess(key, builder.journal(), 1), "due.correct").points == 200);
    JournalBuilder asked = call();
    asked.says({"give_due_date"}, "On 1/29.");
    CHECK(finding(assess(key, asked.journal(), 1), "due.correct").points == 200);
}

TEST_CASE("where no date may be given, saying so is right and promising one is wrong") {
    const AnswerKey key = with_steps({"no_date_possible"});
    JournalBuilder builder = call();
    builder.files("18234567", "x", {});
    CHECK(finding(assess(key, builder.journal(), 1), "due.correct").points == 0);
    builder.says({"no_date_possible"});
    CHECK(finding(assess(key, builder.journal(), 1), "due.correct").points == 200);
    builder.says({"promise_date"}, "By Friday!");
    CHECK(finding(assess(key, builder.journal(), 1), "due.correct").points == 0);
}
