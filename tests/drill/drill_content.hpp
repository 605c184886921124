// A city and drills made up for tests.
#pragma once

#include "sim/drill/run.hpp"

#include <string>
#include <vector>

namespace shift311::tests {

inline city::City drill_city() {
    city::City city;
    city.id = "testville";
    city.hash = "city";
    for (const char* id : {"contact_center", "911", "pgw"}) {
        city::Destination one;
        one.id = id;
        one.name = std::string("Office of ") + id;
        one.handles = "Gas smells.";
        city.directory.push_back(one);
    }
    city::Service service;
    service.code = "pothole";
    for (const char* code : {"location", "size", "callback"}) {
        city::Attribute attribute;
        attribute.code = code;
        attribute.description = std::string("Field ") + code;
        service.attributes.push_back(attribute);
    }
    city.services.push_back(service);
    return city;
}

inline script::Drills drill_drills() {
    script::Drills drills;
    drills.city = "testville";
    drills.hash = "drills";
    for (int i = 0; i < 6; ++i) {
        script::Vignette one;
        one.id = "v" + std::to_string(i);
        one.text = "Caller number " + std::to_string(i) + ".";
        one.emergency = i % 2 == 0;
        one.answer = one.emergency ? "911" : "pgw";
        one.why = "Why " + std::to_string(i) + ".";
        drills.vignettes.push_back(one);
    }
    script::CopyText text;
    text.id = "fox";
    text.title = "Fox";
    text.text = "the quick brown fox jumps";
    drills.copy.push_back(text);
    script::Dictation dictation;
    dictation.id = "call";
    dictation.title = "A call";
    dictation.service = "pothole";
    dictation.lines = {{"Call me at two one five.", "callback", "215", "text"},
                       {"It is one hand wide.", "size", "one hand wide", "text"}};
    drills.dictations.push_back(dictation);
    return drills;
}

inline std::shared_ptr<const drill::Plan> shared(drill::Plan plan) {
    return std::make_shared<const drill::Plan>(std::move(plan));
}

}  // namespace shift311::tests
