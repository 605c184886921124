#include "assessment/reports/moment.hpp"

#include "assessment/reports/wording.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace shift311::reports {
namespace {

using namespace journal;

bool written(Channel channel) {
    return channel == Channel::email || channel == Channel::fax || channel == Channel::web;
}

const char* their_name(Channel channel) {
    return written(channel) ? "Writer" : channel == Channel::walk_in ? "Visitor" : "Caller";
}

std::string joined(const std::vector<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids)
        out += (out.empty() ? "" : ", ") + as_words(id);
    return out;
}

std::string how_it_came(const Arrived& e) {
    switch (e.channel) {
        case Channel::phone:
            return "The phone rings: " + e.from;
        case Channel::radio:
            return "The radio calls: " + e.from;
        case Channel::walk_in:
            return "A visitor comes to the counter";
        default:
            break;
    }
    const char* kind = e.channel == Channel::email ? "E-mail" : e.channel == Channel::fax ? "Fax" : "Web form";
    return fmt::format("{} from {}{}{}", kind, e.from, e.subject.empty() ? "" : ": ", e.subject);
}

std::string how_it_ended(const Ended& e, Channel channel) {
    const std::string who = their_name(channel);
    if (e.why == "closed") {
        if (e.by == "caller")
            return "The " + std::string(channel == Channel::walk_in ? "visitor leaves" : "caller ends the call");
        return channel == Channel::walk_in ? "Ends the conversation" : "Ends the call";
    }
    if (e.why == "hung_up") return e.by == "trainee" ? "Hangs up on the caller" : "The caller hangs up";
    if (e.why == "gave_up") return who + " gives up waiting";
    if (e.why == "transferred") return "The contact is transferred";
    if (e.why == "left_early") return "Leaves before the other end answers";
    if (e.why == "replied") return "The reply is sent";
    if (e.why == "unanswered") return "Nobody answered";
    return "The contact ends: " + as_words(e.why);
}

std::string catalog_words(Catalog where) {
    switch (where) {
        case Catalog::requests:
            return "Searches requests for";
        case Catalog::near:
            return "Looks for open requests near";
        case Catalog::articles:
            return "Searches articles for";
        case Catalog::directory:
            return "Searches the directory for";
    }
    return "Searches for";
}

std::string change_words(const RequestChanged& e) {
    if (e.how == "added") return "Adds this contact to request " + e.reference;
    if (e.how == "forwarded") return "Forwards request " + e.reference;
    if (e.how == "reopened") return "Reopens request " + e.reference;
    if (e.how == "closed") return "Closes request " + e.reference;
    return as_words(e.how) + " request " + e.reference;
}

