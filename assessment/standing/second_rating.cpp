#include "assessment/standing/exam_parts.hpp"
#include "assessment/standing/score_error.hpp"
#include "assessment/standing/seeded.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace shift311::standing {
namespace {

/// Of `count` contacts from `begin` on: those that passed and were drawn, by their place in the exam.
std::set<std::size_t> drawn(const Program& program, const std::vector<const ContactFact*>& judged, std::size_t begin,
                            std::size_t count, std::uint64_t seed) {
    std::vector<std::pair<std::uint64_t, std::size_t>> passed;
    for (std::size_t place = begin; place < begin + count; ++place)
        if (passes(program, *judged[place]))
            passed.emplace_back(seeded(seed, "second rating " + std::to_string(place + 1)), place);
    std::sort(passed.begin(), passed.end());
    const auto percent = static_cast<std::size_t>(std::clamp(program.second_rating_percent, 0, 100));
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < (passed.size() * percent + 99) / 100; ++i)
        places.insert(passed[i].second);
    return places;
}

using Place = std::pair<std::string, std::uint32_t>;

/// Blind ratings by contact, oldest first, one a rater.
std::map<Place, std::vector<const RatingFact*>> blind_ratings(const History& history) {
    std::vector<const RatingFact*> sorted;
    for (const RatingFact& rating : history.ratings)
        if (rating.blind && rating.rater != history.person) sorted.push_back(&rating);
    std::stable_sort(sorted.begin(), sorted.end(), [](const RatingFact* a, const RatingFact* b) {
        return std::tie(a->at, a->id) < std::tie(b->at, b->id);
    });
    std::map<Place, std::vector<const RatingFact*>> by_contact;
    for (const RatingFact* rating : sorted) {
        auto& list = by_contact[{rating->attempt, rating->contact}];
        const bool again = std::any_of(list.begin(), list.end(),
                                       [&](const RatingFact* other) { return other->rater == rating->rater; });
        if (!again) list.push_back(rating);
    }
    return by_contact;
}

}  // namespace

std::vector<const ContactFact*> contacts_of(const History& history, const std::string& form) {
    std::map<std::tuple<Stamp, std::int64_t, std::string, std::uint32_t>, const ContactFact*> sorted;
    if (form.empty()) return {};
    for (const ContactFact& contact : history.contacts)
        if (contact.purpose == Purpose::exam && contact.form == form)
            sorted[{contact.at, contact.order, contact.attempt, contact.contact}] = &contact;
    std::vector<const ContactFact*> contacts;
    for (const auto& [order, contact] : sorted)
        contacts.push_back(contact);
    return contacts;
}

void add_second_ratings(const Program& program, const History& history, const std::vector<const ContactFact*>& judged,
                        ExamResult& result) {
    // Who is drawn is settled once for each stage, when all of it is judged: nobody is drawn and then let go again.
    std::set<std::size_t> chosen;
    const bool closed = !result.closed.empty();
    const std::size_t first = std::min<std::size_t>(judged.size(), kRuleCalls);
    std::size_t settled = 0;
    if (judged.size() >= kRuleCalls || closed) {
        chosen = drawn(program, judged, 0, first, result.seed);
        settled = first;
    }
    if (judged.size() >= kRuleCalls + kRuleFurther || closed) {
        chosen.merge(drawn(program, judged, first, judged.size() - first, result.seed));
        settled = judged.size();
    }

    const auto ratings = blind_ratings(history);
    for (std::size_t place = 0; place < judged.size(); ++place) {
        const ContactFact& contact = *judged[place];
        const bool passed = passes(program, contact);
        SecondRating one;
        one.attempt = contact.attempt;
        one.contact = contact.contact;
        if (place >= settled) {
            result.undrawn.push_back(std::move(one));
            continue;
        }
        if (!passed)
            one.why = "failed";
        else if (borderline(contact.points, contact.possible, program.pass_percent))
            one.why = "borderline";
        else if (chosen.count(place) != 0)
            one.why = "drawn";
        else
            continue;
        if (const auto found = ratings.find({contact.attempt, contact.contact}); found != ratings.end()) {
            one.ratings = static_cast<int>(found->second.size());
            one.disagrees = std::any_of(found->second.begin(), found->second.end(),
                                        [passed](const RatingFact* rating) { return rating->passed != passed; });
        }
        one.needed = one.disagrees ? 2 : 1;
        result.second.push_back(std::move(one));
    }
}

}  // namespace shift311::standing
