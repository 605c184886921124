#include "sim/desk/office/roster_filter.hpp"

#include "sim/desk/controls/choice.hpp"
#include "sim/desk/controls/text_field.hpp"
#include "sim/desk/office/name_search.hpp"

#include <algorithm>
#include <array>

namespace shift311::desk {

using standing::State;

namespace {

struct Group {
    const char* title;
    bool (*holds)(const RosterLine&);
};

template <State state>
bool in_state(const RosterLine& line) {
    return !line.program.empty() && line.state == state;
}

/// Everybody in a program is in exactly one of the groups from the third on.
constexpr std::array kGroups{
    Group{"Everybody", [](const RosterLine&) { return true; }},
    Group{"Need attention", [](const RosterLine& l) { return l.attention > 0; }},
    Group{"In training", in_state<State::in_training>},
    Group{"Ready", in_state<State::ready_for_exam>},
    Group{"Exam", in_state<State::exam_under_way>},
    Group{"Not yet", in_state<State::not_yet_competent>},
    Group{"Certified", in_state<State::certified>},
    Group{"Expired", in_state<State::expired>},
    Group{"No program", [](const RosterLine& l) { return l.program.empty(); }},
};
constexpr std::size_t kAttention = 1;

}  // namespace

bool RosterFilter::shows(const RosterLine& line) const {
    return kGroups[which_].holds(line) && (find_.empty() || names(find_, line.name));
}

float RosterFilter::frame(Ui& ui, const Rect& rect, const std::vector<RosterLine>& lines) {
    Choice groups{.label = "Show", .options = {}, .chosen = std::nullopt};
    std::vector<std::size_t> ids;
    for (std::size_t i = 0; i < kGroups.size(); ++i) {
        if (i == kAttention && !attention_) continue;
        if (i == which_) groups.chosen = ids.size();
        ids.push_back(i);
        groups.options.push_back(std::string(kGroups[i].title) + " " +
                                 std::to_string(std::count_if(lines.begin(), lines.end(), kGroups[i].holds)));
    }
    Rect line = rect;
    const float find_wide = std::min(ui.px(260), rect.w);
    const bool beside = rect.w - find_wide - ui.px(16) >= ui.px(500);
    const Rect find{rect.x, rect.y, beside ? find_wide : rect.w, ui.px(measure::kField)};
    if (beside) {
        line.cut_left(find_wide + ui.px(16));
    } else {
        line.cut_top(find.h + ui.px(8));
    }
    if (ui.pressed(chord(Key::slash))) ui.focus(label_);
    const FieldTouch touch =
        text_field(ui, find, {.label = label_, .value = find_, .hint = label_, .icon = Icon::search, .most = 60});
    if (touch.edit) find_ = touch.edit->value;
    submitted_ = touch.submitted;
    const float high = choice_height(ui, line.w, groups);
    if (const auto chosen = choice(ui, {line.x, line.y, line.w, high}, groups)) which_ = ids[*chosen];
    return std::max(find.bottom(), line.y + high) - rect.y;
}

}  // namespace shift311::desk
