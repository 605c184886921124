// The floors of the window measurements: a bare SFML window with Dear ImGui in it, and ImGui's own demo window.
//   bench_floor first FILE    opens, shows one frame, writes FILE, and waits to be ended
//   bench_floor demo FILE     the demo window in our loop; writes FILE when it stands
#include "sim/desk/ui.hpp"
#include "sim/window/draw.hpp"
#include "sim/window/window.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Event.hpp>
#include <imgui.h>

#include <fstream>
#include <string_view>

namespace {

void bare(const char* file) {
    sf::RenderWindow window(sf::VideoMode(1600, 900), "floor");
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1600, 900};
    sf::Texture letters;
    shift311::window::load_letters(*io.Fonts, letters);
    ImGui::NewFrame();
    ImGui::Begin("floor");
    ImGui::TextUnformatted("floor");
    ImGui::End();
    ImGui::Render();
    window.clear();
    shift311::window::draw(window, *ImGui::GetDrawData());
    window.display();
    std::ofstream(file) << "shown";
    for (sf::Event event{}; window.waitEvent(event) && event.type != sf::Event::Closed;) {
    }
    ImGui::DestroyContext();
}

class Demo : public shift311::desk::Face {
  public:
    explicit Demo(const char* file) : file_(file) {}
    void frame(shift311::desk::Ui& ui) override {
        ImGui::ShowDemoWindow();
        // A picture that is the same as before is not drawn at all; here as at the desk, every key changes it.
        if (ui.touched()) ++keys_;
        ImGui::Begin("keys");
        ImGui::Text("%d keys", keys_);
        ImGui::End();
        if (!said_) std::ofstream(file_) << "shown";
        said_ = true;
    }
    bool finished() const override { return closed_; }
    void close_asked() override { closed_ = true; }

  private:
    const char* file_;
    int keys_ = 0;
    bool said_ = false;
    bool closed_ = false;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    if (argv[1] == std::string_view("first")) {
        bare(argv[2]);
    } else {
        shift311::window::Window window({});
        Demo demo(argv[2]);
        window.run(demo);
    }
    return 0;
}
