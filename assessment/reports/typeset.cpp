#include "assessment/reports/typeset.hpp"

#include <algorithm>
#include <utility>

namespace shift311::reports {
namespace {

constexpr Type kBody;
constexpr Type kSmall{8.25, 11.5, color(Ink::quiet)};
constexpr Type kTitle{20, 25, color(Ink::text), true};
constexpr Type kSection{12.5, 17, color(Ink::text), true};
constexpr Type kSubsection{10, 14, color(Ink::text), true};
constexpr Type kStamp{7.75, 11.5, color(Ink::quiet), false, true};
constexpr double kAfter = 4;  // below a paragraph

}  // namespace

Typesetter::Typesetter(Paper& paper, Column column, bool centered, double room)
    : paper_(paper), column_(column), centered_(centered), room_(room) {}

Part& Typesetter::add(double high, double before, std::vector<Tag> tags, std::function<void(Paper&, double)> draw) {
    Part part;
    part.piece.high = high;
    part.piece.before = before;
    part.tags = std::move(tags);
    part.draw = std::move(draw);
    parts_.push_back(std::move(part));
    return parts_.back();
}

void Typesetter::flow(const Words& words, double x, double before, std::vector<Tag> tags, Rgb ground, bool boxed,
                      Rgb edge) {
    const Column column = column_;
    for (std::size_t i = 0; i < words.lines(); ++i) {
        Part& part = add(words.lead(), i == 0 ? before : 0, tags, [=](Paper& paper, double y) {
            if (boxed) {
                paper.fill(column.x, y - 0.2, column.wide, words.lead() + 0.4, ground);
                paper.fill(column.x, y - 0.2, 3, words.lead() + 0.4, edge);
            }
            paper.set(words, x, y, i, i + 1);
        });
        part.piece.keep = i == 0 ? words.lines() > 1 : i + 2 == words.lines();
    }
}

void Typesetter::row(std::vector<Cell> cells, double before, double pad, std::vector<Tag> tags, int head, Rgb below,
                     bool keep) {
    std::size_t lines = 1;
    double lead = kSmall.lead;
    for (const Cell& cell : cells) {
        lines = std::max(lines, cell.words.lines());
        lead = std::max(lead, cell.words.lead());
    }
    const double spare = head >= 0 ? parts_[static_cast<std::size_t>(head)].piece.high : 0;
    const auto most = static_cast<std::size_t>(std::max(1.0, (room_ - spare - 2 * pad) / lead - 1));
    const Column column = column_;
    for (std::size_t from = 0; from < lines; from += most) {
        const std::size_t to = std::min(lines, from + most);
        const bool last = to == lines;
        const double high = static_cast<double>(to - from) * lead + 2 * pad;
        Part& part = add(high, from == 0 ? before : 0, tags, [=](Paper& paper, double y) {
            if (last && below != 0xffffff) paper.rule(column.x, y + high, column.wide, below, 0.5);
            paper.open("TR");
            for (const Cell& cell : cells) {
                paper.open(cell.tag);
                paper.set(cell.words, cell.x, y + pad, from, to);
                paper.close(cell.tag);
            }
            paper.close("TR");
        });
        part.piece.head = head;
        part.piece.keep = last && keep;
    }
}

void Typesetter::title(const Document& document) {
    if (centered_) {
        const Words words =
            paper_.words(document.title, {30, 40, color(Ink::accent), true}, column_.wide, Words::Align::middle);
        flow(words, column_.x, 0, {{"H1", tag()}}, 0, false, 0);
        parts_.back().piece.keep = true;
        if (!document.subtitle.empty())
            flow(paper_.words(document.subtitle, {12.5, 18, color(Ink::quiet)}, column_.wide, Words::Align::middle),
                 column_.x, 6, {{"P", tag()}}, 0, false, 0);
        return;
    }
    constexpr double kStampWide = 150;
    const double wide = column_.wide - kStampWide - 18;
    std::string stamp;
    for (const std::string& line : document.stamp) {
        if (!line.empty()) stamp += (stamp.empty() ? "" : "\n") + line;
    }
    const Words head = paper_.words(document.title, kTitle, wide);
    const Words under = paper_.words(document.subtitle, {9.5, 13.5, color(Ink::quiet)}, wide);
    const Words beside = paper_.words(stamp, kStamp, kStampWide, Words::Align::right);
    const double high = std::min(room_, std::max(head.high() + 3 + under.high(), 4 + beside.high()));
    const Column column = column_;
    Part& part = add(high, 0, {}, [=](Paper& paper, double y) {
        paper.open("H1");
        paper.set(head, column.x, y);
        paper.close("H1");
        if (!under.empty()) {
            paper.open("P");
            paper.set(under, column.x, y + head.high() + 3);
            paper.close("P");
        }
        if (beside.empty()) return;
        paper.open("P");
        paper.set(beside, column.x + column.wide - kStampWide, y + 4);
        paper.close("P");
    });
    part.piece.keep = true;
    add(10, 0, {}, [](Paper&, double) {});
}

void Typesetter::operator()(const Heading& heading) {
    if (centered_) {
        flow(paper_.words(heading.text, {24, 34, color(Ink::text), true}, column_.wide, Words::Align::middle),
             column_.x, 18, {{"H2", tag()}}, 0, false, 0);
        return;
    }
    const bool section = heading.level <= 2;
    const Words words = paper_.words(heading.text, section ? kSection : kSubsection, column_.wide);
    const Column column = column_;
    const std::vector<Tag> tags{{section ? "H2" : "H3", tag()}};
    const std::size_t first = parts_.size();
    flow(words, column.x, section ? 18 : 10, tags, 0, false, 0);
    for (std::size_t i = first; i < parts_.size(); ++i)
        parts_[i].piece.keep = true;
    parts_[first].piece.new_sheet = heading.new_page;
    parts_[first].bookmark = heading.text;
    parts_[first].level = section ? 2 : 3;
    Part& rule = add(section ? 9 : 3, 0, {}, [=](Paper& paper, double y) {
        if (section) paper.rule(column.x, y + 3, column.wide, color(Ink::line), 0.75);
    });
    rule.piece.keep = true;
}

void Typesetter::operator()(const Paragraph& paragraph) {
    const Type type = centered_ ? Type{paragraph.small ? 8.5 : 11.0, paragraph.small ? 12.5 : 16.5,
                                       color(paragraph.small ? Ink::quiet : Ink::text)}
                      : paragraph.small ? kSmall
                                        : kBody;
    flow(paper_.words(paragraph.line, type, column_.wide, centered_ ? Words::Align::middle : Words::Align::left),
         column_.x, centered_ ? 18 : kAfter, {{"P", tag()}}, 0, false, 0);
}

void Typesetter::operator()(const Bullets& bullets) {
    const int list = tag();
    const Column column = column_;
    for (const Line& item : bullets.items) {
        const Words words = paper_.words(item, kBody, column.wide - 16);
        const Words dot = paper_.words("\u2022", kBody, 10);
        const std::vector<Tag> tags{{"L", list}, {"LI", tag()}};
        const std::size_t first = parts_.size();
        flow(words, column.x + 16, 3, tags, 0, false, 0);
        const auto text = parts_[first].draw;
        parts_[first].draw = [=](Paper& paper, double y) {
            paper.set(dot, column.x + 4, y);
            text(paper, y);
        };
    }
}

void Typesetter::operator()(const Banner& banner) {
    const Rgb edge =
        color(ink_of(banner.tone == Tone::plain || banner.tone == Tone::quiet ? Tone::plain : banner.tone));
    const Rgb ground_paint = ground(banner.tone);
    const Column column = column_;
    const auto strip = [&](double high, double before) -> Part& {
        return add(high, before, {}, [=](Paper& paper, double y) {
            paper.fill(column.x, y - 0.2, column.wide, high + 0.4, ground_paint);
            paper.fill(column.x, y - 0.2, 3, high + 0.4, edge);
        });
    };
    const double inner = column.wide - 28;
    const std::string mark = sign(banner.tone);
    const Type head{12.5, 18, mark.empty() ? color(Ink::text) : edge, true};
    strip(7, 8).piece.keep = true;
    flow(paper_.words((mark.empty() ? "" : mark + "  ") + banner.headline, head, inner), column.x + 14, 0,
         {{"P", tag()}}, ground_paint, true, edge);
    parts_.back().piece.keep = true;
    if (!banner.text.empty())
        flow(paper_.words(banner.text, kBody, inner), column.x + 14, 0, {{"P", tag()}}, ground_paint, true, edge);
    parts_.back().piece.keep = true;
    strip(7, 0);
    add(6, 0, {}, [](Paper&, double) {});
}

void Typesetter::operator()(const Figures& figures) {
    constexpr std::size_t kBeside = 4;
    constexpr double kGap = 9;
    constexpr double kPad = 9;
    for (std::size_t from = 0; from < figures.figures.size(); from += kBeside) {
        const std::size_t to = std::min(figures.figures.size(), from + kBeside);
        const double wide = (column_.wide - kGap * static_cast<double>(kBeside - 1)) / static_cast<double>(kBeside);
        struct Frame {
            Words name, value, note;
        };
        std::vector<Frame> boxes;
        double name = 0, value = 0, note = 0;
        for (std::size_t i = from; i < to; ++i) {
            const Figures::Figure& figure = figures.figures[i];
            boxes.push_back({paper_.words(figure.name, {8.5, 11.5, color(Ink::quiet)}, wide - 2 * kPad),
                             paper_.words(figure.value, {15, 20, color(Ink::text), true}, wide - 2 * kPad),
                             paper_.words(figure.note, {8, 10.5, color(Ink::quiet)}, wide - 2 * kPad)});
            name = std::max(name, boxes.back().name.high());
            value = std::max(value, boxes.back().value.high());
            note = std::max(note, boxes.back().note.high());
        }
        const double high = std::min(room_, name + value + note + 2 * kPad);
        const Column column = column_;
        add(high, 8, {}, [=](Paper& paper, double y) {
            double x = column.x;
            for (const Frame& box : boxes) {
                paper.frame(x, y, wide, high, color(Ink::line));
                paper.open("P");
                paper.set(box.name, x + kPad, y + kPad);
                paper.set(box.value, x + kPad, y + kPad + name);
                paper.set(box.note, x + kPad, y + kPad + name + value);
                paper.close("P");
                x += wide + kGap;
            }
        });
    }
    add(4, 0, {}, [](Paper&, double) {});
}

void Typesetter::operator()(const Facts& facts) {
    const double half = column_.wide / 2;
    const double name_wide = centered_ ? half - 8 : 124;
    const double value_x = column_.x + name_wide + (centered_ ? 16 : 12);
    const int table = tag();
    bool first = true;
    for (const auto& [name, value] : facts.facts) {
        const Type quiet{9.5, 13.5, color(Ink::quiet)};
        std::vector<Cell> cells(2);
        cells[0].words = paper_.words(name, quiet, name_wide, centered_ ? Words::Align::right : Words::Align::left);
        cells[0].x = column_.x;
        cells[0].tag = "TH";
        cells[1].words = paper_.words(value, kBody, column_.x + column_.wide - value_x);
        cells[1].x = value_x;
        row(std::move(cells), first ? (centered_ ? 26 : 3) : 0, 1.5, {{"Table", table}}, -1, 0xffffff, false);
        first = false;
    }
    add(3, 0, {}, [](Paper&, double) {});
}

void Typesetter::operator()(const Chart& chart) {
    if (chart.drawing.wide <= 0 || chart.drawing.high <= 0) return;
    // Never larger than drawn: words in a chart keep the size of small print.
    double scale = std::min(1.0, column_.wide / (chart.drawing.wide * 0.75));
    scale = std::min(scale, (room_ - 40) / (chart.drawing.high * 0.75));
    const double wide = chart.drawing.wide * 0.75 * scale;
    const double high = chart.drawing.high * 0.75 * scale;
    const double x = column_.x + (column_.wide - wide) / 2;
    const Drawing drawing = chart.drawing;
    const bool captioned = !chart.caption.empty();
    Part& part = add(high, 8, {{"Figure", tag()}}, [=](Paper& paper, double y) { paper.draw(drawing, x, y, scale); });
    part.piece.keep = captioned;
    if (captioned) flow(paper_.words(chart.caption, kSmall, column_.wide), column_.x, 3, {{"P", tag()}}, 0, false, 0);
    add(4, 0, {}, [](Paper&, double) {});
}

void Typesetter::operator()(const Quotation& quotation) {
    if (!parts_.empty()) parts_.back().piece.keep = true;  // with what it is quoted for
    std::vector<Cell> cells(3);
    cells[0].words = paper_.words(quotation.when, {8.5, 12, color(Ink::quiet), false, true}, 44);
    cells[0].x = column_.x + 10;
    cells[1].words = paper_.words(quotation.who, {8.75, 12, color(Ink::quiet)}, 58);
    cells[1].x = column_.x + 56;
    cells[2].words = paper_.words(quotation.text, {8.75, 12, color(Ink::text)}, column_.wide - 122);
    cells[2].x = column_.x + 118;
    row(std::move(cells), 0, 1, {{"Table", tag()}}, -1, 0xffffff, false);
}

void Typesetter::operator()(const Signatures& signatures) {
    constexpr double kGap = 26;
    const double wide = (column_.wide - kGap) / 2;
    const Column column = column_;
    for (std::size_t from = 0; from < signatures.signatures.size(); from += 2) {
        const std::size_t to = std::min(signatures.signatures.size(), from + 2);
        std::vector<std::pair<Words, Words>> lines;
        double high = 0;
        for (std::size_t i = from; i < to; ++i) {
            const Signatures::Signature& it = signatures.signatures[i];
            const bool by_hand = it.name.empty() && it.at.empty();
            const std::string role = it.role + (by_hand ? ", date" : it.at.empty() ? "" : ", " + it.at);
            lines.emplace_back(paper_.words(it.name, {11, 15, color(Ink::text), true}, wide),
                               paper_.words(role, kSmall, wide));
            high = std::max(high, lines.back().second.high());
        }
        add(40 + high, centered_ ? 48 : 6, {}, [=](Paper& paper, double y) {
            double x = column.x;
            for (const auto& [name, role] : lines) {
                if (!name.empty()) {
                    paper.open("P");
                    paper.set(name, x, y + 34 - name.high());
                    paper.close("P");
                }
                paper.rule(x, y + 36, wide, color(Ink::quiet), 0.75);
                paper.open("P");
                paper.set(role, x, y + 39);
                paper.close("P");
                x += wide + kGap;
            }
        });
    }
}

}  // namespace shift311::reports
