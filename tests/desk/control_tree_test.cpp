#include "sim/desk/control_tree.hpp"

#include "tests/desk/gallery_face.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/desk_driver.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace shift311::desk;

namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("shift311-tree-" + std::to_string(getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

}  // namespace

TEST_CASE("the control tree is exactly the contract", "[desk][tree]") {
    Control button{.label = "Send \"now\"", .role = Role::button};
    button.rect = button.visible = {10.2F, 20, 99.6F, 40};
    button.focused = true;
    Control field{.label = "Caller", .role = Role::text_field};
    field.rect = field.visible = {0, 0, 5, 5};
    field.enabled = false;
    field.value = "Zo\u00eb\nline \\ two\x01";
    Control hidden{.label = "Below the fold", .role = Role::row};
    hidden.rect = {0, 9000, 10, 10};
    CHECK(tree_json({button, field, hidden}) ==
          "[\n"
          "{\"label\":\"Send \\\"now\\\"\",\"role\":\"button\",\"x\":11,\"y\":20,\"w\":98,\"h\":40,\"focused\":true,"
          "\"enabled\":true,\"value\":\"\"},\n"
          "{\"label\":\"Caller\",\"role\":\"text field\",\"x\":0,\"y\":0,\"w\":5,\"h\":5,\"focused\":false,"
          "\"enabled\":false,\"value\":\"Zo\u00eb\\nline \\\\ two\\u0001\"}\n"
          "]\n");
    CHECK(tree_json({}) == "[\n]\n");
}

TEST_CASE("the file is written only when something changed, and never half", "[desk][tree]") {
    const Folder folder;
    const auto file = folder.path / "tree.json";
    ControlTreeFile tree(file);
    Control c{.label = "A", .role = Role::button};
    c.visible = {0, 0, 1, 1};
    tree.update({c});
    const auto first = read(file);
    CHECK(first.find("\"A\"") != std::string::npos);
    std::filesystem::remove(file);
    tree.update({c});
    CHECK_FALSE(std::filesystem::exists(file));  // nothing changed: nothing written
    c.value = "on";
    tree.update({c});
    CHECK(std::filesystem::exists(file));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);  // nothing left beside it
}

TEST_CASE("a tree that cannot be written says so", "[desk][tree]") {
    ControlTreeFile tree("/nowhere/at/all/tree.json");
    Control c{.label = "A"};
    c.visible = {0, 0, 1, 1};
    CHECK_THROWS_WITH(tree.update({c}), "The control tree cannot be written to /nowhere/at/all/tree.json.");
}

TEST_CASE("the gallery's controls, as text", "[desk][tree]") {
    shift311::support::GalleryFace face;
    shift311::support::DeskDriver ui(face);
    ui.click("Location");
    const std::string golden = read(std::string(SHIFT311_SOURCE_DIR) + "/tests/desk/gallery.tree.txt");
    CHECK(ui.tree() == golden);
}
