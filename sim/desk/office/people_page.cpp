#include "sim/desk/office/people_page.hpp"

#include "sim/desk/controls/button.hpp"
#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/panel.hpp"
#include "sim/desk/controls/secret_field.hpp"
#include "sim/desk/controls/text.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/office/name_search.hpp"
#include "sim/desk/office/panes.hpp"
#include "sim/desk/office/table.hpp"
#include "sim/desk/paint.hpp"

#include <algorithm>

namespace shift311::desk {

namespace {

constexpr const char* kFind = "Find a person";

const std::vector<Column>& columns() {
    static const std::vector<Column> kColumns{
        {.title = "Name", .least = 180}, {.title = "Role", .wide = 116}, {.title = "Sign-in", .wide = 190, .rank = 1}};
    return kColumns;
}

const char* role_about(records::Role role) {
    switch (role) {
        case records::Role::trainee:
            return "Practices, and reads and answers their own results.";
        case records::Role::trainer:
            return "Sees every trainee, watches, rates, overrides, starts exams and signs.";
        case records::Role::hr:
            return "Reads standing and reports of everybody; never rates or changes anything.";
        case records::Role::administrator:
            return "Keeps accounts and the records file; rates and signs nothing.";
    }
    return "";
}

}  // namespace

PeoplePage::PeoplePage(Access& access) : access_(access) {
    reload();
}

void PeoplePage::reload() {
    members_ = access_.ask<std::vector<Member>>([&] { return access_.host().members(); });
}

std::vector<KeyHint> PeoplePage::keys() const {
    return {{"\u2191 \u2193", "person"}, {"N", "somebody new"}, {"/", "find"}, {"Tab", "next"},
            {"Ctrl Enter", "save"},      {"F11", "dark, light"}};
}

void PeoplePage::take_up(std::size_t index) {
    chosen_ = index;
    name_ = members_[index].name;
    role_ = static_cast<std::size_t>(members_[index].role);
    secret_.clear();
    again_.clear();
    refused_.clear();
}

void PeoplePage::anew() {
    chosen_.reset();
    name_.clear();
    role_ = 0;
    secret_.clear();
    again_.clear();
    refused_.clear();
}

void PeoplePage::save() {
    if (secret_ != again_) {
        refused_ = "The two do not match. Type them again.";
        again_.clear();
        return;
    }
    const std::string name = name_;
    const bool added = !chosen_;
    const auto role = records::kRoles[role_];
    try {
        access_.host().set_member(name, role, secret_);
    } catch (const std::exception& fault) {
        refused_ = fault.what();
        return;
    }
    access_.tell(Tone::good, added ? name + " was added as " + std::string(records::label(role)) + "."
                                   : "The account of " + name + " was changed.");
    reload();
    anew();
    for (std::size_t i = 0; i < members_.size(); ++i)
        if (!added && members_[i].name == name) take_up(i);
}

void PeoplePage::list(Ui& ui, const Rect& rect) {
    card(ui, rect);
    Rect body = rect.inset(1, 1);
    Rect top = body.cut_top(ui.px(measure::kField + 24)).inset(ui.px(16), ui.px(12));
    const Button fresh{.label = "Somebody new", .chord = chord(Key::n), .icon = Icon::plus, .on = !chosen_};
    if (button(ui, top.cut_right(std::min(top.w / 2, button_width(ui, fresh))), fresh)) {
        anew();
        ui.focus("Full name");
    }
    top.cut_right(ui.px(8));
    if (ui.pressed(chord(Key::slash))) ui.focus(kFind);
    const FieldTouch find =
        text_field(ui, top, {.label = kFind, .value = find_, .hint = kFind, .icon = Icon::search, .most = 60});
    if (find.edit) find_ = find.edit->value;
    if (find.submitted) {
        const auto found = std::find_if(members_.begin(), members_.end(),
                                        [&](const Member& m) { return find_.empty() || names(find_, m.name); });
        if (found != members_.end()) {
            take_up(static_cast<std::size_t>(found - members_.begin()));
            ui.focus(found->name);
        }
    }
    paint::fill(ui, {body.x, body.y - 1, body.w, 1}, ui.theme().line);
    table_head(ui, body.cut_top(ui.px(32)), columns());
    Scroll scroll(ui, "people", body);
    const Rect c = scroll.content();
    float y = c.y;
    ui.begin_group("people");
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Member& m = members_[i];
        if (!find_.empty() && !names(find_, m.name)) continue;
        const TableRow row{
            .label = m.name,
            .cells = {{.text = m.name},
                      {.text = std::string(records::label(m.role))},
                      !m.locked.empty()
                          ? Cell{.text = "Locked until " + m.locked, .tone = Tone::bad, .icon = Icon::lock}
                      : m.secret ? Cell{.text = "PIN or passphrase", .tone = Tone::dim}
                                 : Cell{.text = "Cannot sign in yet", .tone = Tone::careful}},
            .selected = chosen_ == i};
        const Rect place{c.x, y, c.w, ui.px(44)};
        y += place.h;
        const RowTouch touch = table_row(ui, place, columns(), row);
        if (touch.clicked || touch.moved) take_up(i);
    }
    ui.end_group();
    if (y == c.y)
        y += ui.px(16) + paragraph(ui, c.x + ui.px(16), y + ui.px(16), c.w - ui.px(32), ui.fonts().text, Tone::dim,
                                   "Nobody is called that.");
    scroll.used(y - c.y);
}

