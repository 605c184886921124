// Entries, accounts and rules: rows that people and the program add besides attempts.
#include "assessment/records/fact.hpp"
#include "assessment/records/store.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/records/uuid.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <stdexcept>

namespace shift311::records {
namespace {

std::string put_entry(Store::Impl& impl, Entry entry) {
    if (entry.id.empty()) entry.id = new_uuid();
    if (entry.at.empty()) entry.at = utc_now();
    SQLite::Statement add(*impl.db,
                          "INSERT INTO entry (id, number, kind, about, attempt, contact, at, by, body) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add.bind(1, entry.id);
    add.bind(2, impl.next_number("entry"));
    add.bind(3, entry.kind);
    add.bind(4, entry.about);
    add.bind(5, entry.attempt);
    add.bind(6, entry.contact);
    add.bind(7, entry.at);
    add.bind(8, entry.by);
    add.bind(9, entry.body);
    add.exec();
    impl.chain("entry", entry.id);
    return entry.id;
}

}  // namespace

std::string Store::add_entry(Entry entry) {
    impl_->demand_writable();
    return impl_->guarded([&] {
        AllOrNone bracket(*impl_);
        std::string id = put_entry(*impl_, std::move(entry));
        bracket.commit();
        return id;
    });
}

void Store::add_entries(std::span<const Entry> entries) {
    impl_->demand_writable();
    impl_->guarded([&] {
        AllOrNone bracket(*impl_);
        for (const Entry& entry : entries)
            put_entry(*impl_, entry);
        bracket.commit();
    });
}

std::vector<Entry> Store::entries(std::string_view kind, std::string_view about, std::string_view attempt) const {
    return impl_->guarded([&] {
        std::string sql = "SELECT id, kind, about, attempt, contact, at, by, body FROM entry WHERE kind = ?1";
        if (!about.empty()) sql += " AND about = ?2";
        if (!attempt.empty()) sql += " AND attempt = ?3";
        SQLite::Statement read(*impl_->db, sql + " ORDER BY at, number, id");
        read.bind(1, std::string(kind));
        if (!about.empty()) read.bind(2, std::string(about));
        if (!attempt.empty()) read.bind(3, std::string(attempt));
        std::vector<Entry> out;
        while (read.executeStep()) {
            Entry entry;
            entry.id = read.getColumn(0).getString();
            entry.kind = read.getColumn(1).getString();
            entry.about = read.getColumn(2).getString();
            entry.attempt = read.getColumn(3).getString();
            entry.contact = read.getColumn(4).getUInt();
            entry.at = read.getColumn(5).getString();
            entry.by = read.getColumn(6).getString();
            entry.body = read.getColumn(7).getString();
            out.push_back(std::move(entry));
        }
        return out;
    });
}

Person Store::add_account(std::string_view name, std::string_view role, std::string_view secret, std::string_view by) {
    impl_->demand_writable();
    return impl_->guarded([&] {
        AllOrNone bracket(*impl_);
        Person person = impl_->make_person(name);
        const std::int64_t number = impl_->next_number("account");
        SQLite::Statement add(*impl_->db,
                              "INSERT INTO account (station, number, person, role, secret, at, by) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, impl_->station);
        add.bind(2, number);
        add.bind(3, person.id);
        add.bind(4, std::string(role));
        add.bind(5, std::string(secret));
        add.bind(6, utc_now());
        add.bind(7, by.empty() ? person.id : std::string(by));  // the first administrator is made by nobody else
        add.exec();
        impl_->chain("account", impl_->station + "/" + std::to_string(number));
        bracket.commit();
        return person;
    });
}

std::vector<AccountRow> Store::account_rows() const {
    return impl_->guarded([&] {
        SQLite::Statement read(
            *impl_->db,
            "SELECT person.id, person.name, person.added, account.role, account.secret, account.at, account.by "
            "FROM person JOIN account ON account.person = person.id WHERE NOT EXISTS (SELECT 1 FROM account AS later "
            "WHERE later.person = person.id AND (later.number, later.at, later.station) > "
            "(account.number, account.at, account.station)) ORDER BY person.name_key, person.added, person.id");
        std::vector<AccountRow> out;
        while (read.executeStep()) {
            AccountRow row;
            row.person = {read.getColumn(0).getString(), read.getColumn(1).getString(), read.getColumn(2).getString()};
            row.role = read.getColumn(3).getString();
            row.secret = read.getColumn(4).getString();
            row.at = read.getColumn(5).getString();
            row.by = read.getColumn(6).getString();
            out.push_back(std::move(row));
        }
        return out;
    });
}

void Store::keep_rule(std::string_view kind, std::string_view hash, std::string_view body) {
    if (const auto known = rule(kind, hash)) {
        if (*known == body) return;
        throw std::logic_error("another " + std::string(kind) + " is kept under the hash " + std::string(hash));
    }
    impl_->demand_writable();
    impl_->guarded([&] {
        AllOrNone bracket(*impl_);
        SQLite::Statement add(*impl_->db, "INSERT INTO rule (hash, kind, at, body) VALUES (?, ?, ?, ?)");
        add.bind(1, std::string(hash));
        add.bind(2, std::string(kind));
        add.bind(3, utc_now());
        add.bind(4, std::string(body));
        add.exec();
        impl_->chain("rule", std::string(hash));
        bracket.commit();
    });
}

std::optional<std::string> Store::rule(std::string_view kind, std::string_view hash) const {
    return impl_->guarded([&]() -> std::optional<std::string> {
        SQLite::Statement read(*impl_->db, "SELECT body FROM rule WHERE hash = ? AND kind = ?");
        read.bind(1, std::string(hash));
        read.bind(2, std::string(kind));
        if (!read.executeStep()) return std::nullopt;
        return read.getColumn(0).getString();
    });
}

std::vector<std::string> Store::rules(std::string_view kind) const {
    return impl_->guarded([&] {
        SQLite::Statement read(*impl_->db, "SELECT hash FROM rule WHERE kind = ? ORDER BY at, hash");
        read.bind(1, std::string(kind));
        std::vector<std::string> out;
        while (read.executeStep())
            out.push_back(read.getColumn(0).getString());
        return out;
    });
}

void Store::contact_facts(std::string_view person, bool with_findings,
                          const std::function<void(const ContactRow&)>& each) const {
    impl_->guarded([&] {
        std::string sql = std::string("SELECT ") + kFactColumns;
        // Of one person alone it is asked which attempt came first where two began within one second.
        if (!person.empty()) sql += ", (SELECT attempt.rowid FROM attempt WHERE attempt.id = fact.attempt) AS place";
        sql += " FROM fact";
        if (!person.empty()) sql += " WHERE person = ?1";
        SQLite::Statement read(*impl_->db, sql + " ORDER BY person, began, attempt, contact");
        if (!person.empty()) read.bind(1, std::string(person));
        while (read.executeStep()) {
            ContactRow row = fact_of(read, with_findings);
            if (!person.empty()) row.fact.order = read.getColumn("place").getInt64();
            each(row);
        }
    });
}

ChainHead Store::Impl::head() const {
    SQLite::Statement read(*db, "SELECT number, hash FROM chain WHERE station = ?");
    read.bind(1, station);
    ChainHead head;
    head.station = station;
    head.hash = hex(Digest{});
    if (!read.executeStep()) return head;
    head.number = read.getColumn(0).getInt64();
    head.hash = hex(digest_in(read.getColumn(1)));
    return head;
}

ChainHead Store::head() const {
    return impl_->guarded([&] { return impl_->head(); });
}

std::string chain_head(const Store& store) {
    return store.head().hash;
}

}  // namespace shift311::records
