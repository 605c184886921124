// shift311 people: accounts, roles, passphrases, accommodations, legal holds, and how long records are kept.
#include "assessment/records/entry.hpp"
#include "assessment/records/retention.hpp"
#include "assessment/reports/wording.hpp"
#include "assessment/standing/standing.hpp"
#include "sim/app/access.hpp"
#include "sim/app/commands.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <set>

namespace shift311::app {
namespace {

using records::Right;

struct PeopleOptions {
    std::string name;
    std::string role = "trainee";
    std::string why;
    bool typing_waived = false;  ///< of an accommodation
    std::string secret_file;     ///< of a new passphrase
    std::string format = "text";
    std::string db;
    AccessOptions access;
};

/// What the records refuse is wrong usage: a sentence, and nothing was done.
int plainly(const std::function<int()>& deed) {
    try {
        return deed();
    } catch (const std::invalid_argument& refused) {
        throw WrongUsage(refused.what());
    } catch (const records::Forbidden& refused) {
        throw WrongUsage(refused.what());
    }
}

/// A new passphrase is typed twice; one from a file is read once.
std::string new_secret(const PeopleOptions& options) {
    const std::string first = secret_from(options.secret_file, "New passphrase of " + options.name + ": ");
    if (options.secret_file.empty() && first != secret_from({}, "The same again: "))
        throw WrongUsage("The two were not the same; nothing was changed.");
    return first;
}

records::Role role_of(const PeopleOptions& options) {
    records::Role role{};
    if (!records::read_word(options.role, role))
        throw WrongUsage("There is no role \"" + options.role + "\"; choose trainee, trainer, hr or administrator.");
    return role;
}

records::Person person_of(const records::Store& store, const std::string& name) {
    if (const auto person = store.person(name)) return *person;
    throw WrongUsage("There is nobody called " + name + " in the records; \"shift311 people list\" shows everybody.");
}

int list(const PeopleOptions& options) {
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    demand(access, Right::read_all);
    const auto accounts = records::accounts(store);
    const bool with_accounts = records::has_administrator(store);
    std::set<std::string> has_account;
    for (const records::AccountRow& row : store.account_rows())
        has_account.insert(row.person.id);
    if (options.format == "json") {
        nlohmann::json out = nlohmann::json::array();
        for (const records::Account& one : accounts)
            out.push_back({{"id", one.person.id},
                           {"title", one.person.name},
                           {"name", one.person.name},
                           {"account", has_account.count(one.person.id) > 0},
                           {"role", std::string(records::word(one.role))},
                           {"passphrase_set", one.secret},
                           {"locked_until", one.locked_until}});
        write_out({}, out.dump(2) + "\n");
        return kDone;
    }
    for (const records::Account& one : accounts) {
        std::cout << one.person.name;
        if (has_account.count(one.person.id) == 0)
            std::cout << ", no account";
        else
            std::cout << ", " << records::label(one.role)
                      << (with_accounts && !one.secret ? ", no passphrase yet" : "");
        std::cout << (one.locked_until.empty() ? "" : ", locked until " + local_time(one.locked_until)) << '\n';
    }
    if (accounts.empty()) std::cerr << "There is nobody in the records yet.\n";
    if (!with_accounts)
        std::cerr << "There is no administrator, so whoever sits here may practice and read; \"shift311 people first "
                     "NAME\" makes one.\n";
    return kDone;
}

int first(const PeopleOptions& options) {
    records::Store store = records::Store::open(records_path(options.db));
    if (records::has_administrator(store))
        throw WrongUsage(
            "There is an administrator already; who signs in as one adds others with \"shift311 people "
            "add\".");
    const records::Account made = records::make_first_administrator(store, options.name, new_secret(options));
    std::cout << made.person.name << " is the administrator of " << store.path()
              << ". From now on everybody signs in: add others with \"shift311 people add NAME --role ROLE --as \""
              << made.person.name << "\"\".\n";
    return kDone;
}

/// The store for writing and whoever signed in, who may do what was asked.
struct Desk {
    records::Store store;
    Access access;

