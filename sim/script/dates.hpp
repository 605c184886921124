// Puts a city's existing requests on the calendar: the day each was opened and the day it is due.
#pragma once

#include "sim/city/city.hpp"

namespace shift311::script {

/// Fills `opened` and `expected` of every request for a story that plays on `date`.
void date_requests(city::City& city, city::Date date);
/// The same for one request, as a copy.
city::Request dated(const city::Request& request, const city::City& city, city::Date date);
/// The day by which a request of this service, opened on `opened`, is due; none where no date may be promised.
std::optional<city::Date> due_date(const city::Service& service, const city::City& city, city::Date opened);

}  // namespace shift311::script
