#include "assessment/records/chain.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstring>
#include <vector>

namespace shift311::records {
namespace {

void put_number(std::string& bytes, std::uint64_t value) {
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8U * static_cast<unsigned>(i))));
}

std::vector<std::string> parts_of(std::string_view text, char by) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(by, at);
        parts.emplace_back(text.substr(at, end - at));
        if (end == std::string_view::npos) return parts;
        at = end + 1;
    }
}

std::string sql_of(const Protected& table, bool all) {
    const std::string name(table.table);
    std::string sql = "SELECT " + std::string(table.key) + ", * FROM " + name;
    if (all) return sql + " ORDER BY " + std::string(table.order);
    int i = 0;
    for (const std::string& column : parts_of(table.key, ','))
        sql += (i++ ? " AND " : " WHERE ") + column + " = ?";
    return sql;
}

}  // namespace

void RowBytes::sized(char type, std::string_view bytes) {
    bytes_ += type;
    put_number(bytes_, bytes.size());
    bytes_ += bytes;
}

RowBytes& RowBytes::text(std::string_view value) {
    sized('t', value);
    return *this;
}

RowBytes& RowBytes::number(std::int64_t value) {
    bytes_ += 'n';
    put_number(bytes_, static_cast<std::uint64_t>(value));
    return *this;
}

RowReader::RowReader(SQLite::Database& db, const Protected& table, bool all)
    : table_(table),
      read_(std::make_unique<SQLite::Statement>(db, sql_of(table, all))),
      keys_(static_cast<int>(parts_of(table.key, ',').size())) {}
RowReader::~RowReader() = default;

bool RowReader::find(std::string_view key) {
    const auto parts = parts_of(key, '/');
    if (static_cast<int>(parts.size()) != keys_) return false;
    read_->tryReset();
    for (int i = 0; i < keys_; ++i)
        read_->bind(i + 1, parts[static_cast<std::size_t>(i)]);  // a whole number's column takes its digits
    return read_->executeStep();
}

bool RowReader::next() {
    return read_->executeStep();
}

std::string RowReader::key() const {
    std::string key;
    for (int i = 0; i < keys_; ++i)
        key += (i ? "/" : "") + read_->getColumn(i).getString();
    return key;
}

Digest RowReader::content() const {
    RowBytes bytes(table_.table);
    for (int i = keys_; i < read_->getColumnCount(); ++i) {
        const SQLite::Column column = read_->getColumn(i);
        if (column.isInteger())
            bytes.number(column.getInt64());
        else
            bytes.text(column.getString());
    }
    return bytes.digest();
}

Digest digest_in(const SQLite::Column& column) {
    Digest digest{};
    if (column.getBytes() == static_cast<int>(digest.size()))
        std::memcpy(digest.data(), column.getBlob(), digest.size());
    return digest;
}

Link next_link(const Link& before, std::string_view table, std::string_view key, const Digest& content) {
    std::string bytes(reinterpret_cast<const char*>(before.hash.data()), before.hash.size());
    const std::int64_t number = before.number + 1;
    put_number(bytes, static_cast<std::uint64_t>(number));
    put_number(bytes, table.size());
    bytes += table;
    put_number(bytes, key.size());
    bytes += key;
    bytes.append(reinterpret_cast<const char*>(content.data()), content.size());
    return {number, digest(bytes)};
}

}  // namespace shift311::records
