#include "sim/script/read/repair.hpp"

#include "sim/script/read/bytes.hpp"
#include "sim/script/read/report.hpp"

#include <algorithm>
#include <string_view>

namespace shift311::script::read {
namespace {

constexpr std::size_t kNone = std::string::npos;

/// The parser's messages for a character that begins or ends something where it can't.
struct Character {
    const char* theirs;
    const char* characters;  ///< looked for in the line, from where the parser stopped back to its beginning
    const char* ours;
};
constexpr const char* kAlias = "an alias (`*name`) is not allowed here: write the value out, or put the text in quotes";
constexpr const char* kAnchor =
    "an anchor (`&name`) is not allowed here: write the value out, or put the text in quotes";
constexpr const char* kTag = "a tag (`!name`) is not allowed here: leave it out, or put the text in quotes";
constexpr const char* kEscape = "this is no escape: write `\\\\` for a backslash in a text in double quotes";
constexpr Character kCharacters[] = {
    {"anchor is not defined", "*", kAlias},
    {"alias", "*", kAlias},
    {"anchor", "&", kAnchor},
    {"tag", "!", kTag},
    {"escape character", "\\", kEscape},
    {"scanning hex number", "\\", kEscape},
    {"invalid unicode", "\\", kEscape},
    {"block scalar", "|>",
     "after `|` or `>` the text begins on the next line; a text that starts with one is put in quotes"},
    {"unknown token", "@`%", "a text can't begin with this character: put it in quotes"},
    {"illegal block entry", "-", "a `-` stands where no list item can be: check the indentation"},
    {"illegal flow end", "]}", "a `}` or `]` closes nothing: put the text in quotes"},
    {"illegal map key", "?", "a `?` stands where no key can be: put the text in quotes"},
};

class Repairer {
  public:
    Repairer(const std::string& text, const Tree& tree)
        : text_(text), tree_(tree), stop_(*tree.stop), at_(offset_of(text, stop_.line, stop_.column)) {
        for (const Node& node : tree.nodes) {
            if (node.kind == Node::Kind::text) last_ = &node;
        }
    }

    Repair run() const {
        if (stop_.final) return rest(stop_.message);
        if (says("illegal map value") && here(at_) == ':') return colon();
        const bool flow = says("flow not found");
        if (flow && here(at_) == ':' && last_ != nullptr && last_->line == stop_.line) return colon();
        if (says("end of map") || says("end of sequence")) {
            const std::size_t quote = last_ == nullptr ? kNone : offset_of(text_, last_->line, last_->column);
            if (quote != kNone && last_->quoted && ends_quote(quote)) return quoted(quote);
            if (flow) return bracket();
            return misfit();
        }
        for (const Character& character : kCharacters) {
            if (!says(character.theirs)) continue;
            const std::size_t found = back_to(character.characters);
            if (found != kNone) return one(found, character.ours);
            break;
        }
        return rest("this is no valid YAML: " + stop_.message);
    }

