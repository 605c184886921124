#include "sim/script/read/parsing.hpp"

#include "sim/script/read/bytes.hpp"
#include "sim/script/read/repair.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace shift311::script::read {
namespace {

/// Reads one document, leaving out what is no YAML, until the rest can be read; tells all that was wrong with it.
class Parsing {
  public:
    Parsing(Document& document, std::vector<Issue>& issues)
        : document_(document), issues_(issues), text_(document.bytes) {}

    void run() {
        for (Fault& fault : leave_out_bad_bytes(text_))
            wrongs_.push_back(
                {fault.offset, fault.offset, fault.offset + 1, Wrong::What::value, std::move(fault.message), {}});
        bad_bytes_ = wrongs_.size();
        if (text_.empty() && bad_bytes_ > 0) return tell();
        while (!read_once()) {
        }
        note_lines();
        settle();
        tell();
        const bool empty = tree_.root == nullptr || tree_.root->kind == Node::Kind::nothing;
        if (!empty && !tree_.root->told) document_.root = tree_.root;
        if (empty && wrongs_.empty() && tree_.slips.empty())
            issues_.push_back(issue_at(document_.file, 1, 1, "the file is empty"));
        document_.nodes = std::move(tree_.nodes);
    }

  private:
    struct Wrong {
        enum class What { value, lines, note };
        std::size_t at = 0;    ///< where the author will look
        std::size_t left = 0;  ///< the first byte that was left out
        std::size_t end = 0;   ///< behind the last one
        What what = What::note;
        std::string message;
        std::string suggestion;
        bool hides_keys = false;
    };

    /// True when there is nothing more to be repaired.
    bool read_once() {
        constexpr std::size_t kMostRepairs = 500, kMostWork = 24 * 1024 * 1024;
        tree_ = read_tree(text_);
        work_ += text_.size() + 1;
        const bool tired = wrongs_.size() >= kMostRepairs || work_ > kMostWork;
        if (untabbed()) return false;
        if (!tree_.stop) {
            const Node* open = never_closed(text_, tree_);
            if (open == nullptr || tired) return true;
            const std::size_t at = offset_of(text_, open->line, open->column);
            wrongs_.push_back(
                {at, at, at + 1, Wrong::What::value, "a quote is opened here and never closed", {}, true});
            text_[at] = kLeftOut;
            shaken_ = true;
            return false;
        }
        if (tired && !cut_short_) return cut_short();
        Repair repair = repair_of(text_, tree_);
        const std::string before = text_.substr(repair.begin, repair.end - repair.begin);
        for (std::size_t i = repair.begin; i < repair.end; ++i) {
            if (text_[i] != '\n') text_[i] = repair.lines ? ' ' : kLeftOut;
        }
        const bool changed = text_.compare(repair.begin, before.size(), before) != 0;
        // Where a quote or a bracket was taken away, or a byte is bad, what fits nothing may be our own doing.
        const bool ours =
            (shaken_ && (repair.lines || repair.hides_keys)) || (repair.lines && near_bad_bytes(repair.at));
        if (repair.lines && follows_lines_left_out(repair)) return !changed || tired ? give_up(repair.at) : false;
        if (changed && !ours) {
            wrongs_.push_back({repair.at, repair.begin, repair.end,
                               repair.lines ? Wrong::What::lines : Wrong::What::value, std::move(repair.message),
                               std::move(repair.suggestion), repair.hides_keys});
        } else {
            wrongs_.push_back({repair.at, repair.begin, repair.end, Wrong::What::lines, {}, {}, false});
        }
        if (!repair.lines && before.find_first_of("\"'[{") != std::string::npos) shaken_ = true;
        return !changed || tired ? give_up(repair.at) : false;
    }

    /// So many mistakes are told that nobody misses the rest of them.
    bool cut_short() {
        const std::size_t begin = offset_of(text_, tree_.stop->line, 1);
        for (std::size_t i = begin; i < text_.size(); ++i) {
            if (text_[i] != '\n') text_[i] = ' ';
        }
        wrongs_.push_back({begin, begin, text_.size(), Wrong::What::lines,
                           "from here on, more of the file is no valid YAML",
                           "the rest of the file is not checked until then", false});
        cut_short_ = true;
        return false;
    }

