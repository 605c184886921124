// An attempt whose journal or scorecard cannot be read is named and left out, and the rest of a report goes on.
#pragma once

#include "assessment/records/trouble.hpp"
#include "assessment/reports/document.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shift311::reports {

/// "Attempt 77992d59 cannot be read, and what would stand here from it is left out; ...", for people.
std::string set_aside_sentence(std::string_view attempt);

/// A banner with all of these sentences; nothing when there are none.
void add_set_aside(std::vector<Block>& out, const std::vector<std::string>& sentences);

/// Does `deed`, which reads one attempt. When what it reads is damaged the attempt is named in `set_aside`, once, and
/// false comes back; any other trouble with the file is thrown on.
template <class Deed>
bool unless_damaged(std::vector<std::string>& set_aside, std::string_view attempt, Deed&& deed) {
    try {
        std::forward<Deed>(deed)();
        return true;
    } catch (const records::Trouble& trouble) {
        if (trouble.kind != records::Trouble::Kind::damaged) throw;
    }
    std::string sentence = set_aside_sentence(attempt);
    for (const std::string& known : set_aside)
        if (known == sentence) return false;
    set_aside.push_back(std::move(sentence));
    return false;
}

}  // namespace shift311::reports
