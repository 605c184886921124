// A shift being played: takes intents, keeps the journal, moves the state. The one write path of every face.
#pragma once

#include "sim/city/article_search.hpp"
#include "sim/city/request_search.hpp"
#include "sim/shift/screen.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace shift311::shift {

class Run {
  public:
    /// Called before the events take effect; durable when it returns. When it throws, nothing has happened.
    using Sink = std::function<void(std::span<const Event>)>;
    /// Words to phrase ids, knowing the contact's own phrases.
    using Understand = std::function<std::vector<std::string>(const std::string& words, const std::string& script)>;

    /// Called after each event has taken effect, for whoever keeps scorecards.
    using Applied = std::function<void(const Event&)>;

    Run(std::shared_ptr<const Floor> floor, Sink sink, Understand understand, Applied applied = {});
    ~Run();
    Run(Run&&) noexcept;

    /// Take up a journal that was written before.
    void resume(const std::vector<Event>& events);

    /// Lets everything happen that is due up to `at`, then the intent. A refused intent writes nothing.
    std::optional<Refusal> submit(const Intent& intent, Millis at);
    /// What was said, understood and spoken. `phrase` empty: free text.
    std::optional<Refusal> say(const std::string& text, Millis at);
    std::optional<Refusal> say_phrase(const std::string& phrase, Millis at);
    std::optional<Refusal> reply(Millis at);
    /// Lets everything happen that is due up to `to`.
    void advance(Millis to);
    std::optional<Millis> next_due() const;

    /// The wording of a phrase with its {blanks} filled for the active contact; unfilled blanks are said as "..." .
    std::string wording(const std::string& phrase) const;
    const script::Phrase* find_phrase(const std::string& id) const;  ///< core, or the active contact's own
    std::vector<const script::Phrase*> phrases() const;              ///< own ones of the active contact first

    // Searches that record nothing by themselves: submit LookUp with what was found.
    std::vector<std::string> find_requests(const std::string& query) const;  ///< references
    std::vector<std::string> find_near() const;                              ///< references near the form's place
    std::vector<std::string> find_articles(const std::string& query) const;  ///< ids
    std::vector<std::string> find_destinations(const std::string& query) const;

    Screen screen(Millis at) const;
    const State& state() const { return state_; }
    const Floor& floor() const { return *floor_; }
    const std::vector<Event>& events() const { return events_; }

  private:
    void append(std::vector<Event> events);
    void take(const Event& event);
    class Indexes;
    std::shared_ptr<const Floor> floor_;
    Sink sink_;
    Understand understand_;
    Applied applied_;
    State state_;
    std::vector<Event> events_;
    std::unique_ptr<Indexes> indexes_;
};

}  // namespace shift311::shift
