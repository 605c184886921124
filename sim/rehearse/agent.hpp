// A player without a person: handles a contact as the answer key wants it, or with the mistakes it is given.
#pragma once

#include "sim/rehearse/mistake.hpp"
#include "sim/shift/run.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace shift311::rehearse {

class Agent {
  public:
    /// What goes wrong with a contact, asked once for each when it is answered.
    using Choose = std::function<std::vector<Mistake>(const script::Cast&)>;

    /// With `choose` it decides, and `mistake` is not made.
    Agent(shift::Run& run, Mistake mistake, Choose choose = {})
        : run_(run), mistakes_{std::move(mistake)}, choose_(std::move(choose)), now_(run.state().at) {}

    /// Plays until the shift is over.
    void play_shift();

  private:
    void handle(journal::ContactId id);
    void talk();
    void write();
    void do_step(const std::string& step);
    void say(const std::string& phrase);
    void say_words(const std::string& words);
    void ask_for_what_is_missing();
    void ask_for(const std::string& fact);
    void fill_form();
    void settle();  ///< files, adds to the request, reads the article: whatever the contact is about
    void open_article();
    void look_up_request();
    void open_request();
    void type(const std::string& field, const std::string& text, bool append = false);
    void meet_feelings();
    bool emergency_heard() const;
    void transfer();
    void narrate();
    void put_on_hold();
    std::string added_sentences() const;  ///< what a mistake adds to a narrative or a reply
    void err_in_the_middle(std::size_t step, std::size_t steps);
    bool skips(const std::string& step) const;
    const Mistake* making(Mistake::Kind kind) const;
    bool is(Mistake::Kind kind) const { return making(kind) != nullptr; }
    bool said(const std::string& phrase) const;
    bool knows(const std::string& fact) const;
    bool over() const;  ///< the conversation has ended
    const scoring::AnswerKey& key() const;
    const script::Cast& cast() const;
    const shift::Contact& contact() const;

    shift::Run& run_;
    std::vector<Mistake> mistakes_;  ///< with the contact at hand
    Choose choose_;
    shift::Millis now_ = 0;
    journal::ContactId id_ = 0;
    std::set<std::string> met_;  ///< feelings already answered, by what brought them about
    bool settled_ = false;
    bool narrated_ = false;
    bool walked_away_ = false;
};

}  // namespace shift311::rehearse
