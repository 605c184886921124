#include "sim/voice/line.hpp"

#include <SFML/Audio/Sound.hpp>
#include <SFML/Audio/SoundBuffer.hpp>
#include <SFML/System/Err.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <map>
#include <streambuf>
#include <utility>

namespace shift311::voice {

namespace {

/// While it lives, neither SFML nor the sound libraries under it write to the terminal.
class Hush {
  public:
    Hush() : sfml_(sf::err().rdbuf(nullptr)), terminal_(dup(STDERR_FILENO)) {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere < 0) return;
        if (terminal_ >= 0) dup2(nowhere, STDERR_FILENO);
        close(nowhere);
    }
    ~Hush() {
        if (terminal_ >= 0) {
            dup2(terminal_, STDERR_FILENO);
            close(terminal_);
        }
        sf::err().rdbuf(sfml_);
    }
    Hush(const Hush&) = delete;
    Hush& operator=(const Hush&) = delete;

  private:
    std::streambuf* sfml_;
    int terminal_;
};

}  // namespace

struct Line::Device {
    std::map<Tone, sf::SoundBuffer> buffers;
    sf::Sound lasting, once;

    const sf::SoundBuffer& buffer(Tone tone) {
        const auto [at, fresh] = buffers.try_emplace(tone);
        if (fresh) {
            const Samples wave = samples(tone);
            at->second.loadFromSamples(wave.data(), wave.size(), 1, kSampleRate);
        }
        return at->second;
    }
    /// SFML reports success where there is no device at all; whether one plays is seen only by playing.
    bool plays() {
        const Samples silence(kSampleRate / 10);
        sf::SoundBuffer quiet;
        if (!quiet.loadFromSamples(silence.data(), silence.size(), 1, kSampleRate)) return false;
        sf::Sound probe(quiet);
        probe.play();
        const bool playing = probe.getStatus() == sf::Sound::Playing;
        probe.stop();
        probe.resetBuffer();
        return playing;
    }
};

Line::Line(bool mute) : muted_(mute) {
    if (mute) return;
    const Hush hush;
    auto device = std::make_unique<Device>();
    if (device->plays()) device_ = std::move(device);
}

Line::~Line() {
    if (!device_) return;
    const Hush hush;
    device_.reset();
}

bool Line::silent() const {
    return device_ == nullptr || muted_;
}

void Line::mute(bool on) {
    if (on == muted_) return;
    muted_ = on;
    if (!on && !device_) {
        const Hush hush;
        auto device = std::make_unique<Device>();
        if (device->plays()) device_ = std::move(device);
    }
    if (on && device_) {
        device_->lasting.stop();
        device_->once.stop();
    } else {
        const auto again = lasting_;
        lasting_.reset();
        lasting(again);
    }
}

void Line::lasting(std::optional<Tone> tone) {
    if (tone == lasting_) return;
    lasting_ = tone;
    if (silent()) return;
    device_->lasting.stop();
    if (!tone) return;
    device_->lasting.setBuffer(device_->buffer(*tone));
    device_->lasting.setLoop(loops(*tone));
    device_->lasting.play();
}

void Line::once(Tone tone) {
    if (silent()) return;
    device_->once.stop();
    device_->once.setBuffer(device_->buffer(tone));
    device_->once.setLoop(false);
    device_->once.play();
}

}  // namespace shift311::voice