    bool give_up(std::size_t at) {
        const bool told = std::any_of(wrongs_.begin(), wrongs_.end(), [](const Wrong& one) {
            return one.what == Wrong::What::lines && !one.message.empty();
        });
        if (!told)
            wrongs_.push_back({at, at, at, Wrong::What::note, "here and before this, the file is no valid YAML",
                               "the file is not checked until then", false});
        tree_ = {};
        return true;
    }

    /// What follows lines that are not read may fit nothing because of them: it is not read either.
    bool follows_lines_left_out(const Repair& repair) {
        for (Wrong& wrong : wrongs_) {
            if (wrong.what != Wrong::What::lines || wrong.left > repair.begin || wrong.end + 1 < repair.begin) continue;
            if (wrong.message.empty()) return true;
            wrong.end = std::max(wrong.end, repair.end);
            const int first = position(text_, wrong.left).first;
            const int last = position(text_, wrong.end).first;
            wrong.suggestion =
                "lines " + std::to_string(first) + " to " + std::to_string(last) + " are not checked until then";
            return true;
        }
        return false;
    }

    /// YAML wants no tabs before lines; with spaces in their place the parser may read on.
    bool untabbed() {
        if (tabs_told_) return false;
        const std::vector<int> lines = tab_indented_lines(text_);
        const int first = tab_in_the_way(text_, tree_, lines);
        if (first == 0) return false;
        const auto more = std::count_if(lines.begin(), lines.end(), [&](int line) { return line > first; });
        const std::size_t at = offset_of(text_, first, 1);
        wrongs_.push_back({at,
                           at,
                           at,
                           Wrong::What::note,
                           "a tab indents this line" +
                               (more == 0 ? std::string()
                                          : ", as on " + std::to_string(more) + " more line" + (more == 1 ? "" : "s")) +
                               ": YAML wants spaces",
                           {},
                           false});
        untab(text_);
        tabs_told_ = shaken_ = true;
        return true;
    }

    bool near_bad_bytes(std::size_t at) const {
        const int line = position(text_, std::min(at, text_.size())).first;
        return std::any_of(wrongs_.begin(), wrongs_.begin() + static_cast<std::ptrdiff_t>(bad_bytes_),
                           [&](const Wrong& wrong) { return position(text_, wrong.at).first == line; });
    }

