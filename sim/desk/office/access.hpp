// Which screens a role has, and what a page of the office may reach: the host, who sits here, and one line to say
// things.
#pragma once

#include "sim/desk/bars.hpp"
#include "sim/desk/office_host.hpp"
#include "sim/desk/tone.hpp"
#include "sim/desk/ui.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

enum class Section { practice, progress, results, roster, disputes, certification, people };
/// The screens of a role, in the order of their tabs; by the table of rights alone.
std::vector<Section> sections_of(records::Role role);
const char* title_of(Section section);

/// Where a page wants to go.
struct Wish {
    enum class Kind { none, back, trainee, review, blind, day_report, play, debrief, practice };
    Kind kind = Kind::none;
    std::string what = {};  ///< a name, an attempt, or a shift
    journal::ContactId contact = 0;
    std::string criterion = {};
};

class Access {
  public:
    Access(OfficeHost& host, Seated me) : host_(host), me_(std::move(me)) {}

    OfficeHost& host() { return host_; }
    const Seated& me() const { return me_; }
    bool may(records::Right right) const { return records::may(me_.role, right); }

    /// Does it, and says how that went. False: refused; the sentence stands on the screen.
    bool act(const std::function<void()>& deed, const std::string& done);
    /// Asks the host for something; what it refuses is said, and `otherwise` given.
    template <class T>
    T ask(const std::function<T()>& question, T otherwise = {}) {
        T answer = std::move(otherwise);
        act([&] { answer = question(); }, "");
        return answer;
    }
    void tell(Tone tone, std::string sentence) {
        tone_ = tone;
        sentence_ = std::move(sentence);
    }
    Tone tone() const { return tone_; }
    const std::string& sentence() const { return sentence_; }

    Wish wish;

  private:
    OfficeHost& host_;
    Seated me_;
    Tone tone_ = Tone::plain;
    std::string sentence_;
};

/// One screen of the office.
class Page {
  public:
    virtual ~Page() = default;
    /// What stands in the bar above.
    virtual std::string heading() const = 0;
    virtual std::string name() const = 0;  ///< one word, for tests and pictures
    virtual void frame(Ui& ui, Rect window) = 0;
    virtual std::vector<KeyHint> keys() const = 0;
    virtual std::optional<Millis> next_due() const { return std::nullopt; }
    /// Leaving would lose something that was typed here.
    virtual bool unsaved() const { return false; }
    /// Something may have changed under it.
    virtual void reload() {}
};

}  // namespace shift311::desk
