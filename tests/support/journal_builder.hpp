// Journals made by hand: one line an act, numbers and times kept by the builder.
#pragma once

#include "assessment/journal/journal.hpp"

#include <string>
#include <utility>
#include <vector>

namespace shift311::tests {

class JournalBuilder {
  public:
    explicit JournalBuilder(journal::ContactId contact = 1) : contact_(contact) {}

    /// The next act happens then, and those after it too until told otherwise.
    JournalBuilder& at(journal::Millis when) {
        now_ = when;
        return *this;
    }
    JournalBuilder& of(journal::ContactId contact) {
        contact_ = contact;
        return *this;
    }
    JournalBuilder& act(journal::Act what) {
        const auto seq = static_cast<journal::Seq>(journal_.events.size() + 1);
        journal_.events.push_back({seq, now_, contact_, std::move(what)});
        return *this;
    }
    JournalBuilder& rings(journal::Channel channel = journal::Channel::phone) {
        journal::Arrived arrived;
        arrived.script = "made-by-hand";
        arrived.channel = channel;
        return act(arrived);
    }
    JournalBuilder& answered() { return act(journal::Answered{}); }
    JournalBuilder& caller(std::string text, std::vector<std::string> tells = {}, std::string cue = {}) {
        journal::CallerSaid said;
        said.text = std::move(text);
        said.lasts = 2000;
        said.why = "answer";
        said.tells = std::move(tells);
        said.cue = std::move(cue);
        return act(said);
    }
    JournalBuilder& opening(std::string text, std::vector<std::string> tells = {}, std::string cue = {}) {
        caller(std::move(text), std::move(tells), std::move(cue));
        std::get<journal::CallerSaid>(journal_.events.back().act).why = "opening";
        return *this;
    }
    /// What had been told before, because it was asked for again.
    JournalBuilder& again(std::string text, std::vector<std::string> tells, std::string answers) {
        caller(std::move(text), std::move(tells));
        auto& said = std::get<journal::CallerSaid>(journal_.events.back().act);
        said.again = true;
        said.answers = std::move(answers);
        return *this;
    }
    JournalBuilder& says(std::vector<std::string> heard, std::string text = "...") {
        return act(journal::TraineeSaid{std::move(text), 1000, std::move(heard), false});
    }
    /// One edit that leaves `value`, chosen from a list.
    JournalBuilder& chooses(std::string field, std::string value) {
        return act(journal::FieldEdited{std::move(field), value, value, 0, 0, true});
    }
    /// Typed character by character, so many milliseconds apart; '\b' takes the last one out.
    JournalBuilder& types(const std::string& field, const std::string& keys, journal::Millis apart = 200) {
        std::string value;
        for (const char key : keys) {
            journal::FieldEdited edit;
            edit.field = field;
            if (key == '\b') {
                if (!value.empty()) value.pop_back();
                edit.erased = 1;
            } else {
                value += key;
                edit.inserted = std::string(1, key);
                edit.keys = 1;
            }
            edit.value = value;
            act(edit);
            now_ += apart;
        }
        return *this;
    }
    JournalBuilder& files(std::string reference, std::string service, std::map<std::string, std::string> fields,
                          std::string due = {}) {
        return act(journal::Filed{std::move(reference), std::move(service), std::move(fields), std::move(due)});
    }
    JournalBuilder& ends(std::string why = "closed", std::string by = "trainee") {
        return act(journal::Ended{std::move(by), std::move(why)});
    }
    JournalBuilder& wraps(std::string disposition) { return act(journal::Wrapped{std::move(disposition)}); }

    const journal::Journal& journal() const { return journal_; }

  private:
    journal::Journal journal_;
    journal::ContactId contact_;
    journal::Millis now_ = 0;
};

}  // namespace shift311::tests
