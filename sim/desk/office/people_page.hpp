// Accounts: who there is, in which role, and a new PIN or passphrase for who forgot it.
#pragma once

#include "sim/desk/office/access.hpp"

namespace shift311::desk {

class PeoplePage final : public Page {
  public:
    explicit PeoplePage(Access& access);

    std::string heading() const override { return "People"; }
    std::string name() const override { return "people"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;

  private:
    void list(Ui& ui, const Rect& rect);
    void form(Ui& ui, const Rect& rect);
    void take_up(std::size_t index);
    void anew();
    void save();

    Access& access_;
    std::vector<Member> members_;
    std::string find_;
    std::optional<std::size_t> chosen_;  ///< nothing: somebody new
    std::string name_, secret_, again_, refused_;
    std::size_t role_ = 0;
    bool fresh_ = true;
};

}  // namespace shift311::desk
