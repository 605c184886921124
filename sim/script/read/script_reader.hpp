// The parts of a script file, each read into the draft; what they refer to is noted for the check.
#pragma once

#include "sim/script/read/draft.hpp"
#include "sim/script/read/record.hpp"

namespace shift311::script::read {

struct ScriptReader {
    Report& report;
    ScriptDraft& draft;

    void read(const Node& root);

    void read_vary(const Node& node);
    Vary read_draw(const Node& node);
    void read_caller(const Node& node);
    void read_opening(const Node& node);
    void read_facts(const Node& node);
    void read_beats(const Node& node);
    Beat read_beat(const Node& node);
    void read_emergency(const Node& node);
    void read_expect(const Node& node);
    void read_fields(const Node& node);
    void read_limits(const Node& node);

    /// A text that may hold blanks; empty when the key is absent.
    std::string line(const Record& record, std::string_view key);
    std::string need_line(const Record& record, std::string_view key);
    std::vector<std::string> lines(const Record& record, std::string_view key);
    /// Ids that must exist elsewhere.
    std::vector<std::string> ids(const Record& record, std::string_view key, Mention::What what);
    std::vector<ExpectedContent> contents(const Record& record, std::string_view key);
};

}  // namespace shift311::script::read
