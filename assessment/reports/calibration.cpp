#include "assessment/reports/calibration.hpp"

#include "assessment/scoring/scorecard.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

namespace shift311::reports {
namespace {

using Contact = std::pair<std::string, std::uint32_t>;
using Rated = std::map<Contact, std::map<std::string, const standing::Report*>>;  // by rater's id
constexpr std::size_t kMarks = 7;

std::optional<int> mark_of(const standing::Report& rating, const std::string& competency) {
    const auto at = rating.marks.find(competency);
    if (at == rating.marks.end() || at->second.kind == standing::Mark::Kind::not_observed) return std::nullopt;
    const int value = at->second.value;
    return value >= 1 && value <= static_cast<int>(kMarks) ? std::optional(value) : std::nullopt;
}

measure::Counts square(std::size_t size) {
    return measure::Counts(size, std::vector<std::int64_t>(size));
}

std::size_t place(int mark) {
    return static_cast<std::size_t>(mark - 1);
}

Rated rated_blind(const std::vector<standing::Report>& ratings) {
    Rated out;
    for (const standing::Report& rating : ratings) {
        if (rating.attempt.empty() || !rating.blind) continue;
        const standing::Report*& kept = out[{rating.attempt, rating.contact}][rating.rater];
        if (!kept || kept->at <= rating.at) kept = &rating;
    }
    for (auto at = out.begin(); at != out.end();)
        at = at->second.size() < 2 ? out.erase(at) : std::next(at);
    return out;
}

/// Ids by name, so that everything is listed in an order that people know.
std::vector<std::pair<std::string, std::string>> raters_of(const Rated& rated) {
    std::set<std::pair<std::string, std::string>> by_name;
    std::set<std::string> seen;
    for (const auto& [contact, ratings] : rated) {
        for (const auto& [id, rating] : ratings) {
            if (seen.insert(id).second) by_name.insert({rating->rater_name, id});
        }
    }
    return {by_name.begin(), by_name.end()};
}

void add_marks(const standing::Report& one, const standing::Report& other, measure::Counts& table, std::int64_t& count,
               std::int64_t& apart) {
    for (const scoring::Competency competency : scoring::kCompetencies) {
        const std::string word(scoring::word(competency));
        const auto a = mark_of(one, word), b = mark_of(other, word);
        if (!a || !b) continue;
        ++table[place(*a)][place(*b)];
        ++count;
        apart += std::abs(*a - *b);
    }
}

RaterPair pair_of(const Rated& rated, const std::pair<std::string, std::string>& one,
                  const std::pair<std::string, std::string>& other) {
    RaterPair out;
    out.one = one.first;
    out.other = other.first;
    measure::Counts decided = square(2), marks = square(kMarks);
    std::int64_t apart = 0;
    for (const auto& [contact, ratings] : rated) {
        const auto a = ratings.find(one.second), b = ratings.find(other.second);
        if (a == ratings.end() || b == ratings.end()) continue;
        ++out.contacts;
        if (a->second->passed && b->second->passed) {
            ++out.decided;
            out.same += *a->second->passed == *b->second->passed ? 1 : 0;
            ++decided[*a->second->passed ? 0 : 1][*b->second->passed ? 0 : 1];
        }
        add_marks(*a->second, *b->second, marks, out.marks, apart);
    }
    if (out.decided >= kDecidedForKappa) {
        if (const auto it = measure::kappa(decided)) out.kappa = it->kappa;
    }
    if (out.marks >= kMarksForKappa) {
        if (const auto it = measure::kappa(marks, measure::Weights::quadratic)) out.weighted = it->kappa;
    }
    if (out.marks > 0) out.mean_apart = static_cast<double>(apart) / static_cast<double>(out.marks);
    return out;
}

std::vector<MarkSpread> spread_of(const Rated& rated) {
    std::vector<MarkSpread> out;
    for (const scoring::Competency competency : scoring::kCompetencies) {
        MarkSpread spread;
        spread.competency = scoring::word(competency);
        std::int64_t ranges = 0;
        for (const auto& [contact, ratings] : rated) {
            std::vector<int> marks;
            for (const auto& [id, rating] : ratings) {
                if (const auto mark = mark_of(*rating, spread.competency)) marks.push_back(*mark);
            }
            if (marks.size() < 2) continue;
            const auto [low, high] = std::minmax_element(marks.begin(), marks.end());
            spread.lowest = spread.contacts == 0 ? *low : std::min(spread.lowest, *low);
            spread.highest = std::max(spread.highest, *high);
            if (spread.contacts == 0 || *high - *low > spread.widest) {
                spread.widest = *high - *low;
                std::tie(spread.widest_attempt, spread.widest_contact) = contact;
            }
            ranges += *high - *low;
            ++spread.contacts;
        }
        if (spread.contacts == 0) continue;
        spread.mean_range = static_cast<double>(ranges) / static_cast<double>(spread.contacts);
        out.push_back(std::move(spread));
    }
    return out;
}

/// Fleiss wants the same number of raters everywhere: the number that the most contacts have.
void add_fleiss(Calibration& out) {
    std::map<std::int64_t, measure::Counts> by_raters;
    for (const CalibratedContact& contact : out.contacts) {
        if (contact.passes + contact.fails >= 2)
            by_raters[contact.passes + contact.fails].push_back({contact.passes, contact.fails});
    }
    const measure::Counts* most = nullptr;
    for (const auto& [raters, table] : by_raters) {
        if (most && table.size() < most->size()) continue;
        most = &table;
        out.fleiss_raters = raters;
    }
    if (!most) return;
    out.fleiss_contacts = static_cast<std::int64_t>(most->size());
    if (out.fleiss_contacts < kDecidedForKappa) {
        out.notes.push_back("Fewer than " + std::to_string(kDecidedForKappa) +
                            " contacts were decided by the same number of trainers, so no kappa of all together is "
                            "given.");
        return;
    }
    out.fleiss = measure::fleiss_kappa(*most);
    if (!out.fleiss)
        out.notes.push_back("Everybody decided alike on every contact, so chance cannot be told from skill.");
}

/// The most marks without a gap: so many raters, all of whom marked so many competencies of contacts.
std::vector<std::vector<double>> whole_table(const Rated& rated, const std::vector<std::string>& raters) {
    std::map<std::string, std::set<std::pair<Contact, std::string>>> marked;
    for (const auto& [contact, ratings] : rated) {
        for (const auto& [id, rating] : ratings) {
            for (const scoring::Competency competency : scoring::kCompetencies) {
                const std::string word(scoring::word(competency));
                if (mark_of(*rating, word)) marked[id].insert({contact, word});
            }
        }
    }
    std::vector<std::string> order = raters;
    std::stable_sort(order.begin(), order.end(),
                     [&](const std::string& a, const std::string& b) { return marked[a].size() > marked[b].size(); });
    std::set<std::pair<Contact, std::string>> common, best;
    std::size_t best_raters = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& here = marked[order[i]];
        std::set<std::pair<Contact, std::string>> both;
        if (i == 0)
            both = here;
        else
            std::set_intersection(common.begin(), common.end(), here.begin(), here.end(),
                                  std::inserter(both, both.end()));
        common = std::move(both);
        if (static_cast<std::int64_t>(common.size()) < kTargetsForIcc) break;
        if (i > 0 && (i + 1) * common.size() > best_raters * best.size()) {
            best = common;
            best_raters = i + 1;
        }
    }
    std::vector<std::vector<double>> out;
    for (const auto& [contact, competency] : best) {
        std::vector<double> row;
        for (std::size_t i = 0; i < best_raters; ++i)
            row.push_back(*mark_of(*rated.at(contact).at(order[i]), competency));
        out.push_back(std::move(row));
    }
    return out;
}

void add_icc(Calibration& out, const Rated& rated, const std::vector<std::string>& raters) {
    const auto table = whole_table(rated, raters);
    if (table.empty()) {
        out.notes.push_back("No two trainers marked the same " + std::to_string(kTargetsForIcc) +
                            " competencies or more, so no intraclass correlation is given.");
        return;
    }
    const auto it = measure::intraclass(table);
    if (!it) {
        out.notes.push_back("All competencies got the same marks, so no intraclass correlation is given.");
        return;
    }
    out.icc = it->two;
    out.icc_targets = it->targets;
    out.icc_raters = it->raters;
}

void add_weighted(Calibration& out, const Rated& rated) {
    measure::Counts all = square(kMarks);
    std::int64_t apart = 0;
    for (const auto& [contact, ratings] : rated) {
        for (auto one = ratings.begin(); one != ratings.end(); ++one) {
            for (auto other = std::next(one); other != ratings.end(); ++other)
                add_marks(*one->second, *other->second, all, out.marks, apart);
        }
    }
    // Who comes first of a pair means nothing: both ways, each half. The coefficient alone is used, not its error.
    measure::Counts both = all;
    for (std::size_t i = 0; i < kMarks; ++i) {
        for (std::size_t j = 0; j < kMarks; ++j)
            both[i][j] += all[j][i];
    }
    if (out.marks < kMarksForKappa) return;
    if (const auto it = measure::kappa(both, measure::Weights::quadratic)) out.weighted = it->kappa;
}

}  // namespace

