// A program against the rest of the content: everything that it names must exist.
#include "sim/script/read/draft.hpp"
#include "sim/script/read/sound.hpp"
#include "sim/script/read/values.hpp"

#include <algorithm>
#include <set>

namespace shift311::script::read {
namespace {

using standing::Program;
using Names = std::vector<std::string_view>;

class ProgramCheck {
  public:
    ProgramCheck(Program& program, const Node& root, const ProgramNames& names, Report& report)
        : program_(program), root_(root), names_(names), library_(names.library), report_(report) {}

    void run() {
        check_clauses();
        check_rubric();
        // A family that seems missing may be that of a script that could not be read.
        const bool doubtful = names_.doubtful_cities.contains(program_.city);
        if (has_content() && !doubtful) check_families();
        check_practiced();
        if (const Node* city = child(&root_, "city"); given(city) && !doubtful && !has_content())
            report_.warning(*city, "there is no contact of the city " + named(program_.city) +
                                       " yet, so nobody can practice or be examined in this program");
        const auto same = std::count_if(library_.programs.begin(), library_.programs.end(),
                                        [&](const Program& other) { return other.id == program_.id; });
        if (const Node* id = child(&root_, "program"); given(id) && same > 1)
            report_.error(*id, "there is another program " + named(program_.id));
    }

  private:
    bool has_content() const {
        return std::any_of(library_.scripts.begin(), library_.scripts.end(),
                           [&](const Script& script) { return script.city == program_.city; });
    }

    void check_clauses() {
        const Node* clauses = child(&root_, "clauses");
        if (clauses == nullptr || !names_.duties_shown) return;
        Names known;
        for (const auto& [id, title] : names_.duties)
            known.push_back(id);
        for (const Node* item : items_or_one(*clauses)) {
            if (item->kind == Node::Kind::text && !names_.duties.contains(item->text))
                report_.error(*item, "there is no clause " + named(item->text) + " in common/duties.yaml",
                              did_you_mean(item->text, known));
        }
        for (standing::Clause& clause : program_.clauses) {
            const auto found = names_.duties.find(clause.id);
            if (found != names_.duties.end()) clause.title = found->second;
        }
    }

    void check_rubric() {
        const Node* node = child(&root_, "rubric");
        if (!given(node) || program_.rubric.empty() || names_.faulty_rubrics.contains(program_.rubric)) return;
        const scoring::Rubric* rubric = find_rubric(library_, program_.rubric);
        const scoring::Rubric built_in;
        if (rubric == nullptr && program_.rubric == built_in.id) rubric = &built_in;
        if (rubric == nullptr) {
            Names known{built_in.id};
            for (const scoring::Rubric& one : library_.rubrics)
                known.push_back(one.id);
            report_.error(*node, "there is no rubric " + named(program_.rubric), did_you_mean(program_.rubric, known));
        } else if (const Node* pass = child(child(child(&root_, "exam"), "pass"), "percent");
                   given(pass) && rubric->pass_percent != program_.pass_percent) {
            report_.error(*node, "the rubric " + named(program_.rubric) + " passes a contact at " +
                                     std::to_string(rubric->pass_percent) + " percent and this program at " +
                                     std::to_string(program_.pass_percent) + ": exams are judged by one number");
        }
    }

    /// Nobody is examined in what no phase has them practice.
    void check_practiced() {
        const Node* phases = child(&root_, "phases");
        if (phases == nullptr || !shows_values(*phases, {"families"})) return;
        std::set<std::string_view> practiced;
        for (const standing::Phase& phase : program_.phases)
            practiced.insert(phase.families.begin(), phase.families.end());
        if (std::any_of(practiced.begin(), practiced.end(), [&](auto family) { return unknown_.contains(family); }))
            return;  // one of them may be written wrong
        for_families(child(child(&root_, "exam"), "blueprint"), [&](const Node& family) {
            if (practiced.count(family.text) == 0 && !unknown_.contains(family.text))
                report_.error(family, "no phase has the family " + named(family.text) + " practiced");
        });
    }

    void check_families() {
        std::set<std::string_view> known;
        for (const Script& script : library_.scripts)
            if (script.city == program_.city) known.insert(script.family);
        const auto check = [&](const Node& family) {
            if (known.count(family.text) > 0) return;
            unknown_.insert(family.text);
            report_.error(family, "no script in " + named(program_.city) + " is of the family " + named(family.text),
                          did_you_mean(family.text, {known.begin(), known.end()}));
        };
        for_families(child(&root_, "phases"), check);
        for_families(child(child(&root_, "exam"), "blueprint"), check);
    }

    template <typename Use>
    void for_families(const Node* list, const Use& use) {
        if (list == nullptr || list->kind != Node::Kind::list) return;
        for (const Node* entry : list->children) {
            const Node* families = child(entry, "families");
            if (families == nullptr) continue;
            for (const Node* family : items_or_one(*families))
                if (family->kind == Node::Kind::text) use(*family);
        }
    }

    Program& program_;
    const Node& root_;
    const ProgramNames& names_;
    const Library& library_;
    std::set<std::string_view> unknown_;  ///< families that no script has, told where they stand
    Report& report_;
};

}  // namespace

void check_program(Program& program, const Source& source, const ProgramNames& names, std::vector<Issue>& issues) {
    if (source.document->root == nullptr) return;
    Report report(*source.document, issues);
    ProgramCheck(program, *source.document->root, names, report).run();
}

}  // namespace shift311::script::read
