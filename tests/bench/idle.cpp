// CPU time of the desk in a minute in which nobody touches it and nobody calls.
#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

#include <thread>

namespace shift311::bench {

Row idle_minute() {
    using namespace std::chrono_literals;
    const Folder folder;
    Child child(
        {SHIFT311_PROGRAM, "play", "--mute", "--db", folder.file("records.db"), "--control-tree", folder.file("tree")});
    wait_for_file(folder.file("tree"), child);
    std::this_thread::sleep_for(3s);
    const double before = child.cpu_seconds();
    std::this_thread::sleep_for(60s);
    return {"CPU in an idle minute", "% of a core", (child.cpu_seconds() - before) / 60 * 100, 0, "must stay under 2"};
}

}  // namespace shift311::bench
