#include "assessment/reports/impact_report.hpp"

#include "assessment/measure/adverse_impact.hpp"
#include "assessment/text/normal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace shift311::reports {
namespace {

constexpr const char* kNotStated = "Not stated";

/// A group with the people in it: only inside, never shown.
struct Inside {
    std::string name;
    bool stated = true;
    std::set<std::size_t> people;
    std::int64_t certified = 0;

    std::int64_t size() const { return static_cast<std::int64_t>(people.size()); }
    bool shows() const { return certified >= kLeastShown && size() - certified >= kLeastShown; }
    void take(const Inside& other) {
        people.insert(other.people.begin(), other.people.end());
        certified += other.certified;
    }
};

/// The same people as the outcomes name them: by id, or by a name that only one of them has.
class Whose {
  public:
    explicit Whose(const std::vector<Outcome>& outcomes) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            by_id_.emplace(outcomes[i].person, i);
            const auto [at, added] = by_name_.emplace(key(outcomes[i].name), i);
            if (!added) twice_.insert(at->first);
        }
    }
    enum class Found { yes, no, several };
    Found find(const std::string& written, std::size_t& out) const {
        if (const auto id = by_id_.find(written); id != by_id_.end()) {
            out = id->second;
            return Found::yes;
        }
        const auto name = by_name_.find(key(written));
        if (name == by_name_.end()) return Found::no;
        if (twice_.count(name->first) != 0) return Found::several;
        out = name->second;
        return Found::yes;
    }

  private:
    static std::string key(const std::string& name) {
        std::string out;
        for (const std::string& word : text::words(text::folded(name)))
            out += word + ' ';
        return out;
    }
    std::map<std::string, std::size_t> by_id_, by_name_;
    std::set<std::string> twice_;
};

/// Lines of the file by what is wrong with them. Lines, not names: this report names nobody.
std::string lines_text(const std::vector<int>& lines, bool entries) {
    std::string out = entries ? (lines.size() == 1 ? "Entry " : "Entries ") : (lines.size() == 1 ? "Line " : "Lines ");
    constexpr std::size_t kNamed = 10;
    for (std::size_t i = 0; i < lines.size() && i < kNamed; ++i)
        out += (i ? ", " : "") + std::to_string(lines[i]);
    if (lines.size() > kNamed) out += " and " + std::to_string(lines.size() - kNamed) + " more";
    return out;
}

/// Row of the file for every outcome; null: none.
std::vector<const Demographics::Row*> matched(const std::vector<Outcome>& outcomes, const Demographics& demographics,
                                              std::vector<std::string>& notes) {
    const Whose whose(outcomes);
    std::vector<const Demographics::Row*> out(outcomes.size());
    std::vector<int> nobody, several, again;
    for (const Demographics::Row& row : demographics.rows) {
        std::size_t at = 0;
        switch (whose.find(row.person, at)) {
            case Whose::Found::no:
                nobody.push_back(row.line);
                continue;
            case Whose::Found::several:
                several.push_back(row.line);
                continue;
            case Whose::Found::yes:
                break;
        }
        if (out[at] && out[at]->groups != row.groups)
            again.push_back(row.line);
        else
            out[at] = &row;
    }
    if (!nobody.empty())
        notes.push_back(lines_text(nobody, demographics.entries) +
                        " of the file: nobody of that name or id has a signed outcome; left out.");
    if (!several.empty())
        notes.push_back(lines_text(several, demographics.entries) +
                        " of the file: several people have that name; use the id. Left out, so they count as not "
                        "stated.");
    if (!again.empty())
        notes.push_back(
            lines_text(again, demographics.entries) +
            " of the file: an earlier line says something else of the same person; the earlier one counts.");
    return out;
}

std::vector<Inside> groups_of(const std::string& attribute, const std::vector<Outcome>& outcomes,
                              const std::vector<const Demographics::Row*>& rows) {
    std::map<std::string, Inside> by_key;  // "Female" and "female " are one group
    Inside unstated;
    unstated.name = kNotStated;
    unstated.stated = false;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        Inside* group = &unstated;
        if (rows[i]) {
            const auto at = rows[i]->groups.find(attribute);
            if (at != rows[i]->groups.end()) {
                group = &by_key[text::folded(at->second)];
                if (group->name.empty()) group->name = at->second;
            }
        }
        group->people.insert(i);
        group->certified += outcomes[i].certified ? 1 : 0;
    }
    std::vector<Inside> out;
    for (auto& [key, group] : by_key)
        out.push_back(std::move(group));
    if (!unstated.people.empty()) out.push_back(std::move(unstated));
    // Small ones first: they are the ones that have to be hidden, and to hide others.
    std::stable_sort(out.begin(), out.end(), [](const Inside& a, const Inside& b) { return a.size() < b.size(); });
    return out;
}

/// What may be shown of these groups: as they are, or the smallest ones together, until what is shown hides them all.
struct Shown {
    std::vector<Inside> alone;
    std::vector<Inside> together;  ///< none, or two and more
    bool nothing = false;          ///< all of them would have to be shown together
};

Shown hide(std::vector<Inside> groups) {
    Shown out;
    Inside hidden;
    for (Inside& group : groups) {
        if (group.shows()) {
            out.alone.push_back(std::move(group));
        } else {
            hidden.take(group);
            out.together.push_back(std::move(group));
        }
    }
    if (out.together.empty()) return out;
    // A sum over one group is that group, and a sum below the limit is itself too small: take the next smallest in.
    while (!out.alone.empty() && (out.together.size() < 2 || !hidden.shows())) {
        hidden.take(out.alone.front());
        out.together.push_back(std::move(out.alone.front()));
        out.alone.erase(out.alone.begin());
    }
    out.nothing = out.alone.empty();
    return out;
}

