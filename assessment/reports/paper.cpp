#include "assessment/reports/paper.hpp"

#include "assessment/text/normal.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <stdexcept>
#include <utility>

namespace shift311::reports {
namespace {

// fontconfig takes the first that is there; the last ones are always answered by something.
constexpr const char* kText = "Inter, Liberation Sans, DejaVu Sans, Sans";
constexpr const char* kFigures = "JetBrains Mono, DejaVu Sans Mono, Liberation Mono, Monospace";
constexpr double kDrawnUnit = 0.75;  // a 96th inch in points
constexpr double kCapitals = 0.36;   // half the height of a capital, of the size: puts a line in the middle of its lead

double red(Rgb paint) {
    return static_cast<double>(paint >> 16 & 0xff) / 255;
}
double green(Rgb paint) {
    return static_cast<double>(paint >> 8 & 0xff) / 255;
}
double blue(Rgb paint) {
    return static_cast<double>(paint & 0xff) / 255;
}

/// Text that Pango can take: sound UTF-8 without control characters.
std::string sound(std::string_view text) {
    std::u32string points = text::code_points(text);
    for (char32_t& point : points) {
        if ((point < 0x20 && point != U'\n' && point != U'\t') || point == 0x7f) point = 0xfffd;
    }
    return text::utf8(points);
}

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

cairo_status_t keep(void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

PangoAttribute* foreground(Rgb paint) {
    const auto wide = [](unsigned byte) { return static_cast<guint16>(byte * 257); };
    return pango_attr_foreground_new(wide(paint >> 16 & 0xff), wide(paint >> 8 & 0xff), wide(paint & 0xff));
}

}  // namespace

struct Paper::Impl {
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoFontMap* fonts = nullptr;
    PangoContext* context = nullptr;
    std::vector<int> above;  ///< bookmarks above the next one, by level

    std::shared_ptr<PangoLayout> layout(const Line& line, const Type& type) {
        std::shared_ptr<PangoLayout> out(pango_layout_new(context), g_object_unref);
        PangoFontDescription* font = pango_font_description_from_string(type.figures ? kFigures : kText);
        pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
        if (type.strong) pango_font_description_set_weight(font, PANGO_WEIGHT_SEMIBOLD);
        pango_layout_set_font_description(out.get(), font);
        pango_font_description_free(font);
        PangoAttrList* list = pango_attr_list_new();
        std::string text;
        for (const Span& span : line) {
            const std::size_t from = text.size();
            text += sound(span.text);
            if (from == text.size()) continue;
            if (span.strong) add(list, pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), from, text.size());
            if (span.tone != Tone::plain) add(list, foreground(color(ink_of(span.tone))), from, text.size());
            if (span.figures) {
                add(list, pango_attr_family_new(kFigures), from, text.size());
                add(list, pango_attr_scale_new(0.92), from, text.size());
                add(list, pango_attr_font_features_new("calt=0, liga=0"), from, text.size());
            } else {
                add(list, pango_attr_font_features_new("tnum=1"), from, text.size());
            }
        }
        pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(out.get(), list);
        pango_attr_list_unref(list);
        pango_layout_set_text(out.get(), text.c_str(), static_cast<int>(text.size()));
        return out;
    }
    void paint(Rgb paint) { cairo_set_source_rgb(cairo, red(paint), green(paint), blue(paint)); }
};

Paper::Paper() : impl_(std::make_unique<Impl>()) {
    impl_->surface = cairo_pdf_surface_create_for_stream(keep, &impl_->bytes, kSheetWide, kSheetHigh);
    cairo_pdf_surface_restrict_to_version(impl_->surface, CAIRO_PDF_VERSION_1_5);
    impl_->cairo = cairo_create(impl_->surface);
    impl_->fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (!impl_->fonts) throw std::runtime_error("This Pango cannot set type for PDF: it was built without FreeType.");
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(impl_->fonts), 72);
    impl_->context = pango_font_map_create_context(impl_->fonts);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(impl_->context, options);
    cairo_font_options_destroy(options);
    // Not the machine's language: the same words break at the same places everywhere.
    pango_context_set_language(impl_->context, pango_language_from_string("en-us"));
    pango_context_set_base_dir(impl_->context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(impl_->context, FALSE);
}

Paper::~Paper() {
    if (impl_->context) g_object_unref(impl_->context);
    if (impl_->fonts) g_object_unref(impl_->fonts);
    if (impl_->cairo) cairo_destroy(impl_->cairo);
    if (impl_->surface) cairo_surface_destroy(impl_->surface);
}

void Paper::describe(const Document& document) {
    const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty()) cairo_pdf_surface_set_metadata(impl_->surface, what, sound(text).c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, document.title);
    say(CAIRO_PDF_METADATA_SUBJECT, document.subtitle);
    say(CAIRO_PDF_METADATA_AUTHOR, "shift311");
    say(CAIRO_PDF_METADATA_CREATOR, std::string("shift311 ") + SHIFT311_VERSION);
    // Left alone, Cairo would put in the time of day, and the same document would not give the same bytes.
    const std::string made = document.made.empty() ? "1970-01-01T00:00:00Z" : document.made;
    say(CAIRO_PDF_METADATA_CREATE_DATE, made);
    say(CAIRO_PDF_METADATA_MOD_DATE, made);
}

