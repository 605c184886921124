// The records of a training desk: people, attempts, their journals and scorecards, in one SQLite file.
#pragma once

#include "assessment/journal/journal.hpp"
#include "assessment/records/rows.hpp"
#include "assessment/records/trouble.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::records {

/// Every method throws Trouble when the file fails it; what was acknowledged before stays whole.
/// Nothing but settings is ever changed or removed: attempts, events and scorecards are only added.
class Store {
  public:
    struct Impl;  ///< known to this room only

    /// For a desk: creates folders and file where missing, brings an older file up to date (after a copy of it), and
    /// keeps every other desk out until the store is gone. Readers are welcome meanwhile.
    static Store open(const std::string& path);
    /// For reports, also beside a running desk. Everything that writes throws Trouble read_only.
    static Store open_read_only(const std::string& path);
    /// The same, also of a file that is damaged in part: `prove` then names what cannot be read.
    static Store open_for_proof(const std::string& path);
    /// `$XDG_DATA_HOME/shift311/records.db`, or the same below ~/.local/share.
    static std::string default_path();

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    const std::string& path() const;
    bool writable() const;
    /// UUID of this desk, made once with the file.
    const std::string& station() const;

    // ---- people ------------------------------------------------------------------------------------------------

    /// The person of this name, added if new; case and spaces do not make another person. NotFound when it is no name.
    Person add_person(std::string_view name);
    std::optional<Person> person(std::string_view name) const;
    /// Everybody, by name.
    std::vector<Person> people() const;

    /// A preference, such as text_scale or theme; `person` is an id, or empty for the desk itself.
    std::optional<std::string> setting(std::string_view person, std::string_view name) const;
    /// All of them, by name.
    std::vector<std::pair<std::string, std::string>> settings(std::string_view person) const;
    void set_setting(std::string_view person, std::string_view name, std::string_view value);

    // ---- writing an attempt --------------------------------------------------------------------------------------

    /// Begins an attempt and gives its id. An empty `head.attempt` gets a new UUID; station is this desk's; the trainee
    /// is added when new. `keys`: the answer keys known already, as scoring::to_json writes them.
    std::string begin(const journal::Head& head,
                      const std::vector<std::pair<journal::ContactId, std::string>>& keys = {});
    /// Keeps the answer key of a contact. Giving the same one again is no fault, another one is.
    /// A contact that has a key must get a scorecard for the attempt to pass.
    void add_key(std::string_view attempt, journal::ContactId contact, std::string_view script,
                 std::string_view key_json);
    /// All or none, and on the disk when this returns. `seq` must go on where the journal ends.
    void append(std::string_view attempt, std::span<const journal::Event> events);
    /// No event is taken afterwards. `why`: finished | quit | set_aside. Finishing twice changes nothing. `at`: when, UTC,
    /// for an attempt that is made up for another day; empty: now.
    void finish(std::string_view attempt, std::string_view why, std::string_view at = {});
    /// Adds the next scorecard of this contact; the journal as stored now is what it judged.
    void add_scorecard(std::string_view attempt, journal::ContactId contact, const scoring::Scorecard& card);

    // ---- what else is added: entry.hpp and account.hpp give these their types
    // -----------------------------------------

    /// Gives the entry's id.
    std::string add_entry(Entry entry);
    /// Several, all or none.
    void add_entries(std::span<const Entry> entries);
    /// Oldest first; of one kind, about one person, of one attempt, where these are named.
    std::vector<Entry> entries(std::string_view kind, std::string_view about = {}, std::string_view attempt = {}) const;
    /// The account as it is from now on; the person is added when new.
    Person add_account(std::string_view name, std::string_view role, std::string_view secret, std::string_view by);
    /// As they are now, by name.
    std::vector<AccountRow> account_rows() const;
    /// Keeps what is judged by, once; another body under the same hash is a fault.
    void keep_rule(std::string_view kind, std::string_view hash, std::string_view body);
    std::optional<std::string> rule(std::string_view kind, std::string_view hash) const;
    /// Hashes that are kept, by when they were first used.
    std::vector<std::string> rules(std::string_view kind) const;

    // ---- reading ---------------------------------------------------------------------------------------------------

    /// The newest attempt that was begun and not finished, of this trainee or of anybody.
    std::optional<OpenAttempt> interrupted(std::string_view trainee = {}) const;
    /// All of them, newest first.
    std::vector<OpenAttempt> open_attempts(std::string_view trainee = {}) const;
    /// The whole id of the one attempt that begins with `prefix`; NotFound when there is none or more than one.
    std::string attempt_named(std::string_view prefix) const;
    AttemptRow attempt(std::string_view attempt) const;
    /// Oldest first; empty `trainee`: of everybody.
    std::vector<AttemptRow> attempts(std::string_view trainee = {}) const;
    /// Everybody, by name, with their attempts counted.
    std::vector<Tally> tallies() const;
    journal::Journal journal(std::string_view attempt) const;
    /// Time of the attempt's last event; 0 when it has none.
    journal::Millis length(std::string_view attempt) const;
    /// Answer keys as stored, by contact.
    std::map<journal::ContactId, std::string> keys(std::string_view attempt) const;
    /// The newest scorecard of each contact.
    std::vector<StoredCard> scorecards(std::string_view attempt) const;
    /// What the newest scorecards say, one row a contact, by person and then oldest first; empty `person`: everybody's.
    /// `each` sees one row at a time; its findings are empty unless they are asked for, and the fact's `order` is set
    /// for one person only.
    void contact_facts(std::string_view person, bool with_findings,
                       const std::function<void(const ContactRow&)>& each) const;
    /// Every scorecard ever made of the attempt, by contact and number.
    std::vector<StoredCard> all_scorecards(std::string_view attempt) const;

    // ---- proof -----------------------------------------------------------------------------------------------------

    /// Derives one attempt again: events without a gap, the journal reads and writes to the same bytes, every scorecard
    /// comes out the same from key and journal. One sentence a fault; empty means whole.
    std::vector<std::string> check(std::string_view attempt) const;
    /// Every fault of `prove`.
    std::vector<std::string> check_all() const;
    /// The file and its seal, the chain, and every attempt. What cannot be read is named and set aside.
    Proof prove() const;
    /// This desk's chain.
    ChainHead head() const;

  private:
    explicit Store(std::unique_ptr<Impl> impl);
    static Store open_to_read(const std::string& path, bool even_damaged);
    std::unique_ptr<Impl> impl_;
};

/// The hash at the end of this desk's chain: printed in a report, it binds every record made before.
std::string chain_head(const Store& store);

}  // namespace shift311::records
