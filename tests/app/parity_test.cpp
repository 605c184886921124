// Two faces, one job: the same inputs at the same times give the same journal and the same score in the window and at the text desk.
#include "assessment/journal/codec.hpp"
#include "sim/app/desk_host.hpp"
#include "sim/desk/desk.hpp"
#include "sim/desk/stage.hpp"
#include "sim/desk/typed/text_desk.hpp"
#include "sim/desk/utf8.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/content.hpp"

#include <filesystem>
#include <sstream>

using namespace shift311;
using desk::Key;

namespace {

struct Folder {
    Folder() {
        char name[] = "/tmp/shift311-parity-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path, none);
    }
    std::filesystem::path path;
};

const app::Ear& ear() {
    static const app::Ear ear(tests::content());
    return ear;
}

std::vector<std::string> lines_of(const std::vector<journal::Event>& events) {
    std::vector<std::string> lines;
    for (const journal::Event& event : events) lines.push_back(journal::to_json(event));
    return lines;
}

/// The text desk, which also tells when each thing was done.
struct TextFace {
    explicit TextFace(app::Session& s) : session(s), desk(s.run(), out, {}) {}
    /// The shift's time before the command.
    journal::Millis operator()(const std::string& line) {
        const journal::Millis at = desk.now();
        desk.command(line);
        return at;
    }
    app::Session& session;
    std::ostringstream out;
    desk::typed::TextDesk desk;
};

/// The window without its glass: keys arrive stamped to the millisecond.
struct WindowFace {
    explicit WindowFace(desk::Face& f) : face(f), stage(desk::system_fonts(), {}, {[] { return std::string(); }, [](const std::string&) {}}) {
        frame();
        begin = now;
    }
    void frame() { stage.frame(face, now, 1600, 900); }
    /// Lets the shift's clock run up to `at`, a frame now and then.
    void until(journal::Millis at) {
        while (now < begin + at) {
            now = std::min(now + 50, begin + at);
            frame();
        }
    }
    void press(Key key, desk::Mods mods = {}) {
        stage.input().push(desk::KeyPress{key, mods, now, true, false});
        stage.input().push(desk::KeyPress{key, mods, now, false, false});
        frame();
        frame();
    }
    void keys(const std::string& text) {
        for (std::size_t at = 0; at < text.size();) stage.input().push(desk::Typed{desk::decode(text, at), now});
        frame();
        frame();
    }
    bool focused(const std::string& label) const {
        for (const desk::Control& c : stage.ui().controls())
            if (c.label == label && c.focused) return true;
        return false;
    }
    void focus(const std::string& label) {
        for (int i = 0; i < 120 && !focused(label); ++i) press(Key::tab);
        INFO(label);
        REQUIRE(focused(label));
    }
    void say(const std::string& words) {
        press(Key::slash, {.ctrl = true});
        REQUIRE(focused("Say"));
        keys(words);
        press(Key::enter);
    }
    /// One key each 200 ms, as the text desk types.
    void type(const std::string& label, const std::string& text, journal::Millis from) {
        until(from);
        focus(label);
        for (std::size_t at = 0; at < text.size();) {
            from += 200;
            until(from);
            stage.input().push(desk::Typed{desk::decode(text, at), now});
            frame();
        }
    }
    desk::Face& face;
    mutable desk::Stage stage;
    desk::Millis now = 10'000, begin = 0;
};

}  // namespace

TEST_CASE("the same inputs at the same times write the same journal at both desks", "[app][parity]") {
    Folder folder;
    app::PlayOptions options;
    options.seed = 4;
    records::Store typed_store = records::Store::open((folder.path / "typed.db").string());
    app::Session session(tests::content(), ear(), &typed_store, app::find_plan(tests::content(), "script:pothole-tire"), "Dana Reyes", 4, 1);
    TextFace text(session);

    const std::string hello = "Hello, 311, this is Dana.", where = "Where is the pothole?", bye = "Thank you for calling, goodbye.";
    const std::string place = "123 nowhere st", note = "blew a tire";
    text("wait 3");
    const auto answered = text("answer");
    const auto said_hello = text("say " + hello);
    const auto asked = text("say " + where);
    const auto chose = text("service street-defect");
    const auto wrote = text("set location " + place);
    const auto lane = text("set lane driving_lane");
    const auto looked = text("near");
    const auto noted = text("note " + note);
    const auto said_bye = text("say " + bye);
    const auto ended = text("end");
    text("wrap end");
    REQUIRE(session.run().state().over);

    records::Store window_store = records::Store::open((folder.path / "window.db").string());
    app::DeskHost host(tests::content(), ear(), window_store, options);
    desk::Desk desk(host, {"Dana Reyes", "script:pothole-tire", 1});
    WindowFace window(desk);
    REQUIRE(desk.screen() == "shift");
    window.until(answered);
    window.press(Key::f1);
    window.until(said_hello);
    window.say(hello);
    window.until(asked);
    window.say(where);
    window.until(chose);
    window.press(Key::f5);
    window.focus("Service");
    window.keys("street def");
    window.press(Key::enter);
    window.type("Location", place, wrote);
    // The text desk takes as long for a choice as for typing its key.
    window.until(lane);
    window.focus("Lane: Driving lane");
    window.until(lane + 200 * 12);
    window.keys(" ");
    window.until(looked);
    window.press(Key::f7);
    window.press(Key::escape);
    window.type("Notes", note, noted);
    window.until(said_bye);
    window.say(bye);
    window.until(ended);
    window.press(Key::f4);
    window.focus("Outcome: Request filed");
    for (int i = 0; i < 4; ++i) window.press(Key::down);
    window.keys(" ");
    window.press(Key::f4);
    window.until(window.now - window.begin + 200);

    const auto attempts = window_store.attempts("Dana Reyes");
    REQUIRE(attempts.size() == 1);
    const auto seen = lines_of(window_store.journal(attempts.front().id).events);
    const auto told = lines_of(typed_store.journal(session.attempt()).events);
    for (std::size_t i = 0; i < std::min(seen.size(), told.size()); ++i) CHECK(seen[i] == told[i]);
    CHECK(seen.size() == told.size());
    const auto window_cards = window_store.scorecards(attempts.front().id), text_cards = typed_store.scorecards(session.attempt());
    REQUIRE(window_cards.size() == 1);
    REQUIRE(text_cards.size() == 1);
    CHECK(scoring::to_json(window_cards.front().card) == scoring::to_json(text_cards.front().card));
}
