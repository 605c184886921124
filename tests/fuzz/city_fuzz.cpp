// Any bytes as one of a city's files, the common files or a shift: read and checked, or mistakes that name a place and
// say something.
#include "assessment/text/normal.hpp"
#include "sim/script/read/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace read = shift311::script::read;
using shift311::city::City;

using Reader = void (*)(read::Report&, read::Source&, const read::Node&, City&);
struct File {
    std::string_view key;  ///< the first key of the file says which it is
    Reader reader;
};
constexpr File kFiles[] = {{"streets", read::read_streets},     {"services", read::read_services},
                           {"directory", read::read_directory}, {"articles", read::read_articles},
                           {"requests", read::read_requests},   {"referrals", read::read_referrals}};

void check_issues(const std::vector<read::Issue>& issues, std::ptrdiff_t lines) {
    for (const read::Issue& issue : issues) {
        if (issue.message.empty() || issue.line < 1 || issue.line > lines || issue.column < 1) std::abort();
        const std::string said = read::text(issue);
        if (!shift311::text::valid_utf8(said) || said.find('\n') != std::string::npos) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n') + 1;
    std::vector<read::Issue> issues;
    read::CityDraft draft;
    draft.city.id = "fuzz";
    read::Source& source = draft.sources.emplace_back();
    source.document = read::parse(bytes, "fuzz.yaml", issues);
    const read::Node* root = source.document->root;
    if (root == nullptr && issues.empty()) std::abort();
    if (root != nullptr && root->kind == read::Node::Kind::map && !root->children.empty()) {
        const std::string& key = root->children.front()->text;
        read::Report report(*source.document, issues);
        if (key == "shift") {
            read::draft_shift(std::move(source.document), issues);
        } else if (key == "phrases") {
            read::read_phrase_map(report, source, *root->children[1]);
        } else {
            for (const File& file : kFiles) {
                if (file.key == key) file.reader(report, source, *root, draft.city);
            }
            const shift311::city::AddressBook book(draft.city);
            read::check_city(draft, book, issues);
        }
    }
    check_issues(issues, lines);
    return 0;
}
