// Running the program as somebody at a shell would: arguments in, exit code and both outputs back.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace shift311::app::tests {

struct Ran {
    int code = -1;
    std::string out, err;
};

/// `folder` holds the outputs meanwhile, and is the home of the records unless an argument says otherwise.
inline Ran run(const std::string& folder, const std::vector<std::string>& arguments, const std::string& input = {}) {
    const std::string in = folder + "/run.in", out = folder + "/run.out", err = folder + "/run.err";
    std::ofstream(in, std::ios::binary) << input;
    const pid_t child = ::fork();
    if (child == 0) {
        const auto put = [](const std::string& path, int flags, int as) {
            const int file = ::open(path.c_str(), flags, 0600);
            if (file < 0 || ::dup2(file, as) < 0) ::_exit(126);
        };
        put(in, O_RDONLY, 0);
        put(out, O_WRONLY | O_CREAT | O_TRUNC, 1);
        put(err, O_WRONLY | O_CREAT | O_TRUNC, 2);
        ::setenv("XDG_DATA_HOME", folder.c_str(), 1);
        ::unsetenv("DISPLAY");
        std::vector<std::string> kept{SHIFT311_PROGRAM};
        kept.insert(kept.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (std::string& one : kept)
            argv.push_back(one.data());
        argv.push_back(nullptr);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto text = [](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text(out), text(err)};
}

}  // namespace shift311::app::tests
