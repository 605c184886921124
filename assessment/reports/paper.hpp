// Letter sheets by Cairo and Pango: words measured and set, boxes, rules and drawings; everything in points.
#pragma once

#include "assessment/reports/document.hpp"
#include "assessment/reports/ink.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

typedef struct _PangoLayout PangoLayout;

namespace shift311::reports {

inline constexpr double kSheetWide = 612, kSheetHigh = 792;  ///< Letter

struct Type {
    double size = 9.5;
    double lead = 13.5;  ///< from one base line to the next
    Rgb ink = color(Ink::text);
    bool strong = false;
    bool figures = false;
};

/// A text broken into lines of a given width.
class Words {
  public:
    enum class Align { left, middle, right };

    std::size_t lines() const { return lines_; }
    double high() const { return static_cast<double>(lines_) * lead_; }
    double lead() const { return lead_; }
    bool empty() const { return empty_; }

  private:
    friend class Paper;
    std::shared_ptr<PangoLayout> layout_;
    std::size_t lines_ = 0;
    double lead_ = 0;
    double size_ = 0;
    double wide_ = 0;
    Align align_ = Align::left;
    bool empty_ = true;
};

class Paper {
  public:
    Paper();
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    void describe(const Document& document);

    Words words(const Line& line, const Type& type, double wide, Words::Align align = Words::Align::left);
    Words words(const std::string& text, const Type& type, double wide, Words::Align align = Words::Align::left);
    /// What the text takes on one line, and what its longest word takes.
    struct Breadth {
        double natural = 0, least = 0;
    };
    Breadth breadth(const Line& line, const Type& type);

    /// Lines `from` to before `to`; `y` is the top of the first.
    void set(const Words& words, double x, double y, std::size_t from, std::size_t to);
    void set(const Words& words, double x, double y) { set(words, x, y, 0, words.lines()); }
    void fill(double x, double y, double wide, double high, Rgb paint);
    void frame(double x, double y, double wide, double high, Rgb paint, double thick = 0.75);
    void rule(double x, double y, double wide, Rgb paint, double thick = 0.75);
    void draw(const Drawing& drawing, double x, double y, double scale);

    /// What stands between is this part of the document's structure.
    void open(const char* tag);
    void close(const char* tag);
    /// `level` 1 is the document; deeper ones hang below the last shallower one.
    void bookmark(const std::string& text, int level, int sheet, double y);
    void next_sheet();
    /// The file. Nothing can be drawn afterwards. Throws std::runtime_error.
    std::string finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace shift311::reports
