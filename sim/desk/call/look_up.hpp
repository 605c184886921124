// The three places to look things up: requests on file, knowledge articles, the directory. A search, its list, and the
// one thing that is open.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

/// A search field and what it finds. Finding is live; what was looked for is put on record when it is used: by Enter or
/// by opening something.
class Search {
  public:
    struct Hit {
        std::string id, title, second, right;
        bool mono = true;
        std::string label;  ///< for the list of controls; the title if empty
    };
    Search(std::string label, std::string hint, journal::Catalog where)
        : label_(std::move(label)), hint_(std::move(hint)), where_(where) {}

    /// Draws field and list in `rect`; gives the id newly opened. `all`: what to list while nothing is typed.
    std::optional<std::string> show(Ui& ui, Seat& seat, const Rect& rect, const std::vector<std::string>& found,
                                    const std::function<Hit(const std::string&)>& hit, const std::string& open,
                                    std::string_view nothing);
    const std::string& query() const { return query_; }
    const std::string& label() const { return label_; }

  private:
    void record(Ui& ui, Seat& seat, const std::vector<std::string>& found);

    std::string label_, hint_;
    journal::Catalog where_;
    std::string query_, recorded_;
};

class History {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_request(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search requests", "Number, address, or words", journal::Catalog::requests};
    std::string open_;
};

class Knowledge {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_article(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search articles", "What does the caller want to know?", journal::Catalog::articles};
    std::string open_;
};

class Directory {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_entry(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search directory", "Department, agency, or what they handle", journal::Catalog::directory};
    std::string open_;
};

/// What can be done to a request that is on file; also used where requests are compared.
void request_buttons(Ui& ui, Seat& seat, Rect rect, const shift::RequestView& request);
/// A name and its value under one another; returns the height used.
float fact(Ui& ui, float x, float y, float wide, std::string_view name, std::string_view value, bool mono = false);

}  // namespace shift311::desk
