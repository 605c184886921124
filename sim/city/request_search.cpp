#include "sim/city/request_search.hpp"

#include "assessment/text/distance.hpp"
#include "assessment/text/normal.hpp"
#include "assessment/text/street_address.hpp"
#include "sim/city/word_score.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace shift311::city {

namespace {

constexpr std::size_t kLongestQuery = 400;

/// The address as on file and as a person says or spells it out, so that "street", "S" and "south" all find it.
std::string searchable_address(const std::string& address) {
    const text::Location place = text::parse_location(address);
    std::string out = text::plain(address) + " " + text::plain(text::written(place));
    const auto street_words = [&](text::StreetAddress street) {
        street.number.clear();
        out += " " + text::plain(text::spoken(text::written(street)));
    };
    street_words(place.first);
    for (const text::StreetAddress& street : place.cross)
        street_words(street);
    return out;
}

/// The first run of six digits or more, over the spaces between its groups; empty when there is none.
std::string reference_number(const std::string& query) {
    constexpr std::size_t kFewestDigits = 6;
    std::string run;
    for (const std::string& word : text::words(std::string_view(query).substr(0, kLongestQuery))) {
        if (word.find_first_not_of("0123456789") == std::string::npos) {
            run += word;
        } else {
            if (run.size() >= kFewestDigits) break;
            run.clear();
        }
    }
    return run.size() >= kFewestDigits ? run : std::string();
}

}  // namespace

struct RequestSearch::Index {
    struct Row {
        std::string reference;
        bool open = true;
        int age = 0;  // days
    };

    Index() : database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
        database.exec(
            "CREATE VIRTUAL TABLE request USING fts5(reference, place, service, description, "
            "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')");
    }

    void put(const Request& request) {
        std::int64_t row = 0;
        const auto known = row_of.find(request.reference);
        if (known != row_of.end()) {
            row = known->second;
            SQLite::Statement remove(database, "DELETE FROM request WHERE rowid = ?");
            remove.bind(1, row);
            remove.exec();
        } else {
            row = static_cast<std::int64_t>(rows.size());
            rows.emplace_back();
            row_of.emplace(request.reference, row);
        }
        rows[static_cast<std::size_t>(row)] = {request.reference, request.status == "open", request.opened_days_ago};
        const auto service = service_names.find(request.service);
        const std::string service_words =
            text::plain(request.service) + " " + (service == service_names.end() ? "" : service->second);
        SQLite::Statement insert(
            database, "INSERT INTO request (rowid, reference, place, service, description) VALUES (?, ?, ?, ?, ?)");
        insert.bind(1, row);
        insert.bind(2, text::plain(request.reference));
        insert.bind(3, searchable_address(request.address));
        insert.bind(4, service_words);
        insert.bind(5, text::plain(request.description));
        insert.exec();
    }

    /// Rows that hold a word with this beginning.
    std::vector<std::int64_t> matching(const std::string& word) {
        if (!match)
            match = std::make_unique<SQLite::Statement>(database, "SELECT rowid FROM request WHERE request MATCH ?");
        match->reset();
        match->bind(1,
                    "\"" + word + "\"*");  // `word` holds letters and digits only, so nothing in it can end the string
        std::vector<std::int64_t> found;
        while (match->executeStep())
            found.push_back(match->getColumn(0).getInt64());
        match->reset();
        return found;
    }

    SQLite::Database database;
    std::unique_ptr<SQLite::Statement> match;
    std::vector<Row> rows;
    std::map<std::string, std::int64_t> row_of;
    std::map<std::string, std::string> service_names;
};

RequestSearch::RequestSearch(const City& city) : index_(std::make_unique<Index>()) {
    for (const Service& service : city.services) {
        std::string words = text::plain(service.name);
        for (const std::string& keyword : service.keywords)
            words += " " + text::plain(keyword);
        index_->service_names.emplace(service.code, std::move(words));
    }
    SQLite::Transaction all(index_->database);
    for (const Request& request : city.requests)
        index_->put(request);
    all.commit();
}

RequestSearch::~RequestSearch() = default;
RequestSearch::RequestSearch(RequestSearch&&) noexcept = default;
RequestSearch& RequestSearch::operator=(RequestSearch&&) noexcept = default;

void RequestSearch::add(const Request& request) {
    index_->put(request);
}

std::vector<RequestHit> RequestSearch::find(const std::string& query, std::size_t limit) const {
    std::vector<std::string> typed = query_words(query);
    if (typed.empty()) return {};
    // "1734 65 20" is one number said in groups; no address has more than five digits in a row.
    const std::string digits = reference_number(query);
    if (!digits.empty()) typed = {digits};
    struct Scored {
        const Index::Row* row;
        std::size_t words;
        bool exact;
        bool near;
    };
    std::vector<std::size_t> words(index_->rows.size());
    for (const std::string& word : typed) {
        for (const std::int64_t row : index_->matching(word))
            ++words[static_cast<std::size_t>(row)];
    }
    const std::size_t most = words.empty() ? 0 : *std::max_element(words.begin(), words.end());
    std::vector<Scored> scored;
    for (std::size_t i = 0; i < index_->rows.size(); ++i) {
        const Index::Row& row = index_->rows[i];
        // All words when some request has them all; otherwise whoever has the most, and more than half.
        const bool fits = words[i] > 0 && words[i] == most && most * 2 > typed.size();
        const bool slip = most == 0 && digits.size() == row.reference.size() && !digits.empty() &&
                          text::osa(digits, row.reference) == 1;
        if (fits || slip) scored.push_back({&row, words[i], digits == row.reference, slip});
    }
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        if (a.exact != b.exact) return a.exact;
        if (a.row->open != b.row->open) return a.row->open;
        if (a.row->age != b.row->age) return a.row->age < b.row->age;
        return a.row->reference < b.row->reference;
    });
    std::vector<RequestHit> found;
    for (const Scored& one : scored) {
        if (found.size() == limit) break;
        found.push_back({one.row->reference, one.near});
    }
    return found;
}

}  // namespace shift311::city
