// A program file: phases, clauses, floors, the exam's blueprint. Whatever is wrong is told, and nothing is judged by
// it.
#include "assessment/standing/exam.hpp"
#include "sim/script/read/cut_sheet.hpp"
#include "sim/script/read/draft.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <set>

namespace shift311::script::read {
namespace {

using standing::Basis;
using standing::Cell;
using standing::Phase;
using standing::Program;

/// In the order of standing::Basis::From.
const std::vector<std::string_view> kFrom{"class_spec", "center", "practice_value"};

std::vector<std::string_view> competency_words() {
    std::vector<std::string_view> words;
    for (const scoring::Competency competency : scoring::kCompetencies)
        words.push_back(scoring::word(competency));
    return words;
}

bool is_class_number(std::string_view id) {
    return !id.empty() && id.size() <= 32 && id.front() != '-' && id.back() != '-' &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
           });
}

int number(const Record& record, std::string_view key, int low, int high, int fallback) {
    return static_cast<int>(record.integer_or(key, low, high, fallback));
}

Basis read_rule_basis(Report& report, const Record& record) {
    Basis basis;
    const Node* node = record.need("basis");
    if (node == nullptr) return basis;
    const Record part(report, *node, keys::kRuleBasis);
    basis.from = static_cast<Basis::From>(part.need_word("from", kFrom));
    basis.note = part.text("note");
    return basis;
}

/// The families of a phase or a cell; none twice.
std::vector<std::string> read_families(Report& report, const Record& record) {
    std::vector<std::string> families = record.need_texts("families");
    const Node* node = record.find("families");
    if (node == nullptr) return families;
    std::set<std::string_view> seen;
    for (const Node* item : items_or_one(*node)) {
        if (item->kind != Node::Kind::text) continue;
        if (!seen.insert(item->text).second)
            report.error(*item, "the family " + named(item->text) + " stands here twice");
    }
    return families;
}

void claim_id(Report& report, const Record& record, std::set<std::string>& taken, const std::string& id) {
    const Node* node = record.find("id");
    if (node == nullptr || id.empty()) return;
    check_id(report, *node, id, true);
    if (!taken.insert(id).second) report.error(*node, "the id " + named(id) + " is taken by an earlier one");
}

void read_phases(Report& report, const Node& node, Program& program) {
    if (!few(report, node)) return;
    std::set<std::string> taken;
    for_each_item(report, node, [&](const Node& item) {
        const Record record(report, item, keys::kPhase);
        Phase& phase = program.phases.emplace_back();
        phase.id = record.text("id");
        claim_id(report, record, taken, phase.id);
        phase.title = record.text("title");
        phase.weeks = number(record, "weeks", 1, 104, 1);
        phase.families = read_families(report, record);
        phase.contacts = number(record, "contacts", 1, 50, 2);
    });
    if (is_empty_list(node)) report.error(node, "the list is empty");
}

void check_sum(Report& report, const Node& node, int sum, int wanted, const char* key) {
    if (sum == wanted) return;
    report.error(node, "the cells' `" + std::string(key) + "` add up to " + std::to_string(sum) + ", and " +
                           std::string(standing::kRule) + " wants " + std::to_string(wanted));
}

void read_blueprint(Report& report, const Node& node, Program& program) {
    if (!few(report, node)) return;
    std::set<std::string> taken, drawn;
    int first = 0, second = 0;
    for_each_item(report, node, [&](const Node& item) {
        const Record record(report, item, keys::kCell);
        Cell& cell = program.blueprint.emplace_back();
        cell.id = record.text("id");
        claim_id(report, record, taken, cell.id);
        cell.title = record.text("title");
        cell.families = read_families(report, record);
        cell.first = static_cast<int>(record.integer("first", 0, standing::kRuleCalls));
        cell.second = number(record, "second", 0, standing::kRuleFurther, 0);
        first += cell.first;
        second += cell.second;
        if (record.is_whole() && given(record.find("first")) && sound(record.find("second")) &&
            cell.first + cell.second == 0)
            report.error(item, "no contact is drawn from this cell");
        const Node* families = record.find("families");
        if (families == nullptr) return;
        std::set<std::string_view> own;
        for (const Node* family : items_or_one(*families)) {
            if (family->kind != Node::Kind::text || !own.insert(family->text).second) continue;
            if (!drawn.insert(family->text).second)
                report.error(*family, "the family " + named(family->text) + " is drawn from an earlier cell already");
        }
    });
    if (!shows_values(node, {"first"}) || !shows_values(node, {"second"}, false)) return;
    check_sum(report, node, first, standing::kRuleCalls, "first");
    check_sum(report, node, second, standing::kRuleFurther, "second");
}

