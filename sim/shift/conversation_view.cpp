#include "sim/shift/conversation_view.hpp"

#include "assessment/scoring/wording.hpp"

#include <algorithm>

namespace shift311::shift {
namespace {

constexpr Millis kCaptionStays = 4'000;  ///< at levels 3 and 4 a caption fades this long after the last word

std::string label_of(const Floor& floor, const script::Script& script, const std::string& id) {
    for (const auto* phrases : {&script.phrases, &floor.phrases})
        for (const script::Phrase& phrase : *phrases)
            if (phrase.id == id) return scoring::in_words(id);
    return id;
}

std::string heard_as(const Floor& floor, const script::Script& script, const Line& line) {
    if (line.heard.empty()) return "not understood: say it another way";
    std::string text = "heard as: ";
    for (std::size_t i = 0; i < line.heard.size(); ++i)
        text += (i == 0 ? "" : " · ") + label_of(floor, script, line.heard[i]);
    return text;
}

/// The words spoken so far, whole words only.
std::string spoken_so_far(const std::string& text, Millis since, Millis lasts) {
    if (since >= lasts) return text;
    std::size_t end = static_cast<std::size_t>(static_cast<Millis>(text.size()) * std::max<Millis>(0, since) /
                                               std::max<Millis>(1, lasts));
    while (end < text.size() && text[end] != ' ')
        ++end;
    return text.substr(0, end);
}

bool step_done(const Contact& contact, const std::string& step) {
    const std::string id = step.substr(0, step.find(':'));
    if (id == "check_duplicates") return contact.looked_for_duplicates;
    if (id == "choose_service") return !contact.service.empty();
    if (id == "file_request") return !contact.filed.empty();
    if (id == "change_request") return !contact.changed.empty();
    if (id == "open_request" || id == "look_up_request") return !contact.opened_request.empty();
    if (id == "look_up_article") return !contact.opened_article.empty();
    if (id == "transfer") return contact.transfer_began >= 0;
    const std::string phrase = id == "transfer_announced" ? "announce_transfer"
                               : id == "hold_asked"       ? "ask_hold"
                               : id == "hold_thanked"     ? "thank_hold"
                                                          : id;
    return std::find(contact.said.begin(), contact.said.end(), phrase) != contact.said.end();
}

void fill_next_steps(const Floor& floor, const Contact& contact, const script::Cast& cast, Screen& screen) {
    if (cast.key.emergency && contact.cue_heard && contact.transfer_began < 0) {
        const scoring::Emergency& emergency = *cast.key.emergency;
        const city::Destination* target = city::find_destination(floor.city, emergency.target);
        screen.next_steps.push_back("This is an emergency: transfer to " + (target ? target->name : emergency.target) +
                                    (emergency.warm ? ", warm" : "") + " (F3)");
        return;
    }
    for (const scoring::Step& step : cast.key.steps) {
        if (screen.next_steps.size() == 3) break;
        if (!step_done(contact, step.id)) screen.next_steps.push_back(step.label.empty() ? step.id : step.label);
    }
}

}  // namespace

void fill_conversation(const Floor& floor, const Contact& contact, Millis at, Screen& screen) {
    const script::Cast& cast = floor.casts[contact.id - 1];
    const city::Destination* target = city::find_destination(floor.city, contact.transfer_target);
    const std::string target_name = target ? target->name : contact.transfer_target;
    bool briefing = false;  // what is said to the other end is not meant for the caller
    for (const Line& line : contact.lines) {
        if (line.at > at) continue;
        briefing = briefing || line.who == Line::Who::target;
        Utterance said;
        said.seq = line.seq;
        said.at = line.at - std::max<Millis>(0, contact.answered);
        said.who = line.who;
        said.speaker = line.who == Line::Who::caller ? "Caller" : line.who == Line::Who::trainee ? "You" : target_name;
        said.speaking = at < line.at + line.lasts;
        const bool faded =
            floor.level >= 3 && line.who == Line::Who::caller && at >= line.at + line.lasts + kCaptionStays;
        said.hidden = faded;
        if (!faded) said.text = spoken_so_far(line.text, at - line.at, line.lasts);
        // What a call taker says is there at once: it was typed or chosen.
        if (line.who == Line::Who::trainee) said.text = line.text;
        if (line.who == Line::Who::trainee && floor.level < 4 && !written(contact.channel) && !briefing)
            said.heard_as = heard_as(floor, cast.script, line);
        screen.conversation.push_back(std::move(said));
    }
    const std::string who = contact.channel == Channel::walk_in ? "Visitor"
                            : written(contact.channel)          ? "Message"
                                                                : "Caller";
    screen.speaker_name = contact.channel == Channel::phone ? "Caller on line " + std::to_string(contact.id) : who;
    switch (contact.stage) {
        case Stage::transferring:
            screen.phone_status = target_name + " is ringing. Stay on the line until they answer.";
            break;
        case Stage::connected:
            screen.phone_status = target_name + " is on the line. Say where and what, then leave with End (F4).";
            break;
        case Stage::on_hold:
            screen.phone_status = "The caller hears hold music. Take them back with F2.";
            break;
        case Stage::wrap_up:
            screen.phone_status = contact.ended_why == "gave_up"
                                      ? "The caller hung up. Finish your notes and wrap up."
                                      : "The contact has ended. Choose the outcome to wrap up.";
            break;
        default:
            break;
    }
    if (floor.level == 1) {
        if (!written(contact.channel) && contact.answered >= 0) {
            screen.mood = std::string(journal::word(contact.mood));
            screen.mood_trace = contact.mood_why;
        }
        if (contact.stage == Stage::talking || contact.stage == Stage::transferring)
            fill_next_steps(floor, contact, cast, screen);
    }
}

}  // namespace shift311::shift
