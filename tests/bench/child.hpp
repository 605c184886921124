// A program started to be measured: how long until it wrote a file, how much CPU time it took.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace shift311::bench {

class Child {
  public:
    /// Its own output is thrown away.
    explicit Child(const std::vector<std::string>& command);
    /// Ends it, if it has not ended.
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool running();
    /// User and system time so far.
    double cpu_seconds() const;

  private:
    pid_t pid_ = -1;
};

/// Throws when `child` ends before, or after 20 seconds.
void wait_for_file(const std::filesystem::path& file, Child& child);

/// Runs a command to its end; throws when it fails.
void run_to_end(const std::vector<std::string>& command);

/// A folder that is gone with the object.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace shift311::bench
