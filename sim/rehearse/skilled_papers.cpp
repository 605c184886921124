#include "sim/rehearse/skilled_papers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace shift311::rehearse {
namespace {

using standing::Mark;

constexpr int kOtherOpinionOf10 = 3;
constexpr int kRaterDiffersOf12 = 1;
constexpr int kDisputesOf6 = 1;
constexpr int kChangedOf4 = 1;

std::string lower(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string label_of(const std::string& competency) {
    for (const scoring::Competency one : scoring::kCompetencies)
        if (scoring::word(one) == competency) return std::string(scoring::label(one));
    return competency;
}

template <class List>
const auto& any_of_these(const List& list, script::Random& random) {
    return list[random.below(list.size())];
}

std::string comment_on(const std::string& competency, const Mark& mark, int contacts, script::Random& random) {
    constexpr std::array kLow{" needed prompting more than once.",
                              " fell short in several contacts; practiced together.",
                              " is not at the solo standard yet; agreed on what to practice."};
    constexpr std::array kHigh{" was steady throughout and could be shown to others.",
                               " stood well above what the work asks for.", " needed no help at all."};
    const std::string name = label_of(competency);
    const std::string seen = " Seen in " + std::to_string(contacts) + (contacts == 1 ? " contact." : " contacts.");
    if (mark.value <= 3) return "Simulated: " + lower(name) + any_of_these(kLow, random) + seen;
    if (mark.value >= 6) return "Simulated: " + lower(name) + any_of_these(kHigh, random) + seen;
    return {};
}

}  // namespace

standing::Report observation(const std::vector<standing::ContactFact>& contacts, const standing::Program& program,
                             int leaning, script::Random& random) {
    standing::Report report;
    report.marks = standing::draft(contacts, program);
    std::string best, worst;
    for (auto& [competency, mark] : report.marks) {
        if (mark.kind != Mark::Kind::number) continue;
        int value = mark.suggested + leaning;
        if (random.below(10) < kOtherOpinionOf10) value += random.below(2) == 0 ? 1 : -1;
        mark.value = std::clamp(value, 1, 7);
        mark.comment = comment_on(competency, mark, static_cast<int>(contacts.size()), random);
        if (best.empty() || mark.value > report.marks.at(best).value) best = competency;
        if (worst.empty() || mark.value < report.marks.at(worst).value) worst = competency;
    }
    if (!best.empty()) report.most = "Simulated: " + label_of(best) + '.';
    if (!worst.empty()) report.least = "Simulated: " + label_of(worst) + '.';
    return report;
}

standing::Report blind_rating(const standing::ContactFact& contact, const standing::Program& program,
                              script::Random& random) {
    standing::Report report = observation({contact}, program, 0, random);
    report.attempt = contact.attempt;
    report.contact = contact.contact;
    report.blind = true;
    const bool differs = random.below(12) < kRaterDiffersOf12;
    report.passed = contact.passed != differs;
    return report;
}

standing::Dispute opinion(const standing::ContactFact& contact, script::Random& random) {
    constexpr std::array kWords{"Simulated: The caller gave the address before I asked, so I did not ask again.",
                                "Simulated: I read it back, but in other words than the script has.",
                                "Simulated: The other end picked up while I was still speaking.",
                                "Simulated: I was told in class that this caller is to be handled like this."};
    standing::Dispute said;
    said.attempt = contact.attempt;
    said.contact = contact.contact;
    said.disputed = random.below(6) < kDisputesOf6;
    if (said.disputed) said.words = any_of_these(kWords, random);
    return said;
}

Answer draw_answer(script::Random& random) {
    if (random.below(4) < kChangedOf4)
        return {true, "Simulated: The replay bears the trainee out; the finding is changed."};
    return {false, "Simulated: The replay shows what the finding says; it stays."};
}

}  // namespace shift311::rehearse