  private:
    bool says(const char* words) const { return stop_.message.find(words) != std::string::npos; }
    char here(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    std::size_t line_begin(std::size_t at) const {
        if (at == 0) return 0;
        const std::size_t found = text_.rfind('\n', at - 1);
        return found == kNone ? 0 : found + 1;
    }
    std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

    std::size_t back_to(std::string_view characters) const {
        const std::size_t begin = line_begin(at_);
        for (std::size_t i = std::min(at_ + 1, text_.size()); i-- > begin;) {
            if (characters.find(text_[i]) != std::string_view::npos) return i;
        }
        return kNone;
    }

    /// One character of a value is left out, and with it the value.
    static Repair one(std::size_t at, std::string message) {
        return {at, std::move(message), {}, at, at + 1, false, false};
    }

    Repair colon() const {
        Repair repair = one(at_, "a `:` stands where no key can be: put the text in quotes, or check the indentation");
        if (last_ == nullptr || last_->line == stop_.line) return repair;
        // A text that began on a line above runs on into this one.
        repair.hides_keys = true;
        const std::size_t line = line_begin(at_);
        std::size_t i = line == 0 ? 0 : line_begin(line - 1);
        while (here(i) == ' ' || here(i) == '-')
            ++i;
        const std::size_t begin = i;
        while ((here(i) >= 'a' && here(i) <= 'z') || here(i) == '_')
            ++i;
        if (i > begin && here(i) == ':' && here(i + 1) > ' ' && here(i + 1) != '/') {
            repair.at = i;
            repair.message = "a space is missing after this `:`";
        }
        return repair;
    }

    /// True when the text before the stop is the end of the text in quotes that begins at `quote`.
    bool ends_quote(std::size_t quote) const {
        if (here(quote) != '"' && here(quote) != '\'') return false;
        std::size_t i = at_;
        while (i > quote + 1 && (text_[i - 1] == ' ' || text_[i - 1] == '\t'))
            --i;
        return i > quote + 1 && text_[i - 1] == text_[quote];
    }

    Repair quoted(std::size_t quote) const {
        const bool twice = text_[quote] == '"';
        Repair repair = one(quote, twice ? "text follows the closing quote: put all of it in quotes, and write `\\\"` "
                                           "for a quote inside"
                                         : "text follows the closing quote: put all of it in double quotes, or write "
                                           "`''` for an apostrophe inside");
        if (last_->line == stop_.line) {
            repair.at = at_;
            return repair;
        }
        repair.message = "the quote opened here is closed only on line " + std::to_string(stop_.line) +
                         ", with text after it: is a closing quote missing?";
        return repair;
    }

    Repair bracket() const {
        for (std::size_t i = tree_.open.size(); i-- > 0;) {
            const Node& node = *tree_.open[i];
            const std::size_t at = offset_of(text_, node.line, node.column);
            if (!node.flow || (here(at) != '[' && here(at) != '{')) continue;
            Repair repair = one(at, here(at) == '[' ? "a `]` is missing: the `[` here is not closed"
                                                    : "a `}` is missing: the `{` here is not closed");
            repair.hides_keys = true;
            return repair;
        }
        return misfit();
    }

    /// A line that fits nothing above it is left out, and with it what seems to belong to it.
    Repair misfit() const {
        Repair repair;
        repair.lines = true;
        repair.begin = line_begin(at_);
        repair.end = line_end(at_);
        repair.at = at_;
        repair.message = says("sequence")
                             ? "this line does not fit the list above it: check the indentation and the dashes"
                             : "this line does not fit the lines above it: check the indentation and the quotes";
        const std::size_t own = indentation(repair.begin);
        if (own == kNone) return rest(repair.message);
        int lines = 1;
        while (repair.end + 1 < text_.size()) {
            const std::size_t indented = indentation(repair.end + 1);
            if (indented != kNone && (own == 0 ? indented == 0 : indented < own)) break;
            repair.end = line_end(repair.end + 1);
            ++lines;
        }
        if (lines > 1)
            repair.suggestion = "lines " + std::to_string(stop_.line) + " to " +
                                std::to_string(stop_.line + lines - 1) + " are not checked until then";
        return repair;
    }

    /// kNone for a line of nothing but white space, and behind the end.
    std::size_t indentation(std::size_t begin) const {
        const std::size_t text = begin < text_.size() ? text_.find_first_not_of(' ', begin) : kNone;
        return text == kNone || text_[text] == '\n' || text_[text] == '\r' ? kNone : text - begin;
    }

    Repair rest(std::string message) const {
        Repair repair;
        repair.lines = true;
        repair.at = at_;
        repair.begin = line_begin(at_);
        repair.end = text_.size();
        repair.message = std::move(message);
        if (text_.find_first_not_of(" \t\r\n", line_end(at_)) != kNone)
            repair.suggestion = "the rest of the file is not checked until then";
        return repair;
    }

    const std::string& text_;
    const Tree& tree_;
    const Stop& stop_;
    std::size_t at_;
    const Node* last_ = nullptr;
};

}  // namespace

Repair repair_of(const std::string& text, const Tree& tree) {
    return Repairer(text, tree).run();
}

const Node* never_closed(const std::string& text, const Tree& tree) {
    const Node* last = nullptr;  // only the last one can be
    for (const Node& node : tree.nodes) {
        if (node.quoted) last = &node;
    }
    if (last == nullptr) return nullptr;
    std::size_t at = offset_of(text, last->line, last->column);
    const char quote = at < text.size() ? text[at] : '\0';
    if (quote != '"' && quote != '\'') return nullptr;
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            return nullptr;
        }
    }
    return last;
}

int tab_in_the_way(const std::string& text, const Tree& tree, const std::vector<int>& indented) {
    if (indented.empty()) return 0;
    if (tree.stop) {
        const int stop = tree.stop->line;
        if (tree.stop->message.find("illegal tab") != std::string::npos)
            return indented.front() <= stop ? indented.front() : 0;
        return std::binary_search(indented.begin(), indented.end(), stop) ? stop : 0;
    }
    for (const Node& node : tree.nodes) {
        if ((node.parent != nullptr && node.parent->flow) || node.kind != Node::Kind::text) continue;
        if (!std::binary_search(indented.begin(), indented.end(), node.line)) continue;
        const std::size_t begin = offset_of(text, node.line, 1);
        if (text.find_first_not_of(" \t", begin) == begin + static_cast<std::size_t>(node.column) - 1) return node.line;
    }
    return 0;
}

}  // namespace shift311::script::read