void PeoplePage::form(Ui& ui, const Rect& rect) {
    card(ui, rect);
    const Rect body =
        card_head(ui, rect, chosen_ ? "Account of " + members_[*chosen_].name : "Somebody new").inset(1, 0);
    Scroll scroll(ui, "account", body);
    const Rect c = scroll.content();
    const float x = c.x + ui.px(16), wide = c.w - ui.px(32);
    const Font& small = ui.fonts().small;
    float y = c.y + ui.px(16);
    const auto caption = [&](const std::string& words) {
        label(ui, {x, y, wide, small.line}, small, Tone::dim, words);
        y += small.line + ui.px(6);
    };
    if (!chosen_) {
        caption("Name");
        const FieldTouch name =
            text_field(ui, {x, y, wide, ui.px(measure::kButton)},
                       {.label = "Full name", .value = name_, .hint = "First and last name", .most = 60});
        if (name.edit) name_ = name.edit->value, refused_.clear();
        y += ui.px(measure::kButton + 16);
    }
    caption("Role");
    Choice roles{.label = "Role", .options = {}, .chosen = role_};
    for (const records::Role role : records::kRoles)
        roles.options.emplace_back(records::label(role));
    const float high = choice_height(ui, wide, roles);
    if (const auto chosen = choice(ui, {x, y, wide, high}, roles)) role_ = *chosen;
    y += high + ui.px(8);
    y += paragraph(ui, x, y, wide, small, Tone::dim, role_about(records::kRoles[role_])) + ui.px(16);
    caption(chosen_ && members_[*chosen_].secret ? "New PIN or passphrase (empty: as it is)"
                                                 : "PIN (four digits or more) or passphrase (eight letters or more)");
    bool go = secret_field(ui, {x, y, wide, ui.px(measure::kButton)}, {.label = "PIN or passphrase"}, secret_);
    y += ui.px(measure::kButton + 8);
    go = secret_field(ui, {x, y, wide, ui.px(measure::kButton)}, {.label = "The same again", .hint = "The same again"},
                      again_) ||
         go;
    y += ui.px(measure::kButton + 16);
    if (!refused_.empty()) {
        const float told = paragraph_height(ui.fonts().text, wide - ui.px(32), refused_) + ui.px(22);
        notice(ui, {x, y, wide, told}, Tone::bad);
        paragraph(ui, x + ui.px(16), y + ui.px(11), wide - ui.px(32), ui.fonts().text, Tone::plain, refused_);
        y += told + ui.px(16);
    }
    const bool ready = name_.find_first_not_of(' ') != std::string::npos && (chosen_ || !secret_.empty());
    const Button save_it{.label = chosen_ ? "Save" : "Add",
                         .kind = ButtonKind::primary,
                         .chord = ctrl(Key::enter),
                         .enabled = ready,
                         .name = "save the account"};
    go = button(ui, {x, y, std::min(wide, button_width(ui, save_it) + ui.px(24)), ui.px(44)}, save_it) || go;
    y += ui.px(44 + 16);
    scroll.used(y - c.y);
    if (go && ready) save();
}

void PeoplePage::frame(Ui& ui, Rect window) {
    if (fresh_) {
        fresh_ = false;
        // Who sets up a center is alone in it, and adds the next; else the account that has the focus is shown.
        const bool first = members_.size() <= 1;
        if (!first) take_up(0);
        if (!ui.anything_focused()) ui.focus(first ? "Full name" : members_.front().name);
    }
    list_and_detail(
        ui, window, {.name = "people page", .most = 1200, .side_by_side = 860, .list_part = 0.6F},
        [&](const Rect& place) { list(ui, place); }, [&](const Rect& place) { form(ui, place); });
}

}  // namespace shift311::desk
