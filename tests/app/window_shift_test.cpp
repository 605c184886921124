// A whole call in a real window, by keyboard, from the start screen to the debrief; killed and taken up again on the way.
// Needs a screen: run under Xvfb with the label "display".
#include "assessment/records/store.hpp"
#include "assessment/scoring/answer_key.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace shift311;
using namespace std::chrono_literals;

namespace {

struct Control {
    std::string label, role, value;
    bool focused = false, enabled = false;
};

/// The program in its window, seen through its control tree and moved by xdotool.
class Program {
  public:
    explicit Program(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~Program() { kill(); }

    void start() {
        std::filesystem::remove(tree());
        child_ = ::fork();
        if (child_ == 0) {
            ::execl(SHIFT311_PROGRAM, SHIFT311_PROGRAM, "--db", db().c_str(), "--control-tree", tree().c_str(), "--mute", "--seed", "4",
                    "--script", "pothole-tire", "--level", "1", "--size", "1280x720", static_cast<char*>(nullptr));
            ::_exit(127);
        }
    }
    void kill() {
        if (child_ <= 0) return;
        ::kill(child_, SIGKILL);
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = -1;
    }
    std::string db() const { return (folder_ / "records.db").string(); }
    std::string tree() const { return (folder_ / "tree.json").string(); }

    std::vector<Control> controls() const {
        std::ifstream file(tree());
        const nlohmann::json list = nlohmann::json::parse(file, nullptr, false);
        std::vector<Control> all;
        if (!list.is_array()) return all;
        for (const auto& item : list)
            all.push_back({item["label"], item["role"], item["value"].is_string() ? item["value"].get<std::string>() : "", item["focused"], item["enabled"]});
        return all;
    }
    /// Waits until a control passes; fails the test after a generous while.
    Control wait_for(const std::string& what, const std::function<bool(const Control&)>& passes) const {
        for (int i = 0; i < 600; ++i) {
            for (const Control& control : controls())
                if (passes(control)) return control;
            std::this_thread::sleep_for(50ms);
        }
        std::string all;
        for (const Control& control : controls()) all += control.role + " | " + control.label + " | " + control.value + "\n";
        FAIL("waited in vain for " << what << "; there was:\n" << all);
        return {};
    }
    Control wait_for(const std::string& label) const {
        return wait_for(label, [&](const Control& c) { return c.label == label; });
    }
    void wait_for_caller(const std::string& words) const {
        wait_for("the caller to say " + words, [&](const Control& c) { return c.label.rfind("Caller, ", 0) == 0 && c.value.find(words) != std::string::npos; });
    }
    void focus_on(const std::string& label) const {
        for (int tries = 0; tries < 60; ++tries) {
            for (const Control& control : controls())
                if (control.label == label && control.focused) return;
            key("Tab");
        }
        FAIL("Tab never came to " << label);
    }
    static void key(const std::string& name) { run("xdotool key --delay 30 " + name); }
    static void type(const std::string& text) { run("xdotool type --delay 40 '" + text + "'"); }
    void say(const std::string& words) const {
        key("slash");
        wait_for("the say line", [](const Control& c) { return c.label == "Say" && c.focused; });
        type(words);
        key("Return");
        wait_for("my words", [&](const Control& c) { return c.label.rfind("You, ", 0) == 0 && c.value == words; });
    }

  private:
    static void run(const std::string& command) {
        if (std::system(command.c_str()) != 0) FAIL("failed: " << command);
        std::this_thread::sleep_for(120ms);
    }
    std::filesystem::path folder_;
    pid_t child_ = -1;
};

struct Folder {
    Folder() {
        char name[] = "/tmp/shift311-window-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path, none);
    }
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("a call by keyboard, killed half-way, taken up again and brought to its debrief", "[display][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    Folder folder;
    Program program(folder.path);
    program.start();

    program.wait_for("the name", [](const Control& c) { return c.label == "Your name" && c.focused; });
    program.type("Dana Reyes");
    program.key("Return");
    program.wait_for("a shift to be startable", [](const Control& c) { return c.label == "Start the shift" && c.enabled; });
    program.key("ctrl+Return");

    program.wait_for("the phone to ring", [](const Control& c) { return c.label == "Answer" && c.enabled; });
    program.key("F1");
    program.say("Thank you for calling 311, this is Dana. How can I help you?");
    program.wait_for_caller("pothole");
    program.say("I am sorry about your tire. Where is the pothole?");
    program.wait_for_caller("Street");

    // The service by a few letters, the place by hand.
    program.key("F5");
    program.focus_on("Service");
    program.type("street def");
    program.key("Return");
    program.wait_for("the location to have the focus", [](const Control& c) { return c.label == "Location" && c.focused; });
    program.type("123 Nowhere");
    program.wait_for("the location", [](const Control& c) { return c.label == "Location" && c.value == "123 Nowhere"; });

    // Pulled the plug: what the screen had shown is there again.
    program.kill();
    program.start();
    program.wait_for("Go on");
    program.focus_on("Go on");
    program.key("Return");
    program.wait_for("the location of before", [](const Control& c) { return c.label == "Location" && c.value == "123 Nowhere"; });
    program.wait_for_caller("pothole");

    program.say("Have a good day. Goodbye.");
    program.wait_for("End", [](const Control& c) { return c.label == "End" && c.enabled; });
    program.key("F4");
    program.wait_for("Outcome: Request filed");
    program.focus_on("Outcome: Request filed");
    for (int i = 0; i < 4; ++i) program.key("Down");
    program.key("space");
    program.wait_for("the outcome", [](const Control& c) { return c.label == "Outcome: Ended without action" && c.value == "on"; });
    program.focus_on("Finish contact");
    program.key("Return");
    program.wait_for("the debrief", [](const Control& c) { return c.label.find("oints were lost") != std::string::npos; });
    program.kill();

    const records::Store store = records::Store::open_read_only(program.db());
    const auto attempts = store.attempts("Dana Reyes");
    REQUIRE(attempts.size() == 1);
    CHECK(store.check_all().empty());
    const auto cards = store.scorecards(attempts.front().id);
    REQUIRE(cards.size() == 1);
    CHECK_FALSE(cards.front().card.passed);
    const journal::Journal journal = store.journal(attempts.front().id);
    std::string location;
    int keys = 0, interrupted = 0;
    for (const journal::Event& event : journal.events) {
        if (const auto* edit = std::get_if<journal::FieldEdited>(&event.act); edit && edit->field == "location") {
            location = edit->value;
            keys += edit->keys;
        }
        if (const auto* paused = std::get_if<journal::Paused>(&event.act)) interrupted += paused->why == "interrupted" ? 1 : 0;
    }
    CHECK(location == "123 Nowhere");
    CHECK(keys == 11);
    CHECK(interrupted == 1);
}
