#include "sim/desk/call/look_up.hpp"

#include "sim/desk/controls/badge.hpp"
#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/row.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

/// Lines that the author broke for the eye of a text editor run on; an empty line still parts two paragraphs.
std::string running(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool single =
            text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n' && !out.empty() && out.back() != '\n';
        out += single ? ' ' : text[i];
    }
    while (!out.empty() && out.back() == '\n')
        out.pop_back();
    return out;
}

}  // namespace

float fact(Ui& ui, float x, float y, float wide, std::string_view name, std::string_view value, bool mono) {
    const float column = std::min(ui.px(130), wide * 0.36F);
    paint::text(ui, {x, y, column - ui.px(10), ui.fonts().text.line}, ui.fonts().small, ui.theme().dim, name);
    const Font& font = mono ? ui.fonts().mono : ui.fonts().text;
    return std::max(paragraph(ui, x + column, y, wide - column, font, Tone::plain, value), ui.fonts().text.line) +
           ui.px(6);
}

namespace {

const std::string& label_of(const Search::Hit& hit) {
    return hit.label.empty() ? hit.title : hit.label;
}

}  // namespace

void Search::record(Ui& ui, Seat& seat, const std::vector<std::string>& found) {
    if (now_->query.empty() || now_->query == now_->recorded) return;
    if (seat.act(ui, shift::LookUp{where_, now_->query, found})) now_->recorded = now_->query;
}

void Search::show(Ui& ui, Seat& seat, const Rect& rect, const std::vector<std::string>& found,
                  const std::function<Hit(const std::string&)>& hit, std::string_view nothing) {
    Rect body = rect;
    const Rect top = body.cut_top(ui.px(measure::kField + 24)).inset(ui.px(16), ui.px(12));
    const FieldTouch touch =
        text_field(ui, top, {.label = label_, .value = now_->query, .hint = hint_, .icon = Icon::search, .most = 120});
    std::optional<std::string> opened;
    if (touch.edit) now_->query = touch.edit->value;
    if (touch.submitted) {
        record(ui, seat, found);
        if (!found.empty() && !now_->query.empty()) opened = found.front();
    }
    // From the field, Down goes into the list.
    if (touch.focused && !found.empty() && ui.pressed(chord(Key::down))) {
        const Hit first = hit(found.front());
        ui.focus(label_of(first));
    }
    if (found.empty()) {
        const float wide = body.w - ui.px(48);
        paragraph(ui, body.x + ui.px(24), body.y + ui.px(16), wide, ui.fonts().text, Tone::dim, nothing);
    } else {
        Scroll scroll(ui, label_, body.inset(1, 0));
        const Rect c = scroll.content();
        float y = c.y;
        ui.begin_group(label_);
        for (const std::string& id : found) {
            const Hit h = hit(id);
            const Row line{.title = h.title,
                           .second = h.second,
                           .right = h.right,
                           .right_tone = Tone::dim,
                           .right_mono = h.mono,
                           .selected = id == now_->open,
                           .label = h.label,
                           .wrap_title = true};
            const Rect place{c.x, y, c.w, row_height(ui, c.w, line)};
            y += place.h;
            if (row(ui, place, line).clicked) opened = id;
        }
        ui.end_group();
        scroll.used(y - c.y);
    }
    if (opened) {
        record(ui, seat, found);
        if (seat.act(ui, shift::Open{where_, *opened})) now_->open = *opened;
    }
}

void request_buttons(Ui& ui, Seat& seat, Rect rect, const shift::RequestView& request) {
    const std::string& reference = request.row.reference;
    const bool open = request.row.status == "open";
    const bool contact = seat.screen().active != 0;
    struct Deed {
        const char* label;
        const char* how;
        bool enabled;
        ButtonKind kind;
        const char* told;
    };
    const Deed deeds[] = {
        {"Add caller", "added", open && contact, ButtonKind::primary, "The caller was added to "},
        {"Forward", "forwarded", open && contact, ButtonKind::plain, "Sent on for more action: "},
        {"Reopen", "reopened", !open && contact, ButtonKind::plain, "Opened again: "},
        {"Close", "closed", open && contact, ButtonKind::plain, "Closed: "},
    };
    float x = rect.x, y = rect.y;
    for (const Deed& deed : deeds) {
        const Button spec{
            .label = deed.label, .kind = deed.enabled ? deed.kind : ButtonKind::plain, .enabled = deed.enabled};
        const float wide = button_width(ui, spec);
        if (x > rect.x && x + wide > rect.right()) x = rect.x, y += ui.px(measure::kButton + 8);
        if (button(ui, {x, y, wide, ui.px(measure::kButton)}, spec) &&
            seat.act(ui, shift::ChangeRequest{reference, deed.how}))
            seat.tell(ui, std::string(deed.told) + reference + ".", Tone::good, 8000);
        x += wide + ui.px(8);
    }
}

