#include "sim/desk/typed/drill_desk.hpp"

#include "assessment/text/normal.hpp"
#include "sim/desk/typed/line.hpp"
#include "sim/drill/result.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace shift311::desk::typed {
namespace {

using drill::Millis;

/// The first word, and what follows it.
std::pair<std::string, std::string> split(std::string line) {
    const std::string word = first_word(line);
    return {word, line};
}

}  // namespace

DrillDesk::DrillDesk(drill::Run& run, std::ostream& out, Options options)
    : run_(run), out_(out), options_(options), now_(run.state().at), told_(run.events().size()) {}

void DrillDesk::print(const std::string& line) {
    out_ << line << '\n';
}

bool DrillDesk::submit(const drill::Intent& intent) {
    const drill::Refusal refusal = run_.submit(intent, now_);
    if (refusal == drill::Refusal::none) return true;
    print(drill::sentence(refusal));
    return false;
}

void DrillDesk::welcome() {
    const drill::Plan& plan = run_.plan();
    print(plan.title + ".");
    if (plan.triage()) {
        print(std::to_string(plan.vignettes.size()) +
              " callers, one to three sentences each. Where does it belong? Answer 911, 311 or an agency: \"pgw\", or "
              "words such as \"gas bill\". \"directory WORDS\" looks an agency up, \"quit\" ends.");
    } else if (plan.copying()) {
        print(
            "Copy the text below. Line ends do not matter; a line with nothing but a dot ends the test, \":quit\" "
            "breaks it off.");
        if (options_.real_time)
            print(
                "A terminal hands over whole lines, so how fast they were typed is not known: this shows your errors "
                "and is no typing test. The desk in a window measures it.");
    } else {
        print(
            "A caller dictates, line by line. Write \"FIELD VALUE\"; an empty line asks for the next line, \"form\" "
            "shows the form, \"quit\" ends.");
        if (options_.real_time)
            print(
                "A terminal hands over whole lines, so how fast they were typed is not known: this shows your errors "
                "and is no typing test.");
        std::string fields = "Fields:";
        for (const drill::Field& field : plan.fields)
            fields += " " + field.code + " (" + field.label + ")";
        print(fields);
    }
    if (!run_.screen(now_).begun)
        submit(drill::Next{});
    else if (plan.triage() && run_.state().waiting)
        print(run_.screen(now_).text);
    else if (plan.triage())
        submit(drill::Next{});
    tell();
}

void DrillDesk::tell() {
    const drill::Plan& plan = run_.plan();
    for (; told_ < run_.events().size(); ++told_) {
        const journal::Event& event = run_.events()[told_];
        if (const auto* shown = std::get_if<journal::VignetteShown>(&event.act)) {
            print("");
            print(std::to_string(shown->number) + " of " + std::to_string(plan.vignettes.size()) + "  " + shown->text);
        } else if (std::holds_alternative<journal::VignetteAnswered>(event.act) && !plan.exam) {
            const drill::Screen screen = run_.screen(now_);
            print(screen.right ? "Right: " + screen.given + ". " + screen.told
                               : "Not " + screen.given + ": it belongs to " + screen.meant + ". " + screen.told);
        } else if (const auto* prompt = std::get_if<journal::PromptShown>(&event.act)) {
            print("");
            print((plan.copying() ? "" : "Caller: ") + prompt->text);
        } else if (const auto* over = std::get_if<journal::ShiftEnded>(&event.act)) {
            print("");
            print(over->why == "finished" ? "That was all of it." : "The drill was broken off.");
        }
    }
}

void DrillDesk::listen() {
    if (options_.real_time || run_.plan().triage() || run_.plan().copying()) return;
    now_ = std::max(now_, run_.state().spoken);
}

void DrillDesk::pass(Millis at) {
    now_ = std::max(now_, at);
    run_.advance(now_);
    tell();
}

void DrillDesk::help() {
    welcome();
}

std::vector<const drill::Answer*> DrillDesk::answers_for(const std::string& words) const {
    std::vector<const drill::Answer*> found;
    const std::vector<std::string> wanted = text::words(words);
    for (const drill::Answer& answer : run_.plan().answers) {
        if (answer.id == words || text::folded(answer.name) == text::folded(words)) return {&answer};
        const std::vector<std::string> has = text::words(answer.id + " " + answer.name + " " + answer.search);
        const bool all = !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
            return std::any_of(has.begin(), has.end(), [&](const std::string& one) { return one.starts_with(word); });
        });
        if (all) found.push_back(&answer);
    }
    return found;
}

void DrillDesk::find(const std::string& words) {
    std::vector<const drill::Answer*> found = answers_for(words);
    if (found.empty()) print("Nothing in the directory has these words.");
    for (const drill::Answer* answer : found)
        print("  " + answer->id + "  " + answer->name + (answer->handles.empty() ? "" : ": " + answer->handles));
}

