// shift311 export self: everything that is held about one person, journals included, as one JSON document.
#include "assessment/journal/codec.hpp"
#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "sim/app/access.hpp"
#include "sim/app/exit.hpp"
#include "sim/app/options.hpp"
#include "sim/app/output.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace shift311::app {
namespace {

using Json = nlohmann::json;

Json attempt_json(const records::Store& store, const records::AttemptRow& row, bool withheld) {
    Json out{{"attempt", row.id},  {"station", row.station}, {"title", row.title}, {"began", row.began},
             {"ended", row.ended}, {"why", row.why},         {"level", row.level}, {"contacts", row.contacts}};
    try {
        const journal::Journal journal = store.journal(row.id);
        out["head"] = Json::parse(journal::to_json(journal.head));
        Json events = Json::array();
        for (const journal::Event& event : journal.events)
            events.push_back(Json::parse(journal::to_json(event)));
        out["events"] = std::move(events);
        if (withheld) {
            out["scorecards"] = "withheld until the exam is closed";
            return out;
        }
        Json cards = Json::array();
        for (const records::StoredCard& stored : store.all_scorecards(row.id))
            cards.push_back({{"contact", stored.contact},
                             {"number", stored.number},
                             {"made", stored.made},
                             {"through", stored.through},
                             {"program", stored.program},
                             {"card", Json::parse(scoring::to_json(stored.card))}});
        out["scorecards"] = std::move(cards);
    } catch (const std::exception& error) {
        out["cannot_be_read"] = error.what();  // named, and the rest goes on
    }
    return out;
}

/// `withheld`: attempts of exams that are not closed yet, whose ratings nobody but raters sees.
Json entries_json(const records::Store& store, const std::string& person, const std::set<std::string>& withheld) {
    Json out = Json::array();
    for (const char* kind : {"event", "report", "override", "dispute", "answer", "sign_in"})
        for (const records::Entry& entry : store.entries(kind, person)) {
            if (withheld.count(entry.attempt) != 0) continue;
            const Json body = Json::parse(entry.body, nullptr, false);
            out.push_back({{"id", entry.id},
                           {"kind", entry.kind},
                           {"attempt", entry.attempt},
                           {"contact", entry.contact},
                           {"at", entry.at},
                           {"by", entry.by},
                           {"body", body.is_discarded() ? Json(entry.body) : body}});
        }
    return out;
}

}  // namespace

int export_self(const RecordsOptions& options) {
    const records::Store store = records::Store::open_read_only(records_path(options.db));
    const Access access(store, options.access);
    const std::string name = !options.attempt.empty() ? options.attempt
                             : access.account()       ? access.account()->person.name
                                                      : std::string();
    if (name.empty()) throw WrongUsage("Whose records? Give the name: export self NAME.");
    const auto person = store.person(name);
    if (!person) {
        demand(access, records::Right::export_all);
        throw WrongUsage("There is nobody called " + name + " in the records.");
    }
    demand(access, records::Right::export_own, person->id);
    const auto account = records::account(store, person->name);
    Json attempts = Json::array();
    const std::vector<records::AttemptRow> rows = store.attempts(person->name);
    const std::set<std::string> withheld = reports::attempts_not_out(store, person->id, rows);
    for (const records::AttemptRow& row : rows)
        attempts.push_back(attempt_json(store, row, withheld.count(row.id) != 0));
    Json settings = Json::object();
    for (const auto& [setting, value] : store.settings(person->id))
        settings[setting] = value;
    const records::ChainHead head = store.head();
    const Json out{{"person", {{"id", person->id}, {"name", person->name}, {"added", person->added}}},
                   {"account",
                    {{"role", std::string(records::word(account->role))},
                     {"passphrase_set", account->secret},
                     {"locked_until", account->locked_until}}},
                   {"settings", settings},
                   {"attempts", attempts},
                   {"entries", entries_json(store, person->id, withheld)},
                   {"exported", wall_clock()},
                   {"chain", {{"station", head.station}, {"number", head.number}, {"hash", head.hash}}},
                   {"not_here",
                    "The scripts' answer keys, which are about callers and not about a person; the hash of "
                    "the passphrase; and demographic data, which these records never hold."}};
    write_out(options.out, out.dump(1) + "\n");
    return kDone;
}

}  // namespace shift311::app
