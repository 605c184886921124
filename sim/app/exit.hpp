// Exit codes, and the errors that lead to them.
#pragma once

#include <stdexcept>

namespace shift311::app {

enum Exit : int {
    kDone = 0,
    kFaults = 1,  ///< the content or the records have faults, which were printed
    kUsage = 2,
    kLacking = 3,  ///< the environment lacks something, said in one sentence
};

/// Something the machine should have and has not.
struct EnvironmentLacks : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The command line asks for something that does not exist or does not fit.
struct WrongUsage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace shift311::app