bool higher(const Inside& a, const Inside& b) {
    const std::int64_t left = a.certified * b.size(), right = b.certified * a.size();
    if (left != right) return left > right;
    return a.size() != b.size() ? a.size() > b.size() : a.name < b.name;
}

measure::Selected selected(const Inside& group) {
    return {group.certified, group.size()};
}

ImpactGroup row_of(const Inside& group) {
    ImpactGroup out;
    out.names = {group.name};
    out.stated = group.stated;
    out.people = group.size();
    out.certified = group.certified;
    out.rate = measure::clopper_pearson(out.certified, out.people);
    return out;
}

void compare(ImpactGroup& row, const Inside& group, const Inside& reference) {
    row.ratio = measure::impact_ratio(selected(group), selected(reference));
    row.below = measure::below_four_fifths(selected(group), selected(reference));
    row.fisher = measure::fisher_two_sided(selected(group), selected(reference));
    row.z = measure::two_proportion_z(selected(group), selected(reference));
    row.too_few = measure::too_few_to_conclude(selected(group), selected(reference));
    row.shortfall = measure::shortfall(selected(group), selected(reference)).value_or(0);
}

/// Everything that is printed of a grouping, as sets of people.
std::vector<Inside> printed(const Shown& shown) {
    std::vector<Inside> out = shown.alone;
    if (!shown.nothing && !shown.together.empty()) {
        Inside all;
        for (const Inside& group : shown.together)
            all.take(group);
        out.push_back(std::move(all));
    }
    return out;
}

/// Whether the printed groups that a group of another grouping falls into hold only a few people more than it: then
/// subtracting shows them.
bool subtract_to_few(const std::vector<Inside>& some, const std::vector<Inside>& others) {
    for (const Inside& inner : others) {
        Inside around;
        for (const Inside& group : some) {
            const bool touches = std::any_of(inner.people.begin(), inner.people.end(),
                                             [&](std::size_t one) { return group.people.count(one) != 0; });
            if (touches) around.take(group);
        }
        const std::int64_t left = around.size() - inner.size(), certified = around.certified - inner.certified;
        if (left != 0 && (certified < kLeastShown || left - certified < kLeastShown)) return true;
    }
    return false;
}

void fill(ImpactTable& table, const Shown& shown) {
    const Inside* reference = nullptr;
    std::int64_t stated = 0;
    for (const Inside& group : shown.alone) {
        if (!group.stated) continue;
        ++stated;
        if (!reference || higher(group, *reference)) reference = &group;
    }
    std::vector<const Inside*> order;
    for (const Inside& group : shown.alone)
        order.push_back(&group);
    std::sort(order.begin(), order.end(),
              [](const Inside* a, const Inside* b) { return a->stated != b->stated ? a->stated : higher(*a, *b); });
    if (stated > 1) table.reference = reference->name;
    for (const Inside* group : order) {
        table.groups.push_back(row_of(*group));
        if (stated > 1 && group->stated && group != reference) compare(table.groups.back(), *group, *reference);
    }
    if (!shown.together.empty()) {
        Inside all;
        std::vector<std::string> names;
        for (const Inside& group : shown.together) {
            all.take(group);
            names.push_back(group.name);
        }
        std::sort(names.begin(), names.end());
        ImpactGroup row = row_of(all);
        row.names = std::move(names);
        row.stated = false;
        table.groups.push_back(std::move(row));
        table.notes.push_back(
            "Groups with fewer than 5 people certified, or fewer than 5 not certified, are shown only together with "
            "others, so that nobody can be picked out; nothing is compared for them.");
    }
    if (stated < 2) table.notes.push_back("Fewer than two groups can be shown alone, so four fifths is not computed.");
}

}  // namespace

ImpactReport impact_report(const std::vector<Outcome>& outcomes, const Demographics& demographics,
                           const std::string& program, const std::string& prepared) {
    ImpactReport out;
    out.program = program;
    out.prepared = prepared;
    out.outcomes = static_cast<std::int64_t>(outcomes.size());
    if (outcomes.empty()) return out;
    const auto rows = matched(outcomes, demographics, out.notes);
    Inside everybody;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        everybody.people.insert(i);
        everybody.certified += outcomes[i].certified ? 1 : 0;
    }
    const bool all_alike = everybody.certified == 0 || everybody.certified == everybody.size();
    std::vector<std::vector<Inside>> before;
    for (const std::string& attribute : demographics.attributes) {
        ImpactTable table;
        table.attribute = attribute;
        if (all_alike) {
            table.notes.push_back(everybody.certified == 0
                                      ? "Nobody has been certified yet, so there is nothing to compare."
                                      : "Everybody with a signed outcome was certified, so there is nothing to "
                                        "compare.");
            out.tables.push_back(std::move(table));
            continue;
        }
        const Shown shown = hide(groups_of(attribute, outcomes, rows));
        const std::vector<Inside> now = printed(shown);
        const bool leaks = std::any_of(before.begin(), before.end(), [&](const std::vector<Inside>& earlier) {
            return subtract_to_few(earlier, now) || subtract_to_few(now, earlier);
        });
        if (everybody.shows()) table.total = row_of(everybody);
        if (table.total) table.total->names = {"Everybody"};
        if (shown.nothing) {
            table.notes.push_back(
                "The groups are too small: any figure would let somebody be picked out. The analysis has to be made by "
                "those who may see the file itself.");
        } else if (leaks) {
            table.notes.push_back(
                "This grouping splits another one above so finely that a few people could be found by subtracting; ask "
                "for it in a file of its own.");
        } else {
            fill(table, shown);
            before.push_back(now);
        }
        out.tables.push_back(std::move(table));
    }
    return out;
}

}  // namespace shift311::reports
