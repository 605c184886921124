// A contact that is kept for exams and was practiced under another name is pointed out; honest ones are not.
#include "sim/script/unseen.hpp"

#include "tests/script/content.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace shift311;
using namespace shift311::script;
using testing::Content;

namespace {

const char* const kTire =
    "Hi, yeah, this is {who}. I just blew a tire on a pothole on my way to work. I was not even going fast, and bang. "
    "I want somebody to fix that thing.";

Script with(const std::string& id, const std::string& opening, const std::vector<std::string>& lines = {}) {
    Script script;
    script.id = id;
    script.city = "smallville";
    script.opening = opening;
    for (const std::string& line : lines)
        script.facts.emplace_back().say = {line};
    return script;
}

std::optional<Seen> met(const Script& kept, const std::vector<Script>& practiced) {
    std::vector<const Script*> all;
    for (const Script& script : practiced)
        all.push_back(&script);
    return met_in_practice({&kept}, all).front();
}

int near(const std::string& kept, const std::string& practiced) {
    const auto seen = met(with("kept", kept), {with("practiced", practiced)});
    return seen && seen->what == Seen::What::opening ? seen->percent : 0;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// A copy of the small folder's pothole that was given another id and kept for exams.
void write_copy(const Content& content, const std::string& from, const std::string& to) {
    content.change("smallville/scripts/pothole.yaml", "opening: \"Hi, there is a pothole here.\"",
                   std::string("opening: \"") + kTire + "\"");
    std::string copy = content.bytes("smallville/scripts/pothole.yaml");
    copy = replaced(copy, "script: pothole\n", "script: manhole\nexam: true\n");
    content.write("smallville/scripts/manhole.yaml", replaced(copy, from, to));
}

}  // namespace

TEST_CASE("a copy with changed names is not unseen", "[unseen]") {
    const Content content;
    write_copy(content, "on my way to work", "on the way to church");
    CHECK(content.issues() ==
          std::vector<std::string>{
              "smallville/scripts/manhole.yaml:15:10: warning: the opening is 95 % like that of `pothole` "
              "(smallville/scripts/pothole.yaml): a trainee who practiced that has seen it (opening)"});
    content.change("smallville/scripts/manhole.yaml", "exam: true\n", "");
    CHECK(content.issues().empty());  // both are practice
    content.change("smallville/scripts/manhole.yaml", "script: manhole\n", "script: manhole\nexam: true\n");
    content.change("smallville/scripts/pothole.yaml", "script: pothole\n", "script: pothole\nexam: true\n");
    const auto both = content.issues();  // both are kept; the shift that plays one of them is told off for it
    CHECK(std::none_of(both.begin(), both.end(),
                       [](const std::string& line) { return line.find("has seen it") != std::string::npos; }));
}

TEST_CASE("an opening in its longer form is pointed at where its words stand", "[unseen]") {
    const Content content;
    write_copy(content, std::string("opening: \"") + kTire + "\"",
               std::string("opening:\n  tells: []\n  say: \"") + kTire + "\"");
    const auto lines = content.issues();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("smallville/scripts/manhole.yaml:17:8: warning: the opening is 100 % like that of `pothole`") ==
          0);
}

TEST_CASE("nobody judges by a mark that could not be read", "[unseen]") {
    const Content content;
    write_copy(content, "exam: true", "exam: perhaps");
    const auto lines = content.issues();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("smallville/scripts/manhole.yaml:2:7: error:") == 0);
}

TEST_CASE("openings that are one with some words changed", "[unseen]") {
    const std::string tire = kTire;
    CHECK(near(tire, tire) == 100);
    // What fills a blank, marks and capitals are no difference.
    CHECK(near(replaced(tire, "{who}", "{first} {fam.last}"), tire) == 100);
    CHECK(near(replaced(tire, "fast, and bang. I want", "fast... AND BANG! I want"), tire) == 100);
    CHECK(near(replaced(tire, "{who}", "Denise Walker"), tire) >= kOpeningSeen);
    CHECK(near(replaced(replaced(tire, "tire on a pothole", "rim on a manhole"), "work", "church"), tire) >=
          kOpeningSeen);
    // Its sentences in another order.
    CHECK(near("I want somebody to fix that thing. I just blew a tire on a pothole on my way to work. I was not even "
               "going fast, and bang. Hi, yeah, this is {who}.",
               tire) == 100);
    CHECK(near("Hola, llamo porque hay un bache muy hondo en la calle {where} y se me ponchó una llanta esta mañana.",
               "Hola, llamo porque hay un hoyo muy hondo en la calle {where} y se me ponchó una llanta esta tarde.") >=
          kOpeningSeen);
}

TEST_CASE("openings of one topic that are each their own", "[unseen]") {
    const std::vector<std::string> potholes = {
        kTire,
        "Hello. I'm calling about a pothole on our block. It's been there since the winter, and the cars swerve into "
        "the "
        "bike lane to get around it. Can you send somebody?",
        "Good morning. My mother fell into a hole in the street in front of {where} yesterday. She's all right, but "
        "somebody will break a leg there.",
        "Yeah, hi, I want to report a pothole. It's right where {work}, and it's opening up again, and it's a mess. I "
        "go "
        "around it every single day.",
        "I drive a school bus, and there is a pothole at {where.cross} that I hit twice a day. It's on the driver's "
        "side, "
        "and it is getting deeper."};
    for (const std::string& one : potholes)
        for (const std::string& other : potholes)
            if (&one != &other) CHECK_FALSE(met(with("kept", one), {with("practiced", other)}));
    // Too short to know a call by.
    CHECK_FALSE(met(with("kept", "Hi, I have a question about my water bill."),
                    {with("practiced", "Hi, I have a question about my water bill.")}));
    CHECK_FALSE(met(with("kept", "{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {p}"),
                    {with("practiced", "{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l} {m} {n} {o} {p}")}));
}

