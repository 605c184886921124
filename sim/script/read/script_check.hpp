// One script against everything it names: the parts of the check share what they look up.
#pragma once

#include "sim/script/read/check.hpp"
#include "sim/script/read/record.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

using Names = std::vector<std::string_view>;

bool holds(const Names& names, std::string_view name);
bool holds(const std::vector<std::string>& names, std::string_view name);

class ScriptCheck {
  public:
    ScriptCheck(ScriptDraft& draft, const Known& known, const KnownCity& city, std::vector<Issue>& issues);
    void run();

  private:
    // names: everything mentioned exists
    void check_mention(const Mention& mention);
    void check_step(const Mention& mention);
    bool phrases_shown() const;
    void check_blank(const Mention& mention, bool in_phrase);
    void check_order(const Mention& mention, const std::string& id);
    void check_own_phrases();
    void unknown(const Mention& mention, const std::string& what, const Names& known);
    template <typename List, typename Id>
    void check_in(const Mention& mention, const std::string& what, const List& list, Id id, bool shown) {
        if (!shown) return;  // some of it could not be read, which is told already
        Names names;
        for (const auto& item : list)
            names.push_back(item.*id);
        if (!holds(names, mention.id)) unknown(mention, what, names);
    }

    // play: what is written can happen
    void check_unused();
    void check_cue(const Mention& mention);
    void check_cues();
    void check_emergency();
    void check_manners();
    void check_draws();
    void check_request();
    void check_due_steps();
    bool told_unasked(const std::string& fact) const;
    bool can_be_told(const Fact& fact) const;

    // fields: what is expected can be known and written
    void check_fields();
    bool check_choice(const Node& node, const ExpectedField& field, const city::Attribute& attribute);
    void check_known(const Node& node, const ExpectedField& field, bool choice);
    std::vector<std::string> fillings(const std::string& text) const;

    /// Plain words for every step and forbidden phrase, so that findings can name them.
    void note_labels();

    const Node& root() const { return *draft_.source.document->root; }
    const city::City* city() const { return city_.draft == nullptr ? nullptr : &city_.draft->city; }
    const CityDraft& shown() const { return *city_.draft; }
    /// True when all that the caller may say, and when, could be read.
    bool play_is_known() const;
    const Fact* fact_of(const std::string& id) const;
    /// The key `id` in the map under `section`, or the section's key, for messages.
    const Node& key_node(std::string_view section, std::string_view id) const;

    ScriptDraft& draft_;
    Script& script_;
    const Known& known_;
    KnownCity city_;
    Report report_;
    Names phrases_, facts_, beats_;
    std::set<std::string> used_;  ///< draws that some blank asks for
};

}  // namespace shift311::script::read