// ---- requests on file

void History::open_request(Ui& ui, Seat& seat, const Rect& rect) {
    const auto request = shift::request_view(seat.floor(), seat.state(), search_.open());
    paint::rule_above(ui, rect, ui.theme().line);
    if (!request) return;
    Rect body = rect.inset(ui.px(16), ui.px(12));
    const Rect foot = body.cut_bottom(ui.px(measure::kButton));
    request_buttons(ui, seat, foot, *request);
    body.cut_bottom(ui.px(8));
    Scroll scroll(ui, "request", body);
    const Rect c = scroll.content();
    float y = c.y;
    const Font& strong = ui.fonts().strong;
    label(ui, {c.x, y, c.w, strong.line}, strong, Tone::plain, request->row.service);
    y += strong.line + ui.px(6);
    y += fact(ui, c.x, y, c.w, "Number", search_.open(), true);
    const std::string status = request->row.status + (request->note.empty() ? "" : ": " + request->note);
    y += fact(ui, c.x, y, c.w, "Status", status);
    y += fact(ui, c.x, y, c.w, "Where", request->row.address);
    y += fact(ui, c.x, y, c.w, "Opened", request->opened);
    y += fact(ui, c.x, y, c.w, "Expected", request->expected);
    if (!request->department.empty()) y += fact(ui, c.x, y, c.w, "Department", request->department);
    if (!request->row.description.empty()) y += fact(ui, c.x, y, c.w, "What", request->row.description);
    if (!request->reporter.empty()) {
        const std::string who = request->reporter +
                                (request->reporter_phone.empty() ? "" : ", " + request->reporter_phone) +
                                " (confidential: never tell a caller)";
        y += fact(ui, c.x, y, c.w, "Reported by", who);
    }
    scroll.used(y - c.y);
}

void History::show(Ui& ui, Seat& seat, const Rect& rect) {
    search_.turn_to(seat.screen().active);
    Scroll all(ui, "history view", rect);
    Rect body = all.at_least(ui.px(search_.open().empty() ? 240 : 470));
    if (!search_.open().empty()) {
        const Rect below = body.cut_bottom(std::max(body.h * 0.52F, std::min(body.h - ui.px(150), ui.px(330))));
        open_request(ui, seat, below);
    }
    const auto hit = [&](const std::string& id) {
        const auto request = shift::request_view(seat.floor(), seat.state(), id);
        if (!request) return Search::Hit{id, id, "", "", true, ""};
        return Search::Hit{id,
                           request->row.service,
                           request->row.address + " \u00b7 " + request->row.age + " \u00b7 " + request->row.status,
                           id,
                           true,
                           "Request " + id};
    };
    const std::string_view nothing = search_.query().empty()
                                         ? "Search by reference number (a digit may be wrong), by address, or by words."
                                         : "No request fits. Try the street alone, or fewer words.";
    search_.show(ui, seat, body, seat.run().find_requests(search_.query()), hit, nothing);
}

// ---- knowledge

void Knowledge::open_article(Ui& ui, Seat& seat, const Rect& rect) {
    const city::Article* article = city::find_article(seat.floor().city, search_.open());
    paint::rule_above(ui, rect, ui.theme().line);
    if (article == nullptr) return;
    Rect body = rect.inset(ui.px(16), ui.px(12));
    if (!article->say.empty()) {
        const float wide = body.w - ui.px(32);
        const float text_high = paragraph_height(ui.fonts().text, wide, article->say);
        const Rect box = body.cut_bottom(std::min(body.h * 0.6F, text_high + ui.px(24 + measure::kButton + 8)));
        notice(ui, box, Tone::accent);
        paragraph(ui, box.x + ui.px(16), box.y + ui.px(10), wide, ui.fonts().text, Tone::plain, article->say);
        const Button say{.label = "Say this", .enabled = seat.screen().say.enabled};
        const Rect place{box.x + ui.px(16), box.bottom() - ui.px(measure::kButton + 10), button_width(ui, say),
                         ui.px(measure::kButton)};
        if (button(ui, place, say)) seat.say(ui, article->say);
        body.cut_bottom(ui.px(10));
    }
    Scroll scroll(ui, "article", body);
    const Rect c = scroll.content();
    float y = c.y;
    const Font& strong = ui.fonts().strong;
    y += paragraph(ui, c.x, y, c.w, strong, Tone::plain, article->title) + ui.px(6);
    y += paragraph(ui, c.x, y, c.w, ui.fonts().text, Tone::plain, running(article->body)) + ui.px(8);
    if (article->basis == city::Basis::assumed)
        y += paragraph(ui, c.x, y, c.w, ui.fonts().small, Tone::dim, "Practice value: " + article->source);
    scroll.used(y - c.y);
}

