#include "sim/app/observation_file.hpp"

#include "sim/app/exit.hpp"
#include "sim/script/read/record.hpp"

#include <array>

namespace shift311::app {
namespace {

using namespace std::string_view_literals;
using script::read::Node;
using script::read::Record;
using script::read::Report;
using standing::Mark;

constexpr std::array kFile{"trainee"sv, "day"sv, "most"sv, "least"sv, "marks"sv};
constexpr std::array kMark{"value"sv, "comment"sv, "not_responding"sv};
constexpr std::string_view kNotObserved = "NO", kNotResponding = "!NRT";

std::vector<std::string_view> competencies() {
    std::vector<std::string_view> words;
    for (const scoring::Competency competency : scoring::kCompetencies)
        words.push_back(scoring::word(competency));
    return words;
}

std::pair<std::string, std::string> halves(const std::string& text, const char* example) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw WrongUsage("\"" + text + "\" is not of the form " + example + ".");
    const std::string word = text.substr(0, equals);
    for (const std::string_view known : competencies())
        if (known == word) return {word, text.substr(equals + 1)};
    std::string all;
    for (const std::string_view known : competencies())
        all += (all.empty() ? "" : ", ") + std::string(known);
    throw WrongUsage("There is no competency \"" + word + "\"; there are " + all + ".");
}

Mark read_mark(Report& report, const Node& node) {
    Mark mark;
    if (node.kind != Node::Kind::map) {
        if (node.kind == Node::Kind::text && node.text == kNotObserved) return mark;
        mark.kind = Mark::Kind::number;
        mark.value = static_cast<int>(script::read::read_integer(report, node, 1, 7));
        return mark;
    }
    const Record record(report, node, kMark);
    const Node* value = record.need("value");
    if (value != nullptr && !(value->kind == Node::Kind::text && value->text == kNotObserved)) {
        mark.kind = record.flag_or("not_responding", false) ? Mark::Kind::not_responding : Mark::Kind::number;
        mark.value = static_cast<int>(script::read::read_integer(report, *value, 1, 7));
    }
    mark.comment = record.text_or("comment", "");
    return mark;
}

void read_all(Report& report, const Node& root, standing::Report& into) {
    const Record record(report, root, kFile);
    if (const Node* trainee = record.find("trainee"); trainee != nullptr && trainee->text != into.trainee_name)
        report.error(*trainee, "this is about " + script::read::named(trainee->text) + ", and the command names " +
                                   script::read::named(into.trainee_name));
    if (const Node* day = record.find("day"); day != nullptr && !into.day.empty()) {
        if (script::read::read_date(report, *day)) into.day = day->text;
    }
    into.most = record.text_or("most", into.most);
    into.least = record.text_or("least", into.least);
    const Node* marks = record.find("marks");
    if (marks == nullptr) return;
    script::read::for_each_entry(report, *marks, [&](const Node& key, const Node& value) {
        script::read::read_word(report, key, competencies(), 0);
        into.marks[key.text] = read_mark(report, value);
    });
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "\"";
}

}  // namespace

void read_marks(const std::vector<std::string>& marks, const std::vector<std::string>& comments,
                standing::Report& report) {
    for (const std::string& text : marks) {
        auto [word, value] = halves(text, "courtesy=5");
        Mark mark;
        if (value != kNotObserved) {
            mark.kind = Mark::Kind::number;
            if (value.size() > kNotResponding.size() && value.substr(1) == kNotResponding) {
                mark.kind = Mark::Kind::not_responding;
                value.resize(1);
            }
            if (value.size() != 1 || value[0] < '1' || value[0] > '7')
                throw WrongUsage(
                    "A mark is a number from 1 to 7, NO for not observed, or such as 2!NRT for not "
                    "responding to training; found \"" +
                    text + "\".");
            mark.value = value[0] - '0';
        }
        report.marks[word] = mark;
    }
    for (const std::string& text : comments) {
        const auto [word, words] = halves(text, "courtesy=\"what you saw\"");
        report.marks[word].comment = words;
    }
}

void read_observation(const std::string& file, standing::Report& report) {
    std::vector<script::read::Issue> issues;
    const auto document = script::read::load(file, issues);
    if (document->root != nullptr) {
        Report mistakes(*document, issues);
        read_all(mistakes, *document->root, report);
    }
    if (!script::read::has_errors(issues)) return;
    std::string all = "The file can't be used, and nothing of it was recorded:";
    for (const script::read::Issue& issue : issues)
        all += '\n' + script::read::text(issue);
    throw WrongUsage(all);
}

std::string observation_text(const standing::Report& report) {
    std::string text =
        "# Daily observation report. 1 not acceptable, 4 acceptable, 7 superior; NO: not observed.\n"
        "# At 3 and below, at 6 and above, and with `not_responding: true` say why, such as\n"
        "#   courtesy: { value: 2, comment: \"Talked over two callers.\" }\n"
        "trainee: " +
        quoted(report.trainee_name) + "\nday: " + report.day +
        "\nmost:   # the most acceptable performance of the day\n"
        "least:  # the least acceptable performance of the day\nmarks:\n";
    for (const std::string_view word : competencies()) {
        const auto found = report.marks.find(std::string(word));
        const standing::Mark mark = found == report.marks.end() ? standing::Mark{} : found->second;
        text += "  " + std::string(word) + ": { value: NO }" +
                (mark.suggested == 0 ? "  # not observed"
                                     : "  # the evidence suggests " + std::to_string(mark.suggested) +
                                           (mark.evidence.empty() ? "" : ": " + mark.evidence)) +
                '\n';
    }
    return text;
}

}  // namespace shift311::app
