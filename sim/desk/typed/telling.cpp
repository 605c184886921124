#include "sim/desk/typed/telling.hpp"

#include "sim/city/calendar.hpp"

#include <algorithm>

namespace shift311::desk::typed {
namespace {

const shift::Contact* contact_of(const shift::Run& run, journal::ContactId id) {
    return shift::find_contact(run.state(), id);
}

std::string target_name(const shift::Run& run, const std::string& id) {
    const city::Destination* target = city::find_destination(run.floor().city, id);
    return target ? target->name : id;
}

std::string state_words(journal::AcdState state) {
    switch (state) {
        case journal::AcdState::available:
            return "available";
        case journal::AcdState::on_contact:
            return "on a contact";
        case journal::AcdState::wrap_up:
            return "in wrap-up";
        case journal::AcdState::on_break:
            return "on break";
    }
    return {};
}

/// "(2) " when more than one contact is open, so that nobody mixes them up.
std::string which(const shift::Run& run, journal::ContactId id) {
    const auto open = std::count_if(
        run.state().contacts.begin(), run.state().contacts.end(),
        [](const shift::Contact& c) { return c.stage != shift::Stage::done && c.stage != shift::Stage::abandoned; });
    return open > 1 ? "(" + std::to_string(id) + ") " : "";
}

/// "Answered in 20 s: 67 %"
std::string service_level(const shift::Screen& screen) {
    return "Answered in " + std::to_string(screen.service_level_within / 1000) +
           " s: " + std::to_string((100 * screen.answered_in_time + screen.answered / 2) / screen.answered) + " %";
}

struct Teller {
    const shift::Run& run;
    const shift::Event& event;

    std::string operator()(const journal::Arrived& act) const {
        const std::string number = std::to_string(event.contact);
        if (act.channel == journal::Channel::walk_in) return "Contact " + number + " is waiting: " + act.from + ".";
        if (shift::written(act.channel))
            return "Contact " + number + " has come in: \"" + act.subject + "\" from " + act.from + ".";
        return "Contact " + number + " is ringing: " + (act.from.empty() ? "number withheld" : act.from) + ".";
    }
    std::string operator()(const journal::Answered&) const {
        return "You are with contact " + std::to_string(event.contact) + ".";
    }
    std::string operator()(const journal::Abandoned&) const {
        return "Contact " + std::to_string(event.contact) + " gave up waiting.";
    }
    std::string operator()(const journal::Taken&) const {
        return "You are with contact " + std::to_string(event.contact) + ".";
    }
    std::string operator()(const journal::CallerSaid& act) const {
        return act.text.empty() ? std::string{} : which(run, event.contact) + "Caller: " + act.text;
    }
    std::string operator()(const journal::TraineeSaid& act) const {
        std::string text = which(run, event.contact) + "You: " + act.text;
        if (run.floor().level >= 4 || briefing()) return text;
        if (act.heard.empty()) return text + "\n     not understood: say it another way";
        text += "\n     heard as: ";
        for (std::size_t i = 0; i < act.heard.size(); ++i)
            text += (i == 0 ? "" : ", ") + act.heard[i];
        return text;
    }
    /// What is said to the other end of a transfer is not meant for the caller.
    bool briefing() const {
        const shift::Contact* contact = contact_of(run, event.contact);
        return contact && std::any_of(contact->lines.begin(), contact->lines.end(), [&](const shift::Line& line) {
                   return line.who == shift::Line::Who::target && line.seq < event.seq;
               });
    }
    std::string operator()(const journal::MoodChanged& act) const {
        if (run.floor().level > 1 || act.from == act.to) return {};
        return which(run, event.contact) + "The caller is now " + std::string(journal::word(act.to)) + ". " + act.why;
    }
    std::string operator()(const journal::HoldBegan&) const { return "The caller is on hold."; }
    std::string operator()(const journal::HoldEnded&) const { return "The caller is back on the line."; }
    std::string operator()(const journal::TransferBegan& act) const {
        return act.warm ? target_name(run, act.target) + " is ringing. Stay until they answer."
                        : "The caller was passed on to " + target_name(run, act.target) + ".";
    }
    std::string operator()(const journal::TransferAnswered& act) const {
        return target_name(run, act.target) + ": " + act.text;
    }
    std::string operator()(const journal::Filed& act) const {
        city::Date date;
        const bool due = city::parse_iso(act.due, date);
        return "Filed. Reference number " + act.reference + ". " +
               (due ? "Expected by " + city::spoken(date) + "." : "No date can be given.");
    }
    std::string operator()(const journal::RequestChanged& act) const {
        if (act.how == "added") return "The caller was added to request " + act.reference + ".";
        return "Request " + act.reference + " was " + act.how + ".";
    }
    std::string operator()(const journal::Replied&) const { return "The reply was sent."; }
    std::string operator()(const journal::Ended& act) const {
        const std::string next =
            " Wrap up with \"wrap\" and the outcome: file, add_to_existing, inform, transfer or end.";
        if (act.by == "caller") return "The caller hung up." + next;
        return "The contact has ended." + next;
    }
    std::string operator()(const journal::Wrapped&) const {
        return "Contact " + std::to_string(event.contact) + " is done.";
    }
    std::string operator()(const journal::ShiftEnded& act) const {
        return act.why == "finished" ? "The shift is over: everybody has been helped." : "The shift has ended.";
    }
    std::string operator()(const journal::Paused& act) const {
        return act.why == "interrupted" ? "The shift goes on where it was interrupted." : std::string{};
    }
    std::string operator()(const journal::AcdChanged&) const { return {}; }
    std::string operator()(const journal::ServiceChosen&) const { return {}; }
    std::string operator()(const journal::FieldEdited&) const { return {}; }
    std::string operator()(const journal::LookedUp&) const { return {}; }
    std::string operator()(const journal::Opened&) const { return {}; }
    std::string operator()(const journal::VignetteShown& act) const { return act.text; }
    std::string operator()(const journal::VignetteAnswered& act) const { return "You: " + act.answer; }
    std::string operator()(const journal::PromptShown& act) const { return act.text; }
};

}  // namespace

std::string telling(const shift::Run& run, const shift::Event& event) {
    if (event.contact != 0 && !contact_of(run, event.contact)) return {};
    return std::visit(Teller{run, event}, event.act);
}

std::vector<std::string> form_lines(const shift::FormView& form) {
    std::vector<std::string> lines;
    if (form.service.empty()) {
        lines.push_back("No service chosen yet.");
        if (!form.reply.empty()) lines.push_back("  reply: " + form.reply);
        if (!form.notes.empty()) lines.push_back("  notes: " + form.notes);
        return lines;
    }
    lines.push_back(form.service_name + ", " + form.department);
    for (const shift::FieldView& field : form.fields) {
        std::string line = "  " + field.code + (field.required ? " (required)" : "") + ": " + field.value;
        if (field.value.empty() && !field.choices.empty()) {
            line += "choose from ";
            for (std::size_t i = 0; i < field.choices.size(); ++i)
                line += (i == 0 ? "" : ", ") + field.choices[i].key;
        } else if (field.value.empty() && !field.hint.empty()) {
            line += "(" + field.hint + ")";
        }
        if (!field.says.empty()) line += "  [" + field.says + "]";
        lines.push_back(std::move(line));
    }
    if (!form.notes.empty()) lines.push_back("  notes: " + form.notes);
    if (!form.filed.empty())
        lines.push_back("Filed as " + form.filed + ".");
    else if (!form.missing.empty()) {
        std::string missing = "Still needed: ";
        for (std::size_t i = 0; i < form.missing.size(); ++i)
            missing += (i == 0 ? "" : ", ") + form.missing[i];
        lines.push_back(missing + ".");
    }
    if (!form.near.empty())
        lines.push_back(std::to_string(form.near.size()) + " open near this place: type \"near\" to compare.");
    return lines;
}

std::vector<std::string> request_lines(const shift::RequestView& request) {
    std::vector<std::string> lines{
        "Request " + request.row.reference + ": " + request.row.service + ", " + request.row.address,
        "  " + request.row.status + ", opened " + request.opened + " (" + request.row.age + "), " + request.department,
        "  expected: " + request.expected,
    };
    if (!request.row.description.empty()) lines.push_back("  " + request.row.description);
    if (!request.note.empty()) lines.push_back("  status note: " + request.note);
    if (!request.reporter.empty())
        lines.push_back("  reported by (confidential): " + request.reporter + ", " + request.reporter_phone);
    return lines;
}

std::vector<std::string> article_lines(const city::Article& article) {
    std::vector<std::string> lines{article.title};
    if (!article.say.empty()) lines.push_back("  To say: " + article.say);
    std::string body = article.body;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        if (end > at) lines.push_back("  " + body.substr(at, end - at));
        at = end + 1;
    }
    if (article.basis == city::Basis::assumed) lines.push_back("  (practice value)");
    return lines;
}

