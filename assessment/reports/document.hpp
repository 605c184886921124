// A report as its parts, before it becomes a page or a sheet of paper: HTML and PDF are drawn from the same document.
#pragma once

#include "assessment/reports/drawing.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace shift311::reports {

enum class Tone { plain, good, careful, bad, quiet };

/// Words in a row, some of them set apart. Plain text: both ends escape it.
struct Span {
    std::string text;
    bool strong = false;
    bool figures = false;  ///< the typeface of numbers and hashes
    Tone tone = Tone::plain;
};
using Line = std::vector<Span>;

struct Heading {
    std::string text;
    int level = 2;          ///< 2 section, 3 part of one
    bool new_page = false;  ///< on paper
};
struct Paragraph {
    Line line;
    bool small = false;
};
struct Bullets {
    std::vector<Line> items;
};
/// The result in one box: a sign and a word, so that color says nothing alone.
struct Banner {
    Tone tone = Tone::plain;
    std::string headline;
    std::string text;
};
/// A row of figures.
struct Figures {
    struct Figure {
        std::string name, value, note;
    };
    std::vector<Figure> figures;
};
struct Table {
    struct Column {
        std::string name;
        bool number = false;  ///< set to the right, every digit of one width
        int weight = 1;       ///< share on paper of the width that no column needs
    };
    std::string caption;  ///< read out, and printed above
    std::vector<Column> columns;
    std::vector<std::vector<Line>> rows;
    std::string empty;  ///< said instead of a table without rows
};
/// Name and value pairs: what the report is about, hashes.
struct Facts {
    std::vector<std::pair<std::string, Line>> facts;
};
struct Chart {
    Drawing drawing;
    std::string caption;
    std::string description;  ///< for whoever cannot see it
};
/// Words as they were said or written, with who and when.
struct Quotation {
    std::string who, when, text;
};
/// Lines to sign on.
struct Signatures {
    struct Signature {
        std::string role, name, at;  ///< name and at empty: to be signed by hand
    };
    std::vector<Signature> signatures;
};

using Block = std::variant<Heading, Paragraph, Bullets, Banner, Figures, Table, Facts, Chart, Quotation, Signatures>;

/// A certificate is one sheet with a frame, everything centered; a record is read from left to right.
enum class Layout { record, certificate };

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<std::string> stamp;  ///< program, identifier, date
    std::string foot;                ///< on every sheet
    std::vector<Block> blocks;
    std::string made = {};  ///< UTC stamp that the PDF names as its date; empty: the first second of 1970
    Layout layout = Layout::record;
};

/// One self-contained page: no network, no script, Letter paper.
std::string html_of(const Document& document);
/// Only what stands in a page's body: for pages that hold more than a document can say.
std::string html_of(const std::vector<Block>& blocks);
/// PDF on Letter paper by Cairo and Pango: text that can be searched and copied, outline, tags, page numbers. The same
/// document gives the same bytes where the same typefaces are installed. Throws std::runtime_error when Cairo fails.
std::string pdf_of(const Document& document);

/// A line of one span.
inline Line plain(std::string text, Tone tone = Tone::plain) {
    return {Span{std::move(text), false, false, tone}};
}
inline Line strong(std::string text, Tone tone = Tone::plain) {
    return {Span{std::move(text), true, false, tone}};
}
/// In the typeface of hashes and identifiers.
inline Line figures(std::string text) {
    return {Span{std::move(text), false, true, Tone::plain}};
}

}  // namespace shift311::reports
