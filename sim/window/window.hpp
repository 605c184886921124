// The window: shows a face, hands it what the person does, and sleeps whenever nothing changes.
#pragma once

#include "sim/desk/face.hpp"
#include "sim/desk/stage.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace shift311::window {

struct Options {
    std::string title = "shift311";
    unsigned wide = 1600, high = 900;
    desk::Look look;
    desk::FontFiles fonts = desk::system_fonts();
    std::filesystem::path control_tree;  ///< empty: none is written
};

/// Milliseconds of the monotonic clock that every event is stamped with.
desk::Millis monotonic_now();

class Window {
  public:
    /// Throws NoDisplay where no window can be opened.
    explicit Window(const Options& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Shows the face until it has finished.
    void run(desk::Face& face);
    /// Draws the face once, as it stands at this time: for pictures of a desk that is driven by somebody else.
    void show(desk::Face& face, desk::Millis now);
    /// The next frame drawn is also written to this PNG file.
    void screenshot(const std::filesystem::path& file);
    /// Whether the last screenshot asked for has been dealt with.
    bool screenshot_done() const;
    /// Why a screenshot could not be written, told once; empty: nothing went wrong. What is on the screen goes on.
    std::string take_screenshot_fault();

    desk::Stage& stage();
    /// Frames drawn so far: what the measurements of idleness count.
    long frames() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> in_;
};

}  // namespace shift311::window
