// shift311 play: the desk in a window, the text desk, or the demonstration, by what the machine has.
#include "sim/app/content.hpp"
#include "sim/app/desk_host.hpp"
#include "sim/app/drill_desk_host.hpp"
#include "sim/app/exam_vignettes.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/office_host.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"
#include "sim/desk/control_tree.hpp"
#include "sim/desk/desk.hpp"
#include "sim/exam/form.hpp"
#include "sim/voice/line.hpp"
#include "sim/window/display.hpp"
#include "sim/window/window.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>

namespace shift311::app {
namespace {

constexpr desk::Chord kPicture{desk::Key::p, {.ctrl = true, .shift = true}};

/// The desk with its telephone line: after every frame the line sounds as the desk says. Ctrl+Shift+P takes a picture.
class DeskWithLine final : public desk::Face {
  public:
    DeskWithLine(desk::Desk& desk, voice::Line& line, window::Window& window, std::string pictures)
        : desk_(desk), line_(line), window_(window), pictures_(std::move(pictures)) {}

    void frame(desk::Ui& ui) override {
        desk_.frame(ui);
        if (const std::string fault = window_.take_screenshot_fault(); !fault.empty()) std::cerr << fault << '\n';
        const desk::Sounds sounds = desk_.sounds();
        line_.mute(sounds.mute);
        line_.lasting(tone(sounds.lasting));
        if (sounds.clicks != clicks_) line_.once(voice::Tone::click);
        clicks_ = sounds.clicks;
        if (!pictures_.empty() && ui.pressed(kPicture)) {
            std::error_code said_below;
            std::filesystem::create_directories(pictures_, said_below);
            char name[32];
            std::snprintf(name, sizeof name, "%03d-", ++taken_);
            window_.screenshot(std::filesystem::path(pictures_) / (name + desk_.screen() + ".png"));
        }
    }
    std::optional<desk::Millis> next_due() const override { return desk_.next_due(); }
    bool finished() const override { return desk_.finished(); }
    void close_asked() override { desk_.close_asked(); }

  private:
    static std::optional<voice::Tone> tone(desk::Sounds::Lasting lasting) {
        switch (lasting) {
            case desk::Sounds::Lasting::ring:
                return voice::Tone::ring;
            case desk::Sounds::Lasting::ring_back:
                return voice::Tone::ring_back;
            case desk::Sounds::Lasting::hold:
                return voice::Tone::hold;
            case desk::Sounds::Lasting::none:
                break;
        }
        return std::nullopt;
    }

    desk::Desk& desk_;
    voice::Line& line_;
    window::Window& window_;
    std::string pictures_;
    int clicks_ = 0;
    int taken_ = 0;
};

void set_size(const std::string& size, window::Options& options) {
    if (size.empty()) return;
    unsigned wide = 0, high = 0;
    char rest = 0;
    if (std::sscanf(size.c_str(), "%5ux%5u%c", &wide, &high, &rest) != 2 || wide < 640 || high < 480 || wide > 7680 ||
        high > 4320)
        throw WrongUsage("--size takes a width and a height in pixels, such as 1600x900.");
    options.wide = wide;
    options.high = high;
}

int play_window(const PlayOptions& options) {
    const script::Library library = load_content(content_root(options.content));
    const Ear ear(library);
    records::Store store = records::Store::open(records_path(options.db));
    DeskHost host(library, ear, store, options);

    desk::Desk::Options desk_options;
    desk_options.trainee = options.trainee;
    desk_options.shift = options.script.empty() ? options.shift : "script:" + options.script;
    desk_options.level = options.level;
    desk_options.resume = options.resume;
    if (!options.sitting.empty())
        desk_options.shift = options.sitting;
    else if (!desk_options.shift.empty())
        if (!scoring::is_drill(desk_options.shift))
            find_plan(library, desk_options.shift);  // a wrong name is told before a window opens

    DrillDeskHost drills(library, store, host, options.seed);
    desk_options.drills = &drills;
    window::Options window_options;
    window_options.control_tree = options.control_tree;
    window_options.look.density = window::screen_density();
    set_size(options.size, window_options);
    std::optional<window::Window> opened;
    try {
        opened.emplace(window_options);
    } catch (const window::NoDisplay& none) {
        throw EnvironmentLacks(none.what());
    }
    window::Window& window = *opened;
    for (const std::string& fault : window.stage().font_faults())
        std::cerr << fault << '\n';
    // Whoever sits an exam by command has signed in there.
    OfficeHost office(library, ear, store, host);
    desk::Desk desk(host, desk_options, options.sitting.empty() ? &office : nullptr);
    voice::Line line(options.mute);
    DeskWithLine face(desk, line, window, options.screenshots);
    try {
        window.run(face);
    } catch (const desk::ControlTreeFault& unwritable) {
        throw EnvironmentLacks(unwritable.what());
    }
    return kDone;
}

/// What lines of text are for: a shift, or a block of vignettes of an exam.
int play_typed(const PlayOptions& options, bool at_terminal) {
    return exam::block_of(options.sitting) != 0 ? sit_vignettes(options) : play_text(options, at_terminal);
}

}  // namespace

int play(const PlayOptions& options) {
    const bool at_terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    if (options.text) return play_typed(options, at_terminal);
    const std::string why = window::why_no_display();
    if (why.empty()) return play_window(options);
    std::cerr << why << '\n';
    if (at_terminal) {
        std::cerr << "The text desk opens instead.\n";
        return play_typed(options, true);
    }
    if (!options.control_tree.empty() || !options.shift.empty() || !options.script.empty())
        throw EnvironmentLacks("The desk needs a display to open on; --text plays without one.");
    std::cerr << "There is no terminal either, so the model agent plays a short demonstration.\n";
    DemoOptions demo_options;
    demo_options.content = options.content;
    return demo(demo_options);
}

}  // namespace shift311::app
