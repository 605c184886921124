// Content that has been read but not yet checked against the rest: plain values plus what each file refers to.
#pragma once

#include "sim/script/library.hpp"
#include "sim/script/read/report.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::script::read {

class Record;

/// A place at which a file names something that must exist elsewhere.
struct Mention {
    enum class What {
        phrase,
        fact,
        beat,
        service,
        destination,
        article,
        duty,
        step,
        city,
        script,
        street,
        blank,
        line_blank,
        address,
        cue,
        manner
    };
    What what = What::phrase;
    std::string_view id;  ///< points into the document
    const Node* node = nullptr;
};

struct Source {
    std::unique_ptr<Document> document;
    std::vector<Mention> mentions;
    void mention(Mention::What what, const Node& node) { mentions.push_back({what, node.text, &node}); }
    void mention_all(Mention::What what, const Node* node);
};

struct CityDraft {
    city::City city;
    std::vector<Source> sources;
    /// What the city's files show whole: whatever is named and not among these does not exist.
    bool services = true, fields = true, directory = true, articles = true, requests = true, streets = true,
         addresses = true;
};

struct ScriptDraft {
    Script script;
    Source source;
    std::vector<const Node*> field_nodes;  ///< one for each of script.expect.fields
    std::vector<const Node*> beat_nodes;   ///< one for each of script.beats
};

struct ShiftDraft {
    ShiftPlan shift;
    Source source;
};

/// Readers of one file or folder each: syntax and shape, no cross references.
std::vector<Phrase> read_phrase_map(Report& report, Source& source, const Node& map);
Manners read_manners(const std::string& file, std::vector<Issue>& issues, Source& source);
/// Duties by id; `shown`: false when there may be more than could be read.
std::map<std::string, std::string> read_duties(const std::string& file, std::vector<Issue>& issues, bool& shown);
/// The same for the core phrases.
std::vector<Phrase> read_phrases(const std::string& file, std::vector<Issue>& issues, bool& shown);
CityDraft read_city(const std::string& folder, const std::string& id, std::vector<Issue>& issues);
/// The names of the files that make a city.
std::vector<std::string_view> city_files();
void read_streets(Report& report, Source& source, const Node& root, city::City& city);
void read_requests(Report& report, Source& source, const Node& root, city::City& city);
void read_services(Report& report, Source& source, const Node& root, city::City& city);
void read_directory(Report& report, Source& source, const Node& root, city::City& city);
void read_articles(Report& report, Source& source, const Node& root, city::City& city);
void read_referrals(Report& report, Source& source, const Node& root, city::City& city);
ScriptDraft draft_script(std::unique_ptr<Document> document, std::vector<Issue>& issues);
/// Drills of a city folder: triage.yaml and typing.yaml, where they are.
Drills read_drills(const std::string& folder, const CityDraft& place, std::vector<Issue>& issues);
standing::Program read_program(const std::string& file, std::vector<Issue>& issues, Source& source);
/// One with a fault has no id, and nothing is scored under it; `given` is the id that its file gives nevertheless.
scoring::Rubric read_rubric(const std::string& file, std::vector<Issue>& issues, std::string* given = nullptr);
/// What a program may name.
struct ProgramNames {
    const Library& library;
    const std::map<std::string, std::string>& duties;
    bool duties_shown = true;
    std::set<std::string> faulty_rubrics;   ///< by id and by file name: there, but nothing is known of them
    std::set<std::string> doubtful_cities;  ///< some script there could not be read, so its family is not known
};
/// Families, clauses and the rubric that a program names must exist. Also fills in the clauses' titles.
void check_program(standing::Program& program, const Source& source, const ProgramNames& names,
                   std::vector<Issue>& issues);
ShiftDraft draft_shift(std::unique_ptr<Document> document, std::vector<Issue>& issues);

/// Blanks of `node` become mentions; a brace that opens or closes no blank is an error.
void mention_blanks(Report& report, Source& source, const Node& node, Mention::What what);

/// "published" or "assumed".
city::Basis read_basis(const Record& record);

/// BLAKE2b-256 of the bytes, in hexadecimal; of several files: in the order given.
std::string hash_of(const std::vector<const Document*>& documents);
/// BLAKE2b-256 of the bytes alone, in hexadecimal.
std::string hash_of_bytes(std::string_view bytes);

}  // namespace shift311::script::read
