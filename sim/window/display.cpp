#include "sim/window/display.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <thread>

namespace shift311::window {

namespace {

/// The little of Xlib that answers the question; looked up at run time so that no X header is needed to build.
class Xlib {
  public:
    Xlib() {
        library_ = dlopen("libX11.so.6", RTLD_LAZY | RTLD_LOCAL);
        if (library_ == nullptr) return;
        find("XOpenDisplay", open);
        find("XCloseDisplay", close);
        find("XResourceManagerString", resources);
    }
    ~Xlib() {
        if (library_ != nullptr) dlclose(library_);
    }
    Xlib(const Xlib&) = delete;
    Xlib& operator=(const Xlib&) = delete;
    bool usable() const { return open != nullptr && close != nullptr && resources != nullptr; }

    void* (*open)(const char*) = nullptr;
    int (*close)(void*) = nullptr;
    char* (*resources)(void*) = nullptr;

  private:
    template <class Function>
    void find(const char* name, Function*& to) {
        to = reinterpret_cast<Function*>(dlsym(library_, name));
    }
    void* library_ = nullptr;
};

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string why_no_display() {
    const std::string display = variable("DISPLAY");
    if (display.empty()) return "There is no display (DISPLAY is not set), so no window can be opened.";
    const Xlib x;
    if (!x.usable()) return {};  // cannot be asked; let the window try
    void* connection = x.open(nullptr);
    // A server that has just begun, or is busy, may turn the first caller away.
    for (int again = 0; connection == nullptr && again < 4; ++again) {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        connection = x.open(nullptr);
    }
    if (connection == nullptr) return "The display " + display + " does not answer, so no window can be opened.";
    x.close(connection);
    return {};
}

float screen_density() {
    if (const std::string scale = variable("GDK_SCALE"); !scale.empty())
        return static_cast<float>(std::clamp(std::atoi(scale.c_str()), 1, 3));
    const Xlib x;
    void* connection = x.usable() && !variable("DISPLAY").empty() ? x.open(nullptr) : nullptr;
    if (connection == nullptr) return 1;
    float density = 1;
    if (const char* text = x.resources(connection); text != nullptr) {
        const std::string_view all = text;
        constexpr std::string_view kKey = "Xft.dpi:";
        if (const auto at = all.find(kKey); at != std::string_view::npos) {
            const int dpi = std::atoi(std::string(all.substr(at + kKey.size(), 16)).c_str());
            density = std::clamp(static_cast<float>(dpi) / 96.0F, 1.0F, 3.0F);
        }
    }
    x.close(connection);
    return density;
}

}  // namespace shift311::window
