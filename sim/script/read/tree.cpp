#include "sim/script/read/tree.hpp"

#include "sim/script/read/bytes.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace shift311::script::read {
namespace {

constexpr const char* kMergeKey = "<<";

/// Thrown out of the parser at the first thing after which reading on makes no sense.
struct TooDeep {
    YAML::Mark mark;
};

/// Builds our tree from yaml-cpp's events, so that its own nodes are never made.
class Builder : public YAML::EventHandler {
  public:
    Builder(const std::string& text, Tree& tree) : text_(text), tree_(tree) {}
    bool first_is_done() const { return ended_; }
    const std::vector<Node*>& open() const { return open_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ != 2) return;
        const std::size_t at = offset_of(text_, mark.line + 1, mark.column + 1);
        if (text_.compare(at, 3, "---") == 0 || text_.find("\n...") < at) {
            slip(nullptr, mark, "a second document begins here (`---`): put it in a file of its own");
            return;
        }
        // So the parser takes a line that begins further left than the first.
        slip(tree_.root, mark, "this line does not fit the lines above it: check the indentation and the quotes",
             "the rest of the file is not checked until then");
        if (tree_.root != nullptr) tree_.root->partial = true;
    }
    void OnDocumentEnd() override { ended_ = true; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (ended_) return;
        Node& node = add(mark, Node::Kind::nothing);
        check_anchor(mark, anchor, node);
        // The anchor may have been meant as the text.
        if (anchor != YAML::NullAnchor) tell(node);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        if (ended_) return;
        const bool merges = in_merge();
        Node& node = add(mark, Node::Kind::nothing);
        if (!merges) {
            slip(&node, mark, "an alias (`*name`) is not allowed here: write the value out, or put the text in quotes");
        }
        tell(node);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (ended_) return;
        Node& node = add(mark, Node::Kind::text);
        node.quoted = tag == "!";
        node.text = value;
        check_anchor(mark, anchor, node);
        if (tag != "?" && tag != "!" && !tag.empty()) {
            slip_tag(mark, node);
            tell(node);
        }
        if (value == kMergeKey && !node.quoted && is_key(node)) {
            slip(&node, mark, "a merge key (`<<`) is not allowed here: write the keys out");
            tell(node);
        }
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, Node::Kind::list, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, Node::Kind::map, style);
    }
    void OnMapEnd() override { close(); }

  private:
    void slip(const Node* node, const YAML::Mark& mark, std::string message, std::string suggestion = {}) {
        tree_.slips.push_back({node, mark.line + 1, mark.column + 1, std::move(message), std::move(suggestion)});
    }
    void slip_tag(const YAML::Mark& mark, const Node& node) {
        slip(&node, mark, "a tag (`!name`) is not allowed here: leave it out, or put the text in quotes");
    }
    void check_anchor(const YAML::Mark& mark, YAML::anchor_t anchor, const Node& node) {
        if (anchor == YAML::NullAnchor) return;
        slip(&node, mark, "an anchor (`&name`) is not allowed here: write the value out, or put the text in quotes");
    }
    /// What is wrong with the value is told; without its key, a map may hold more than we know.
    void tell(Node& node) {
        node.told = true;
        if (is_key(node)) {
            open_.back()->partial = true;
            return;
        }
        node.kind = Node::Kind::nothing;
        node.text.clear();
    }
    bool is_key(const Node& node) const {
        return !open_.empty() && open_.back()->kind == Node::Kind::map && open_.back()->children.back() == &node &&
               open_.back()->children.size() % 2 == 1;
    }
    /// True when what comes next belongs to a merge key, which is told already.
    bool in_merge() const {
        return std::any_of(open_.begin(), open_.end(), [](const Node* node) {
            return node->kind == Node::Kind::map && node->children.size() % 2 == 1 && node->children.back()->told &&
                   node->children.back()->text == kMergeKey;
        });
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind,
              YAML::EmitterStyle::value style) {
        if (ended_) return;
        if (open_.size() >= static_cast<std::size_t>(kDeepest)) throw TooDeep{mark};
        Node& node = add(mark, kind);
        node.flow = style == YAML::EmitterStyle::Flow;
        check_anchor(mark, anchor, node);
        if (tag != "?" && !tag.empty()) slip_tag(mark, node);
        open_.push_back(&node);
    }
    void close() {
        if (!ended_) open_.pop_back();
    }
    Node& add(const YAML::Mark& mark, Node::Kind kind) {
        Node& node = tree_.nodes.emplace_back();
        node.kind = kind;
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        if (open_.empty()) {
            tree_.root = &node;
            return node;
        }
        Node& parent = *open_.back();
        node.parent = &parent;
        // The parser places an absent value at whatever comes next; the key is where the author will look.
        if (kind == Node::Kind::nothing && parent.kind == Node::Kind::map && parent.children.size() % 2 == 1) {
            node.line = parent.children.back()->line;
            node.column = parent.children.back()->column;
        }
        parent.children.push_back(&node);
        return node;
    }

    const std::string& text_;
    Tree& tree_;
    std::vector<Node*> open_;
    int documents_ = 0;
    bool ended_ = false;
};

}  // namespace

Tree read_tree(const std::string& text) {
    Tree tree;
    Builder builder(text, tree);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    } catch (const TooDeep& deep) {
        tree.stop = Stop{deep.mark.line + 1, deep.mark.column + 1,
                         "values are nested deeper than " + std::to_string(kDeepest) + " levels", true};
    } catch (const YAML::Exception& problem) {
        // Nothing of a second document is read, so its mistakes do not matter either.
        if (!builder.first_is_done())
            tree.stop =
                Stop{std::max(problem.mark.line, 0) + 1, std::max(problem.mark.column, 0) + 1, problem.msg, false};
    }
    tree.open.assign(builder.open().begin(), builder.open().end());
    return tree;
}

}  // namespace shift311::script::read
