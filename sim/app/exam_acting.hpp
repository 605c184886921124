// Who acts, and about whom: what the commands of programs and exams have in common.
#pragma once

#include "assessment/records/account.hpp"
#include "assessment/records/store.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/standing.hpp"
#include "sim/app/access.hpp"
#include "sim/app/content.hpp"

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace shift311::app {

/// Why a finding is not corrected yet.
inline constexpr const char* kRateFirst =
    "This contact is still to be rated blind; its findings can be corrected once every rating is in.";

struct ActOptions {
    AccessOptions access;
    std::string db;
    std::string content;
    std::string format = "text";
};
/// --as, --passphrase-file, --db, --content; with `formats` --format text or json too.
void add_acting(CLI::App& command, ActOptions& options, bool formats = false);

/// The records, opened, and whoever acts, signed in. Refusals are WrongUsage, one sentence.
class Acting {
  public:
    explicit Acting(const ActOptions& options);

    records::Store& store() { return store_; }
    /// Empty while the file has no administrator and belongs to whoever sits there.
    const std::optional<records::Account>& account() const { return access_.account(); }
    void demand(records::Right right, const std::string& about = {}) const { app::demand(access_, right, about); }
    bool may(records::Right right, const std::string& about = {}) const { return app::may(access_, right, about); }
    reports::Reader reader(const std::string& person) const { return reader_of(access_, person); }
    /// The person, or a sentence that names near ones.
    records::Person person(const std::string& name) const;
    std::string id() const { return account() ? account()->person.id : std::string{}; }
    std::string name() const { return account() ? account()->person.name : std::string{}; }
    /// An event by who acts, of now.
    standing::Event event(const std::string& kind, const std::string& program) const;

  private:
    records::Store store_;
    Access access_;
};

/// Throws what the records refuse as WrongUsage: a right that is missing, a value that they don't take.
int refused_plainly(const std::function<int()>& deed);

/// The program that the person is enrolled in; throws WrongUsage when there is none, EnvironmentLacks when the content
/// no longer holds it.
const standing::Program& program_of(const script::Library& library, const standing::History& history);
/// Id of the newest program the person is enrolled in and was not withdrawn from; empty: none.
std::string enrolled_in(const standing::History& history);

}  // namespace shift311::app
