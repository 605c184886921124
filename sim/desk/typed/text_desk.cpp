#include "sim/desk/typed/text_desk.hpp"

#include "assessment/text/normal.hpp"
#include "sim/desk/typed/telling.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>
#include <ostream>

namespace shift311::desk::typed {
namespace {

using journal::Catalog;
using shift::Millis;

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// A line as it can be written down: bytes that are no letters become the sign for that, control characters go.
std::string readable(const std::string& line) {
    std::u32string kept;
    for (const char32_t point : text::code_points(line)) {
        if (point >= U' ' && point != U'\x7F') kept.push_back(point);
        if (point == U'\t') kept.push_back(U' ');
    }
    return text::utf8(kept);
}

/// Cuts the first word off; the rest is trimmed.
std::string first_word(std::string& rest) {
    const std::size_t end = rest.find_first_of(" \t");
    const std::string word = rest.substr(0, end);
    rest = end == std::string::npos ? std::string{} : trimmed(rest.substr(end));
    return word;
}

bool number(const std::string& text, long& value) {
    if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string::npos) return false;
    value = std::stol(text);
    return true;
}

}  // namespace

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
    print("Type \"help\" for the commands; \"answer\" takes the next contact.");
    tell();
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
        contact && shift::written(contact->channel)) {
        print("From: " + contact->from);
        if (!contact->subject.empty()) print("Subject: " + contact->subject);
        print(contact->body);
    }
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

bool TextDesk::type(const std::string& field, const std::string& value, bool append) {
    if (!options_.real_time) return accepted(shift::type(run_, field, value, append, now_));
    // A terminal hands over whole lines: how fast they were typed is not known, so it is not counted as typing.
    std::string all = value;
    if (const shift::Contact* contact = shift::active_contact(run_.state()); contact && append) {
        const std::string before = shift::field_value(*contact, field);
        if (!before.empty()) all = before + ' ' + value;
    }
    return submit(shift::Edit{field, all, value, 0, 0, true});
}

void TextDesk::choose(const std::string& field, const std::string& value) {
    if (options_.real_time)
        submit(shift::Edit{field, value, value, 0, 0, true});
    else
        accepted(shift::choose(run_, field, value, now_));
}

void TextDesk::set(const std::string& rest) {
    std::string value = rest;
    const std::string name = first_word(value);
    if (name.empty()) return print("set needs a field and a value, such as \"set location 4208 Spruce St\".");
    if (name == "notes") {
        type("notes", value);
        return;
    }
    const shift::FormView form = run_.screen(now_).form;
    const std::string wanted = text::plain(name);
    const auto field = std::find_if(form.fields.begin(), form.fields.end(), [&](const shift::FieldView& view) {
        return view.code == name || text::plain(view.code) == wanted || text::plain(view.label) == wanted;
    });
    if (field == form.fields.end()) {
        if (form.service.empty())
            return print("Choose the service first, such as \"service street-defect\"; \"service\" lists them.");
        std::string names;
        for (const shift::FieldView& view : form.fields)
            names += (names.empty() ? "" : ", ") + view.code;
        return print("There is no field \"" + name + "\" here. The fields are: " + names + ".");
    }
    if (field->choices.empty()) {
        if (!type(field->code, value)) return;
    } else {
        const std::string plain = text::plain(value);
        const auto choice = std::find_if(field->choices.begin(), field->choices.end(), [&](const shift::Choice& c) {
            return c.key == value || text::plain(c.key) == plain || text::plain(c.name) == plain;
        });
        if (choice == field->choices.end()) {
            std::string names;
            for (const shift::Choice& c : field->choices)
                names += (names.empty() ? "" : ", ") + c.key;
            return print("\"" + value + "\" is no choice for " + field->label + ". Choose from: " + names + ".");
        }
        choose(field->code, choice->key);
    }
    tell();
    for (const shift::FieldView& view : run_.screen(now_).form.fields) {
        if (view.code != field->code || view.says.empty()) continue;
        std::string line = view.label + ": " + view.says;
        for (std::size_t i = 0; i < view.suggestions.size(); ++i)
            line += (i == 0 ? " Suggested: " : "; ") + view.suggestions[i];
        print(line);
    }
}

