#include "sim/app/access.hpp"

#include "assessment/records/entry.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/output.hpp"

#include <CLI/CLI.hpp>
#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

namespace shift311::app {
namespace {

constexpr const char* kMakeFirst =
    "These records have no administrator yet, so nothing can be decided or signed in them; \"shift311 people first "
    "NAME\" makes the first one.";

/// What whoever sits there may do in a file without accounts: practice, and read what is there.
bool open_to_all(records::Right right) {
    using records::Right;
    switch (right) {
        case Right::practice:
        case Right::read_own:
        case Right::export_own:
        case Right::read_all:
        case Right::review:
        case Right::rescore:
        case Right::verify:
        case Right::export_all:
        case Right::impact:
            return true;
        default:
            return false;
    }
}

/// The terminal shows nothing that is typed until this is gone.
class Silence {
  public:
    Silence() : quiet_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!quiet_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() {
        if (quiet_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

  private:
    termios before_{};
    bool quiet_;
};

}  // namespace

void add_access(CLI::App& command, AccessOptions& options) {
    command.add_option("--as", options.as, "Your name, where the records have accounts");
    command.add_option("--passphrase-file", options.passphrase_file,
                       "Read the passphrase from the first line of this file instead of asking");
}

std::string secret_from(const std::string& file, const std::string& question) {
    std::string line;
    if (!file.empty()) {
        std::ifstream in(file);
        if (!in || !std::getline(in, line))
            throw EnvironmentLacks("The passphrase file \"" + file + "\" cannot be read or is empty.");
        if (!line.empty() && line.back() == '\r') line.pop_back();
        return line;
    }
    if (::isatty(STDIN_FILENO) == 0)
        throw EnvironmentLacks(
            "A passphrase is typed at a terminal, and there is none; name a file that holds it with "
            "--passphrase-file.");
    std::cerr << question << std::flush;
    {
        const Silence silence;
        std::getline(std::cin, line);
    }
    std::cerr << '\n';
    return line;
}

Access::Access(records::Store& store, const AccessOptions& options)
    : Access(&store, store, options, store.writable() ? Note::in_store : Note::beside) {}

Access::Access(const records::Store& store, const AccessOptions& options)
    : Access(nullptr, store, options, Note::beside) {}

Access Access::unnoted(const records::Store& store, const AccessOptions& options) {
    return {nullptr, store, options, Note::none};
}

Access::Access(records::Store* writer, const records::Store& store, const AccessOptions& options, Note note) {
    if (!records::has_administrator(store)) return;
    if (options.as.empty()) throw WrongUsage("These records have accounts; say who you are with --as NAME.");
    const std::string secret = secret_from(options.passphrase_file, "Passphrase of " + options.as + ": ");
    const auto sign_in = [&](records::Store& through) {
        records::SignIn answer = records::sign_in(through, options.as, secret, wall_clock());
        if (!answer.account) throw WrongUsage(answer.refusal);
        account_ = std::move(answer.account);
    };
    if (note == Note::in_store) {
        sign_in(*writer);
        return;
    }
    if (note == Note::beside) {
        std::optional<records::Store> beside;
        try {
            beside = records::Store::open(store.path());
        } catch (const records::Trouble& trouble) {
            // A desk has the file, or it cannot be written: reading goes on, and nothing can be noted.
            if (trouble.kind != records::Trouble::Kind::locked && trouble.kind != records::Trouble::Kind::read_only)
                throw;
        }
        if (beside) {
            sign_in(*beside);
            return;
        }
    }
    records::Store reader = records::Store::open_for_proof(store.path());
    sign_in(reader);
}

void demand(const Access& access, records::Right right, const std::string& about) {
    if (!access.account()) {
        if (!open_to_all(right)) throw WrongUsage(kMakeFirst);
        return;
    }
    try {
        records::demand(*access.account(), right, about);
    } catch (const records::Forbidden& refused) {
        throw WrongUsage(refused.what());
    }
}

bool may(const Access& access, records::Right right, const std::string& about) {
    try {
        demand(access, right, about);
        return true;
    } catch (const WrongUsage&) {
        return false;
    }
}

void demand_reading(const Access& access, const records::Store& store, const std::string& name) {
    const auto person = store.person(name);
    // Somebody who may not read all is not told who is there.
    if (!person) {
        demand(access, records::Right::read_all);
        return;
    }
    const bool own = access.account() && access.account()->person.id == person->id;
    demand(access, own ? records::Right::read_own : records::Right::read_all, person->id);
}

reports::Reader reader_of(const Access& access, const std::string& person) {
    if (!access.account()) return reports::Reader::office;
    const bool others = access.account()->person.id != person && may(access, records::Right::read_all);
    return others ? reports::Reader::office : reports::Reader::examined;
}

void demand_reading_attempt(const Access& access, const records::Store& store, const std::string& attempt) {
    std::optional<records::AttemptRow> row;
    try {
        row = store.attempt(attempt);
    } catch (const records::NotFound&) {
        // Somebody who may not read all is not told what there is.
        if (may(access, records::Right::read_all)) throw;
        demand(access, records::Right::read_all);
    }
    const bool own = access.account() && row->person == access.account()->person.id;
    demand(access, own ? records::Right::read_own : records::Right::read_all, row->person);
    if (reader_of(access, row->person) == reports::Reader::examined && !reports::results_out(store, attempt))
        throw WrongUsage("That is part of an exam which is not closed yet; its results come with the report.");
}

}  // namespace shift311::app
