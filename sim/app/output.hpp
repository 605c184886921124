// Where a command's data goes: standard output, or a file that is whole or not there at all.
#pragma once

#include <cstdint>
#include <string>

namespace shift311::app {

/// Empty `file`: standard output. Throws EnvironmentLacks when it cannot be written.
void write_out(const std::string& file, const std::string& text);
/// "2026-11-21T19:49:31Z"
std::string wall_clock();
/// "82.40" from 8240 hundredths.
std::string points_text(std::int64_t hundredths);
/// The records file that was asked for, or the usual one.
std::string records_path(const std::string& wanted);
/// "Sat Nov 21, 19:49" in the machine's own zone, from "2026-11-21T19:49:31Z"; the text itself when it is no time.
std::string local_time(const std::string& utc);

}  // namespace shift311::app