Words Paper::words(const Line& line, const Type& type, double wide, Words::Align align) {
    Words out;
    Line toned = line;
    out.layout_ = impl_->layout(toned, type);
    out.align_ = align;
    out.wide_ = wide;
    out.size_ = type.size;
    out.lead_ = type.lead;
    out.empty_ = pango_layout_get_character_count(out.layout_.get()) == 0;
    pango_layout_set_width(out.layout_.get(), static_cast<int>(wide * PANGO_SCALE));
    pango_layout_set_wrap(out.layout_.get(), PANGO_WRAP_WORD_CHAR);
    // What has no tone of its own takes the color of the text around it.
    PangoAttrList* list = pango_attr_list_copy(pango_layout_get_attributes(out.layout_.get()));
    pango_attr_list_insert_before(list, foreground(type.ink));
    pango_layout_set_attributes(out.layout_.get(), list);
    pango_attr_list_unref(list);
    out.lines_ = static_cast<std::size_t>(pango_layout_get_line_count(out.layout_.get()));
    return out;
}

Words Paper::words(const std::string& text, const Type& type, double wide, Words::Align align) {
    return words(Line{Span{text, false, type.figures, Tone::plain}}, type, wide, align);
}

Paper::Breadth Paper::breadth(const Line& line, const Type& type) {
    const auto layout = impl_->layout(line, type);
    PangoRectangle box;
    pango_layout_get_extents(layout.get(), nullptr, &box);
    Breadth out;
    out.natural = points(box.width);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), 0);
    pango_layout_get_extents(layout.get(), nullptr, &box);
    out.least = points(box.width);
    return out;
}

void Paper::set(const Words& words, double x, double y, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < words.lines_; ++i) {
        PangoLayoutLine* line = pango_layout_get_line_readonly(words.layout_.get(), static_cast<int>(i));
        if (!line) continue;
        PangoRectangle box;
        pango_layout_line_get_extents(line, nullptr, &box);
        const double spare = words.wide_ - points(box.width);
        const double shift = words.align_ == Words::Align::right    ? spare
                             : words.align_ == Words::Align::middle ? spare / 2
                                                                    : 0;
        const double base = y + static_cast<double>(i - from) * words.lead_ + words.lead_ / 2 + words.size_ * kCapitals;
        cairo_move_to(impl_->cairo, x + shift, base);
        pango_cairo_show_layout_line(impl_->cairo, line);
    }
}

void Paper::fill(double x, double y, double wide, double high, Rgb paint) {
    impl_->paint(paint);
    cairo_rectangle(impl_->cairo, x, y, wide, high);
    cairo_fill(impl_->cairo);
}

void Paper::frame(double x, double y, double wide, double high, Rgb paint, double thick) {
    impl_->paint(paint);
    cairo_set_line_width(impl_->cairo, thick);
    cairo_rectangle(impl_->cairo, x, y, wide, high);
    cairo_stroke(impl_->cairo);
}

void Paper::rule(double x, double y, double wide, Rgb paint, double thick) {
    fill(x, y - thick / 2, wide, thick, paint);
}

