#include "sim/script/draw.hpp"

#include "assessment/text/normal.hpp"
#include "assessment/text/street_address.hpp"
#include "sim/city/calendar.hpp"
#include "sim/script/blanks.hpp"
#include "sim/script/dates.hpp"
#include "sim/script/each_text.hpp"

#include <algorithm>
#include <array>

namespace shift311::script {
namespace {

using Drawn = std::map<std::string, std::string>;

struct Drawing {
    const Script& script;
    const city::City& city;
    const city::AddressBook& book;
    city::Date date;
    Random& random;
    Drawn drawn;
    std::vector<const city::Block*> blocks;  ///< already drawn: two draws never share one
    std::vector<const city::Request*> requests;
    std::vector<std::string> family;  ///< family names already given

    template <typename T>
    const T& any(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(random.below(from.size()))];
    }

    /// The first acceptable one from a random start: few tries as a rule, and always an end.
    template <typename T, typename Accept>
    const T& any_that(const std::vector<T>& from, const Accept& accept) {
        const std::size_t start = static_cast<std::size_t>(random.below(from.size()));
        for (std::size_t i = 0; i < from.size(); ++i) {
            const T& candidate = from[(start + i) % from.size()];
            if (accept(candidate)) return candidate;
        }
        return from[start];
    }

