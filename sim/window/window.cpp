#include "sim/window/window.hpp"

#include "sim/desk/control_tree.hpp"
#include "sim/window/display.hpp"
#include "sim/window/draw.hpp"
#include "sim/window/keys.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/System/Err.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Cursor.hpp>
#include <SFML/Window/Event.hpp>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

namespace shift311::window {

using desk::Millis;

namespace {

constexpr Millis kSleep = 8;       // how late an event may be noticed while the person is at work
constexpr Millis kLongSleep = 16;  // and after a while without any
constexpr Millis kWhile = 2000;
constexpr Millis kFrameTime = 15;  // never draw faster than this
constexpr int kFramesAfterTouch = 2;

desk::Clipboard clipboard() {
    return {[] {
                const auto utf8 = sf::Clipboard::getString().toUtf8();
                return std::string(utf8.begin(), utf8.end());
            },
            [](const std::string& text) { sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end())); }};
}

}  // namespace

Millis monotonic_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

namespace {

/// Everything that the picture is made of, as one number: the same number, the same picture.
std::uint64_t fingerprint(const ImDrawData& data) {
    std::uint64_t sum = 0xCBF29CE484222325ULL;
    const auto add = [&sum](const void* memory, std::size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(memory);
        std::uint64_t word = 0;
        for (; size >= sizeof word; size -= sizeof word, bytes += sizeof word) {
            std::memcpy(&word, bytes, sizeof word);
            sum = (sum ^ word) * 0x9E3779B97F4A7C15ULL;
            sum ^= sum >> 29U;
        }
        for (; size > 0; --size, ++bytes)
            sum = (sum ^ *bytes) * 0x100000001B3ULL;
    };
    add(&data.DisplaySize, sizeof data.DisplaySize);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        add(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.Size) * sizeof(ImDrawVert));
        add(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size) * sizeof(ImDrawIdx));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            add(&command.ClipRect, sizeof command.ClipRect);
            add(&command.ElemCount, sizeof command.ElemCount);
        }
    }
    return sum;
}

}  // namespace

struct Window::Inside {
    explicit Inside(const Options& options)
        : stage(options.fonts, options.look, clipboard()), tree(options.control_tree) {
        const sf::VideoMode screen = sf::VideoMode::getDesktopMode();
        const unsigned wide = std::min(options.wide, std::max(640U, screen.width));
        const unsigned high = std::min(options.high, std::max(480U, screen.height));
        // SFML tells the terminal that it found no vertical sync; nobody asked for any.
        std::streambuf* terminal = sf::err().rdbuf(nullptr);
        window.create(sf::VideoMode(wide, high), options.title, sf::Style::Default);
        sf::err().rdbuf(terminal);
        if (!window.isOpen()) throw NoDisplay("The display did not let a window be opened.");
        // SFML 2.5 centers a new window by the width of the screen alone, half below the edge of a wide one.
        window.setPosition({static_cast<int>((screen.width - std::min(screen.width, wide)) / 2),
                            static_cast<int>((screen.height - std::min(screen.height, high)) / 2)});
        arrow_ok = arrow.loadFromSystem(sf::Cursor::Arrow);
        beam_ok = beam.loadFromSystem(sf::Cursor::Text);
        writes_tree = !options.control_tree.empty();
    }

    void take(const sf::Event& event, desk::Face& face);
    void take_key(const sf::Event::KeyEvent& key, bool down, Millis now);
    bool poll(desk::Face& face);
    void draw();
    void show_cursor();
    void tell_controls();
    void save();

    desk::Stage stage;
    desk::ControlTreeFile tree;
    bool writes_tree = false, wrote_tree = false;
    sf::RenderWindow window;
    sf::Texture letters;
    int letters_version = 0;
    sf::Cursor arrow, beam;
    bool arrow_ok = false, beam_ok = false;
    int cursor = 0;
    std::set<desk::Key> held;
    bool shift = false, control = false, alt = false;
    int fresh = 3;  // frames still to be drawn because something was touched
    long frames = 0;
    std::uint64_t shown = 0;  // fingerprint of the picture on the screen
    bool uncovered = true;    // the screen may no longer show it
    std::filesystem::path shot;
    std::string shot_fault;
};

Window::Window(const Options& options) {
    if (const std::string why = why_no_display(); !why.empty()) throw NoDisplay(why);
    in_ = std::make_unique<Inside>(options);
}

Window::~Window() = default;

desk::Stage& Window::stage() {
    return in_->stage;
}
long Window::frames() const {
    return in_->frames;
}

void Window::screenshot(const std::filesystem::path& file) {
    in_->shot = file;
    in_->fresh = std::max(in_->fresh, 1);
}

bool Window::screenshot_done() const {
    return in_->shot.empty();
}

std::string Window::take_screenshot_fault() {
    return std::exchange(in_->shot_fault, {});
}

void Window::Inside::take_key(const sf::Event::KeyEvent& event, bool down, Millis now) {
    if (event.code == sf::Keyboard::LShift || event.code == sf::Keyboard::RShift) shift = down;
    // X brings characters for these too ("1" for Ctrl+1, "s" for Alt+S); AltGr, which writes, is none of them.
    if (event.code == sf::Keyboard::LControl || event.code == sf::Keyboard::RControl) control = down;
    if (event.code == sf::Keyboard::LAlt) alt = down;
    const desk::Key key = key_of(event.code);
    const desk::Mods mods = mods_of(event);
    if (key == desk::Key::none) return;
    const bool was_held = held.count(key) > 0;
    if (!down) {
        held.erase(key);
        if (was_held) stage.input().push(desk::KeyPress{key, mods, now, false, false});
        return;
    }
    // A key that writes comes as the character it writes, in a TextEntered event of its own.
    if (!mods.ctrl && !mods.alt && desk::written(key) != 0) return;
    held.insert(key);
    stage.input().push(desk::KeyPress{key, mods, now, true, was_held});
}

