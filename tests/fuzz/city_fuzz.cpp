// Any bytes as one of a city's files, the common files or a shift: read and checked, or mistakes that name a place and
// say something.
#include "sim/script/read/check.hpp"
#include "tests/fuzz/told.hpp"

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
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
    shift311::fuzz::require_told(issues, bytes);
    return 0;
}