    Desk(const PeopleOptions& options, Right right)
        : store(records::Store::open(records_path(options.db))), access(store, options.access) {
        demand(access, right);  // without an administrator it says how to make one
    }
    const records::Account& by() const { return *access.account(); }
};

int add(const PeopleOptions& options) {
    Desk desk(options, Right::manage_people);
    const records::Role role = role_of(options);
    if (const auto person = desk.store.person(options.name))
        for (const records::AccountRow& row : desk.store.account_rows())
            if (row.person.id == person->id)
                throw WrongUsage(person->name +
                                 " has an account already; \"people role\" and \"people passphrase\" "
                                 "change it.");
    const records::Account made = records::set_account(desk.store, desk.by(), options.name, role, new_secret(options));
    std::cout << made.person.name << " was added as " << records::label(made.role) << ".\n";
    return kDone;
}

int change_role(const PeopleOptions& options) {
    Desk desk(options, Right::manage_people);
    person_of(desk.store, options.name);
    const records::Account now = records::set_account(desk.store, desk.by(), options.name, role_of(options), {});
    std::cout << now.person.name << " is now " << records::label(now.role) << ".\n";
    return kDone;
}

int passphrase(const PeopleOptions& options) {
    records::Store store = records::Store::open(records_path(options.db));
    const Access access(store, options.access);
    if (!access.account()) demand(access, Right::manage_people);
    const records::Person person = person_of(store, options.name);
    if (person.id != access.account()->person.id) demand(access, Right::manage_people);
    records::set_secret(store, *access.account(), person.name, new_secret(options));
    std::cout << "The passphrase of " << person.name << " was changed.\n";
    return kDone;
}

int unlock(const PeopleOptions& options) {
    Desk desk(options, Right::manage_people);
    records::unlock(desk.store, desk.by(), options.name);
    std::cout << person_of(desk.store, options.name).name << " can sign in again.\n";
    return kDone;
}

int note_event(const PeopleOptions& options, Right right, const char* kind, const std::string& said) {
    Desk desk(options, right);
    const records::Person person = person_of(desk.store, options.name);
    if (options.why.find_first_not_of(" \t") == std::string::npos) throw WrongUsage("Say why, with --why.");
    standing::Event event;
    event.kind = kind;
    event.at = wall_clock();
    event.by = desk.by().person.id;
    event.by_name = desk.by().person.name;
    event.why = options.why;
    if (options.typing_waived) event.code = standing::kTypingWaived;
    records::add_event(desk.store, person.id, std::move(event));
    std::cout << said << ' ' << person.name << ".\n";
    return kDone;
}

int keeping(const PeopleOptions& options) {
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    demand(access, Right::read_all);
    const auto all = records::retention(store, wall_clock());
    if (options.format == "json") {
        nlohmann::json out = nlohmann::json::array();
        for (const records::Retention& one : all)
            out.push_back({{"id", one.person.id},
                           {"title", one.person.name},
                           {"attempts", one.attempts},
                           {"oldest", one.oldest},
                           {"newest", one.newest},
                           {"action", one.action},
                           {"keep_until", one.keep_until},
                           {"could_be_purged", one.over},
                           {"legal_hold", one.held},
                           {"legal_hold_since", one.held_since},
                           {"legal_hold_why", one.held_why}});
        write_out({}, out.dump(2) + "\n");
        return kDone;
    }
    int over = 0;
    for (const records::Retention& one : all) {
        std::cout << one.person.name << ", " << one.attempts << (one.attempts == 1 ? " attempt: " : " attempts: ");
        if (one.held)
            std::cout << "legal hold since " << reports::day_text(one.held_since) << " (" << one.held_why
                      << "), nothing may be purged";
        else if (one.keep_until.empty())
            std::cout << "kept; no sign-off or withdrawal is recorded";
        else if (one.over)
            std::cout << "could be purged since " << reports::day_text(one.keep_until);
        else
            std::cout << "kept until " << reports::day_text(one.keep_until);
        std::cout << ".\n";
        over += one.over ? 1 : 0;
    }
    std::cerr << "Records are kept " << records::kKeptYears
              << " years after they were made and after the employment action. shift311 purges nothing; " << over
              << (over == 1 ? " person's" : " persons'") << " records are past that time.\n";
    return kDone;
}

}  // namespace

void add_people(CLI::App& app, Chosen& chosen) {
    CLI::App* people = app.add_subcommand("people", "Accounts, roles, passphrases, legal holds, retention");
    people->require_subcommand(1);
    const auto command = [&](const char* name, const char* about, bool named, auto run) {
        CLI::App* sub = people->add_subcommand(name, about);
        auto options = std::make_shared<PeopleOptions>();
        if (named) sub->add_option("name", options->name, "Whose")->required();
        sub->add_option("--db", options->db, "Records file (default: $XDG_DATA_HOME/shift311/records.db)");
        sub->callback(
            [options, run, &chosen] { chosen = [options, run] { return plainly([&] { return run(*options); }); }; });
        return std::make_pair(sub, options);
    };
    const auto signed_in = [](const auto& made) { add_access(*made.first, made.second->access); };
    const auto with_secret = [](const auto& made, const char* option) {
        made.first->add_option(option, made.second->secret_file,
                               "Read the new passphrase from the first line of this file instead of asking");
    };
    const auto with_why = [](const auto& made, const char* about) {
        made.first->add_option("--why", made.second->why, about)->required();
    };
    const auto with_format = [](const auto& made) {
        made.first->add_option("--format", made.second->format, "How to print it")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
    };

    const auto listed = command("list", "Everybody, with role", false, list);
    signed_in(listed), with_format(listed);
    with_secret(command("first", "Make the first administrator", true, first), "--passphrase-file");
    const auto added = command("add", "Add an account", true, add);
    signed_in(added), with_secret(added, "--new-passphrase-file");
    added.first->add_option("--role", added.second->role, "trainee, trainer, hr or administrator")
        ->capture_default_str();
    const auto changed = command("role", "Give somebody another role", true, change_role);
    signed_in(changed);
    changed.first->add_option("role", changed.second->role, "trainee, trainer, hr or administrator")->required();
    const auto secret = command("passphrase", "Change a passphrase", true, passphrase);
    signed_in(secret), with_secret(secret, "--new-passphrase-file");
    signed_in(command("unlock", "Let somebody sign in again after failures", true, unlock));
    const auto granted =
        command("accommodate", "Record an accommodation that was granted", true, [](const PeopleOptions& options) {
            return note_event(options, Right::accommodate, "accommodation", "An accommodation is recorded for");
        });
    signed_in(granted), with_why(granted, "What was granted: extra time, larger text, another measure than typing");
    granted.first->add_flag(
        "--typing-waived", granted.second->typing_waived,
        "The typing minimum does not apply, because typing is not essential to the job as it is done");
    const auto held = command("hold", "Forbid purging somebody's records", true, [](const PeopleOptions& options) {
        return note_event(options, Right::hold, "legal_hold", "A legal hold stands on the records of");
    });
    signed_in(held), with_why(held, "The charge or proceeding");
    const auto lifted = command("release", "Lift a legal hold", true, [](const PeopleOptions& options) {
        return note_event(options, Right::hold, "legal_hold_lifted", "The legal hold was lifted from the records of");
    });
    signed_in(lifted), with_why(lifted, "How the proceeding ended");
    const auto kept = command("retention", "How long records must be kept; purges nothing", false, keeping);
    signed_in(kept), with_format(kept);
}

}  // namespace shift311::app
