// Keeps a second desk out of the same records: a lock on FILE.lock that the system drops when its holder dies.
#pragma once

#include <string>

namespace shift311::records {

class DeskLock {
  public:
    /// Throws Trouble locked when another desk, in this process or another, has it.
    explicit DeskLock(const std::string& records_path);
    DeskLock(const DeskLock&) = delete;
    DeskLock& operator=(const DeskLock&) = delete;
    ~DeskLock();

  private:
    int file_ = -1;
};

}  // namespace shift311::records