void Window::Inside::take(const sf::Event& event, desk::Face& face) {
    const Millis now = monotonic_now();
    desk::Input& input = stage.input();
    const auto button = [&](bool down) {
        const int index = event.mouseButton.button == sf::Mouse::Left    ? 0
                          : event.mouseButton.button == sf::Mouse::Right ? 1
                                                                         : 2;
        input.push(desk::MouseButton{static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y),
                                     index, down, desk::Mods{.ctrl = false, .shift = shift, .alt = false}, now});
    };
    switch (event.type) {
        case sf::Event::Closed:
            face.close_asked();
            break;
        case sf::Event::KeyPressed:
            take_key(event.key, true, now);
            break;
        case sf::Event::KeyReleased:
            take_key(event.key, false, now);
            break;
        case sf::Event::TextEntered:
            if (!control && !alt) input.push(desk::Typed{static_cast<char32_t>(event.text.unicode), now});
            break;
        case sf::Event::MouseMoved:
            input.push(
                desk::MouseMoved{static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y), now});
            break;
        case sf::Event::MouseButtonPressed:
            button(true);
            break;
        case sf::Event::MouseButtonReleased:
            button(false);
            break;
        case sf::Event::MouseWheelScrolled:
            if (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel)
                input.push(desk::Wheel{event.mouseWheelScroll.delta, now});
            break;
        case sf::Event::GainedFocus:
        case sf::Event::MouseEntered:
        case sf::Event::Resized:
            uncovered = true;
            break;
        case sf::Event::MouseLeft:
            input.push(desk::MouseLeft{now});
            break;
        case sf::Event::LostFocus:
            for (const desk::Key key : held)
                input.push(desk::KeyPress{key, {}, now, false, false});
            held.clear();
            shift = control = alt = false;
            break;
        default:
            break;
    }
}

bool Window::Inside::poll(desk::Face& face) {
    bool any = false;
    sf::Event event{};
    while (window.pollEvent(event)) {
        any = true;
        take(event, face);
    }
    return any;
}

void Window::Inside::show_cursor() {
    if (stage.mouse_cursor() == cursor) return;
    cursor = stage.mouse_cursor();
    if (cursor == ImGuiMouseCursor_TextInput && beam_ok) {
        window.setMouseCursor(beam);
    } else if (arrow_ok) {
        window.setMouseCursor(arrow);
    }
}

void Window::Inside::tell_controls() {
    if (!writes_tree) return;
    try {
        tree.update(stage.ui().controls());
        wrote_tree = true;
    } catch (const std::runtime_error&) {
        // A file that never could be written is a mistake to be told. On a disk that fills up the shift goes on.
        if (!wrote_tree) throw;
    }
}

void Window::Inside::save() {
    // Before display(): some drivers cannot read what is already shown.
    sf::Texture picture;
    const sf::Vector2u size = window.getSize();
    if (!picture.create(size.x, size.y)) {
        shot_fault = "No memory for a screenshot.";
    } else {
        picture.update(window);
        if (!picture.copyToImage().saveToFile(shot.string()))
            shot_fault = "The screenshot cannot be written to " + shot.string() + ".";
    }
    shot.clear();
}

void Window::Inside::draw() {
    window.setActive(true);
    if (letters_version != stage.atlas_version()) {
        load_letters(stage.atlas(), letters);
        letters_version = stage.atlas_version();
        uncovered = true;
        // The frame just made still points to the letters before; it is made again.
        fresh = std::max(fresh, 1);
        return;
    }
    const std::uint64_t picture = fingerprint(*stage.draw_data());
    if (picture == shown && !uncovered && shot.empty()) return;
    shown = picture;
    uncovered = false;
    // The ground of the desk is not drawn but cleared to.
    const desk::Color ground = desk::theme(stage.look().mode).ground;
    window.clear(sf::Color(ground.r, ground.g, ground.b));
    window::draw(window, *stage.draw_data());
    if (!shot.empty()) save();
    window.display();
    ++frames;
}

void Window::show(desk::Face& face, desk::Millis now) {
    Inside& in = *in_;
    const sf::Vector2u size = in.window.getSize();
    // Twice: new letters take a frame to arrive.
    for (int i = 0; i < 2; ++i) {
        sf::Event ignored{};
        while (in.window.pollEvent(ignored)) {
        }
        in.stage.frame(face, now, static_cast<float>(size.x), static_cast<float>(size.y));
        in.draw();
    }
}

void Window::run(desk::Face& face) {
    Inside& in = *in_;
    in.fresh = std::max(in.fresh, 3);
    Millis touched = monotonic_now();
    while (!face.finished()) {
        const bool any = in.poll(face);
        const Millis now = monotonic_now();
        if (any) {
            in.fresh = std::max(in.fresh, kFramesAfterTouch);
            touched = now;
        }
        const auto due = face.next_due();
        if (in.fresh > 0 || in.stage.ui().animating() || (due && now >= *due)) {
            if (in.fresh > 0) --in.fresh;
            const sf::Vector2u size = in.window.getSize();
            in.stage.frame(face, now, static_cast<float>(size.x), static_cast<float>(size.y));
            in.tell_controls();
            in.show_cursor();
            in.draw();
            const Millis spent = monotonic_now() - now;
            if (spent < kFrameTime) std::this_thread::sleep_for(std::chrono::milliseconds(kFrameTime - spent));
        } else {
            const Millis longest = now - touched < kWhile ? kSleep : kLongSleep;
            const Millis wait = due ? std::clamp<Millis>(*due - now, 1, longest) : longest;
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
        }
    }
}

}  // namespace shift311::window
