// What an agent does at the desk: the form, the narrative, articles and requests, and filing.
#include "sim/rehearse/agent.hpp"
#include "sim/shift/pace.hpp"

#include <algorithm>

namespace shift311::rehearse {
namespace {

using journal::Catalog;
using Kind = Mistake::Kind;
using shift::Millis;

constexpr Millis kLooks = 1'000;  ///< reading what a search has found

/// "4208 SPRUCE ST" -> "4280 SPRUCE ST": the last two digits of the number that differ change places.
std::string digits_swapped(std::string text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    for (std::size_t i = end; i-- > 1;)
        if (text[i] != text[i - 1] && !(i == 1 && text[i] == '0')) {
            std::swap(text[i], text[i - 1]);
            return text;
        }
    if (end > 0) text[end - 1] = text[end - 1] == '9' ? '8' : static_cast<char>(text[end - 1] + 1);
    return text;
}

}  // namespace

std::string Agent::added_sentences() const {
    std::string text;
    const auto add = [&text](std::string sentence) {
        if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
            sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
        text += ' ' + sentence;
    };
    if (const Mistake* wrong = making(Kind::contradicts)) add(wrong->what + ".");
    if (const Mistake* wrong = making(Kind::writes_forbidden)) add(wrong->what + ".");
    if (is(Kind::misspells)) add("We recieved this from the caller.");
    if (is(Kind::writes_sloppily)) text += " the caller told us so.";
    return text;
}

void Agent::type(const std::string& field, const std::string& text, bool append) {
    shift::type(run_, field, text, append, now_);
}

void Agent::fill_form() {
    if (key().service.empty() || !contact().opened || !contact().filed.empty()) return;
    if (const Mistake* wrong = making(Kind::picks_wrong_service)) {
        if (contact().service.empty()) run_.submit(shift::ChooseService{wrong->what}, now_);
        return;
    }
    if (contact().service != key().service) run_.submit(shift::ChooseService{key().service}, now_);
    const city::Service* service = city::find_service(run_.floor().city, key().service);
    for (const scoring::FieldKey& field : key().fields) {
        if (over() || (!field.fact.empty() && !knows(field.fact))) continue;
        if (is(Kind::leaves_field_empty) && making(Kind::leaves_field_empty)->what == field.field) continue;
        if (!shift::field_value(contact(), field.field).empty()) continue;
        const bool wrong = is(Kind::swaps_digits) && field.place;
        const std::string value = wrong ? digits_swapped(field.expected) : field.expected;
        const auto attribute = std::find_if(service->attributes.begin(), service->attributes.end(),
                                            [&](const city::Attribute& a) { return a.code == field.field; });
        if (attribute != service->attributes.end() && !attribute->values.empty())
            shift::choose(run_, field.field, value, now_);
        else
            type(field.field, value);
        run_.advance(now_);
    }
}

void Agent::narrate() {
    if (narrated_ || key().narrative.empty()) return;
    narrated_ = true;
    std::string text;
    for (std::size_t i = 0; i < key().narrative.size(); ++i) {
        if (is(Kind::leaves_out) && i == 0) continue;
        const scoring::Content& content = key().narrative[i];
        if (content.any.empty()) continue;
        std::string sentence = content.any.front() + ".";
        if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
        text += (text.empty() ? "" : " ") + sentence;
    }
    text += added_sentences();
    if (text.empty()) return;
    if (text[0] == ' ') text.erase(0, 1);
    const city::Service* service = city::find_service(run_.floor().city, contact().service);
    const bool has_narrative = service && contact().filed.empty() &&
                               std::any_of(service->attributes.begin(), service->attributes.end(),
                                           [](const city::Attribute& a) { return a.code == "narrative"; });
    type(has_narrative ? "narrative" : "notes", text);
}

void Agent::open_article() {
    if (is(Kind::skips_article) || key().articles.empty() || contact().opened_article == key().articles.front()) return;
    const std::string& id = key().articles.front();
    now_ += kLooks;
    run_.submit(shift::LookUp{Catalog::articles, id, {id}}, now_);
    now_ += kLooks;
    run_.submit(shift::Open{Catalog::articles, id}, now_);
}

/// Searches for what the caller has told: the place, else the number, which may be misremembered.
void Agent::look_up_request() {
    std::string query = key().reference;
    for (const char* told : {"reference", "location"})
        for (const script::Fact& fact : cast().script.facts)
            if (fact.id == told && knows(fact.id)) query = fact.value;
    now_ += kLooks;
    run_.submit(shift::LookUp{Catalog::requests, query, run_.find_requests(query)}, now_);
}

void Agent::open_request() {
    if (key().reference.empty() || contact().opened_request == key().reference) return;
    look_up_request();
    now_ += kLooks;
    run_.submit(shift::Open{Catalog::requests, key().reference}, now_);
}

void Agent::settle() {
    if (settled_ || over()) return;
    settled_ = true;
    open_article();
    // Whoever does not check for duplicates adds to the first number at hand without having read it.
    if (!key().reference.empty() && !skips("check_duplicates")) open_request();
    fill_form();
    narrate();
    if (key().disposition == "file") {
        run_.submit(shift::File{}, now_);
    } else if (key().disposition == "add_to_existing" && !key().reference.empty()) {
        run_.submit(shift::ChangeRequest{key().reference, "added"}, now_);
    }
    run_.advance(now_);
    now_ = shift::listen(run_, now_);
}

}  // namespace shift311::rehearse
