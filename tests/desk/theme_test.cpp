#include "sim/desk/theme.hpp"

#include "tests/support/catch.hpp"

using namespace shift311::desk;

TEST_CASE("every ink can be read on every ground it is used on", "[desk][theme]") {
    for (const Mode mode : {Mode::dark, Mode::light}) {
        const auto all = pairs(theme(mode));
        REQUIRE(all.size() > 50);
        for (const Pair& p : all) {
            CAPTURE(mode == Mode::dark ? "dark" : "light", p.what, int{p.ink.r}, int{p.ink.g}, int{p.ink.b},
                    int{p.ground.r}, int{p.ground.g}, int{p.ground.b});
            CHECK(contrast(p.ink, p.ground) >= p.least);
        }
    }
}

TEST_CASE("contrast is reckoned as WCAG says", "[desk][theme]") {
    CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == Approx(21.0));
    CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == Approx(4.48).margin(0.01));
    CHECK(contrast(rgb(0xff0000), rgb(0xff0000)) == Approx(1.0));
    CHECK(contrast(rgb(0x595959), rgb(0xffffff)) >= 7.0);
}

TEST_CASE("colors mix by thousandths", "[desk][theme]") {
    CHECK(mix(rgb(0xffffff), rgb(0x000000), 500) == rgb(0x808080));
    CHECK(mix(rgb(0x123456), rgb(0xffffff), 1000) == rgb(0x123456));
    CHECK(mix(rgb(0x123456), rgb(0xffffff), 0) == rgb(0xffffff));
}
