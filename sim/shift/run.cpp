#include "sim/shift/run.hpp"

#include "sim/city/calendar.hpp"
#include "sim/city/directory_search.hpp"
#include "sim/script/dates.hpp"

#include <algorithm>
#include <utility>

namespace shift311::shift {
namespace {

/// The request as the index should find it, from what the shift knows of it.
city::Request indexed(const Touched& touched) {
    city::Request request;
    request.reference = touched.reference;
    request.service = touched.service;
    request.status = touched.status;
    request.status_note = touched.status_note;
    request.address = touched.address;
    request.description = touched.description;
    return request;
}

/// Puts what is known into the blanks of a wording. What is not known yet leaves a gap that is heard as one.
std::string filled(const std::string& say, const std::vector<std::pair<std::string, std::string>>& blanks) {
    std::string text;
    for (std::size_t at = 0; at < say.size();) {
        const std::size_t open = say.find('{', at);
        const std::size_t close = open == std::string::npos ? open : say.find('}', open);
        if (close == std::string::npos) return text + say.substr(at);
        text += say.substr(at, open - at);
        const std::string name = say.substr(open + 1, close - open - 1);
        const auto blank = std::find_if(blanks.begin(), blanks.end(), [&](const auto& b) { return b.first == name; });
        text += blank == blanks.end() || blank->second.empty() ? "..." : blank->second;
        at = close + 1;
    }
    return text;
}

}  // namespace

/// Each is made when something is first looked for in it: most shifts search one of them, and many none.
class Run::Indexes {
  public:
    explicit Indexes(const city::City& city) : city_(city) {}

    const city::RequestSearch& requests() {
        if (!requests_) {
            requests_.emplace(city_);
            for (const city::Request& request : filed_)
                requests_->add(request);
            filed_.clear();
        }
        return *requests_;
    }
    const city::ArticleSearch& articles() { return articles_ ? *articles_ : articles_.emplace(city_); }
    const city::DirectorySearch& directory() { return directory_ ? *directory_ : directory_.emplace(city_); }

    void add(city::Request request) {
        if (requests_)
            requests_->add(request);
        else
            filed_.push_back(std::move(request));
    }

  private:
    const city::City& city_;
    std::vector<city::Request> filed_;  ///< before anybody searched
    std::optional<city::RequestSearch> requests_;
    std::optional<city::ArticleSearch> articles_;
    std::optional<city::DirectorySearch> directory_;
};

Run::Run(std::shared_ptr<const Floor> floor, Sink sink, Understand understand, Applied applied)
    : floor_(std::move(floor)),
      sink_(std::move(sink)),
      understand_(std::move(understand)),
      applied_(std::move(applied)),
      indexes_(std::make_unique<Indexes>(floor_->city)) {}

Run::~Run() = default;
Run::Run(Run&&) noexcept = default;

void Run::take(const Event& event) {
    apply(state_, event);
    events_.push_back(event);
    if (const auto* filed = std::get_if<journal::Filed>(&event.act))
        for (const Touched& touched : state_.touched)
            if (touched.reference == filed->reference) indexes_->add(indexed(touched));
}

void Run::resume(const std::vector<Event>& events) {
    for (const Event& event : events)
        take(event);
}

void Run::append(std::vector<Event> events) {
    Seq seq = state_.last;
    for (Event& event : events)
        event.seq = ++seq;
    if (sink_) sink_(events);
    for (const Event& event : events) {
        take(event);
        if (applied_) applied_(event);
    }
}

void Run::advance(Millis to) {
    while (const auto coming = due(*floor_, state_)) {
        if (coming->at > to) return;
        append(coming->events);
    }
}

std::optional<Millis> Run::next_due() const {
    const auto coming = due(*floor_, state_);
    return coming ? std::make_optional(coming->at) : std::nullopt;
}

std::optional<Refusal> Run::submit(const Intent& intent, Millis at) {
    advance(at);
    Decision decision = decide(*floor_, state_, intent, at);
    if (decision.refusal) return decision.refusal;
    append(std::move(decision.events));
    return std::nullopt;
}

std::optional<Refusal> Run::say(const std::string& text, Millis at) {
    const Contact* contact = active_contact(state_);
    return submit(Say{text, understand_ && contact ? understand_(text, contact->script) : std::vector<std::string>{}},
                  at);
}

std::optional<Refusal> Run::say_phrase(const std::string& phrase, Millis at) {
    return submit(Say{wording(phrase), {phrase}}, at);
}

std::optional<Refusal> Run::reply(Millis at) {
    const Contact* contact = active_contact(state_);
    if (!contact || !understand_) return submit(Reply{}, at);
    return submit(Reply{understand_(field_value(*contact, "reply"), contact->script)}, at);
}

std::string Run::wording(const std::string& id) const {
    const script::Phrase* phrase = find_phrase(id);
    if (!phrase) return {};
    std::vector<std::pair<std::string, std::string>> blanks{{"trainee", floor_->trainee}};
    if (const Contact* contact = active_contact(state_)) {
        const std::string reference = !contact->filed.empty()     ? contact->filed
                                      : !contact->changed.empty() ? contact->changed.back()
                                                                  : contact->opened_request;
        city::Date due;
        const auto request = request_view(*floor_, state_, reference);
        const city::Service* service = city::find_service(floor_->city, contact->service);
        const city::Destination* target = city::find_destination(floor_->city, contact->transfer_target);
        blanks.insert(blanks.end(),
                      {
                          {"reference", reference},
                          {"due_date", !contact->due.empty() && city::parse_iso(contact->due, due) ? city::spoken(due)
                                       : request ? request->expected_spoken
                                                 : ""},
                          {"address", field_value(*contact, "location")},
                          {"caller", field_value(*contact, "caller_name")},
                          {"service", service ? service->name : ""},
                          {"target", target ? target->name : "the right people"},
                          {"number", target ? target->number : ""},
                      });
    }
    return filled(phrase->say, blanks);
}

const script::Phrase* Run::find_phrase(const std::string& id) const {
    for (const script::Phrase* phrase : phrases())
        if (phrase->id == id) return phrase;
    return nullptr;
}

std::vector<const script::Phrase*> Run::phrases() const {
    std::vector<const script::Phrase*> all;
    if (const Contact* contact = active_contact(state_); contact && contact->id <= floor_->casts.size())
        for (const script::Phrase& phrase : floor_->casts[contact->id - 1].script.phrases)
            all.push_back(&phrase);
    for (const script::Phrase& phrase : floor_->phrases)
        all.push_back(&phrase);
    return all;
}

std::vector<std::string> Run::find_requests(const std::string& query) const {
    std::vector<std::string> references;
    for (const city::RequestHit& hit : indexes_->requests().find(query))
        references.push_back(hit.reference);
    return references;
}

std::vector<std::string> Run::find_near() const {
    std::vector<std::string> references;
    for (const NearRow& row : screen(state_.at).form.near)
        references.push_back(row.reference);
    return references;
}

std::vector<std::string> Run::find_articles(const std::string& query) const {
    std::vector<std::string> ids;
    for (const city::Article* article : indexes_->articles().find(query))
        ids.push_back(article->id);
    return ids;
}

std::vector<std::string> Run::find_destinations(const std::string& query) const {
    std::vector<std::string> ids;
    for (const city::Destination* destination : indexes_->directory().find(query))
        ids.push_back(destination->id);
    return ids;
}

Screen Run::screen(Millis at) const {
    return view(*floor_, state_, at);
}

}  // namespace shift311::shift
