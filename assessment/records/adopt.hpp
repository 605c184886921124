// What the step to format 2 does beyond SQL: every row that is there already gets its place in the chain.
#pragma once

namespace SQLite {
class Database;
}

namespace shift311::records {

/// Table after table, each in the order of its key, under this desk's own station; scorecards also give their facts.
void adopt_rows(SQLite::Database& db);

}  // namespace shift311::records
