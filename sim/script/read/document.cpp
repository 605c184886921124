#include "sim/script/read/document.hpp"

#include "sim/script/read/bytes.hpp"
#include "sim/script/read/repair.hpp"
#include "sim/script/read/report.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <tuple>

namespace shift311::script::read {
namespace {

constexpr const char* kTooLarge = "the file is larger than 1 MiB";

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
            const Node* open = never_closed();
            if (open == nullptr || tired) return true;
            const std::size_t at = offset_of(text_, open->line, open->column);
            wrongs_.push_back(
                {at, at, at + 1, Wrong::What::value, "a quote is opened here and never closed", {}, true});
            text_[at] = kLeftOut;
            shaken_ = true;
            return false;
        }
        Repair repair = repair_of(text_, tree_);
        const std::string before = text_.substr(repair.begin, repair.end - repair.begin);
        for (std::size_t i = repair.begin; i < repair.end; ++i) {
            if (repair.lines ? text_[i] != '\n' : true) text_[i] = repair.lines ? ' ' : kLeftOut;
        }
        const bool changed = text_.compare(repair.begin, before.size(), before) != 0;
        // Where a quote or a bracket was taken away, or a byte is bad, what fits nothing may be our own doing.
        const bool ours =
            (shaken_ && (repair.lines || repair.hides_keys)) || (repair.lines && near_bad_bytes(repair.at));
        if (repair.lines && follows_lines_left_out(repair)) return !changed || tired ? give_up() : false;
        if (changed && !ours) {
            wrongs_.push_back({repair.at, repair.begin, repair.end,
                               repair.lines ? Wrong::What::lines : Wrong::What::value, std::move(repair.message),
                               std::move(repair.suggestion), repair.hides_keys});
        } else {
            wrongs_.push_back({repair.at, repair.begin, repair.end, Wrong::What::lines, {}, {}, false});
        }
        if (!repair.lines && before.find_first_of("\"'[{") != std::string::npos) shaken_ = true;
        return !changed || tired ? give_up() : false;
    }

    bool give_up() {
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
        const int first = tree_.stop ? stopping_tab(lines) : indenting_tab(lines);
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

    /// The line with the tab at which the parser stopped; 0 when it stopped for another reason.
    int stopping_tab(const std::vector<int>& lines) const {
        const int stop = tree_.stop->line;
        const bool tab = tree_.stop->message.find("illegal tab") != std::string::npos;
        const auto first = std::find_if(lines.begin(), lines.end(), [&](int line) { return tab || line == stop; });
        return first == lines.end() || *first > stop ? 0 : *first;
    }

    /// The parser passes over some tabs, and gives what follows to the wrong value: the first line of which that is
    /// so.
    int indenting_tab(const std::vector<int>& lines) const {
        if (lines.empty()) return 0;
        for (const Node& node : tree_.nodes) {
            if ((node.parent != nullptr && node.parent->flow) || node.kind != Node::Kind::text) continue;
            if (!std::binary_search(lines.begin(), lines.end(), node.line)) continue;
            const std::size_t begin = offset_of(text_, node.line, 1);
            if (text_.find_first_not_of(" \t", begin) == begin + static_cast<std::size_t>(node.column) - 1)
                return node.line;
        }
        return 0;
    }

    bool near_bad_bytes(std::size_t at) const {
        const int line = position(text_, std::min(at, text_.size())).first;
        return std::any_of(wrongs_.begin(), wrongs_.begin() + static_cast<std::ptrdiff_t>(bad_bytes_),
                           [&](const Wrong& wrong) { return position(text_, wrong.at).first == line; });
    }

    /// The parser takes the end of the file for the closing quote; only the last quoted text can be such a one.
    const Node* never_closed() const {
        const Node* last = nullptr;
        for (const Node& node : tree_.nodes) {
            if (node.quoted) last = &node;
        }
        if (last == nullptr) return nullptr;
        std::size_t at = offset_of(text_, last->line, last->column);
        const char quote = at < text_.size() ? text_[at] : '\0';
        if (quote != '"' && quote != '\'') return nullptr;
        for (++at; at < text_.size(); ++at) {
            if (quote == '"' && text_[at] == '\\') {
                ++at;
            } else if (text_[at] == quote) {
                return nullptr;
            }
        }
        return last;
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

    void open_up(const Node* node) {
        for (; node != nullptr; node = node->parent)
            const_cast<Node*>(node)->partial = true;
    }

    void take_away(Node& node) {
        if (node.told) return;
        node.told = true;
        Node* parent = const_cast<Node*>(node.parent);
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
    bool shaken_ = false;  ///< a quote, a bracket or an indentation was changed
};

/// What a key holds that is given again: the first is read, and what only the second has is added to it.
void join_again(Node& first, const Node& second) {
    first.unread = true;
    if (first.kind != Node::Kind::map || second.kind != Node::Kind::map) {
        first.partial = true;
        return;
    }
    for (std::size_t i = 0; i + 1 < second.children.size(); i += 2) {
        if (child(&first, second.children[i]->text) != nullptr) continue;
        first.children.push_back(second.children[i]);
        first.children.push_back(second.children[i + 1]);
    }
}

void check_doubled_keys(Document& document, std::vector<Issue>& issues) {
    constexpr int kMost = 50;
    int found = 0;
    std::vector<std::pair<Node*, Node*>> keys;  // with their values
    for (Node& node : document.nodes) {
        if (node.kind != Node::Kind::map) continue;
        keys.clear();
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            if (node.children[i]->kind == Node::Kind::text && !node.children[i]->told)
                keys.emplace_back(node.children[i], node.children[i + 1]);
        }
        std::stable_sort(keys.begin(), keys.end(),
                         [](const auto& a, const auto& b) { return a.first->text < b.first->text; });
        std::size_t first = 0;
        for (std::size_t i = 1; i < keys.size(); ++i) {
            const Node& key = *keys[i].first;
            if (key.text != keys[first].first->text) {
                first = i;
                continue;
            }
            if (key.parent != &node) continue;  // joined from a second one, and told there
            Issue issue = issue_at(document.file, key.line,
                                   position(document.bytes, offset_of(document.bytes, key.line, key.column)).second,
                                   "the key " + named(key.text) + " is given twice; the first is on line " +
                                       std::to_string(keys[first].first->line));
            issue.path = path_of(key);
            issues.push_back(std::move(issue));
            join_again(*keys[first].second, *keys[i].second);
            if (++found == kMost) return;
        }
    }
}

}  // namespace

