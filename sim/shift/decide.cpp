#include "sim/city/calendar.hpp"
#include "sim/script/random.hpp"
#include "sim/shift/engine.hpp"

#include <algorithm>
#include <array>

namespace shift311::shift {
namespace {

using Why = Refusal::Why;

Decision refuse(Why why, std::string control = {}, std::string detail = {}) {
    Decision decision;
    decision.refusal = Refusal{why, std::move(control), std::move(detail)};
    return decision;
}

/// Somebody is being spoken with, on the line or at the counter.
bool live(const Contact& contact) {
    return !written(contact.channel) && (contact.stage == Stage::talking || contact.stage == Stage::transferring ||
                                         contact.stage == Stage::connected);
}

bool open_stage(Stage stage) {
    return stage == Stage::talking || stage == Stage::on_hold || stage == Stage::transferring ||
           stage == Stage::connected;
}

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\n\r") == std::string::npos;
}

/// What is known of a request, wherever it was filed.
struct Known {
    bool exists = false;
    std::string status;
};
Known known_request(const Floor& floor, const State& state, const std::string& reference) {
    for (const Touched& touched : state.touched)
        if (touched.reference == reference) return {true, touched.status};
    for (const city::Request& request : floor.city.requests)
        if (request.reference == reference) return {true, request.status};
    return {};
}

struct Decider {
    const Floor& floor;
    const State& state;
    Millis at;
    const Contact* contact;  ///< the active one or null

    Decision done(std::vector<journal::Act> acts, ContactId id) const {
        Decision decision;
        for (journal::Act& act : acts) {
            Event event;
            event.at = at;
            event.contact = std::holds_alternative<journal::AcdChanged>(act) ? 0 : id;
            event.act = std::move(act);
            decision.events.push_back(std::move(event));
        }
        return decision;
    }
    void set_acd(std::vector<journal::Act>& acts, AcdState acd) const {
        if (state.acd != acd) acts.emplace_back(journal::AcdChanged{acd});
    }
    const Contact* on_the_line() const {
        for (const Contact& other : state.contacts)
            if (live(other)) return &other;
        return nullptr;
    }
    /// The state to be in once `leaving` is done with.
    AcdState acd_without(ContactId leaving) const {
        for (const Contact& other : state.contacts)
            if (other.id != leaving && open_stage(other.stage)) return AcdState::on_contact;
        for (const Contact& other : state.contacts)
            if (other.id != leaving && other.stage == Stage::wrap_up) return AcdState::wrap_up;
        return AcdState::available;
    }
    bool working() const { return contact && (open_stage(contact->stage) || contact->stage == Stage::wrap_up); }

    Decision operator()(const Answer& intent) const {
        const Contact* next = nullptr;
        if (intent.contact != 0) {
            next = find_contact(state, intent.contact);
            if (!next) return refuse(Why::unknown_contact, "Contacts", std::to_string(intent.contact));
            if (next->stage != Stage::waiting)
                return refuse(Why::already_there, "Contacts", std::to_string(intent.contact));
        } else {
            // A ringing phone and a person at the counter come before the inbox.
            for (const Contact& other : state.contacts) {
                if (other.stage != Stage::waiting) continue;
                if (!next || (written(next->channel) && !written(other.channel))) next = &other;
            }
            if (!next) return refuse(Why::nobody_waiting, "Answer");
        }
        if (!written(next->channel) && on_the_line()) return refuse(Why::line_busy, "Hold", on_the_line()->from);
        if (written(next->channel) && on_the_line()) return refuse(Why::line_busy, "Hold", on_the_line()->from);
        std::vector<journal::Act> acts{journal::Answered{}};
        set_acd(acts, AcdState::on_contact);
        return done(std::move(acts), next->id);
    }

    Decision operator()(const Take& intent) const {
        const Contact* other = find_contact(state, intent.contact);
        if (!other) return refuse(Why::unknown_contact, "Contacts", std::to_string(intent.contact));
        if (other->stage == Stage::waiting) return (*this)(Answer{intent.contact});
        if (other->stage == Stage::done || other->stage == Stage::abandoned)
            return refuse(Why::already_there, "Contacts", std::to_string(intent.contact));
        if (other->id == state.active) return refuse(Why::already_there, "Contacts", std::to_string(intent.contact));
        if (const Contact* busy = on_the_line(); busy && busy->id != other->id)
            return refuse(Why::line_busy, "Hold", busy->from);
        return done({journal::Taken{}}, other->id);
    }

    Decision operator()(const Say& intent) const {
        if (!contact || contact->stage == Stage::wrap_up) return refuse(Why::no_contact, "Answer");
        if (written(contact->channel)) return refuse(Why::not_spoken, "Reply");
        if (contact->stage == Stage::on_hold) return refuse(Why::on_hold, "Hold");
        if (blank(intent.text)) return refuse(Why::nothing_said, "Say");
        journal::TraineeSaid said;
        said.text = intent.text;
        said.lasts = speech_time(intent.text);
        said.heard = intent.heard;
        said.over_caller = at < contact->caller_until;
        return done({std::move(said)}, contact->id);
    }

