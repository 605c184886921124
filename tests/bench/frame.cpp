// CPU time of the program while somebody types in the middle of a call, beside ImGui's demo window under the same keys.
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

#include <thread>

namespace shift311::bench {
namespace {

using namespace std::chrono_literals;
constexpr int kTimes = 3;
const std::string kTyped = "thank you for calling three one one how can i help you today where is it please ";

/// Milliseconds of CPU time a key. Both draw by the same loop, so that a key means as many frames in both.
double per_key(Child& child) {
    const double before = child.cpu_seconds();
    run_to_end({"xdotool", "type", "--delay", "40", kTyped});
    std::this_thread::sleep_for(200ms);
    return (child.cpu_seconds() - before) * 1000 / static_cast<double>(kTyped.size());
}

double of_demo() {
    const Folder folder;
    Child child({SHIFT311_FLOOR, "demo", folder.file("shown")});
    wait_for_file(folder.file("shown"), child);
    std::this_thread::sleep_for(500ms);
    return per_key(child);
}

double of_desk() {
    const Folder folder;
    Child child({SHIFT311_PROGRAM, "play", "--script", "pothole-tire", "--trainee", "Bench", "--level", "1", "--seed",
                 "1", "--mute", "--db", folder.file("records.db"), "--control-tree", folder.file("tree")});
    wait_for_file(folder.file("tree"), child);
    std::this_thread::sleep_for(3s);  // until the call rings
    run_to_end({"xdotool", "key", "F1"});
    std::this_thread::sleep_for(500ms);
    run_to_end({"xdotool", "key", "slash"});
    return per_key(child);
}

}  // namespace

Row active_frame() {
    std::vector<double> ours;
    std::vector<double> demo;
    for (int i = 0; i < kTimes; ++i) {
        demo.push_back(of_demo());
        ours.push_back(of_desk());
    }
    return {"CPU time a key typed in a call", "ms", median(ours), median(demo), "ImGui's demo window in the same loop"};
}

}  // namespace shift311::bench
