// From starting the program to its first frame with controls on it, beside a bare window of the same libraries.
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

namespace shift311::bench {
namespace {

constexpr int kTimes = 9;

double until_shown(const std::vector<std::string>& command, const std::string& file) {
    return microseconds([&] {
               Child child(command);
               wait_for_file(file, child);
           }) /
           1000;
}

}  // namespace

Row first_frame() {
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < kTimes; ++i) {
        const Folder folder;
        bare.push_back(until_shown({SHIFT311_FLOOR, "first", folder.file("bare")}, folder.file("bare")));
        ours.push_back(until_shown(
            {SHIFT311_PROGRAM, "play", "--db", folder.file("records.db"), "--control-tree", folder.file("tree")},
            folder.file("tree")));
    }
    return {"start to first usable frame", "ms", median(ours), median(bare),
            "a bare SFML window with ImGui, one frame"};
}

}  // namespace shift311::bench
