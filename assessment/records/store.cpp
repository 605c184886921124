#include "assessment/records/store.hpp"

#include "assessment/records/migrate.hpp"
#include "assessment/records/seal.hpp"
#include "assessment/records/store_impl.hpp"
#include "assessment/records/uuid.hpp"
#include "assessment/text/normal.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <pwd.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>

namespace shift311::records {
namespace {

constexpr std::size_t kLongestName = 80;

std::string tidy_name(std::string_view name) {
    if (!text::valid_utf8(name)) throw NotFound("That name is not readable text (UTF-8); type it again.");
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (byte < 0x20 || byte == 0x7f) {
            throw NotFound("A name cannot hold control characters; type it again.");
        } else {
            out += c;
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (name_key(out).empty()) throw NotFound("A name cannot be empty; type the name that reports should show.");
    if (text::code_points(out).size() > kLongestName) throw NotFound("A name can have at most 80 characters.");
    return out;
}

std::string station_of(SQLite::Database& db) {
    SQLite::Statement read(db, "SELECT value FROM desk WHERE name = 'station'");
    return read.executeStep() ? read.getColumn(0).getString() : std::string();
}

}  // namespace

std::string name_key(std::string_view name) {
    return text::folded(name);
}

std::string short_id(const std::string& id) {
    return id.substr(0, 8);
}

bool AttemptRow::counts() const {
    return !why.empty() && why != "set_aside" && possible > 0;
}

bool AttemptRow::passed() const {
    return counts() && scored >= contacts && contacts_passed == scored && critical == 0;
}

Store::Impl::Impl() = default;
Store::Impl::~Impl() {
    if (writable) close();
}

/// Folds the log into the file and seals it. What fails here costs the seal, never a record.
void Store::Impl::close() {
    try {
        const ChainHead last = head();
        for (auto* one : {&insert_event, &insert_line, &read_end, &move_end, &begin_all, &commit_all, &read_head,
                          &read_events, &read_keys})
            one->reset();
        db->exec("PRAGMA busy_timeout = 300");
        const bool busy = db->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
        db.reset();
        Seal seal;
        seal.state = Seal::State::log;
        write_seal(path, busy ? seal : sealed(path, last));
    } catch (const std::exception&) {
        db.reset();
    }
}

/// What was found when the file was opened goes into the chain, where it stays.
void Store::Impl::note_seal(const std::string& found) {
    SQLite::Statement add(*db,
                          "INSERT INTO entry (id, number, kind, about, attempt, contact, at, by, body) "
                          "VALUES (?, ?, 'seal', '', '', 0, ?, '', json_object('found', ?))");
    const std::string id = new_uuid();
    AllOrNone bracket(*this);
    add.bind(1, id);
    add.bind(2, next_number("entry"));
    add.bind(3, utc_now());
    add.bind(4, found);
    add.exec();
    chain("entry", id);
    bracket.commit();
}

void Store::Impl::rethrow() const {
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode();
        const bool system = db && (code == SQLITE_IOERR || code == SQLITE_CANTOPEN);
        throw trouble_of(error, path, system ? sqlite3_system_errno(db->getHandle()) : 0);
    }
}

void Store::Impl::demand_writable() const {
    if (writable) return;
    throw Trouble(Trouble::Kind::read_only, "The records in " + path + " were opened for reading only.");
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

namespace {

constexpr int kSealedSince = 2;  // format

/// What the seal says of a file that nobody has open; empty: all is well.
std::string found_at_opening(const std::string& path) {
    if (!exists(path)) return {};
    const auto seal = read_seal(path);
    if (!seal) return "There was no seal beside " + path + ".";
    if (seal->state == Seal::State::open)
        return "The desk that opened the file on " + seal->at + " was stopped without closing it.";
    return broken(*seal, path);
}

}  // namespace

Store Store::open(const std::string& path) {
    auto impl = std::make_unique<Impl>();
    Impl& it = *impl;
    it.path = whole_path(path);
    it.guarded([&] {
        make_folders(it.path);
        exists(it.path);  // says what stands in the way before a lock file is made beside it
        it.lock.emplace(it.path);
        const std::string found = found_at_opening(it.path);
        it.db = open_for_writing(it.path);
        is_current(*it.db, it.path, migrations());
        const bool had_seal = version_of(*it.db) >= kSealedSince;
        write_seal(it.path, Seal{});
        make_durable(*it.db, it.path);
        migrate(*it.db, it.path, migrations());
        it.station = station_of(*it.db);
        if (it.station.empty()) throw damaged(it.path, "it does not say which desk made it");
        it.prepare();
        if (had_seal && !found.empty()) it.note_seal(found);
    });
    it.writable = true;
    return Store(std::move(impl));
}

Store Store::open_for_proof(const std::string& path) {
    return open_to_read(path, true);
}

Store Store::open_read_only(const std::string& path) {
    return open_to_read(path, false);
}

Store Store::open_to_read(const std::string& path, bool even_damaged) {
    auto impl = std::make_unique<Impl>();
    Impl& it = *impl;
    it.path = whole_path(path);
    it.guarded([&] {
        it.db = open_for_reading(it.path, even_damaged);
        if (!is_current(*it.db, it.path, migrations())) {
            it.db.reset();
            Store::open(it.path);  // brings it up to date, or says why not
            it.db = open_for_reading(it.path, even_damaged);
        }
        it.station = station_of(*it.db);
    });
    return Store(std::move(impl));
}

std::string Store::default_path() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);  // read once at the start, before any thread
        return std::string(value ? value : "");
    };
    std::string base = variable("XDG_DATA_HOME");
    if (base.empty() || base.front() != '/') {  // a relative one is to be ignored, says the XDG specification
        std::string home = variable("HOME");
        if (home.empty()) {
            const passwd* user = ::getpwuid(::getuid());
            home = user && user->pw_dir ? user->pw_dir : ".";
        }
        base = home + "/.local/share";
    }
    return base + "/shift311/records.db";
}

