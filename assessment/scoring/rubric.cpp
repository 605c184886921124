#include "assessment/scoring/rubric.hpp"

#include "assessment/journal/strict_json.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace shift311::scoring {

const std::vector<RubricValue>& rubric_values() {
    using R = Rubric;
    constexpr std::int64_t kHour = 3'600'000;
    static const std::vector<RubricValue> kValues{
        {"listening", "questions", &R::questions},
        {"listening", "repeat_question", &R::repeat_question},
        {"recording", "place", &R::place},
        {"recording", "field", &R::field},
        {"recording", "narrative_fact", &R::narrative_fact},
        {"typing", "uncorrected", &R::uncorrected},
        {"typing", "speed", &R::speed},
        {"referral", "disposition", &R::disposition},
        {"referral", "transfer_target", &R::transfer_target},
        {"referral", "transfer_kind", &R::transfer_kind},
        {"referral", "false_transfer", &R::false_transfer},
        {"referral", "emergency_clock", &R::emergency_clock},
        {"procedure", "step", &R::step},
        {"procedure", "order", &R::order},
        {"procedure", "read_back_correct", &R::read_back_correct},
        {"procedure", "reference_correct", &R::reference_correct},
        {"procedure", "due_correct", &R::due_correct},
        {"procedure", "hold", &R::hold},
        {"procedure", "wrap_up", &R::wrap_up},
        {"courtesy", "chance", &R::chance},
        {"courtesy", "forbidden", &R::forbidden},
        {"courtesy", "dead_air", &R::dead_air},
        {"courtesy", "interrupting", &R::interrupting},
        {"privacy", "privacy", &R::privacy},
        {"knowledge", "article", &R::article},
        {"knowledge", "service", &R::service},
        {"knowledge", "right_request", &R::right_request},
        {"writing", "reply_fact", &R::reply_fact},
        {"writing", "spelling", &R::spelling},
        {"writing", "grammar", &R::grammar},
        {"tempo", "answer", &R::answer},
        {"tempo", "handle", &R::handle},
        {"tempo", "wrap", &R::wrap},
        {"tempo", "take_up", &R::take_up},
        {"tempo", "forgotten", &R::forgotten},
        {"limits", "slip_loss", &R::slip_loss, 1},
        {"limits", "contradiction_percent", &R::contradiction_percent, 0, 100},
        {"limits", "forbidden_percent", &R::forbidden_percent, 0, 100},
        {"limits", "uncorrected_permille", &R::uncorrected_permille, 0, 1000},
        {"limits", "ksph_net", &R::ksph_net, 0, 60'000},
        {"limits", "typing_min_keys", &R::typing_min_keys, 1, 10'000},
        {"limits", "writing_min_words", &R::writing_min_words, 1, 1000},
        {"limits", "typing_pause", &R::typing_pause, 500, kHour, true},
        {"limits", "chance_within", &R::chance_within, 1000, kHour, true},
        {"limits", "dead_air", &R::dead_air_within, 1000, kHour, true},
        {"limits", "take_up", &R::take_up_within, 1000, kHour, true}};
    return kValues;
}

const std::vector<CriterionKind>& criterion_kinds() {
    using C = Competency;
    static const std::vector<CriterionKind> kKinds{
        {"listening.questions", C::listening, "Everything asked that the form needs"},
        {"listening.repeat", C::listening, "Nothing asked twice"},
        {"field", C::recording, "A field of the request form"},
        {"narrative", C::recording, "A fact in the narrative"},
        {"typing.accuracy", C::typing, "Typing errors left standing"},
        {"typing.speed", C::typing, "Typing speed during the contact"},
        {"referral.disposition", C::referral, "The right outcome"},
        {"transfer.target", C::referral, "Transferred to the right place"},
        {"transfer.kind", C::referral, "Warm or cold transfer, as due"},
        {"transfer.false", C::referral, "Nobody transferred without need"},
        {"emergency.clock", C::referral, "Emergency transferred in time"},
        {"emergency.target", C::referral, "Emergency transferred to the right line"},
        {"emergency.kind", C::referral, "Stayed until the emergency line answered"},
        {"step", C::procedure, "A step of the procedure"},
        {"procedure.order", C::procedure, "Steps in order"},
        {"procedure.wrap_up", C::procedure, "Wrapped up with an outcome"},
        {"read_back.correct", C::procedure, "Read back right"},
        {"reference.correct", C::procedure, "Right reference number given"},
        {"due.correct", C::procedure, "Right due date given"},
        {"hold.asked", C::procedure, "Asked before the hold"},
        {"hold.returned", C::procedure, "Back from the hold in time"},
        {"hold.thanked", C::procedure, "Thanked after the hold"},
        {"chance", C::courtesy, "A feeling met in time"},
        {"never", C::courtesy, "Something kept unsaid"},
        {"courtesy.dead_air", C::courtesy, "No dead air"},
        {"courtesy.interrupting", C::courtesy, "Let the caller finish"},
        {"courtesy.abuse", C::courtesy, "No abusive language"},
        {"courtesy.hung_up", C::courtesy, "Did not hang up on the caller"},
        {"safety.advice", C::courtesy, "No wrong safety information"},
        {"privacy.secrets", C::privacy, "Private information kept"},
        {"knowledge.article", C::knowledge, "Read the right article"},
        {"knowledge.request", C::knowledge, "Found the right request"},
        {"knowledge.service", C::knowledge, "Chose the right service"},
        {"reply", C::writing, "A fact in the answer"},
        {"writing.spelling", C::writing, "Spelling"},
        {"writing.grammar", C::writing, "Grammar and punctuation"},
        {"tempo.answer", C::tempo, "Answered in time"},
        {"tempo.handle", C::tempo, "Handled in time"},
        {"tempo.wrap", C::tempo, "Wrapped up in time"},
        {"tempo.concurrent", C::tempo, "Taken up as soon as there was a hand free"},
        {"tempo.forgotten", C::tempo, "Nothing forgotten"}};
    return kKinds;
}

const CriterionKind* kind_of(std::string_view criterion) {
    const std::string_view family = criterion.substr(0, criterion.find('.'));
    for (const CriterionKind& kind : criterion_kinds()) {
        if (kind.id == criterion || kind.id == family) return &kind;
    }
    return nullptr;
}

bool applies(const Rubric& rubric, std::string_view criterion, journal::Channel channel) {
    auto rule = rubric.applies.find(std::string(criterion));
    if (rule == rubric.applies.end()) rule = rubric.applies.find(std::string(criterion.substr(0, criterion.find('.'))));
    return rule == rubric.applies.end() ||
           std::find(rule->second.begin(), rule->second.end(), channel) != rule->second.end();
}

std::string to_json(const Rubric& rubric) {
    journal::JsonOut out;
    out.put("rubric", rubric.id);
    out.put("version", rubric.version);
    out.put("title", rubric.title);
    out.put("pass_percent", std::int64_t{rubric.pass_percent});
    std::map<std::string_view, journal::JsonOut> groups;
    for (const RubricValue& value : rubric_values())
        groups[value.group].put(value.key, rubric.*(value.member));
    for (auto& [group, object] : groups)
        out.put(group, std::move(object));
    out.put("abuse", rubric.abuse);
    journal::JsonOut applies;
    for (const auto& [criterion, channels] : rubric.applies) {
        std::vector<std::string> words;
        for (const journal::Channel channel : channels)
            words.emplace_back(journal::word(channel));
        applies.put(criterion, words);
    }
    out.put("applies", std::move(applies));
    return out.line();
}

namespace {

Rubric read(std::string_view json) {
    using journal::BadJson;
    journal::JsonIn in(json);
    Rubric rubric;
    rubric.hash.clear();
    rubric.id = in.text("rubric");
    rubric.version = in.text("version");
    rubric.title = in.text("title");
    rubric.pass_percent = static_cast<int>(in.number("pass_percent", 0, 100));
    std::map<std::string_view, journal::JsonIn> groups;
    for (const RubricValue& value : rubric_values()) {
        auto group = groups.find(value.group);
        if (group == groups.end()) group = groups.emplace(value.group, in.object(value.group)).first;
        if (group->second.has(value.key))
            rubric.*(value.member) = group->second.number(value.key, value.least, value.most);
    }
    for (const auto& [name, group] : groups)
        group.finish();
    rubric.abuse = in.texts("abuse");
    rubric.applies.clear();
    journal::JsonIn applies = in.object("applies");
    for (const CriterionKind& kind : criterion_kinds()) {
        for (const std::string& key : {std::string(kind.id), std::string(kind.id.substr(0, kind.id.find('.')))}) {
            if (!applies.has(key) || rubric.applies.contains(key)) continue;
            std::vector<journal::Channel>& channels = rubric.applies[key];
            for (const std::string& word : applies.texts(key)) {
                if (!journal::read_word(word, channels.emplace_back()))
                    throw BadJson("\"applies\" cannot be " + journal::in_quotes(word) + ".");
            }
        }
    }
    applies.finish();
    in.finish();
    return rubric;
}

}  // namespace

Rubric rubric_from_json(std::string_view json) {
    try {
        return read(json);
    } catch (const journal::BadJson& error) {
        throw std::runtime_error(std::string("Rubric: ") + error.what());
    }
}

}  // namespace shift311::scoring
