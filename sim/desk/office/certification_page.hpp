// Who is certified and who is not, for those who read and never judge: filter, open the file, write the report.
#pragma once

#include "sim/desk/office/access.hpp"

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
    float filter_row(Ui& ui, const Rect& rect);
    void table(Ui& ui, const Rect& rect);
    void acts(Ui& ui, Rect rect);
    void write(ReportFormat format);

    Access& access_;
    std::vector<RosterLine> lines_;
    std::string find_, chosen_;
    std::size_t which_ = 0;
    bool fresh_ = true;
};

}  // namespace shift311::desk