std::string path_of(const Node& node) {
    if (node.parent == nullptr) return {};
    const Node& parent = *node.parent;
    const auto found = std::find(parent.children.begin(), parent.children.end(), &node);
    const auto index = static_cast<std::size_t>(found - parent.children.begin());
    std::string path = path_of(parent);
    if (parent.kind == Node::Kind::list) return path + "[" + std::to_string(index) + "]";
    const Node& key = *parent.children[index - index % 2];
    if (!path.empty()) path += ".";
    const std::string name = named(key.text);
    return path + name.substr(1, name.size() - 2);
}

const Node* child(const Node* map, std::string_view key) {
    if (map == nullptr || map->kind != Node::Kind::map) return nullptr;
    for (std::size_t i = 0; i + 1 < map->children.size(); i += 2) {
        if (map->children[i]->kind == Node::Kind::text && map->children[i]->text == key) return map->children[i + 1];
    }
    return nullptr;
}

std::unique_ptr<Document> parse(std::string bytes, const std::string& file, std::vector<Issue>& issues) {
    auto document = std::make_unique<Document>();
    document->file = file;
    document->bytes = std::move(bytes);
    if (document->bytes.starts_with("\xEF\xBB\xBF")) document->bytes.erase(0, 3);  // the mark some editors put first
    if (document->bytes.size() > kLargestFile) {
        issues.push_back(issue_at(file, 1, 1, kTooLarge));
        return document;
    }
    Parsing(*document, issues).run();
    check_doubled_keys(*document, issues);
    return document;
}

std::unique_ptr<Document> load(const std::string& file, std::vector<Issue>& issues) {
    const auto refused = [&](const char* why) {
        issues.push_back(issue_at(file, 1, 1, why));
        auto document = std::make_unique<Document>();
        document->file = file;
        return document;
    };
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return refused(errno == ENOENT ? "there is no such file" : "the file may not be read");
    if (!S_ISREG(status.st_mode)) return refused("this is no regular file");
    if (static_cast<std::uint64_t>(status.st_size) > kLargestFile) return refused(kTooLarge);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refused("the file may not be read");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return parse(std::move(bytes), file, issues);
}

}  // namespace shift311::script::read
