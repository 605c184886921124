// The telephone line as it is heard: one lasting tone at a time, and short sounds over it. Silent where nothing can
// sound; no timing of the program may ever come from here.
#pragma once

#include "sim/voice/tones.hpp"

#include <memory>
#include <optional>

namespace shift311::voice {

class Line {
  public:
    /// Finds out whether there is a device that really plays; `mute` does not even ask.
    explicit Line(bool mute);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// There is no device, or it was not asked for.
    bool silent() const;
    void mute(bool on);

    /// The lasting tone from now on; nothing: quiet. Asking again for the same one changes nothing.
    void lasting(std::optional<Tone> tone);
    /// A sound that plays once.
    void once(Tone tone);

  private:
    struct Device;
    std::unique_ptr<Device> device_;
    std::optional<Tone> lasting_;
    bool muted_ = false;
};

}  // namespace shift311::voice
