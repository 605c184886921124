// The visible controls as JSON, kept in a file that changes only when they do.
#pragma once

#include "sim/desk/control.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace shift311::desk {

/// [{"label","role","x","y","w","h","focused","enabled","value"}], in the order of the screen, whole window pixels.
std::string tree_json(const std::vector<Control>& controls);

/// The file of controls cannot be written; what() is one sentence.
struct ControlTreeFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class ControlTreeFile {
  public:
    explicit ControlTreeFile(std::filesystem::path file);
    /// Written beside the file and renamed over it, so that a reader never sees half a list. Throws ControlTreeFault.
    void update(const std::vector<Control>& controls);

  private:
    std::filesystem::path file_;
    std::string written_;
};

}  // namespace shift311::desk
