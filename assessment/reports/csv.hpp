// Comma-separated lines that spreadsheets read rightly and cannot be tricked into computing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shift311::reports {

/// Builds RFC 4180 text: lines end in CR LF, a cell is quoted when it must be.
class Csv {
  public:
    /// A text that a spreadsheet would take for a formula is given an apostrophe in front.
    Csv& text(std::string_view cell);
    Csv& number(std::int64_t cell);
    /// Hundredths as a decimal: 850 is "8.50".
    Csv& points(std::int64_t hundredths);
    Csv& nothing();
    void end_line();
    const std::string& str() const { return out_; }

  private:
    void next_cell();
    std::string out_;
    bool first_ = true;
};

}  // namespace shift311::reports
