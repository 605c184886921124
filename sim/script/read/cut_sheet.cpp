#include "sim/script/read/cut_sheet.hpp"

#include "assessment/scoring/wording.hpp"
#include "assessment/standing/cut_sheet.hpp"
#include "assessment/standing/exam.hpp"
#include "sim/city/calendar.hpp"
#include "sim/script/read/keys.hpp"
#include "sim/script/read/record.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace shift311::script::read {
namespace {

using standing::CutSheet;

/// Fewer judges than this make a cut that a single one of them moves.
constexpr std::size_t kEnoughJudges = 5;

std::string hundredths(double value) {
    const auto all = static_cast<std::int64_t>(std::llround(value * 100));
    const std::int64_t rest = all % 100;
    return std::to_string(all / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

class SheetReader {
  public:
    SheetReader(Report& report, const Node* blueprint, standing::Program& program)
        : report_(report), program_(program), sheet_(program.pass_sheet) {
        cells_shown_ = given(blueprint) && shows_values(*blueprint, {"id"});
        int first = 0, second = 0;
        for (const standing::Cell& cell : program.blueprint) {
            if (!ids_.insert(cell.id).second) cells_shown_ = false;
            cells_.push_back(cell.id);
            first += cell.first;
            second += cell.second;
        }
        weights_shown_ = cells_shown_ && shows_values(*blueprint, {"first"}) &&
                         shows_values(*blueprint, {"second"}, false) && first == standing::kRuleCalls &&
                         second == standing::kRuleFurther;
    }

    void read(const Node& pass, const Node& node) {
        const Record record(report_, node, keys::kCutSheet);
        if (const Node* day = record.need("asked_on"))
            if (const auto date = read_date(report_, *day)) sheet_.asked_on = city::iso(*date);
        sheet_.rounds = static_cast<int>(record.integer("rounds", 1, 9));
        sheet_.less_errors = static_cast<int>(record.integer_or("less_sem", 0, 1, 0));
        const Node* list = record.need("sheet");
        if (list == nullptr) return;
        read_judges(*list);
        if (!sound(list)) return;
        advise(record, *list);
        check_basis(pass);
        check_cut(pass, record);
    }

  private:
    void read_judges(const Node& list) {
        if (list.kind == Node::Kind::list && list.children.size() > measure::kMostJudges) {
            report_.unread(list, "there are " + std::to_string(list.children.size()) +
                                     " judges here; a sheet holds at most " + std::to_string(measure::kMostJudges));
            return;
        }
        for_each_item(report_, list, [&](const Node& item) {
            const Record record(report_, item, keys::kJudge);
            CutSheet::Judge& judge = sheet_.judges.emplace_back();
            judge.name = record.text("judge");
            if (!judge.name.empty() && !names_.insert(judge.name).second)
                report_.unread(*record.find("judge"), "the judge " + named(judge.name) + " stands here twice");
            judge.incumbent = record.flag_or("incumbent", false);
            if (const Node* estimates = record.need("estimates")) read_estimates(*estimates, judge);
        });
        if (is_empty_list(list)) report_.unread(list, "the list is empty");
    }

    void read_estimates(const Node& node, CutSheet::Judge& judge) {
        bool strange = !sound(&node);
        for_each_entry(report_, node, [&](const Node& key, const Node& value) {
            if (cells_shown_ && ids_.count(key.text) == 0) {
                report_.unread(key, "the blueprint has no cell " + named(key.text), did_you_mean(key.text, cells_));
                strange = true;
            }
            judge.estimates[key.text] = static_cast<int>(read_integer(report_, value, 0, 100));
        });
        // A name that is written wrong is most likely the one that is missing.
        if (node.kind != Node::Kind::map || !cells_shown_ || strange) return;
        std::vector<std::string> missing;
        for (const std::string_view cell : cells_)
            if (judge.estimates.count(std::string(cell)) == 0) missing.push_back(named(cell));
        if (missing.empty()) return;
        report_.unread(node, "every judge estimates every cell of the blueprint: " + scoring::listed(missing) +
                                 (missing.size() == 1 ? " is missing" : " are missing"));
    }

    /// What makes a cut hard to defend and is no mistake in the file.
    void advise(const Record& record, const Node& list) {
        const std::size_t judges = sheet_.judges.size();
        if (judges < kEnoughJudges)
            report_.warning(list, (judges == 1 ? "1 judge is" : std::to_string(judges) + " judges are") +
                                      " few for a cut that may have to be defended: ask 5 to 8");
        if (std::none_of(sheet_.judges.begin(), sheet_.judges.end(), [](const auto& one) { return one.incumbent; }))
            report_.warning(list, "no judge does the job: some should, and are marked `incumbent: true`");
        if (const Node* rounds = record.find("rounds"); given(rounds) && sheet_.rounds == 1)
            report_.warning(*rounds,
                            "the judges were asked once: ask again after they have talked about where they "
                            "differ, and write down the second answers");
    }

    void check_basis(const Node& pass) {
        const Node* from = child(child(&pass, "basis"), "from");
        if (given(from) && program_.pass_basis.from != standing::Basis::From::center)
            report_.error(*from, "judges of the center set this cut, so it comes from the `center`", "write `center`");
    }

    /// The stated percentage is the one that the sheet gives, or nobody could say where it comes from.
    void check_cut(const Node& pass, const Record& record) {
        const Node* percent = child(&pass, "percent");
        const Node* less = record.find("less_sem");
        if (!weights_shown_ || !given(percent) || !sound(less)) return;
        const auto score = standing::cut_score(program_);
        if (!score) return;
        if (sheet_.less_errors > 0 && !score->error) {
            report_.error(*less, "one judge alone has no standard error that could be taken off: leave `less_sem` out");
            return;
        }
        const auto whole = standing::whole_cut(program_);
        if (!whole || *whole == program_.pass_percent) return;
        std::string sum = hundredths(score->percent);
        if (sheet_.less_errors > 0) sum += " less " + hundredths(score->in_percent(*score->error));
        std::string suggestion = "write " + std::to_string(*whole);
        if (sheet_.less_errors == 0 && standing::whole_cut(program_, 1) == program_.pass_percent)
            suggestion +=
                ", or `less_sem: 1` in `judges` if it was laid down before the exam that one standard error (" +
                hundredths(score->in_percent(*score->error)) + ") is taken off";
        report_.error(*percent,
                      "the judges' sheet gives " + std::to_string(*whole) + " percent (" + sum + "), and this says " +
                          std::to_string(program_.pass_percent),
                      suggestion);
    }

    Report& report_;
    standing::Program& program_;
    CutSheet& sheet_;
    std::vector<std::string_view> cells_;  ///< ids of the blueprint, in its order
    std::set<std::string_view> ids_;
    std::set<std::string> names_;  ///< of judges
    bool cells_shown_ = false;     ///< every cell's id was read
    bool weights_shown_ = false;   ///< and how many contacts come from it
};

}  // namespace

void read_cut_sheet(Report& report, const Node& pass, const Node* blueprint, standing::Program& program) {
    const Node* node = child(&pass, "judges");
    if (node == nullptr) return;
    SheetReader(report, blueprint, program).read(pass, *node);
}

}  // namespace shift311::script::read
