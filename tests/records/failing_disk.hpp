// A disk for tests that fills up or breaks when told to, and counts how often it was made to keep what it was given.
#pragma once

namespace shift311::records::tests {

struct FailingDisk {
    enum class Fault { none, full, broken };

    Fault fault = Fault::none;
    int writes_left = 0;  ///< with a fault: writes that still succeed
    int writes = 0;
    int syncs = 0;
};

/// The one disk; SQLite uses it for every file opened after the first call.
FailingDisk& failing_disk();

}  // namespace shift311::records::tests
