#include "sim/voice/tones.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace shift311::voice {

namespace {

constexpr double kTurn = 6.283185307179586;
constexpr double kLoud = 32767;

/// A strip of silence that sounds can be laid on.
class Tape {
  public:
    explicit Tape(double seconds) : wave_(static_cast<std::size_t>(seconds * kSampleRate)) {}

    /// A steady note, faded in and out over `edge` seconds so that it does not crack.
    void note(double from, double length, double hertz, double loudness, double edge = 0.01) {
        lay(from, length, [=](double t) {
            const double fade = std::min({1.0, t / edge, (length - t) / edge});
            return loudness * fade * std::sin(kTurn * hertz * t);
        });
    }
    /// A struck note that dies away.
    void bell(double from, double length, double hertz, double loudness) {
        lay(from, length, [=](double t) {
            const double fade =
                std::min(1.0, t / 0.006) * std::exp(-4.5 * t / length) * std::min(1.0, (length - t) / 0.02);
            return loudness * fade * (std::sin(kTurn * hertz * t) + 0.25 * std::sin(kTurn * 2 * hertz * t));
        });
    }
    template <class Wave>
    void lay(double from, double length, Wave wave) {
        const auto begin = static_cast<std::size_t>(from * kSampleRate);
        const auto count = static_cast<std::size_t>(length * kSampleRate);
        for (std::size_t i = 0; i < count && begin + i < wave_.size(); ++i)
            wave_[begin + i] += wave(static_cast<double>(i) / kSampleRate);
    }
    Samples cut() const {
        Samples out;
        out.reserve(wave_.size());
        for (const double v : wave_)
            out.push_back(static_cast<std::int16_t>(std::clamp(v, -1.0, 1.0) * kLoud));
        return out;
    }

  private:
    std::vector<double> wave_;
};

Samples ring() {
    Tape tape(4);
    for (const double at : {0.0, 0.36, 0.9, 1.26}) {
        tape.bell(at, 0.5, 659.3, 0.22);
        tape.bell(at + 0.12, 0.5, 830.6, 0.2);
    }
    return tape.cut();
}

Samples ring_back() {
    Tape tape(6);
    tape.note(0, 2, 440, 0.12);
    tape.note(0, 2, 480, 0.12);
    return tape.cut();
}

Samples hold() {
    Tape tape(8);
    tape.bell(0, 0.6, 523.3, 0.09);
    return tape.cut();
}

Samples dial() {
    // 10 whole beats of the two notes, so that the loop has no seam.
    Tape tape(1);
    tape.lay(0, 1, [](double t) { return 0.1 * std::sin(kTurn * 350 * t) + 0.1 * std::sin(kTurn * 440 * t); });
    return tape.cut();
}

Samples busy() {
    Tape tape(1);
    tape.note(0, 0.5, 480, 0.12);
    tape.note(0, 0.5, 620, 0.12);
    return tape.cut();
}

Samples click() {
    Tape tape(0.06);
    std::uint32_t noise = 0x2545F491U;
    tape.lay(0, 0.05, [&noise](double t) {
        noise ^= noise << 13U;
        noise ^= noise >> 17U;
        noise ^= noise << 5U;
        const double hiss = static_cast<double>(noise) / 2147483648.0 - 1;
        return 0.35 * hiss * std::exp(-t / 0.006) + 0.2 * std::sin(kTurn * 180 * t) * std::exp(-t / 0.012);
    });
    return tape.cut();
}

Samples alert() {
    Tape tape(0.7);
    tape.bell(0, 0.35, 311.1, 0.25);
    tape.bell(0.2, 0.5, 233.1, 0.25);
    return tape.cut();
}

}  // namespace

bool loops(Tone tone) {
    return tone != Tone::click && tone != Tone::alert;
}

Samples samples(Tone tone) {
    switch (tone) {
        case Tone::ring:
            return ring();
        case Tone::ring_back:
            return ring_back();
        case Tone::hold:
            return hold();
        case Tone::dial:
            return dial();
        case Tone::busy:
            return busy();
        case Tone::click:
            return click();
        case Tone::alert:
            return alert();
    }
    return {};
}

}  // namespace shift311::voice
