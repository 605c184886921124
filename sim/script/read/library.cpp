#include "sim/script/read/bytes.hpp"
#include "sim/script/read/check.hpp"
#include "sim/script/read/collect.hpp"
#include "sim/script/read/sound.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace shift311::script::read {
namespace {

namespace fs = std::filesystem;

Issue file_issue(const std::string& file, const std::string& message,
                 Issue::Severity severity = Issue::Severity::error) {
    Issue issue = issue_at(file, 1, 1, message);
    issue.severity = severity;
    return issue;
}

/// An issue of a folder: it has no lines.
Issue folder_issue(const std::string& folder, const std::string& message) {
    return issue_at(folder, 0, 0, message);
}

std::vector<fs::path> children_of(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        paths.push_back(it->path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// YAML files of a folder in the order of their names; a file that looks meant but is not read is pointed out.
std::vector<std::string> yaml_files(const fs::path& folder, std::vector<Issue>& issues) {
    std::vector<std::string> files;
    for (const fs::path& path : children_of(folder)) {
        if (path.filename().string().starts_with(".")) continue;
        if (path.extension() == ".yaml") {
            files.push_back(path.string());
        } else {
            issues.push_back(file_issue(path.string(), "only files whose names end in .yaml are read here",
                                        Issue::Severity::warning));
        }
    }
    return files;
}

/// A file whose name is nearly right would otherwise be passed over in silence.
void check_names(const fs::path& folder, const std::vector<std::string_view>& known, std::vector<Issue>& issues) {
    for (const fs::path& path : children_of(folder)) {
        const std::string name = path.filename().string();
        if (path.extension() != ".yaml" && path.extension() != ".yml") continue;
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        Issue issue = file_issue(path.string(), "no file of this name is read here", Issue::Severity::warning);
        issue.suggestion = did_you_mean(name, known);
        issues.push_back(std::move(issue));
    }
}

/// The value under `key`, where it could be read; for messages about the whole file.
const Node& key_or_root(const Document& document, std::string_view key) {
    const Node* value = child(document.root, key);
    return value == nullptr ? *document.root : *value;
}

struct CityFolder {
    CityDraft draft;
    std::unique_ptr<city::AddressBook> book;
    bool whole = true;
};

class Collector {
  public:
    explicit Collector(std::string root) : root_(std::move(root)) {}

    void read_common() {
        const fs::path common = fs::path(root_) / "common";
        library_.phrases = read_phrases((common / "phrases.yaml").string(), issues_, known_.phrases_shown);
        known_.manners = read_manners((common / "manners.yaml").string(), issues_, manners_);
        known_.manners_shown = shows_keys(manners_.document->root, "manners");
        known_.duties = read_duties((common / "duties.yaml").string(), issues_, known_.duties_shown);
        check_names(common, {"phrases.yaml", "manners.yaml", "duties.yaml"}, issues_);
    }

    void read_cities() {
        for (const fs::path& folder : children_of(root_)) {
            std::error_code ignored;
            const std::string name = folder.filename().string();
            if (!fs::is_directory(folder, ignored) || name.starts_with(".")) continue;
            if (!fs::exists(folder / "city.yaml", ignored) && !fs::exists(folder / "scripts", ignored)) continue;
            read_city_folder(folder, name);
        }
    }

    void read_programs() {
        const fs::path folder = fs::path(root_) / "programs";
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored)) return;
        for (const std::string& file : yaml_files(folder / "rubrics", issues_)) {
            std::string id;
            scoring::Rubric rubric = read_rubric(file, issues_, &id);
            if (rubric.id.empty()) {
                faulty_rubrics_.insert({id, fs::path(file).stem().string()});
                continue;  // nothing is scored under it
            }
            if (fs::path(file).stem() != rubric.id) misnamed(file, rubric.id, nullptr, nullptr);
            library_.rubrics.push_back(std::move(rubric));
        }
        for (const fs::path& path : children_of(folder)) {
            if (path.extension() != ".yaml") continue;
            Source& source = program_sources_.emplace_back();
            library_.programs.push_back(read_program(path.string(), issues_, source));
            check_file_name(*source.document, "program", library_.programs.back().id);
        }
    }

    void read_extra(const std::string& file) {
        std::unique_ptr<Document> document = load(file, issues_);
        if (child(document->root, "shift") != nullptr) {
            shifts_.push_back(draft_shift(std::move(document), issues_));
            extra_shifts_ += 1;
        } else {
            if (document->root == nullptr) return;
            const Node& root = *document->root;
            if (root.kind == Node::Kind::map && !root.partial && is_other_kind(root)) {
                Report(*document, issues_)
                    .error(root,
                           "this is neither a script nor a shift: other files are checked in the content folder "
                           "in which they belong");
                return;
            }
            scripts_.push_back(draft_script(std::move(document), issues_));
            extra_scripts_ += 1;
        }
    }

    Reading finish() {
        check();
        gather();
        std::stable_sort(issues_.begin(), issues_.end(), [](const Issue& a, const Issue& b) {
            return std::tie(a.file, a.line, a.column, a.message) < std::tie(b.file, b.line, b.column, b.message);
        });
        return {std::move(library_), std::move(issues_)};
    }

  private:
    void read_city_folder(const fs::path& folder, const std::string& name) {
        CityFolder& place = places_.emplace_back();
        const std::size_t before = issues_.size();
        place.draft = read_city(folder.string(), name, issues_);
        place.whole = std::none_of(issues_.begin() + static_cast<std::ptrdiff_t>(before), issues_.end(),
                                   [](const Issue& issue) { return issue.severity == Issue::Severity::error; });
        std::vector<std::string_view> known = city_files();
        known.insert(known.end(), {"triage.yaml", "typing.yaml"});
        check_names(folder, known, issues_);
        library_.drills.push_back(read_drills(folder.string(), place.draft, issues_));
        known_.cities.insert(name);
        for (const std::string& file : yaml_files(folder / "scripts", issues_)) {
            scripts_.push_back(draft_script(load(file, issues_), issues_));
            note_doubts(scripts_.back(), file, name);
            check_file_name(*scripts_.back().source.document, "script", scripts_.back().script.id);
        }
        for (const std::string& file : yaml_files(folder / "shifts", issues_)) {
            shifts_.push_back(draft_shift(load(file, issues_), issues_));
            check_file_name(*shifts_.back().source.document, "shift", shifts_.back().shift.id);
        }
    }

    /// A file with another known beginning than that of a script; what is written nearly like one is taken for it.
    static bool is_other_kind(const Node& root) {
        if (child(&root, "script") != nullptr) return false;
        constexpr std::string_view kOthers[] = {"phrases",  "manners",  "duties",   "city",      "streets",
                                                "services", "articles", "requests", "directory", "referrals",
                                                "triage",   "copy",     "program",  "rubric"};
        const Node& first = *root.children.front();
        return std::find(std::begin(kOthers), std::end(kOthers), first.text) != std::end(kOthers);
    }

    /// A script that is there but was not read must not be said to be missing.
    void note_doubts(const ScriptDraft& draft, const std::string& file, const std::string& city) {
        const Node* root = draft.source.document->root;
        const bool id = given(child(root, "script"));
        const bool place = given(child(root, "city"));
        const bool exam = root != nullptr && sound(child(root, "exam"));
        if (!id || !place || !exam) known_.faulty_scripts.insert({draft.script.id, fs::path(file).stem().string()});
        const bool family = root != nullptr && sound(child(root, "family")) && !root->partial;
        if (!id || !place || !family) doubtful_cities_.insert({city, draft.script.city});
    }

    void check_file_name(const Document& document, std::string_view key, const std::string& id) {
        if (id.empty() || document.root == nullptr || fs::path(document.file).stem() == id) return;
        const Node& node = key_or_root(document, key);
        if (given(&node)) misnamed(document.file, id, &document, &node);
    }

    void misnamed(const std::string& file, const std::string& id, const Document* document, const Node* node) {
        const std::string message =
            "the file is named differently from what it holds: `" + id + "` belongs in " + id + ".yaml";
        if (node == nullptr)
            issues_.push_back(file_issue(file, message, Issue::Severity::warning));
        else
            Report(*document, issues_).warning(*node, message);
    }

    void check() {
        known_.phrases = &library_.phrases;
        for (CityFolder& place : places_) {
            place.book = std::make_unique<city::AddressBook>(place.draft.city);
            const std::size_t before = issues_.size();
            check_city(place.draft, *place.book, issues_);
            if (issues_.size() > before) place.whole = false;
        }
        check_manners(manners_, known_, issues_);
        for (std::size_t i = 0; i < scripts_.size(); ++i) {
            ScriptDraft& draft = scripts_[i];
            if (i + extra_scripts_ < scripts_.size()) claim(draft.script.id, draft.source, "script");
            KnownCity city;
            for (const CityFolder& place : places_) {
                if (place.draft.city.id == draft.script.city) city = {&place.draft, place.book.get(), place.whole};
            }
            if (draft.source.document->root != nullptr) check_script(draft, known_, city, issues_);
        }
        check_unseen(scripts_, issues_);
        for (std::size_t i = 0; i < shifts_.size(); ++i) {
            if (i + extra_shifts_ < shifts_.size()) claim(shifts_[i].shift.id, shifts_[i].source, "shift");
            if (shifts_[i].source.document->root != nullptr) check_shift(shifts_[i], known_, scripts_, issues_);
        }
    }

    /// Ids are unique among all cities, so that records can name a script by its id alone.
    void claim(const std::string& id, const Source& source, const std::string& kind) {
        if (id.empty() || source.document->root == nullptr) return;
        const auto [entry, fresh] = owners_.emplace(kind + " " + id, source.document->file);
        if (fresh) return;
        // A copy whose id was forgotten to be changed: what names it by its file must not be told that it is missing.
        if (kind == "script")
            known_.faulty_scripts.insert(
                {fs::path(source.document->file).stem().string(), fs::path(entry->second).stem().string()});
        Report(*source.document, issues_)
            .error(key_or_root(*source.document, kind),
                   "the " + kind + " id `" + id + "` is taken by " + entry->second);
    }

    void gather() {
        library_.root = root_;
        library_.manners = std::move(known_.manners);
        for (CityFolder& place : places_)
            library_.cities.push_back(std::move(place.draft.city));
        scripts_.resize(scripts_.size() - extra_scripts_);
        shifts_.resize(shifts_.size() - extra_shifts_);
        for (ScriptDraft& draft : scripts_) {
            if (!draft.script.id.empty()) library_.scripts.push_back(std::move(draft.script));
        }
        for (ShiftDraft& draft : shifts_) {
            if (!draft.shift.id.empty()) library_.shifts.push_back(std::move(draft.shift));
        }
        const ProgramNames names{library_, known_.duties, known_.duties_shown, faulty_rubrics_, doubtful_cities_};
        for (std::size_t i = 0; i < program_sources_.size(); ++i)
            check_program(library_.programs[i], program_sources_[i], names, issues_);
        const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
        std::stable_sort(library_.scripts.begin(), library_.scripts.end(), by_id);
        std::stable_sort(library_.shifts.begin(), library_.shifts.end(), by_id);
        std::stable_sort(library_.programs.begin(), library_.programs.end(), by_id);
        std::stable_sort(library_.rubrics.begin(), library_.rubrics.end(), by_id);
    }

    std::string root_;
    std::vector<Issue> issues_;
    Library library_;
    Known known_;
    Source manners_;
    std::deque<CityFolder> places_;
    std::vector<ScriptDraft> scripts_;
    std::vector<ShiftDraft> shifts_;
    std::set<std::string> faulty_rubrics_;
    std::set<std::string> doubtful_cities_;
    std::vector<Source> program_sources_;  ///< one for each of the library's programs, in the order read
    std::size_t extra_scripts_ = 0;
    std::size_t extra_shifts_ = 0;
    std::map<std::string, std::string> owners_;
};

}  // namespace

Reading collect(const std::string& root, const std::vector<std::string>& extra) {
    std::error_code ignored;
    Reading nothing;
    nothing.library.root = root;
    if (!fs::is_directory(root, ignored)) {
        nothing.issues.push_back(folder_issue(root, "there is no content folder here"));
        return nothing;
    }
    if (!fs::is_directory(fs::path(root) / "common", ignored)) {
        nothing.issues.push_back(folder_issue(root, "this is no content folder: it holds no folder `common`"));
        return nothing;
    }
    Collector collector(root);
    collector.read_common();
    collector.read_cities();
    collector.read_programs();
    for (const std::string& file : extra)
        collector.read_extra(file);
    return collector.finish();
}

Reading read_library(const std::string& root) {
    return collect(root, {});
}

}  // namespace shift311::script::read
