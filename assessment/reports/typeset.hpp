// The blocks of a document as parts of paper: measured, tagged, ready to be placed on sheets.
#pragma once

#include "assessment/reports/paper.hpp"
#include "assessment/reports/sheets.hpp"

#include <functional>
#include <string>
#include <vector>

namespace shift311::reports {

/// A part of the document's structure; parts with the same tags next to each other share them.
struct Tag {
    const char* name = "";
    int id = 0;
    bool operator==(const Tag& other) const { return id == other.id; }
};

struct Part {
    Piece piece;
    std::vector<Tag> tags;                       ///< outermost first
    std::function<void(Paper&, double y)> draw;  ///< `y`: its top on the sheet
    std::string bookmark;
    int level = 0;  ///< of the bookmark
};

/// Where words may stand on a sheet.
struct Column {
    double x = 54;
    double wide = kSheetWide - 108;
};

class Typesetter {
  public:
    Typesetter(Paper& paper, Column column, bool centered, double room);

    void title(const Document& document);
    void operator()(const Heading& heading);
    void operator()(const Paragraph& paragraph);
    void operator()(const Bullets& bullets);
    void operator()(const Banner& banner);
    void operator()(const Figures& figures);
    void operator()(const Table& table);
    void operator()(const Facts& facts);
    void operator()(const Chart& chart);
    void operator()(const Quotation& quotation);
    void operator()(const Signatures& signatures);

    std::vector<Part>& parts() { return parts_; }

  private:
    struct Cell {
        Words words;
        double x = 0;
        const char* tag = "TD";
    };
    Part& add(double high, double before, std::vector<Tag> tags, std::function<void(Paper&, double)> draw);
    /// A text line by line; at least two lines of it stay together at either end.
    void flow(const Words& words, double x, double before, std::vector<Tag> tags, Rgb ground, bool boxed, Rgb edge);
    /// Cells side by side; a row higher than a sheet goes on on the next one.
    void row(std::vector<Cell> cells, double before, double pad, std::vector<Tag> tags, int head, Rgb below, bool keep);
    std::vector<double> widths(const Table& table);
    int tag() { return ++last_tag_; }

    Paper& paper_;
    Column column_;
    bool centered_;
    double room_;
    int last_tag_ = 0;
    std::vector<Part> parts_;
};

}  // namespace shift311::reports
