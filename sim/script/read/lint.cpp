#include "sim/script/read/collect.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace shift311::script::read {
namespace {

namespace fs = std::filesystem;

fs::path whole(const fs::path& path) {
    std::error_code ignored;
    const fs::path canonical = fs::weakly_canonical(path, ignored);
    return canonical.empty() ? path : canonical;
}

bool is_root(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "common", ignored);
}

/// The content root that the path lies in; empty when it lies in none.
fs::path root_above(const fs::path& path) {
    for (fs::path folder = path;; folder = folder.parent_path()) {
        if (is_root(folder)) return folder;
        if (folder == folder.parent_path()) return {};
    }
}

bool lies_in(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// What every script leans on: a fault there makes the rest unreliable, so it is told whatever was asked for.
bool is_base(const fs::path& file, const fs::path& root) {
    const fs::path relative = file.lexically_relative(root);
    const auto depth = std::distance(relative.begin(), relative.end());
    return depth == 2 || file == root;
}

std::vector<std::string> yaml_below(const fs::path& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() == ".yaml") files.push_back(it->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The root as the user wrote the path, so that messages name files the way the user does.
std::string as_written(const std::string& path, const fs::path& root) {
    fs::path written(path);
    for (;;) {
        if (whole(written) == root) return written.empty() ? "." : written.string();
        if (!written.has_parent_path() || written == written.parent_path()) break;
        written = written.parent_path();
    }
    return whole(".") == root ? "." : root.string();
}

}  // namespace

std::vector<Issue> lint(const std::vector<std::string>& paths, const std::string& root) {
    std::vector<Issue> issues;
    struct Job {
        std::string root;
        std::vector<fs::path> inside;
        std::vector<std::string> extra;
    };
    std::vector<std::pair<fs::path, Job>> jobs;
    for (const std::string& path : paths) {
        std::error_code ignored;
        if (!fs::exists(path, ignored)) {
            Issue issue;
            issue.file = path;
            issue.message = "there is no such file or folder";
            issues.push_back(std::move(issue));
            continue;
        }
        const fs::path target = whole(path);
        const fs::path above = root_above(target);
        const fs::path base = above.empty() ? whole(root) : above;
        auto job = std::find_if(jobs.begin(), jobs.end(), [&](const auto& entry) { return entry.first == base; });
        if (job == jobs.end()) {
            jobs.push_back({base, {above.empty() ? root : as_written(path, base), {}, {}}});
            job = jobs.end() - 1;
        }
        if (!above.empty()) {
            job->second.inside.push_back(target);
        } else if (fs::is_directory(target, ignored)) {
            for (std::string& file : yaml_below(path))
                job->second.extra.push_back(std::move(file));
        } else {
            job->second.extra.push_back(path);
        }
    }
    for (const auto& [base, job] : jobs) {
        const auto inside = [&job = job](const fs::path& file) {
            return std::any_of(job.inside.begin(), job.inside.end(),
                               [&](const fs::path& path) { return lies_in(file, path); });
        };
        Reading reading = collect(job.root, job.extra);
        // A shift leans on its scripts: with a fault in one of them it can't be played.
        std::set<std::string> leaned_on;
        for (const ShiftPlan& shift : reading.library.shifts) {
            if (!inside(whole(shift.place.file))) continue;
            for (const Arrival& arrival : shift.contacts)
                leaned_on.insert(arrival.script);
        }
        for (Issue& issue : reading.issues) {
            const fs::path file = whole(issue.file);
            const bool asked =
                inside(file) || std::find(job.extra.begin(), job.extra.end(), issue.file) != job.extra.end();
            const bool base_fault = is_base(file, base) || (file.parent_path().filename() == "scripts" &&
                                                            leaned_on.contains(file.stem().string()));
            if (asked || (base_fault && issue.severity == Issue::Severity::error)) issues.push_back(std::move(issue));
        }
    }
    return issues;
}

}  // namespace shift311::script::read
