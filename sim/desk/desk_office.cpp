// The desk where people sign in: who sits here, and the way between the practice desk and the office.
#include "sim/desk/desk.hpp"
#include "sim/desk/settings_view.hpp"

#include <algorithm>
#include <stdexcept>

namespace shift311::desk {

namespace {

constexpr Key kDoorKeys[] = {Key::f1, Key::f2, Key::f3, Key::f4, Key::f5, Key::f6, Key::f7};

/// Without accounts whoever practices may look at their own progress, and nothing else.
constexpr Section kAlone = Section::progress;

}  // namespace

void Desk::make_start() {
    Beside beside;
    if (seated_) {
        beside.signed_in = true;
        beside.role = records::label(seated_->role);
        const auto sections = sections_of(seated_->role);
        for (std::size_t i = 0; i < sections.size(); ++i) {
            if (sections[i] == Section::practice) continue;
            Beside::Door door{title_of(sections[i]), chord(kDoorKeys[i])};
            if (sections[i] == Section::progress || sections[i] == Section::results) {
                const File file = office_host_->file(seated_->name);
                const auto open = std::count_if(file.results.begin(), file.results.end(),
                                                [](const WorkLine& w) { return !w.said && !w.answer_by.empty(); });
                if (sections[i] == Section::results && open > 0)
                    door.note = std::to_string(open) + (open == 1 ? " result" : " results") + " to answer";
                if (sections[i] == Section::progress && !file.sittings.empty())
                    door.note = "Your exam is open: " + std::to_string(file.sittings.size()) +
                                (file.sittings.size() == 1 ? " part" : " parts") + " to take";
            }
            beside.doors.push_back(std::move(door));
        }
    } else if (office_host_ != nullptr) {
        beside.doors.push_back({title_of(kAlone), chord(Key::f2)});
        beside.accounts = true;
    }
    start_ = std::make_unique<StartScreen>(host_, person_, std::move(beside));
}

void Desk::through_door(Ui& ui) {
    if (!seated_) return open_office(ui, kAlone);
    std::size_t door = start_->door();
    for (const Section section : sections_of(seated_->role)) {
        if (section == Section::practice) continue;
        if (door-- == 0) return open_office(ui, section);
    }
}

void Desk::open_office(Ui& ui, Section section) {
    const Seated me = seated_ ? *seated_ : Seated{"", person_, records::Role::trainee};
    office_ = std::make_unique<Office>(*office_host_, me, section, !seated_);
    start_.reset();
    ui.unfocus();
    ui.want_letters(letters());
}

void Desk::seat(Ui& ui, const Seated& seated) {
    seated_ = seated;
    // Who was named on the command line and who signed in may be two people; the shift was meant for the first.
    if (!options_.trainee.empty() && options_.trainee != seated.name) starting_ = false;
    person_ = seated.name;
    sign_in_.reset();
    settings_ = host_.settings(person_);
    apply_settings(ui, settings_);
    const auto sections = sections_of(seated.role);
    if (sections.empty() || sections.front() == Section::practice) {
        make_start();
        ui.unfocus();
    } else {
        open_office(ui, sections.front());
    }
}

void Desk::sign_out(Ui& ui) {
    office_host_->sign_out();
    seated_.reset();
    person_.clear();
    start_.reset();
    office_.reset();
    starting_ = false;
    sign_in_ = std::make_unique<SignInScreen>(*office_host_, SignInScreen::Way::sign_in);
    ui.unfocus();
}

void Desk::sign_in_frame(Ui& ui) {
    const SignInScreen::Deed deed = sign_in_->frame(ui, settings_);
    if (deed.quit) quit_ = true;
    if (deed.seated) {
        const Seated seated = *deed.seated;
        return seat(ui, seated);
    }
    if (deed.back && sign_in_->way() == SignInScreen::Way::first_administrator) {
        sign_in_.reset();
        make_start();
        ui.unfocus();
    }
}

void Desk::office_frame(Ui& ui) {
    const Office::Deed deed = office_->frame(ui, settings_);
    if (deed.settings_changed) save();
    if (deed.quit) quit_ = true;
    if (deed.sign_out) return sign_out(ui);
    if (deed.practice) {
        office_.reset();
        make_start();
        ui.unfocus();
        return;
    }
    if (!deed.debrief.empty()) {
        try {
            std::vector<Debrief> debriefs = host_.debriefs_of(deed.debrief);
            std::size_t at = 0;
            for (std::size_t i = 0; i < debriefs.size(); ++i)
                if (debriefs[i].contact == deed.contact) at = i;
            debrief_ = std::make_unique<DebriefScreen>(std::move(debriefs), at, "Back");
            ui.unfocus();
        } catch (const std::runtime_error& fault) {
            office_->tell(fault.what());
        }
    }
    if (!deed.play.empty()) start(ui, deed.play, 0);
}

}  // namespace shift311::desk
