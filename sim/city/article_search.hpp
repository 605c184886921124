// Finding a knowledge article by what the call taker types: keywords first, then title, then text.
#pragma once

#include "sim/city/city.hpp"
#include "sim/city/word_score.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace shift311::city {

/// The city must outlive it.
class ArticleSearch {
  public:
    explicit ArticleSearch(const City& city);
    /// Best first, ties by title; an empty query finds nothing.
    std::vector<const Article*> find(const std::string& query, std::size_t limit = 8) const;

  private:
    struct Entry {
        const Article* article;
        WordScore words;
    };
    std::vector<Entry> entries_;
};

}  // namespace shift311::city