Calibration calibration(const std::vector<standing::Report>& ratings, const std::string& prepared) {
    Calibration out;
    out.prepared = prepared;
    const Rated rated = rated_blind(ratings);
    if (rated.empty()) {
        out.notes.push_back("No contact was rated blind by two trainers or more, so nothing can be compared.");
        return out;
    }
    for (const auto& [contact, by_rater] : rated) {
        CalibratedContact one;
        std::tie(one.attempt, one.contact) = contact;
        one.raters = static_cast<std::int64_t>(by_rater.size());
        for (const auto& [id, rating] : by_rater) {
            one.trainee_name = rating->trainee_name;
            if (rating->passed) ++(*rating->passed ? one.passes : one.fails);
        }
        out.contacts.push_back(std::move(one));
    }
    const auto raters = raters_of(rated);
    std::vector<std::string> ids;
    for (const auto& [name, id] : raters) {
        out.raters.push_back(name);
        ids.push_back(id);
    }
    for (std::size_t i = 0; i < raters.size(); ++i) {
        for (std::size_t j = i + 1; j < raters.size(); ++j) {
            RaterPair pair = pair_of(rated, raters[i], raters[j]);
            if (pair.contacts > 0) out.pairs.push_back(std::move(pair));
        }
    }
    out.spread = spread_of(rated);
    add_fleiss(out);
    add_icc(out, rated, ids);
    add_weighted(out, rated);
    return out;
}

}  // namespace shift311::reports
