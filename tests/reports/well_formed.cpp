#include "tests/reports/well_formed.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace shift311::reports::tests {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

bool sound_reference(const std::string& page, std::size_t at) {
    for (const char* known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
        if (page.compare(at, std::string(known).size(), known) == 0) return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> faults_of(const std::string& page) {
    static const std::set<std::string> kVoid{"meta", "br", "col", "line", "circle", "rect", "polyline"};
    static const std::set<std::string> kKnown{
        "html", "head", "title", "style",  "body",       "header",   "main", "section", "div",    "span",
        "p",    "h1",   "h2",    "h3",     "h4",         "strong",   "a",    "ul",      "ol",     "li",
        "dl",   "dt",   "dd",    "table",  "thead",      "tbody",    "tr",   "th",      "td",     "caption",
        "time", "code", "bdi",   "del",    "ins",        "svg",      "line", "rect",    "circle", "polyline",
        "text", "meta", "br",    "figure", "figcaption", "colgroup", "col"};
    std::vector<std::string> faults;
    std::vector<std::string> open;
    std::set<std::string> ids;
    const auto fault = [&](const std::string& what) { faults.push_back(what); };
    if (page.compare(0, 15, "<!DOCTYPE html>") != 0) fault("no document type");
    if (page.find("<html lang=\"en\">") == std::string::npos) fault("no language");
    for (std::size_t at = 15; at < page.size(); ++at) {
        if (page[at] == '&' && !(!open.empty() && open.back() == "style") && !sound_reference(page, at)) {
            fault("a bare & at " + std::to_string(at));
        }
        const auto byte = static_cast<unsigned char>(page[at]);
        if (byte < 0x20 && byte != '\n' && byte != '\t') fault("a control character at " + std::to_string(at));
        if (page[at] != '<') continue;
        if (!open.empty() && open.back() == "style" && page.compare(at, 8, "</style>") != 0) {
            fault("markup inside the style");
            continue;
        }
        const auto end = page.find('>', at);
        if (end == std::string::npos) {
            fault("a tag without end");
            break;
        }
        std::string tag = page.substr(at + 1, end - at - 1);
        const bool closes = !tag.empty() && tag.front() == '/';
        const bool closed = !tag.empty() && tag.back() == '/';
        if (closes) tag.erase(0, 1);
        const std::string name = tag.substr(0, tag.find_first_of(" /\n"));
        if (!kKnown.count(name)) fault("the tag <" + name.substr(0, 40) + ">");
        if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) fault("an open quotation in <" + name + ">");
        std::string names;  // of attributes: what stands outside quotations
        bool quoted = false;
        for (const char c : tag) {
            if (c == '"') quoted = !quoted;
            if (!quoted) names += c;
        }
        for (const char* bad : {" src=", " on", " style="}) {
            if (names.find(bad) != std::string::npos) fault(std::string(bad) + " in <" + name + ">");
        }
        if (const auto id = tag.find(" id=\""); id != std::string::npos) {
            const std::string value = tag.substr(id + 5, tag.find('"', id + 5) - id - 5);
            if (!ids.insert(value).second) fault("the id " + value + " twice");
        }
        if (name == "th" && !closes && tag.find("scope=") == std::string::npos) fault("a table heading without scope");
        at = end;
        if (closed || kVoid.count(name)) continue;
        if (!closes) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            fault("</" + name + "> closes " + (open.empty() ? "nothing" : "<" + open.back() + ">"));
            break;
        } else {
            open.pop_back();
        }
    }
    for (const std::string& name : open)
        fault("<" + name + "> stays open");
    for (auto at = page.find("href=\""); at != std::string::npos; at = page.find("href=\"", at + 1)) {
        if (page[at + 6] != '#')
            fault("a link that leaves the page");
        else if (!ids.count(page.substr(at + 7, page.find('"', at + 7) - at - 7)))
            fault("a link to nowhere");
    }
    const std::string style = page.substr(page.find("<style>"), page.find("</style>") - page.find("<style>"));
    if (style.find("url(") != std::string::npos || style.find("@import") != std::string::npos)
        fault("the style fetches something");
    if (std::count(style.begin(), style.end(), '{') != std::count(style.begin(), style.end(), '}'))
        fault("the style is broken");
    return faults;
}

std::string seen(const std::string& page) {
    std::string out;
    const auto style_end = page.find("</style>");
    for (std::size_t at = style_end == std::string::npos ? 0 : style_end; at < page.size(); ++at) {
        if (page[at] == '<') {
            at = std::min(page.find('>', at), page.size() - 1);
            out += ' ';
        } else {
            out += page[at];
        }
    }
    for (const auto& [what, with] : std::array<std::pair<const char*, const char*>, 6>{
             {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"\u00a0", " "}, {"&amp;", "&"}}}) {
        out = replaced(out, what, with);
    }
    std::string tidy;
    for (const char c : out) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            tidy += c;
        else if (!tidy.empty() && tidy.back() != ' ')
            tidy += ' ';
    }
    return tidy;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (at + 1 < text.size() && text[at + 1] == '"')
                cell += text[++at];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            row.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
            ++at;
            row.push_back(std::move(cell));
            cell.clear();
            rows.push_back(std::move(row));
            row.clear();
        } else {
            cell += c;
        }
    }
    if (!row.empty() || !cell.empty()) rows.push_back({"a last line without end"});
    return rows;
}

}  // namespace shift311::reports::tests
