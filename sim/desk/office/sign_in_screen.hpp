// Where one says who one is, once there are accounts; and where the first administrator is made.
#pragma once

#include "sim/desk/controls/picker.hpp"
#include "sim/desk/office_host.hpp"
#include "sim/desk/ui.hpp"

#include <optional>
#include <string>
#include <vector>

namespace shift311::desk {

class SignInScreen {
  public:
    enum class Way { sign_in, first_administrator };
    /// `name`: who is expected, if that is known already.
    SignInScreen(OfficeHost& host, Way way, std::string name = {});

    struct Deed {
        std::optional<Seated> seated;
        bool back = false;  ///< only from making the first administrator
        bool quit = false;
        bool settings_changed = false;
    };
    Deed frame(Ui& ui, Settings& settings);
    Way way() const { return way_; }

  private:
    Rect box(Ui& ui, Rect window, float high) const;
    void sign_in(Ui& ui, const Rect& window, Deed& deed);
    void first(Ui& ui, const Rect& window, Deed& deed);
    void submit(Ui& ui, Deed& deed);
    float refusal_height(Ui& ui, float wide) const;
    void tell_refusal(Ui& ui, Rect& body) const;  ///< cuts its place from `body`

    OfficeHost& host_;
    Way way_;
    std::string name_;
    std::vector<PickerOption> names_;
    PickerState picker_;
    std::string secret_, again_, refusal_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
