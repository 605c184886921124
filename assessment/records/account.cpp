#include "assessment/records/account.hpp"

#include "assessment/records/database.hpp"
#include "assessment/records/store.hpp"
#include "assessment/text/normal.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>

namespace shift311::records {
namespace {

constexpr int kFailures = 5;                // in a row; then the account is locked
constexpr std::time_t kFirstLock = 5 * 60;  // seconds
constexpr std::time_t kLaterLock = 60 * 60;
constexpr std::size_t kPinDigits = 4;
constexpr std::size_t kPassphrase = 8;
constexpr std::size_t kLongest = 256;

std::string stamp_after(const std::string& stamp, std::time_t seconds) {
    std::tm parts{};
    if (!::strptime(stamp.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts)) return stamp;
    const std::time_t time = ::timegm(&parts) + seconds;
    ::gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// How often somebody failed since the last success or unlocking, and until when that locks the account.
struct Failures {
    int count = 0;
    std::string locked_until;
};

void take(Failures& failures, const Entry& entry) {
    const auto body = nlohmann::json::parse(entry.body, nullptr, false);
    const std::string result = body.is_object() ? body.value("result", "") : "";
    if (result != "failed") {
        failures = {};
        return;
    }
    if (++failures.count % kFailures == 0)
        failures.locked_until = stamp_after(entry.at, failures.count == kFailures ? kFirstLock : kLaterLock);
}

void note(Store& store, const std::string& about, const char* result, const std::string& at, const std::string& by) {
    if (!store.writable()) return;
    Entry entry;
    entry.kind = "sign_in";
    entry.about = about;
    entry.at = at;
    entry.by = by;
    entry.body = nlohmann::json{{"result", result}}.dump();
    store.add_entry(std::move(entry));
}

std::string hashed(std::string_view secret, Effort effort) {
    if (sodium_init() < 0) throw std::runtime_error("The system's cryptography (libsodium) does not start.");
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(), secret.data(), secret.size(), effort.passes, effort.bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("There is not enough memory to keep a passphrase safely (64 MB are needed).");
    return out.data();
}

bool fits(const std::string& hash, std::string_view secret) {
    if (sodium_init() < 0) throw std::runtime_error("The system's cryptography (libsodium) does not start.");
    return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

Account account_of(const AccountRow& row) {
    Account account;
    account.person = row.person;
    // A word of a newer version, or a damaged one, gives no more than a trainee may.
    if (!read_word(row.role, account.role)) account.role = Role::trainee;
    account.secret = !row.secret.empty();
    return account;
}

std::optional<AccountRow> row_of(const Store& store, const std::string& person) {
    for (AccountRow& row : store.account_rows())
        if (row.person.id == person) return std::move(row);
    return std::nullopt;
}

void demand_strong(std::string_view secret) {
    const std::string weak = weakness(secret);
    if (!weak.empty()) throw std::invalid_argument(weak);
}

Person known_person(const Store& store, std::string_view name) {
    const auto person = store.person(name);
    if (!person)
        throw std::invalid_argument("There is nobody called " + std::string(name) +
                                    " in the records; \"shift311 people list\" shows everybody.");
    return *person;
}

std::string a_role(Role role) {
    switch (role) {
        case Role::trainee:
            return "a trainee";
        case Role::trainer:
            return "a trainer";
        case Role::hr:
            return "HR";
        case Role::administrator:
            return "an administrator";
    }
    return {};
}

}  // namespace

bool has_administrator(const Store& store) {
    const auto rows = store.account_rows();
    return std::any_of(rows.begin(), rows.end(),
                       [](const AccountRow& row) { return row.role == word(Role::administrator); });
}

std::vector<Account> accounts(const Store& store) {
    std::map<std::string, AccountRow> rows;
    for (AccountRow& row : store.account_rows())
        rows.emplace(row.person.id, std::move(row));
    std::map<std::string, Failures> failures;
    for (const Entry& entry : store.entries("sign_in"))
        take(failures[entry.about], entry);
    const std::string now = utc_now();
    std::vector<Account> out;
    for (const Person& person : store.people()) {
        Account account;
        account.person = person;
        if (const auto found = rows.find(person.id); found != rows.end()) account = account_of(found->second);
        const std::string& until = failures[person.id].locked_until;
        if (until > now) account.locked_until = until;
        out.push_back(std::move(account));
    }
    return out;
}

std::optional<Account> account(const Store& store, std::string_view name) {
    const auto person = store.person(name);
    if (!person) return std::nullopt;
    Account account;
    account.person = *person;
    if (const auto row = row_of(store, person->id)) account = account_of(*row);
    Failures failures;
    for (const Entry& entry : store.entries("sign_in", person->id))
        take(failures, entry);
    if (failures.locked_until > utc_now()) account.locked_until = failures.locked_until;
    return account;
}

std::string weakness(std::string_view secret) {
    if (secret.empty()) return "A passphrase cannot be empty.";
    if (!text::valid_utf8(secret)) return "The passphrase is not readable text (UTF-8); type it again.";
    if (secret.size() > kLongest) return "A passphrase can have at most 256 characters.";
    const bool digits = std::all_of(secret.begin(), secret.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits)
        return secret.size() >= kPinDigits ? std::string()
                                           : std::string("A PIN needs four digits at least; more are better.");
    if (text::code_points(secret).size() < kPassphrase)
        return "A passphrase needs eight characters at least, or choose a PIN of four digits or more.";
    return {};
}

Account make_first_administrator(Store& store, std::string_view name, std::string_view secret, Effort effort) {
    if (has_administrator(store))
        throw std::invalid_argument(
            "There is an administrator already; who signs in as one can add others with \"shift311 people add\".");
    demand_strong(secret);
    const Person person = store.add_account(name, word(Role::administrator), hashed(secret, effort), {});
    return *account(store, person.name);
}

Account set_account(Store& store, const Account& by, std::string_view name, Role role, std::string_view secret,
                    Effort effort) {
    demand(by, Right::manage_people);
    if (!secret.empty()) demand_strong(secret);
    std::string kept;
    if (const auto person = store.person(name)) {
        const auto rows = store.account_rows();
        int others = 0;
        bool is_administrator = false;
        for (const AccountRow& row : rows) {
            if (row.person.id == person->id) {
                kept = row.secret;
                is_administrator = row.role == word(Role::administrator);
            } else if (row.role == word(Role::administrator)) {
                ++others;
            }
        }
        if (is_administrator && role != Role::administrator && others == 0)
            throw std::invalid_argument(person->name +
                                        " is the only administrator; make another one first, or nobody could manage "
                                        "accounts any more.");
    }
    const Person person =
        store.add_account(name, word(role), secret.empty() ? kept : hashed(secret, effort), by.person.id);
    return *account(store, person.name);
}

void set_secret(Store& store, const Account& by, std::string_view name, std::string_view secret, Effort effort) {
    const Person person = known_person(store, name);
    if (person.id != by.person.id) demand(by, Right::manage_people);
    demand_strong(secret);
    const auto row = row_of(store, person.id);
    store.add_account(person.name, row ? row->role : std::string(word(Role::trainee)), hashed(secret, effort),
                      by.person.id);
}

void unlock(Store& store, const Account& by, std::string_view name) {
    demand(by, Right::manage_people);
    note(store, known_person(store, name).id, "unlocked", {}, by.person.id);
}

SignIn sign_in(Store& store, std::string_view name, std::string_view secret, const std::string& now) {
    const auto refused = [](std::string why) { return SignIn{std::nullopt, std::move(why)}; };
    const auto person = store.person(name);
    if (!person) return refused("There is nobody called " + std::string(name) + " in the records.");
    const auto row = row_of(store, person->id);
    if (!row || row->secret.empty())
        return refused(person->name +
                       " has no passphrase yet; an administrator sets one with \"shift311 people passphrase\".");
    Failures failures;
    for (const Entry& entry : store.entries("sign_in", person->id))
        take(failures, entry);
    const auto locked = [&] {
        return refused("The account of " + person->name + " is locked until " + failures.locked_until.substr(11, 5) +
                       " UTC, after " + std::to_string(failures.count) +
                       " sign-ins that failed; an administrator can unlock it.");
    };
    if (failures.locked_until > now) return locked();
    if (fits(row->secret, secret)) {
        note(store, person->id, "signed_in", now, person->id);
        return {account_of(*row), {}};
    }
    note(store, person->id, "failed", now, {});
    Entry failed;
    failed.at = now;
    failed.body = R"({"result":"failed"})";
    take(failures, failed);
    if (failures.locked_until > now) return locked();
    const int left = kFailures - failures.count % kFailures;
    return refused("That passphrase is not right; " + std::to_string(left) +
                   (left == 1 ? " more failure locks the account." : " more failures lock the account."));
}

void demand(const Account& account, Right right, const std::string& about) {
    const std::string who = account.person.name + " is signed in as " + a_role(account.role);
    if (!may(account.role, right)) throw Forbidden(who + " and may not " + std::string(deed(right)) + ".");
    if (about.empty() || about == account.person.id) return;
    const bool own_only = right == Right::practice || right == Right::answer_own ||
                          (right == Right::read_own && !may(account.role, Right::read_all)) ||
                          (right == Right::export_own && !may(account.role, Right::export_all));
    if (own_only) throw Forbidden(who + " and may do that for " + account.person.name + " only.");
}

}  // namespace shift311::records
