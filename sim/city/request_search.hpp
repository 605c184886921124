// Full-text search of the requests on file: by number, place, service and words, as they are typed.
#pragma once

#include "sim/city/city.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace shift311::city {

struct RequestHit {
    std::string reference;
    bool near = false;  ///< the number typed is one digit off, or has two neighbors swapped
    bool operator==(const RequestHit&) const = default;
};

class RequestSearch {
  public:
    /// Indexes the city's requests. The city need not outlive it.
    explicit RequestSearch(const City& city);
    ~RequestSearch();
    RequestSearch(RequestSearch&&) noexcept;
    RequestSearch& operator=(RequestSearch&&) noexcept;

    /// A request filed during the shift, or one whose words have changed: the same reference takes the old one's place.
    void add(const Request& request);

    /// Best first: an exact number, then who matches most words, open before closed, newest first, by number.
    /// Every word may be a beginning. Any text will do; what holds no word finds nothing.
    std::vector<RequestHit> find(const std::string& query, std::size_t limit = 20) const;

  private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace shift311::city
