// What the command line asked for; one struct a command.
#pragma once

#include "sim/app/access.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shift311::app {

struct PlayOptions {
    std::string shift;
    std::string script;
    std::string trainee;
    int level = 0;                      ///< 0: as planned
    std::optional<std::uint64_t> seed;  ///< none: drawn anew
    bool text = false;
    bool resume = false;  ///< go on with the interrupted shift of `trainee`, unasked
    bool mute = false;
    std::string db;
    std::string content;
    std::string control_tree;
    std::string screenshots;  ///< folder for pictures of every screen
    std::string size;         ///< "1600x900"
    AccessOptions access;
    std::string sitting;      ///< of an exam, by "exam sit"; never from the command line
};
struct LintOptions {
    std::vector<std::string> paths;
    std::string format = "text";
    std::string content;
};
struct RehearseOptions {
    std::vector<std::string> paths;
    int plays = 3;
    std::string format = "text";
    std::string content;
};
struct ListOptions {
    std::string what;
    std::string format = "text";
    std::string content;
};
struct HearOptions {
    std::string words;
    std::string script;
    std::string format = "text";
    std::string content;
};
struct ReportOptions {
    std::string what;   ///< trainee | certificate | cohort | items | attempt | impact | agreement
    std::string which;  ///< name, attempt or program
    std::string format = "html";
    std::string out;
    std::string db;
    std::string content;
    std::string groups;  ///< of impact: the demographic file
    AccessOptions access;
};
struct RescoreOptions {
    std::string attempt;  ///< empty: every one
    std::string rubric;   ///< empty: the practice rules, and for an exam the rubric of its program
    std::string format = "text";
    std::string db;
    std::string content;
    AccessOptions access;
};
struct RecordsOptions {
    std::string attempt;
    std::string what;  ///< of export: xapi | journal | self
    std::string db;
    std::string content;
    std::string out;
    std::string home;  ///< of export xapi: the address that names its activities; empty: one that leads nowhere
    double speed = 0;  ///< of replay: 0 prints at once
    AccessOptions access;
};
struct DemoOptions {
    std::string out;
    std::string content;
};

int play(const PlayOptions& options);
int play_text(const PlayOptions& options, bool at_terminal);
int lint(const LintOptions& options);
int rehearse(const RehearseOptions& options);
int list(const ListOptions& options);
int hear(const HearOptions& options);
int report(const ReportOptions& options);
int rescore(const RescoreOptions& options);
int replay(const RecordsOptions& options);
int verify(const RecordsOptions& options);
int export_data(const RecordsOptions& options);
int export_self(const RecordsOptions& options);
int demo(const DemoOptions& options);

}  // namespace shift311::app
