#include "sim/script/read/check.hpp"
#include "sim/script/read/collect.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace shift311::script::read {
namespace {

namespace fs = std::filesystem;

Issue file_issue(const std::string& file, const std::string& message,
                 Issue::Severity severity = Issue::Severity::error) {
    Issue issue;
    issue.file = file;
    issue.message = message;
    issue.severity = severity;
    return issue;
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

bool names_key(const Document& document, std::string_view key) {
    if (document.root == nullptr || document.root->kind != Node::Kind::map) return false;
    for (std::size_t i = 0; i < document.root->children.size(); i += 2) {
        if (document.root->children[i]->text == key) return true;
    }
    return false;
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
        library_.phrases = read_phrases((common / "phrases.yaml").string(), issues_);
        known_.manners = read_manners((common / "manners.yaml").string(), issues_, manners_);
        known_.duties = read_duties((common / "duties.yaml").string(), issues_);
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
            scoring::Rubric rubric = read_rubric(file, issues_);
            if (rubric.id.empty()) continue;  // faulty: nothing is scored under it
            check_file_name(file, rubric.id);
            library_.rubrics.push_back(std::move(rubric));
        }
        for (const fs::path& path : children_of(folder)) {
            if (path.extension() != ".yaml") continue;
            Source& source = program_sources_.emplace_back();
            library_.programs.push_back(read_program(path.string(), issues_, source));
            check_file_name(path.string(), library_.programs.back().id);
        }
    }

    void read_extra(const std::string& file) {
        std::unique_ptr<Document> document = load(file, issues_);
        if (names_key(*document, "shift")) {
            shifts_.push_back(draft_shift(std::move(document), issues_));
            extra_shifts_ += 1;
        } else {
            if (document->root == nullptr) return;
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
        library_.drills.push_back(read_drills(folder.string(), place.draft.city, issues_));
        known_.cities.insert(name);
        for (const std::string& file : yaml_files(folder / "scripts", issues_)) {
            scripts_.push_back(draft_script(load(file, issues_), issues_));
            check_file_name(file, scripts_.back().script.id);
        }
        for (const std::string& file : yaml_files(folder / "shifts", issues_)) {
            shifts_.push_back(draft_shift(load(file, issues_), issues_));
            check_file_name(file, shifts_.back().shift.id);
        }
    }

    void check_file_name(const std::string& file, const std::string& id) {
        if (id.empty() || fs::path(file).stem() == id) return;
        issues_.push_back(file_issue(
            file, "the file is named differently from what it holds: `" + id + "` belongs in " + id + ".yaml",
            Issue::Severity::warning));
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
                if (place.draft.city.id == draft.script.city) city = {&place.draft.city, place.book.get(), place.whole};
            }
            if (draft.source.document->root != nullptr) check_script(draft, known_, city, issues_);
        }
        for (std::size_t i = 0; i < shifts_.size(); ++i) {
            if (i + extra_shifts_ < shifts_.size()) claim(shifts_[i].shift.id, shifts_[i].source, "shift");
            if (shifts_[i].source.document->root != nullptr) check_shift(shifts_[i], known_, scripts_, issues_);
        }
    }

    /// Ids are unique among all cities, so that records can name a script by its id alone.
    void claim(const std::string& id, const Source& source, const std::string& kind) {
        if (id.empty() || source.document->root == nullptr) return;
        const auto [entry, fresh] = owners_.emplace(kind + " " + id, source.document->file);
        if (!fresh)
            issues_.push_back(
                file_issue(source.document->file, "the " + kind + " id `" + id + "` is taken by " + entry->second));
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
        for (std::size_t i = 0; i < program_sources_.size(); ++i)
            check_program(library_.programs[i], program_sources_[i], library_, known_.duties, issues_);
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
        nothing.issues.push_back(file_issue(root, "there is no content folder here"));
        return nothing;
    }
    if (!fs::exists(fs::path(root) / "common" / "phrases.yaml", ignored)) {
        nothing.issues.push_back(file_issue(root, "this is no content folder: it holds no common/phrases.yaml"));
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
