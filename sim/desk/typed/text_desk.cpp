#include "sim/desk/typed/text_desk.hpp"

#include "sim/desk/typed/line.hpp"
#include "sim/desk/typed/telling.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>
#include <ostream>

namespace shift311::desk::typed {

using shift::Millis;

TextDesk::TextDesk(shift::Run& run, std::ostream& out, Options options)
    : run_(run), out_(out), options_(std::move(options)), now_(run.state().at), told_(run.events().size()) {}

const std::vector<TextDesk::Word>& TextDesk::words() {
    static const std::vector<Word> kWords{
        {"contacts", "", "who is waiting, on the line, on hold", &TextDesk::contacts},
        {"answer", "[N]", "answer contact N, or whoever has waited longest", &TextDesk::answer},
        {"take", "N", "turn to contact N", &TextDesk::take},
        {"say", "WORDS", "say it in your own words", &TextDesk::say},
        {"ask", "PHRASE_ID", "say a phrase by its id", &TextDesk::ask},
        {"set", "FIELD VALUE", "write into the request form", &TextDesk::set},
        {"form", "", "the request form as it stands", &TextDesk::form},
        {"service", "[ID]", "choose the service; without an id, list them", &TextDesk::service},
        {"find", "WORDS", "search the requests by number, place or words", &TextDesk::find},
        {"near", "", "open requests at or near the place in the form", &TextDesk::near},
        {"open", "REF", "read a request or an article", &TextDesk::open},
        {"lookup", "WORDS", "search the knowledge articles", &TextDesk::lookup},
        {"directory", "WORDS", "search departments and agencies", &TextDesk::directory},
        {"hold", "", "put the caller on hold", &TextDesk::hold},
        {"resume", "", "take the caller back", &TextDesk::resume},
        {"transfer", "TARGET warm|cold", "transfer the caller", &TextDesk::transfer},
        {"file", "", "file the request; gives the reference number", &TextDesk::file},
        {"add", "REF", "add the caller to an existing request", &TextDesk::add},
        {"forward", "REF", "send a request on for more action", &TextDesk::forward},
        {"reopen", "REF", "open a closed request again", &TextDesk::reopen},
        {"close", "REF", "close a completed request", &TextDesk::close},
        {"reply", "WORDS", "write and send the reply to a written contact", &TextDesk::reply},
        {"note", "WORDS", "write into the notes", &TextDesk::note},
        {"end", "", "end the contact", &TextDesk::end},
        {"wrap", "DISPOSITION", "file, add_to_existing, inform, transfer or end", &TextDesk::wrap},
        {"wait", "SECONDS", "let time pass", &TextDesk::wait},
        {"status", "", "clock, queue and the contact before you", &TextDesk::status},
        {"help", "", "this list", &TextDesk::help},
        {"quit", "", "end the shift", &TextDesk::quit},
    };
    return kWords;
}

void TextDesk::print(const std::string& line) {
    out_ << line << '\n';
}

std::string TextDesk::stamp(Millis at, journal::ContactId contact) const {
    const shift::Contact* who = shift::find_contact(run_.state(), contact);
    if (!who || who->answered < 0) return "[" + journal::clock_text(at) + "] ";
    return journal::clock_text(std::max<Millis>(0, at - who->answered)) + " ";
}

void TextDesk::welcome() {
    const shift::Screen screen = run_.screen(now_);
    print(screen.title + ". Level " + std::to_string(screen.level) + ". It is " + screen.clock.substr(0, 5) +
          ", you are " + screen.trainee + ".");
    if (told_ > 0) return retell();
    if (const std::string yardstick = shift::yardstick(run_.floor()); options_.sum_up && !yardstick.empty())
        print(yardstick);
    print("Type \"help\" for the commands; \"answer\" takes the next contact.");
    tell();
}

void TextDesk::retell() {
    print("The shift goes on where it was interrupted. What was said so far with whoever is still open:");
    for (const shift::Contact& contact : run_.state().contacts) {
        if (contact.stage == shift::Stage::done || contact.stage == shift::Stage::abandoned) continue;
        for (const shift::Event& event : run_.events()) {
            const std::string text = event.contact == contact.id ? telling(run_, event) : std::string{};
            if (!text.empty()) print(stamp(event.at, event.contact) + text);
        }
    }
    if (const shift::Contact* contact = shift::active_contact(run_.state())) {
        if (shift::written(contact->channel)) print_message(*contact);
        form({});
    }
    status({});
    tell();
}

void TextDesk::print_message(const shift::Contact& contact) {
    print("From: " + contact.from);
    if (!contact.subject.empty()) print("Subject: " + contact.subject);
    print(contact.body);
}

bool TextDesk::command(const std::string& line) {
    std::string rest = trimmed(readable(line));
    if (rest.empty() || rest.front() == '#') return !run_.state().over;
    const std::string name = first_word(rest);
    const auto word = std::find_if(words().begin(), words().end(), [&](const Word& w) { return name == w.name; });
    if (word == words().end()) {
        print("There is no command \"" + name + "\". Type \"help\" for the list; to speak, begin with \"say\".");
    } else {
        run_.advance(now_);
        (this->*word->run)(rest);
    }
    run_.advance(now_);
    tell();
    return !run_.state().over;
}

void TextDesk::pass(Millis at) {
    now_ = std::max(now_, at);
    run_.advance(now_);
    tell();
}

void TextDesk::finish() {
    if (!run_.state().over) quit({});
    tell();
}

bool TextDesk::accepted(const std::optional<shift::Refusal>& refusal) {
    if (!refusal) return true;
    print(shift::sentence(*refusal));
    return false;
}

bool TextDesk::submit(const shift::Intent& intent) {
    return accepted(run_.submit(intent, now_));
}

void TextDesk::tell() {
    for (; told_ < run_.events().size(); ++told_) {
        const shift::Event& event = run_.events()[told_];
        const std::string text = telling(run_, event);
        if (!text.empty()) print(stamp(event.at, event.contact) + text);
        if (std::holds_alternative<journal::Wrapped>(event.act) && options_.debrief) {
            const std::string debrief = options_.debrief(event.contact);
            if (!debrief.empty()) print(debrief);
        }
        if (std::holds_alternative<journal::ShiftEnded>(event.act) && options_.sum_up)
            for (const std::string& line : ending_lines(run_.screen(now_)))
                print(line);
    }
}

void TextDesk::listen() {
    if (!options_.real_time) now_ = shift::listen(run_, now_);
}

void TextDesk::contacts(const std::string&) {
    const shift::Screen screen = run_.screen(now_);
    if (screen.contacts.empty()) print("Nobody has come in yet.");
    for (const shift::ContactRow& row : screen.contacts)
        print(std::string(row.active ? "> " : "  ") + std::to_string(row.id) + "  " + row.name + "  " + row.status +
              "  " + journal::clock_text(row.timer));
}

void TextDesk::answer(const std::string& rest) {
    long id = 0;
    if (!rest.empty() && !number(rest, id)) return print("answer takes the number of a contact, such as \"answer 2\".");
    if (!submit(shift::Answer{static_cast<journal::ContactId>(id)})) return;
    tell();
    if (const shift::Contact* contact = shift::active_contact(run_.state());
        contact && shift::written(contact->channel))
        print_message(*contact);
}

void TextDesk::take(const std::string& rest) {
    long id = 0;
    if (!number(rest, id)) return print("take needs the number of a contact, such as \"take 2\".");
    submit(shift::Take{static_cast<journal::ContactId>(id)});
}

void TextDesk::say(const std::string& rest) {
    if (accepted(run_.say(rest, now_))) listen();
}

void TextDesk::ask(const std::string& rest) {
    if (!run_.find_phrase(rest))
        return print("There is no phrase \"" + rest + "\". \"shift311 list phrases\" shows them all.");
    if (accepted(run_.say_phrase(rest, now_))) listen();
}

void TextDesk::hold(const std::string&) {
    submit(shift::Hold{});
}

void TextDesk::resume(const std::string&) {
    if (submit(shift::Resume{})) listen();
}

void TextDesk::transfer(const std::string& rest) {
    std::string how = rest;
    const std::string target = first_word(how);
    if (target.empty() || (how != "warm" && how != "cold"))
        return print("transfer needs a target and warm or cold, such as \"transfer 911 warm\".");
    submit(shift::Transfer{target, how == "warm"});
}

void TextDesk::end(const std::string&) {
    submit(shift::End{});
}

void TextDesk::wrap(const std::string& rest) {
    submit(shift::Wrap{rest});
}

void TextDesk::wait(const std::string& rest) {
    long seconds = 0;
    if (!number(rest, seconds) || seconds > 7200)
        return print("wait needs a number of seconds from 0 to 7200, such as \"wait 10\".");
    if (options_.real_time) return print("The clock is running by itself here.");
    now_ += seconds * 1000;
}

void TextDesk::status(const std::string&) {
    const shift::Screen screen = run_.screen(now_);
    for (const std::string& line : status_lines(screen))
        print(line);
}

void TextDesk::help(const std::string&) {
    for (const Word& word : words()) {
        std::string left = std::string("  ") + word.name + (*word.takes ? " " : "") + word.takes;
        left.resize(std::max<std::size_t>(left.size() + 1, 30), ' ');
        print(left + word.does);
    }
}

void TextDesk::quit(const std::string&) {
    submit(shift::Quit{});
}

}  // namespace shift311::desk::typed