    Decision operator()(const ChooseService& intent) const {
        if (!working()) return refuse(Why::no_contact, "Answer");
        if (!contact->filed.empty()) return refuse(Why::already_filed, "Service", contact->filed);
        if (!intent.service.empty() && !city::find_service(floor.city, intent.service))
            return refuse(Why::unknown_service, "Service", intent.service);
        return done({journal::ServiceChosen{intent.service}}, contact->id);
    }

    Decision operator()(const Edit& intent) const {
        if (!working()) return refuse(Why::no_contact, "Answer");
        if (intent.field == "reply") {
            if (!written(contact->channel)) return refuse(Why::not_written, "Say");
            if (contact->stage == Stage::wrap_up) return refuse(Why::not_written, "Reply");
        } else if (intent.field != "notes") {
            if (!contact->filed.empty()) return refuse(Why::already_filed, intent.field, contact->filed);
            const city::Service* service = city::find_service(floor.city, contact->service);
            if (!service) return refuse(Why::no_service, "Service");
            const auto attribute = std::find_if(service->attributes.begin(), service->attributes.end(),
                                                [&](const city::Attribute& a) { return a.code == intent.field; });
            if (attribute == service->attributes.end()) return refuse(Why::unknown_field, "Service", intent.field);
        }
        journal::FieldEdited edited;
        edited.field = intent.field;
        edited.value = intent.value;
        edited.inserted = intent.inserted;
        edited.keys = intent.keys;
        edited.erased = intent.erased;
        edited.pasted = intent.pasted;
        return done({std::move(edited)}, contact->id);
    }

    Decision operator()(const LookUp& intent) const {
        return done({journal::LookedUp{intent.where, intent.query, intent.found}}, contact ? contact->id : 0);
    }

    Decision operator()(const Open& intent) const {
        const bool there = intent.where == Catalog::articles ? city::find_article(floor.city, intent.id) != nullptr
                           : intent.where == Catalog::directory
                               ? city::find_destination(floor.city, intent.id) != nullptr
                               : known_request(floor, state, intent.id).exists;
        if (!there) return refuse(Why::nothing_there, "History", intent.id);
        return done({journal::Opened{intent.where, intent.id}}, contact ? contact->id : 0);
    }

    Decision operator()(const Hold&) const {
        if (!contact || !live(*contact)) {
            if (contact && contact->stage == Stage::on_hold) return refuse(Why::on_hold, "Hold");
            return refuse(Why::no_contact, "Hold");
        }
        if (contact->stage != Stage::talking) return refuse(Why::transfer_under_way, "End", contact->transfer_target);
        return done({journal::HoldBegan{}}, contact->id);
    }

    Decision operator()(const Resume&) const {
        if (!contact || contact->stage != Stage::on_hold) return refuse(Why::not_on_hold, "Hold");
        if (const Contact* busy = on_the_line()) return refuse(Why::line_busy, "Hold", busy->from);
        return done({journal::HoldEnded{}}, contact->id);
    }

    Decision operator()(const Transfer& intent) const {
        if (!contact || !(contact->stage == Stage::talking || contact->stage == Stage::on_hold ||
                          contact->stage == Stage::transferring || contact->stage == Stage::connected))
            return refuse(Why::no_contact, "Transfer");
        if (contact->stage == Stage::on_hold) return refuse(Why::on_hold, "Hold");
        if (contact->stage != Stage::talking) return refuse(Why::transfer_under_way, "End", contact->transfer_target);
        if (!city::find_destination(floor.city, intent.target))
            return refuse(Why::unknown_target, "Directory", intent.target);
        if (written(contact->channel) && intent.warm) return refuse(Why::not_spoken, "Transfer");
        std::vector<journal::Act> acts{journal::TransferBegan{intent.target, intent.warm}};
        if (!intent.warm) {
            acts.emplace_back(journal::Ended{"trainee", "transferred"});
            set_acd(acts, AcdState::wrap_up);
        }
        return done(std::move(acts), contact->id);
    }

    Decision operator()(const File&) const {
        if (!working()) return refuse(Why::no_contact, "Answer");
        if (!contact->filed.empty()) return refuse(Why::already_filed, "File request", contact->filed);
        const city::Service* service = city::find_service(floor.city, contact->service);
        if (!service) return refuse(Why::no_service, "Service");
        journal::Filed filed;
        std::string missing, first;
        for (const city::Attribute& attribute : service->attributes) {
            const std::string value = field_value(*contact, attribute.code);
            if (attribute.required && blank(value)) {
                if (first.empty()) first = attribute.description;
                missing += (missing.empty() ? "" : ", ") + attribute.description;
            }
            if (!blank(value)) filed.fields[attribute.code] = value;
        }
        if (!missing.empty()) return refuse(Why::missing_fields, first, missing);
        filed.service = service->code;
        filed.reference = new_reference();
        if (service->due.business_days) {
            city::Date day;
            city::parse_iso(floor.plan.date, day);
            filed.due = city::iso(city::add_business_days(day, *service->due.business_days, floor.city.holidays));
        }
        return done({std::move(filed)}, contact->id);
    }

