// The text desk: a file of commands is a shift, and always the same one.
#include "sim/desk/typed/text_desk.hpp"

#include "assessment/journal/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/floor.hpp"

#include <sstream>

using namespace shift311;

namespace {

struct Typed {
    explicit Typed(const script::ShiftPlan& plan, int level = 1) : desk(plan, 7, level), text(desk.run, out, {}) {}
    std::string operator()(const std::string& line) {
        out.str("");
        text.command(line);
        return out.str();
    }
    tests::Desk desk;
    std::ostringstream out;
    desk::typed::TextDesk text;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string played(const std::vector<std::string>& commands) {
    Typed typed(tests::plan_of({{2'000, "pothole-tire"}}));
    for (const std::string& command : commands)
        typed(command);
    typed.text.finish();
    std::string lines;
    for (const shift::Event& event : typed.desk.stored)
        lines += journal::to_json(event) + '\n';
    return lines;
}

}  // namespace

TEST_CASE("unknown and half commands are explained, never fatal", "[text_desk]") {
    Typed typed(tests::plan_of({{2'000, "pothole-tire"}}));
    CHECK(has(typed("dance"), "There is no command \"dance\""));
    CHECK(has(typed("wait long"), "number of seconds"));
    CHECK(has(typed("take x"), "number of a contact"));
    CHECK(has(typed("say hello"), "answer first"));
    CHECK(has(typed("transfer 911"), "warm or cold"));
    CHECK(has(typed("ask no_such_phrase"), "There is no phrase"));
    CHECK(has(typed("set location 1"), "Choose the service first"));
    CHECK(has(typed("near"), "Write the location"));
    CHECK(typed("").empty());
    CHECK(typed("# a remark").empty());
    CHECK(has(typed("help"), "wrap"));
    CHECK_FALSE(typed.desk.run.state().over);
}

TEST_CASE("bytes that are no letters are written down as such, and nothing breaks", "[text_desk]") {
    Typed typed(tests::plan_of({{0, "pothole-tire"}}));
    typed("answer");
    typed("say hello \xff\xfe\x01 there");
    typed("note \xc3");
    CHECK(has(typed.desk.contact().lines.back().text + typed.desk.contact().lines.front().text, "\xEF\xBF\xBD"));
    for (const shift::Event& event : typed.desk.stored)
        CHECK_NOTHROW(journal::to_json(event));
}

TEST_CASE("every command of the help is one that is taken", "[text_desk]") {
    Typed typed(tests::plan_of({{0, "pothole-tire"}}));
    typed("status");
    std::istringstream help(typed("help"));
    int commands = 0;
    for (std::string line; std::getline(help, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        if (name == "quit") continue;
        ++commands;
        CHECK_FALSE(has(typed(name), "There is no command"));
    }
    CHECK(commands == 28);
}

TEST_CASE("time stands still but for waiting, speech and typing", "[text_desk]") {
    Typed typed(tests::plan_of({{2'000, "pothole-tire"}}));
    typed("contacts");
    CHECK(typed.text.now() == 0);
    typed("wait 3");
    CHECK(typed.text.now() == 3'000);
    typed("answer");
    typed("service street-defect");
    CHECK(typed.text.now() == 3'000);
    typed("set location 12 ELM");
    CHECK(typed.text.now() == 3'000 + 6 * 200);
    const shift::Millis before = typed.text.now();
    typed("ask greet");
    CHECK(typed.text.now() > before + 2'000);
}

TEST_CASE("the same commands write the same journal, byte for byte", "[text_desk][determinism]") {
    const std::vector<std::string> commands{"wait 3",
                                            "answer",
                                            "ask greet",
                                            "ask ask_location",
                                            "service street-defect",
                                            "set location 4208 Spruce St",
                                            "near",
                                            "form",
                                            "ask close",
                                            "end",
                                            "wrap end"};
    const std::string once = played(commands);
    CHECK(once == played(commands));
    CHECK(has(once, "\"act\":\"shift_ended\""));
}

TEST_CASE("the text desk tells what the window shows of a whole shift, and of an exam nothing", "[text_desk]") {
    const script::ShiftPlan plan = tests::plan_of(
        {{1'000, "pothole-tire"}, {2'000, "missed-trash"}, {3'000, "sidewalk-snow"}, {4'000, "water-in-street"}});
    Typed typed(plan);
    const std::string yardstick = shift::yardstick(typed.desk.run.floor());
    REQUIRE(yardstick.find("Practice yardstick: if callers came at random") == 0);
    typed.text.welcome();
    CHECK(has(typed.out.str(), yardstick));
    typed("wait 1");
    typed("answer");
    typed("end");
    typed("wrap end");
    const std::string ending = typed("wait 300");  // the others give up
    CHECK(typed.desk.run.state().over);
    CHECK(has(ending, "Answered in 20 s: 100 %, goal 80 %; 3 gave up waiting.\n" + yardstick +
                          " You answered 1 of 4 in that time.\n"));

    Typed broken_off(plan);
    broken_off("wait 5");
    CHECK_FALSE(has(broken_off("quit"), "yardstick"));

    std::ostringstream out;
    tests::Desk desk(plan, 7, 4);
    desk::typed::TextDesk exam(desk.run, out, {.real_time = false, .debrief = {}, .sum_up = false});
    exam.welcome();
    exam.command("wait 300");
    CHECK(desk.run.state().over);
    CHECK_FALSE(has(out.str(), "yardstick"));
    CHECK_FALSE(has(out.str(), "goal"));
}

TEST_CASE("the end of the input ends the shift as quitting does", "[text_desk]") {
    CHECK(has(played({"wait 3"}), "\"why\":\"quit\""));
    CHECK(played({"wait 3", "quit"}) == played({"wait 3"}));
}

TEST_CASE("choices are taken by key or by name, and others are refused with the list", "[text_desk]") {
    Typed typed(tests::plan_of({{0, "pothole-tire"}}));
    typed("answer");
    typed("service street-defect");
    const auto form = typed.desk.run.screen(typed.text.now()).form;
    const auto field = std::find_if(form.fields.begin(), form.fields.end(),
                                    [](const shift::FieldView& f) { return !f.choices.empty(); });
    REQUIRE(field != form.fields.end());
    CHECK(has(typed("set " + field->code + " purple"), "Choose from"));
    typed("set " + field->code + " " + field->choices.front().name);
    CHECK(typed.desk.contact().fields.at(field->code) == field->choices.front().key);
}
