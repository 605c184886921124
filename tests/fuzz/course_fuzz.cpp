// Any bytes as a program, a rubric, the manners, the duties or the drills of a city: read and checked, or mistakes that
// name a place and say something. The first key of the file says as which.
#include "sim/script/read/check.hpp"
#include "sim/script/read/reader.hpp"
#include "tests/fuzz/told.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

namespace read = shift311::script::read;

/// The content that the file stands in, read once, and the folder that it is written to.
struct Place {
    std::vector<read::Issue> issues;
    read::Reading pack = read::read_library(SHIFT311_SOURCE_DIR "/tests/script/pack");
    read::CityDraft city = read::read_city(SHIFT311_SOURCE_DIR "/tests/script/pack/smallville", "smallville", issues);
    bool duties_shown = true;
    std::map<std::string, std::string> duties =
        read::read_duties(SHIFT311_SOURCE_DIR "/tests/script/pack/common/duties.yaml", issues, duties_shown);
    std::filesystem::path folder;

    Place() {
        std::string made = (std::filesystem::temp_directory_path() / "shift311-fuzz-XXXXXX").string();
        if (read::has_errors(issues) || mkdtemp(made.data()) == nullptr) std::abort();
        folder = made;
    }
    ~Place() {
        std::error_code gone_already;
        std::filesystem::remove_all(folder, gone_already);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

const Place& place() {
    static const Place one;
    return one;
}

std::string write(const std::string& name, std::string_view bytes) {
    const std::string file = (place().folder / name).string();
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

/// Of the first line that begins with a letter, as far as its colon.
std::string_view first_key(std::string_view text) {
    while (!text.empty() && (text.front() < 'a' || text.front() > 'z'))
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find(':'));
}

void take(std::string_view text, std::vector<read::Issue>& issues) {
    const std::string_view key = first_key(text);
    read::Source source;
    if (key == "program") {
        shift311::standing::Program program = read::read_program(write("fuzz.yaml", text), issues, source);
        if (!read::has_errors(issues) && program.id.empty()) std::abort();
        const read::ProgramNames names{place().pack.library, place().duties, true, {}, {}};
        if (source.document && source.document->root != nullptr) read::check_program(program, source, names, issues);
    } else if (key == "manners") {
        read::read_manners(write("manners.yaml", text), issues, source);
    } else if (key == "duties") {
        bool shown = true;
        read::read_duties(write("duties.yaml", text), issues, shown);
    } else if (key == "triage" || key == "copy" || key == "dictations") {
        const std::string name = key == "triage" ? "triage.yaml" : "typing.yaml";
        write(name, text);
        read::read_drills(place().folder.string(), place().city, issues);
        std::filesystem::remove(place().folder / name);
    } else {
        const shift311::scoring::Rubric rubric = read::read_rubric(write("fuzz.yaml", text), issues);
        if (read::has_errors(issues) != rubric.id.empty()) std::abort();
    }
}

}  // namespace

/// Reading the content is no work on an input, and counts towards no input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
    place();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::vector<read::Issue> issues;
    take(text, issues);
    shift311::fuzz::require_told(issues, text);
    return 0;
}