const std::string& Store::path() const {
    return impl_->path;
}
bool Store::writable() const {
    return impl_->writable;
}
const std::string& Store::station() const {
    return impl_->station;
}

// ---- people
// ------------------------------------------------------------------------------------------------------------

namespace {

Person person_of(SQLite::Statement& row, int first = 0) {
    return {row.getColumn(first).getString(), row.getColumn(first + 1).getString(),
            row.getColumn(first + 2).getString()};
}

}  // namespace

std::optional<Person> Store::Impl::find_person(std::string_view name) const {
    SQLite::Statement find(*db, "SELECT id, name, added FROM person WHERE name_key = ? ORDER BY added, id LIMIT 1");
    find.bind(1, name_key(name));
    if (!find.executeStep()) return std::nullopt;
    return person_of(find);
}

Person Store::Impl::make_person(std::string_view name) {
    const std::string tidy = tidy_name(name);
    if (auto known = find_person(tidy)) return *known;
    Person made{new_uuid(), tidy, utc_now()};
    SQLite::Statement add(*db, "INSERT INTO person (id, name, name_key, added) VALUES (?, ?, ?, ?)");
    add.bind(1, made.id);
    add.bind(2, made.name);
    add.bind(3, name_key(made.name));
    add.bind(4, made.added);
    add.exec();
    chain("person", made.id);
    return made;
}

Person Store::add_person(std::string_view name) {
    impl_->demand_writable();
    return impl_->guarded([&] {
        AllOrNone bracket(*impl_);
        Person person = impl_->make_person(name);
        bracket.commit();
        return person;
    });
}

std::optional<Person> Store::person(std::string_view name) const {
    return impl_->guarded([&] { return impl_->find_person(name); });
}

std::vector<Person> Store::people() const {
    return impl_->guarded([&] {
        std::vector<Person> all;
        SQLite::Statement read(*impl_->db, "SELECT id, name, added FROM person ORDER BY name_key, added, id");
        while (read.executeStep())
            all.push_back(person_of(read));
        return all;
    });
}

std::optional<std::string> Store::setting(std::string_view person, std::string_view name) const {
    return impl_->guarded([&]() -> std::optional<std::string> {
        SQLite::Statement read(*impl_->db, "SELECT value FROM setting WHERE person = ? AND name = ?");
        read.bind(1, std::string(person));
        read.bind(2, std::string(name));
        if (!read.executeStep()) return std::nullopt;
        return read.getColumn(0).getString();
    });
}

std::vector<std::pair<std::string, std::string>> Store::settings(std::string_view person) const {
    return impl_->guarded([&] {
        std::vector<std::pair<std::string, std::string>> all;
        SQLite::Statement read(*impl_->db, "SELECT name, value FROM setting WHERE person = ? ORDER BY name");
        read.bind(1, std::string(person));
        while (read.executeStep())
            all.emplace_back(read.getColumn(0).getString(), read.getColumn(1).getString());
        return all;
    });
}

void Store::set_setting(std::string_view person, std::string_view name, std::string_view value) {
    impl_->demand_writable();
    impl_->guarded([&] {
        SQLite::Statement keep(*impl_->db,
                               "INSERT INTO setting (person, name, value) VALUES (?, ?, ?) "
                               "ON CONFLICT (person, name) DO UPDATE SET value = excluded.value");
        keep.bind(1, std::string(person));
        keep.bind(2, std::string(name));
        keep.bind(3, std::string(value));
        keep.exec();
    });
}

}  // namespace shift311::records
