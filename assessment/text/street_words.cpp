#include "assessment/text/street_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace shift311::text {

namespace {

struct Suffix {
    std::string_view abbreviation;
    std::string_view words;  // the full word first, then how else people write it
};

// Ascending by abbreviation. Facts: USPS Publication 28, appendix C1.
constexpr std::array kSuffixes = {
    Suffix{"ALY", "Alley allee ally"},
    Suffix{"ANX", "Annex anex annx"},
    Suffix{"ARC", "Arcade"},
    Suffix{"AVE", "Avenue av aven avenu avn avnue"},
    Suffix{"BCH", "Beach"},
    Suffix{"BG", "Burg"},
    Suffix{"BGS", "Burgs"},
    Suffix{"BLF", "Bluff bluf"},
    Suffix{"BLFS", "Bluffs"},
    Suffix{"BLVD", "Boulevard boul boulv"},
    Suffix{"BND", "Bend"},
    Suffix{"BR", "Branch brnch"},
    Suffix{"BRG", "Bridge brdge"},
    Suffix{"BRK", "Brook"},
    Suffix{"BRKS", "Brooks"},
    Suffix{"BTM", "Bottom bot bottm"},
    Suffix{"BYP", "Bypass bypa bypas byps"},
    Suffix{"BYU", "Bayou bayoo"},
    Suffix{"CIR", "Circle circ circl crcl crcle"},
    Suffix{"CIRS", "Circles"},
    Suffix{"CLB", "Club"},
    Suffix{"CLF", "Cliff"},
    Suffix{"CLFS", "Cliffs"},
    Suffix{"CMN", "Common"},
    Suffix{"CMNS", "Commons"},
    Suffix{"COR", "Corner"},
    Suffix{"CORS", "Corners"},
    Suffix{"CP", "Camp cmp"},
    Suffix{"CPE", "Cape"},
    Suffix{"CRES", "Crescent crecent cresent crscnt crsent crsnt"},
    Suffix{"CRK", "Creek ck cr"},
    Suffix{"CRSE", "Course"},
    Suffix{"CRST", "Crest"},
    Suffix{"CSWY", "Causeway causway"},
    Suffix{"CT", "Court crt"},
    Suffix{"CTR", "Center cen cent centr centre cnter cntr"},
    Suffix{"CTRS", "Centers"},
    Suffix{"CTS", "Courts"},
    Suffix{"CURV", "Curve"},
    Suffix{"CV", "Cove"},
    Suffix{"CVS", "Coves"},
    Suffix{"CYN", "Canyon canyn cnyn"},
    Suffix{"DL", "Dale"},
    Suffix{"DM", "Dam"},
    Suffix{"DR", "Drive driv drv"},
    Suffix{"DRS", "Drives"},
    Suffix{"DV", "Divide div dvd"},
    Suffix{"EST", "Estate"},
    Suffix{"ESTS", "Estates"},
    Suffix{"EXPY", "Expressway exp expr express expw"},
    Suffix{"EXT", "Extension extn extnsn"},
    Suffix{"EXTS", "Extensions"},
    Suffix{"FALL", "Fall"},
    Suffix{"FLD", "Field"},
    Suffix{"FLDS", "Fields"},
    Suffix{"FLS", "Falls"},
    Suffix{"FLT", "Flat"},
    Suffix{"FLTS", "Flats"},
    Suffix{"FRD", "Ford"},
    Suffix{"FRDS", "Fords"},
    Suffix{"FRG", "Forge forg"},
    Suffix{"FRGS", "Forges"},
    Suffix{"FRK", "Fork"},
    Suffix{"FRKS", "Forks"},
    Suffix{"FRST", "Forest forests"},
    Suffix{"FRY", "Ferry frry"},
    Suffix{"FT", "Fort frt"},
    Suffix{"FWY", "Freeway freewy frway frwy"},
    Suffix{"GDN", "Garden gardn grden grdn"},
    Suffix{"GDNS", "Gardens grdns"},
    Suffix{"GLN", "Glen"},
    Suffix{"GLNS", "Glens"},
    Suffix{"GRN", "Green"},
    Suffix{"GRNS", "Greens"},
    Suffix{"GRV", "Grove grov"},
    Suffix{"GRVS", "Groves"},
    Suffix{"GTWY", "Gateway gatewy gatway gtway"},
    Suffix{"HBR", "Harbor harb harbr hrbor"},
    Suffix{"HBRS", "Harbors"},
    Suffix{"HL", "Hill"},
    Suffix{"HLS", "Hills"},
    Suffix{"HOLW", "Hollow hllw hollows holws"},
    Suffix{"HTS", "Heights height hgts ht"},
    Suffix{"HVN", "Haven havn"},
    Suffix{"HWY", "Highway highwy hiway hiwy hway"},
    Suffix{"INLT", "Inlet"},
    Suffix{"IS", "Island islnd"},
    Suffix{"ISLE", "Isle isles"},
    Suffix{"ISS", "Islands islnds"},
    Suffix{"JCT", "Junction jction jctn junctn juncton"},
    Suffix{"JCTS", "Junctions jctns"},
    Suffix{"KNL", "Knoll knol"},
    Suffix{"KNLS", "Knolls"},
    Suffix{"KY", "Key"},
    Suffix{"KYS", "Keys"},
    Suffix{"LAND", "Land"},
    Suffix{"LCK", "Lock"},
    Suffix{"LCKS", "Locks"},
    Suffix{"LDG", "Lodge ldge lodg"},
    Suffix{"LF", "Loaf"},
    Suffix{"LGT", "Light"},
    Suffix{"LGTS", "Lights"},
    Suffix{"LK", "Lake"},
    Suffix{"LKS", "Lakes"},
    Suffix{"LN", "Lane la lanes"},
    Suffix{"LNDG", "Landing lndng"},
    Suffix{"LOOP", "Loop loops"},
    Suffix{"MALL", "Mall"},
    Suffix{"MDW", "Meadow"},
    Suffix{"MDWS", "Meadows medows"},
    Suffix{"MEWS", "Mews"},
    Suffix{"ML", "Mill"},
    Suffix{"MLS", "Mills"},
    Suffix{"MNR", "Manor"},
    Suffix{"MNRS", "Manors"},
    Suffix{"MSN", "Mission missn mssn"},
    Suffix{"MT", "Mount mnt"},
    Suffix{"MTN", "Mountain mntain mntn mountin mtin"},
    Suffix{"MTNS", "Mountains mntns"},
    Suffix{"MTWY", "Motorway"},
    Suffix{"NCK", "Neck"},
    Suffix{"OPAS", "Overpass"},
    Suffix{"ORCH", "Orchard orchrd"},
    Suffix{"OVAL", "Oval ovl"},
    Suffix{"PARK", "Park parks pk prk"},
    Suffix{"PASS", "Pass"},
    Suffix{"PATH", "Path paths"},
    Suffix{"PIKE", "Pike pikes"},
    Suffix{"PKWY", "Parkway parkways parkwy pkway pkwys pky"},
    Suffix{"PL", "Place"},
    Suffix{"PLN", "Plain"},
    Suffix{"PLNS", "Plains plaines"},
    Suffix{"PLZ", "Plaza plza"},
    Suffix{"PNE", "Pine"},
    Suffix{"PNES", "Pines"},
    Suffix{"PR", "Prairie prarie prr"},
    Suffix{"PRT", "Port"},
    Suffix{"PRTS", "Ports"},
    Suffix{"PSGE", "Passage"},
    Suffix{"PT", "Point"},
    Suffix{"PTS", "Points"},
    Suffix{"RADL", "Radial rad radiel"},
    Suffix{"RAMP", "Ramp"},
    Suffix{"RD", "Road"},
    Suffix{"RDG", "Ridge rdge"},
    Suffix{"RDGS", "Ridges"},
    Suffix{"RDS", "Roads"},
    Suffix{"RIV", "River rivr rvr"},
    Suffix{"RNCH", "Ranch ranches rnchs"},
    Suffix{"ROW", "Row"},
    Suffix{"RPD", "Rapid"},
    Suffix{"RPDS", "Rapids"},
    Suffix{"RST", "Rest"},
    Suffix{"RTE", "Route"},
    Suffix{"RUE", "Rue"},
    Suffix{"RUN", "Run"},
    Suffix{"SHL", "Shoal"},
    Suffix{"SHLS", "Shoals"},
    Suffix{"SHR", "Shore shoar"},
    Suffix{"SHRS", "Shores shoars"},
    Suffix{"SKWY", "Skyway"},
    Suffix{"SMT", "Summit sumit sumitt"},
    Suffix{"SPG", "Spring spng sprng"},
    Suffix{"SPGS", "Springs spngs sprngs"},
    Suffix{"SPUR", "Spur spurs"},
    Suffix{"SQ", "Square sqr sqre squ"},
    Suffix{"SQS", "Squares sqrs"},
    Suffix{"ST", "Street str strt"},
    Suffix{"STA", "Station statn stn"},
    Suffix{"STRA", "Stravenue strav strave straven stravn strvn strvnue"},
    Suffix{"STRM", "Stream streme"},
    Suffix{"STS", "Streets"},
    Suffix{"TER", "Terrace terr"},
    Suffix{"TPKE", "Turnpike tpk trnpk trpk turnpk"},
    Suffix{"TRAK", "Track tracks trk trks"},
    Suffix{"TRCE", "Trace traces"},
    Suffix{"TRFY", "Trafficway"},
    Suffix{"TRL", "Trail tr trails trls"},
    Suffix{"TRWY", "Throughway"},
    Suffix{"TUNL", "Tunnel tunel tunls tunnels tunnl"},
    Suffix{"UN", "Union"},
    Suffix{"UNS", "Unions"},
    Suffix{"UPAS", "Underpass"},
    Suffix{"VIA", "Viaduct vdct viadct"},
    Suffix{"VIS", "Vista vist vst vsta"},
    Suffix{"VL", "Ville"},
    Suffix{"VLG", "Village vill villag villg villiage"},
    Suffix{"VLGS", "Villages"},
    Suffix{"VLY", "Valley vally vlly"},
    Suffix{"VLYS", "Valleys"},
    Suffix{"VW", "View"},
    Suffix{"VWS", "Views"},
    Suffix{"WALK", "Walk walks"},
    Suffix{"WALL", "Wall"},
    Suffix{"WAY", "Way wy"},
    Suffix{"WAYS", "Ways"},
    Suffix{"WL", "Well"},
    Suffix{"WLS", "Wells"},
    Suffix{"XING", "Crossing crssing crssng"},
    Suffix{"XRD", "Crossroad"},
};

struct Pair {
    std::string_view word;
    std::string_view abbreviation;
};

constexpr std::array kCompass = {
    Pair{"e", "E"},          Pair{"east", "E"},       Pair{"este", "E"},       Pair{"n", "N"},     Pair{"ne", "NE"},
    Pair{"north", "N"},      Pair{"northeast", "NE"}, Pair{"northwest", "NW"}, Pair{"norte", "N"}, Pair{"nw", "NW"},
    Pair{"oeste", "W"},      Pair{"s", "S"},          Pair{"se", "SE"},        Pair{"so", "S"},    Pair{"south", "S"},
    Pair{"southeast", "SE"}, Pair{"southwest", "SW"}, Pair{"sur", "S"},        Pair{"sw", "SW"},   Pair{"w", "W"},
    Pair{"west", "W"},
};
constexpr std::array kCompassWords = {
    Pair{"E", "East"},  Pair{"N", "North"},      Pair{"NE", "Northeast"}, Pair{"NW", "Northwest"},
    Pair{"S", "South"}, Pair{"SE", "Southeast"}, Pair{"SW", "Southwest"}, Pair{"W", "West"},
};

constexpr std::string_view kCommonSuffixes[] = {"ALY", "AVE",  "BLVD", "CIR", "CT", "DR", "EXPY", "HWY",
                                                "LN",  "PKWY", "PL",   "RD",  "SQ", "ST", "TER",  "WAY"};

struct UnitEntry {
    std::string_view word;
    UnitWord kind;
    std::string_view abbreviation;
};

// The full word of an abbreviation stands first.
constexpr std::array kUnits = {
    UnitEntry{"apartment", UnitWord::plain, "APT"},
    UnitEntry{"apt", UnitWord::plain, "APT"},
    UnitEntry{"apto", UnitWord::plain, "APT"},
    UnitEntry{"apartamento", UnitWord::plain, "APT"},
    UnitEntry{"unit", UnitWord::plain, "UNIT"},
    UnitEntry{"suite", UnitWord::plain, "STE"},
    UnitEntry{"ste", UnitWord::plain, "STE"},
    UnitEntry{"room", UnitWord::plain, "RM"},
    UnitEntry{"rm", UnitWord::plain, "RM"},
    UnitEntry{"number", UnitWord::plain, "#"},
    UnitEntry{"floor", UnitWord::designator, "FL"},
    UnitEntry{"fl", UnitWord::designator, "FL"},
    UnitEntry{"flr", UnitWord::designator, "FL"},
    UnitEntry{"piso", UnitWord::designator, "FL"},
    UnitEntry{"building", UnitWord::designator, "BLDG"},
    UnitEntry{"bldg", UnitWord::designator, "BLDG"},
    UnitEntry{"department", UnitWord::designator, "DEPT"},
    UnitEntry{"dept", UnitWord::designator, "DEPT"},
    UnitEntry{"hangar", UnitWord::designator, "HNGR"},
    UnitEntry{"hanger", UnitWord::designator, "HNGR"},
    UnitEntry{"hngr", UnitWord::designator, "HNGR"},
    UnitEntry{"key", UnitWord::designator, "KEY"},
    UnitEntry{"lot", UnitWord::designator, "LOT"},
    UnitEntry{"pier", UnitWord::designator, "PIER"},
    UnitEntry{"slip", UnitWord::designator, "SLIP"},
    UnitEntry{"space", UnitWord::designator, "SPC"},
    UnitEntry{"spc", UnitWord::designator, "SPC"},
    UnitEntry{"stop", UnitWord::designator, "STOP"},
    UnitEntry{"trailer", UnitWord::designator, "TRLR"},
    UnitEntry{"trlr", UnitWord::designator, "TRLR"},
    UnitEntry{"basement", UnitWord::alone, "BSMT"},
    UnitEntry{"bsmt", UnitWord::alone, "BSMT"},
    UnitEntry{"front", UnitWord::alone, "FRNT"},
    UnitEntry{"frnt", UnitWord::alone, "FRNT"},
    UnitEntry{"lobby", UnitWord::alone, "LBBY"},
    UnitEntry{"lbby", UnitWord::alone, "LBBY"},
    UnitEntry{"lower", UnitWord::alone, "LOWR"},
    UnitEntry{"lowr", UnitWord::alone, "LOWR"},
    UnitEntry{"office", UnitWord::alone, "OFC"},
    UnitEntry{"ofc", UnitWord::alone, "OFC"},
    UnitEntry{"penthouse", UnitWord::alone, "PH"},
    UnitEntry{"ph", UnitWord::alone, "PH"},
    UnitEntry{"rear", UnitWord::alone, "REAR"},
    UnitEntry{"side", UnitWord::alone, "SIDE"},
    UnitEntry{"upper", UnitWord::alone, "UPPR"},
    UnitEntry{"uppr", UnitWord::alone, "UPPR"},
};

/// Word to abbreviation, ascending by word; built from the table once.
const std::vector<std::pair<std::string, std::string_view>>& suffix_index() {
    static const auto index = [] {
        std::vector<std::pair<std::string, std::string_view>> built;
        const auto add = [&](std::string_view word, std::string_view abbreviation) {
            std::string lower(word);
            for (char& c : lower) {
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            }
            built.emplace_back(std::move(lower), abbreviation);
        };
        for (const Suffix& suffix : kSuffixes) {
            add(suffix.abbreviation, suffix.abbreviation);
            for (std::size_t start = 0; start < suffix.words.size();) {
                const std::size_t end = std::min(suffix.words.find(' ', start), suffix.words.size());
                add(suffix.words.substr(start, end - start), suffix.abbreviation);
                start = end + 1;
            }
        }
        std::sort(built.begin(), built.end());
        built.erase(std::unique(built.begin(), built.end()), built.end());
        return built;
    }();
    return index;
}

}  // namespace

