// Who somebody is by race, sex or age is never in this file, and nothing that scores or keeps records can read where it
// is.
#include "assessment/records/store.hpp"
#include "tests/records/temp_folder.hpp"
#include "tests/support/catch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <sstream>

using namespace shift311::records;
using namespace shift311::records::tests;

TEST_CASE("No table has a place for demographic data", "[records]") {
    const TempFolder folder;
    const std::string path = folder / "records.db";
    { Store::open(path); }
    const SQLite::Database db(path);
    SQLite::Statement read(
        db,
        "SELECT lower(s.name || ' ' || c.name) FROM sqlite_schema AS s, pragma_table_info(s.name) AS c "
        "WHERE s.type = 'table'");
    int columns = 0;
    while (read.executeStep()) {
        ++columns;
        std::istringstream words(read.getColumn(0).getString());
        for (std::string word; words >> word;)
            for (const char* never : {"race", "ethnicity", "ethnic", "sex", "gender", "age", "birth", "born",
                                      "religion", "disability", "group", "demographic", "demographics", "veteran"}) {
                INFO(word);
                CHECK(word != never);
            }
    }
    CHECK(columns > 60);
}

TEST_CASE("Nothing below the reports reads the demographic file or uses the reports", "[records]") {
    int files = 0;
    for (const char* room : {"journal", "text", "scoring", "measure", "standing", "records"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(SHIFT311_SOURCE_DIR) + "/assessment/" + room)) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".cpp" && kind != ".hpp" && kind != ".txt") continue;
            ++files;
            INFO(entry.path().string());
            const std::string text = bytes_of(entry.path().string());
            CHECK(text.find("demographics") == std::string::npos);
            CHECK(text.find("assessment/reports/") == std::string::npos);
            CHECK(text.find("shift311_reports") == std::string::npos);
        }
    CHECK(files > 50);
}