void read_floors(Report& report, const Node& node, Program& program) {
    const Record record(report, node, keys::kFloors);
    if (const Node* floors = record.need("percent")) {
        for_each_entry(report, *floors, [&](const Node& key, const Node& value) {
            read_word(report, key, competency_words(), 0);
            program.floors[key.text] = static_cast<int>(read_integer(report, value, 1, 100));
        });
        if (floors->kind == Node::Kind::map && floors->children.empty() && !floors->partial)
            report.error(*floors, "no competency has a floor: one strength would make up for any weakness");
    }
    program.floors_basis = read_rule_basis(report, record);
}

void read_exam(Report& report, const Node& node, Program& program) {
    const Record record(report, node, keys::kExam);
    if (const Node* pass = record.need("pass")) {
        const Record part(report, *pass, keys::kPass);
        program.pass_percent = static_cast<int>(part.integer("percent", 1, 100));
        program.pass_basis = read_rule_basis(report, part);
    }
    if (const Node* floors = record.need("floors")) read_floors(report, *floors, program);
    if (const Node* blueprint = record.need("blueprint")) read_blueprint(report, *blueprint, program);
    if (const Node* pass = record.find("pass")) read_cut_sheet(report, *pass, record.find("blueprint"), program);
    program.retests = number(record, "retests", 0, 2, 2);
    // The rule draws at least a fifth of the passed contacts for a second rater.
    program.second_rating_percent = number(record, "second_rating_percent", 20, 100, 20);
}

void read_typing(Report& report, const Node& node, Program& program) {
    const Record record(report, node, keys::kTypingMinimum);
    standing::TypingMinimum& typing = program.typing;
    typing.wpm_net = static_cast<int>(record.integer("wpm_net", 1, 200));
    typing.ksph_net = static_cast<int>(record.integer("ksph_net", 100, 60'000));
    typing.needed = number(record, "needed", 1, 10, typing.needed);
    typing.out_of = number(record, "out_of", 1, 10, typing.out_of);
    typing.clauses = record.texts("clauses");
    if (const Node* clauses = record.find("clauses"); clauses != nullptr && !program.clauses.empty())
        for (const Node* item : items_or_one(*clauses)) {
            if (item->kind != Node::Kind::text) continue;
            if (std::none_of(program.clauses.begin(), program.clauses.end(),
                             [&](const standing::Clause& clause) { return clause.id == item->text; }))
                report.error(*item, "the program has no clause " + named(item->text));
        }
    typing.basis = read_rule_basis(report, record);
    if (sound({record.find("needed"), record.find("out_of")}) && typing.needed > typing.out_of)
        report.error(node, std::to_string(typing.needed) + " tests out of " + std::to_string(typing.out_of) +
                               " can't be passed: `needed` may be at most `out_of`");
}

void read_all(Report& report, const Node& root, Program& program) {
    const Record record(report, root, keys::kProgram);
    program.id = record.text("program");
    if (const Node* id = record.find("program"); id != nullptr && !program.id.empty() && !is_class_number(program.id))
        report.unread(*id, named(program.id) + " is no id: use letters, digits and dashes, as in `6J55`");
    program.title = record.text("title");
    program.employer = record.text("employer");
    program.city = record.text("city");
    program.version = record.text("version");
    program.rubric = record.text("rubric");
    for (const std::string& id : record.need_texts("clauses"))
        program.clauses.push_back({id, {}});
    if (const Node* node = record.need("phases")) read_phases(report, *node, program);
    if (const Node* node = record.need("typing")) read_typing(report, *node, program);
    if (const Node* node = record.need("exam")) read_exam(report, *node, program);
    if (const Node* node = record.need("certification")) {
        const Record part(report, *node, keys::kCertification);
        program.valid_months = static_cast<int>(part.integer("valid_months", 1, 120));
        program.signer_title = part.text("signed_by");
        program.valid_basis = read_rule_basis(report, part);
    }
    program.dispute_days = number(record, "dispute_days", 1, 365, program.dispute_days);
    program.appeal = record.need_texts("appeal");
    program.failing = record.text_or("failing", "");
}

}  // namespace

Program read_program(const std::string& file, std::vector<Issue>& issues, Source& source) {
    Program program;
    source.document = load(file, issues);
    program.hash = hash_of({source.document.get()});
    if (source.document->root == nullptr) return program;
    Report report(*source.document, issues);
    read_all(report, *source.document->root, program);
    return program;
}

}  // namespace shift311::script::read