    void note_lines() {
        lines_ = {0};
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i] == '\n') lines_.push_back(i + 1);
        }
    }
    std::size_t offset(const Node& node) const {
        const auto line = std::min(static_cast<std::size_t>(node.line), lines_.size());
        return lines_[line - 1] + static_cast<std::size_t>(node.column) - 1;
    }

    /// Marks what could not be read, and finds for every mistake the value that it belongs to.
    void settle() {
        owners_.assign(wrongs_.size(), nullptr);
        for (std::size_t i = 0; i < wrongs_.size(); ++i) {
            const Wrong& wrong = wrongs_[i];
            Node* holder = nullptr;  // the text in which the byte was left out
            Node* before = nullptr;
            for (Node& node : tree_.nodes) {
                const std::size_t begin = offset(node);
                if (begin > wrong.left) continue;
                before = &node;
                if (node.kind == Node::Kind::text) holder = &node;
            }
            if (wrong.what == Wrong::What::value) {
                if (holder == nullptr || holder->text.find(kLeftOut) == std::string::npos) {
                    // A bad byte in a comment belongs to no value; other bytes stood in what was left out later.
                    if (i >= bad_bytes_ || text_[wrong.left] != kLeftOut) owners_[i] = before;
                    continue;
                }
                owners_[i] = holder;
                if (wrong.hides_keys) open_up_to(*holder);
            } else if (before != nullptr) {
                owners_[i] = before;
                if (wrong.what == Wrong::What::note) continue;
                if (before->kind == Node::Kind::nothing) before->told = true;
                open_up(before->kind == Node::Kind::list || before->kind == Node::Kind::map ? before : before->parent);
            }
        }
        if (wrongs_.empty()) return;
        for (Node& node : tree_.nodes) {
            // With its indentation changed, nobody knows what belongs where.
            if (tabs_told_ && !node.flow) node.partial = true;
            if (node.kind == Node::Kind::text && node.text.find(kLeftOut) != std::string::npos) take_away(node);
        }
    }

    /// What came before a value may go on in it.
    void open_up_to(const Node& node) {
        open_up(node.parent);
        const Node* before = nullptr;
        for (const Node& other : tree_.nodes) {
            if (&other == &node) break;
            before = &other;
        }
        if (before != nullptr) open_up(before->parent);
    }

    static void open_up(Node* node) {
        for (; node != nullptr; node = node->parent)
            node->partial = true;
    }

    void take_away(Node& node) {
        if (node.told) return;
        node.told = true;
        const Node* parent = node.parent;
        if (parent != nullptr && parent->kind == Node::Kind::map) {
            const auto found = std::find(parent->children.begin(), parent->children.end(), &node);
            if ((found - parent->children.begin()) % 2 == 0) {
                open_up_to(node);
                return;  // a key keeps its text, which paths show
            }
        }
        node.kind = Node::Kind::nothing;
        node.text.clear();
    }

    /// Of lines that are said not to be read nothing more is told, bad bytes apart.
    bool in_lines_left_out(std::size_t index) const {
        if (index < bad_bytes_) return false;
        const std::size_t at = wrongs_[index].left;
        for (std::size_t i = 0; i < wrongs_.size(); ++i) {
            const bool lines = wrongs_[i].what == Wrong::What::lines && !wrongs_[i].message.empty();
            if (i != index && lines && wrongs_[i].left <= at && at < wrongs_[i].end) return true;
        }
        return false;
    }

    static bool is_merged(const Node& value) {
        if (value.parent == nullptr || value.parent->kind != Node::Kind::map) return false;
        const std::vector<Node*>& all = value.parent->children;
        for (std::size_t i = 0; i + 1 < all.size(); i += 2) {
            if (all[i + 1] == &value) return all[i]->told && all[i]->text == "<<";
        }
        return false;
    }

    void tell() {
        std::vector<Issue> found;
        std::vector<const Node*> told;
        for (std::size_t i = 0; i < wrongs_.size(); ++i) {
            const Wrong& wrong = wrongs_[i];
            const Node* owner = i < owners_.size() ? owners_[i] : nullptr;
            if (wrong.message.empty() || in_lines_left_out(i)) continue;
            if (wrong.what == Wrong::What::value && owner != nullptr) {
                // One mistake in a text makes others: the first is enough. So is the merge key of what it merges.
                if (is_merged(*owner)) continue;
                if (std::find(told.begin(), told.end(), owner) != told.end()) continue;
                told.push_back(owner);
            }
            const auto [line, column] = position(document_.bytes, std::min(wrong.at, document_.bytes.size()));
            Issue issue = issue_at(document_.file, line, column, wrong.message);
            if (owner != nullptr) issue.path = path_of(*owner);
            issue.suggestion = wrong.suggestion;
            found.push_back(std::move(issue));
        }
        for (const Slip& slip : tree_.slips) {
            if (found.size() > kMostSlips) break;
            if (tabs_told_ && (slip.node == nullptr || slip.node == tree_.root) && slip.line > 1) continue;
            const std::size_t at = offset_of(document_.bytes, slip.line, slip.column);
            Issue issue = issue_at(document_.file, slip.line, position(document_.bytes, at).second, slip.message);
            if (slip.node != nullptr) issue.path = path_of(*slip.node);
            issue.suggestion = slip.suggestion;
            found.push_back(std::move(issue));
        }
        std::stable_sort(found.begin(), found.end(), [](const Issue& a, const Issue& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        issues_.insert(issues_.end(), found.begin(), found.end());
    }

    static constexpr std::size_t kMostSlips = 500;
    Document& document_;
    std::vector<Issue>& issues_;
    std::string text_;  ///< the document's bytes with spaces and kLeftOut where something was left out
    Tree tree_;
    std::vector<Wrong> wrongs_;
    std::vector<Node*> owners_;  ///< one for each of wrongs_; null: the document
    std::vector<std::size_t> lines_;
    std::size_t bad_bytes_ = 0;  ///< so many of wrongs_, the first, are bad bytes
    std::size_t work_ = 0;
    bool tabs_told_ = false;
    bool cut_short_ = false;
    bool shaken_ = false;  ///< a quote, a bracket or an indentation was changed
};

}  // namespace

void read_yaml(Document& document, std::vector<Issue>& issues) {
    Parsing(document, issues).run();
}

}  // namespace shift311::script::read