    /// Eight digits from the seed and the contact, never one that exists.
    std::string new_reference() const {
        script::Random random(floor.seed * 1'000'003ULL + contact->id);
        for (;;) {
            const std::string reference = std::to_string(18'000'000 + random.below(1'000'000));
            if (!known_request(floor, state, reference).exists) return reference;
        }
    }

    Decision operator()(const ChangeRequest& intent) const {
        if (!working()) return refuse(Why::no_contact, "Answer");
        static constexpr std::array kWays{"added", "forwarded", "reopened", "closed"};
        if (std::find(kWays.begin(), kWays.end(), intent.how) == kWays.end())
            return refuse(Why::wrong_status, "History", intent.how);
        const Known known = known_request(floor, state, intent.reference);
        if (!known.exists) return refuse(Why::unknown_request, "History", intent.reference);
        const bool wants_open = intent.how != "reopened";
        if ((known.status == "open") != wants_open)
            return refuse(Why::wrong_status, "History", intent.reference + " is " + known.status);
        return done({journal::RequestChanged{intent.reference, intent.how}}, contact->id);
    }

    Decision operator()(const Reply& intent) const {
        if (!contact || contact->stage != Stage::talking) return refuse(Why::no_contact, "Reply");
        if (!written(contact->channel)) return refuse(Why::not_written, "Say");
        const std::string text = field_value(*contact, "reply");
        if (blank(text)) return refuse(Why::nothing_written, "Reply");
        std::vector<journal::Act> acts{journal::Replied{text, intent.heard}, journal::Ended{"trainee", "replied"}};
        set_acd(acts, AcdState::wrap_up);
        return done(std::move(acts), contact->id);
    }

    Decision operator()(const End&) const {
        if (!contact || !open_stage(contact->stage)) return refuse(Why::no_contact, "End");
        const auto has_said = [&](const char* phrase) {
            return std::find(contact->said.begin(), contact->said.end(), phrase) != contact->said.end();
        };
        std::string why;
        if (written(contact->channel))
            why = "unanswered";
        else if (contact->stage == Stage::connected)
            why = "transferred";
        else if (contact->stage == Stage::transferring)
            why = "left_early";
        else
            why = has_said("close") || has_said("anything_else") ? "closed" : "hung_up";
        std::vector<journal::Act> acts{journal::Ended{"trainee", why}};
        set_acd(acts, AcdState::wrap_up);
        return done(std::move(acts), contact->id);
    }

    Decision operator()(const Wrap& intent) const {
        if (!contact || contact->stage != Stage::wrap_up) {
            if (contact && open_stage(contact->stage)) return refuse(Why::not_ended, "End");
            return refuse(Why::not_in_wrap_up, "Wrap up");
        }
        static constexpr std::array kWays{"file", "add_to_existing", "inform", "transfer", "end"};
        if (std::find(kWays.begin(), kWays.end(), intent.disposition) == kWays.end())
            return refuse(Why::unknown_disposition, "Wrap up", intent.disposition);
        std::vector<journal::Act> acts{journal::Wrapped{intent.disposition}};
        set_acd(acts, acd_without(contact->id));
        return done(std::move(acts), contact->id);
    }

    Decision operator()(const SetAcd& intent) const {
        if (intent.state == AcdState::on_break) {
            if (floor.level >= 4) return refuse(Why::no_break_in_exam, "State");
            for (const Contact& other : state.contacts)
                if (open_stage(other.stage) || other.stage == Stage::wrap_up) return refuse(Why::busy, "State");
        } else if (intent.state != AcdState::available || state.acd != AcdState::on_break) {
            return refuse(Why::busy, "State");
        }
        return done({journal::AcdChanged{intent.state}}, 0);
    }

    Decision operator()(const Pause& intent) const {
        if (floor.level >= 4 && intent.why == "break") return refuse(Why::no_break_in_exam, "State");
        return done({journal::Paused{intent.why, intent.lost}}, 0);
    }

    Decision operator()(const Quit&) const { return done({journal::ShiftEnded{"quit"}}, 0); }
};

}  // namespace

Decision decide(const Floor& floor, const State& state, const Intent& intent, Millis at) {
    if (state.over) return refuse(Why::shift_over, "Start");
    return std::visit(Decider{floor, state, std::max(at, state.at), active_contact(state)}, intent);
}

}  // namespace shift311::shift