void Knowledge::show(Ui& ui, Seat& seat, const Rect& rect) {
    search_.turn_to(seat.screen().active);
    Scroll all(ui, "knowledge view", rect);
    Rect body = all.at_least(ui.px(search_.open().empty() ? 240 : 450));
    if (!search_.open().empty()) {
        const Rect below = body.cut_bottom(std::max(body.h * 0.6F, std::min(body.h - ui.px(150), ui.px(380))));
        open_article(ui, seat, below);
    }
    std::vector<std::string> found = seat.run().find_articles(search_.query());
    if (search_.query().empty())
        for (const city::Article& article : seat.floor().city.articles)
            found.push_back(article.id);
    const auto hit = [&](const std::string& id) {
        const city::Article* article = city::find_article(seat.floor().city, id);
        return Search::Hit{id, article == nullptr ? id : article->title, "", "", false, ""};
    };
    search_.show(ui, seat, body, found, hit, "No article fits. Try another word for the same thing.");
}

// ---- directory

void Directory::open_entry(Ui& ui, Seat& seat, const Rect& rect) {
    const city::Destination* entry = city::find_destination(seat.floor().city, search_.open());
    paint::rule_above(ui, rect, ui.theme().line);
    if (entry == nullptr) return;
    Rect body = rect.inset(ui.px(16), ui.px(12));
    const Rect foot = body.cut_bottom(ui.px(measure::kButton));
    const Button send{.label = "Transfer there", .enabled = seat.screen().transfer.enabled};
    const float wide = button_width(ui, send);
    if (button(ui, {foot.x, foot.y, wide, foot.h}, send)) seat.open(ui, Side::transfer, entry->name);
    const Button give{.label = "Say the number", .enabled = seat.screen().say.enabled && !entry->number.empty()};
    if (button(ui, {foot.x + wide + ui.px(8), foot.y, button_width(ui, give), foot.h}, give))
        seat.say(ui, "The number for " + entry->name + " is " + entry->number + ".");
    body.cut_bottom(ui.px(8));
    Scroll scroll(ui, "entry", body);
    const Rect c = scroll.content();
    float y = c.y;
    const Font& strong = ui.fonts().strong;
    y += paragraph(ui, c.x, y, c.w, strong, Tone::plain, entry->name) + ui.px(6);
    y += fact(ui, c.x, y, c.w, "Number", entry->number, true);
    y += fact(ui, c.x, y, c.w, "Hours", entry->hours);
    y += fact(ui, c.x, y, c.w, "Handles", entry->handles);
    scroll.used(y - c.y);
}

void Directory::show(Ui& ui, Seat& seat, const Rect& rect) {
    search_.turn_to(seat.screen().active);
    Scroll all(ui, "directory view", rect);
    Rect body = all.at_least(ui.px(search_.open().empty() ? 240 : 400));
    if (!search_.open().empty()) {
        const Rect below = body.cut_bottom(std::min(body.h * 0.6F, ui.px(260)));
        open_entry(ui, seat, below);
    }
    std::vector<std::string> found = seat.run().find_destinations(search_.query());
    if (search_.query().empty())
        for (const city::Destination& entry : seat.floor().city.directory)
            found.push_back(entry.id);
    const auto hit = [&](const std::string& id) {
        const city::Destination* entry = city::find_destination(seat.floor().city, id);
        if (entry == nullptr) return Search::Hit{id, id, "", "", true, ""};
        return Search::Hit{id, entry->name, entry->hours, entry->number, true, ""};
    };
    search_.show(ui, seat, body, found, hit, "Nobody in the directory fits. Try what they handle.");
}

}  // namespace shift311::desk
