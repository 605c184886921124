#include "sim/rehearse/skilled_people.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace shift311::rehearse {
namespace {

using namespace std::string_view_literals;

// 41 and 53 have no common divisor: 2,173 pairs before one comes again.
constexpr std::array kFirst{"Aaliyah"sv, "Amara"sv,   "Andre"sv,  "Anh"sv,    "Beatriz"sv, "Bridget"sv, "Carlos"sv,
                            "Chidi"sv,   "Colin"sv,   "Daiyu"sv,  "Denise"sv, "Dmitri"sv,  "Elena"sv,   "Emeka"sv,
                            "Fatima"sv,  "Gloria"sv,  "Hannah"sv, "Hassan"sv, "Imani"sv,   "Ivan"sv,    "Jamal"sv,
                            "Jin"sv,     "Joanna"sv,  "Keisha"sv, "Kevin"sv,  "Lakshmi"sv, "Leila"sv,   "Luis"sv,
                            "Malik"sv,   "Marisol"sv, "Nadia"sv,  "Noah"sv,   "Omar"sv,    "Priya"sv,   "Quan"sv,
                            "Rosa"sv,    "Samuel"sv,  "Tanya"sv,  "Tyrone"sv, "Wei"sv,     "Yusuf"sv};
constexpr std::array kLast{
    "Abdi"sv,     "Adeyemi"sv, "Alvarez"sv,    "Baker"sv,     "Banerjee"sv, "Brown"sv,  "Castillo"sv, "Chen"sv,
    "Cohen"sv,    "Coleman"sv, "Cruz"sv,       "DiMarco"sv,   "Doyle"sv,    "Eze"sv,    "Fischer"sv,  "Gallagher"sv,
    "Garcia"sv,   "Haddad"sv,  "Harris"sv,     "Hernandez"sv, "Hoang"sv,    "Ivanov"sv, "Jackson"sv,  "Johnson"sv,
    "Kaur"sv,     "Kelly"sv,   "Khan"sv,       "Kim"sv,       "Kowalski"sv, "Lewis"sv,  "Li"sv,       "Lopez"sv,
    "Mensah"sv,   "Morales"sv, "Murphy"sv,     "Nguyen"sv,    "Novak"sv,    "Okafor"sv, "Ortiz"sv,    "Patel"sv,
    "Petrov"sv,   "Rahman"sv,  "Rivera"sv,     "Rossi"sv,     "Santos"sv,   "Shah"sv,   "Silva"sv,    "Singh"sv,
    "Thompson"sv, "Tran"sv,    "Washington"sv, "Williams"sv,  "Yilmaz"sv};

template <class List>
List shuffled(List list, script::Random& random) {
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
    return list;
}

int between(int low, int high, script::Random& random) {
    return low + static_cast<int>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

}  // namespace

Skill SimulatedPerson::skill(int contacts, int of_course) const {
    const int grown = std::max(1, of_course * 3 / 4);
    const int gained = (becomes_permille - begins_permille) * std::clamp(contacts, 0, grown) / grown;
    return {begins_permille + gained, habits};
}

DrillSkill SimulatedPerson::drill_skill(int week, int weeks) const {
    const int left = std::max(0, weeks - week);
    DrillSkill now = drill;
    now.miss_permille += 15 * left;
    now.false_transfer_permille += 10 * left;
    now.words_a_minute = std::max(12, now.words_a_minute - left);
    now.typo_permille += left;
    return now;
}

std::vector<SimulatedPerson> draw_people(int count, std::uint64_t seed) {
    script::Random names(seed);
    const auto first = shuffled(kFirst, names);
    const auto last = shuffled(kLast, names);
    std::vector<SimulatedPerson> people;
    for (int i = 0; i < std::clamp(count, 1, kMostPeople); ++i) {
        const auto place = static_cast<std::size_t>(i);
        script::Random random(seed + 0x9E3779B9ULL * (place + 1));
        SimulatedPerson person;
        person.name =
            std::string(first[place % first.size()]) + ' ' + std::string(last[place % last.size()]) + kSimulated;
        person.becomes_permille = between(kLeastSkill, kMostSkill, random);
        person.begins_permille = between(kLeastSkill, (kLeastSkill + person.becomes_permille) / 2, random);
        person.habits = draw_habits(random);
        const int lacking = kMostSkill - person.becomes_permille;
        person.drill.miss_permille = 2 + lacking / 8;
        person.drill.false_transfer_permille = between(5, 60, random);
        person.drill.wrong_agency_permille = 20 + lacking / 4;
        person.drill.words_a_minute = between(30, 68, random);
        person.drill.typo_permille = between(1, 9, random);
        person.seed = random.next();
        people.push_back(std::move(person));
    }
    return people;
}

std::vector<std::string> simulated_trainers() {
    std::vector<std::string> all;
    for (const char* name : {"Lorraine Fitzgerald", "Desmond Akintola", "Mei-Ling Wu", "Ricardo Fuentes"})
        all.push_back(std::string(name) + kSimulated);
    return all;
}

std::string simulated_supervisor() {
    return std::string("Patricia Holloway") + kSimulated;
}

}  // namespace shift311::rehearse
