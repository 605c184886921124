// Needs a screen: run under Xvfb with the label "display".
#include "sim/window/window.hpp"
#include "tests/desk/gallery_face.hpp"
#include "tests/support/catch.hpp"

#include <SFML/Graphics/Image.hpp>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

using namespace shift311;

namespace {

/// Ends after some frames, or after some time.
class Short : public support::GalleryFace {
  public:
    window::Window* window = nullptr;
    long frames = 6;
    desk::Millis until = 0;
    std::string shell;  ///< run once, once the screen stands
    std::filesystem::path picture;
    std::function<bool()> enough;

    void frame(desk::Ui& ui) override {
        GalleryFace::frame(ui);
        ++made_;
        if (made_ >= 3 && !started_) {
            started_ = true;
            if (!picture.empty()) window->screenshot(picture);
            if (!shell.empty()) ran = std::system(shell.c_str());
        }
    }
    std::optional<desk::Millis> next_due() const override {
        if (until != 0) return until;
        return 0;
    }
    bool finished() const override {
        if (enough && enough()) return true;
        if (until != 0) return window::monotonic_now() >= until;
        return made_ >= frames && window->screenshot_done();
    }
    int ran = -1;

  private:
    bool started_ = false;
    long made_ = 0;
};

window::Options small(desk::Mode mode) {
    window::Options options;
    options.wide = 1280;
    options.high = 720;
    options.look.mode = mode;
    return options;
}

sf::Image picture_of(desk::Mode mode) {
    window::Window window(small(mode));
    Short face;
    face.window = &window;
    face.picture = std::filesystem::temp_directory_path() / ("shift311-window-" + std::to_string(getpid()) + ".png");
    window.run(face);
    sf::Image image;
    REQUIRE(image.loadFromFile(face.picture.string()));
    std::filesystem::remove(face.picture);
    return image;
}

}  // namespace

TEST_CASE("the picture has the colors of the theme, and letters in it", "[window][display]") {
    for (const desk::Mode mode : {desk::Mode::dark, desk::Mode::light}) {
        const sf::Image image = picture_of(mode);
        REQUIRE(image.getSize() == sf::Vector2u(1280, 720));
        const desk::Color panel = desk::theme(mode).panel, ink = desk::theme(mode).text;
        const auto same = [](sf::Color a, desk::Color b) { return a.r == b.r && a.g == b.g && a.b == b.b; };
        CHECK(same(image.getPixel(700, 24), panel));
        int inked = 0;
        for (unsigned x = 0; x < 1280; ++x)
            for (unsigned y = 0; y < 48; ++y)
                inked += same(image.getPixel(x, y), ink) ? 1 : 0;
        CHECK(inked > 50);
    }
}

TEST_CASE("the same screen gives the same picture", "[window][display]") {
    const sf::Image a = picture_of(desk::Mode::dark), b = picture_of(desk::Mode::dark);
    REQUIRE(a.getSize() == b.getSize());
    long different = 0;
    for (unsigned x = 0; x < a.getSize().x; ++x)
        for (unsigned y = 0; y < a.getSize().y; ++y)
            different += a.getPixel(x, y) != b.getPixel(x, y) ? 1 : 0;
    CHECK(different == 0);
}

TEST_CASE("keys pressed in the real window arrive whole and in order", "[window][display]") {
    if (std::system("command -v xdotool >/dev/null 2>&1") != 0) {
        WARN("xdotool is not installed; not tested");
        return;
    }
    window::Window window(small(desk::Mode::dark));
    Short face;
    face.window = &window;
    face.address.clear();
    face.ask_focus = "Location";
    face.until = window::monotonic_now() + 20'000;  // on a busy machine; usually it takes one second
    face.enough = [&face] { return face.filed == 1 && face.pressed == 2; };
    face.shell =
        "(sleep 0.4; xdotool type --delay 5 '4208 Spruce St'; xdotool key Tab; xdotool type --delay 5 'Zox'; "
        "xdotool key BackSpace; xdotool type 'e'; xdotool key ctrl+Return ctrl+1 alt+s F12 F12) &";
    window.run(face);
    CHECK(face.address == "4208 Spruce St");
    CHECK(face.caller == "Zoe");
    CHECK(face.filed == 1);
    CHECK(face.pressed == 2);
}

TEST_CASE("a list of controls that can never be written is told; one that no longer can stops nothing",
          "[window][display]") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("shift311-tree-" + std::to_string(getpid()));
    window::Options options = small(desk::Mode::dark);
    options.control_tree = folder / "tree.json";
    {
        window::Window window(options);
        Short face;
        face.window = &window;
        CHECK_THROWS_WITH(window.run(face), Catch::Contains("The control tree cannot be written"));
    }
    std::filesystem::create_directory(folder);
    window::Window window(options);
    Short face;
    face.window = &window;
    int frames = 0;
    face.until = window::monotonic_now() + 3000;
    face.enough = [&] {
        if (++frames == 4) {
            CHECK(std::filesystem::exists(options.control_tree));
            std::filesystem::remove_all(folder);
            face.ask_focus = "Location";
        }
        return frames > 40;
    };
    window.run(face);
    CHECK(frames > 40);
    CHECK_FALSE(std::filesystem::exists(folder));
}

TEST_CASE("a picture that is on the screen already is not drawn again", "[window][display]") {
    window::Window window(small(desk::Mode::dark));
    Short face;
    face.window = &window;
    face.frames = 60;
    window.run(face);
    CHECK(window.frames() >= 1);
    CHECK(window.frames() <= 6);
}

TEST_CASE("a window in which nothing happens costs nearly nothing", "[window][display]") {
    window::Window window(small(desk::Mode::dark));
    Short face;
    face.window = &window;
    face.until = window::monotonic_now() + 4000;
    const std::clock_t before = std::clock();
    window.run(face);
    const double percent = 100.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / 4.0;
    CAPTURE(percent, window.frames());
    CHECK(window.frames() <= 6);
    CHECK(percent < 5);  // of one core, the first frames included; the idle minute is measured by the bench
}
