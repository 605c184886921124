#include "sim/desk/office/access.hpp"

#include <stdexcept>

namespace shift311::desk {

using records::may;
using records::Right;

std::vector<Section> sections_of(records::Role role) {
    std::vector<Section> out;
    const auto add = [&](Section section, bool allowed) {
        if (allowed) out.push_back(section);
    };
    add(Section::roster, may(role, Right::rate));
    add(Section::disputes, may(role, Right::answer_dispute));
    add(Section::certification, may(role, Right::read_all) && !may(role, Right::rate));
    add(Section::people, may(role, Right::manage_people));
    add(Section::practice, may(role, Right::practice));
    add(Section::progress, may(role, Right::answer_own) && may(role, Right::read_own));
    add(Section::results, may(role, Right::answer_own));
    return out;
}

const char* title_of(Section section) {
    switch (section) {
        case Section::practice:
            return "Practice";
        case Section::progress:
            return "My progress";
        case Section::results:
            return "My results";
        case Section::roster:
            return "Trainees";
        case Section::disputes:
            return "Disputes";
        case Section::certification:
            return "Certification";
        case Section::people:
            return "People";
    }
    return "";
}

bool Access::act(const std::function<void()>& deed, const std::string& done) {
    try {
        deed();
    } catch (const std::exception& refused) {
        tell(Tone::bad, refused.what());
        return false;
    }
    if (!done.empty()) tell(Tone::good, done);
    return true;
}

}  // namespace shift311::desk