void DrillDesk::wait(const std::string& seconds) {
    long count = 0;
    const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), count);
    if (error != std::errc{} || end != seconds.data() + seconds.size() || count < 1 || count > 3600)
        return print("wait takes seconds, from 1 to 3600.");
    if (options_.real_time) return print("Time is real here; just wait.");
    now_ += count * 1000;
    run_.advance(now_);
}

void DrillDesk::type(const std::string& field, const std::string& text, bool append) {
    const auto found = run_.state().values.find(field);
    std::string value = found == run_.state().values.end() ? std::string{} : found->second;
    const std::string added = append && !value.empty() ? " " + text : text;
    if (options_.real_time) {
        // How it was typed is not known, so it is not counted as typing.
        submit(drill::Edit{field, append ? value + added : text, text, 0, 0, true});
        return;
    }
    if (!append && !value.empty()) {
        now_ += shift::kKeyTakes;  // select all, delete
        value.clear();
        if (!submit(drill::Edit{field, value, "", 0, 1, false})) return;
    }
    for (const char32_t point : text::code_points(added)) {
        const std::string key = text::utf8(std::u32string(1, point));
        value += key;
        now_ += shift::kKeyTakes;
        run_.advance(now_);
        if (run_.state().over || !submit(drill::Edit{field, value, key, 1, 0, false})) return;
    }
}

void DrillDesk::vignette_line(const std::string& line) {
    const auto [word, rest] = split(line);
    if (word == "directory") return find(rest);
    const std::string wanted = word == "answer" ? rest : line;
    const std::vector<const drill::Answer*> found = answers_for(wanted);
    if (found.size() != 1) {
        if (found.empty()) return print("There is no agency \"" + wanted + "\"; \"directory WORDS\" looks one up.");
        print("More than one agency fits; say which:");
        return find(wanted);
    }
    if (!submit(drill::Choose{found.front()->id})) return;
    tell();
    // There is nothing to look at in between: the next one follows.
    if (!run_.state().over && !run_.state().waiting) submit(drill::Next{});
}

void DrillDesk::copy_line(const std::string& line) {
    if (line == ".") {
        submit(run_.screen(now_).can_finish ? drill::Intent{drill::Next{}} : drill::Intent{drill::Stop{}});
        return;
    }
    if (!line.empty()) type("copy", line, true);
}

void DrillDesk::dictation_line(const std::string& line) {
    listen();
    if (line.empty()) {
        submit(drill::Next{});
        return;
    }
    auto [word, rest] = split(line);
    if (word == "set") std::tie(word, rest) = split(rest);
    if (word == "form") {
        for (const drill::Field& field : run_.plan().fields) {
            const auto value = run_.state().values.find(field.code);
            print("  " + field.code + "  " + (value == run_.state().values.end() ? "" : value->second));
        }
        return;
    }
    const auto& fields = run_.plan().fields;
    if (std::none_of(fields.begin(), fields.end(), [&w = word](const drill::Field& f) { return f.code == w; }))
        return print("There is no field \"" + word + "\"; \"form\" shows them all.");
    type(word, rest, false);
}

bool DrillDesk::command(const std::string& raw) {
    if (run_.state().over) return false;
    const std::string line = trimmed(readable(raw));
    const auto [word, rest] = split(line);
    const bool copying = run_.plan().copying();
    if (line == ":quit" || (!copying && line == "quit")) {
        submit(drill::Stop{});
    } else if (!copying && line == "help") {
        help();
    } else if (!copying && word == "wait") {
        wait(rest);
    } else if (run_.plan().triage()) {
        if (!line.empty()) vignette_line(line);
    } else if (copying) {
        copy_line(line);
    } else {
        dictation_line(line);
    }
    tell();
    return !run_.state().over;
}

void DrillDesk::finish() {
    if (!run_.state().over) run_.submit(drill::Stop{}, now_);
    tell();
}

std::string drill_result_text(const scoring::Scorecard& card, const drill::Plan& plan,
                              const std::vector<journal::Event>& events) {
    std::string out = drill::verdict(card, false) + "\n\n";
    for (const drill::Line& line : drill::result_lines(card, events))
        out += "  " + line.label + ": " + line.value + "\n      " + line.definition + "\n";
    if (!plan.triage()) {
        for (const scoring::Finding& finding : card.findings)
            if (finding.points < finding.possible) out += "\n  " + finding.why;
        return out + "\n";
    }
    const auto name = [&](const std::string& id) {
        const drill::Answer* answer = plan.answer(id);
        return answer == nullptr ? id : answer->name;
    };
    for (const drill::Wrong& wrong : drill::wrong_ones(card))
        out += "\n  " + std::string(wrong.missed ? "Missed: " : "") + "\"" + wrong.text +
               "\"\n      You: " + name(wrong.given) + ". Right: " + name(wrong.meant) + ".";
    return out + "\n";
}

}  // namespace shift311::desk::typed
