#include "sim/app/terminal.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace shift311::app {

using Clock = std::chrono::steady_clock;

std::string ask(const std::string& question, const std::string& otherwise) {
    std::cout << question << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer) || answer.empty()) return otherwise;
    return answer;
}

Interrupted ask_interrupted(const std::string& title, journal::Millis at) {
    const std::string question = "\"" + title + "\" was interrupted at " + journal::clock_text(at) +
                                 ". Go on with it? (y: yes, n: not now, s: set it aside for good) ";
    for (std::string answer; std::cout << question << std::flush, std::getline(std::cin, answer);) {
        if (answer.empty() || answer == "y" || answer == "Y" || answer == "yes") return Interrupted::go_on;
        if (answer == "n" || answer == "N" || answer == "no") return Interrupted::not_now;
        if (answer == "s" || answer == "S") return Interrupted::set_aside;
    }
    return Interrupted::not_now;
}

void play_live(const LiveDesk& desk) {
    const auto began = Clock::now();
    const journal::Millis from = desk.now();
    const auto now = [&] {
        return from + std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count();
    };
    std::string buffer;
    std::cout << "> " << std::flush;
    for (;;) {
        const auto due = desk.next_due();
        const journal::Millis wait = due ? std::max<journal::Millis>(0, *due - now()) : 1'000;
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, static_cast<int>(std::min<journal::Millis>(wait, 1'000)));
        desk.pass(now());
        if (desk.over()) return;
        if (ready <= 0) continue;
        char bytes[4096];
        const ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
        if (got <= 0) return;
        buffer.append(bytes, static_cast<std::size_t>(got));
        for (std::size_t end; (end = buffer.find('\n')) != std::string::npos; buffer.erase(0, end + 1))
            if (!desk.command(buffer.substr(0, end))) return;
        std::cout << "> " << std::flush;
    }
}

}  // namespace shift311::app
