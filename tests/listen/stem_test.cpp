#include "sim/listen/stem.hpp"

#include "tests/support/catch.hpp"

using shift311::listen::Language;
using shift311::listen::stem;

TEST_CASE("English words keep their stem when they bend", "[listen][stem]") {
    const auto same = [](std::string_view a, std::string_view b) {
        INFO(a << " " << b);
        CHECK(stem(a, Language::english) == stem(b, Language::english));
    };
    same("located", "locating");
    same("stopped", "stop");
    same("calls", "calling");
    same("agencies", "agency");
    same("was", "are");
    same("told", "telling");
    same("thanks", "thank");
    same("could", "can");
    same("crosses", "crossing");
    CHECK(stem("press", Language::english) != stem("pre", Language::english));
    CHECK(stem("bed", Language::english) == "bed");
    CHECK(stem("#day", Language::english) == "#day");
    CHECK(stem("", Language::english) == "");
}

TEST_CASE("Spanish words keep their stem when they bend", "[listen][stem]") {
    const auto same = [](std::string_view a, std::string_view b) {
        INFO(a << " " << b);
        CHECK(stem(a, Language::spanish) == stem(b, Language::spanish));
    };
    same("comunicarlo", "comunico");
    same("transferirle", "transferir");
    same("ayudarle", "ayudar");
    same("calles", "calle");
    same("puedo", "podemos");
    same("tiene", "tengo");
    same("digame", "decir");
    same("herido", "herida");
    CHECK(stem("calle", Language::spanish) != stem("callado", Language::english));
}
