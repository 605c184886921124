#include "sim/script/read/document.hpp"

#include "sim/script/read/bytes.hpp"
#include "sim/script/read/report.hpp"

#include <sys/stat.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace shift311::script::read {
namespace {

/// Thrown out of the parser at the first thing after which reading on makes no sense.
struct Refused {
    YAML::Mark mark;
    std::string message;
};

/// Builds our tree from yaml-cpp's events, so that its own nodes are never made.
class Builder : public YAML::EventHandler {
  public:
    explicit Builder(Document& document) : document_(document) {}
    bool began_second() const { return documents_ > 1; }
    const YAML::Mark& second() const { return second_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 2) second_ = mark;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add(mark, Node::Kind::nothing);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Refused{mark, "an alias (`*name`) is not allowed here: write the value out, or put the text in quotes"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        if (tag != "?" && tag != "!" && !tag.empty()) refuse_tag(mark);
        Node& node = add(mark, Node::Kind::text);
        node.quoted = tag == "!";
        node.text = value;
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::list);
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::map);
    }
    void OnMapEnd() override { open_.pop_back(); }

  private:
    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) {
            throw Refused{mark,
                          "an anchor (`&name`) is not allowed here: write the value out, or put the text in quotes"};
        }
    }
    static void refuse_tag(const YAML::Mark& mark) {
        throw Refused{mark, "a tag (`!name`) is not allowed here: leave it out, or put the text in quotes"};
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse_anchor(mark, anchor);
        if (tag != "?" && !tag.empty()) refuse_tag(mark);
        if (open_.size() >= static_cast<std::size_t>(kDeepest)) {
            throw Refused{mark, "values are nested deeper than " + std::to_string(kDeepest) + " levels"};
        }
        open_.push_back(&add(mark, kind));
    }
    Node& add(const YAML::Mark& mark, Node::Kind kind) {
        Node& node = document_.nodes.emplace_back();
        node.kind = kind;
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        if (open_.empty()) {
            if (documents_ < 2) document_.root = &node;
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

    Document& document_;
    std::vector<Node*> open_;
    int documents_ = 0;
    YAML::Mark second_;
};

/// The parser's message in words that help an author.
std::string plain_message(const std::string& message) {
    struct Words {
        const char* theirs;
        const char* ours;
    };
    static constexpr Words kWords[] = {
        {"illegal map value", "a `:` stands where no key can be: put the text in quotes, or check the indentation"},
        {"end of map not found", "this line does not fit the lines above it: check the indentation and the quotes"},
        {"end of sequence not found", "this line does not fit the list above it: check the indentation and the dashes"},
        {"end of map flow not found", "a `}` is missing"},
        {"end of sequence flow not found", "a `]` is missing"},
        {"illegal flow end", "a `}` or `]` closes nothing: put the text in quotes"},
        {"illegal block entry", "a `-` stands where no list item can be: check the indentation"},
        {"illegal EOF in scalar", "a quote is opened and never closed"},
        {"the referenced anchor is not defined",
         "an alias (`*name`) is not allowed here: write the value out, or put the text in quotes"},
        {"bad file", "the file is no readable YAML"},
    };
    for (const Words& words : kWords) {
        if (message.find(words.theirs) != std::string::npos) return words.ours;
    }
    return "this is no valid YAML: " + message;
}

/// The parser takes the end of the file for the closing quote; only the last quoted text can be such a one.
const Node* never_closed(const Document& document) {
    const Node* last = nullptr;
    for (const Node& node : document.nodes) {
        if (node.quoted) last = &node;
    }
    if (last == nullptr) return nullptr;
    const std::string& bytes = document.bytes;
    std::size_t at = offset_of(bytes, last->line, last->column);
    const char quote = at < bytes.size() ? bytes[at] : '\0';
    if (quote != '"' && quote != '\'') return nullptr;
    for (++at; at < bytes.size(); ++at) {
        if (quote == '"' && bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == quote) {
            return nullptr;
        }
    }
    return last;
}

void check_doubled_keys(const Document& document, std::vector<Issue>& issues) {
    constexpr int kMost = 50;
    int found = 0;
    std::vector<const Node*> keys;
    for (const Node& node : document.nodes) {
        if (node.kind != Node::Kind::map) continue;
        keys.clear();
        for (std::size_t i = 0; i < node.children.size(); i += 2)
            keys.push_back(node.children[i]);
        std::stable_sort(keys.begin(), keys.end(), [](const Node* a, const Node* b) { return a->text < b->text; });
        for (std::size_t i = 1; i < keys.size(); ++i) {
            if (keys[i]->kind != Node::Kind::text || keys[i - 1]->kind != Node::Kind::text) continue;
            if (keys[i]->text != keys[i - 1]->text) continue;
            Issue issue = issue_at(document.file, keys[i]->line, keys[i]->column,
                                   "the key " + named(keys[i]->text) + " is given twice; the first is on line " +
                                       std::to_string(keys[i - 1]->line));
            issue.path = path_of(*keys[i]);
            issues.push_back(std::move(issue));
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

std::unique_ptr<Document> parse(std::string bytes, const std::string& file, std::vector<Issue>& issues) {
    auto document = std::make_unique<Document>();
    document->file = file;
    document->bytes = std::move(bytes);
    if (document->bytes.starts_with("\xEF\xBB\xBF")) document->bytes.erase(0, 3);  // the mark some editors put first
    if (document->bytes.size() > kLargestFile) {
        issues.push_back(issue_at(file, 0, 0, "the file is larger than 1 MiB"));
        return document;
    }
    if (!check_bytes(document->bytes, file, issues)) return document;

    Builder builder(*document);
    std::string message;
    YAML::Mark mark;
    try {
        std::istringstream stream(document->bytes);
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
        if (builder.began_second()) {
            message = "a second document begins here (`---`): put it in a file of its own";
            mark = builder.second();
        }
    } catch (const Refused& refused) {
        message = refused.message;
        mark = refused.mark;
    } catch (const YAML::Exception& problem) {
        message = plain_message(problem.msg);
        mark = problem.mark;
        if (const int line = tab_indented_line(document->bytes, mark.line + 1)) {
            message = "a tab indents this line: YAML wants spaces";
            mark.line = line - 1;
            mark.column = 0;
        }
    }
    if (!message.empty()) {
        const int line = std::max(mark.line, 0) + 1;
        const std::size_t offset = offset_of(document->bytes, line, std::max(mark.column, 0) + 1);
        issues.push_back(issue_at(file, line, position(document->bytes, offset).second, message));
        document->root = nullptr;
        return document;
    }
    if (document->root == nullptr || document->root->kind == Node::Kind::nothing) {
        issues.push_back(issue_at(file, 1, 1, "the file is empty"));
        document->root = nullptr;
        return document;
    }
    if (const Node* open = never_closed(*document)) {
        const auto [line, column] = position(document->bytes, offset_of(document->bytes, open->line, open->column));
        issues.push_back(issue_at(file, line, column, "a quote is opened here and never closed"));
        document->root = nullptr;
        return document;
    }
    check_doubled_keys(*document, issues);
    return document;
}

std::unique_ptr<Document> load(const std::string& file, std::vector<Issue>& issues) {
    const auto refused = [&](const char* why) {
        issues.push_back(issue_at(file, 0, 0, why));
        auto document = std::make_unique<Document>();
        document->file = file;
        return document;
    };
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return refused("the file does not exist or may not be read");
    if (!S_ISREG(status.st_mode)) return refused("this is no regular file");
    if (static_cast<std::uint64_t>(status.st_size) > kLargestFile) return refused("the file is larger than 1 MiB");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refused("the file does not exist or may not be read");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return parse(std::move(bytes), file, issues);
}

}  // namespace shift311::script::read