std::vector<std::string> status_lines(const shift::Screen& screen) {
    std::vector<std::string> lines;
    std::string queue = screen.clock + ", " + state_words(screen.acd) + ". Waiting " + std::to_string(screen.waiting);
    if (screen.waiting > 0 && screen.longest_wait > 0) queue += ", longest " + journal::clock_text(screen.longest_wait);
    if (screen.answered > 0) queue += ". " + service_level(screen);
    lines.push_back(queue + ".");
    if (screen.active == 0) {
        lines.push_back("You are with nobody.");
    } else {
        for (const shift::ContactRow& row : screen.contacts)
            if (row.active)
                lines.push_back("You are with contact " + std::to_string(row.id) + ", " + row.name + ": " + row.status +
                                ", " + journal::clock_text(row.timer) + ".");
        if (!screen.mood.empty()) lines.push_back("The caller sounds " + screen.mood + ".");
        if (!screen.phone_status.empty()) lines.push_back(screen.phone_status);
        for (const std::string& next : screen.next_steps)
            lines.push_back("  next: " + next);
    }
    return lines;
}

std::vector<std::string> ending_lines(const shift::Screen& screen) {
    std::vector<std::string> lines;
    if (screen.answered > 0)
        lines.push_back(service_level(screen) + ", goal " + std::to_string(screen.service_level_percent) + " %; " +
                        (screen.abandoned == 0 ? "nobody gave up waiting."
                                               : std::to_string(screen.abandoned) + " gave up waiting."));
    if (!screen.yardstick.empty()) lines.push_back(screen.yardstick);
    return lines;
}

std::string request_line(const shift::Run& run, const std::string& reference) {
    const auto request = shift::request_view(run.floor(), run.state(), reference);
    if (!request) return "  " + reference;
    return "  " + reference + "  " + request->row.service + ", " + request->row.address + "  " + request->row.status +
           ", " + request->row.age + (request->row.description.empty() ? "" : "  " + request->row.description);
}

std::string destination_line(const city::Destination& destination) {
    return "  " + destination.id + "  " + destination.name + "  " + destination.number + "  " + destination.hours +
           "  " + destination.handles + (destination.basis == city::Basis::assumed ? "  (practice value)" : "");
}

}  // namespace shift311::desk::typed
