// Who asks, and may they: signing in for commands, and the one question that every command puts.
#pragma once

#include "assessment/records/account.hpp"
#include "assessment/records/store.hpp"
#include "assessment/reports/withheld.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace shift311::app {

struct AccessOptions {
    std::string as;               ///< name of the account
    std::string passphrase_file;  ///< empty: asked at the terminal, without echo
};
/// --as and --passphrase-file.
void add_access(CLI::App& command, AccessOptions& options);

/// The first line of `file`; empty `file`: typed at the terminal after `question`, without echo. EnvironmentLacks when
/// there is neither.
std::string secret_from(const std::string& file, const std::string& question);

/// Whoever a command acts for. Without an administrator the records belong to whoever sits there, and there is nobody
/// to sign in.
class Access {
  public:
    /// Signs in where there are accounts; WrongUsage, one sentence, when that fails. The sign-in is noted in the
    /// records, through `store` or, when that only reads, beside it unless a desk has the file.
    Access(records::Store& store, const AccessOptions& options);
    Access(const records::Store& store, const AccessOptions& options);
    /// For proofs: nothing is written, so that the file is seen as it was found.
    static Access unnoted(const records::Store& store, const AccessOptions& options);

    const std::optional<records::Account>& account() const { return account_; }

  private:
    enum class Note { in_store, beside, none };
    Access(records::Store* writer, const records::Store& store, const AccessOptions& options, Note note);
    std::optional<records::Account> account_;
};

/// WrongUsage, one sentence, unless whoever asks may. `about`: id of the person whose records are wanted. Without an
/// administrator everything that decides or signs is refused, with how to make the first one.
void demand(const Access& access, records::Right right, const std::string& about = {});
bool may(const Access& access, records::Right right, const std::string& about = {});
/// The records of one person: `read_own` for oneself, `read_all` for others. NotFound when there is nobody of the name.
void demand_reading(const Access& access, const records::Store& store, const std::string& name);
/// Whom a copy of what is known of `person` is for: whoever may not read all, or asks about their own, learns nothing
/// of an exam before it is closed. Without accounts nobody is examined.
reports::Reader reader_of(const Access& access, const std::string& person);
/// The same by attempt; a part of an exam is read by who sits it once it is closed.
void demand_reading_attempt(const Access& access, const records::Store& store, const std::string& attempt);

}  // namespace shift311::app
