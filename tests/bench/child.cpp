#include "tests/bench/child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace shift311::bench {

using namespace std::chrono_literals;

namespace {

pid_t start(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY,
                                         0);
    pid_t pid = -1;
    const int failed = posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error(command[0] + " could not be started");
    return pid;
}

}  // namespace

Child::Child(const std::vector<std::string>& command) : pid_(start(command)) {}

Child::~Child() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

bool Child::running() {
    if (pid_ > 0 && waitpid(pid_, nullptr, WNOHANG) == pid_) pid_ = -1;
    return pid_ > 0;
}

double Child::cpu_seconds() const {
    std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    // The name, in parentheses, may hold anything; user and system ticks are the 12th and 13th word after it.
    std::istringstream words(text.substr(text.rfind(')') + 1));
    std::string word;
    for (int i = 0; i < 11; ++i)
        words >> word;
    double user = 0;
    double system = 0;
    words >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void wait_for_file(const std::filesystem::path& file, Child& child) {
    for (int i = 0; i < 20'000; ++i) {
        if (std::filesystem::exists(file)) return;
        if (!child.running()) throw std::runtime_error("the program ended before it showed anything");
        std::this_thread::sleep_for(1ms);
    }
    throw std::runtime_error("the program showed nothing for 20 seconds");
}

void run_to_end(const std::vector<std::string>& command) {
    int status = 0;
    waitpid(start(command), &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command[0] + " failed");
}

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "shift311-bench-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for scratch files can be made");
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
}

}  // namespace shift311::bench
