#include "tests/script/content.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace shift311::script::testing {

namespace fs = std::filesystem;

Content::Content() {
    std::string name = (fs::temp_directory_path() / "shift311-content-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder could be made");
    root_ = name;
    fs::copy(fs::path(SHIFT311_SOURCE_DIR) / "tests/script/pack", root_, fs::copy_options::recursive);
}

Content::~Content() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
}

std::string Content::bytes(const std::string& file) const {
    std::ifstream stream(root_ / file, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

void Content::write(const std::string& file, const std::string& bytes) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file, std::ios::binary) << bytes;
}

void Content::change(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = bytes(file);
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error(file + " does not hold: " + from);
    if (text.find(from, at + 1) != std::string::npos) throw std::runtime_error(file + " holds twice: " + from);
    write(file, text.replace(at, from.size(), to));
}

void Content::remove(const std::string& file) const {
    fs::remove_all(root_ / file);
}

std::vector<std::string> Content::shown(const std::vector<read::Issue>& issues) const {
    std::vector<std::string> lines;
    for (const read::Issue& issue : issues) {
        std::string line = read::text(issue);
        const std::string prefix = root() + "/";
        for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix))
            line.erase(at, prefix.size());
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> Content::issues() const {
    return shown(read().issues);
}

std::vector<std::string> told(const Mistake& mistake) {
    const Content content;
    content.change(mistake.file, mistake.from, mistake.to);
    return content.issues();
}

std::vector<std::string> wanted(const Mistake& mistake) {
    std::vector<std::string> all;
    for (const std::string& issue : mistake.issues) {
        const bool same_file = issue[0] >= '0' && issue[0] <= '9';
        all.push_back(same_file ? std::string(mistake.file) + ":" + issue : issue);
    }
    return all;
}

}  // namespace shift311::script::testing
