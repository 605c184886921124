// How the text desk puts things into lines: events as they happen, the form, requests, articles.
#pragma once

#include "sim/shift/run.hpp"

#include <string>
#include <vector>

namespace shift311::desk::typed {

/// What an event means to the person at the desk; empty when there is nothing to tell.
std::string telling(const shift::Run& run, const shift::Event& event);

std::vector<std::string> form_lines(const shift::FormView& form);
std::vector<std::string> request_lines(const shift::RequestView& request);
std::vector<std::string> article_lines(const city::Article& article);
std::vector<std::string> status_lines(const shift::Screen& screen);
/// How the shift went as a whole, once it is over.
std::vector<std::string> ending_lines(const shift::Screen& screen);
std::string request_line(const shift::Run& run, const std::string& reference);
std::string destination_line(const city::Destination& destination);

}  // namespace shift311::desk::typed
