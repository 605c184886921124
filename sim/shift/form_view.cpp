#include "sim/shift/form_view.hpp"

#include "sim/city/calendar.hpp"

#include <algorithm>

namespace shift311::shift {
namespace {

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\n\r") == std::string::npos;
}

bool is_place(const std::string& code) {
    return code == "location" || code == "cross_street";
}

void check_location(const Floor& floor, FieldView& field) {
    const city::AddressLookup look = floor.book->look_up(field.value);
    field.says = look.says;
    field.suggestions = look.suggestions;
    using Status = city::AddressStatus;
    switch (look.status) {
        case Status::found:
        case Status::intersection:
            field.check = FieldView::Check::good;
            break;
        case Status::empty:
        case Status::incomplete:
            field.check = FieldView::Check::none;
            break;
        default:
            field.check = FieldView::Check::careful;
            break;
    }
    std::string folded = field.value;
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (look.status == Status::found || look.status == Status::intersection) {
        // Nothing to suggest when it is written as the city writes it.
        field.suggestions.clear();
        if (!look.normal.empty() && look.normal != folded) field.suggestions.push_back(look.normal);
    }
}

void check_cross(const Floor& floor, const Contact& contact, FieldView& field) {
    if (blank(field.value)) return;
    const city::AddressLookup look = floor.book->look_up(field.value);
    const city::AddressLookup place = floor.book->look_up(field_value(contact, "location"));
    field.suggestions = look.suggestions;
    if (look.street.empty()) {
        field.check =
            look.status == city::AddressStatus::incomplete ? FieldView::Check::none : FieldView::Check::careful;
        field.says = look.says;
        return;
    }
    if (place.street.empty()) return;
    if (floor.book->meet(look.street, place.street)) {
        field.check = FieldView::Check::good;
        field.says = "meets " + place.street;
        field.suggestions.clear();
    } else {
        field.check = FieldView::Check::careful;
        field.says = "does not meet " + place.street;
    }
}

std::string age(int days) {
    if (days <= 0) return "today";
    return days == 1 ? "yesterday" : std::to_string(days) + " days ago";
}

city::Date today(const Floor& floor) {
    city::Date date;
    city::parse_iso(floor.plan.date, date);
    return date;
}

/// The requests of the city as they stand after what happened on this shift.
std::vector<city::Request> current_requests(const Floor& floor, const State& state) {
    std::vector<city::Request> all = floor.city.requests;
    for (const Touched& touched : state.touched) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const city::Request& r) { return r.reference == touched.reference; });
        if (same != all.end()) {
            same->status = touched.status;
            if (!touched.status_note.empty()) same->status_note = touched.status_note;
            continue;
        }
        if (!touched.filed_here) continue;
        city::Request request;
        request.reference = touched.reference;
        request.service = touched.service;
        request.status = touched.status;
        request.status_note = touched.status_note;
        request.address = touched.address;
        request.description = touched.description;
        request.opened = today(floor);
        city::Date due;
        if (city::parse_iso(touched.due, due)) request.expected = due;
        all.push_back(std::move(request));
    }
    return all;
}

NearRow near_row(const Floor& floor, const city::Request& request, const std::string& service) {
    const city::Service* type = city::find_service(floor.city, request.service);
    NearRow row;
    row.reference = request.reference;
    row.service = type ? type->name : request.service;
    row.address = request.address;
    row.status = request.status;
    row.age = age(request.opened_days_ago);
    row.description = request.description;
    row.same_service = request.service == service;
    return row;
}

}  // namespace

FormView form_view(const Floor& floor, const State& state, const Contact& contact) {
    FormView form;
    form.service = contact.service;
    form.notes = field_value(contact, "notes");
    form.reply = field_value(contact, "reply");
    form.filed = contact.filed;
    form.can_edit = contact.filed.empty() && contact.stage != Stage::done && contact.stage != Stage::abandoned;
    const city::Service* service = city::find_service(floor.city, contact.service);
    if (!service) return form;

    form.service_name = service->name;
    const city::Destination* department = city::find_destination(floor.city, service->department);
    form.department = department ? department->name : service->department;
    form.due_is_practice_value = service->due.basis == city::Basis::assumed;
    if (service->due.business_days) {
        form.due_rule = std::to_string(*service->due.business_days) +
                        (*service->due.business_days == 1 ? " business day" : " business days");
        const city::Date due = city::add_business_days(today(floor), *service->due.business_days, floor.city.holidays);
        form.due = city::written(due);
        form.due_spoken = city::spoken(due);
    } else {
        form.due_rule = "no date can be given";
    }
    for (const city::Attribute& attribute : service->attributes) {
        FieldView field;
        field.code = attribute.code;
        field.label = attribute.description;
        if (floor.level <= 2) field.hint = attribute.hint;
        field.required = attribute.required;
        field.several = attribute.datatype == city::Attribute::Datatype::multivaluelist;
        field.long_text = attribute.datatype == city::Attribute::Datatype::text;
        field.address = is_place(attribute.code);
        for (const city::Attribute::Value& value : attribute.values)
            field.choices.push_back({value.key, value.name});
        field.value = field_value(contact, attribute.code);
        if (form.can_edit && attribute.code == "location") check_location(floor, field);
        if (form.can_edit && attribute.code == "cross_street") check_cross(floor, contact, field);
        if (attribute.required && blank(field.value)) form.missing.push_back(attribute.description);
        form.fields.push_back(std::move(field));
    }
    form.can_file = contact.filed.empty() && form.missing.empty();

    const std::vector<city::Request> requests = current_requests(floor, state);
    std::vector<const city::Request*> open;
    for (const city::Request& request : requests)
        if (request.status == "open" && request.reference != contact.filed) open.push_back(&request);
    for (const city::Request* request : floor.book->near(field_value(contact, "location"), service->code, open))
        form.near.push_back(near_row(floor, *request, service->code));
    return form;
}

std::optional<RequestView> request_view(const Floor& floor, const State& state, const std::string& reference) {
    for (const city::Request& request : current_requests(floor, state)) {
        if (request.reference != reference) continue;
        RequestView shown;
        shown.row = near_row(floor, request, {});
        shown.opened = city::written(request.opened);
        shown.expected = request.expected ? city::written(*request.expected) : "no date can be given";
        if (request.expected) shown.expected_spoken = city::spoken(*request.expected);
        shown.note = request.status_note;
        if (const city::Service* service = city::find_service(floor.city, request.service))
            if (const city::Destination* department = city::find_destination(floor.city, service->department))
                shown.department = department->name;
        shown.reporter = request.reporter;
        shown.reporter_phone = request.reporter_phone;
        return shown;
    }
    return std::nullopt;
}

}  // namespace shift311::shift
