#include "sim/voice/tones.hpp"

#include "sim/voice/line.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <cstdlib>

using namespace shift311::voice;

namespace {

/// How strongly a frequency sounds in the first second (Goertzel), 0 to 1.
double strength(const Samples& wave, double hertz) {
    const std::size_t count = std::min<std::size_t>(wave.size(), kSampleRate / 2);
    double re = 0, im = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double turn = 6.283185307179586 * hertz * static_cast<double>(i) / kSampleRate;
        re += wave[i] / 32767.0 * std::cos(turn);
        im += wave[i] / 32767.0 * std::sin(turn);
    }
    return 2 * std::sqrt(re * re + im * im) / static_cast<double>(count);
}

double seconds(Tone tone) {
    return static_cast<double>(samples(tone).size()) / kSampleRate;
}

}  // namespace

TEST_CASE("line tones are the ones of North American telephones", "[voice]") {
    const Samples back = samples(Tone::ring_back);
    CHECK(strength(back, 440) > 0.1);
    CHECK(strength(back, 480) > 0.1);
    CHECK(strength(back, 620) < 0.01);
    CHECK(seconds(Tone::ring_back) == Approx(6));
    for (std::size_t i = 2 * kSampleRate; i < back.size(); ++i)
        REQUIRE(back[i] == 0);
    CHECK(strength(samples(Tone::dial), 350) > 0.09);
    CHECK(strength(samples(Tone::dial), 440) > 0.09);
    CHECK(strength(samples(Tone::busy), 620) > 0.1);
    CHECK(seconds(Tone::busy) == Approx(1));
}

TEST_CASE("no sound is loud, starts with a crack or runs over", "[voice]") {
    for (const Tone tone :
         {Tone::ring, Tone::ring_back, Tone::hold, Tone::dial, Tone::busy, Tone::click, Tone::alert}) {
        const Samples wave = samples(tone);
        REQUIRE_FALSE(wave.empty());
        int peak = 0;
        for (const auto v : wave)
            peak = std::max(peak, std::abs(int{v}));
        CAPTURE(static_cast<int>(tone));
        CHECK(peak > 1000);
        CHECK(peak < 26000);
        if (tone != Tone::click) CHECK(std::abs(int{wave.front()}) < 200);
        CHECK(std::abs(int{wave.back()}) < 2200);
        CHECK(samples(tone) == wave);
    }
    CHECK_FALSE(loops(Tone::click));
    CHECK(loops(Tone::ring));
}

TEST_CASE("a line with no device, or mute, is silent and harmless", "[voice]") {
    Line mute(true);
    CHECK(mute.silent());
    mute.lasting(Tone::ring);
    mute.once(Tone::click);
    mute.lasting(std::nullopt);
    // Whatever this machine has: nothing may throw or print.
    Line line(false);
    line.lasting(Tone::ring_back);
    line.once(Tone::click);
    line.mute(true);
    CHECK(line.silent());
    line.mute(false);
    line.lasting(std::nullopt);
}
