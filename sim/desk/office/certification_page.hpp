// Who is certified and who is not, for those who read and never judge: filter, open the file, write the report.
#pragma once

#include "sim/desk/office/access.hpp"
#include "sim/desk/office/roster_filter.hpp"

namespace shift311::desk {

class CertificationPage final : public Page {
  public:
    explicit CertificationPage(Access& access);

    std::string heading() const override { return "Certification"; }
    std::string name() const override { return "certification"; }
    void frame(Ui& ui, Rect window) override;
    std::vector<KeyHint> keys() const override;
    void reload() override;

  private:
    std::vector<std::size_t> shown() const;
    void table(Ui& ui, const Rect& rect);
    void acts(Ui& ui, Rect rect);
    void write(ReportFormat format);

    Access& access_;
    std::vector<RosterLine> lines_;
    RosterFilter filter_{"Find a name", false};
    std::string chosen_;
    bool fresh_ = true;
};

}  // namespace shift311::desk
