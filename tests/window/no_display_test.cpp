#include "sim/window/display.hpp"
#include "sim/window/keys.hpp"
#include "sim/window/window.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <string>

using namespace shift311;

namespace {

/// Sets a variable of the environment for as long as it lives.
class Variable {
  public:
    Variable(const char* name, const char* value) : name_(name) {
        const char* before = std::getenv(name);
        had_ = before != nullptr;
        if (had_) before_ = before;
        if (value != nullptr) {
            setenv(name, value, 1);
        } else {
            unsetenv(name);
        }
    }
    ~Variable() {
        if (had_) {
            setenv(name_.c_str(), before_.c_str(), 1);
        } else {
            unsetenv(name_.c_str());
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    std::string name_, before_;
    bool had_ = false;
};

}  // namespace

TEST_CASE("with no display, the window says so instead of ending the program", "[window]") {
    const Variable none("DISPLAY", nullptr);
    CHECK_THROWS_WITH(window::Window({}), "There is no display (DISPLAY is not set), so no window can be opened.");
    CHECK(window::screen_density() >= 1);
}

TEST_CASE("a display that does not answer is no display", "[window]") {
    const Variable dead("DISPLAY", ":4711");
    CHECK_THROWS_AS(window::Window({}), window::NoDisplay);
    CHECK(window::why_no_display() == "The display :4711 does not answer, so no window can be opened.");
}

TEST_CASE("the density of the screen comes from the environment, within reason", "[window]") {
    const Variable none("DISPLAY", nullptr);
    {
        const Variable two("GDK_SCALE", "2");
        CHECK(window::screen_density() == 2);
    }
    {
        const Variable nonsense("GDK_SCALE", "none");
        CHECK(window::screen_density() == 1);
    }
    const Variable huge("GDK_SCALE", "99");
    CHECK(window::screen_density() == 3);
}

TEST_CASE("SFML's keys have our names", "[window]") {
    using K = sf::Keyboard;
    CHECK(window::key_of(K::A) == desk::Key::a);
    CHECK(window::key_of(K::Z) == desk::Key::z);
    CHECK(window::key_of(K::Num7) == desk::Key::digit7);
    CHECK(window::key_of(K::Numpad7) == desk::Key::digit7);
    CHECK(window::key_of(K::F12) == desk::Key::f12);
    CHECK(window::key_of(K::F13) == desk::Key::none);
    CHECK(window::key_of(K::Enter) == desk::Key::enter);
    CHECK(window::key_of(K::Unknown) == desk::Key::none);
}
