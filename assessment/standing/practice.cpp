#include "assessment/standing/practice.hpp"

#include "assessment/measure/posterior.hpp"
#include "assessment/standing/calendar.hpp"
#include "assessment/standing/family.hpp"
#include "assessment/standing/fsrs.hpp"
#include "assessment/standing/score_error.hpp"
#include "assessment/standing/seeded.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace shift311::standing {
namespace {

constexpr double kDiscount = 0.85;      ///< what a result still says after one more
constexpr double kAfterCritical = 1.5;  ///< more urgent by this
constexpr double kOutsideExam = 0.25;   ///< weight of a family that phases name and the blueprint does not
constexpr std::int64_t kLongest = 14;   ///< days: a course is six to ten weeks long
constexpr std::size_t kLately = 5;
constexpr std::uint64_t kOneIn = 5;  ///< draws that are left to chance

/// What is known of one family, result by result.
struct Trail {
    double weight = 0;
    double a = 0, b = 0;
    fsrs::Memory memory;
    std::optional<std::int64_t> last_day;
    Stamp last;
    bool last_critical = false;
    int contacts = 0;
    std::vector<bool> lately;  ///< passed, oldest first
};

bool failed(const Program& program, const ContactFact& contact) {
    return !contact.critical.empty() || !contact.passed ||
           scoring::percent(contact.points, contact.possible) < program.pass_percent;
}

/// Failed: again. Passed within one standard error of the cut: hard. 95 percent and in time: easy.
fsrs::Grade grade(const Program& program, const ContactFact& contact) {
    if (failed(program, contact)) return fsrs::Grade::again;
    if (100 * contact.points >= 95 * contact.possible && contact.within_time) return fsrs::Grade::easy;
    return band(contact.points, contact.possible, program.pass_percent) <= 4 ? fsrs::Grade::hard : fsrs::Grade::good;
}

void take(const Program& program, const ContactFact& contact, Trail& trail) {
    const bool critical = !contact.critical.empty();
    const double score = critical || contact.possible <= 0
                             ? 0
                             : static_cast<double>(contact.points) / static_cast<double>(contact.possible);
    trail.a = kDiscount * trail.a + score;
    trail.b = kDiscount * trail.b + 1 - score;
    const auto day = day_of(contact.at);
    const std::int64_t gap = day && trail.last_day ? *day - *trail.last_day : 0;
    const fsrs::Grade graded = grade(program, contact);
    trail.memory = trail.contacts == 0 ? fsrs::first(graded) : fsrs::again(trail.memory, gap, graded);
    if (day) trail.last_day = day;
    trail.last = contact.at;
    trail.last_critical = critical;
    ++trail.contacts;
    trail.lately.push_back(!failed(program, contact));
    if (trail.lately.size() > kLately) trail.lately.erase(trail.lately.begin());
}

std::map<std::string, Trail> trails(const Program& program, const History& history) {
    std::map<std::string, Trail> all;
    for (const Cell& cell : program.blueprint)
        for (const std::string& family : cell.families)
            all[family].weight += static_cast<double>(cell.first) / static_cast<double>(cell.families.size());
    for (const Phase& phase : program.phases)
        for (const std::string& family : phase.families)
            if (all[family].weight <= 0) all[family].weight = program.blueprint.empty() ? 1 : kOutsideExam;

    std::vector<const ContactFact*> contacts;
    for (const ContactFact& contact : history.contacts)
        if (contact.purpose == Purpose::practice || contact.purpose == Purpose::exam) contacts.push_back(&contact);
    std::sort(contacts.begin(), contacts.end(), [](const ContactFact* x, const ContactFact* y) {
        return std::tie(x->at, x->order, x->attempt, x->contact) < std::tie(y->at, y->order, y->attempt, y->contact);
    });
    for (const ContactFact* contact : contacts)
        if (const auto trail = all.find(contact->family); trail != all.end()) take(program, *contact, trail->second);
    return all;
}

std::string why(const Need& need, const Trail& trail, std::int64_t today) {
    const std::string kind = family_words(need.family);
    if (!need.seen) return "You have not practiced " + kind + " contacts yet.";
    if (trail.last_critical) return "Your last " + kind + " contact had a critical error.";
    if (need.failed_lately > 0) {
        const std::size_t of = trail.lately.size();
        if (of == 1) return "You have failed your only " + kind + " contact so far.";
        return "You have failed " + std::to_string(need.failed_lately) + " of your last " + std::to_string(of) + ' ' +
               kind + " contacts.";
    }
    const std::int64_t ago = today - trail.last_day.value_or(today);
    const std::string when = ago <= 0 ? "today" : ago == 1 ? "yesterday" : std::to_string(ago) + " days ago";
    return "Your last " + kind + " contact was " + when +
           (need.due ? " and went well; it is due again."
                     : " and went well; it is due again on " + date_words(need.due_on) + '.');
}

}  // namespace

std::vector<Need> needs(const Program& program, const History& history, const Stamp& today, std::uint64_t seed) {
    const std::map<std::string, Trail> all = trails(program, history);
    const std::int64_t now = day_of(today).value_or(0);
    std::vector<Need> list;
    for (const auto& [family, trail] : all) {
        Need need;
        need.family = family;
        need.seen = trail.contacts > 0;
        need.contacts = trail.contacts;
        need.failed_lately = static_cast<int>(std::count(trail.lately.begin(), trail.lately.end(), false));
        need.need = trail.weight * (1 - measure::beta_quantile(1 + trail.a, 1 + trail.b, 0.1).value_or(0)) *
                    (trail.last_critical ? kAfterCritical : 1);
        if (trail.last_day) {
            const std::int64_t due = *trail.last_day + fsrs::interval(trail.memory, 0.9, kLongest);
            need.due_on = date_text(due);
            need.due = now >= due;
        }
        need.why = why(need, trail, now);
        list.push_back(std::move(need));
    }
    std::sort(list.begin(), list.end(), [&](const Need& x, const Need& y) {
        if (x.due != y.due) return x.due;
        if (x.need > y.need || x.need < y.need) return x.need > y.need;
        const Stamp &last_x = all.at(x.family).last, &last_y = all.at(y.family).last;
        if (last_x != last_y) return last_x < last_y;
        const std::uint64_t draw_x = seeded(seed, x.family), draw_y = seeded(seed, y.family);
        return draw_x != draw_y ? draw_x < draw_y : x.family < y.family;
    });
    return list;
}

const Need* choose(const std::vector<Need>& needs, std::uint64_t seed) {
    if (needs.empty()) return nullptr;
    if (seeded(seed, "by chance") % kOneIn != 0) return &needs.front();
    return &needs[seeded(seed, "which") % needs.size()];
}

}  // namespace shift311::standing
