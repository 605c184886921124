// The demographic file: who belongs to which group. Kept apart from the records, read for one report, never stored.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace shift311::reports {

struct Demographics {
    struct Row {
        int line = 0;                               ///< of CSV; of JSON the number of the entry
        std::string person;                         ///< name or id, as written
        std::map<std::string, std::string> groups;  ///< by attribute; absent: not stated
    };
    std::vector<std::string> attributes;  ///< "sex", "race", in the order of the file
    std::vector<Row> rows;
    bool entries = false;  ///< JSON: Row::line numbers entries
};

/// One sentence with the place: "groups.csv:4: there are 2 cells, and the first line names 3."
struct BadDemographics : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// CSV whose first line is `person,ATTRIBUTE,...`, or a JSON array of {"person": ..., ATTRIBUTE: ...}. An empty cell is
/// "not stated". `name` is the file's name, for messages. Throws BadDemographics.
Demographics read_demographics(std::string_view text, const std::string& name);

}  // namespace shift311::reports