    void draw_name(const std::string& id, const Vary& vary);
    void draw_block(const std::string& id, const Vary& vary);
    void draw_request(const std::string& id, const Vary& vary);
    void draw_phone(const std::string& id);
    void draw_one(const std::string& id, const Vary& vary);
};

void Drawing::draw_name(const std::string& id, const Vary& vary) {
    const city::Names& names = city.names.at(vary.language);
    const std::string given = any(names.given);
    // A caller must not share a family name with another person of the play, or with anybody whose report is
    // confidential.
    const std::string last = any_that(names.family, [&](const std::string& name) {
        if (std::find(family.begin(), family.end(), name) != family.end()) return false;
        return std::none_of(city.requests.begin(), city.requests.end(),
                            [&](const city::Request& request) { return request.reporter.ends_with(" " + name); });
    });
    family.push_back(last);
    drawn[id] = given + " " + last;
    drawn[id + ".first"] = given;
    drawn[id + ".last"] = last;
    drawn[id + ".spelled"] = spelled(last);
}

/// A house number on one side of the block; a range with one parity at both ends is one side already.
int house_number(const city::Block& block, Random& random) {
    const int step = (block.low - block.high) % 2 == 0 ? 2 : 1;
    const auto count = static_cast<std::uint64_t>((block.high - block.low) / step + 1);
    return block.low + step * static_cast<int>(random.below(count));
}

void Drawing::draw_block(const std::string& id, const Vary& vary) {
    const std::string service = service_to_avoid(script);
    const std::vector<BlockChoice> choices = blocks_for(script, id, vary, city);
    if (choices.empty()) return;
    const BlockChoice& choice = any_that(choices, [&](const BlockChoice& candidate) {
        return std::find(blocks.begin(), blocks.end(), candidate.block) == blocks.end() &&
               (service.empty() || is_free(candidate, service, city, book));
    });
    blocks.push_back(choice.block);
    const city::Block& block = *choice.block;
    const int number = house_number(block, random);
    const bool lower_half = number - block.low <= block.high - number;
    const std::string& nearer = lower_half ? block.cross_low : block.cross_high;
    const std::string& farther = lower_half ? block.cross_high : block.cross_low;
    const std::string& cross = nearer.empty() ? farther : nearer;
    const std::string address = std::to_string(number) + " " + choice.street->name;
    drawn[id] = address;
    drawn[id + ".address"] = address;
    drawn[id + ".spoken"] = text::spoken(address);
    drawn[id + ".street"] = choice.street->name;
    drawn[id + ".street.spoken"] = text::spoken(choice.street->name);
    drawn[id + ".number"] = std::to_string(number);
    drawn[id + ".cross"] = cross;
    drawn[id + ".cross.spoken"] = text::spoken(cross);
    drawn[id + ".neighborhood"] = block.neighborhood;
    drawn[id + ".maintained_by"] = block.maintained_by;
}

/// The reference with two neighboring digits swapped, as people misremember it, and never another request's.
std::string misremembered(const std::string& reference, const city::City& city, Random& random) {
    std::vector<std::string> wrong;
    for (std::size_t i = 0; i + 1 < reference.size(); ++i) {
        if (reference[i] == reference[i + 1]) continue;
        std::string swapped = reference;
        std::swap(swapped[i], swapped[i + 1]);
        const bool taken = std::any_of(city.requests.begin(), city.requests.end(),
                                       [&](const city::Request& request) { return request.reference == swapped; });
        if (!taken) wrong.push_back(std::move(swapped));
    }
    if (wrong.empty()) return reference;
    return wrong[static_cast<std::size_t>(random.below(wrong.size()))];
}

void Drawing::draw_request(const std::string& id, const Vary& vary) {
    const std::vector<const city::Request*> choices = requests_for(script, id, vary, city);
    if (choices.empty()) return;
    const city::Request* choice = any_that(choices, [&](const city::Request* candidate) {
        return std::find(requests.begin(), requests.end(), candidate) == requests.end();
    });
    requests.push_back(choice);
    const city::Request request = dated(*choice, city, date);
    const std::string& language = script.caller.language;
    const std::string wrong = misremembered(request.reference, city, random);
    drawn[id] = request.reference;
    drawn[id + ".reference"] = request.reference;
    drawn[id + ".spoken"] = digits_spoken(request.reference, language);
    drawn[id + ".wrong"] = wrong;
    drawn[id + ".wrong.spoken"] = digits_spoken(wrong, language);
    drawn[id + ".address"] = request.address;
    drawn[id + ".address.spoken"] = text::spoken(request.address);
    drawn[id + ".reporter"] = request.reporter;
    drawn[id + ".status_note"] = request.status_note;
    drawn[id + ".opened"] = city::spoken(request.opened);
    drawn[id + ".expected"] = request.expected ? city::spoken(*request.expected) : "";
}

void Drawing::draw_phone(const std::string& id) {
    // 555-0100 to 555-0199 are kept free for fiction.
    for (;;) {
        std::string phone = random.below(2) == 0 ? "215-555-01" : "267-555-01";
        phone += static_cast<char>('0' + random.below(10));
        phone += static_cast<char>('0' + random.below(10));
        const bool taken =
            std::any_of(drawn.begin(), drawn.end(), [&](const auto& entry) { return entry.second == phone; });
        if (taken) continue;
        drawn[id] = phone;
        drawn[id + ".spoken"] = digits_spoken(phone, script.caller.language);
        return;
    }
}

void Drawing::draw_one(const std::string& id, const Vary& vary) {
    switch (vary.from) {
        case Vary::From::one_of:
            drawn[id] = fill(any(vary.one_of), drawn);
            break;
        case Vary::From::name:
            draw_name(id, vary);
            break;
        case Vary::From::block:
            draw_block(id, vary);
            break;
        case Vary::From::request:
            draw_request(id, vary);
            break;
        case Vary::From::number:
            drawn[id] = std::to_string(
                vary.low + static_cast<int>(random.below(static_cast<std::uint64_t>(vary.high - vary.low) + 1)));
            break;
        case Vary::From::phone:
            draw_phone(id);
            break;
    }
}

}  // namespace

bool has_twin(const city::Street& street, const city::City& city) {
    if (street.name.size() < 3 || street.name[1] != ' ') return false;
    static constexpr std::string_view kDirections = "NSEW";
    static constexpr std::string_view kOpposites = "SNWE";
    const std::size_t direction = kDirections.find(street.name[0]);
    if (direction == std::string_view::npos) return false;
    const std::string twin = std::string(1, kOpposites[direction]) + street.name.substr(1);
    const auto found =
        std::lower_bound(city.streets.begin(), city.streets.end(), twin,
                         [](const city::Street& other, const std::string& name) { return other.name < name; });
    return found != city.streets.end() && found->name == twin;
}

