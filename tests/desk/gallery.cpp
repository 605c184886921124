// Opens the window with every control in it, or writes a picture of that: for the eye, not for ctest.
//   gallery [dark|light] [width] [height] [text scale] [picture.png]
#include "sim/window/display.hpp"
#include "sim/window/window.hpp"
#include "tests/desk/gallery_face.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace {

/// Ends by itself once the picture is taken, or after the given time.
class Shown : public shift311::support::GalleryFace {
  public:
    shift311::window::Window* window = nullptr;
    shift311::desk::Millis until = 0;
    std::string picture;

    void frame(shift311::desk::Ui& ui) override {
        GalleryFace::frame(ui);
        if (!picture.empty() && ++made_ == 5) {
            window->screenshot(picture);
            asked_ = true;
        }
    }
    bool finished() const override {
        if (asked_ && window->screenshot_done()) return true;
        if (until != 0 && shift311::window::monotonic_now() > until) return true;
        return GalleryFace::finished();
    }
    std::optional<shift311::desk::Millis> next_due() const override {
        if (!picture.empty()) return 0;
        return std::nullopt;
    }

  private:
    bool asked_ = false;
    int made_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    using namespace shift311;
    const auto argument = [&](int i, const char* otherwise) { return std::string(argc > i ? argv[i] : otherwise); };
    window::Options options;
    options.look.mode = argument(1, "dark") == "light" ? desk::Mode::light : desk::Mode::dark;
    options.wide = static_cast<unsigned>(std::atoi(argument(2, "1600").c_str()));
    options.high = static_cast<unsigned>(std::atoi(argument(3, "900").c_str()));
    options.look.text_scale = std::atoi(argument(4, "100").c_str());
    const std::string picture = argument(5, "");
    try {
        window::Window window(options);
        Shown face;
        face.window = &window;
        face.dialog = argument(6, "") == "dialog";
        face.ask_focus = argument(6, "Location");
        if (picture == "idle") {
            face.until = window::monotonic_now() + 10'000;
        } else if (!picture.empty()) {
            face.picture = picture;
        }
        const std::clock_t before = std::clock();
        window.run(face);
        const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        std::printf("%ld frames, %.3f s of processor time\n", window.frames(), seconds);
    } catch (const window::NoDisplay& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 3;
    }
    return 0;
}
