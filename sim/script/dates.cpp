#include "sim/script/dates.hpp"

#include "sim/city/calendar.hpp"

namespace shift311::script {

std::optional<city::Date> due_date(const city::Service& service, const city::City& city, city::Date opened) {
    if (!service.due.business_days) return std::nullopt;
    return city::add_business_days(opened, *service.due.business_days, city.holidays);
}

city::Request dated(const city::Request& request, const city::City& city, city::Date date) {
    city::Request copy = request;
    copy.opened = city::date_of(city::day_number(date) - request.opened_days_ago);
    const city::Service* service = city::find_service(city, request.service);
    copy.expected = service == nullptr ? std::nullopt : due_date(*service, city, copy.opened);
    return copy;
}

void date_requests(city::City& city, city::Date date) {
    for (city::Request& request : city.requests)
        request = dated(request, city, date);
}

}  // namespace shift311::script