TEST_CASE("an opening with more said is the same opening", "[unseen]") {
    const auto seen = met(
        with("kept", std::string(kTire) + " My neighbor hit it last week as well, and so did the mail truck, and the "
                                          "woman across the street has seen a bicycle go over. Nobody does anything."),
        {with("other", "Good morning. The light at our corner is out, and it is dark there by five."),
         with("practiced", kTire)});
    REQUIRE(seen);
    CHECK(seen->in == 1);
    CHECK(seen->what == Seen::What::within);
    CHECK(seen->percent == 100);
}

TEST_CASE("a new opening over the old lines is not unseen", "[unseen]") {
    const std::vector<std::string> lines = {
        "It's {where.spoken}. I can see the number from here.",
        "In the lane that you drive in, you can't go around it.",
        "I don't know, {inches} inches across? It's deep, though, that's what got me.", "It's {who}.",
        "Look, can you send somebody or not? I've been standing here in the rain for an hour."};
    std::vector<std::string> changed = lines;
    changed[2] = "I don't know, {size} inches wide? It's deep, though, that's what got me.";
    const std::string opening =
        "Good morning. I'm late for work, and I'd like to tell you about something in the road.";
    const auto seen = met(with("kept", opening, changed), {with("practiced", kTire, lines)});
    REQUIRE(seen);
    CHECK(seen->what == Seen::What::lines);
    CHECK(seen->percent == 100);
    // Of two that say it, the one that says more.
    const std::vector<std::string> most(lines.begin(), lines.end() - 1);
    CHECK(met(with("kept", opening, changed), {with("part", "", most), with("whole", "", lines)})->in == 1);
    // One line in common, or only short ones, is nothing that anybody would know a call by.
    CHECK_FALSE(met(with("kept", opening, changed), {with("practiced", kTire, {lines[4], lines[3]})}));
    const std::vector<std::string> brief = {"It's {who}.", "Yes, it is.", "At {where.spoken}.", "No, nobody is hurt."};
    CHECK_FALSE(met(with("kept", opening, brief), {with("practiced", kTire, brief)}));
    CHECK_FALSE(met(with("kept", opening, {lines[0], lines[1]}), {with("practiced", kTire, lines)}));
}

TEST_CASE("another city's practice is nobody's here, and no script is its own copy", "[unseen]") {
    Script elsewhere = with("practiced", kTire);
    elsewhere.city = "bigtown";
    CHECK_FALSE(met(with("kept", kTire), {elsewhere}));
    CHECK_FALSE(met(with("kept", kTire), {with("kept", kTire)}));
    CHECK_FALSE(met(with("kept", kTire), {}));
}

TEST_CASE("vignettes of an exam that practice has shown", "[unseen]") {
    const Content content;
    const auto vignette = [](const std::string& id, const std::string& say, const std::string& more) {
        return "  - id: " + id + "\n    say: \"" + say + "\"\n    why: \"So it is.\"\n" + more;
    };
    const std::string basement = "There is smoke coming up out of the basement next door, and nobody answers the bell.";
    const std::string light =
        "The light in front of our school has been out for three weeks now, and it gets dark early.";
    const std::string good = "triage:\n" + vignette("one", basement, "    answer: \"911\"\n    hidden: false\n") +
                             vignette("two", light, "    answer: \"311\"\n");
    const auto told = [&](const std::string& say, const std::string& answer, const std::string& exam) {
        content.write("smallville/triage.yaml",
                      good + vignette("kept", say, "    answer: \"" + answer + "\"\n    exam: " + exam + "\n"));
        std::vector<std::string> lines = content.issues();
        lines.erase(std::remove_if(lines.begin(), lines.end(),
                                   [](const std::string& line) {
                                       return line.find("should be") != std::string::npos;  // of how many there are
                                   }),
                    lines.end());
        return lines;
    };
    CHECK(
        told(replaced(basement, "basement next door", "cellar next door"), "911", "true") ==
        std::vector<std::string>{"smallville/triage.yaml:12:10: warning: this is 92 % like `one`, which is practice: a "
                                 "trainee who met that has seen it (triage[2].say)"});
    CHECK(told(replaced(basement, "basement next door", "cellar next door"), "911", "false").empty());
    const auto more =
        told(basement + " I can hear a dog in there, and the family came home an hour ago with kids.", "911", "true");
    REQUIRE(more.size() == 1);
    CHECK(more[0].find("this and `one` are 100 % alike but for what one of them says more") != std::string::npos);
    CHECK(told("Our neighbor's chimney drips onto the walk, and it freezes there over night.", "311", "true").empty());
}

TEST_CASE("no two different contacts of the project's own content are taken for one", "[unseen]") {
    const script::Library& library = tests::content();
    REQUIRE(library.scripts.size() > 1);
    for (const Script& kept : library.scripts) {
        std::vector<const Script*> others;
        for (const Script& other : library.scripts)
            if (&other != &kept) others.push_back(&other);
        const auto seen = met_in_practice({&kept}, others).front();
        INFO(kept.id << (seen ? " is like " + others[seen->in]->id + ", " + std::to_string(seen->percent) + " %" : ""));
        CHECK_FALSE(seen);
    }
    for (const Drills& drills : library.drills) {
        for (const Vignette& kept : drills.vignettes) {
            std::vector<const Vignette*> others;
            for (const Vignette& other : drills.vignettes)
                if (&other != &kept) others.push_back(&other);
            const auto seen = met_in_practice({&kept}, others).front();
            INFO(kept.id << (seen ? " is like " + others[seen->in]->id : ""));
            CHECK_FALSE(seen);
        }
    }
}
