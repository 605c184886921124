#include "assessment/reports/document.hpp"
#include "assessment/reports/typeset.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace shift311::reports {
namespace {

constexpr double kTop = 54;
constexpr double kBottom = 66;
constexpr double kRoom = kSheetHigh - kTop - kBottom;
constexpr double kCertificateTop = 168;
constexpr Type kFoot{7.75, 11, color(Ink::quiet)};

void draw_foot(Paper& paper, const Document& document, const Column& column, std::size_t sheet, std::size_t sheets) {
    constexpr double kNumberWide = 90;
    const double y = kSheetHigh - 48;
    paper.rule(column.x, y, column.wide, color(Ink::line), 0.5);
    const Words foot = paper.words(document.foot, kFoot, column.wide - kNumberWide);
    paper.set(foot, column.x, y + 5, 0, 2);
    paper.set(paper.words(fmt::format("Page {} of {}", sheet, sheets), kFoot, kNumberWide, Words::Align::right),
              column.x + column.wide - kNumberWide, y + 5);
}

void draw_certificate_frame(Paper& paper, const Document& document, const Column& column) {
    paper.frame(30, 30, kSheetWide - 60, kSheetHigh - 60, color(Ink::accent), 2);
    paper.frame(36, 36, kSheetWide - 72, kSheetHigh - 72, color(Ink::line), 0.75);
    std::string stamp;
    for (const std::string& line : document.stamp) {
        if (!line.empty()) stamp += (stamp.empty() ? "" : " \u00b7 ") + line;
    }
    const Words foot = paper.words(stamp.empty() ? document.foot : document.foot + "\n" + stamp, kFoot, column.wide,
                                   Words::Align::middle);
    paper.set(foot, column.x, kSheetHigh - 52 - foot.high(), 0, 4);
}

/// Opens and closes the structure so that parts next to each other share what they have in common.
class Structure {
  public:
    explicit Structure(Paper& paper) : paper_(paper) {}
    void to(const std::vector<Tag>& tags) {
        std::size_t same = 0;
        while (same < open_.size() && same < tags.size() && open_[same] == tags[same])
            ++same;
        while (open_.size() > same) {
            paper_.close(open_.back().name);
            open_.pop_back();
        }
        for (; same < tags.size(); ++same) {
            paper_.open(tags[same].name);
            open_.push_back(tags[same]);
        }
    }

  private:
    Paper& paper_;
    std::vector<Tag> open_;
};

}  // namespace

std::string pdf_of(const Document& document) {
    const bool certificate = document.layout == Layout::certificate;
    Paper paper;
    paper.describe(document);
    const Column column = certificate ? Column{84, kSheetWide - 168} : Column{};
    const double room = certificate ? kSheetHigh - kCertificateTop - 90 : kRoom;
    Typesetter setter(paper, column, certificate, room);
    setter.title(document);
    for (const Block& block : document.blocks)
        std::visit(setter, block);

    std::vector<Piece> pieces;
    for (const Part& part : setter.parts())
        pieces.push_back(part.piece);
    const std::vector<Sheet> sheets = place(pieces, room, room);
    paper.bookmark(document.title, 1, 1, kTop);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (certificate)
            draw_certificate_frame(paper, document, column);
        else
            draw_foot(paper, document, column, i + 1, sheets.size());
        Structure structure(paper);
        for (const Placed& placed : sheets[i]) {
            const Part& part = setter.parts()[placed.piece];
            const double y = (certificate ? kCertificateTop : kTop) + placed.y;
            if (!part.bookmark.empty())
                paper.bookmark(part.bookmark, part.level, static_cast<int>(i) + 1, std::max(0.0, y - 6));
            structure.to(part.tags);
            part.draw(paper, y);
        }
        structure.to({});
        paper.next_sheet();
    }
    return paper.finish();
}

}  // namespace shift311::reports
