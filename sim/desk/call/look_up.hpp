// The three places to look things up: requests on file, knowledge articles, the directory. A search, its list, and the
// one thing that is open.
#pragma once

#include "sim/desk/call/seat.hpp"
#include "sim/desk/ui.hpp"

#include <functional>
#include <map>
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

    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    /// Draws field and list in `rect`; what is chosen there is open from then on.
    void show(Ui& ui, Seat& seat, const Rect& rect, const std::vector<std::string>& found,
              const std::function<Hit(const std::string&)>& hit, std::string_view nothing);
    /// Turns to what was looked up for this contact: nothing yet, for one that is new.
    void turn_to(journal::ContactId contact) { now_ = &pages_[contact]; }
    const std::string& query() const { return now_->query; }
    /// The id of what is open; empty: nothing is.
    const std::string& open() const { return now_->open; }
    const std::string& label() const { return label_; }

  private:
    /// What was looked up for one contact stays with it: the next caller has nothing to do with it.
    struct Page {
        std::string query, recorded, open;
    };
    void record(Ui& ui, Seat& seat, const std::vector<std::string>& found);

    std::string label_, hint_;
    journal::Catalog where_;
    std::map<journal::ContactId, Page> pages_;
    Page* now_ = &pages_[0];
};

class History {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_request(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search requests", "Number, address, or words", journal::Catalog::requests};
};

class Knowledge {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_article(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search articles", "What does the caller want to know?", journal::Catalog::articles};
};

class Directory {
  public:
    void show(Ui& ui, Seat& seat, const Rect& rect);
    const std::string& field() const { return search_.label(); }

  private:
    void open_entry(Ui& ui, Seat& seat, const Rect& rect);
    Search search_{"Search directory", "Department, agency, or what they handle", journal::Catalog::directory};
};

/// What can be done to a request that is on file; also used where requests are compared.
void request_buttons(Ui& ui, Seat& seat, Rect rect, const shift::RequestView& request);
/// A name and its value under one another; returns the height used.
float fact(Ui& ui, float x, float y, float wide, std::string_view name, std::string_view value, bool mono = false);

}  // namespace shift311::desk
