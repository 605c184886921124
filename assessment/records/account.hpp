// Who sits at the desk: accounts, passphrases, and being locked out after repeated failures.
#pragma once

#include "assessment/records/role.hpp"
#include "assessment/records/rows.hpp"

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::records {

class Store;

struct Account {
    Person person;
    Role role = Role::trainee;
    bool secret = false;       ///< a passphrase or PIN is set
    std::string locked_until;  ///< UTC stamp; empty: not locked
};

/// Without an administrator the file belongs to whoever sits there: practice only, no sign-in, nothing signed.
bool has_administrator(const Store& store);
std::vector<Account> accounts(const Store& store);  ///< by name
std::optional<Account> account(const Store& store, std::string_view name);

/// What is wrong with a passphrase, one sentence; empty: nothing. Four digits at least, or eight characters.
std::string weakness(std::string_view secret);
/// What Argon2id spends on one passphrase. It is written into the hash, so only who makes the hash chooses it.
struct Effort {
    unsigned long long passes = 2;
    std::size_t bytes = 64ULL * 1024 * 1024;  ///< libsodium's INTERACTIVE limits
};
/// Once, while there is none. Throws std::invalid_argument with a sentence.
Account make_first_administrator(Store& store, std::string_view name, std::string_view secret, Effort effort = {});
/// `by` must have the right; throws Forbidden. Adding a known name gives that person the role; an empty `secret` keeps
/// the one that is set, or sets none. The last administrator keeps the role: std::invalid_argument.
Account set_account(Store& store, const Account& by, std::string_view name, Role role, std::string_view secret,
                    Effort effort = {});
/// One's own, or anybody's with the right to manage people.
void set_secret(Store& store, const Account& by, std::string_view name, std::string_view secret, Effort effort = {});
/// Lets somebody try again at once.
void unlock(Store& store, const Account& by, std::string_view name);

/// The account, or the sentence to show. Five failures lock the account for five minutes, five more for an hour.
/// `now` is a UTC stamp. Failures and successes are entries; through a store opened for reading nothing is noted.
struct SignIn {
    std::optional<Account> account;
    std::string refusal;
};
SignIn sign_in(Store& store, std::string_view name, std::string_view secret, const std::string& now);

/// Throws Forbidden, one sentence, unless this account may. A trainee's `read_own` covers only `about` themselves.
void demand(const Account& account, Right right, const std::string& about = {});
struct Forbidden : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace shift311::records
