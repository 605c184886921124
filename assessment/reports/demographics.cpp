#include "assessment/reports/demographics.hpp"

#include "assessment/text/normal.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace shift311::reports {
namespace {

std::string trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

/// Comma-separated text as RFC 4180 has it, with the line each record begins on.
class Records {
  public:
    Records(std::string_view text, const std::string& name) : text_(text), name_(name) {}

    struct Record {
        int line = 0;
        std::vector<std::string> cells;
    };

    /// False at the end. Lines without anything on them are passed over.
    bool next(Record& out) {
        while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
            line_ += text_[at_] == '\n' ? 1 : 0;
            ++at_;
        }
        if (at_ >= text_.size()) return false;
        out = {line_, {}};
        do {
            out.cells.push_back(cell());
        } while (more_);
        return true;
    }

    [[noreturn]] void refuse(int line, const std::string& why) const {
        throw BadDemographics(name_ + ":" + std::to_string(line) + ": " + why);
    }

  private:
    std::string cell() {
        more_ = false;
        std::string out;
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
        const bool quoted = at_ < text_.size() && text_[at_] == '"';
        const int began = line_;
        if (quoted) {
            for (++at_;; ++at_) {
                if (at_ >= text_.size()) refuse(began, "a quotation mark is opened and never closed.");
                if (text_[at_] == '"' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
                if (text_[at_] == '"') ++at_;
                line_ += text_[at_] == '\n' ? 1 : 0;
                out += text_[at_];
            }
            ++at_;
        }
        for (; at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n'; ++at_) {
            const char c = text_[at_];
            if (quoted && c != ' ' && c != '\t' && c != '\r')
                refuse(began, "there is text after a closing quotation mark.");
            if (!quoted) out += c;
        }
        more_ = at_ < text_.size() && text_[at_] == ',';
        if (at_ < text_.size()) {
            line_ += text_[at_] == '\n' ? 1 : 0;
            ++at_;
        }
        return trimmed(out);
    }

    std::string_view text_;
    const std::string& name_;
    std::size_t at_ = 0;
    int line_ = 1;
    bool more_ = false;
};

Demographics from_csv(std::string_view text, const std::string& name) {
    Records records(text, name);
    Records::Record record;
    if (!records.next(record)) records.refuse(1, "the file is empty; its first line names the columns: person, sex.");
    const int head = record.line;
    if (record.cells.size() < 2 || text::folded(record.cells.front()) != "person")
        records.refuse(head, "the first line must name the columns, \"person\" first: person, sex.");
    Demographics out;
    std::set<std::string> known;
    for (std::size_t i = 1; i < record.cells.size(); ++i) {
        if (record.cells[i].empty()) records.refuse(head, "column " + std::to_string(i + 1) + " has no name.");
        if (!known.insert(text::folded(record.cells[i])).second)
            records.refuse(head, "there are two columns named \"" + record.cells[i] + "\".");
        out.attributes.push_back(record.cells[i]);
    }
    while (records.next(record)) {
        if (record.cells.size() != out.attributes.size() + 1) {
            records.refuse(record.line, "there are " + std::to_string(record.cells.size()) +
                                            " cells, and the first line names " +
                                            std::to_string(out.attributes.size() + 1) + ".");
        }
        Demographics::Row row;
        row.line = record.line;
        row.person = record.cells.front();
        if (row.person.empty()) records.refuse(record.line, "nobody is named.");
        for (std::size_t i = 0; i < out.attributes.size(); ++i) {
            if (!record.cells[i + 1].empty()) row.groups[out.attributes[i]] = record.cells[i + 1];
        }
        out.rows.push_back(std::move(row));
    }
    return out;
}

Demographics from_json(std::string_view text, const std::string& name) {
    using nlohmann::ordered_json;
    const auto refuse = [&](std::size_t place, const std::string& why) {
        throw BadDemographics(name + ": entry " + std::to_string(place) + ": " + why);
    };
    ordered_json all;
    try {
        all = ordered_json::parse(text);
    } catch (const nlohmann::json::parse_error& bad) {
        const auto line =
            1 +
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(bad.byte, text.size())), '\n');
        throw BadDemographics(name + ":" + std::to_string(line) + ": this is not sound JSON.");
    } catch (const nlohmann::json::exception&) {
        throw BadDemographics(name + ": this is not sound JSON: a number is out of range.");
    }
    if (!all.is_array()) throw BadDemographics(name + ": a list of {\"person\": ..., \"sex\": ...} is wanted.");
    Demographics out;
    out.entries = true;
    for (const ordered_json& one : all) {
        const std::size_t place = out.rows.size() + 1;
        if (!one.is_object()) refuse(place, "a {\"person\": ..., \"sex\": ...} is wanted.");
        Demographics::Row row;
        row.line = static_cast<int>(place);
        for (const auto& [key, value] : one.items()) {
            if (!value.is_string() && !value.is_null()) refuse(place, "\"" + key + "\" must be text.");
            const std::string words = value.is_null() ? std::string() : trimmed(value.get<std::string>());
            if (key == "person") {
                row.person = words;
                continue;
            }
            if (std::find(out.attributes.begin(), out.attributes.end(), key) == out.attributes.end())
                out.attributes.push_back(key);
            if (!words.empty()) row.groups[key] = words;
        }
        if (row.person.empty()) refuse(place, "nobody is named: \"person\" is missing.");
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace

Demographics read_demographics(std::string_view text, const std::string& name) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";  // some spreadsheets begin with it
    if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
    if (!text::valid_utf8(text)) throw BadDemographics(name + ": this is not UTF-8 text; save it as CSV UTF-8.");
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
    return json ? from_json(text, name) : from_csv(text, name);
}

}  // namespace shift311::reports
