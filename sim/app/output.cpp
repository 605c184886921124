#include "sim/app/output.hpp"

#include "assessment/records/store.hpp"
#include "sim/app/exit.hpp"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace shift311::app {

void write_out(const std::string& file, const std::string& text) {
    if (file.empty()) {
        std::cout << text;
        if (!text.empty() && text.back() != '\n') std::cout << '\n';
        std::cout.flush();
        if (!std::cout) throw EnvironmentLacks("The output could not be written.");
        return;
    }
    const std::string part = file + ".part";
    std::ofstream out(part, std::ios::binary);
    out << text;
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(part, file, error);
    if (!out || error) {
        std::error_code none;
        std::filesystem::remove(part, none);
        throw EnvironmentLacks("\"" + file + "\" could not be written: check that its folder exists and has room.");
    }
}

std::string wall_clock() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string points_text(std::int64_t hundredths) {
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

std::string records_path(const std::string& wanted) {
    return wanted.empty() ? records::Store::default_path() : wanted;
}

std::string local_time(const std::string& utc) {
    std::tm parts{};
    if (std::sscanf(utc.c_str(), "%d-%d-%dT%d:%d:%d", &parts.tm_year, &parts.tm_mon, &parts.tm_mday, &parts.tm_hour,
                    &parts.tm_min, &parts.tm_sec) != 6)
        return utc;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    const std::time_t time = timegm(&parts);
    std::tm local{};
    localtime_r(&time, &local);
    char day[24], clock[8];
    std::strftime(day, sizeof day, "%a %b", &local);
    std::strftime(clock, sizeof clock, "%H:%M", &local);
    return std::string(day) + " " + std::to_string(local.tm_mday) + ", " + clock;
}

}  // namespace shift311::app