void Paper::draw(const Drawing& drawing, double x, double y, double scale) {
    cairo_t* cairo = impl_->cairo;
    const double unit = kDrawnUnit * scale;
    const auto at = [&](Point point) { return Point{x + point.x * unit, y + point.y * unit}; };
    for (const Shape& shape : drawing.shapes) {
        if (const auto* stroke = std::get_if<Stroke>(&shape)) {
            if (stroke->points.empty()) continue;
            impl_->paint(color(stroke->ink));
            cairo_set_line_width(cairo, stroke->width * unit);
            cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
            const double dashes[]{5 * unit, 4 * unit};
            cairo_set_dash(cairo, dashes, stroke->dashed ? 2 : 0, 0);
            for (std::size_t i = 0; i < stroke->points.size(); ++i) {
                const Point to = at(stroke->points[i]);
                i == 0 ? cairo_move_to(cairo, to.x, to.y) : cairo_line_to(cairo, to.x, to.y);
            }
            cairo_stroke(cairo);
            cairo_set_dash(cairo, nullptr, 0, 0);
        } else if (const auto* box = std::get_if<Box>(&shape)) {
            const Point corner = at(box->at);
            if (!box->filled) fill(corner.x, corner.y, box->wide * unit, box->high * unit, 0xffffff);
            box->filled ? fill(corner.x, corner.y, box->wide * unit, box->high * unit, color(box->ink))
                        : frame(corner.x, corner.y, box->wide * unit, box->high * unit, color(box->ink), 2 * unit);
        } else if (const auto* disc = std::get_if<Disc>(&shape)) {
            const Point center = at(disc->at);
            impl_->paint(disc->filled ? color(disc->ink) : 0xffffff);
            cairo_new_path(cairo);
            cairo_arc(cairo, center.x, center.y, disc->radius * unit, 0, 2 * 3.14159265358979323846);
            cairo_fill_preserve(cairo);
            impl_->paint(color(disc->ink));
            cairo_set_line_width(cairo, disc->filled ? 0 : 2 * unit);
            disc->filled ? cairo_new_path(cairo) : cairo_stroke(cairo);
        } else if (const auto* word = std::get_if<Word>(&shape)) {
            Type type;
            type.size = word->size * unit;
            type.lead = 0;
            type.ink = color(word->ink);
            type.strong = word->strong;
            const Words::Align align = word->anchor == Word::Anchor::left     ? Words::Align::left
                                       : word->anchor == Word::Anchor::middle ? Words::Align::middle
                                                                              : Words::Align::right;
            constexpr double kWide = 2000;  // one line, whatever it holds
            const Words words = this->words(word->text, type, kWide, align);
            const Point base = at(word->at);
            const double left = align == Words::Align::left     ? base.x
                                : align == Words::Align::middle ? base.x - kWide / 2
                                                                : base.x - kWide;
            set(words, left, base.y - type.size * kCapitals);
        }
    }
}

void Paper::open(const char* tag) {
    cairo_tag_begin(impl_->cairo, tag, nullptr);
}

void Paper::close(const char* tag) {
    cairo_tag_end(impl_->cairo, tag);
}

void Paper::bookmark(const std::string& text, int level, int sheet, double y) {
    while (static_cast<int>(impl_->above.size()) >= level && !impl_->above.empty())
        impl_->above.pop_back();
    const int parent = impl_->above.empty() ? CAIRO_PDF_OUTLINE_ROOT : impl_->above.back();
    const auto tenths = static_cast<long>(std::lround(y * 10));
    const std::string where = fmt::format("page={} pos=[0 {}.{}]", sheet, tenths / 10, tenths % 10);
    impl_->above.push_back(cairo_pdf_surface_add_outline(impl_->surface, parent, sound(text).c_str(), where.c_str(),
                                                         CAIRO_PDF_OUTLINE_FLAG_OPEN));
}

void Paper::next_sheet() {
    cairo_show_page(impl_->cairo);
}

std::string Paper::finish() {
    cairo_status_t status = cairo_status(impl_->cairo);
    cairo_surface_finish(impl_->surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(impl_->surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("The PDF could not be made: ") + cairo_status_to_string(status) + ".");
    return std::move(impl_->bytes);
}

}  // namespace shift311::reports
