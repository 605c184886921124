// Where the focus goes at the end of a frame: by Tab, by arrow keys within a group, into and out of dialogs.
#include "sim/desk/ui.hpp"

#include <algorithm>

namespace shift311::desk {

const Ui::Stop* Ui::stop(ControlId id) const {
    const auto found = std::find_if(stops_.begin(), stops_.end(), [id](const Stop& s) { return s.id == id; });
    return found == stops_.end() ? nullptr : &*found;
}

std::vector<const Ui::Stop*> Ui::tab_stops() const {
    std::vector<const Stop*> order;
    const int layer = deepest_;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const Stop& s = stops_[i];
        if (s.layer != layer) continue;
        if (s.group == 0) {
            order.push_back(&s);
            continue;
        }
        const auto same = [&](const Stop& o) { return o.group == s.group && o.layer == layer; };
        if (std::find_if(stops_.begin(), stops_.end(), same) != stops_.begin() + static_cast<std::ptrdiff_t>(i))
            continue;  // the group already stands in the order, by its first member
        const Stop* chosen = &s;
        for (const Stop& o : stops_)
            if (same(o) && o.current) chosen = &o;
        for (const Stop& o : stops_)
            if (same(o) && o.id == focus_) chosen = &o;
        order.push_back(chosen);
    }
    return order;
}

void Ui::move_by_tab(bool back) {
    const auto order = tab_stops();
    if (order.empty()) return;
    const auto here = std::find_if(order.begin(), order.end(), [&](const Stop* s) { return s->id == focus_; });
    const std::size_t count = order.size();
    std::size_t next = 0;
    if (here != order.end()) {
        const auto at = static_cast<std::size_t>(here - order.begin());
        next = back ? (at + count - 1) % count : (at + 1) % count;
    } else {
        next = back ? (last_place_ + count - 1) % count : last_place_ % count;
    }
    set_focus(order[next]->id, order[next]->text, true);
    last_place_ = next;
}

void Ui::move_in_group(Key key) {
    const Stop* here = stop(focus_);
    if (here == nullptr || here->group == 0 || here->text) return;
    std::vector<const Stop*> members;
    for (const Stop& s : stops_)
        if (s.group == here->group && s.layer == here->layer) members.push_back(&s);
    const auto at = static_cast<std::size_t>(
        std::find_if(members.begin(), members.end(), [&](const Stop* s) { return s->id == focus_; }) - members.begin());
    std::size_t next = at;
    switch (key) {
        case Key::up:
        case Key::left:
            next = at == 0 ? 0 : at - 1;
            break;
        case Key::down:
        case Key::right:
            next = std::min(at + 1, members.size() - 1);
            break;
        case Key::home:
            next = 0;
            break;
        case Key::end:
            next = members.size() - 1;
            break;
        default:
            return;
    }
    set_focus(members[next]->id, members[next]->text, true);
    moved_ = true;
    key_taken_ = true;
}

void Ui::settle_layers() {
    while (top_layer_ < deepest_) {
        kept_focus_.push_back({focus_, focus_is_text_});
        ++top_layer_;
        const Stop* here = stop(focus_);
        if (!wanted_focus_.empty() || (here != nullptr && here->layer >= top_layer_)) continue;
        focus_ = 0;
        for (const Stop& s : stops_) {
            if (s.layer != deepest_) continue;
            set_focus(s.id, s.text, true);
            break;
        }
    }
    while (top_layer_ > deepest_) {
        const Kept kept = kept_focus_.back();
        kept_focus_.pop_back();
        --top_layer_;
        if (wanted_focus_.empty() && stop(focus_) == nullptr) set_focus(kept.id, kept.text, true);
    }
}

void Ui::end() {
    if (!wanted_focus_.empty() && --wanted_frames_ <= 0) {
        wanted_focus_.clear();
        if (focus_ == 0 && stop(focus_before_) != nullptr) set_focus(focus_before_, text_before_, true);
    }
    if (slice_.key && !key_taken_) {
        const KeyPress& key = *slice_.key;
        if (key.key == Key::tab && !key.mods.ctrl && !key.mods.alt) {
            key_taken_ = true;
            move_by_tab(key.mods.shift);
        } else if (key.mods == Mods{}) {
            move_in_group(key.key);
        }
    }
    const int top_before = top_layer_;
    settle_layers();
    const auto order = tab_stops();
    const auto here = std::find_if(order.begin(), order.end(), [&](const Stop* s) { return s->id == focus_; });
    if (here != order.end()) {
        last_place_ = static_cast<std::size_t>(here - order.begin());
    } else if (focus_ != 0 && top_before == top_layer_ && stop(focus_) == nullptr) {
        focus_ = 0;  // its control has gone; Tab goes on from the same place
        focus_is_text_ = false;
    }
}

}  // namespace shift311::desk
