#include "assessment/reports/attempt_report.hpp"

#include "assessment/records/entry.hpp"
#include "assessment/reports/withheld.hpp"
#include "assessment/reports/wording.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <type_traits>

namespace shift311::reports {
namespace {

__extension__ typedef __int128 Wide;  // a rate times a time outgrows 64 bits when a journal is absurd

/// a / c, rounded half up.
std::int64_t ratio(Wide a, Wide c) {
    if (c <= 0) return 0;
    const Wide rounded = (2 * a + c) / (2 * c);
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    return rounded > kMost ? kMost : static_cast<std::int64_t>(rounded);
}

/// Rates of all contacts together, from the rates of each and the time or keystrokes behind them.
scoring::Typing typing_of(const std::vector<ContactReport>& contacts) {
    scoring::Typing out;
    Wide gross = 0;
    Wide net = 0;
    Wide wpm = 0;
    Wide uncorrected = 0;
    const scoring::Typing* only = nullptr;
    int with_typing = 0;
    for (const ContactReport& contact : contacts) {
        if (!contact.card) continue;
        const scoring::Typing& part = contact.card->card.typing;
        gross += static_cast<Wide>(part.ksph_gross) * part.active;
        net += static_cast<Wide>(part.ksph_net) * part.active;
        wpm += static_cast<Wide>(part.wpm) * part.active;
        uncorrected += static_cast<Wide>(part.uncorrected_permille) * part.keys;
        out.keys += part.keys;
        out.erased += part.erased;
        out.active += part.active;
        only = &part;
        ++with_typing;
    }
    if (with_typing == 1) return *only;
    out.ksph_gross = ratio(gross, out.active);
    out.ksph_net = ratio(net, out.active);
    out.wpm = ratio(wpm, out.active);
    out.uncorrected_permille = ratio(uncorrected, out.keys);
    return out;
}

Setting setting_of(const ContactReport& contact, journal::Channel channel) {
    Setting setting;
    setting.channel = channel;
    setting.labels = {{"notes", "Notes"}, {"reply", "Reply"}};
    if (contact.key) {
        for (const scoring::FieldKey& field : contact.key->fields) {
            setting.labels[field.field] = field.label;
            if (field.kind == text::FieldKind::choice) setting.choices.insert(field.field);
        }
    }
    return setting;
}

ContactReport& contact_in(std::map<journal::ContactId, ContactReport>& contacts, journal::ContactId id) {
    ContactReport& contact = contacts[id];
    contact.contact = id;
    return contact;
}

}  // namespace

AttemptReport attempt_report(const records::AttemptRow& row, const journal::Journal& journal,
                             const std::map<journal::ContactId, std::string>& keys,
                             const std::vector<records::StoredCard>& cards, const std::string& prepared,
                             const std::set<journal::ContactId>& withheld) {
    AttemptReport out;
    out.row = row;
    out.head = journal.head;
    out.events = journal.events.size();
    out.length = journal.events.empty() ? 0 : journal.events.back().at;
    out.prepared = prepared;

    std::map<journal::ContactId, ContactReport> contacts;
    std::map<journal::ContactId, journal::Channel> channels;
    for (const auto& [id, json] : keys) {
        ContactReport& contact = contact_in(contacts, id);
        try {
            contact.key = scoring::key_from_json(json);
        } catch (const std::runtime_error&) {
            continue;  // the scorecard stands without it; verify names the fault
        }
        contact.title = contact.key->title;
        contact.script = contact.key->script;
        channels[id] = contact.key->channel;
    }
    for (const records::StoredCard& card : cards) {
        ContactReport& contact = contact_in(contacts, card.contact);
        contact.withheld = withheld.count(card.contact) != 0;
        if (!contact.withheld) contact.card = card;
        if (contact.title.empty()) contact.title = card.card.title;
        if (contact.script.empty()) contact.script = card.card.script;
    }
    for (const journal::Event& event : journal.events) {
        const auto* arrived = std::get_if<journal::Arrived>(&event.act);
        const bool taken_up =
            std::holds_alternative<journal::Answered>(event.act) || std::holds_alternative<journal::Taken>(event.act);
        if (taken_up && contacts.count(event.contact)) {
            ContactReport& contact = contacts[event.contact];
            if (!contact.answered) contact.start = event.at;
            contact.answered = true;
        }
        if (!arrived) continue;
        ContactReport& contact = contact_in(contacts, event.contact);
        contact.arrived_at = event.at;
        if (!contact.answered) contact.start = event.at;
        contact.arrived = true;
        contact.from = arrived->from;
        if (!arrived->title.empty()) contact.title = arrived->title;
        if (!arrived->script.empty()) contact.script = arrived->script;
        channels[event.contact] = arrived->channel;
    }

    std::map<journal::ContactId, Setting> settings;
    for (auto& [id, contact] : contacts) {
        const journal::Channel channel = channels.count(id) ? channels[id] : journal::Channel::phone;
        contact.channel = std::string(journal::word(channel));
        settings[id] = setting_of(contact, channel);
        contact.timeline = timeline(journal.events, id, settings[id]);
        contact.setting = settings[id];
    }
    for (const journal::Event& event : journal.events) {
        Moment said = moment(event, settings[event.contact]);
        if (std::holds_alternative<journal::Ended>(event.act) ||
            std::holds_alternative<journal::Abandoned>(event.act)) {
            const auto contact = contacts.find(event.contact);
            if (contact != contacts.end()) contact->second.ended = said.what;
        }
        out.moments.emplace(event.seq, std::move(said));
    }

    bool all_scored = !contacts.empty();
    for (auto& [id, contact] : contacts) {
        if (!contact.card) all_scored = false;
        if (contact.card) {
            const scoring::Scorecard& card = contact.card->card;
            out.points += card.points;
            out.possible += card.possible;
            out.passed += card.passed ? 1 : 0;
            for (const auto& [name, sum] : card.competencies) {
                out.competencies[name].points += sum.points;
                out.competencies[name].possible += sum.possible;
            }
            out.times.answer += card.times.answer;
            out.times.handle += card.times.handle;
            out.times.hold += card.times.hold;
            out.times.wrap += card.times.wrap;
        }
        out.contacts.push_back(std::move(contact));
    }
    out.typing = typing_of(out.contacts);
    out.whole = all_scored && !row.why.empty() && row.why != "set_aside";
    out.all_passed = out.whole && static_cast<std::size_t>(out.passed) == out.contacts.size();
    return out;
}

AttemptReport attempt_report(const records::Store& store, const std::string& attempt, const std::string& prepared,
                             const std::vector<standing::Program>& known) {
    const records::AttemptRow row = store.attempt(attempt);
    const journal::Journal journal = store.journal(attempt);
    const std::set<journal::ContactId> hidden = to_rate_blind(store, row, journal.head, known);
    AttemptReport out = attempt_report(row, journal, store.keys(attempt), store.scorecards(attempt), prepared, hidden);
    for (standing::Override& change : records::overrides_of(store, attempt))
        if (hidden.count(change.contact) == 0) out.corrections.push_back(std::move(change));
    for (standing::Dispute& dispute : records::disputes_of(store, row.person))
        if (dispute.attempt == attempt && hidden.count(dispute.contact) == 0)
            out.disputes.push_back(std::move(dispute));
    const auto older = [](const auto& a, const auto& b) { return a.at < b.at; };
    std::stable_sort(out.corrections.begin(), out.corrections.end(), older);
    std::stable_sort(out.disputes.begin(), out.disputes.end(), older);
    return out;
}

int withheld(const AttemptReport& report) {
    return static_cast<int>(std::count_if(report.contacts.begin(), report.contacts.end(),
                                          [](const ContactReport& contact) { return contact.withheld; }));
}

std::string withheld_sentence(const AttemptReport& report) {
    const int hidden = withheld(report);
    if (hidden == 0) return {};
    return hidden == 1
               ? "1 contact is still to be rated blind by a second rater. Until that is done, how it was judged "
                 "is withheld from every reader, and the sums here are without it."
               : counted(hidden, "contact") +
                     " are still to be rated blind by a second rater. Until that is done, how they were judged "
                     "is withheld from every reader, and the sums here are without them.";
}

std::string purpose_word(const journal::Head& head) {
    return head.purpose.empty() ? "practice" : head.purpose;
}

std::string purpose_sentence(const journal::Head& head) {
    if (head.purpose == "exam") return "This is part of an exam and counts toward certification.";
    if (head.purpose == "qualification") return "This is a qualification: a condition for the exam, not part of it.";
    return "This is practice. Practice never counts toward certification.";
}

std::string attempt_text(const AttemptReport& report, Format format) {
    switch (format) {
        case Format::json:
            return attempt_json(report);
        case Format::csv:
            return attempt_csv(report);
        case Format::pdf:
            return pdf_of(attempt_document(report));
        case Format::html:
            break;
    }
    return attempt_html(report);
}

}  // namespace shift311::reports
