// An interrupted shift at the text desk: told of, gone on with, and everything said so far there to read again.
#include "tests/app/program.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <csignal>

using namespace shift311::app::tests;
using shift311::records::tests::TempFolder;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Plays these lines at the text desk and kills the program with SIGKILL once it has shown `shown`. What it showed.
std::string killed(const std::string& folder, const std::string& lines, const std::string& shown) {
    int in[2], out[2];
    REQUIRE(::pipe(in) == 0);
    REQUIRE(::pipe(out) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        for (const int end : {in[0], in[1], out[0], out[1]})
            ::close(end);
        ::setenv("XDG_DATA_HOME", folder.c_str(), 1);
        ::execl(SHIFT311_PROGRAM, SHIFT311_PROGRAM, "play", "--text", "--script", "pothole-tire", "--trainee",
                "Dana Reyes", "--seed", "3", static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    REQUIRE(::write(in[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()));
    std::string text;
    char bytes[4096];
    for (ssize_t got; !has(text, shown) && (got = ::read(out[0], bytes, sizeof bytes)) > 0;)
        text.append(bytes, static_cast<std::size_t>(got));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(in[1]);
    ::close(out[0]);
    CHECK(WIFSIGNALED(status));
    REQUIRE(has(text, shown));
    return text;
}

}  // namespace

TEST_CASE("a killed text desk goes on with --resume, and retells what it had shown", "[app][resume]") {
    const TempFolder folder;
    const std::string shown =
        killed(folder.path,
               "wait 3\nanswer\nsay Hello, this is Dana at 311, how can I help?\nservice street-defect\n"
               "set narrative a big hole\nform\n",
               "narrative: a big hole");
    const std::string said = shown.substr(shown.find("Caller: "), 60);

    const Ran other = run(folder.path, {"play", "--text", "--script", "missed-trash", "--trainee", "Dana Reyes"}, "quit\n");
    CHECK(other.code == 0);
    CHECK(has(other.err, "is kept open: --resume goes on with it."));
    CHECK_FALSE(has(other.out, "a big hole"));

    const Ran again = run(folder.path, {"play", "--text", "--resume", "--trainee", "Dana Reyes"}, "status\nquit\n");
    CHECK(again.code == 0);
    CHECK(has(again.out, "The shift goes on where it was interrupted."));
    CHECK(has(again.out, "You: Hello, this is Dana at 311, how can I help?"));
    CHECK(has(again.out, said));
    CHECK(has(again.out, "narrative: a big hole"));
    CHECK(has(again.out, "You are with contact 1"));
    CHECK(has(again.out, "on a contact"));

    const Ran none = run(folder.path, {"play", "--text", "--resume", "--trainee", "Dana Reyes"}, "quit\n");
    CHECK(none.code == 2);
    CHECK(has(none.err, "No shift of Dana Reyes was interrupted."));
}
