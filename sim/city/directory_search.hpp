// Finding a department, agency or emergency service by name, number or what it handles.
#pragma once

#include "sim/city/city.hpp"
#include "sim/city/word_score.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace shift311::city {

/// The city must outlive it.
class DirectorySearch {
  public:
    explicit DirectorySearch(const City& city);
    /// Best first, ties by name; an empty query finds nothing.
    std::vector<const Destination*> find(const std::string& query, std::size_t limit = 8) const;

  private:
    struct Entry {
        const Destination* destination;
        WordScore words;
        std::string digits;
    };
    std::vector<Entry> entries_;
};

}  // namespace shift311::city
