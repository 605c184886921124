#include "sim/desk/office/as_it_stood.hpp"

#include "assessment/scoring/drill.hpp"

#include <algorithm>
#include <variant>

namespace shift311::desk {

namespace {

constexpr journal::Millis kFresh = 2000;

class Fold {
  public:
    Fold(const Debrief& debrief, journal::Millis at) : debrief_(debrief), at_(at) {
        stood_.drill = scoring::is_drill(debrief.key.script);
        if (!stood_.drill) stood_.line = "Waiting";
        // The key of a block of vignettes has a place for each of them, and none of these is a field to write in.
        if (scoring::is_triage(debrief.key.script)) return;
        for (const scoring::FieldKey& f : debrief.key.fields)
            fields_.push_back({f.field, {f.label.empty() ? debrief.words.field(f.field) : f.label, "", false}});
    }

    Stood run() {
        for (const journal::Event& event : debrief_.events) {
            now_ = event.at - debrief_.answered;
            if (now_ > at_) break;
            seq_ = event.seq;
            std::visit([&](const auto& act) { on(act); }, event.act);
        }
        for (auto& [id, field] : fields_)
            stood_.fields.push_back(std::move(field));
        return std::move(stood_);
    }

  private:
    void say(Lane lane, std::string text, journal::Millis lasts, Tone tone = Tone::plain) {
        stood_.said.push_back({lane, now_, std::move(text), now_ + lasts > at_ && lasts > 0, tone, seq_});
    }
    void on(const journal::Arrived& act) {
        stood_.mood = journal::word(act.mood);
        if (act.body.empty()) return;
        say(Lane::caller, act.subject.empty() ? act.body : act.subject + "\n" + act.body, 0);
    }
    void on(const journal::Answered&) { stood_.line = "On the line"; }
    void on(const journal::CallerSaid& act) {
        say(Lane::caller, act.text, act.lasts, act.cue.empty() ? Tone::plain : Tone::bad);
    }
    void on(const journal::TraineeSaid& act) {
        say(Lane::you, act.text, act.lasts, act.heard.empty() ? Tone::careful : Tone::plain);
    }
    void on(const journal::VignetteShown& act) { say(Lane::caller, act.text, 0); }
    void on(const journal::VignetteAnswered& act) { say(Lane::you, "Sent to " + debrief_.words.place(act.answer), 0); }
    void on(const journal::PromptShown& act) { say(Lane::caller, act.text, act.field == "copy" ? 0 : act.lasts); }
    void on(const journal::Replied& act) { say(Lane::you, act.text, 0); }
    void on(const journal::MoodChanged& act) { stood_.mood = journal::word(act.to); }
    void on(const journal::ServiceChosen& act) { stood_.service = debrief_.words.service(act.service); }
    void on(const journal::FieldEdited& act) {
        auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& f) { return f.first == act.field; });
        if (found == fields_.end()) {
            fields_.push_back({act.field, {debrief_.words.field(act.field), "", false}});
            found = fields_.end() - 1;
        }
        found->second.value = debrief_.words.value(act.field, act.value);
        found->second.now = now_ + kFresh > at_;
    }
    void on(const journal::LookedUp& act) {
        stood_.done.push_back(act.where == journal::Catalog::near ? "Looked for duplicates"
                                                                  : "Looked up: " + act.query);
    }
    void on(const journal::Opened& act) { stood_.done.push_back("Opened " + opened_name(debrief_.words, act)); }
    void on(const journal::Filed& act) { stood_.done.push_back("Filed as " + act.reference); }
    void on(const journal::RequestChanged& act) { stood_.done.push_back(spelled_out(act.how) + " " + act.reference); }
    void on(const journal::HoldBegan&) {
        stood_.line = "On hold";
        say(Lane::phone, "Put on hold", 0);
    }
    void on(const journal::HoldEnded&) {
        stood_.line = "On the line";
        say(Lane::phone, "Taken off hold", 0);
    }
    void on(const journal::TransferBegan& act) {
        stood_.line = act.warm ? "Warm transfer" : "Cold transfer";
        say(Lane::phone, std::string(act.warm ? "Warm" : "Cold") + " transfer to " + debrief_.words.place(act.target),
            0);
    }
    void on(const journal::TransferAnswered& act) {
        say(Lane::phone, debrief_.words.place(act.target) + " answered: " + act.text, act.lasts);
    }
    void on(const journal::Ended& act) {
        stood_.line = "Over";
        say(Lane::phone, act.by == "caller" ? "The caller left" : "Ended", 0,
            act.by == "caller" ? Tone::careful : Tone::plain);
    }
    void on(const journal::Abandoned&) { stood_.line = "Given up"; }
    void on(const journal::Wrapped& act) { stood_.done.push_back("Wrapped up: " + spelled_out(act.disposition)); }
    template <class Other>
    void on(const Other&) {}

    const Debrief& debrief_;
    journal::Millis at_, now_ = 0;
    journal::Seq seq_ = 0;
    Stood stood_;
    std::vector<std::pair<std::string, StoodField>> fields_;
};

}  // namespace

Stood as_it_stood(const Debrief& debrief, journal::Millis at) {
    return Fold(debrief, at).run();
}

}  // namespace shift311::desk