std::string_view street_suffix(std::string_view word) {
    const auto& index = suffix_index();
    const auto found = std::lower_bound(index.begin(), index.end(), word,
                                        [](const auto& entry, std::string_view key) { return entry.first < key; });
    return found != index.end() && found->first == word ? found->second : std::string_view();
}

std::string_view street_suffix_word(std::string_view abbreviation) {
    for (const Suffix& suffix : kSuffixes) {
        if (suffix.abbreviation == abbreviation) return suffix.words.substr(0, suffix.words.find(' '));
    }
    return {};
}

std::string_view compass_point(std::string_view word) {
    for (const Pair& pair : kCompass) {
        if (pair.word == word) return pair.abbreviation;
    }
    return {};
}

std::string_view compass_word(std::string_view abbreviation) {
    for (const Pair& pair : kCompassWords) {
        if (pair.word == abbreviation) return pair.abbreviation;
    }
    return {};
}

bool common_suffix(std::string_view abbreviation) {
    return std::find(std::begin(kCommonSuffixes), std::end(kCommonSuffixes), abbreviation) != std::end(kCommonSuffixes);
}

Unit unit_word(std::string_view word) {
    for (const UnitEntry& entry : kUnits) {
        if (entry.word == word) return {entry.kind, entry.abbreviation};
    }
    return {};
}

std::string_view unit_spoken(std::string_view abbreviation) {
    for (const UnitEntry& entry : kUnits) {
        if (entry.abbreviation == abbreviation) return entry.word;
    }
    return {};
}

}  // namespace shift311::text
