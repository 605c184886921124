// The seal beside a records file: what the whole file was when a desk closed it, so that a change made while nobody had
// it open shows, down to bytes that hold no record.
#pragma once

#include "assessment/records/rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shift311::records {

struct Seal {
    enum class State {
        closed,     ///< the file is whole and nobody writes to it
        open,       ///< a desk has it, or was killed while it had it
        log,        ///< closed while a reader kept part of it in the log beside the file
        unreadable  ///< the seal is no seal
    };
    State state = State::open;
    std::string file;  ///< closed: BLAKE2b-256 of the file, in hexadecimal
    std::uint64_t bytes = 0;
    ChainHead head;  ///< closed: where this desk's chain ends
    std::string at;  ///< UTC stamp
};

std::string seal_path(const std::string& records);
/// None when there is no such file.
std::optional<Seal> read_seal(const std::string& records);
/// There whole or not at all. Throws Trouble.
void write_seal(const std::string& records, const Seal& seal);
/// Of a file that nobody writes to any more.
Seal sealed(const std::string& records, const ChainHead& head);

/// What a closed seal says against these bytes: one sentence; empty: they are as they were.
std::string broken(const Seal& seal, std::string_view bytes, const std::string& records);
/// The same of the file itself, and of a log that should not be beside it.
std::string broken(const Seal& seal, const std::string& records);

}  // namespace shift311::records
