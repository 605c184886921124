// The office: what a person who signed in sees besides the practice desk. One bar with the screens of their role.
#pragma once

#include "sim/desk/office/access.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class Office {
  public:
    /// `alone`: nobody signed in because nobody has to; a trainee looks at their own progress.
    Office(OfficeHost& host, Seated me, Section first, bool alone = false);
    ~Office();

    struct Deed {
        bool quit = false;
        bool sign_out = false;
        bool practice = false;  ///< to the practice desk
        bool settings_changed = false;
        std::string play;     ///< a shift to be started at once
        std::string debrief;  ///< an attempt to be looked at, and which of its contacts
        journal::ContactId contact = 0;
    };
    Deed frame(Ui& ui, Settings& settings);
    std::optional<Millis> next_due() const;
    /// "roster", "trainee", "review" ...
    std::string screen() const;
    const Seated& me() const { return access_.me(); }
    /// A sentence to be shown: why something did not start.
    void tell(std::string sentence) { access_.tell(Tone::bad, std::move(sentence)); }

  private:
    void open(Section section);
    void follow(Deed& deed);
    void message(Ui& ui, Rect& window);
    /// Does it, after asking when something typed would be lost.
    void leaving(std::function<void(Deed&)> go, Deed& deed);
    void confirm(Ui& ui, Deed& deed);

    Access access_;
    bool alone_;
    std::vector<Section> sections_;
    std::size_t section_ = 0;
    std::vector<std::unique_ptr<Page>> pages_;  ///< the last one is shown
    std::function<void(Deed&)> going_;          ///< waits for a yes
};

}  // namespace shift311::desk
