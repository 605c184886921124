// The request form by typed commands: its service and fields, notes and reply, and what filing does with them.
#include "assessment/text/normal.hpp"
#include "sim/desk/typed/line.hpp"
#include "sim/desk/typed/telling.hpp"
#include "sim/desk/typed/text_desk.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>

namespace shift311::desk::typed {

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

}  // namespace shift311::desk::typed
