// Finding and reading the content: --content, then the source tree, then where it was installed.
#pragma once

#include "sim/listen/listener.hpp"
#include "sim/script/read/reader.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace shift311::app {

/// The content has faults; nothing of it is used. `what()` is the whole list, one a line.
struct ContentFaults : std::runtime_error {
    explicit ContentFaults(const std::vector<script::read::Issue>& issues);
};

/// The folder with common/ and the cities in it; throws EnvironmentLacks when there is none.
std::string content_root(const std::string& wanted);
/// Throws ContentFaults.
script::Library load_content(const std::string& root);

/// What was meant by somebody's words, with the phrases of every script known.
class Ear {
  public:
    explicit Ear(const script::Library& library);
    const listen::Listener& for_script(const std::string& script) const;
    std::vector<std::string> understand(const std::string& words, const std::string& script) const;

  private:
    listen::Listener core_;
    std::map<std::string, listen::Listener> own_;  ///< by script, for those with phrases of their own
};

}  // namespace shift311::app
