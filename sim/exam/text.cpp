// A form as text: it must stay what it was drawn, however the content changes while the exam is under way.
#include "assessment/scoring/answer_key.hpp"
#include "sim/exam/parts.hpp"

#include <sodium.h>

#include <array>
#include <sstream>
#include <stdexcept>

namespace shift311::exam {
namespace {

constexpr std::string_view kBegins = "form 1";
constexpr journal::Millis kMinute = 60'000;

std::string hash_of(const std::string& text) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> digest{};  // 128 bits
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       nullptr, 0);
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

/// The longest that a contact may take within its limits.
journal::Millis longest(const script::Script& script) {
    const scoring::AnswerKey::Limits usual;
    const script::Expect& expect = script.expect;
    return expect.answer_limit.value_or(usual.answer) + expect.handle_limit.value_or(usual.handle) +
           expect.wrap_limit.value_or(usual.wrap);
}

void complete_plan(Sitting& sitting, int number, int of, const std::string& form, const script::Library& library,
                   const standing::Program& program) {
    script::ShiftPlan& plan = sitting.plan;
    plan.id = "exam:" + form + ":" + std::to_string(number);
    plan.hash = plan.id;
    plan.title = "Exam " + program.id + ", " + (sitting.further ? "further block, " : "") + "sitting " +
                 std::to_string(number) + " of " + std::to_string(of);
    plan.city = program.city;
    plan.level = kLevel;
    plan.about = "Contacts of an exam. There is no pausing, and results come with the report.";
    journal::Millis at = 5'000;
    for (script::Arrival& arrival : plan.contacts) {
        arrival.at = at;
        if (const script::Script* script = script::find_script(library, arrival.script)) at += longest(*script);
    }
    plan.minutes = static_cast<int>((at + kMinute - 1) / kMinute);
}

void complete_plans(Form& form, const script::Library& library, const standing::Program& program) {
    int first = 0;
    for (const Sitting& sitting : form.sittings)
        first += sitting.further ? 0 : 1;
    int number = 0;
    for (Sitting& sitting : form.sittings) {
        ++number;
        const int of = sitting.further ? static_cast<int>(form.sittings.size()) : first;
        complete_plan(sitting, number, of, form.id, library, program);
    }
}

std::string hash_or_dash(const std::string& hash) {
    return hash.empty() ? "-" : hash;
}

std::string hash_of(const script::Vignette& vignette) {
    std::string all = vignette.text + '\n' + vignette.answer;
    for (const std::string& other : vignette.accept)
        all += '\n' + other;
    return hash_of(all);
}

const script::Vignette* find_vignette(const script::Library& library, const std::string& city, const std::string& id) {
    const script::Drills* drills = script::find_drills(library, city);
    if (drills == nullptr) return nullptr;
    for (const script::Vignette& one : drills->vignettes)
        if (one.id == id) return &one;
    return nullptr;
}

std::string rubric_hash(const script::Library& library, const standing::Program& program) {
    const scoring::Rubric* rubric = script::find_rubric(library, program.rubric);
    return hash_or_dash(rubric != nullptr ? rubric->hash : "");
}

std::string text_of(const Form& form, const script::Library& library, const standing::Program& program,
                    const std::string& of) {
    std::string text = std::string(kBegins) + "\nof " + of + "\nprogram " + hash_or_dash(program.hash) + "\nrubric " +
                       rubric_hash(library, program) + '\n';
    for (const Sitting& sitting : form.sittings) {
        text += std::string(sitting.further ? "further " : "sitting ") + std::to_string(sitting.seed) + '\n';
        for (const script::Arrival& arrival : sitting.plan.contacts) {
            const script::Script* script = script::find_script(library, arrival.script);
            text += "contact " + arrival.script + ' ' + hash_or_dash(script != nullptr ? script->hash : "") + '\n';
        }
    }
    for (const auto& block : form.vignettes) {
        text += "block " + std::to_string(block.size()) + '\n';
        for (const std::string& id : block) {
            const script::Vignette* one = find_vignette(library, program.city, id);
            text += "vignette " + id + ' ' + (one != nullptr ? hash_of(*one) : "-") + '\n';
        }
    }
    return text;
}

std::string id_of(const standing::Program& program, std::string_view text) {
    return program.id + "-" + hash_of(std::string(text));
}

[[noreturn]] void changed(const std::string& what) {
    throw std::runtime_error("This exam cannot go on: " + what +
                             " since it was opened. Put that back as it was, or close the exam.");
}

}  // namespace

void complete(Form& form, const script::Library& library, const standing::Program& program, const std::string& of) {
    form.text = text_of(form, library, program, of);
    form.id = id_of(program, form.text);
    complete_plans(form, library, program);
}

std::set<std::string> contents(std::string_view text) {
    std::set<std::string> keys;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind, what;
        words >> kind >> what;
        if (kind == "contact") keys.insert(script_key(what));
        if (kind == "vignette") keys.insert(vignette_key(what));
    }
    return keys;
}

Form form_from_text(const script::Library& library, const standing::Program& program, std::string_view text,
                    std::string_view id) {
    // The hash vouches for the text's shape: it is read without further questions.
    if (id_of(program, text) != id)
        throw std::runtime_error(
            "The form that this exam was opened with is damaged: close the exam, and open another.");
    Form form;
    form.text = std::string(text);
    form.id = std::string(id);
    std::istringstream lines{form.text};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind, what, hash;
        words >> kind >> what >> hash;
        if (kind == "program" && what != hash_or_dash(program.hash)) changed("the program was changed");
        if (kind == "rubric" && what != rubric_hash(library, program)) changed("the rubric was changed");
        if (kind == "sitting" || kind == "further") {
            Sitting& sitting = form.sittings.emplace_back();
            sitting.seed = std::stoull(what);
            sitting.further = kind == "further";
        } else if (kind == "contact") {
            const script::Script* script = script::find_script(library, what);
            if (script == nullptr || hash_or_dash(script->hash) != hash) changed("one of its contacts was changed");
            script::Arrival arrival;
            arrival.script = what;
            form.sittings.back().plan.contacts.push_back(std::move(arrival));
        } else if (kind == "block") {
            form.vignettes.emplace_back();
        } else if (kind == "vignette") {
            const script::Vignette* one = find_vignette(library, program.city, what);
            if (one == nullptr || hash_of(*one) != hash) changed("one of its vignettes was changed");
            form.vignettes.back().push_back(what);
        }
    }
    complete_plans(form, library, program);
    return form;
}

}  // namespace shift311::exam
