// The visible controls as JSON, kept in a file that changes only when they do.
#pragma once

#include "sim/desk/control.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace shift311::desk {

/// [{"label","role","x","y","w","h","focused","enabled","value"}], in the order of the screen, whole window pixels.
std::string tree_json(const std::vector<Control>& controls);

class ControlTreeFile {
  public:
    explicit ControlTreeFile(std::filesystem::path file);
    /// Written beside the file and renamed over it, so that a reader never sees half a list. Throws on an I/O fault.
    void update(const std::vector<Control>& controls);

  private:
    std::filesystem::path file_;
    std::string written_;
};

}  // namespace shift311::desk
