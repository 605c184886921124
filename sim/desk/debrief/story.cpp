#include "sim/desk/debrief/story.hpp"

#include "assessment/scoring/triage.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <variant>

namespace shift311::desk {

namespace {

constexpr journal::Millis kPause = 4000;  // edits of a field further apart than this are two moments

std::string spaced(std::string id) {
    std::replace(id.begin(), id.end(), '_', ' ');
    return id;
}

std::string field_label(const Debrief& debrief, const std::string& field) {
    for (const scoring::FieldKey& f : debrief.key.fields)
        if (f.field == field && !f.label.empty()) return f.label;
    return debrief.words.field(field);
}

class Teller {
  public:
    explicit Teller(const Debrief& debrief) : debrief_(debrief) {}

    Story tell() {
        for (const journal::Event& event : debrief_.events)
            std::visit([&](const auto& act) { on(event, act); }, event.act);
        close_hold(last_);
        std::stable_sort(story_.moments.begin(), story_.moments.end(),
                         [](const Moment& a, const Moment& b) { return a.from < b.from; });
        story_.begin = std::min<journal::Millis>(0, story_.moments.empty() ? 0 : story_.moments.front().from);
        for (const Moment& m : story_.moments)
            story_.end = std::max(story_.end, m.to);
        story_.end = std::max<journal::Millis>(story_.end, 10'000);
        return std::move(story_);
    }

  private:
    journal::Millis at(const journal::Event& event) {
        last_ = event.at - debrief_.answered;
        return last_;
    }
    Moment& add(Lane lane, const journal::Event& event, journal::Millis lasts, std::string text, std::string told = {},
                Tone tone = Tone::plain) {
        Moment m;
        m.lane = lane;
        m.from = at(event);
        m.to = m.from + lasts;
        m.told = told.empty() ? text : std::move(told);
        m.text = std::move(text);
        m.tone = tone;
        m.events.push_back(event.seq);
        story_.moments.push_back(std::move(m));
        return story_.moments.back();
    }
    void close_hold(journal::Millis until) {
        if (hold_ == kNone) return;
        story_.moments[hold_].to = std::max(story_.moments[hold_].from, until);
        hold_ = kNone;
    }

    void on(const journal::Event& event, const journal::Arrived& act) {
        if (!act.body.empty()) add(Lane::caller, event, 2000, act.subject.empty() ? "Message" : act.subject, act.body);
    }
    void on(const journal::Event& event, const journal::CallerSaid& act) {
        add(Lane::caller, event, act.lasts, act.text, {}, act.cue.empty() ? Tone::plain : Tone::bad);
    }
    void on(const journal::Event& event, const journal::TraineeSaid& act) {
        std::string heard;
        for (const std::string& id : act.heard)
            heard += (heard.empty() ? "" : ", ") + debrief_.words.phrase(id);
        add(Lane::you, event, act.lasts, heard.empty() ? "not understood" : heard, act.text,
            act.heard.empty() ? Tone::careful : Tone::plain);
    }
    void on(const journal::Event& event, const journal::FieldEdited& act) {
        const auto open = fields_.find(act.field);
        const journal::Millis now = at(event);
        const std::string label = field_label(debrief_, act.field);
        const std::string value = debrief_.words.value(act.field, act.value);
        if (open != fields_.end() && now - story_.moments[open->second].to <= kPause) {
            Moment& m = story_.moments[open->second];
            m.to = now;
            m.text = value.empty() ? label + " cleared" : value;
            m.told = label + ": " + (value.empty() ? "cleared" : value);
            m.events.push_back(event.seq);
            return;
        }
        fields_[act.field] = story_.moments.size();
        add(Lane::form, event, 0, value.empty() ? label + " cleared" : value, label + ": " + value);
    }
    void on(const journal::Event& event, const journal::ServiceChosen& act) {
        const std::string name = debrief_.words.service(act.service);
        add(Lane::form, event, 0, name, "Service: " + name);
    }
    void on(const journal::Event& event, const journal::LookedUp& act) {
        add(Lane::form, event, 0,
            act.where == journal::Catalog::near ? "looked for duplicates" : "looked up: " + act.query);
    }
    void on(const journal::Event& event, const journal::Opened& act) {
        add(Lane::form, event, 0, "opened " + opened_name(debrief_.words, act));
    }
    void on(const journal::Event& event, const journal::Filed& act) {
        add(Lane::form, event, 0, "filed " + act.reference, "Filed as " + act.reference, Tone::good);
    }
    void on(const journal::Event& event, const journal::RequestChanged& act) {
        add(Lane::form, event, 0, act.how + " " + act.reference, {}, Tone::good);
    }
    void on(const journal::Event& event, const journal::Replied& act) {
        add(Lane::you, event, 2000, "reply sent", act.text, Tone::good);
    }
    void on(const journal::Event& event, const journal::Answered&) {
        const bool written = debrief_.key.channel == journal::Channel::email ||
                             debrief_.key.channel == journal::Channel::fax ||
                             debrief_.key.channel == journal::Channel::web;
        add(Lane::phone, event, 0, written ? "opened" : "answered");
    }
    void on(const journal::Event& event, const journal::HoldBegan&) {
        add(Lane::phone, event, 0, "on hold", {}, Tone::careful);
        hold_ = story_.moments.size() - 1;
    }
    void on(const journal::Event& event, const journal::HoldEnded&) { close_hold(at(event)); }
    void on(const journal::Event& event, const journal::TransferBegan& act) {
        add(Lane::phone, event, 0, "transfer to " + debrief_.words.place(act.target) + (act.warm ? ", warm" : ", cold"),
            {}, Tone::accent);
        transfer_ = story_.moments.size() - 1;
    }
    void on(const journal::Event& event, const journal::TransferAnswered& act) {
        if (transfer_ != kNone) story_.moments[transfer_].to = at(event);
        transfer_ = kNone;
        add(Lane::phone, event, act.lasts, debrief_.words.place(act.target) + " answered", act.text, Tone::good);
    }
    void on(const journal::Event& event, const journal::Ended& act) {
        close_hold(at(event));
        const std::string who = act.by == "caller" ? "caller left" : "ended";
        add(Lane::phone, event, 0, who, who + ", " + spaced(act.why), act.by == "caller" ? Tone::careful : Tone::plain);
    }
    void on(const journal::Event& event, const journal::MoodChanged& act) {
        add(Lane::caller, event, 0, std::string(journal::word(act.to)), act.why,
            act.to < act.from ? Tone::careful : Tone::good);
    }
    void on(const journal::Event& event, const journal::Wrapped& act) {
        add(Lane::phone, event, 0, "wrapped up", "Wrapped up: " + spaced(act.disposition));
    }
    void on(const journal::Event& event, const journal::VignetteShown& act) {
        add(Lane::caller, event, 0, act.text);
        vignette_ = story_.moments.size() - 1;
    }
    void on(const journal::Event& event, const journal::VignetteAnswered& act) {
        const auto key = std::find_if(debrief_.key.fields.begin(), debrief_.key.fields.end(),
                                      [&](const scoring::FieldKey& field) { return field.field == act.id; });
        const std::string sent = debrief_.words.place(act.answer);
        const bool known = key != debrief_.key.fields.end();
        const bool right = known && key->expected == act.answer;
        const std::string where = known && !right ? "; right: " + debrief_.words.place(key->expected) : "";
        const Tone tone = !known                                       ? Tone::plain
                          : right                                      ? Tone::good
                          : key->expected == scoring::kEmergencyAnswer ? Tone::bad
                                                                       : Tone::careful;
        if (vignette_ != kNone) story_.moments[vignette_].to = at(event);
        vignette_ = kNone;
        add(Lane::you, event, 0, sent + where, "Sent to " + sent + where, tone);
    }
    void on(const journal::Event& event, const journal::PromptShown& act) {
        const bool copy = act.field == "copy";
        add(Lane::caller, event, copy ? 0 : act.lasts, copy ? "Text to copy" : act.text, act.text);
    }
    template <class Other>
    void on(const journal::Event& event, const Other&) {
        at(event);
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    const Debrief& debrief_;
    Story story_;
    std::map<std::string, std::size_t> fields_;
    std::size_t hold_ = kNone, transfer_ = kNone, vignette_ = kNone;
    journal::Millis last_ = 0;
};

}  // namespace

bool Moment::holds(journal::Seq seq) const {
    return std::find(events.begin(), events.end(), seq) != events.end();
}

Story story_of(const Debrief& debrief) {
    return Teller(debrief).tell();
}

const Moment* moment_of(const Story& story, journal::Seq seq) {
    for (const Moment& m : story.moments)
        if (m.holds(seq)) return &m;
    return nullptr;
}

std::vector<std::size_t> lost_points(const scoring::Scorecard& card) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < card.findings.size(); ++i)
        if (card.findings[i].points < card.findings[i].possible || card.findings[i].critical) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const scoring::Finding &x = card.findings[a], &y = card.findings[b];
        if (x.critical != y.critical) return x.critical;
        return x.possible - x.points > y.possible - y.points;
    });
    return order;
}

std::string points_text(scoring::Points points) {
    const bool negative = points < 0;
    const std::int64_t all = std::abs(points);
    const std::string cents = std::to_string(all % 100);
    return (negative ? "\u2212" : "") + std::to_string(all / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

std::string competency_label(const std::string& word) {
    for (const scoring::Competency c : scoring::kCompetencies)
        if (scoring::word(c) == word) return std::string(scoring::label(c));
    return word;
}

}  // namespace shift311::desk