/// One kind of event; a kind that has no words of its own gets its name.
template <class E>
void tell(Moment& out, const E& e, const Setting& setting) {
    using T = E;
    out.who = "Trainee";
    if constexpr (std::is_same_v<T, Arrived>) {
        out.who = "Line";
        out.what = how_it_came(e);
        out.quote = e.body;
    } else if constexpr (std::is_same_v<T, Answered>) {
        out.what = written(setting.channel) ? "Opens it" : "Answers";
    } else if constexpr (std::is_same_v<T, Abandoned>) {
        out.who = their_name(setting.channel);
        out.what = "Gives up before anyone answered";
    } else if constexpr (std::is_same_v<T, Taken>) {
        out.what = "Turns to this contact";
    } else if constexpr (std::is_same_v<T, Ended>) {
        out.who = e.by == "caller" ? their_name(setting.channel) : "Trainee";
        out.what = how_it_ended(e, setting.channel);
    } else if constexpr (std::is_same_v<T, Wrapped>) {
        out.what = "Wraps up: " + disposition_words(e.disposition);
    } else if constexpr (std::is_same_v<T, CallerSaid>) {
        out.who = their_name(setting.channel);
        out.quote = e.text;
        if (e.again) out.what = "had said so before";
    } else if constexpr (std::is_same_v<T, TraineeSaid>) {
        out.quote = e.text;
        out.phrases = e.heard.empty() ? "not understood" : "understood as " + joined(e.heard);
        if (e.over_caller) out.what = "while the caller was speaking";
    } else if constexpr (std::is_same_v<T, MoodChanged>) {
        out.who = their_name(setting.channel);
        out.what = fmt::format("Mood from {} to {}{}{}", word(e.from), word(e.to), e.why.empty() ? "" : ". ", e.why);
    } else if constexpr (std::is_same_v<T, ServiceChosen>) {
        out.what = "Chooses the service " + as_words(e.service);
    } else if constexpr (std::is_same_v<T, FieldEdited>) {
        out.field = e.field;
        out.what = fmt::format("{}: {}", setting.label(e.field),
                               e.value.empty() ? "(emptied)" : setting.value(e.field, e.value));
    } else if constexpr (std::is_same_v<T, LookedUp>) {
        out.what = fmt::format("{} \u201c{}\u201d: {}", catalog_words(e.where), e.query,
                               e.found.empty() ? "nothing found"
                               : counted(static_cast<std::int64_t>(e.found.size()), "match") == "1 match"
                                   ? "1 found"
                                   : std::to_string(e.found.size()) + " found");
    } else if constexpr (std::is_same_v<T, Opened>) {
        out.what = fmt::format("Opens {} {}",
                               e.where == Catalog::articles    ? "article"
                               : e.where == Catalog::directory ? "directory entry"
                                                               : "request",
                               e.id);
    } else if constexpr (std::is_same_v<T, HoldBegan>) {
        out.what = "Puts the caller on hold";
    } else if constexpr (std::is_same_v<T, HoldEnded>) {
        out.what = "Takes the caller off hold";
    } else if constexpr (std::is_same_v<T, TransferBegan>) {
        out.what = fmt::format("Starts a {} transfer to {}", e.warm ? "warm" : "cold", as_words(e.target));
    } else if constexpr (std::is_same_v<T, TransferAnswered>) {
        out.who = "Line";
        out.what = as_words(e.target) + " answers";
        out.quote = e.text;
    } else if constexpr (std::is_same_v<T, Filed>) {
        out.what = fmt::format("Files request {}: {}{}{}", e.reference, as_words(e.service),
                               e.due.empty() ? "" : ", due ", e.due.empty() ? "" : day_text(e.due));
    } else if constexpr (std::is_same_v<T, RequestChanged>) {
        out.what = change_words(e);
    } else if constexpr (std::is_same_v<T, Replied>) {
        out.what = "Replies";
        out.quote = e.text;
        if (!e.heard.empty()) out.phrases = "understood as " + joined(e.heard);
    } else if constexpr (std::is_same_v<T, Paused>) {
        out.who = "Desk";
        out.what = "The clock stands still: " + as_words(e.why);
    } else if constexpr (std::is_same_v<T, AcdChanged>) {
        out.what = "Is " + as_words(word(e.state));
    } else if constexpr (std::is_same_v<T, ShiftEnded>) {
        out.who = "Desk";
        out.what = "The shift ends: " + as_words(e.why);
    } else {
        out.what = as_words(T::kName);
    }
}

}  // namespace

std::string as_words(std::string_view id) {
    if (id == "empathise") return "empathize";  // identifiers keep their spelling, readers get theirs
    if (id == "apologise") return "apologize";
    std::string out(id);
    for (char& c : out) {
        if (c == '_' || c == '-') c = ' ';
    }
    return out;
}

std::string disposition_words(std::string_view disposition) {
    if (disposition.empty()) return "none";
    if (disposition == "file") return "request filed";
    if (disposition == "add_to_existing") return "added to an existing request";
    if (disposition == "inform") return "informed";
    if (disposition == "transfer") return "transferred";
    if (disposition == "end") return "ended";
    return as_words(disposition);
}

std::string Setting::label(const std::string& field) const {
    const auto known = labels.find(field);
    if (known != labels.end() && !known->second.empty()) return known->second;
    std::string out = as_words(field);
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

std::string Setting::value(const std::string& field, const std::string& value) const {
    return choices.count(field) ? as_words(value) : value;
}

Moment moment(const Event& event, const Setting& setting) {
    Moment out;
    out.seq = event.seq;
    out.at = event.at;
    std::visit([&](const auto& e) { tell(out, e, setting); }, event.act);
    return out;
}

std::vector<Moment> timeline(const std::vector<Event>& events, ContactId contact, const Setting& setting) {
    std::vector<Moment> out;
    for (const Event& event : events) {
        if (event.contact != contact) continue;
        Moment next = moment(event, setting);
        // Somebody typing makes an edit a word; what was meant to be read is where it ended up.
        if (!next.field.empty() && !out.empty() && out.back().field == next.field) {
            out.back() = std::move(next);
        } else {
            out.push_back(std::move(next));
        }
    }
    return out;
}

}  // namespace shift311::reports
