#include "assessment/reports/export_journal.hpp"

#include "assessment/journal/codec.hpp"

namespace shift311::reports {

std::string export_journal(const records::Store& store, const std::string& attempt) {
    return journal::to_json_lines(store.journal(attempt));
}

}  // namespace shift311::reports