bool uses_blank(const Script& script, const std::string& name) {
    bool found = false;
    const std::string blank = "{" + name + "}";
    for_each_text(script, [&](const std::string& text) { found = found || text.find(blank) != std::string::npos; });
    return found;
}

std::vector<BlockChoice> blocks_for(const Script& script, const std::string& id, const Vary& vary,
                                    const city::City& city) {
    std::vector<BlockChoice> choices;
    const bool neighborhood = uses_blank(script, id + ".neighborhood");
    for (const city::Street& street : city.streets) {
        if (!vary.on.empty() && std::find(vary.on.begin(), vary.on.end(), street.name) == vary.on.end()) continue;
        if (vary.twin && !has_twin(street, city)) continue;
        for (const city::Block& block : street.blocks) {
            if (!vary.maintained_by.empty() && block.maintained_by != vary.maintained_by) continue;
            if (block.cross_low.empty() && block.cross_high.empty()) continue;
            if (neighborhood && block.neighborhood.empty()) continue;
            choices.push_back({&street, &block});
        }
    }
    return choices;
}

bool is_free(const BlockChoice& choice, const std::string& service, const city::City& city,
             const city::AddressBook& book) {
    std::vector<const city::Request*> open;
    for (const city::Request& request : city.requests) {
        if (request.service == service && request.status == "open") open.push_back(&request);
    }
    return open.empty() ||
           book.near(std::to_string(choice.block->low) + " " + choice.street->name, service, open).empty();
}

std::vector<const city::Request*> requests_for(const Script& script, const std::string& id, const Vary& vary,
                                               const city::City& city) {
    std::vector<const city::Request*> choices;
    const bool expected = uses_blank(script, id + ".expected");
    const bool reporter = uses_blank(script, id + ".reporter");
    const bool note = uses_blank(script, id + ".status_note");
    for (const city::Request& request : city.requests) {
        if (!vary.service.empty() && request.service != vary.service) continue;
        if (!vary.status.empty() && request.status != vary.status) continue;
        if (reporter && request.reporter.empty()) continue;
        if (note && request.status_note.empty()) continue;
        if (expected) {
            const city::Service* service = city::find_service(city, request.service);
            if (service == nullptr || !service->due.business_days) continue;
        }
        choices.push_back(&request);
    }
    return choices;
}

std::string service_to_avoid(const Script& script) {
    return script.expect.disposition == "file" ? script.expect.service : std::string();
}

std::string spelled(const std::string& name) {
    std::u32string letters;
    for (char32_t letter : text::code_points(name)) {
        if ((letter >= U'a' && letter <= U'z') || (letter >= 0xE0 && letter <= 0xFE && letter != 0xF7)) letter -= 0x20;
        if (!letters.empty()) letters += U'-';
        letters += letter;
    }
    return text::utf8(letters);
}

std::string digits_spoken(const std::string& digits, const std::string& language) {
    static constexpr std::array<const char*, 10> kEnglish{"oh",   "one", "two",   "three", "four",
                                                          "five", "six", "seven", "eight", "nine"};
    static constexpr std::array<const char*, 10> kSpanish{"cero",  "uno",  "dos",   "tres", "cuatro",
                                                          "cinco", "seis", "siete", "ocho", "nueve"};
    const auto& words = language == "spanish" ? kSpanish : kEnglish;
    std::string line;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            line += ",";
            continue;
        }
        if (!line.empty()) line += " ";
        line += words[static_cast<std::size_t>(c - '0')];
    }
    return line;
}

std::map<std::string, std::string> draw(const Script& script, const city::City& city, const city::AddressBook& book,
                                        city::Date date, Random& random) {
    Drawing drawing{script, city, book, date, random, {}, {}, {}, {}};
    for (const auto& [id, vary] : script.vary)
        drawing.draw_one(id, vary);
    return std::move(drawing.drawn);
}

}  // namespace shift311::script
