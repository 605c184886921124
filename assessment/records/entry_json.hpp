// Bodies of entries: one line of JSON out of what people added, and back.
#pragma once

#include "assessment/standing/history.hpp"
#include "assessment/standing/program.hpp"
#include "assessment/standing/rating.hpp"

#include <string>

namespace shift311::records {

/// All of them throw std::invalid_argument, one sentence, for text that is no UTF-8; the readers give what they find
/// and defaults for the rest, because a later version may know more fields and an older file fewer.
std::string to_json(const standing::Event& event);
std::string to_json(const standing::Report& report);
std::string to_json(const standing::Override& change);
std::string to_json(const standing::Dispute& dispute);
std::string to_json(const standing::Program& program);

/// Whoever reads fills in what the entry's own columns say: id, at, by, attempt, contact.
void from_json(const std::string& line, standing::Event& event);
void from_json(const std::string& line, standing::Report& report);
void from_json(const std::string& line, standing::Override& change);
void from_json(const std::string& line, standing::Dispute& dispute);
void from_json(const std::string& line, standing::Program& program);

}  // namespace shift311::records