void TextDesk::form(const std::string&) {
    const shift::FormView form = run_.screen(now_).form;
    for (const std::string& line : form_lines(form))
        print(line);
}

void TextDesk::service(const std::string& rest) {
    if (rest.empty()) {
        for (const city::Service& service : run_.floor().city.services)
            print("  " + service.code + "  " + service.name);
        return;
    }
    if (submit(shift::ChooseService{rest})) {
        const shift::FormView form = run_.screen(now_).form;
        print(form.service_name + ", " + form.department + ". " +
              (form.due.empty() ? "No date can be given."
                                : "Due in " + form.due_rule + (form.due_is_practice_value ? " (practice value)" : "") +
                                      ": " + form.due + "."));
    }
}

void TextDesk::find(const std::string& rest) {
    const std::vector<std::string> found = run_.find_requests(rest);
    if (!submit(shift::LookUp{Catalog::requests, rest, found})) return;
    if (found.empty()) print("No request matches \"" + rest + "\".");
    for (const std::string& reference : found)
        print(request_line(run_, reference));
}

void TextDesk::near(const std::string&) {
    const std::vector<std::string> found = run_.find_near();
    const shift::Contact* contact = shift::active_contact(run_.state());
    const std::string place = contact ? shift::field_value(*contact, "location") : std::string{};
    if (!submit(shift::LookUp{Catalog::near, place, found})) return;
    if (found.empty())
        print(place.empty() ? "Write the location into the form first." : "No open request at or near " + place + ".");
    for (const std::string& reference : found)
        print(request_line(run_, reference));
}

void TextDesk::open_article(const std::string& id) {
    if (!submit(shift::Open{Catalog::articles, id})) return;
    for (const std::string& line : article_lines(*city::find_article(run_.floor().city, id)))
        print(line);
}

void TextDesk::open(const std::string& rest) {
    if (city::find_article(run_.floor().city, rest)) return open_article(rest);
    if (!submit(shift::Open{Catalog::requests, rest})) return;
    if (const auto request = shift::request_view(run_.floor(), run_.state(), rest))
        for (const std::string& line : request_lines(*request))
            print(line);
}

void TextDesk::lookup(const std::string& rest) {
    if (city::find_article(run_.floor().city, rest)) return open_article(rest);
    const std::vector<std::string> found = run_.find_articles(rest);
    if (!submit(shift::LookUp{Catalog::articles, rest, found})) return;
    if (found.empty()) return print("No article matches \"" + rest + "\".");
    if (found.size() == 1) return open_article(found.front());
    for (const std::string& id : found)
        if (const city::Article* article = city::find_article(run_.floor().city, id))
            print("  " + id + "  " + article->title);
    print("Type \"open\" and the id to read one.");
}

void TextDesk::directory(const std::string& rest) {
    const std::vector<std::string> found = run_.find_destinations(rest);
    if (!submit(shift::LookUp{Catalog::directory, rest, found})) return;
    if (found.empty()) print("The directory has nothing for \"" + rest + "\".");
    for (const std::string& id : found)
        if (const city::Destination* target = city::find_destination(run_.floor().city, id))
            print(destination_line(*target));
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

void TextDesk::file(const std::string&) {
    if (submit(shift::File{})) {
        tell();
        listen();
    }
}

void TextDesk::change(const std::string& reference, const char* how) {
    if (submit(shift::ChangeRequest{reference, how})) {
        tell();
        listen();
    }
}

void TextDesk::add(const std::string& rest) {
    change(rest, "added");
}
void TextDesk::forward(const std::string& rest) {
    change(rest, "forwarded");
}
void TextDesk::reopen(const std::string& rest) {
    change(rest, "reopened");
}
void TextDesk::close(const std::string& rest) {
    change(rest, "closed");
}

void TextDesk::reply(const std::string& rest) {
    if (!rest.empty() && !type("reply", rest, true)) return;
    accepted(run_.reply(now_));
}

void TextDesk::note(const std::string& rest) {
    if (rest.empty()) return print("note needs words, such as \"note caller will send a photo\".");
    type("notes", rest, true);
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
